"""A table pasted into the log: its rows are activities, stored, shown before, or refused by name."""

from __future__ import annotations

from support.log import count, newest
from support.screens import Screens


def test_rows_of_a_spreadsheet_are_activities_and_one_undo(log: Screens) -> None:
    log.paste(
        "Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n"
        "5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n"
        "6/3\tLuật B\tphap luat\t2\t20\n"
    )
    assert count(log) == 9
    assert log.message == "Đã dán 2 hoạt động. “6/3” hiểu là 6/3/2021. Ctrl+Z để hoàn tác."
    assert newest(log, "luat b").participations == 20
    log.press("ctrl+z")
    assert count(log) == 7


def test_a_wrong_row_of_a_paste_is_named_and_the_others_are_stored(log: Screens) -> None:
    log.paste("5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n32/3/2021\tLuật B\tGiáo dục pháp luật\t2\t20\n")
    assert count(log) == 8
    assert log.message == (
        "Đã dán 1 hoạt động. Dòng 2 chưa dán được. Các cột hiểu là: Ngày, Tên hoạt động, Loại, Số lớp, Lượt người."
        " F8 để xem và xếp. Ctrl+Z để hoàn tác."
    )


def test_one_row_pasted_is_an_activity_too(log: Screens) -> None:
    log.paste("5/3/2021\tLuật A\tGiáo dục pháp luật\t1\t10\n")
    assert count(log) == 8
    assert newest(log, "luat a").participations == 10


def test_what_is_pasted_is_shown_though_another_category_was(screens: Screens) -> None:
    screens.press("4", "down", "f6")
    of_one = screens.text
    screens.paste("5/3/2021\tLuật A\tphap luat\t1\t10\n6/3\tNghề B\tHọc nghề ngắn hạn\t2\t20\n")
    assert "Luật A" not in of_one
    assert "Đã thôi lọc để thấy các dòng vừa dán." in screens.message
    assert "Luật A" in screens.text
    assert "Nghề B" in screens.text


def test_what_is_pasted_of_the_category_shown_leaves_it_shown(screens: Screens) -> None:
    screens.press("4", "down", "f6")
    screens.paste("6/3/2021\tNghề B\tHọc nghề ngắn hạn\t2\t20\n")
    assert screens.message == (
        "Đã dán 1 hoạt động. Các cột hiểu là: Ngày, Tên hoạt động, Loại, Số lớp, Lượt người. Ctrl+Z để hoàn tác."
    )
    assert "Loại: Học nghề ngắn hạn" in screens.text


def test_what_is_pasted_is_shown_though_something_else_was_looked_for(log: Screens) -> None:
    log.press("f3")
    log.type("nông")
    log.press("enter")
    log.paste("5/3/2021\tLuật A\tphap luat\t1\t10\n")
    assert log.message == (
        "Đã dán 1 hoạt động. Các cột hiểu là: Ngày, Tên hoạt động, Loại, Số lớp, Lượt người."
        " Đã thôi lọc để thấy các dòng vừa dán. Ctrl+Z để hoàn tác."
    )
    assert "Luật A" in log.text


def test_rows_whose_columns_were_guessed_are_shown_and_taken_with_enter(log: Screens) -> None:
    rows = "5/3/2021\tLuật A\tNhà văn hóa\tGiáo dục pháp luật\t1\t10\n"
    log.paste(rows)
    assert count(log) == 7
    assert log.message.startswith("Dán 1 hoạt động? Enter để nhận, Esc: không dán. Các cột: Ngày, ")
    log.press("enter")
    assert count(log) == 8
    assert newest(log, "luat a").place == "Nhà văn hóa"


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


def test_columns_without_titles_are_told_and_so_is_a_day_without_its_year(log: Screens) -> None:
    log.paste("Luật B\tphap luat\t6/3\t2\t20\n7/3\n")
    assert newest(log, "luat b").participations == 20
    assert "Các cột hiểu là: Tên hoạt động, Loại, Ngày, Số lớp, Lượt người." in log.message
    log.paste("Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n6/3\tLuật C\tphap luat\t2\t20\n")
    assert log.message == "Đã dán 1 hoạt động. “6/3” hiểu là 6/3/2021. Ctrl+Z để hoàn tác."


def test_a_kind_of_which_a_part_is_named_is_asked(log: Screens) -> None:
    titles = "Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n"
    log.paste(f"{titles}5/3/2021\tPhòng chống bạo lực gia đình\tXã hội\t1\t10\n")
    assert count(log) == 7
    assert "Hiểu “Xã hội” là “Văn hóa xã hội”: hãy xem lại." in log.message
    log.press("enter")
    assert newest(log, "phong chong bao luc gia dinh").category == "van_hoa_xa_hoi"
    assert "Hiểu “Xã hội” là “Văn hóa xã hội”: hãy xem lại." in log.message
    log.paste(f"{titles}6/3/2021\tHội diễn\tVăn nghệ\t1\t10\n")
    assert newest(log, "hoi dien").category == "van_nghe", "one of the two things its label lists"


def test_more_classes_than_people_are_asked(log: Screens) -> None:
    log.paste("Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n5/3/2021\tLuật A\tphap luat\t30\t1\n")
    assert count(log) == 7
    assert "30 lớp, 1 lượt người: số lớp lớn hơn số lượt người, có thể hai cột đổi chỗ." in log.message
    log.press("enter")
    assert newest(log, "luat a").participations == 1


def test_cells_under_their_titles_are_told_by_where_they_stand(log: Screens) -> None:
    log.paste(
        "Ngày         Loại                 Tên hoạt động   Số lớp  Lượt người\n"
        "5/3/2021     Học nghề ngắn hạn    Lớp đan                 32\n"
        "6/3/2021     Giáo dục sức khỏe    Khám mắt        1       41\n"
    )
    assert (newest(log, "lop dan").classes, newest(log, "lop dan").participations) == (None, 32)
    log.paste(
        "Ngày  Loại  Tên hoạt động  Số lớp  Lượt người\n5/3/2021  Học nghề ngắn hạn  Lớp gò  32\n"
        "6/3/2021  Giáo dục sức khỏe  Khám răng  1  41\n"
    )
    assert newest(log, "kham rang").participations == 41
    assert log.store.log.page(log.year.report_id, search="lop go").total == 0
