"""Finding and replacing: here or in the whole report, each place shown, one undo."""

from __future__ import annotations

from support.paragraphs import EMPTY, command, editor, opened_at, widget
from support.screens import Screens


def test_find_goes_to_what_is_typed_and_enter_to_the_next(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Tổ một.\nHai tổ, ba Tổ.")
    screens.press("ctrl+home", "ctrl+f")
    screens.type("tổ")
    assert screens.message.startswith("Chỗ 1/3. Enter, ↓ chỗ sau")
    screens.press("enter", "down")
    assert widget(screens).prose.caret == (1, 11)
    screens.press("up")
    assert widget(screens).prose.caret == (1, 4)
    screens.press("escape")
    assert "Tìm:" not in screens.text
    screens.type("x")
    assert editor(screens) == "Tổ một.\nHai xtổ, ba Tổ."


def test_find_without_marks_where_nothing_has_them(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Học hoc.")
    screens.press("ctrl+f")
    screens.type("hoc")
    assert "1/1." in screens.message
    screens.press("backspace", "backspace", "backspace")
    screens.type("hoc.x")
    assert screens.message.startswith("Không tìm thấy ở đây.")


def test_what_was_just_put_in_is_not_counted_among_what_is_left(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Hội Khuyên học")
    screens.press("ctrl+home", "ctrl+f")
    screens.type("khuyen hoc")
    screens.press("tab")
    screens.type("Khuyến học")
    screens.press("enter")
    assert editor(screens) == "Hội Khuyến học"
    assert screens.message.startswith("Đã thay. Không còn chỗ nào.")


def test_find_sees_the_value_of_a_link_and_replace_asks_before_making_it_words(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {so_khu} khu, 24 tổ")
    screens.press("ctrl+home", "ctrl+f")
    screens.type("24")
    assert "1/2" in screens.message
    screens.press("tab")
    screens.type("25")
    screens.press("enter")
    assert editor(screens) == "Có {so_khu} khu, 24 tổ"
    assert screens.message.startswith("Chỗ này là số liệu tự điền")
    screens.press("down", "enter")
    assert editor(screens) == "Có {so_khu} khu, 25 tổ"
    screens.press("enter", "enter")
    assert editor(screens) == "Có 25 khu, 25 tổ"


def test_replacing_here_shows_each_place_and_is_one_undo(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Tổ dân phố một, tổ dân phố hai, tổ dân phố ba")
    screens.press("home", "ctrl+f")
    screens.type("tổ dân phố")
    screens.press("tab")
    screens.type("khu phố")
    screens.press("enter", "down", "enter")
    assert editor(screens) == "Khu phố một, tổ dân phố hai, khu phố ba"
    screens.press("escape", "ctrl+z")
    assert editor(screens) == "Tổ dân phố một, tổ dân phố hai, tổ dân phố ba"


WHOLE = {
    "narrative/dia_phuong": "Có 5 tổ dân phố {so_khu}.\nTổ dân phố nào cũng học.",
    "narrative/ket_qua": "Ở tổ dân phố {dan_so}",
    "checklist/noi_quy/statement": "Mỗi tổ dân phố một bản.",
}


def test_one_term_in_the_whole_report_in_six_keys_as_one_change(screens: Screens) -> None:
    for place, text in WHOLE.items():
        screens.colleague(place, text)
    screens.press("f5")
    opened_at(screens, EMPTY)
    before = screens.changes
    screens.keys = 0
    screens.press("ctrl+f")
    screens.type("tổ dân phố")
    screens.press("tab")
    screens.type("khu phố")
    screens.press("ctrl+f")
    assert screens.title == "THAY TRONG CẢ BÁO CÁO"
    assert screens.text.count("[x]") == 4
    screens.press("end", "enter")
    assert screens.keys <= 6
    assert screens.message == "Đã thay 4 chỗ trong báo cáo. Ctrl+Z lấy lại tất cả."
    assert screens.changes == before + 1
    assert screens.stored("narrative/dia_phuong") == "Có 5 khu phố {so_khu}.\nKhu phố nào cũng học."
    assert screens.stored("narrative/ket_qua") == "Ở khu phố {dan_so}"
    assert screens.stored("checklist/noi_quy/statement") == "Mỗi khu phố một bản."
    screens.press("ctrl+z")
    assert {place: screens.stored(place) for place in WHOLE} == WHOLE


def test_where_nothing_was_found_shift_tab_goes_to_the_words_looked_for(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Hội Khuyến học")
    screens.press("ctrl+f")
    screens.type("zz")
    screens.press("tab")
    screens.type("yy")
    screens.press("ctrl+f")
    assert screens.message == ("Không có chỗ nào trong các đoạn văn. Shift+Tab sửa chữ cần tìm; Esc để quay lại.")
    screens.type("q")
    assert screens.message == "Chưa ghi “q”: đang ở danh sách; Shift+Tab về ô để gõ."
    screens.paste("q")
    assert screens.message == "Chưa dán gì: đang ở danh sách; Shift+Tab về ô để gõ."
    screens.press("shift+tab", "backspace")
    assert screens.line(" Tìm:").rstrip() == " Tìm: z"


def test_places_are_chosen_one_by_one_and_none_is_replaced_that_was_not_seen(screens: Screens) -> None:
    screens.colleague("narrative/ket_qua", "Tổ A.\n{so_khu}\nTổ B.")
    screens.colleague("narrative/dia_phuong", "\n".join(f"Dòng {number} zz" for number in range(60)))
    screens.press("f5")
    opened_at(screens, EMPTY)
    command(screens, "thay trong ca bao cao")
    screens.type("24")
    screens.press("enter", "enter")
    assert "[ ]" in screens.text, "a figure is words only where it is chosen to be"
    screens.press("shift+tab", "shift+tab", "backspace", "backspace")
    screens.type("zz")
    screens.press("enter")
    screens.type("yy")
    screens.press("enter", "enter", "end", "enter")
    assert "chưa hiện trên màn hình" in screens.message
    screens.press(*["pageup"] * 6, "end", "enter")
    stored = screens.stored("narrative/dia_phuong").split("\n")
    assert stored == ["Dòng 0 zz", *(f"Dòng {number} yy" for number in range(1, 60))]
