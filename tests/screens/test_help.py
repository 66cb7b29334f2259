"""Help: the keys of the screen beneath, each of its key line among them, read and left again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from support.screens import Screens

from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry

_LIKE: Final = {"Del": "Delete", "→": "→ ←"}
"""What the key line has room for, and how help calls it."""
POPULATION = Place("figure/dan_so")


def shown(name: str) -> Callable[[TthtcdApp], None]:
    return lambda app: app.navigator.show(name)


def opened(destination: to.Kept | to.Comment | to.Reason | to.Paragraphs | to.Search) -> Callable[[TthtcdApp], None]:
    return lambda app: app.navigator.open(destination)


def numbered(number: int) -> Callable[[TthtcdApp], None]:
    return lambda app: app.navigator.open_number(number)


SCREENS: Final = {
    **{entry.name: shown(entry.name) for entry in vars(registry).values() if isinstance(entry, registry.Entry)},
    **{f"number {number}": numbered(number) for number in range(9)},
    "paragraphs": opened(to.Paragraphs(Place("narrative/ket_qua"))),
    "reason": opened(to.Reason(POPULATION)),
    "comment": opened(to.Comment(POPULATION)),
    "search": opened(to.Search()),
}
TEACHES_ITS_KEYS_ITSELF = registry.GUIDE.name


def test_f1_opens_it_and_f1_again_leaves_it(screens: Screens) -> None:
    screens.press("1", "f1")
    assert screens.title == "TRỢ GIÚP: 1 ĐẶC ĐIỂM ĐỊA PHƯƠNG"
    screens.press("f1")
    assert screens.title == "1 ĐẶC ĐIỂM ĐỊA PHƯƠNG"


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(SCREENS.keys() - {TEACHES_ITS_KEYS_ITSELF}))
def test_each_key_of_the_key_line_is_told(screens: Screens, name: str) -> None:
    screens.do(SCREENS[name])
    promised = [_LIKE.get(key, key) for key, _ in screens.screen.key_line()]
    screens.press("f1")
    told, before = screens.text, ""
    while screens.text != before:
        before = screens.text
        screens.press("pagedown")
        told += screens.text
    assert [key for key in promised if f"  {key}" not in told] == []
