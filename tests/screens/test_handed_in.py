"""On the overview: what the superior has and said; Enter leads to where the report is reopened."""

from __future__ import annotations

from pathlib import Path

from support.sample_database import sample_database
from support.screens import USER, opened

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import APPROVED, RETURNED
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.tasks.years.finalise import finalise


def handed_in(folder: Path) -> Path:
    path = sample_database(folder)
    store = Store(path)
    store.staff.add(Member(USER, "Nguyễn Thị Lan", Role.DIRECTOR))
    year = max(store.years.all(), key=lambda year: year.period.end)
    finalise(store, year, USER)
    store.submissions.hand_in(year.report_id, 1, USER)
    store.close()
    return path


def test_the_overview_says_what_the_superior_has_and_said(tmp_path: Path) -> None:
    with opened(tmp_path, path=handed_in(tmp_path)) as screens:
        assert (
            screens.line("Nộp cấp trên") == "    Nộp cấp trên                đã nộp, chờ cấp trên trả lời · bản chốt 1"
        )
        report = screens.year.report_id
        screens.store.submissions.answer(report, APPROVED, "Sở Giáo dục và Đào tạo", USER)
        screens.press("f5")
        assert screens.line("Cấp trên duyệt").endswith("Sở Giáo dục và Đào tạo")
        screens.store.submissions.answer(report, RETURNED, "Sở Giáo dục và Đào tạo: Số lượt không khớp", USER)
        screens.press("f5")
        assert screens.line("Cấp trên trả lại").endswith("Sở Giáo dục và Đào tạo: Số lượt không khớp")


def test_enter_leads_to_reopening_with_the_reason_in_sight(tmp_path: Path) -> None:
    path = handed_in(tmp_path)
    store = Store(path)
    report = max(store.years.all(), key=lambda year: year.period.end).report_id
    store.submissions.answer(report, RETURNED, "Sở: Số lượt không khớp", USER)
    store.close()
    with opened(tmp_path, path=path) as screens:
        screens.press("end", "up", "up", "enter")
        assert screens.title == "CHỐT BÁO CÁO"
        assert "Cấp trên trả lại. Sở: Số lượt không khớp" in screens.text
        screens.type("Cấp trên trả lại")
        screens.press("enter", "enter")
        assert "Đã mở lại" in screens.message
        screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen)
        assert screens.line("Cấp trên trả lại").endswith("Sở: Số lượt không khớp"), "until it is handed in anew"
