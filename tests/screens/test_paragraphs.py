"""Paragraphs on a screen of their own: what stands there, how it is saved, and texts that nobody has edited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.drafts import kept
from support.paragraphs import EMPTY, PLACE, command, editor, opened_at, widget
from support.sample_database import first_year_database, sample_database
from support.screens import USER, Screens, opened
from support.stores import DIRECTOR, finalise, staffed
from textual import events

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.paragraphs import ParagraphsScreen

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
        assert widget(screens).size.height >= (7 if size[0] < 80 else 8)  # a narrow window keeps four rows for hints
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


@pytest.mark.parametrize(
    ("between", "written"),
    [
        (["enter"], ["24", "5.900"]),
        (["enter", "up", "down"], ["245.900"]),
    ],
    ids=["typed ahead", "come back to"],
)
def test_what_is_typed_on_behind_the_enter_of_the_last_cell_is_a_paragraph_of_its_own(
    screens: Screens, between: list[str], written: list[str]
) -> None:
    place = "narrative/ket_qua"
    screens.press("4")
    while screens.at != place:
        screens.press("pagedown")
    screens.press("tab")
    assert screens.at == place, "it is the last cell of the screen"
    letters = [[events.Key(letter, letter) for letter in text] for text in ("24", "5.900")]
    screens.send(*letters[0], *between, *letters[1], "f2")
    assert isinstance(screens.screen, ParagraphsScreen)
    assert screens.stored(place).split("\n") == written


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
        next(year for year in paragraphs.store.years.all() if year.period.label == "2019-2020").report_id
    ).facts
    assert tuple(paragraphs.stored(PLACE).split("\n")) == before.lines_at(*PLACE.split("/"))


# -- a text that nobody has edited -------------------------------------------------------------------------------------


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
