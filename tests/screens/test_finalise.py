"""Finalising on screen: what stands in the way, the question, what is kept, and reopening with a reason."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from support.screens import USER, Screens
from support.stores import DIRECTOR
from support.stores import finalise as kept

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.screens.finalise import FinaliseScreen
from tthtcd_tui.screens.section import SectionScreen
from tthtcd_tui.tasks.people.staff import make_director
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.transfer.export_report import ExportFormat
from tthtcd_tui.tasks.upward.submit import submission
from tthtcd_tui.tasks.years.kept_versions import version_bytes


@pytest.fixture
def director(screens: Screens) -> Screens:
    """The sample year, with a director at the keyboard."""
    make_director(screens.store, USER)
    return screens


def open_finalise(screens: Screens) -> None:
    screens.press("ctrl+p")
    screens.type("chot bao cao")
    screens.press("enter")
    assert isinstance(screens.screen, FinaliseScreen)


def finalise(screens: Screens) -> None:
    open_finalise(screens)
    screens.press("enter")
    screens.agree()
    assert screens.message == "Đã chốt. Bản này được giữ mãi."


def test_a_final_report_can_only_be_read_and_a_reason_reopens_it(director: Screens) -> None:
    finalise(director)
    assert "đã chốt, chỉ xem" in director.line("CHỐT BÁO CÁO")
    assert "Bản 1: canbo1 chốt lúc" in director.text
    director.press("ctrl+g", "1", "down")
    director.type("2")
    assert "đã chốt ngày" in director.text
    assert director.stored("figure/dien_tich") == "gần 20"
    director.press("escape")
    open_finalise(director)
    director.press("down", "enter")
    assert "lý do" in director.message.lower()
    assert director.app.report.session.is_final, "not without a reason"
    director.press("up")
    director.type("Sai số hộ")
    director.press("enter", "enter")
    assert director.message == "Đã mở lại. Báo cáo lại sửa được."
    assert "canbo1 mở lại lúc" in director.text
    assert "Sai số hộ" in director.text
    director.press("ctrl+g", "1")
    director.type("25")
    director.press("enter")
    assert director.changes > 0
    assert not director.app.report.session.is_final


@pytest.mark.long
def test_a_no_finalises_nothing(director: Screens) -> None:
    for no in ("escape", "enter"):
        open_finalise(director)
        director.press("enter")
        assert "[Không]  Có" in director.message
        director.press(no)
        assert director.message == "Chưa chốt."
        assert not director.app.report.session.is_final


@pytest.mark.long
def test_warnings_nobody_has_explained_are_counted_in_the_question(screens: Screens) -> None:
    screens.colleague("figure/so_truong", "16")
    make_director(screens.store, USER)
    screens.press("f5")
    open_finalise(screens)
    screens.press("enter")
    assert screens.message.startswith("Còn 1 cảnh báo. Chốt báo cáo?")


def test_a_number_that_is_left_to_a_hand_is_told_in_the_question(screens: Screens) -> None:
    screens.colleague("report/number", "")
    screens.colleague("figure/so_truong", "16")
    make_director(screens.store, USER)
    screens.press("f5")
    open_finalise(screens)
    screens.press("enter")
    assert screens.message.startswith("Còn 1 cảnh báo. Số văn bản còn trống: ghi tay. Chốt báo cáo?")
    assert screens.message.endswith("giám đốc phải mở lại. [Không]  Có  (← → chọn, Enter)"), "nothing is cut"


def test_what_stands_in_the_way_leads_to_its_cell(screens: Screens) -> None:
    screens.colleague("figure/dan_so", "")
    screens.press("f5")
    open_finalise(screens)
    assert "Còn 1 chỗ phải xong trước khi chốt" in screens.text
    screens.press("enter")
    assert screens.message.startswith("Chưa chốt được")
    screens.press("down", "enter")
    assert isinstance(screens.screen, SectionScreen)
    assert screens.screen.sheet.place == "figure/dan_so"


@pytest.mark.long
def test_a_version_is_exported_byte_for_byte(
    director: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    finalise(director)
    director.app.export_folder = ExportFolder.of_this_machine()
    director.choose("Bản 1")
    kept = version_bytes(director.store, director.year, 1, ExportFormat.DOCX)
    assert (tmp_path / "bao-cao-2020-2021-ban-1.docx").read_bytes() == kept
    director.press("enter")
    assert "Ghi đè?" in director.message


def test_a_clerk_is_told_who_may(screens: Screens) -> None:
    make_director(screens.store, "giamdoc")
    head = Store(screens.store.path, "giamdoc")
    head.staff.add(Member(USER, "Lan", Role.CLERK))
    head.close()
    open_finalise(screens)
    screens.press("enter")
    screens.agree()
    assert "giám đốc" in screens.message.lower()
    assert not screens.app.report.session.is_final


def test_a_centre_without_a_unit_here_makes_the_file_it_mails(
    director: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    finalise(director)
    director.app.export_folder = ExportFolder.of_this_machine()
    assert "trả lời" not in director.text, "of what nobody has"
    director.choose("Làm tệp bản nộp (bản chốt 1)")
    assert director.message.startswith("Đã làm bản nộp ban-nop-mao-khe-2020-2021.zip (")
    assert "Gửi thư kèm tệp:" in director.text
    year = director.store.years.get(director.year.report_id)
    assert year
    assert (tmp_path / "ban-nop-mao-khe-2020-2021.zip").read_bytes() == submission(director.store, year).data
    assert director.app.report.session.handed_in.version == 1
    director.choose("Làm tệp bản nộp")
    assert "Đã có tệp ban-nop-mao-khe-2020-2021.zip. Ghi đè?" in director.message
    director.press("escape")
    director.choose("Nhận tệp trả lời")
    assert director.title == "NHẬP TỆP"


def test_on_a_shared_server_the_command_that_makes_it_is_told(
    director: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.9 5000 203.0.113.7 22")
    monkeypatch.setenv("USER", "tthtcd")
    finalise(director)
    director.app.export_folder = ExportFolder(tmp_path, is_served=True)
    director.choose("Làm tệp bản nộp")
    assert "ssh tthtcd@203.0.113.7 submit 2020-2021 > ban-nop-mao-khe-2020-2021.zip" in director.text
    assert director.message == "Lệnh ở trên làm bản nộp và ghi là đã nộp."
    assert not list(tmp_path.glob("*.zip"))


def test_who_only_looks_makes_no_file_to_mail(screens: Screens) -> None:
    make_director(screens.store, DIRECTOR)
    with closing(Store(screens.store.path, DIRECTOR)) as head:
        head.staff.add(Member(USER, "Trần Xem", Role.VIEWER))
        kept(head, screens.year.report_id)
    screens.press("f5")
    open_finalise(screens)
    assert "bản nộp" not in screens.text
