"""What Ctrl+Z and Ctrl+Y say: one place, the same one before and after, and how many more there are."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.undo_words import places_words

FIRST = "Học chương trình xóa mù chữ: Số lớp và 5 chỗ khác."
TWO = "hoạt động “Nấu ăn” (5/6/2021) và 1 hoạt động khác."


def test_of_a_pasted_table_the_first_cell_is_named_by_all_of_them(screens: Screens) -> None:
    screens.press("4", "down", "up")
    screens.paste("1\t2\n3\t4\n5\t6")
    screens.press("ctrl+z")
    assert screens.message == f"Đã hoàn tác: {FIRST}"
    assert screens.at == "results/xoa_mu_chu/classes"
    screens.press("ctrl+y")
    assert screens.message == f"Đã làm lại: {FIRST}"
    screens.press("escape", "ctrl+z")
    assert screens.message == f"Ctrl+Z lần nữa để hoàn tác: {FIRST}"
    screens.press("ctrl+z")
    assert screens.message == f"Đã hoàn tác: {FIRST}"


def test_of_activities_that_go_and_come_the_earliest_is_named(screens: Screens) -> None:
    screens.press("f6")
    screens.paste(
        "Ngày\tLoại\tTên\tSố lớp\tLượt\n"
        "6/6/2021\tGiáo dục pháp luật\tMay mặc\t1\t20\n"
        "5/6/2021\tGiáo dục pháp luật\tNấu ăn\t2\t30"
    )
    screens.press("ctrl+z")
    assert screens.message == f"Đã bỏ {TWO}"
    screens.press("escape", "ctrl+y")
    assert screens.message == f"Ctrl+Y lần nữa để lấy lại {TWO}"
    screens.press("ctrl+y")
    assert screens.message == f"Đã lấy lại {TWO}"


def test_a_member_is_called_the_same_when_asked_and_when_told(screens: Screens) -> None:
    screens.press("2", *["down"] * 6, "enter")
    screens.agree()
    assert screens.message == "Đã xóa thành viên Giám đốc. Ctrl+Z để lấy lại."
    screens.press("escape", "ctrl+z")
    assert screens.message == "Ctrl+Z lần nữa để lấy lại thành viên Giám đốc."
    screens.press("ctrl+z")
    assert screens.message == "Đã lấy lại thành viên Giám đốc."


def test_a_place_and_its_mark_are_one(screens: Screens) -> None:
    screens.press("end", "enter", "f4", "enter")  # the next year, carried over
    screens.press("ctrl+z")
    assert screens.message.startswith("Ctrl+Z lần nữa để hoàn tác: Cơ quan chủ quản và ")
    screens.press("0", "down")
    screens.type("TTHTCĐ xã Bản Sen")
    screens.press("enter", "ctrl+z")
    assert screens.message == "Đã hoàn tác: Tên chính thức của trung tâm."


def test_of_a_review_it_is_said_that_it_was_one_and_of_what(screens: Screens) -> None:
    screens.press("end", "enter", "f4", "enter", "0", "f2")
    assert screens.message.startswith("Đã rà soát.")
    screens.press("ctrl+z")
    assert screens.message == "Đã hoàn tác rà soát: Cơ quan chủ quản."
    screens.press("escape", "ctrl+y")
    assert screens.message == "Ctrl+Y lần nữa để làm lại rà soát: Cơ quan chủ quản."
    screens.press("ctrl+y")
    assert screens.message == "Đã làm lại rà soát: Cơ quan chủ quản."


def test_a_member_that_was_reviewed_is_called_by_name(screens: Screens) -> None:
    screens.press("end", "enter", "f4", "enter", "2", "down", "f2", "ctrl+z")
    assert screens.message == "Đã hoàn tác rà soát: thành viên Giám đốc."


def test_every_place_that_was_carried_over_has_a_name(screens: Screens) -> None:
    screens.press("end", "enter", "f4", "enter")
    session = screens.app.report.session
    told = {place: places_words(session, [Place.of(PlaceKind.CARRIED, place)]) for place in session.carried}
    assert len(told) == 48
    assert not [place for place, words in told.items() if "biểu mẫu" in words or not words]


def test_what_the_form_no_longer_has_is_counted(screens: Screens) -> None:
    gone = [Place("figure/khong_con"), Place("carried/figure/cung_khong")]
    assert places_words(screens.app.report.session, gone) == "2 chỗ biểu mẫu này không có"
