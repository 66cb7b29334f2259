"""Two input lines below a text: the words to find, and their replacement."""

from __future__ import annotations

from rich.cells import cell_len

from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import PLAIN, STRONG
from tthtcd_tui.widgets.typed_line import caret_column, typed_spans

_LABELS = (" Tìm: ", " Thay bằng: ")


class FindBar(Canvas):
    """Hidden until something is looked for."""

    DEFAULT_CSS = "FindBar { height: 2; display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self._typed: tuple[LineBuffer, LineBuffer] | None = None
        self._active = -1

    def show(self, buffers: tuple[LineBuffer, LineBuffer], active: int) -> None:
        """`active` is the one that is typed in; any other number for neither."""
        self._typed, self._active = buffers, active
        self.redraw()

    def new_lines(self) -> list[Line]:
        width = self.size.width or 80
        lines: list[Line] = []
        for number, (label, buffer) in enumerate(zip(_LABELS, self._typed or (), strict=False)):
            room = max(width - cell_len(label), 1)
            if number == self._active:
                lines.append(((label, STRONG), *typed_spans(buffer, room)))
                self.show_caret(min(cell_len(label) + caret_column(buffer, room), width - 1), number)
            else:
                lines.append(((label, PLAIN), (fit(buffer.text, room), PLAIN)))
        return lines

    def on_resize(self) -> None:
        self.redraw()
