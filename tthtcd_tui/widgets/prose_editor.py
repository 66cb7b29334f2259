"""Paragraphs being written: a TextArea whose keys are dealt with at once and in order.

Textual's own bindings act after the letters around them (textual issue 6605), so that an input method's `tie⌫êng` would
come out wrong; here each key calls its action itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, Self

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.canvas import Line, changed_cells
from tthtcd_tui.widgets.look import PLAIN


class ProseEditor(TextArea):
    """Text with soft wrap; Enter breaks the line. Keys it does not know go to `beyond`."""

    DEFAULT_CSS = """
    ProseEditor {
        border: none; padding: 0; height: 1fr; scrollbar-size: 0 0; background: ansi_default; color: ansi_default;
    }
    ProseEditor:focus { border: none; }
    """

    def __init__(self, beyond: Callable[[str, str | None], None], refused: Callable[[str], None]) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, theme="css", id="prose")
        self.cursor_blink = False
        self._drawn: list[Line] = []
        self._beyond = beyond
        self._refused = refused

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

    async def _on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        action = _ACTIONS.get(event.key)
        if action is not None:
            action(self)
        elif event.is_printable and event.character:
            self.type(event.character)
        else:
            self._beyond(event.key, event.character)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        try:
            self.type(clean(event.text))
        except TextProblem as problem:
            self._refused(problem.message)

    def type(self, typed: str) -> None:
        """Puts `typed` at the cursor; a mark that comes after its letter is joined to it."""
        start, end = sorted((self.selection.start, self.selection.end))
        if typed and unicodedata.combining(typed[0]) and start == end and start[1] > 0:
            row, column = start
            joined = unicodedata.normalize("NFC", self.document[row][column - 1] + typed)
            self.replace(joined, (row, column - 1), start, maintain_selection_offset=False)
            return
        self.replace(typed, start, end, maintain_selection_offset=False)

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
