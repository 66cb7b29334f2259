"""A file read in on the screens: chosen, looked at, taken by keys, and taken back in one step."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from support.bases import without_base
from support.screens import USER, Screens
from support.stores import new_report

from tthtcd_tui.models.store import Store
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.codec import encode
from tthtcd_tui.report.reply import ReplyKind
from tthtcd_tui.tasks.people.staff import make_director
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells
from tthtcd_tui.tasks.session.evidence import copy_file
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.transfer.sent_files import SentFiles
from tthtcd_tui.tasks.upward.receive import receive
from tthtcd_tui.tasks.upward.reply import Verdict, answer
from tthtcd_tui.tasks.upward.submit import hand_in
from tthtcd_tui.tasks.years.finalise import finalise
from tthtcd_tui.tasks.years.stored_report import report_of


@pytest.fixture
def here(screens: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Screens:
    """The screens in a folder of their own, where files to be read lie."""
    (tmp_path / "tep").mkdir()
    monkeypatch.chdir(tmp_path / "tep")
    screens.app.export_folder = ExportFolder.of_this_machine()
    return screens


def opened(screens: Screens) -> Screens:
    screens.press("ctrl+p")
    screens.type("nhap tep")
    screens.press("enter")
    assert "NHẬP TỆP" in screens.title
    return screens


def exported(screens: Screens) -> bytes:
    return encode(report_of(screens.store, screens.year, with_base=True).report)


def edited(data: bytes, answers: Mapping[str, object]) -> bytes:
    tree = json.loads(data)
    tree["answers"] |= answers
    return json.dumps(tree).encode()


def test_what_comes_back_is_taken_with_enter_and_what_both_changed_one_by_one(here: Screens) -> None:
    data = exported(here)
    here.colleague("figure/dan_so", "200")
    Path("ve.json").write_bytes(edited(data, {"figure/dan_so": "150", "figure/so_khu": "25", "figure/so_ho": "7"}))
    opened(here).press("enter")
    assert "2 chắc chắn, 1 cần xem lại" in here.text
    assert "Ghi 2 chỗ chắc chắn" in here.cursor_line
    here.press("enter")
    assert here.message == "Đã ghi 2 chỗ. Ctrl+Z để hoàn tác."
    assert (here.stored("figure/so_khu"), here.stored("figure/dan_so")) == ("25", "200")
    here.press("down")
    assert "Dân số" in here.cursor_line or "Dân số" in here.text
    assert "hai bên cùng sửa: gốc trên 40.000, ở đây 200" in here.message
    here.press("ctrl+z")
    assert here.stored("figure/so_khu") == "24"
    here.press("enter")
    assert here.stored("figure/dan_so") == "150"
    assert "không còn gì mới" in here.text


def test_a_file_of_which_the_base_is_not_known_takes_nothing_unasked(here: Screens) -> None:
    Path("la.json").write_bytes(edited(without_base(exported(here)), {"figure/so_khu": "25", "figure/so_ho": "7"}))
    opened(here).press("enter")
    assert "Lấy hết theo tệp: 2 chỗ" in here.cursor_line
    assert here.stored("figure/so_khu") == "24"
    here.press("down")
    assert "không rõ tệp được làm từ bản nào" in here.message
    here.press("delete", "up", "enter")
    assert [here.stored(place) == was for place, was in (("figure/so_khu", "24"), ("figure/so_ho", "10.005"))].count(
        True
    ) == 1


@pytest.mark.long
def test_a_year_that_is_not_here_is_made(here: Screens) -> None:
    tree = json.loads(exported(here))
    tree["period"] = {"kind": "school_year", "start": "2023-09-01", "end": "2024-08-31", "label": "2023-2024"}
    Path("moi.json").write_text(json.dumps(tree), encoding="utf-8")
    opened(here).press("enter", "enter")
    assert "2023-2024" in here.text
    assert here.store.years.all()[0].period.label == "2023-2024"


def from_word(screens: Screens, changes: Mapping[str, str]) -> bytes:
    """The year's DOCX, edited in Word."""
    data = render(report_of(screens.store, screens.year), ExportFormat.DOCX)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            for was, now in changes.items() if name == "word/document.xml" else ():
                part = part.replace(was.encode(), now.encode())
            after.writestr(name, part)
    return made.getvalue()


