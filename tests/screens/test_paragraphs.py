"""Paragraphs on a screen of their own: Enter breaks the line, F2 or PgDn saves and goes on, Esc drops."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.paragraphs import ParagraphsScreen

PLACE = "narrative/ban_giam_doc"


@pytest.fixture
def paragraphs(screens: Screens) -> Screens:
    """The paragraphs of Ban Giám đốc, one, in the editor."""
    screens.colleague(PLACE, "Đã dự tập huấn.")
    screens.press("f5", "2", "end", *["pagedown"] * 3, "enter")
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens


def editor(screens: Screens) -> str:
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens.screen.editor.text


def test_what_stands_there_with_its_links_as_they_are_typed(paragraphs: Screens) -> None:
    assert paragraphs.title == "BAN GIÁM ĐỐC: NỘI DUNG"
    assert paragraphs.lines[2] == "Đã dự tập huấn."
    assert paragraphs.message == (
        "Mỗi dòng là một đoạn. {dan_so} là số liệu, được điền khi in. F2 hoặc PgDn lưu và quay lại."
    )
    assert paragraphs.lines[0].endswith("● Đã lưu")


@pytest.mark.parametrize("key", ["f2", "pagedown"])
def test_enter_breaks_the_line_and_f2_or_pgdn_saves_and_leaves(paragraphs: Screens, key: str) -> None:
    paragraphs.press("enter")
    paragraphs.type("Dân số {dan_so} người.")
    assert paragraphs.lines[0].endswith("○ Đang nhập")
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn."
    paragraphs.press(key)
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn.\nDân số {dan_so} người."
    assert paragraphs.title == "2 BAN GIÁM ĐỐC"
    assert "2 đoạn: Đã dự tập huấn." in paragraphs.text


def test_a_link_the_form_does_not_know_is_refused_where_it_is_typed(paragraphs: Screens) -> None:
    paragraphs.type(" {dan_soo}")
    paragraphs.press("f2")
    assert isinstance(paragraphs.screen, ParagraphsScreen)
    assert "dan_soo" in paragraphs.message
    assert editor(paragraphs) == "Đã dự tập huấn. {dan_soo}"
    paragraphs.press("backspace", "backspace", "}", "f2")
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn. {dan_so}"


def test_esc_drops_what_was_written_says_so_and_undo_gets_it_back(paragraphs: Screens) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press("escape")
    assert isinstance(paragraphs.screen, ParagraphsScreen)
    assert editor(paragraphs) == "Đã dự tập huấn."
    assert paragraphs.message == "Đã bỏ phần vừa viết. Ctrl+Z để lấy lại; Esc lần nữa để quay lại."
    paragraphs.press("ctrl+z")
    assert editor(paragraphs) == "Đã dự tập huấn. Thêm."
    paragraphs.press("escape", "escape")
    assert paragraphs.title == "2 BAN GIÁM ĐỐC"
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn.", "what was saved stays"


def test_undo_takes_back_typing_first_and_redo_does_it_again(paragraphs: Screens) -> None:
    paragraphs.press("enter")
    paragraphs.type("Hai")
    written = editor(paragraphs)
    paragraphs.press("ctrl+z")
    assert editor(paragraphs) != written
    paragraphs.press("ctrl+y")
    assert editor(paragraphs) == written


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


def test_a_paste_of_lines_is_paragraphs(paragraphs: Screens) -> None:
    paragraphs.press("end", "enter")
    paragraphs.paste("Hai.\nBa.")
    paragraphs.press("f2")
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn.\nHai.\nBa."


def test_f4_writes_last_years_text_where_there_is_none(paragraphs: Screens) -> None:
    paragraphs.press("f4")
    assert paragraphs.message == "F4 chỉ chép vào ô còn trống."
    paragraphs.press(*["backspace"] * 20, "f4")
    assert editor(paragraphs)
    paragraphs.press("f2")
    before = paragraphs.store.snapshot(
        next(year for year in paragraphs.store.years() if year.period.label == "2019-2020").report
    ).facts
    assert tuple(paragraphs.stored(PLACE).split("\n")) == before.lines_at(*PLACE.split("/"))


@pytest.mark.parametrize("keys", [("ctrl+g", "4"), ("f3",), ("f9",)])
def test_going_elsewhere_saves_first(paragraphs: Screens, keys: tuple[str, ...]) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press(*keys)
    assert not isinstance(paragraphs.screen, ParagraphsScreen)
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn. Thêm."


def test_ctrl_q_saves_first_and_asks_nothing(paragraphs: Screens) -> None:
    paragraphs.type(" Thêm.")
    paragraphs.press("ctrl+q")
    assert not paragraphs.app.is_running
    assert paragraphs.stored(PLACE) == "Đã dự tập huấn. Thêm."


def test_nothing_written_is_nothing_saved(paragraphs: Screens) -> None:
    before = paragraphs.changes
    paragraphs.press("f2")
    assert paragraphs.changes == before
    assert not isinstance(paragraphs.screen, OverviewScreen)


def test_a_colleagues_text_appears_unless_something_is_being_written_over_it(paragraphs: Screens) -> None:
    paragraphs.colleague(PLACE, "Của đồng nghiệp.")
    paragraphs.press("f5")
    assert editor(paragraphs) == "Của đồng nghiệp."
    paragraphs.type(" Và tôi.")
    paragraphs.colleague(PLACE, "Lần hai.")
    paragraphs.app._look()
    assert editor(paragraphs) == "Của đồng nghiệp. Và tôi."
