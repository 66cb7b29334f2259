"""The save status in the head of every screen."""

from __future__ import annotations

from tthtcd_tui.services.open_report import OpenReport
from tthtcd_tui.tasks.session.saving import NotSaved, Refused, SaveConflict, Saved, Saving
from tthtcd_tui.widgets.look import Glyphs


class SaveStatus:
    """The result of the last save, in words and a sign."""

    def __init__(self, report: OpenReport, glyphs: Glyphs) -> None:
        self._report = report
        self._glyphs = glyphs
        self._saved = "Đã lưu"
        self._failed = ""

    def record_save(self, saving: Saving) -> None:
        match saving:
            case Saved(at):
                self._saved, self._failed = f"Đã lưu {at:%H:%M}", ""
            case NotSaved(problem):
                self._failed = problem.message
            case Refused() | SaveConflict():
                pass

    def shown(self, typing: bool, of_year: bool) -> tuple[str, bool]:
        """The text for the head, and whether it is an alert; `of_year` on a screen of the year that is open."""
        if self._failed:
            return f"{self._glyphs.failed} CHƯA LƯU ĐƯỢC: {self._failed}", True
        session = self._report.current
        if self._report.store.refusal or (of_year and session is not None and session.read_only):
            return f"{self._glyphs.closed} Chỉ xem", False
        if typing:
            return f"{self._glyphs.typing} Đang nhập", False
        return f"{self._glyphs.saved} {self._saved}", False
