"""The activity log: quick entry, what sticks, what is refused, what is pasted."""

from __future__ import annotations

import pytest
from support.screens import Screens
from textual import events

from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.screens.log_hints import example_day
from tthtcd_tui.text.periods import parse_period


@pytest.fixture
def log(screens: Screens) -> Screens:
    screens.press("f6")
    assert screens.at == "entry/date"
    screens.keys = 0
    return screens


def newest(log: Screens, search: str = "") -> Activity:
    return log.store.log.page(log.year.report_id, search=search).activities[0]


def count(log: Screens) -> int:
    return log.store.log.page(log.year.report_id).total


def enter(log: Screens, *fields: str) -> None:
    """Each field and Enter."""
    for field in fields:
        log.type(field)
        log.press("enter")


def test_the_line_to_enter_the_line_to_find_and_the_newest_below(log: Screens) -> None:
    assert log.lines[2:8] == [
        "       Ngày        Loại           Tên hoạt động               Số lớp  Lượt người",
        ">Mới   ·           ·              ·                                ·           ·",
        "  F3   Tìm:                         Loại: tất cả              Xếp theo: Ngày",
        "    1–7 / 7 hoạt động · tổng cả nhật ký: 7 lớp, 750 lượt người",
        "       22/4/2021   Phát triển k…  Nuôi cá nước ngọt                1          45",
        "       18/3/2021   Phát triển k…  Trồng và bảo quản thanh l…       1          40",
    ]


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


def test_categories_stand_below_while_one_is_chosen_by_number_or_words(log: Screens) -> None:
    enter(log, "5/3")
    assert log.at == "entry/category"
    assert [line.strip() for line in log.lines[6:12]] == [
        "1 Học chương trình xóa mù chữ", "2 Học nghề ngắn hạn", "3 Các chuyên đề: gõ số này để mở nhóm",
        "4 Hoạt động văn nghệ, thể thao", "5 Hoạt động của các câu lạc bộ",
        "6 Phổ biến kiến thức qua đài truyền thanh",
    ]  # fmt: skip
    log.type("3")
    assert [line.strip() for line in log.lines[6:12]] == [
        "31 a) Giáo dục pháp luật", "32 b) Giáo dục sức khỏe", "33 c) Giáo dục môi trường",
        "34 d) Văn hóa xã hội", "35 e) Phát triển kinh tế", "36 g) Giáo dục kỹ năng sống",
    ]  # fmt: skip
    log.press("enter")
    assert log.at == "entry/category", "a group is no category"
    log.press("backspace")
    log.type("suc")
    assert " 32 b) Giáo dục sức khỏe" in log.text
    assert "Học nghề ngắn hạn" not in log.text
    log.press("enter")
    assert "Giáo dục sức…" in log.cursor_line
    assert log.at == "entry/title"
    assert "1–7 / 7 hoạt động" in log.text


@pytest.mark.long
@pytest.mark.parametrize(
    ("fields", "at", "says"),
    [
        (["31/6"], "entry/date", "31/6"),
        (["5/3", "gddd"], "entry/category", "“gddd” không phải loại nào. Gõ số đứng đầu loại"),
        (["5/3", "giao duc"], "entry/category", "có thể là 31 a) Giáo dục pháp luật · 32 b) Giáo dục"),
        (["5/3", "3"], "entry/category", "“3” có thể là 31 a) Giáo dục pháp luật"),
        (["5/3", "7"], "entry/category", "“7” không phải loại nào"),
        (["5/3", "31", "Luật", "1,5"], "entry/classes", "Ô này chỉ nhận số nguyên"),
        (["5/3", "31", "-"], "entry/title", "không nhận “không có” hay “không áp dụng”"),
    ],
)
def test_what_is_refused_stays_with_its_reason_beside_it(log: Screens, fields: list[str], at: str, says: str) -> None:
    enter(log, *fields)
    assert log.at == at
    assert log.sheet.typing == fields[-1]
    row = log.lines.index(log.cursor_line)
    assert says in " ".join(line.strip() for line in log.lines[row + 1 : row + 3]), log.text
    assert count(log) == 7


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        (["5/3", "31", "Luật", "x1"], "một trong các từ ấy."),
        (["5/3", "gddd"], "vài chữ của tên."),
        (["31/6"], "kiểm tra lại ngày."),
    ],
)
def test_a_refused_field_is_told_of_once_and_whole_with_the_way_out_below(
    log: Screens, fields: list[str], ends: str
) -> None:
    enter(log, *fields)

    def reason() -> str:
        at = log.lines.index(log.cursor_line) + 1
        return " ".join(line.strip() for line in log.lines[at : at + 4]).partition(" F3 ")[0].strip()

    told = reason()
    assert told.startswith("X ")
    assert told.endswith(ends)
    assert log.text.count(f"“{fields[-1]}”") == 1, log.text
    assert log.message == "Sửa lại rồi Enter; Esc để sau; ^G 9 “Bỏ phần đang gõ”: ô giữ giá trị cũ."
    log.press("escape")
    assert reason() == told, "still told beside it"
    assert log.message == "Chưa lưu. Sửa lại rồi Enter. Bản nháp được giữ; Esc lần nữa để ra."


