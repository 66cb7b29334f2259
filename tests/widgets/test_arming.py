"""What is typed and not meant for the cell goes nowhere: behind a digit that opened a screen, or chose the last."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.arming import Arming, Meant
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

CELLS = SheetRow(RowKind.CELLS, "Dân số", (Cell(Place("figure/dan_so"), "", "", 12),))
ACTION = SheetRow(RowKind.ACTION, "Thêm thành viên", action="add")


class Told:
    """What a person was told."""

    def __init__(self) -> None:
        self.strays: list[str] = []
        self.words: list[str] = []

    def stray(self, typed: str, why: str) -> None:
        assert why
        self.strays.append(typed)

    def told(self, message: str) -> None:
        self.words.append(message)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def arming(told: Told) -> Arming:
    return Arming(told)


def judge(arming: Arming, key: str, row: SheetRow = CELLS) -> Meant:
    return arming.judge(key, key if len(key) == 1 else None, row, is_known=len(key) > 1)


def test_armed_every_key_is_for_the_sheet(arming: Arming) -> None:
    assert [judge(arming, key) for key in ("1", "a", "enter", "delete")] == [Meant.FOR_THE_SHEET] * 4


def test_unarmed_letters_go_nowhere_and_enter_only_goes_in(arming: Arming, told: Told) -> None:
    arming.set(False)
    assert [judge(arming, key) for key in "26"] == [Meant.TAKEN] * 2
    assert judge(arming, "delete") is Meant.TAKEN
    assert (told.strays, told.words) == (["2", "6"], ["Chưa xóa gì: bấm Enter hoặc mũi tên vào ô trước."])
    assert judge(arming, "enter") is Meant.GOES_IN
    assert judge(arming, "2") is Meant.FOR_THE_SHEET


def test_an_arrow_arms_it_and_moves(arming: Arming) -> None:
    arming.set(False)
    assert judge(arming, "down") is Meant.FOR_THE_SHEET
    assert arming.is_armed


def test_enter_does_an_action_but_not_right_behind_letters(arming: Arming) -> None:
    arming.set(False)
    assert judge(arming, "2", ACTION) is Meant.TAKEN
    assert judge(arming, "enter", ACTION) is Meant.GOES_IN
    arming.set(False)
    assert judge(arming, "enter", ACTION) is Meant.FOR_THE_SHEET


def test_behind_the_last_choice_a_digit_and_what_follows_it_are_kept_out(arming: Arming, told: Told) -> None:
    arming.keep_digits_out(True)
    assert [judge(arming, key) for key in "1,3"] == [Meant.TAKEN] * 3
    assert told.strays == ["1", ",", "3"]
    assert judge(arming, "enter") is Meant.GOES_IN
    assert judge(arming, "4") is Meant.FOR_THE_SHEET


def test_behind_the_last_choice_words_are_meant(arming: Arming) -> None:
    arming.keep_digits_out(True)
    assert judge(arming, "a") is Meant.FOR_THE_SHEET


def test_digits_behind_letters_choose_nothing_until_the_cursor_moves(arming: Arming) -> None:
    assert arming.takes_digit("1", (3, 0))
    assert not arming.takes_digit("x", (3, 0))
    assert not arming.takes_digit("1", (3, 0))
    arming.moved_to((3, 0))
    assert not arming.takes_digit("1", (3, 0)), "it stands where it stood"
    arming.moved_to((4, 0))
    assert arming.takes_digit("1", (4, 0))
