"""Shown to one who was taken off the list of staff: a sentence, and nothing of the report."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget

from tthtcd_tui.errors import NotOnStaff
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.widgets.canvas import Canvas
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import BAD, PLAIN

_KEPT = "Phần đang gõ dở được giữ lại. Khi được thêm lại vào danh sách, bấm một phím bất kỳ để làm tiếp."


class ShutOutScreen(NoYearScreen):
    """Stands above all others, which keep what is typed in them, until one may look again."""

    KEYS: ClassVar[tuple[str, ...]] = ("ctrl+q",)

    def __init__(self, services: Services, problem: NotOnStaff) -> None:
        super().__init__(services)
        self._problem = problem
        self._canvas = Canvas()

    @property
    def title_words(self) -> str:
        return "KHÔNG CÒN QUYỀN XEM"

    @property
    def where(self) -> str:
        """Not even which year it was."""
        return ""

    def body(self) -> Widget:
        return self._canvas

    def reload(self) -> None:
        width = (self._canvas.size.width or 80) - 2
        lines = [(line, BAD) for line in wrap(self._problem.message, width)]
        lines += [("", PLAIN), *((line, PLAIN) for line in wrap(_KEPT, width))]
        self._canvas.paint([((f" {line}", look),) for line, look in lines])

    def press(self, key: str, character: str | None) -> None:  # noqa: ARG002
        """Only the end is left: any other command would show something."""
        if key == "ctrl+q":
            self.do_leave()