@pytest.mark.long
def test_what_was_edited_in_word_is_proposed_and_what_has_no_place_is_filed_by_hand(here: Screens) -> None:
    heading, now = "ĐẶC ĐIỂM TÌNH HÌNH ĐỊA PHƯƠNG", "ĐẶC ĐIỂM TÌNH HÌNH CỦA PHƯỜNG"
    changes = {"dân số trên 40.000 người": "dân số trên 41.000 người", heading: now}
    Path("ve.docx").write_bytes(from_word(here, changes))
    opened(here).press("enter")
    assert "1 cần xem lại, 1 chưa xếp chỗ" in here.text
    assert "trên 41.000" in here.cursor_line
    here.press("enter")
    assert here.stored("figure/dan_so") == "trên 41.000"
    assert now in here.cursor_line
    here.press("enter")
    assert "ĐƯA VÀO CHỖ NÀO?" in here.title
    here.type("dac diem tinh hinh")
    here.press("enter")
    assert now in " ".join(here.text.split())
    here.press("f2", "escape", "escape")
    assert "NHẬP TỆP ve.docx" in here.title
    assert "không còn gì mới" in here.text


def test_the_files_of_evidence_in_a_package_are_taken_with_enter(here: Screens, tmp_path: Path) -> None:
    """The year has come already, without its files."""
    (tmp_path / "bien-ban.pdf").write_bytes(b"mot tep")
    with closing(Store(tmp_path / "khac.db")) as other:
        report = new_report(other)
        words = copy_file(other, report, "an", tmp_path / "bien-ban.pdf")
        year = other.years.all()[0]
        typed = {"evidence/a/title": "Biên bản", "evidence/a/file": words, "figure/dan_so": "41.000"}
        save_cells(other, year, [Typed(place, raw) for place, raw in typed.items()], "an")
        given = report_of(other, year, with_log=True, with_base=False)
        Path("goi.zip").write_bytes(render(given, ExportFormat.PACKAGE))
        run_import(here.store, plan_import(here.store, encode(given.report), "a.json"), "canbo1", replace=True)
    here.colleague("figure/dan_so", "42.000")
    opened(here).press("enter")
    assert "41.000" in here.line("Dân số"), "what is to be looked at stands below"
    assert "Lấy hết theo tệp: 1 chỗ" in here.cursor_line
    here.press("down")
    assert "Chép 1 tệp minh chứng trong gói" in here.cursor_line
    here.press("enter")
    assert here.message == "Đã chép 1 tệp minh chứng."
    assert here.store.evidence_files.read(here.screen.session.year.report_id, words[:64]) == b"mot tep"
    here.press("enter")
    assert here.stored("figure/dan_so") == "41.000"
    assert "không còn gì mới" in here.text


@pytest.mark.long
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(here: Screens) -> None:
    Path("hong.docx").write_bytes(b"PK\x03\x04 khong phai")
    opened(here).press("enter")
    assert "Tệp bị hỏng" in here.message
    assert "hong.docx" in here.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{\n"format": ', "Dòng 2: tệp không đúng cú pháp JSON."),
        (b'{"format":"tthtcd-report","x":"' + b"x" * 17_000_000 + b'"}', "Tệp lớn hơn 16 MB mà có ít hoạt động"),
    ],
    ids=["half of one", "one text"],
)
def test_of_a_json_it_is_told_what_is_wrong(here: Screens, data: bytes, said: str) -> None:
    Path("a.json").write_bytes(data)
    opened(here).press("enter")
    assert said in here.message


