"""A key that came before something was drawn is no answer to it, though it is drawn before the key's turn comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.log import count, enter
from support.results import BLOCK
from support.screens import Screens, opened
from textual import events

from tthtcd_tui.screens.conflict import ConflictScreen
from tthtcd_tui.screens.recover import RecoverScreen
from tthtcd_tui.screens.sight import Sight

CELL = "figure/so_khu"
REFUSED = "DÒNG DÁN CHƯA XẾP ĐƯỢC"
TABLE = (
    "Nội dung\tSố lớp\tSố lượt người\n"
    "Giáo dục pháp luật\t20\t1.500\n"
    "Học tiếng Anh cho cán bộ\t2\t60\n"
    "Giáo dục sức khỏe\t14\t700\n"
)


def a_key() -> events.Key:
    """One that comes now."""
    return events.Key("enter", None)


# -- the value --------------------------------------------------------------------------------------------------------


def test_only_a_key_that_came_after_the_drawing_saw_it() -> None:
    sight, thing = Sight(), object()
    before = a_key()
    sight.came = before.time
    sight.drawn(thing)
    assert sight.holds(thing)
    assert not sight.was_seen(thing)
    sight.came = a_key().time
    assert sight.was_seen(thing)
    sight.came = before.time
    assert not sight.was_seen(thing), "whenever its turn is"


def test_what_is_drawn_again_is_no_newer_for_that() -> None:
    sight, thing = Sight(), object()
    sight.drawn(thing)
    key = a_key()
    sight.drawn(thing, object())
    sight.came = key.time
    assert sight.was_seen(thing)


def test_what_went_and_came_back_is_new_and_so_is_all_that_is_forgotten() -> None:
    sight, thing = Sight(), object()
    sight.drawn(thing)
    sight.came = a_key().time
    sight.drawn()
    sight.drawn(thing)
    assert not sight.was_seen(thing)
    sight.came = a_key().time
    assert sight.was_seen(thing)
    sight.forget()
    assert not sight.holds(thing)


def test_two_that_are_alike_are_two() -> None:
    sight, one, other = Sight(), (1, []), (1, [])  # type: ignore[var-annotated]
    sight.drawn(one)
    sight.came = a_key().time
    assert sight.was_seen(one)
    assert not sight.was_seen(other)


# -- the message line -------------------------------------------------------------------------------------------------


def test_a_question_is_not_answered(log: Screens) -> None:
    log.press("down", "down")
    before = count(log)
    log.lag("delete", "right", "enter")
    assert count(log) == before
    log.press("down", "down", "delete")
    log.press("right", "enter")
    assert count(log) == before - 1


def test_an_offer_stands(results: Screens) -> None:
    before = results.changes
    results.press("down", "down")
    paste, key = events.Paste(BLOCK.replace("\n", "\r")), a_key()
    results.send(paste)
    results.send(key)
    assert results.changes == before
    assert "Enter để nhận" in results.message, "it waits for one who has read it"
    results.press("enter")
    assert results.changes == before + 1


def test_a_choice_is_not_answered_and_the_keys_do_what_they_always_do(screens: Screens) -> None:
    screens.press("4", "enter", "down", "down", "right")
    screens.lag(*"25540", "enter", "enter")
    assert screens.at == "results/suc_khoe/participations"
    assert not screens.message.startswith("Giữ số vừa gõ.")


def test_a_name_that_was_typed_on_over_unseen_is_asked_of_again(log: Screens) -> None:
    log.settles = False
    enter(log, "5/3", "31", "3")
    right, last = events.Key("right", None), a_key()
    log.do(lambda _: log.screen.settle())
    assert "đang là “3”" in log.message
    log.send(right)
    log.send(last)
    log.settles = True
    log.press("left")
    assert "đang là “3”" in log.message, "a question nobody saw counts for none"


@pytest.mark.parametrize(("key", "begin"), [("ctrl+z", ()), ("ctrl+y", ("ctrl+z", "ctrl+z"))])
def test_an_undo_of_what_is_not_seen_here_is_not_confirmed(screens: Screens, key: str, begin: tuple[str, ...]) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("54")
    screens.press("enter", "ctrl+g", "4")
    for each in begin:
        screens.press(each)
    stored = screens.stored(CELL)
    screens.lag(key, key)
    assert screens.message.startswith(f"{key.title()} lần nữa để")
    assert screens.stored(CELL) == stored
    screens.press(key)
    assert screens.stored(CELL) != stored


def test_what_went_nowhere_is_told_until_one_has_read_it(screens: Screens) -> None:
    screens.lag("x", "down")
    assert screens.message.startswith("Chưa ghi “x”")
    screens.press("down")
    assert "Chưa ghi" not in screens.message


# -- whole screens ----------------------------------------------------------------------------------------------------


def test_a_list_of_refused_rows_opens_none(results: Screens) -> None:
    results.paste(TABLE)
    results.lag("f8", "enter")
    assert results.title == REFUSED
    results.press("enter")
    assert results.title != REFUSED


def test_a_list_that_is_opened_again_is_new(results: Screens) -> None:
    results.paste(TABLE)
    results.press("f8")
    results.press("escape")
    results.press("ctrl+g", "9")
    results.type("chua xep")
    results.lag("enter", "enter")
    assert results.title == REFUSED


def test_no_row_is_chosen_to_write_to(results: Screens) -> None:
    results.paste(TABLE)
    changes = results.changes
    results.press("f8")
    results.lag("enter", "enter")
    assert results.message == "Chưa ghi gì: xem dòng dưới con trỏ rồi Enter."
    assert results.changes == changes


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_a_conflict_stays(screens: Screens, key: str) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("54")
    screens.colleague(CELL, "45")
    screens.lag("enter", key)
    assert isinstance(screens.screen, ConflictScreen)
    screens.press(key)
    assert not isinstance(screens.screen, ConflictScreen)


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_what_was_left_behind_is_neither_taken_up_nor_put_off(tmp_path: Path, key: str) -> None:
    with opened(tmp_path, drafts=tmp_path / "chua-luu") as screens:
        screens.press("1", *["down"] * 4)
        screens.type("54")
        path = screens.store.path
    typed_ahead = events.Key(key, None)
    with opened(tmp_path, path=path, drafts=tmp_path / "chua-luu") as screens:
        assert isinstance(screens.screen, RecoverScreen)
        screens.send(typed_ahead)
        assert isinstance(screens.screen, RecoverScreen)
        screens.press(key)
        assert not isinstance(screens.screen, RecoverScreen)


# -- what must not be lost --------------------------------------------------------------------------------------------


def test_a_screen_drawn_anew_loses_no_answer(log: Screens) -> None:
    """The clock of the head, a colleague's change, another size: the question is as old as it was."""
    before = count(log)
    log.press("down", "down", "delete")
    right, last = events.Key("right", None), a_key()
    log.do(lambda _: log.screen.show_frame())
    log.send(right)
    log.do(lambda _: log.screen.show_frame())
    log.send(last)
    assert count(log) == before - 1


def test_a_conflict_answered_while_the_window_changes_its_size_is_answered(screens: Screens) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("54")
    screens.colleague(CELL, "45")
    screens.press("enter")
    key = a_key()
    screens.resize(100, 30)
    screens.send(key)
    assert not isinstance(screens.screen, ConflictScreen)
