"""An App that sends the terminal only the cells that changed.

Textual sends each changed line from its beginning: a key in a grid costs it hundreds of bytes, a new screen thousands,
and over a bad line bytes are what is felt. Here what it wants to draw is compared with what stands there already.

Written against the exactly pinned Textual: `_display` is private. Where something is not as it was there, or is asked
for with TTHTCD_DRAW=whole, Textual draws as it always does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from tthtcd_tui.drawing.cells import Cell, cells_of
from tthtcd_tui.drawing.frame import Frame, Piece

_SYNCED: Final = 1000
"""Bytes from which on the terminal is asked to show the whole at once, where it can; less arrives in one packet."""


class LeanApp(App[None], inherit_bindings=False):
    """Draws what changed."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._frame: Frame | None = None
        self._codes: dict[Style, str] = {}
        self._is_lean = os.environ.get("TTHTCD_DRAW") != "whole"

    def draw_anew(self) -> None:
        """Sends the whole screen, whatever is thought to stand there: something else may have written over it."""
        self._frame = None
        self.screen.refresh()

    def _set_pointer_shape(self, shape: str) -> None:
        """There is no mouse, and some terminals print what they are told about its pointer."""

    def _resume_signal(self) -> None:
        self._frame = None
        super()._resume_signal()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self._draws_itself(renderable):
            if renderable is not None:
                self._frame = None
            super()._display(screen, renderable)
            return
        size = self.size
        frame = self._frame
        if frame is None or (frame.width, frame.height) != size:
            frame = self._frame = Frame(*size)
            renderable = screen._compositor.render_full_update()
        x, y = screen.outer_size.clamp_offset(self.cursor_position)
        self._send(frame.show(self._pieces(renderable), (y, x)))
        self.post_display_hook()

    def _draws_itself(self, renderable: RenderableType | None) -> bool:
        return (
            self._is_lean
            and type(renderable) in (ChopsUpdate, LayoutUpdate)
            and self._driver is not None
            and self._running
            and not (self._closed or self._batch_count or self.is_headless or self._driver.is_inline)
        )

    def _send(self, sequences: str) -> None:
        if not sequences or self._driver is None:
            return
        whole = len(sequences) >= _SYNCED
        if whole:
            self._begin_update()
        self._driver.write(sequences)
        if whole:
            self._end_update()
        self._driver.flush()

    def _pieces(self, update: RenderableType | None) -> Iterator[Piece]:
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                x = update.region.x
                for strip in strips:
                    yield y, x, self._cells(strip)
                    x += strip.cell_length
        elif isinstance(update, ChopsUpdate):
            for y, first, after in update.spans:
                for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                    if chop is not None and x <= after and end > first:
                        yield y, x, self._cells(chop.crop(0, min(end, after) - x))

    def _cells(self, strip: Strip) -> list[Cell]:
        return cells_of((text, self._codes_of(style)) for text, style, control in strip if not control)

    def _codes_of(self, style: Style | None) -> str:
        if style is None:
            return ""
        codes = self._codes.get(style)
        if codes is None:
            system = self.console._color_system or ColorSystem.TRUECOLOR
            codes = self._codes[style] = Strip.render_ansi(style, system)
        return codes
