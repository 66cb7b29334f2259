"""By when a period has to be handed in: one date. Enter sets it, Esc does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import ClassVar, Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.one_line import OneLine
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.upward.due import due_day
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.periods import Period
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import SheetRow

_DAY: Final = Place("due/day")


class DueDayScreen(NoYearScreen, SheetScreen):
    """Made anew for each."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False
    RESTED: ClassVar[str] = "Chưa đặt hạn nộp: Enter để đặt."

    def __init__(
        self, services: Services, period: Period, whose: str, day: date | None, set_day: Callable[[date, str], None]
    ) -> None:
        """`whose` reports, and by when so far; `set_day` sets it, told how it was understood."""
        super().__init__(services)
        self._period, self._whose, self._before = period, whose, day
        self._set_day = set_day
        self._line = OneLine(_DAY, format_date(day) if day else "")
        self._day, self._note = day, ""

    @property
    def title_words(self) -> str:
        return "HẠN NỘP"

    @property
    def where(self) -> str:
        return self._whose

    def key_line(self) -> list[tuple[str, str]]:
        return [("Enter", "Đặt hạn"), ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def rows(self) -> list[SheetRow]:
        question = f"{self._whose} phải nộp báo cáo {self._period.title} chậm nhất ngày nào?"
        return self._line.rows(question, self.size.width)

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        """It is of the moment: a day that was not set says nothing."""
        yield from ()

    def take(self, key: str, character: str | None) -> bool:
        if key != "enter":
            return super().take(key, character)
        if not self.sheet.leave():
            return True
        if self._day is None:
            self.announce("Chưa đặt: ô còn để trống. Gõ ngày, ví dụ 15/6; Esc: không đặt.", wrong=True)
            return True
        self.navigator.back()
        if self._day != self._before:
            self._set_day(self._day, self._note)
        return True

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        refused = self._line.enter(cells)
        if refused is not None:
            return refused
        try:
            self._day, self._note = due_day(self._line.text, self._period) if self._line.text else (None, "")
        except TextProblem as problem:
            return problem.message
        if self._day is not None:
            self._line.text = format_date(self._day)
        self.reload()
        return None

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def hint(self) -> Message:
        wanted = "Gõ ngày/tháng, ví dụ 15/6; Enter: đặt, các trung tâm thấy ngay. Esc: không đặt."
        return self.error_or(wanted)
