"""The line to enter: five fields an activity, what sticks, what is refused, what waits when one leaves."""

from __future__ import annotations

import pytest
from support.log import count, enter, newest
from support.screens import Screens

from tthtcd_tui.screens import destinations as to


def test_an_activity_is_five_fields_and_five_enters(log: Screens) -> None:
    enter(log, "5/3", "phap", "Luật Đất đai", "1", "60")
    made = newest(log, "luat dat dai")
    assert (f"{made.date:%d/%m/%Y}", made.category, made.title) == ("05/03/2021", "phap_luat", "Luật Đất đai")
    assert (made.classes, made.participations) == (1, 60)
    assert log.keys == 5
    assert log.message.startswith("Đã lưu: 5/3/2021 · Giáo dục pháp luật · Luật Đất đai")
    assert count(log) == 8


def test_date_and_category_stick_and_the_next_begins_at_its_title(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "1", "60")
    assert log.at == "entry/title"
    assert log.message.endswith("Ctrl+Z để bỏ. Gõ tên hoạt động tiếp theo: ngày và loại đã giữ.")
    assert "5/3/2021" in log.cursor_line
    log.keys = 0
    enter(log, "Luật Hôn nhân", "1", "40")
    assert log.keys == 3
    made = newest(log, "hon nhan")
    assert (f"{made.date:%d/%m/%Y}", made.category, made.participations) == ("05/03/2021", "phap_luat", 40)


@pytest.mark.long
@pytest.mark.parametrize(
    ("fields", "at", "says"),
    [
        (["5/3", "gddd"], "entry/category", "“gddd” không phải loại nào. Gõ số đứng đầu loại"),
        (["5/3", "giao duc"], "entry/category", "có thể là 31 a) Giáo dục pháp luật · 32 b) Giáo dục"),
        (["5/3", "3"], "entry/category", "“3” có thể là 31 a) Giáo dục pháp luật"),
        (["5/3", "7"], "entry/category", "“7” không phải loại nào"),
        (["5/3", "31", "-"], "entry/title", "không nhận “không có” hay “không áp dụng”"),
        (["hôm qua"], "entry/date", "ví dụ 5/6/2021"),
    ],
)
def test_what_is_refused_waits_in_its_field_and_f8_has_its_reason_beside_it(
    log: Screens, fields: list[str], at: str, says: str
) -> None:
    enter(log, *fields)
    assert log.at != at, "Enter goes on"
    assert says in log.message
    log.press("f8")
    assert log.at == at
    assert fields[-1] in log.cursor_line
    row = log.lines.index(log.cursor_line)
    assert says in " ".join(line.strip() for line in log.lines[row + 1 : row + 4]), log.text
    assert count(log) == 7


def reason(log: Screens) -> str:
    """What stands below the line being entered."""
    at = log.lines.index(log.cursor_line) + 1
    return " ".join(line.strip() for line in log.lines[at : at + 4]).partition(" F3 ")[0].strip()


def test_a_refused_category_is_told_of_once_and_whole_with_the_way_out_below(log: Screens) -> None:
    enter(log, "5/3", "gddd")
    assert log.text.count("“gddd”") == 1, log.text
    assert log.message.endswith("vài chữ của tên. Ô ấy chưa lưu; F8 để quay lại.")
    log.press("f8")
    told = reason(log)
    assert told.startswith("X ")
    assert told.endswith("vài chữ của tên.")
    assert log.text.count("“gddd”") == 1, log.text
    assert log.message == "Chưa lưu: gõ lại rồi Enter, hoặc Delete để xóa trống ô này."
    enter(log, "31")
    assert "“gddd”" not in log.text
    assert log.at == "entry/title"


@pytest.mark.parametrize(
    ("fields", "wrong", "says"),
    [
        (["45/13", "31", "Luật Đất đai", "1", "60"], "date", "Không có tháng 13"),
        (["5/3", "gddd", "Luật Đất đai", "1", "60"], "category", "“gddd” không phải loại nào."),
        (["5/3", "31", "-", "1", "60"], "title", "không nhận “không có” hay “không áp dụng”"),
        (["5/3", "31", "Luật Đất đai", "1,5", "60"], "classes", "Ô này chỉ nhận số nguyên"),
        (["5/3", "31", "Luật Đất đai", "1", "x6"], "participations", "“x6” có “x” đứng trước số."),
    ],
)
def test_what_cannot_be_read_waits_while_what_was_typed_ahead_goes_on(
    log: Screens, fields: list[str], wrong: str, says: str
) -> None:
    enter(log, *fields)
    assert count(log) == 7
    assert log.at == f"entry/{wrong}"
    assert log.cursor_line.startswith((">X", "X")) or "X" in log.cursor_line[:6], log.text
    assert says in reason(log)
    assert log.message == f"Chưa lưu: sửa lại {LABELS[wrong]}."
    enter(log, RIGHT[wrong])
    log.press("f2")
    made = newest(log, "luat dat dai")
    assert (made.title, made.category, made.classes, made.participations) == ("Luật Đất đai", "phap_luat", 1, 60)


LABELS = {
    "date": "Ngày",
    "category": "Loại",
    "title": "Tên hoạt động",
    "classes": "Số lớp",
    "participations": "Lượt người",
}
RIGHT = {"date": "5/3", "category": "31", "title": "Luật Đất đai", "classes": "1", "participations": "60"}


