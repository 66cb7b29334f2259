"""Typing in paragraphs: words, ends, selection; what is cut, copied and pasted; the terminal's own cursor."""

from __future__ import annotations

import pytest
from support.paragraphs import EMPTY, command, editor, opened_at, widget
from support.screens import Screens

# -- typing ------------------------------------------------------------------------------------------------------------


def test_undo_takes_back_typing_first_and_redo_does_it_again(paragraphs: Screens) -> None:
    paragraphs.press("enter")
    paragraphs.type("Hai")
    written = editor(paragraphs)
    paragraphs.press("ctrl+z")
    assert editor(paragraphs) != written
    paragraphs.press("ctrl+y")
    assert editor(paragraphs) == written


def test_undo_goes_word_by_word_and_an_input_method_is_no_step_of_its_own(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("một tie")
    screens.press("backspace")
    screens.type("êng")
    screens.press("ctrl+z")
    assert editor(screens) == "một "
    screens.press("ctrl+z")
    assert editor(screens) == ""
    screens.press("ctrl+y", "ctrl+y")
    assert editor(screens) == "một tiêng"


def test_an_input_method_that_takes_back_letters_writes_what_is_meant(paragraphs: Screens) -> None:
    paragraphs.press("enter")
    paragraphs.type("tie")
    paragraphs.press("backspace")
    paragraphs.type("êng")
    paragraphs.press("backspace", "backspace", "backspace")
    paragraphs.type("ếng")
    assert editor(paragraphs).endswith("\ntiếng")
    paragraphs.type(" Viê\u0323t")
    assert editor(paragraphs).endswith("\ntiếng Việt"), "a mark that comes after its letter is joined to it"
    paragraphs.type("\u202f\u200b")
    paragraphs.press("backspace", "backspace")
    assert editor(paragraphs).endswith("\ntiếng Việt"), "helpers come and go"


@pytest.mark.long
@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["ctrl+left", "x"], "một hai xba"),
        (["alt+b", "alt+b", "x"], "một xhai ba"),
        (["home", "ctrl+right", "x"], "mộtx hai ba"),
        (["home", "alt+f", "alt+f", "x"], "một haix ba"),
        (["alt+backspace"], "một hai "),
        (["alt+backspace", "alt+backspace"], "một "),
        (["ctrl+u"], ""),
        (["home", "ctrl+right", "ctrl+k"], "một"),
        (["ctrl+home", "x"], "xmột hai ba"),
        (["home", "ctrl+end", "x"], "một hai bax"),
        (["shift+left", "shift+left", "x"], "một hai x"),
        (["home", "shift+end", "x"], "x"),
        (["home", "shift+ctrl+right", "delete"], " hai ba"),
        (["home", "shift+right", "left", "x"], "xmột hai ba"),
        (["home", "shift+right", "right", "x"], "mxột hai ba"),
        (["home", "delete"], "ột hai ba"),
    ],
)
def test_words_ends_and_what_is_selected(screens: Screens, keys: list[str], left: str) -> None:
    opened_at(screens, EMPTY, "một hai ba")
    screens.press(*keys)
    assert editor(screens) == left


def test_up_and_down_keep_to_their_column_over_rows_and_paragraphs(screens: Screens) -> None:
    long = "a" * 40 + " " + "b" * 60
    opened_at(screens, EMPTY, f"{long}\nngắn\n{long}")
    places = []
    for _ in range(5):
        places.append(widget(screens).prose.caret)
        screens.press("up")
    assert places == [(2, 101), (2, 40), (1, 4), (0, 101), (0, 40)]
    screens.press("up")
    assert widget(screens).prose.caret == (0, 0)


def test_page_keys_scroll_and_nothing_is_left(screens: Screens) -> None:
    opened_at(screens, EMPTY, "\n".join(f"Đoạn {number}" for number in range(60)))
    assert "Đoạn 59" in screens.text
    screens.press(*["pageup"] * 5)
    assert "Đoạn 0" in screens.lines
    assert widget(screens).prose.caret[0] == 0
    screens.press("pagedown")
    assert "Đoạn 0" not in screens.lines


def test_an_alt_key_without_a_meaning_is_swallowed_and_said(paragraphs: Screens) -> None:
    paragraphs.press("alt+x")
    assert editor(paragraphs) == "Đã dự tập huấn."
    assert paragraphs.message == "Bỏ qua Alt+x: phím này không dùng ở đây, chưa ghi gì."


