"""Paragraphs being written: a TextArea that is handed its keys, one after the other.

Textual's own bindings act after the letters around them (textual issue 6605), so that an input method's `tie⌫êng` would
come out wrong; here each key calls its action itself. It is focused for its cursor's sake alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, Self

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from tthtcd_tui.widgets.canvas import Line, changed_cells, harmless
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.look import PLAIN

LONGEST_PARAGRAPH: Final = 20_000
"""Letters: ten pages. A TextArea wraps a paragraph anew at each key, and a longer one would make every key wait."""


def is_too_long(text: str) -> bool:
    """Whether `text` has a paragraph that cannot be edited here."""
    return len(text) > LONGEST_PARAGRAPH and any(len(line) > LONGEST_PARAGRAPH for line in text.split("\n"))


class ProseEditor(TextArea):
    """Text with soft wrap; Enter breaks the line."""

    DEFAULT_CSS = """
    ProseEditor {
        border: none; padding: 0; height: 1fr; scrollbar-size: 0 0; background: ansi_default; color: ansi_default;
    }
    ProseEditor:focus { border: none; }
    """

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, theme="css", id="prose")
        self.cursor_blink = False
        self._drawn: list[Line] = []

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draws anew only the cells that are not as they were: a TextArea draws itself whole at every key."""
        if regions or layout or recompose or not repaint or not self.is_attached:
            self._drawn = []
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        before, self._drawn = self._drawn, [_line(self.render_line(y)) for y in range(self.size.height)]
        if len(before) != len(self._drawn):
            return super().refresh()
        for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)):
            if old != new:
                first, last = changed_cells(old, new)
                super().refresh(Region(first, y, last - first, 1))
        return self

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if strip.text.isprintable():
            return strip
        return Strip([Segment(text, style) for text, style in harmless(_line(strip))])

    def take(self, key: str, character: str | None) -> bool:
        """Deals with a key; whether it was one of the editor's."""
        action = _ACTIONS.get(key)
        if action is not None:
            action(self)
        elif is_text(character):
            self.type(character)
        else:
            return False
        return True

    def type(self, typed: str) -> None:
        """Puts `typed` at the cursor; a mark that comes after its letter is joined to it."""
        start, end = sorted((self.selection.start, self.selection.end))
        if typed and unicodedata.combining(typed[0]) and start == end and start[1] > 0:
            row, column = start
            joined = unicodedata.normalize("NFC", self.document[row][column - 1] + typed)
            self.replace(joined, (row, column - 1), start, maintain_selection_offset=False)
            return
        self.replace(typed, start, end, maintain_selection_offset=False)

    def redone(self) -> bool:
        """Does again what was last taken back; whether there was anything."""
        before = self.text
        self.redo()
        return self.text != before

    def write(self, text: str) -> None:
        """Begins with `text`, the cursor at its end."""
        self.load_text(text)
        self.selection = Selection.cursor(self.document.end)


def _line(strip: Strip) -> Line:
    return tuple((segment.text, segment.style or PLAIN) for segment in strip)


_ACTIONS: Final[Mapping[str, Callable[[ProseEditor], object]]] = {
    "enter": lambda editor: editor.type("\n"),
    "backspace": ProseEditor.action_delete_left,
    "delete": ProseEditor.action_delete_right,
    "up": ProseEditor.action_cursor_up,
    "down": ProseEditor.action_cursor_down,
    "left": ProseEditor.action_cursor_left,
    "right": ProseEditor.action_cursor_right,
    "home": ProseEditor.action_cursor_line_start,
    "end": ProseEditor.action_cursor_line_end,
    "pageup": ProseEditor.action_cursor_page_up,
}
