"""A name that is a day, a number or a period is asked of, and who types on is not stopped."""

from __future__ import annotations

import pytest
from support.log import enter, newest
from support.screens import Screens
from textual import events

from tthtcd_tui.app import TthtcdApp


@pytest.mark.parametrize(
    ("typed", "asks", "answers"),
    [
        ("12/4", "Đây là ngày? Tên hoạt động đang là “12/4”.", "[Giữ làm tên]  Là ngày 12/4/2021  Gõ lại"),
        ("ngày 12 tháng 4", "Đây là ngày?", "[Giữ làm tên]  Là ngày 12/4/2021  Gõ lại"),
        ("31/6", "Đây là ngày?", "[Giữ làm tên]  Gõ lại"),
        ("1.200", "Đây là số?", "[Giữ làm tên]  Là số lớp  Là lượt người  Gõ lại"),
        ("2020-2021", "Đây là kỳ báo cáo?", "[Giữ làm tên]  Gõ lại"),
        ("năm học 2020-2021", "Đây là kỳ báo cáo?", "[Giữ làm tên]  Gõ lại"),
    ],
)
def test_a_name_that_is_a_day_a_number_or_a_period_is_asked_of(
    log: Screens, typed: str, asks: str, answers: str
) -> None:
    enter(log, "5/3", "31", typed)
    assert log.at == "entry/classes", "the cursor went on"
    assert log.message.startswith(asks), log.message
    assert f"{answers} (← → chọn, Enter)" in log.message
    log.press("enter")
    assert log.message == "Giữ làm tên hoạt động."
    enter(log, "1", "60")
    assert newest(log, typed).participations == 60, "kept as it was typed"


def test_a_name_with_words_in_it_is_not_asked_of(log: Screens) -> None:
    enter(log, "5/3", "31", "Tập huấn ngày 12/4")
    assert not log.screen.is_asking


def test_a_day_typed_as_the_name_becomes_the_day_and_the_name_is_typed_next(log: Screens) -> None:
    enter(log, "5/3", "31", "Luật Đất đai", "1", "60", "12/4")
    log.press("right", "enter")
    assert (log.at, log.message) == ("entry/title", "Đã chuyển sang ô Ngày. Gõ tên hoạt động.")
    enter(log, "Luật Hôn nhân", "1", "40")
    made = newest(log, "hon nhan")
    assert (f"{made.date:%d/%m/%Y}", made.category, made.participations) == ("12/04/2021", "phap_luat", 40)


def test_a_number_typed_as_the_name_goes_where_it_was_meant(log: Screens) -> None:
    enter(log, "5/3", "31", "60")
    log.press("right", "right", "enter")
    assert (log.at, log.message) == ("entry/title", "Đã chuyển sang ô Lượt người. Gõ tên hoạt động.")
    enter(log, "Luật Đất đai", "1", "")
    assert (newest(log, "dat dai").classes, newest(log, "dat dai").participations) == (1, 60)


def test_what_is_no_name_is_typed_again(log: Screens) -> None:
    enter(log, "5/3", "31", "12/4")
    log.press("left", "enter")
    assert log.at == "entry/title"
    assert "12/4" in log.cursor_line


def test_who_types_on_is_not_stopped_and_asked_of_what_was_saved(log: Screens) -> None:
    log.settles = False
    enter(log, "5/3", "31", "12/4", "1", "60")
    log.settles = True
    log.pause()
    made = newest(log, "12/4")
    assert made.title == "12/4"
    assert "[Giữ làm tên]  Gõ lại" in log.message
    log.press("right", "enter")
    assert log.at == f"activity/{made.uid}/title"


def test_a_name_corrected_to_a_day_is_asked_of_too(log: Screens) -> None:
    log.press("down", "down", "right", "right")
    log.type("12/4")
    log.press("enter")
    assert "Đây là ngày?" in log.message
    assert "[Giữ làm tên]  Gõ lại" in log.message


TWO_IN_ONE_PACKET = "5/3\r31\r3\r1\r60\rLuật Đất đai\r2\r50\r"
"""As one types without looking: the second field of the name is a number."""


def test_a_number_typed_as_the_name_in_one_packet_is_asked_of_behind_all_that_came_with_it(log: Screens) -> None:
    log.packet(TWO_IN_ONE_PACKET)
    assert (newest(log, "3").participations, newest(log, "dat dai").participations) == (60, 50)
    assert log.message.startswith("Đây là số? Tên hoạt động đang là “3”."), log.message
    log.press("right", "enter")
    assert log.at == f"activity/{newest(log, '3').uid}/title"


def test_each_name_that_is_none_is_asked_of_in_its_turn(log: Screens) -> None:
    log.packet("5/3\r31\r3\r1\r60\r12/4\r2\r50\rLuật\r1\r40\r")
    assert "đang là “3”" in log.message
    log.press("enter")
    assert "đang là “12/4”" in log.message
    log.press("enter")
    assert log.message == "Giữ làm tên hoạt động."
    log.press("right", "left")
    assert not log.screen.is_asking, "whoever has answered is not asked again"


def test_no_other_name_is_asked_of_while_one_is_typed_again(log: Screens) -> None:
    log.packet("5/3\r31\r3\r1\r60\r12/4\r2\r50\r")
    log.press("right", "enter")
    assert not log.screen.is_asking
    enter(log, "Luật Đất đai")
    assert "đang là “12/4”" in log.message


def test_what_came_in_one_packet_before_the_question_was_drawn_answers_nothing_and_is_typed(log: Screens) -> None:
    log.settles = False
    enter(log, "5/3", "31", "3")

    def ask_with_keys_on_their_way(app: TthtcdApp) -> None:
        log.screen.settle()
        app.keys.put(events.Key("right", None))
        app.keys.put(events.Key("enter", None))

    log.do(ask_with_keys_on_their_way)
    assert log.at == "entry/title", "past the last number: both did what they always do"
    log.settles = True
    log.press("left")
    assert "đang là “3”" in log.message


def test_whoever_typed_on_over_the_question_is_asked_again_once_it_is_saved(log: Screens) -> None:
    enter(log, "5/3", "31", "3")
    assert "đang là “3”" in log.message
    enter(log, "1")
    assert not log.screen.is_asking, "not at every field of the line"
    enter(log, "60")
    assert newest(log, "3").participations == 60
    assert "đang là “3”" in log.message