def test_a_sentence_of_ten_words_is_deleted_in_twelve_keys(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Câu ở lại. Trung tâm đã tổ chức lớp học cho bà con.")
    screens.keys = 0
    screens.press(*["alt+backspace"] * 10)
    assert editor(screens) == "Câu ở lại. "
    assert screens.keys <= 12


# -- cut, copy, paste --------------------------------------------------------------------------------------------------


def test_cut_and_paste_carry_links_from_place_to_place(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {dan_so} người")
    screens.press("shift+home", "ctrl+x", "tab")
    opened_at(screens, "narrative/dia_phuong", "Đầu.")
    screens.press("enter", "ctrl+v", "ctrl+v", "tab")
    assert screens.stored("narrative/dia_phuong") == "Đầu.\nCó {dan_so} ngườiCó {dan_so} người"
    assert screens.stored(EMPTY) == ""


def test_copying_leaves_the_text_and_what_was_never_copied_is_said(screens: Screens) -> None:
    opened_at(screens, EMPTY, "một hai")
    screens.press("ctrl+v")
    assert screens.message.startswith("Chưa cắt hay chép gì ở đây.")
    screens.press("ctrl+c")
    assert screens.message.startswith("Chưa chọn chữ nào")
    screens.press("shift+ctrl+left", "ctrl+c", "end", "ctrl+v")
    assert editor(screens) == "một haihai"


def test_selecting_without_shift(screens: Screens) -> None:
    opened_at(screens, EMPTY, "một hai ba")
    screens.press("home")
    command(screens, "bat dau chon")
    assert screens.message.startswith("Đang chọn: mũi tên để nới")
    screens.press("ctrl+right")
    assert widget(screens).selected == "một"
    command(screens, "cat doan chon")
    assert editor(screens) == " hai ba"
    command(screens, "dan doan")
    assert editor(screens) == "một hai ba"
    command(screens, "bat dau chon")
    screens.press("right", "escape", "right")
    assert widget(screens).selected == "", "Esc ends it, and leaves nothing else"
    assert editor(screens) == "một hai ba"


def test_what_is_selected_is_drawn_so(screens: Screens) -> None:
    opened_at(screens, EMPTY, "một hai ba")
    screens.press("shift+ctrl+left")
    row = next(strip for strip in screens.strips if "".join(text for text, _ in strip).startswith("một hai ba"))
    assert [text for text, style in row if style.reverse] == ["b", "a"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("keys", "pasted", "text"),
    [
        (["end"], "Hai.\nBa.", "Một.\nHai.\nBa."),
        (["end", "enter"], "Hai.\nBa.", "Một.\nHai.\nBa."),
        (["home"], "Hai.\nBa.", "Hai.\nBa.\nMột."),
        (["end"], " Hai.", "Một. Hai."),
        (["end"], "Hai.\n", "Một.Hai."),
        (["end", "left"], "Hai\nBa", "Một\nHai\nBa\n."),
        (["shift+home"], "Hai.\nBa.", "Hai.\nBa."),
        (["end"], " Hai. ", "Một. Hai. "),
        (["end", "enter"], "•\tHai\n•\tBa", "Một.\n- Hai\n- Ba"),
        (["end"], "Dân số {dan_so}\u00a0người", "Một.Dân số {dan_so} người"),
    ],
)
def test_a_paste_of_lines_begins_a_paragraph_and_is_one_step(
    screens: Screens, keys: list[str], pasted: str, text: str
) -> None:
    opened_at(screens, EMPTY, "Một.")
    screens.press(*keys)
    before = editor(screens)
    screens.paste(pasted)
    assert editor(screens) == text
    screens.press("ctrl+z")
    assert editor(screens) == before


# -- what is pasted ----------------------------------------------------------------------------------------------------


def test_a_list_of_word_becomes_lines_and_its_bullets_dashes(screens: Screens) -> None:
    opened_at(screens, EMPTY, "")
    screens.paste("Phân công:\n•\tGiám đốc phụ trách chung.\n\uf0b7\tPhó Giám đốc theo dõi lớp nghề.\n")
    assert editor(screens) == "Phân công:\n- Giám đốc phụ trách chung.\n- Phó Giám đốc theo dõi lớp nghề."


OLD = "Trung t©m ®· tæ chøc 12 líp häc."


@pytest.mark.parametrize(("key", "text"), [("enter", "Trung tâm đã tổ chức 12 lớp học."), ("escape", OLD)])
def test_an_old_encoding_is_shown_before_and_after_and_enter_converts(screens: Screens, key: str, text: str) -> None:
    opened_at(screens, EMPTY, "")
    screens.paste(OLD)
    assert "TCVN3" in screens.message
    assert editor(screens) == ""
    screens.press(key)
    assert editor(screens) == text


def test_pieces_of_a_paste_without_brackets_go_on_in_the_middle_of_a_word(screens: Screens) -> None:
    opened_at(screens, EMPTY, "")
    screens.type("Trung tâm mở hai lớp ng")
    screens.burst("hề.\nHọc viên đều có việc\n")
    screens.burst("làm.\nNhân dân ủng hộ.")
    screens.burst("Đoạn mới.\nĐoạn nữa.")
    assert editor(screens) == (
        "Trung tâm mở hai lớp nghề.\nHọc viên đều có việc\nlàm.\nNhân dân ủng hộ.\nĐoạn mới.\nĐoạn nữa."
    )


# -- the terminal's own cursor -----------------------------------------------------------------------------------------


def test_the_terminals_cursor_stands_at_the_caret(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {so_khu} khu")
    screens.press("home", *["right"] * 5)
    y = screens.lines.index("Có 24 khu")
    assert screens.app.cursor_position == (6, y)
    screens.press("ctrl+f")
    screens.type("kh")
    x, y = screens.app.cursor_position
    assert screens.lines[y].startswith(" Tìm: kh")
    assert x == len(" Tìm: kh")
