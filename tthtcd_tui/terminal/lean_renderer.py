"""Renderer that sends the terminal only the cells that changed.

Textual sends each changed line as a whole: a key in a grid takes hundreds of bytes, a new screen thousands, which is
slow on a bad line. Here its output is compared with what the terminal shows already.

With another Textual than the pinned one, or with TTHTCD_DRAW=whole, Textual's own renderer is used.
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
from textual.driver import Driver
from textual.screen import Screen
from textual.strip import Strip

from tthtcd_tui.terminal.cells import Cell, cells_of
from tthtcd_tui.terminal.frame import Frame, Piece

_SYNCED: Final = 1000
"""Bytes from which on the terminal is asked to show the whole at once, where it can; less arrives in one packet."""
_SCROLL: Final = tuple(
    "xterm screen tmux rxvt vte gnome konsole putty linux vt1 vt2 vt3 vt4 vt5 alacritty foot kitty wezterm contour"
    " mintty ms-terminal iterm st- Eterm nsterm".split()
)
"""How the names of terminals begin that are known to move rows between margins, as a VT100 does.

Not asked of terminfo: a server often has no entry for what its users sit at.
"""


class LeanRenderer:
    """Draws what changed of an app's screens."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._frame: Frame | None = None
        self._codes: dict[Style, str] = {}
        self._scrolls = os.environ.get("TERM", "").startswith(_SCROLL)
        self._is_lean = os.environ.get("TTHTCD_DRAW") != "whole"

    def forget(self) -> None:
        """Forget the terminal's contents: the next frame sends the whole screen."""
        self._frame = None

    def display(self, screen: Screen[Any], renderable: RenderableType | None) -> bool:
        """Draw `renderable` if it is an update of the screen; return whether it was, and is drawn."""
        driver = self._app._driver
        if driver is None or not self._draws(driver, renderable):
            if renderable is not None:
                self.forget()
            return False
        size = self._app.size
        frame = self._frame
        if frame is None or (frame.width, frame.height) != size:
            frame = self._frame = Frame(*size, scrolls=self._scrolls)
            if not isinstance(renderable, LayoutUpdate):  # which is of the whole screen
                renderable = screen._compositor.render_full_update()
        x, y = screen.outer_size.clamp_offset(self._app.cursor_position)
        self._send(driver, frame.show(self._pieces(renderable), (y, x)))
        self._app.post_display_hook()
        return True

    def _draws(self, driver: Driver, renderable: RenderableType | None) -> bool:
        app = self._app
        return (
            self._is_lean
            and type(renderable) in (ChopsUpdate, LayoutUpdate)
            and app._running
            and not (app._closed or app._batch_count or app.is_headless or driver.is_inline)
        )

    def _send(self, driver: Driver, sequences: str) -> None:
        if not sequences:
            return
        whole = len(sequences) >= _SYNCED
        if whole:
            self._app._begin_update()
        driver.write(sequences)
        if whole:
            self._app._end_update()
        driver.flush()

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
            system = self._app.console._color_system or ColorSystem.TRUECOLOR
            codes = self._codes[style] = Strip.render_ansi(style, system)
        return codes
