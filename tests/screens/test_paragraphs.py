"""Paragraphs on a screen of their own: Enter breaks the line, Tab saves and goes on, Esc saves and stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style
from support.drafts import kept
from support.sample_database import first_year_database, sample_database
from support.screens import USER, Screens, opened
from support.stores import DIRECTOR, finalise, staffed

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.paragraphs import ParagraphsScreen
from tthtcd_tui.widgets.prose_editor import ProseEditor

PLACE = "narrative/ban_giam_doc"
EMPTY = "narrative/ket_qua"


@pytest.fixture
def paragraphs(screens: Screens) -> Screens:
    """The paragraphs of Ban Giám đốc, one, in the editor."""
    screens.colleague(PLACE, "Đã dự tập huấn.")
    screens.press("f5", "2", "end", *["pagedown"] * 3, "enter")
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens


def opened_at(screens: Screens, place: str, text: str = "") -> Screens:
    """The editor of `place`, in which `text` stands."""
    if text:
        screens.colleague(place, text)
        screens.press("f5")
    screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(place))))
    return screens


def widget(screens: Screens) -> ProseEditor:
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens.screen.editor


def editor(screens: Screens) -> str:
    return widget(screens).written


# -- what stands there -------------------------------------------------------------------------------------------------


def test_what_stands_there_with_last_years_text_above_and_its_length_below(paragraphs: Screens) -> None:
    assert paragraphs.title == "BAN GIÁM ĐỐC: NỘI DUNG"
    assert "Đã dự tập huấn." in paragraphs.lines
    assert paragraphs.line("2019-2020: ")
    paragraphs.wait_for("4 chữ · 1 đoạn · in trong báo cáo")
    assert paragraphs.message.startswith("Mỗi dòng là một đoạn. Gõ { để chèn số liệu. F2 lưu; Tab lưu và sang ô sau")
    assert paragraphs.lines[0].endswith("● Đã lưu")


def test_what_is_not_printed_says_so(screens: Screens) -> None:
    status = Edit(Place("checklist/noi_quy/status"), "not_applicable")
    screens.do(lambda app: app.report.session.save([status]))
    opened_at(screens, "checklist/noi_quy/statement")
    screens.wait_for("chữ · 1 đoạn · không in")


def test_the_hint_of_an_item_stays_in_sight_while_one_types(screens: Screens) -> None:
    opened_at(screens, "checklist/noi_quy/statement")
    screens.type("abc ")
    assert screens.line("Gợi ý: Nội quy, quy chế hoạt động nào đã ban hành")


@pytest.mark.long
@pytest.mark.parametrize("size", [(80, 24), (40, 20), (110, 40)])
def test_every_size_has_room_to_write(tmp_path: Path, size: tuple[int, int]) -> None:
    with opened(tmp_path, *size) as screens:
        opened_at(screens, "checklist/noi_quy/statement", "Một đoạn dài để ngắt dòng, có {dan_so} người. " * 9)
        screens.press("ctrl+f")
        screens.type("ngắt")
        assert widget(screens).size.height >= 8
        assert all(len(line) <= size[0] for line in screens.lines)


# -- writing, saving, leaving ------------------------------------------------------------------------------------------


def test_enter_breaks_the_line_and_tab_saves_and_goes_on(paragraphs: Screens) -> None:
    paragraphs.press("enter")
    paragraphs.type("Dân số {dan_so} người.")
    assert paragraphs.lines[0].endswith("○ Đang nhập")
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn."
    paragraphs.press("tab")
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn.\nDân số {dan_so} người."
    assert paragraphs.title == "2 BAN GIÁM ĐỐC"
    assert "2 đoạn: Đã dự tập huấn." in paragraphs.text


def test_shift_tab_saves_and_goes_to_the_cell_before(screens: Screens) -> None:
    screens.press("3", "down", "enter")
    screens.type(" Thêm.")
    screens.press("shift+tab")
    assert screens.at == "checklist/kien_toan/status"
    assert screens.stored("checklist/kien_toan/statement").endswith(" Thêm.")


def test_f2_saves_and_stays_where_it_is(paragraphs: Screens) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press("home", "f2")
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn. Thêm."
    assert widget(paragraphs).prose.caret == (0, 0)
    assert paragraphs.message == "Đã lưu."
    paragraphs.press("ctrl+z")
    assert editor(paragraphs) == "Đã dự tập huấn. ", "what was written can be taken back all the same"


def test_a_text_carried_over_is_confirmed_with_f2(screens: Screens) -> None:
    place = "narrative/dia_phuong"
    screens.do(lambda app: app.report.session.save([Edit(Place(f"carried/{place}"), "2019-2020")]))
    opened_at(screens, place)
    screens.press("f2")
    assert screens.stored(f"carried/{place}") == ""
    assert not isinstance(screens.screen, ParagraphsScreen), "and on to the next one"


def test_esc_saves_and_stays_and_the_next_one_leaves(paragraphs: Screens) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press("escape")
    assert paragraphs.stored(PLACE) == editor(paragraphs) == "Đã dự tập huấn. Thêm."
    assert paragraphs.message == "Đã lưu. Esc lần nữa để quay lại."
    paragraphs.press("escape")
    assert paragraphs.title == "2 BAN GIÁM ĐỐC"


def with_a_director(tmp_path: Path) -> Path:
    """The sample, whose report a director may finalise while a clerk writes in it."""
    store = Store(sample_database(tmp_path))
    staffed(store, Member(USER, "Lê Văn Bộ", Role.CLERK))
    store.close()
    return store.path


def test_what_cannot_be_saved_is_kept_and_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "chua-luu"
    with opened(tmp_path, path=with_a_director(tmp_path), drafts=folder) as screens:
        opened_at(screens, EMPTY)
        screens.type("Có lớp")
        finalise(screens.store, screens.year.report_id)
        screens.press("escape")
        assert editor(screens) == "Có lớp"
        assert screens.message.endswith("Bản nháp được giữ; Esc lần nữa để ra.")
        screens.press("escape")
        assert not isinstance(screens.screen, ParagraphsScreen)
        assert screens.message == "Chưa lưu. Bản nháp được giữ: mở lại ô này để viết tiếp."
        screens.press("down")
        screens.wait_until(lambda: kept(folder) == {Place(EMPTY): "Có lớp"})
        screens.store.versions.reopen(screens.year.report_id, DIRECTOR, "Sửa lời văn")
        screens.press("f5")
        opened_at(screens, EMPTY)
        assert editor(screens) == "Có lớp"
        screens.type(" học.")
        screens.press("tab")
        assert screens.stored(EMPTY) == "Có lớp học."
        screens.wait_until(lambda: kept(folder) == {})


def test_ctrl_q_leaves_with_what_cannot_be_saved_kept(tmp_path: Path) -> None:
    folder = tmp_path / "chua-luu"
    with opened(tmp_path, path=with_a_director(tmp_path), drafts=folder) as screens:
        opened_at(screens, EMPTY)
        screens.type("Có lớp")
        finalise(screens.store, screens.year.report_id)
        screens.press("ctrl+q")
        assert not screens.app.is_running
    assert kept(folder) == {Place(EMPTY): "Có lớp"}


def test_a_name_that_no_figure_has_is_saved_as_it_was_typed_and_said(paragraphs: Screens) -> None:
    paragraphs.type(" Có {dan_soo}")
    paragraphs.press("f2")
    assert paragraphs.stored(PLACE) == editor(paragraphs) == "Đã dự tập huấn. Có {dan_soo}"
    assert paragraphs.message == "Đã lưu. Không có số liệu nào tên “{dan_soo}”: giữ nguyên như chữ đã gõ."


def test_ctrl_q_saves_first_and_asks_nothing(paragraphs: Screens) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press("ctrl+q")
    assert not paragraphs.app.is_running
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn. Thêm."


@pytest.mark.long
@pytest.mark.parametrize("keys", [("ctrl+g", "4"), ("f3",), ("f9",)])
def test_going_elsewhere_saves_first(paragraphs: Screens, keys: tuple[str, ...]) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press(*keys)
    assert not isinstance(paragraphs.screen, ParagraphsScreen)
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn. Thêm."


def test_nothing_written_is_nothing_saved(paragraphs: Screens) -> None:
    before = paragraphs.changes
    paragraphs.press("f2", "tab")
    assert paragraphs.changes == before
    assert not isinstance(paragraphs.screen, OverviewScreen)


def test_what_is_being_written_is_discarded_by_a_command_and_comes_back_with_undo(paragraphs: Screens) -> None:
    paragraphs.type(" Thêm.")
    command(paragraphs, "bo phan dang go")
    assert paragraphs.message == "Đã bỏ phần đang gõ. Ctrl+Z lấy lại."
    assert paragraphs.stored(PLACE) == editor(paragraphs) == "Đã dự tập huấn."
    paragraphs.press("ctrl+z")
    assert editor(paragraphs) == "Đã dự tập huấn. Thêm."


def test_a_colleagues_text_appears_unless_something_is_being_written_over_it(paragraphs: Screens) -> None:
    paragraphs.colleague(PLACE, "Của đồng nghiệp.")
    paragraphs.press("f5")
    assert editor(paragraphs) == "Của đồng nghiệp."
    paragraphs.type(" Và tôi.")
    paragraphs.colleague(PLACE, "Lần hai.")
    paragraphs.app.poll()
    assert editor(paragraphs) == "Của đồng nghiệp. Và tôi."


def test_f4_writes_last_years_text_where_there_is_none(paragraphs: Screens) -> None:
    paragraphs.press("f4")
    assert paragraphs.message == "Chỉ chép vào ô còn trống."
    paragraphs.press(*["backspace"] * 20, "f4")
    assert editor(paragraphs)
    paragraphs.press("tab")
    before = paragraphs.store.snapshot(
        next(year for year in paragraphs.store.years() if year.period.label == "2019-2020").report_id
    ).facts
    assert tuple(paragraphs.stored(PLACE).split("\n")) == before.lines_at(*PLACE.split("/"))


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


def command(screens: Screens, words: str) -> None:
    """A command by its words, in the list that Ctrl+G 9 opens."""
    screens.press("ctrl+g", "9")
    screens.type(words)
    screens.press("enter")


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


# -- links -------------------------------------------------------------------------------------------------------------


def test_a_link_is_shown_as_its_value_and_is_one_letter(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {dan_so} người, {so_khu} khu.")
    assert "Có trên 40.000 người, 24 khu." in screens.lines
    assert "{" not in "".join(screens.lines[2:-3])
    screens.press("home", *["right"] * 3)
    assert caret_drawn(screens) == "trên 40.000"
    screens.press("right", "x")
    assert editor(screens) == "Có {dan_so}x người, {so_khu} khu."
    screens.press("backspace", "backspace")
    assert editor(screens) == "Có  người, {so_khu} khu."
    screens.press("ctrl+z")
    assert editor(screens) == "Có {dan_so} người, {so_khu} khu."


def caret_drawn(screens: Screens) -> str:
    """The words under the caret."""
    lines = widget(screens).lines
    [found] = [text for line in lines for text, style in line if style.reverse and style.bold]
    return found


def test_a_link_is_dim_and_underlined(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Có {so_khu} khu.")
    styles = {text: style for line in widget(screens).lines for text, style in line}
    assert styles["24"] == Style(dim=True, underline=True)


def test_a_brace_opens_the_list_of_figures_and_enter_puts_one_in(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("Có {")
    assert screens.line("Dân số").split()[-2:] == ["trên", "40.000"]
    assert screens.message.startswith("Gõ tên hoặc số để lọc")
    screens.type("dan s")
    assert "Số khu phố" not in screens.text
    screens.press("enter")
    screens.type(" người")
    assert editor(screens) == "Có {dan_so} người"
    assert "Có trên 40.000 người" in screens.lines
    screens.press("ctrl+z", "ctrl+z", "ctrl+z")
    assert editor(screens) == "Có ", "what was typed to find it is no step of its own"


def test_a_brace_that_begins_no_link_is_itself(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("tập {a; b} và { c")
    assert editor(screens) == "tập {a; b} và { c"
    screens.press("enter")
    screens.type("{dan")
    screens.press("escape")
    screens.type(" x")
    assert editor(screens) == "tập {a; b} và { c\n{dan x"
    screens.press("tab")
    assert screens.stored(EMPTY) == "tập {a; b} và { c\n{dan x"


def test_a_name_typed_out_is_a_link_and_two_braces_are_one(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("{so_khu} ")
    screens.type("{{so_khu}")
    assert "24 {so_khu}" in screens.lines
    screens.press("tab")
    assert screens.stored(EMPTY) == "{so_khu} {{so_khu}"


@pytest.mark.parametrize("how", ["ctrl+l", "chen so lieu"])
def test_the_list_can_be_asked_for_and_esc_leaves_the_text_as_it_was(screens: Screens, how: str) -> None:
    opened_at(screens, EMPTY, "Có")

    def ask() -> None:
        screens.press(how) if "+" in how else command(screens, how)

    ask()
    screens.type("khu")
    screens.press("escape")
    assert editor(screens) == "Có"
    ask()
    screens.type("so khu")
    screens.press("enter")
    assert editor(screens) == "Có{so_khu}"


def test_in_a_list_of_names_a_brace_is_a_brace(screens: Screens) -> None:
    opened_at(screens, "report/addressees")
    before = editor(screens)
    screens.press("ctrl+l")
    assert screens.message == "Ô này không nhận số liệu tự điền."
    screens.press("enter")
    screens.type("{so_khu}")
    assert editor(screens) == f"{before}\n{{so_khu}}"


def test_a_number_that_a_figure_has_is_offered_and_never_linked_unasked(screens: Screens) -> None:
    opened_at(screens, EMPTY)
    screens.type("Có 24 ")
    assert screens.message.startswith("24 bằng Số khu phố")
    screens.type("k")
    assert editor(screens) == "Có 24 k"
    screens.press("backspace", "ctrl+l", "enter")
    assert editor(screens) == "Có {so_khu} "
    screens.press("ctrl+z")
    assert editor(screens) == "Có 24 "
    command(screens, "noi so vua go")
    screens.press("enter")  # two figures are 24: it asks which
    assert editor(screens) == "Có {so_khu} "
    screens.type("ngày 5, năm 1924 ")
    assert "bằng" not in screens.message


# -- finding and replacing ---------------------------------------------------------------------------------------------


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


# -- a text that nobody has edited ------------------------------------------------------------------------------------


@pytest.fixture
def given(tmp_path: Path) -> Iterator[Screens]:
    """In the paragraphs of a first year that the form gives, which follow the answers until somebody edits them."""
    with opened(tmp_path, path=first_year_database(tmp_path)) as screens:
        opened_at(screens, GIVEN)
        assert GIVEN in screens.screen.session.facts.defaults
        screens.press("ctrl+end")
        yield screens


GIVEN = Place("narrative/dia_phuong")


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        (["enter"], "f2"),
        (["enter"], "escape"),
        (["enter"], "tab"),
        (["enter", "enter", "space"], "f2"),
        (["home", "enter", "enter"], "escape"),
    ],
)
def test_blank_lines_are_no_edit(given: Screens, keys: list[str], way: str) -> None:
    before = given.changes
    given.press(*keys, way)
    assert given.changes == before
    assert GIVEN in given.screen.session.facts.defaults


def test_a_blank_line_and_words_are_one(given: Screens) -> None:
    given.press("enter")
    given.type("Xã nằm ở vùng cao.")
    given.press("f2")
    assert given.message == "Đã lưu."
    assert GIVEN not in given.screen.session.facts.defaults
    assert given.stored(GIVEN).endswith("\nXã nằm ở vùng cao.")


def test_a_blank_line_just_begun_outlives_what_a_colleague_answers(given: Screens) -> None:
    given.press("enter")
    given.colleague("figure/dn_nha_nuoc", "-")
    given.press("f5")
    given.type("Xã nằm ở vùng cao.")
    assert editor(given).endswith("\nXã nằm ở vùng cao.")
