"""The activities of the log that are shown: what is typed in their fields is saved, and one of them deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.screens.name_doubts import NameDoubts
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.log_activity import cell_problem, completed, fields_of
from tthtcd_tui.tasks.session.saving import Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.sheet import Sheet


class Owner(Protocol):
    """The screen of the log."""

    sheet: Sheet

    @property
    def session(self) -> Session: ...

    def saved(self, saving: Saving, words: str = ...) -> str | None: ...

    def ask(self, words: str, yes: Callable[[], None]) -> None: ...


class LogRecords:
    """Of one log."""

    def __init__(self, screen: Owner, window: LogWindow, names: NameDoubts) -> None:
        self._screen = screen
        self._window = window
        self._names = names

    def take(self, key: str) -> bool:
        """Handle Delete where an activity cannot do without: ask whether the whole is meant."""
        place = self._screen.sheet.place
        record = self._window.activity(place)
        if key != "delete" or place is None or record is None or self._screen.sheet.typing is not None:
            return False
        if not fields_of(self._screen.session.form)[place.parts[-1]].required:
            return False
        words = f"Xóa hoạt động này? {quoted(record.title)}, {format_date(record.date)}."
        self._screen.ask(words, lambda: self._delete(record))
        return True

    def _delete(self, record: Activity) -> None:
        gone = Edit(Place.of(PlaceKind.ACTIVITY, record.uid), UNANSWERED)
        saving = self._screen.session.save([gone])
        self._screen.saved(saving, f"Đã xóa {quoted(record.title)}. Ctrl+Z để lấy lại.")

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Save what was typed in fields of them; None, or why it was not taken."""
        wanted = self._completed(cells)
        for place, raw in wanted:
            problem = self._problem(place.parts[-1], raw)
            if problem is not None:
                return problem
        problem = self._screen.saved(self._screen.session.enter(Typed(place, raw) for place, raw in wanted))
        if problem is None and len(wanted) == 1 and wanted[0][0].parts[-1] == "title":
            self._names.add(wanted[0][0].parent, wanted[0][1])
        return problem

    def takes(self, place: Place, raw: str) -> bool:
        """Whether `raw` can be read at `place`."""
        ((_, read),) = self._completed([(place, raw)])
        return self._unreadable(place.parts[-1], read) is None

    def _completed(self, cells: Iterable[tuple[Place, str]]) -> list[tuple[Place, str]]:
        form, period = self._screen.session.form, self._screen.session.facts.period
        return [(place, completed(form, period, place.parts[-1], raw)) for place, raw in cells]

    def _problem(self, key: str, raw: str) -> str | None:
        field = fields_of(self._screen.session.form)[key]
        if not raw.strip() and field.required:
            how = "Nhập lại; để xóa cả hoạt động: ^G 9 “Bỏ phần đang gõ”, rồi Delete."
            return f"Hoạt động phải có {field.label}. {how}"
        return self._unreadable(key, raw)

    def _unreadable(self, key: str, raw: str) -> str | None:
        session = self._screen.session
        return cell_problem(session.form, key, raw, session.facts.period.days)
