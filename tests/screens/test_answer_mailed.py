"""An answer to what came by mail, at 80×24: who answers, why, and the file that goes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.mailed import UNITS, mailed, post
from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.register.register import Register
from tthtcd_tui.register.standing import EventKind, standing
from tthtcd_tui.report.reply import ReplyKind, decode_reply
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.upward.receive import receive
from tthtcd_tui.tasks.upward.units import import_units
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Beside the database: what two communes have mailed, and nothing of a third."""
    found = Register(tmp_path / "tiep-nhan")
    import_units(found, post(tmp_path, "danh-muc.csv", UNITS.encode()))
    files = [
        post(tmp_path / "den", f"{code}.zip", mailed(name, code)[0])
        for name, code in (("phường Mạo Khê", "mk"), ("xã Tân Hòa", "th"))
    ]
    assert [each.reason for each in receive(found, files, "so", date(2021, 6, 20))] == ["", ""]
    return found


@pytest.fixture
def screens(register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screens]:
    (tmp_path / "gui").mkdir()
    monkeypatch.chdir(tmp_path / "gui")
    with opened(tmp_path, path=sample_database(tmp_path)) as shown:
        shown.app.export_folder = ExportFolder.of_this_machine()
        shown.do(lambda app: app.navigator.show("received"))
        yield shown


def open_answer(screens: Screens, unit: str) -> None:
    screens.choose(unit)
    screens.choose("Trả lời: trả lại kèm lý do")
    assert screens.title == "TRẢ LỜI BẢN NỘP"


def test_it_is_sent_back_with_a_reason_and_a_file_goes_to_the_centre(screens: Screens, register: Register) -> None:
    open_answer(screens, "Xã Tân Hòa")
    assert "Báo cáo năm học 2020-2021 của Xã Tân Hòa" in screens.text
    screens.choose("Trả lại:")
    assert screens.message.startswith("Chưa ghi cơ quan trả lời"), "and nobody guesses it"
    screens.press("up", "up", "up")
    screens.type("Sở Giáo dục và Đào tạo")
    screens.press("enter")
    screens.choose("Trả lại:")
    assert screens.message == "Trả lại bản nộp phải có lý do. Hãy ghi lý do."
    screens.press("up")
    screens.type("Số lượt không khớp")
    screens.press("enter")
    screens.choose("Trả lại:")
    reply = decode_reply(Path("tra-lai-102-2020-2021.json").read_bytes())
    assert (reply.kind, reply.by) == (ReplyKind.RETURNED, "Sở Giáo dục và Đào tạo")
    assert reply.reason == "Số lượt không khớp"
    assert screens.title == "BẢN NỘP ĐÃ NHẬN"
    assert "Xã Tân Hòa: trả lại" in screens.text
    assert screens.message.startswith("Đã trả lại bản chốt 1 của Xã Tân Hòa. Hãy gửi trung tâm tệp ")
    assert "(còn 1 bản nộp chưa trả lời)" in screens.message
    (told,) = standing(register, YEAR).answers.values()
    assert (told.kind, told.reason) == (EventKind.RETURNED, "Số lượt không khớp")


def test_it_is_approved_without_a_word_in_the_name_of_the_letterhead(screens: Screens, register: Register) -> None:
    (register.folder / "the-thuc.toml").write_text('issuer = "Sở Giáo dục và Đào tạo"\n', encoding="utf-8")
    open_answer(screens, "Phường Mạo Khê")
    assert "Sở Giáo dục và Đào tạo" in screens.line("Cơ quan trả lời")
    screens.choose("Duyệt:")
    assert decode_reply(Path("duyet-101-2020-2021.json").read_bytes()).kind is ReplyKind.APPROVED
    assert "Phường Mạo Khê: đã duyệt" in screens.text
    screens.choose("Trả lời: trả lại kèm lý do")
    screens.choose("Duyệt:")
    assert "Đã có tệp duyet-101-2020-2021.json. Ghi đè?" in screens.message


def test_of_one_that_has_not_come_there_is_nothing_to_answer(screens: Screens) -> None:
    screens.choose("Xã Bản Sen")
    assert "Trả lời:" not in screens.text


def test_on_a_shared_server_no_file_is_left_lying(screens: Screens, tmp_path: Path) -> None:
    screens.app.export_folder = ExportFolder(tmp_path, is_served=True)
    screens.choose("Xã Tân Hòa")
    assert "Trả lời:" not in screens.text