def test_a_refused_field_waits_in_its_line_when_one_leaves(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "x1")
    log.press("escape", "escape")
    assert log.title == "TỔNG QUAN"
    assert count(log) == 7, "a line without what was typed in it is not saved"
    log.press("f6")
    assert "Luật Đất đai" in log.cursor_line
    assert "x1" in log.cursor_line
    log.press("f2")
    assert (count(log), log.at) == (7, "entry/classes")
    assert log.message.startswith("Chưa lưu: Số lớp: “x1” có “x” đứng trước số."), log.message


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


def test_the_results_table_adds_it_up(log: Screens) -> None:
    enter(log, "5/3", "2", "Lớp may", "3", "60")
    log.press("escape", "4")
    assert log.line("Học nghề ngắn hạn").split("│")[0].split()[-2:] == ["5", "600"]


def test_a_day_outside_the_period_is_taken_with_a_word(log: Screens) -> None:
    enter(log, "5/3/2019", "31", "Luật cũ", "1", "60")
    assert count(log) == 8
    assert "Ngày 5/3/2019 nằm ngoài năm học 2020-2021: xem lại." in log.message


def test_rows_of_a_spreadsheet_are_activities_and_one_undo(log: Screens) -> None:
    log.paste(
        "Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n"
        "5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n"
        "6/3\tLuật B\tphap luat\t2\t20\n"
    )
    assert count(log) == 9
    assert log.message == "Đã dán 2 hoạt động. Ctrl+Z để hoàn tác."
    assert newest(log, "luat b").participations == 20
    log.press("ctrl+z")
    assert count(log) == 7


def test_a_wrong_row_of_a_paste_is_named_and_the_others_are_stored(log: Screens) -> None:
    log.paste("5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n32/3/2021\tLuật B\tGiáo dục pháp luật\t2\t20\n")
    assert count(log) == 8
    assert log.message == "Đã dán 1 hoạt động. Dòng 2 chưa dán được. F8 để xem và xếp. Ctrl+Z để hoàn tác."


def test_one_row_pasted_is_an_activity_too(log: Screens) -> None:
    log.paste("5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n")
    assert count(log) == 8
    assert newest(log, "luat a").participations == 10


def test_what_is_pasted_is_shown_though_another_category_was(screens: Screens) -> None:
    screens.press("4", "down", "f6")
    of_one = screens.text
    screens.paste("5/3/2021\tLuật A\tphap luat\t1\t10\n6/3\tNghề B\tHọc nghề ngắn hạn\t2\t20\n")
    assert "Luật A" not in of_one
    assert screens.message == "Đã dán 2 hoạt động. Đã thôi lọc để thấy các dòng vừa dán. Ctrl+Z để hoàn tác."
    assert "Luật A" in screens.text
    assert "Nghề B" in screens.text


def test_what_is_pasted_of_the_category_shown_leaves_it_shown(screens: Screens) -> None:
    screens.press("4", "down", "f6")
    screens.paste("6/3/2021\tNghề B\tHọc nghề ngắn hạn\t2\t20\n")
    assert screens.message == "Đã dán 1 hoạt động. Ctrl+Z để hoàn tác."
    assert "Loại: Học nghề ngắn hạn" in screens.text


def test_what_is_pasted_is_shown_though_something_else_was_looked_for(log: Screens) -> None:
    log.press("f3")
    log.type("nông")
    log.press("enter")
    log.paste("5/3/2021\tLuật A\tphap luat\t1\t10\n")
    assert log.message == "Đã dán 1 hoạt động. Đã thôi lọc để thấy các dòng vừa dán. Ctrl+Z để hoàn tác."
    assert "Luật A" in log.text


