"""Coming back after a dropped line to the log: the activity that was being entered, and what was pasted."""

from __future__ import annotations

import pytest
from support.dropped import Person, begin_activity, offer
from support.screens import Screens

from tthtcd_tui.screens.log import LogScreen
from tthtcd_tui.screens.overview import OverviewScreen


def enter_activity(screens: Screens) -> None:
    screens.press("f6")
    screens.type("5/3")
    screens.press("enter")
    screens.type("phap luat")
    screens.press("enter")
    screens.type("Nói chuyện về Luật Đất")


@pytest.mark.long
def test_a_line_of_the_log_stands_there_as_it_was(person: Person) -> None:
    person.dropped_while(enter_activity)
    with person.at_screens() as screens:
        assert "Nói chuyện về Luật Đất\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, LogScreen)
        assert screens.screen.draft.texts == {
            "date": "5/3/2021",
            "category": "Giáo dục pháp luật",
            "title": "Nói chuyện về Luật Đất",
        }
        screens.press("f2")
        assert "Đã lưu: 5/3/2021 · Giáo dục pháp luật · Nói chuyện về Luật Đất" in screens.message
    assert person.files == []


@pytest.mark.long
def test_a_line_of_the_log_left_on_another_screen_is_kept(person: Person) -> None:
    def typing(screens: Screens) -> None:
        begin_activity(screens)
        screens.press("1", "f2")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "Nói chuyện về Luật\n" in offer(screens)


@pytest.mark.long
def test_a_day_alone_is_kept_and_what_only_stays_from_the_last_line_is_not(person: Person) -> None:
    def saving_one(screens: Screens) -> None:
        enter_activity(screens)
        screens.press("f2")

    person.dropped_while(saving_one)
    assert person.files == []

    def the_day(screens: Screens) -> None:
        screens.press("f6")
        screens.type("6/3")

    person.dropped_while(the_day)
    with person.at_screens() as screens:
        offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, LogScreen)
        assert screens.screen.draft.texts == {"date": "6/3"}


@pytest.mark.long
def test_an_activity_that_was_saved_is_not_entered_twice(person: Person) -> None:
    """Killed between the saving and the end of the draft, and changed by a colleague since."""
    folder = person.folder / "chua-luu"
    with person.at_screens() as screens:
        enter_activity(screens)
        assert screens.unsaved is not None
        screens.unsaved.close()
        [draft] = folder.glob("*.json")
        left = draft.read_bytes()
        screens.press("f2")
        uid = next(a.uid for a in screens.store.log.page(screens.year.report_id).activities if "Luật Đất" in a.title)
        screens.colleague(f"activity/{uid}/title", "Nói chuyện về Luật Đất đai")
    (folder / draft.name).write_bytes(left)
    with person.at_screens() as screens:
        assert isinstance(screens.screen, OverviewScreen)
    assert person.files == []


@pytest.mark.long
def test_a_cell_of_the_log_is_saved_at_once(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.press("f6", "f3", "down", "right", "right")
        assert isinstance(screens.screen, LogScreen)
        place = screens.screen.sheet.place
        assert place is not None
        assert (place.kind, place.parts[-1]) == ("activity", "title")
        screens.type("Tên khác")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "Tên khác\n" in offer(screens)
        screens.press("enter")
        assert "Đã khôi phục và lưu 1 ô" in screens.message
        assert [a.title for a in screens.store.log.page(screens.year.report_id, search="Tên khác").activities]
