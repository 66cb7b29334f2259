"""What every sheet of the report does with a key: the table of keys, one by one, on the locality's figures."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.report.place import Place

POPULATION = "figure/dan_so"


def test_a_row_a_figure_with_its_unit_and_last_year_beside(locality: Screens) -> None:
    assert locality.cursor_line == ">    Dân số                          trên 40.000 người               gần 40.000"
    assert "24/24 · bên phải: 2019-2020" in locality.lines[1]
    assert locality.lines[0].endswith("canbo1 ● Đã lưu")


@pytest.mark.long
@pytest.mark.parametrize(
    ("key", "to"),
    [
        ("enter", "figure/so_ho"),
        ("tab", "figure/so_ho"),
        ("down", "figure/so_ho"),
        ("shift+tab", "figure/dien_tich"),
        ("up", "figure/dien_tich"),
        ("f2", POPULATION),
    ],
)
def test_leaving_a_cell_saves_it_and_f2_stays(locality: Screens, key: str, to: str) -> None:
    before = locality.changes
    locality.type("41500")
    assert locality.lines[0].endswith("canbo1 ○ Đang nhập")
    assert locality.changes == before
    locality.press(key)
    assert locality.stored(POPULATION) == "41.500"
    assert locality.changes == before + 1
    assert locality.at == to
    assert locality.lines[0].endswith("canbo1 ● Đã lưu 14:02")


def test_digits_overwrite_and_keep_the_first_and_backspace_goes_on(locality: Screens) -> None:
    locality.type("7")
    assert locality.sheet.typing == "7"
    locality.press("backspace")
    locality.type("82")
    locality.press("escape", "backspace")
    assert locality.sheet.typing == "8"
    locality.type("1")
    locality.press("enter")
    assert locality.stored(POPULATION) == "81"


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2.554", "2.554"), ("trên 41000", "trên 41.000"), ("hon 5", "hơn 5"), ("12+15", "27"),
        ("-", "-"), ("--", "--"), ("0", "0"),
    ],
)  # fmt: skip
def test_numbers_are_vietnamese(locality: Screens, typed: str, stored: str) -> None:
    locality.type(typed)
    locality.press("enter")
    assert locality.stored(POPULATION) == stored


def test_what_a_list_refuses_stays_there_too_and_what_was_typed_ahead_goes_where_it_was_meant(
    locality: Screens,
) -> None:
    assert locality.sheet.go_to(Place("figure/pho_cap"))
    before = locality.stored("figure/pho_cap")
    locality.type("25")
    locality.press("enter", "1", "6", "enter")
    assert locality.stored("figure/pho_cap") == before
    assert locality.stored("figure/so_nha_van_hoa") == "16"
    assert locality.line("Đạt chuẩn phổ cập").startswith(" X")
    locality.press("f8")
    assert (locality.at, locality.sheet.typing) == ("figure/pho_cap", None)
    assert "25 " in locality.cursor_line


def test_what_is_typed_on_a_row_that_is_an_action_is_refused_for_that_row(screens: Screens) -> None:
    screens.press("2", "enter")
    while "Thêm" not in screens.cursor_line:
        screens.press("down")
    screens.type("26")
    assert screens.message == "Chưa ghi “26”: dòng này không có ô để gõ."


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+d", "Chưa chép gì: dòng này không có ô để gõ."),
        ("f4", "Chưa chép gì: dòng này không có ô để gõ."),
        ("ctrl+o", "Chưa ghi lý do: dòng này không có ô để gõ."),
    ],
)
def test_what_is_done_to_a_cell_says_so_on_a_row_without_one(screens: Screens, key: str, said: str) -> None:
    screens.press("2", "enter")
    while "Thêm" not in screens.cursor_line:
        screens.press("down")
    screens.press(key)
    assert screens.message == said


@pytest.mark.parametrize("text", ["Vũ Thanh Hải", "1\t540\t27\n2\t410\t26\n"])
def test_what_is_pasted_on_a_row_that_is_an_action_is_not_swallowed(screens: Screens, text: str) -> None:
    before = screens.changes
    screens.press("2", "enter")
    while "Thêm" not in screens.cursor_line:
        screens.press("down")
    screens.paste(text)
    assert screens.message == "Chưa dán gì: dòng này không có ô để gõ. Đưa con trỏ vào ô cần dán rồi dán lại."
    assert screens.changes == before


def test_a_table_of_the_board_pasted_on_such_a_row_is_offered(screens: Screens) -> None:
    before = screens.changes
    screens.press("2", "enter")
    while "Thêm" not in screens.cursor_line:
        screens.press("down")
    screens.paste("1\tVũ Thanh Hải\tGiám đốc\n2\tĐỗ Thị Hoa\tPhó Giám đốc\n")
    assert screens.message.startswith("Dán 1 thành viên mới, 1 thành viên đã có? Enter để nhận, Esc: không dán.")
    assert screens.changes == before


def test_ctrl_f_looks_for_words_here_too_and_none_of_them_get_into_the_cell(locality: Screens) -> None:
    before = locality.changes
    locality.press("ctrl+f")
    locality.type("thu nhập")
    assert locality.title == "TÌM"
    locality.press("escape")
    assert (locality.at, locality.sheet.typing, locality.changes) == (POPULATION, None, before)


def test_delete_clears(locality: Screens) -> None:
    locality.press("delete")
    assert locality.stored(POPULATION) == ""
    assert locality.cursor_line.split()[3:] == ["·", "gần", "40.000"]
    locality.press("up")
    assert locality.line("   Dân số").startswith(" ?")
    assert "23/24" in locality.lines[1]


def test_f4_copies_last_year_into_an_empty_cell_only(locality: Screens) -> None:
    locality.press("f4")
    assert locality.message == "Chỉ chép vào ô còn trống."
    assert locality.stored(POPULATION) == "trên 40.000"
    locality.press("delete", "f4")
    assert locality.stored(POPULATION) == "gần 40.000"
    assert locality.at == POPULATION


def test_ctrl_d_copies_the_nearest_cell_above_that_takes_the_same(locality: Screens) -> None:
    locality.press("ctrl+d")
    assert locality.stored(POPULATION) == "gần 20"
    locality.press("up", "delete", "down", "ctrl+d")
    assert locality.message == "Ô trên còn trống."
    assert locality.stored(POPULATION) == "gần 20", "nothing is cleared by copying nothing"
    locality.press("up", "up", "ctrl+d")
    assert locality.message == "Phía trên không có ô nào cùng loại."


def test_undo_and_redo_say_what_they_did_and_go_there(locality: Screens) -> None:
    locality.type("5")
    locality.press("enter", "end", "down", "down", "ctrl+z")
    assert locality.stored(POPULATION) == "trên 40.000"
    assert locality.message == "Đã hoàn tác: Dân số."
    assert locality.at == POPULATION
    locality.press("ctrl+y")
    assert locality.stored(POPULATION) == "5"
    assert locality.message == "Đã làm lại: Dân số."
    locality.press("ctrl+y")
    assert locality.message == "Không có gì để làm lại."


def test_undo_refuses_what_a_colleague_changed_since(locality: Screens) -> None:
    locality.type("5")
    locality.press("enter")
    locality.colleague(POPULATION, "6")
    locality.press("ctrl+z")
    assert locality.stored(POPULATION) == "6"
    assert "canbo2" in locality.message


def test_undo_outlives_the_program_and_works_from_the_overview(locality: Screens) -> None:
    locality.type("5")
    locality.press("enter", "escape", "ctrl+z")
    assert locality.stored(POPULATION) == "5", "what is not seen is said first"
    assert locality.message == "Ctrl+Z lần nữa để hoàn tác: Dân số."
    locality.press("ctrl+z")
    assert locality.stored(POPULATION) == "trên 40.000"
    assert locality.message == "Đã hoàn tác: Dân số."


def test_a_warning_tells_itself_and_ctrl_o_takes_its_reason(screens: Screens) -> None:
    screens.colleague("figure/so_truong", "16")
    screens.press("f5", "f8")
    assert screens.at == "figure/so_truong"
    assert screens.message.startswith("Cảnh báo: Tổng số trường")
    assert screens.line("Tổng số trường ").startswith(">")
    screens.press("ctrl+o")
    assert screens.title == "GIẢI TRÌNH: TỔNG SỐ TRƯỜNG"
    assert "16" in screens.lines[3], "what is to be explained is told"
    assert screens.message == "Gõ lý do rồi Enter để lưu; Esc để quay lại."
    screens.type("Một trường hai cấp.")
    screens.press("enter")
    assert screens.stored("reason/figure/so_truong") == "Một trường hai cấp."
    assert screens.at == "figure/so_truong"
    assert screens.message.startswith("Đã giải trình: Tổng số trường")
    assert screens.message.endswith("= 15. Lý do: Một trường hai cấp."), "what is explained needs no advice"
    screens.press("f8")
    assert screens.message.startswith("Không còn chỗ thiếu hay sai.")


def test_where_something_is_missing_a_reason_is_said_to_settle_nothing(screens: Screens) -> None:
    screens.colleague(POPULATION, "")
    screens.press("f5", "f8")
    assert screens.at == POPULATION
    screens.press("ctrl+o")
    assert "Ghi chú: Dân số" in screens.text
    assert screens.message == "Lý do không thay được chỗ thiếu hay lỗi: vẫn phải nhập, sửa. Esc để quay lại."
    screens.press("escape")
    assert screens.at == POPULATION


def test_a_long_warning_has_room_for_the_key_that_explains_it(screens: Screens) -> None:
    screens.colleague(POPULATION, "405.000")
    screens.press("f5", "1", "down", "down")
    assert screens.at == POPULATION
    assert "…" not in screens.message
    assert screens.message.endswith("nếu đúng thì ghi lý do: ^O.")


def test_esc_keeps_the_reason_and_the_next_one_leaves(screens: Screens) -> None:
    screens.colleague("figure/so_truong", "16")
    screens.press("f5", "f8", "ctrl+o")
    screens.type("Một")
    screens.press("escape")
    assert screens.stored("reason/figure/so_truong") == "Một"
    assert screens.title == "GIẢI TRÌNH: TỔNG SỐ TRƯỜNG"
    screens.press("escape")
    assert screens.at == "figure/so_truong"


def test_pgdn_and_pgup_turn_the_page_where_there_are_no_parts(locality: Screens) -> None:
    locality.press("home", "pageup", "pagedown")
    assert locality.at == "figure/so_hoc_sinh"
    locality.press("pageup")
    assert locality.at == "figure/loai_do_thi"


def test_what_is_cut_is_read_below(locality: Screens) -> None:
    locality.press("pagedown", "pagedown")
    while locality.at != "figure/website":
        locality.press("up")
    assert "tthtcdttmaokhe.dongtrieu.edu.…" in locality.cursor_line
    assert any("tthtcdttmaokhe.dongtrieu.edu.vn" in line for line in locality.lines[-5:-3]), "as it will be printed"
    assert locality.message.startswith("Trang thông tin điện tử của trung tâm. ")


@pytest.mark.long
@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("figure/loai_do_thi", "Ví dụ: loại IV. Xã không xếp loại đô thị thì gõ -- (không áp dụng)."),
        ("figure/so_khu", "Số nguyên từ 0 trở lên; - là không có, -- là không áp dụng."),
        (
            "figure/truong_dat_chuan",
            "Tỷ lệ trường đạt chuẩn quốc gia. Từ 0 đến 100. - là không có, -- là không áp dụng.",
        ),
        (
            "figure/pho_cap",
            "Gõ các số, cách nhau bằng dấu phẩy: 1 mầm non · 2 tiểu học · 3 THCS · 4 THPT",
        ),
    ],
)
def test_each_cell_says_what_it_takes(locality: Screens, place: str, hint: str) -> None:
    locality.press(*["up"] * 5)
    for _ in range(25):
        if locality.at == place:
            break
        locality.press("down")
    assert locality.message == hint


def test_several_choices_are_typed_by_their_numbers(locality: Screens) -> None:
    while locality.at != "figure/pho_cap":
        locality.press("down")
    locality.type("1,3")
    locality.press("enter")
    assert locality.stored("figure/pho_cap") == "mầm non, THCS"


def test_a_paste_of_one_line_goes_into_the_cell_and_is_saved_on_leaving(locality: Screens) -> None:
    locality.paste("trên 42.000\n")
    assert locality.sheet.typing == "trên 42.000"
    locality.press("enter")
    assert locality.stored(POPULATION) == "trên 42.000"


def test_a_column_of_a_spreadsheet_fills_the_figures_below(locality: Screens) -> None:
    locality.paste("41.000\n10.100\n~25\n1.500\n")
    assert locality.stored(POPULATION) == "41.000"
    assert locality.stored("figure/so_ho") == "10.100"
    assert locality.stored("figure/so_khu") == "24"
    assert locality.stored("figure/dang_vien") == "1.500"
    assert locality.message == (
        "Đã dán 4 dòng × 1 cột; bỏ qua 1 ô không phải số (dòng 3: “~25”). Đã thay 3 ô đã nhập."
        " F8 để xem và xếp. Ctrl+Z để hoàn tác."
    )
    locality.press("ctrl+z")
    assert locality.stored(POPULATION) == "trên 40.000", "one paste is one undo"


def test_no_letter_is_a_command(locality: Screens) -> None:
    locality.type("dwqx")
    assert locality.sheet.typing == "dwqx"
    locality.press("escape")
    assert locality.at == POPULATION


def test_a_byte_that_is_no_letter_is_said_and_passed_over(locality: Screens) -> None:
    locality.type("4\ufffd1")
    assert locality.sheet.typing == "41"


@pytest.mark.long
@pytest.mark.parametrize("key", ["ctrl+t", "f10", "f11", "f12", "ctrl+b"])
def test_a_key_without_a_meaning_here_changes_nothing(locality: Screens, key: str) -> None:
    before = locality.changes
    locality.press(key)
    assert (locality.at, locality.changes) == (POPULATION, before)


@pytest.mark.parametrize("typed", ["4", "đô thị loại iv"])
def test_a_class_of_towns_is_written_as_reports_write_it_and_that_is_said(locality: Screens, typed: str) -> None:
    locality.press("up", "up")
    assert locality.at == "figure/loai_do_thi"
    locality.press("delete")
    locality.type(typed)
    locality.press("enter")
    assert locality.stored("figure/loai_do_thi") == "loại IV"
    assert f"“{typed}”: hiểu là loại IV." in locality.message