def test_on_a_server_the_line_that_sends_a_file_is_shown(screens: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.9 50000 203.0.113.1 2222")
    monkeypatch.setenv("USER", "tthtcd")
    screens.app.export_folder = ExportFolder.of_a_server(screens.store, "canbo1")
    files = SentFiles.of(screens.store, "canbo1")
    files.folder.mkdir(parents=True)
    (files.folder / "so.csv").write_text("x", encoding="utf-8")
    opened(screens)
    assert "so.csv" in screens.cursor_line
    assert "ssh -p 2222 tthtcd@203.0.113.1 put bao-cao.docx < bao-cao.docx" in screens.text
    assert "plink -P 2222 tthtcd@203.0.113.1 put bao-cao.docx < bao-cao.docx" in screens.text


def old_report(*lines: str) -> bytes:
    """What a clerk wrote in Word, a paragraph a line."""
    made = BytesIO()
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def test_where_no_file_lies_it_is_said_where_to_put_one(here: Screens) -> None:
    opened(here)
    assert here.message.startswith("Chưa có tệp nào đọc được ở đây. Đưa tệp vào thư mục trên rồi bấm F5")
    assert "Enter" not in here.lines[-1]
    Path("bao-cao.docx").write_bytes(old_report("Báo cáo"))
    here.press("f5")
    assert "bao-cao.docx" in here.cursor_line
    assert "Enter Đọc tệp" in here.lines[-1]


def test_words_without_a_place_go_to_the_one_that_is_called_so_as_a_paragraph_of_their_own(here: Screens) -> None:
    lost = "Đề nghị bổ sung máy tính."
    Path("cu.docx").write_bytes(old_report("BÁO CÁO", "I. Đặc điểm tình hình", "VI. Kiến nghị", lost))
    opened(here).press("enter")
    here.press("end")
    assert lost in here.cursor_line
    assert "Enter Chọn chỗ" in here.lines[-1]
    here.press("enter")
    here.type("lời kết")
    assert here.cursor_line.lstrip(">").strip().startswith("Lời kết"), "before those in which the words stand"
    here.press("enter")
    assert here.title == "LỜI KẾT"
    here.press("f2")
    before, _, last = here.stored("report/closing").rpartition("\n")
    assert (bool(before), last) == (True, lost)


@pytest.fixture
def answered(here: Screens) -> Callable[[Verdict], None]:
    """The sample year, handed in by mail; what is answered to it comes back as «tra-lai.json»."""
    make_director(here.store, USER)
    finalise(here.store, here.year, USER)
    year = here.store.years.get(here.year.report_id)
    assert year
    register = Register(Path("tiep-nhan"))
    mailed = hand_in(here.store, year, USER)
    Path("ban-nop.zip").write_bytes(mailed.data)
    assert [each.reason for each in receive(register, [Path("ban-nop.zip")], "so", date(2021, 6, 10))] == [""]
    Path("ban-nop.zip").unlink()
    here.press("f5")

    def answering(verdict: Verdict) -> None:
        answer(register, year.period, "mao-khe", verdict, "so", Path("tra-lai.json"))

    return answering


def test_what_those_above_answered_is_shown_and_then_told_in_the_history(
    here: Screens, answered: Callable[[Verdict], None]
) -> None:
    answered(Verdict(ReplyKind.RETURNED, "Số lượt không khớp", "Phòng Giáo dục và Đào tạo"))
    opened(here).press("enter")
    assert here.title == "TRẢ LỜI CỦA CẤP TRÊN"
    assert "Phòng Giáo dục và Đào tạo trả lại báo cáo năm học 2020-2021 của TTHTCĐ" in here.text
    assert "Lý do: Số lượt không khớp" in here.text
    assert here.app.report.session.handed_in.returned == "", "nothing is written yet"
    here.press("escape")
    assert "tra-lai.json" in here.cursor_line
    here.press("enter", "enter")
    assert here.message == "Đã ghi: cấp trên trả lại. Muốn sửa thì giám đốc mở lại ở “Chốt báo cáo”."
    assert here.app.report.session.handed_in.returned == "Phòng Giáo dục và Đào tạo: Số lượt không khớp"
    here.press("enter", "enter")
    assert here.message.startswith("Đã ghi từ trước: cấp trên trả lại.")
    here.press("escape", "ctrl+p")
    here.type("chot bao cao")
    here.press("enter")
    assert "Cấp trên trả lại. Phòng Giáo dục và Đào tạo: Số lượt không khớp" in here.text
    assert "Làm tệp bản nộp" not in here.text, "it is to be set right first"


@pytest.mark.long
def test_an_approval_with_a_remark_too(here: Screens, answered: Callable[[Verdict], None]) -> None:
    answered(Verdict(ReplyKind.APPROVED, "Số liệu rõ ràng", "Phòng Giáo dục và Đào tạo"))
    opened(here).press("enter")
    assert "Ý kiến: Số liệu rõ ràng" in here.text
    here.press("enter")
    assert here.message == "Đã ghi: cấp trên duyệt."


def test_an_answer_to_another_report_is_refused_before_anything(
    here: Screens, answered: Callable[[Verdict], None]
) -> None:
    answered(Verdict(ReplyKind.APPROVED, "", "Phòng Giáo dục và Đào tạo"))
    reply = json.loads(Path("tra-lai.json").read_text())
    Path("tra-lai.json").write_text(json.dumps(reply | {"submission": "0" * 64}))
    opened(here).press("enter")
    assert here.title == "NHẬP TỆP"
    assert "Trả lời này không phải cho bản nộp của báo cáo năm học 2020-2021 ở đây" in here.message
