"""Coming back after a dropped line to a question or a form: what was filled in stands there, and is asked again."""

from __future__ import annotations

import pytest
from support.dropped import Person, offer, typed_in_cell
from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.new_year import NewYearScreen
from tthtcd_tui.screens.prompt import PromptScreen


@pytest.mark.long
def test_a_reason_is_asked_for_again(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.Reason(Place("results/phap_luat"))))
        screens.type("Có hai lớp")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, PromptScreen)
        screens.type(" gộp")
        screens.press("enter")
        assert screens.stored("reason/results/phap_luat") == "Có hai lớp gộp"
    assert person.files == []


@pytest.mark.long
def test_a_new_centre_is_as_it_was(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.NewYear(None, None)))
        screens.type("TTHTCĐ xã An Sinh")
        screens.press("enter", "enter")
        screens.type("2021")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        assert "An Sinh\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, NewYearScreen)
        assert "TTHTCĐ xã An Sinh" in screens.text
        screens.press("f2")
        assert [centre.name for centre in screens.store.centres.all()] == ["TTHTCĐ xã An Sinh", "TTHTCĐ phường Mạo Khê"]
    assert person.files == []


@pytest.mark.long
def test_a_new_year_of_a_centre_and_its_new_name_are_as_they_were(person: Person) -> None:
    def naming_a_year(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.NewYear(screens.store.centres.all()[0], screens.year)))
        screens.press("down")
        screens.type("1/1/2022 -")

    def renaming(screens: Screens) -> None:
        screens.press("escape")
        screens.do(lambda app: app.navigator.open(to.Rename(screens.store.centres.all()[0])))
        screens.type("TTHTCĐ phường Mạo")

    person.dropped_while(naming_a_year)
    person.dropped_while(renaming)
    with person.at_screens() as screens:
        assert "1/1/2022 -\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, NewYearScreen)
        assert "1/1/2022 -" in screens.text
        screens.press("escape")
        assert "TTHTCĐ phường Mạo\n" in offer(screens)
        screens.press("enter")
        assert screens.title == "ĐỔI TÊN TRUNG TÂM"
        assert typed_in_cell(screens) == "TTHTCĐ phường Mạo"


def test_a_field_of_a_letterhead_goes_on_being_typed(person: Person) -> None:
    def signing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.RollupHead()))
        screens.press("down")
        screens.type("Sở Giáo")

    person.dropped_while(signing)
    with person.at_screens() as screens:
        assert "Sở Giáo\n" in offer(screens)
        screens.press("enter")
        assert screens.title == "THỂ THỨC BÁO CÁO TỔNG HỢP"
        assert typed_in_cell(screens) == "Sở Giáo"
        assert screens.at == "rollup_head/issuer"
