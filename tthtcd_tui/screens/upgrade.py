"""Moving the year to the newest version of its form: what would change is read first, F2 does it, Ctrl+Z undoes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.style import Style

from tthtcd_tui.errors import ReportFinal, ReportGone, TaskProblem
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.registry import UPGRADE
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.years.upgrade import Upgrade, moved_from, plan_upgrade, take_back, told, upgrade
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import PLAIN, STRONG


class UpgradeScreen(ReadingScreen):
    """What was read is what is done: somebody's change meanwhile is met, and it is read anew."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "ctrl+z", "escape", "f1", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._plan: Upgrade | None = None
        self._refusal = ""
        self._moved_from: int | None = None
        """The version that the year has just been moved from."""

    @property
    def title_words(self) -> str:
        return "PHIÊN BẢN BIỂU MẪU"

    @property
    def aside(self) -> str:
        return f"đang dùng phiên bản {self.session.form.version} "

    def key_line(self) -> list[tuple[str, str]]:
        does = [("F2", "Đổi")] if self._plan else [("^Z", "Lấy lại bản cũ")] if self._moved_from else []
        return [*does, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def reload(self) -> None:
        store, year = self.session.store, self.session.year
        self._plan, self._refusal, self._moved_from = None, "", None
        try:
            self._plan = plan_upgrade(store, year)
        except (TaskProblem, ReportFinal) as problem:
            self._refusal = problem.message
            self._moved_from = None if self.session.is_final else moved_from(store, year)
        super().reload()

    def passages(self, width: int) -> Sequence[Passage]:
        return [Passage(((line, style),)) for text, style in self._texts() for line in wrap(text, width)]

    def _texts(self) -> Iterator[tuple[str, Style]]:
        if self._plan is None:
            yield self._refusal, PLAIN
            if self._moved_from:
                yield f"Báo cáo vừa được đổi từ phiên bản {self._moved_from}. Ctrl+Z để lấy lại bản đó.", PLAIN
            return
        yield "Sẽ thay đổi như sau; chưa ghi gì:", STRONG
        yield from ((line, PLAIN) for line in told(self._plan))

    def hint_of(self, passage: Passage) -> Message:  # noqa: ARG002 -- no line of it is of one place
        if self._plan is not None:
            return Message("Mũi tên, PgDn để đọc hết. F2 để đổi; Ctrl+Z ở đây lấy lại được, khi chưa sửa gì sau đó.")
        return Message("Esc để quay lại.")

    # -- what is done -------------------------------------------------------------------------------------------------

    def do_save(self) -> None:
        if self._plan is None:
            self.announce(self._refusal)
            return
        version = self._plan.form.version
        upgrade(self.session.store, self._plan, self.services.user)
        self._open_anew(f"Đã đổi sang phiên bản {version} của biểu mẫu. Ctrl+Z để lấy lại.")

    def do_undo(self) -> None:
        """Only what this screen does; what was typed is undone where it was typed."""
        if self._moved_from is None:
            self.say("Ở đây không có gì để hoàn tác: chỉ lấy lại được khi chưa sửa gì sau khi đổi.")
            return
        version = take_back(self.session.store, self.session.year, self.services.user).version
        self._open_anew(f"Đã lấy lại phiên bản {version} của biểu mẫu.")

    def _open_anew(self, words: str) -> None:
        """Every other screen is made again, for those of another version may be others; this one is shown again."""
        navigator, store, report_id = self.navigator, self.session.store, self.session.year.report_id
        year = store.years.get(report_id)
        if year is None:
            raise ReportGone(report_id)
        navigator.open_year(year, "")
        navigator.show(UPGRADE.name)
        navigator.set_greeting(words)