def test_rows_whose_columns_were_guessed_are_shown_and_taken_with_enter(log: Screens) -> None:
    rows = "5/3/2021\tLuật A\tNhà văn hóa\tGiáo dục pháp luật\t1\t10\n"
    log.paste(rows)
    assert count(log) == 7
    assert log.message.startswith("Dán 1 hoạt động? Enter để nhận, Esc: không dán. Các cột: Ngày, ")
    log.press("enter")
    assert count(log) == 8
    assert newest(log, "luat a").place == "Nhà văn hóa"


@pytest.mark.parametrize(
    ("year", "day"), [("2020-2021", "5/3/2021"), ("2019-2020", "5/3/2020"), ("1/9/2020 - 31/1/2021", "31/1/2021")]
)
def test_the_day_given_as_an_example_is_one_of_the_period(year: str, day: str) -> None:
    assert f"ví dụ {day}; gõ {day[:-5]} thì" in example_day(parse_period(year))


WORD_LIST = "STT\tThời gian\tNội dung\tSố lớp\tSố người\n1\t5/3/2021\tLuật A\t1\t10\n2\t6/3\tLuật B\t2\t20\n"


def test_a_list_that_names_no_kinds_says_where_to_choose_one(log: Screens) -> None:
    log.paste(WORD_LIST)
    assert count(log) == 7
    assert log.message == (
        "Chưa dán gì: 2 dòng chưa có loại. Chọn Loại ở dòng “Mới” rồi dán lại, hoặc dán thêm cột Loại."
        " F8 để xem và xếp."
    )


def test_a_list_that_names_no_kinds_is_offered_under_the_one_that_was_chosen(log: Screens) -> None:
    log.press("right")
    log.type("31")
    log.paste(WORD_LIST)
    assert log.message.startswith("Dán 2 hoạt động, loại “Giáo dục pháp luật”? Enter để nhận, Esc: không dán.")
    assert count(log) == 7
    log.press("enter")
    assert count(log) == 9
    assert (newest(log, "luat b").category, newest(log, "luat b").participations) == ("phap_luat", 20)


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


def test_from_a_results_row_its_category_is_set(screens: Screens) -> None:
    screens.press("4", "down", "f6")
    assert screens.at == "entry/date"
    enter(screens, "5/3")
    assert screens.at == "entry/category"
    assert "Học nghề ngắ…" in screens.cursor_line


def test_help_is_of_the_log(log: Screens) -> None:
    log.press("f1")
    assert "chép ô này của hoạt động vừa ghi" in log.text
    assert "Chép từ năm trước vào ô trống" not in log.text.split("Khi nhập")[0]


def test_the_row_that_an_activity_is_counted_in_is_in_sight(log: Screens) -> None:
    for text in ("5/3", "2", "Dạy may"):
        log.type(text)
        log.press("enter")
    assert log.message.startswith("Sẽ in: 2 · Học nghề ngắn hạn · 2 · 540.")
    log.type("3")
    assert log.message.startswith("Sẽ in: 2 · Học nghề ngắn hạn · 5 · 540.")
    log.press("shift+tab", "shift+tab")
    log.type("31")
    log.press("enter", "enter")
    assert log.message.startswith("Không in từ nhật ký: dòng này của bảng kết quả dùng số nhập tay.")


# -- what is no name --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "asks", "answers"),
    [
        ("12/4", "Đây là ngày? Tên hoạt động đang là “12/4”.", "[Giữ làm tên]  Là ngày 12/4/2021  Gõ lại"),
        ("ngày 12 tháng 4", "Đây là ngày?", "[Giữ làm tên]  Là ngày 12/4/2021  Gõ lại"),
        ("31/6", "Đây là ngày?", "[Giữ làm tên]  Gõ lại"),
        ("1.200", "Đây là số?", "[Giữ làm tên]  Là số lớp  Là lượt người  Gõ lại"),
        ("2020-2021", "Đây là kỳ báo cáo?", "[Giữ làm tên]  Gõ lại"),
        ("năm học 2020-2021", "Đây là kỳ báo cáo?", "[Giữ làm tên]  Gõ lại"),
    ],
)
def test_a_name_that_is_a_day_a_number_or_a_period_is_asked_of(
    log: Screens, typed: str, asks: str, answers: str
) -> None:
    enter(log, "5/3", "31", typed)
    assert log.at == "entry/classes", "the cursor went on"
    assert log.message.startswith(asks), log.message
    assert f"{answers} (← → chọn, Enter)" in log.message
    log.press("enter")
    assert log.message == "Giữ làm tên hoạt động."
    enter(log, "1", "60")
    assert newest(log, typed).participations == 60, "kept as it was typed"


def test_a_name_with_words_in_it_is_not_asked_of(log: Screens) -> None:
    enter(log, "5/3", "31", "Tập huấn ngày 12/4")
    assert not log.screen.is_asking