def test_the_next_activity_typed_ahead_does_not_go_into_one_that_was_not_saved(log: Screens) -> None:
    log.packet("45/13\r31\rLuật Đất đai\r1\r60\rLuật Hôn nhân\r1\r40\r")
    assert (count(log), log.at) == (7, "entry/date")
    assert "Chưa ghi “Luật Hôn nhân140”: hoạt động trước chưa lưu; sửa xong rồi gõ tiếp." in log.message
    assert "45/13" in log.cursor_line
    assert "Luật Đất đai" in log.cursor_line
    enter(log, "5/3")
    log.press("f2")
    assert newest(log, "luat dat dai").participations == 60


def test_f8_comes_back_to_what_cannot_be_read_in_the_line(log: Screens) -> None:
    enter(log, "45/13")
    assert log.at == "entry/category"
    assert log.message.endswith("Ô ấy chưa lưu; F8 để quay lại.")
    enter(log, "31")
    log.press("f8")
    assert log.at == "entry/date"
    assert "Không có tháng 13" in reason(log)


def test_a_refused_field_waits_in_its_line_when_one_leaves(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "x1")
    while log.title != "TỔNG QUAN":
        log.press("escape")
    assert count(log) == 7, "a line without what was typed in it is not saved"
    log.press("f6")
    assert "Luật Đất đai" in log.cursor_line
    assert "x1" in log.cursor_line
    log.press("f2")
    assert (count(log), log.at) == (7, "entry/classes")
    assert log.message == "Chưa lưu: sửa lại Số lớp."
    assert reason(log).startswith("X “x1” có “x” đứng trước số."), log.text


def test_what_is_missing_is_said_when_the_line_is_to_be_saved_and_nothing_is_lost(log: Screens) -> None:
    log.press("enter", "enter")
    log.type("Luật")
    log.press("f2")
    assert count(log) == 7
    assert log.message == "Chưa lưu: còn thiếu Ngày; còn thiếu Loại."
    assert log.at == "entry/date"
    enter(log, "5/3", "31")
    log.press("f2")
    assert newest(log, "luat").title == "Luật"


def test_f2_saves_a_line_without_numbers_and_tab_reaches_the_other_fields(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "1")
    log.type("60")
    log.press("tab")
    assert log.at == "entry/place"
    enter(log, "Nhà văn hóa khu 3", "Tư pháp", "Có phát tờ rơi")
    made = newest(log, "luat dat dai")
    assert (made.place, made.partner, made.note) == ("Nhà văn hóa khu 3", "Tư pháp", "Có phát tờ rơi")
    assert log.at == "entry/title"


def test_f4_copies_from_the_record_above_into_an_empty_field_only(log: Screens) -> None:
    log.press("f4", "enter", "f4", "enter")
    assert "22/4/2021" in log.cursor_line, "of the newest, where none was entered yet"
    log.type("Luật")
    log.press("f4")
    assert log.message == "Chỉ chép vào ô còn trống."
    log.press("enter", "f4", "enter", "f4", "enter")
    made = newest(log, "luat")
    assert (made.category, made.classes, made.participations) == ("kinh_te", 1, 45)


def test_undo_takes_the_whole_activity_back(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "1", "60")
    log.press("ctrl+z")
    assert count(log) == 7
    log.press("ctrl+y")
    assert count(log) == 8


def test_a_day_outside_the_period_is_taken_with_a_word(log: Screens) -> None:
    enter(log, "5/3/2019", "31", "Luật cũ", "1", "60")
    assert count(log) == 8
    assert "Ngày 5/3/2019 nằm ngoài năm học 2020-2021: xem lại." in log.message


def test_leaving_with_a_whole_line_saves_it(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "1")
    log.type("60")
    log.press("ctrl+g", "4")
    assert log.title == "4 KẾT QUẢ HOẠT ĐỘNG"
    assert newest(log, "luat dat").participations == 60


def test_leaving_with_half_a_line_is_said_once_and_then_keeps_it(log: Screens) -> None:
    log.press("enter", "enter")
    enter(log, "Luật")
    log.press("escape")
    assert log.title == "NHẬT KÝ HOẠT ĐỘNG"
    assert log.message.startswith("Hoạt động mới chưa lưu (xem lại: Ngày, Loại).")
    assert log.message.endswith("bấm lần nữa để rời đi (phần đang gõ được giữ).")
    log.press("escape")
    assert log.title == "TỔNG QUAN"
    log.press("f6")
    assert "Luật" in log.cursor_line, "what was typed is still there"
    assert count(log) == 7


def test_a_field_that_was_emptied_again_leaves_no_draft(log: Screens) -> None:
    log.type("9")
    assert [text for _, text in log.screen.typed_cells()] == ["9"]
    log.press("backspace")
    assert list(log.screen.typed_cells()) == []


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        ({"category": "Học nghề ngắn hạn", "date": "45/13"}, "date"),
        ({"date": "5/3/2021", "title": "Đan lát", "classes": "hai"}, "classes"),
        ({"date": "5/3/2021", "title": "Đan lát", "classes": "2"}, "classes"),
        ({"date": "5/3/2021"}, "category"),
    ],
)
def test_an_activity_taken_up_again_opens_on_what_is_wrong_or_was_typed_last(
    log: Screens, texts: dict[str, str], at: str
) -> None:
    log.resize(40, 20)
    log.do(lambda app: app.navigator.open(to.LogEntry("a1", texts)))
    assert log.at == f"entry/{at}"
    assert texts.get(at, "·") in log.cursor_line
    if at == "date":
        assert "Không có tháng 13" in reason(log)
        log.press("tab", "tab", "tab")
        assert "X" in log.cursor_line[:6], "also where the wrong field is out of sight"


def test_f4_says_when_there_is_nothing_above_to_copy(log: Screens) -> None:
    log.press("f3")
    log.type("khong co gi nhu the")
    log.press("enter", "f6", "f4")
    assert log.message == "Chưa có hoạt động nào ở trên để chép."
