"""Two people wrote the same paragraphs: of these, and of nothing else, both can be kept."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.paragraphs import ParagraphsScreen

TEXT = "narrative/dia_phuong"
RECIPIENTS = "report/recipients"
THEIRS = "Lời của đồng nghiệp."
OURS = " Lời của tôi."


def meet(screens: Screens, place: str, theirs: str = THEIRS) -> str:
    """One writes at the end of the text, a colleague saves another, one saves; what stood there before."""
    before = screens.stored(place)
    screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(place))))
    screens.type(OURS)
    screens.colleague(place, theirs)
    screens.press("f2")
    assert screens.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"
    return before


@pytest.mark.long
def test_of_paragraphs_there_are_four_choices(screens: Screens) -> None:
    meet(screens, TEXT)
    shown = [line.strip("> ") for line in screens.lines]
    at = shown.index("Giữ của tôi")
    assert shown[at : at + 4] == ["Giữ của tôi", "Dùng của đồng nghiệp", "Giữ cả hai", "Để sau"]
    assert screens.message == (
        "↑ ↓ chọn, Enter. Giữ cả hai: chỗ khác nhau thì lời của đồng nghiệp trước, của bạn sau. Để sau: chưa lưu gì."
    )


@pytest.mark.long
def test_both_are_kept(screens: Screens) -> None:
    before = meet(screens, TEXT)
    changes = screens.changes
    screens.choose("Giữ cả hai")
    assert screens.stored(TEXT) == f"{THEIRS}\n{before}{OURS}"
    assert screens.changes == changes + 1
    assert isinstance(screens.screen, ParagraphsScreen)
    assert screens.screen.editor.written == screens.stored(TEXT), "and goes on from both"


@pytest.mark.long
@pytest.mark.parametrize(("key", "kept"), [("Giữ của tôi", True), ("Dùng của đồng nghiệp", False)])
def test_one_of_them_is_kept_as_ever(screens: Screens, key: str, kept: bool) -> None:
    before = meet(screens, TEXT)
    screens.choose(key)
    assert screens.stored(TEXT) == (before + OURS if kept else THEIRS)


@pytest.mark.long
@pytest.mark.parametrize("key", ["enter", "escape"])
def test_later_leaves_the_colleagues_and_what_was_typed(screens: Screens, key: str) -> None:
    meet(screens, TEXT)
    screens.press(key)
    assert screens.stored(TEXT) == THEIRS
    assert isinstance(screens.screen, ParagraphsScreen)
    assert screens.screen.editor.written.endswith(OURS)
    assert screens.changes == 2


@pytest.mark.long
def test_a_later_change_still_is_met_again(screens: Screens) -> None:
    meet(screens, TEXT)
    screens.colleague(TEXT, "Lời thứ hai của đồng nghiệp.")
    screens.choose("Giữ cả hai")
    assert screens.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"
    assert "Lời thứ hai" in screens.text
    assert screens.stored(TEXT) == "Lời thứ hai của đồng nghiệp."


def test_of_a_list_of_names_there_are_three(screens: Screens) -> None:
    before = meet(screens, RECIPIENTS, "Đảng ủy phường")
    assert "Giữ cả hai" not in screens.text
    screens.press("enter")
    assert screens.stored(RECIPIENTS) == "Đảng ủy phường" != before