def test_a_day_typed_as_the_name_becomes_the_day_and_the_name_is_typed_next(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "1", "60", "12/4")
    log.press("right", "enter")
    assert (log.at, log.message) == ("entry/title", "Đã chuyển sang ô Ngày. Gõ tên hoạt động.")
    enter(log, "Luật Hôn nhân", "1", "40")
    made = newest(log, "hon nhan")
    assert (f"{made.date:%d/%m/%Y}", made.category, made.participations) == ("12/04/2021", "phap_luat", 40)


def test_a_number_typed_as_the_name_goes_where_it_was_meant(log: Screens) -> None:
    enter(log, "5/3", "31", "60")
    log.press("right", "right", "enter")
    assert (log.at, log.message) == ("entry/title", "Đã chuyển sang ô Lượt người. Gõ tên hoạt động.")
    enter(log, "Luật Đất đai", "1", "")
    assert (newest(log, "dat dai").classes, newest(log, "dat dai").participations) == (1, 60)


def test_what_is_no_name_is_typed_again(log: Screens) -> None:
    enter(log, "5/3", "31", "12/4")
    log.press("left", "enter")
    assert log.at == "entry/title"
    assert "12/4" in log.cursor_line


def test_who_types_on_is_not_stopped_and_asked_of_what_was_saved(log: Screens) -> None:
    log.settles = False
    enter(log, "5/3", "31", "12/4", "1", "60")
    log.settles = True
    log.pause()
    made = newest(log, "12/4")
    assert made.title == "12/4"
    assert "[Giữ làm tên]  Gõ lại" in log.message
    log.press("right", "enter")
    assert log.at == f"activity/{made.uid}/title"


def test_a_name_corrected_to_a_day_is_asked_of_too(log: Screens) -> None:
    log.press("down", "down", "right", "right")
    log.type("12/4")
    log.press("enter")
    assert "Đây là ngày?" in log.message
    assert "[Giữ làm tên]  Gõ lại" in log.message


TWO_IN_ONE_PACKET = "5/3\r31\r3\r1\r60\rLuật Đất đai\r2\r50\r"
"""As one types without looking: the second field of the name is a number."""


def test_a_number_typed_as_the_name_in_one_packet_is_asked_of_behind_all_that_came_with_it(log: Screens) -> None:
    log.packet(TWO_IN_ONE_PACKET)
    assert (newest(log, "3").participations, newest(log, "dat dai").participations) == (60, 50)
    assert log.message.startswith("Đây là số? Tên hoạt động đang là “3”."), log.message
    log.press("right", "enter")
    assert log.at == f"activity/{newest(log, '3').uid}/title"


def test_each_name_that_is_none_is_asked_of_in_its_turn(log: Screens) -> None:
    log.packet("5/3\r31\r3\r1\r60\r12/4\r2\r50\rLuật\r1\r40\r")
    assert "đang là “3”" in log.message
    log.press("enter")
    assert "đang là “12/4”" in log.message
    log.press("enter")
    assert log.message == "Giữ làm tên hoạt động."
    log.press("right", "left")
    assert not log.screen.is_asking, "whoever has answered is not asked again"


def test_no_other_name_is_asked_of_while_one_is_typed_again(log: Screens) -> None:
    log.packet("5/3\r31\r3\r1\r60\r12/4\r2\r50\r")
    log.press("right", "enter")
    assert not log.screen.is_asking
    enter(log, "Luật Đất đai")
    assert "đang là “12/4”" in log.message


def test_what_came_in_one_packet_before_the_question_was_drawn_answers_nothing_and_is_typed(log: Screens) -> None:
    log.settles = False
    enter(log, "5/3", "31", "3")

    def ask_with_keys_on_their_way(app: TthtcdApp) -> None:
        log.screen.settle()
        app.keys.put(events.Key("right", None))
        app.keys.put(events.Key("enter", None))

    log.do(ask_with_keys_on_their_way)
    assert log.at == "entry/title", "past the last number: both did what they always do"
    log.settles = True
    log.press("left")
    assert "đang là “3”" in log.message


def test_whoever_typed_on_over_the_question_is_asked_again_once_it_is_saved(log: Screens) -> None:
    enter(log, "5/3", "31", "3")
    assert "đang là “3”" in log.message
    enter(log, "1")
    assert not log.screen.is_asking, "not at every field of the line"
    enter(log, "60")
    assert newest(log, "3").participations == 60
    assert "đang là “3”" in log.message
