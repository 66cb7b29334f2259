"""Every screen there is can be loaded by what the registry says of it, and is listed where a person looks for it."""

from __future__ import annotations

import inspect
from typing import get_args

import pytest
from support.forms import shipped
from support.screens import Screens

from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.services.navigator import load

ANEW = get_args(to.Anew)
KEPT = (registry.OVERVIEW, *registry.numbered(shipped()), *registry.NAMED)


@pytest.mark.parametrize("entry", KEPT, ids=lambda entry: entry.name)
def test_a_kept_screen_is_made_with_what_its_entry_says(entry: registry.Entry) -> None:
    kind = load(entry.target)
    assert isinstance(kind, type)
    assert issubclass(kind, BaseScreen)
    inspect.signature(kind).bind(None, *entry.arguments)


@pytest.mark.parametrize("destination", ANEW, ids=lambda destination: destination.__name__)
def test_a_screen_that_is_made_anew_is_told_the_fields_of_its_destination(destination: type[to.Anew]) -> None:
    made: to.Anew = destination._make([None] * len(destination._fields))
    kind = load(registry.target(made))
    services, *told = inspect.signature(kind).parameters
    assert services == "services"
    assert tuple(told) == destination._fields


def test_a_name_is_of_one_screen() -> None:
    names = [entry.name for entry in dict.fromkeys(KEPT)]
    assert len(names) == len(set(names))
    assert [registry.entry(name, shipped()).name for name in names] == names


def test_what_has_a_title_is_in_the_list_of_commands(screens: Screens) -> None:
    screens.press("ctrl+p")
    menu = screens.screen.query_one("#menu")
    listed = [text for entry in menu._entries for text, _ in entry.line]  # type: ignore[attr-defined]
    for entry in registry.NAMED:
        assert (entry.title in listed) == (entry != registry.RECEIVED), "nothing was handed in to whoever this is"
    for entry in (registry.DETAILS, *registry.sections(shipped())):
        assert f"Mở: {entry.title}" in listed


def test_each_digit_opens_the_screen_of_that_number(screens: Screens) -> None:
    for number, entry in enumerate(registry.numbered(shipped())):
        screens.press("ctrl+g", str(number))
        assert isinstance(screens.screen, load(entry.target))  # type: ignore[arg-type]
