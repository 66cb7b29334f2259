"""Two people wrote the same paragraphs: of these, and of nothing else, both can be kept."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.paragraphs import ParagraphsScreen

TEXT = "narrative/dia_phuong"
RECIPIENTS = "report/recipients"
THEIRS = "Lời của đồng nghiệp."
OURS = " Lời của tôi."


def meet(screens: Screens, place: str, theirs: str = THEIRS) -> str:
    """One writes at the end of the text, a colleague saves another, one saves; what stood there before."""
    before = screens.stored(place)
    screens.do(lambda app: app.open_paragraphs(Place(place)))
    screens.type(OURS)
    screens.colleague(place, theirs)
    screens.press("f2")
    assert screens.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"
    return before


def test_of_paragraphs_there_are_four_choices(screens: Screens) -> None:
    meet(screens, TEXT)
    assert screens.line("Giữ cả hai ·").strip() == "1 Giữ của tôi · 2 Dùng của đồng nghiệp · 3 Giữ cả hai · 4 Để sau"
    assert screens.message == (
        "3 Giữ cả hai: chỗ khác nhau thì lời của đồng nghiệp trước, của bạn sau. 4 Để sau: chưa lưu gì."
    )


def test_both_are_kept(screens: Screens) -> None:
    before = meet(screens, TEXT)
    changes = screens.changes
    screens.press("3")
    assert screens.stored(TEXT) == f"{THEIRS}\n{before}{OURS}"
    assert screens.changes == changes + 1
    assert isinstance(screens.screen, ParagraphsScreen)
    assert screens.screen.editor.text == screens.stored(TEXT), "and goes on from both"


@pytest.mark.parametrize(("key", "kept"), [("1", True), ("2", False)])
def test_one_of_them_is_kept_as_ever(screens: Screens, key: str, kept: bool) -> None:
    before = meet(screens, TEXT)
    screens.press(key)
    assert screens.stored(TEXT) == (before + OURS if kept else THEIRS)


@pytest.mark.parametrize("key", ["4", "escape"])
def test_later_leaves_the_colleagues_and_what_was_typed(screens: Screens, key: str) -> None:
    meet(screens, TEXT)
    screens.press(key)
    assert screens.stored(TEXT) == THEIRS
    assert OURS.strip() in screens.text
    assert screens.changes == 2


def test_a_later_change_still_is_met_again(screens: Screens) -> None:
    meet(screens, TEXT)
    screens.colleague(TEXT, "Lời thứ hai của đồng nghiệp.")
    screens.press("3")
    assert screens.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"
    assert "Lời thứ hai" in screens.text
    assert screens.stored(TEXT) == "Lời thứ hai của đồng nghiệp."


def test_of_a_list_of_names_there_are_three(screens: Screens) -> None:
    before = meet(screens, RECIPIENTS, "Lưu: VT")
    assert screens.line("1 Giữ").strip() == "1 Giữ của tôi · 2 Dùng của đồng nghiệp · 3 Để sau"
    assert "cả hai" not in screens.text
    screens.press("4")  # no choice here
    assert screens.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"
    screens.press("3")
    assert screens.stored(RECIPIENTS) == "Lưu: VT" != before
