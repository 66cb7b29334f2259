"""How the report of a unit is headed: field by field, by the unit's supervisor; each unit has its own."""

from __future__ import annotations

import pytest
from support.shared_server import COMMUNE, PROVINCE, UNITS

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store


@pytest.fixture
def shared(store: Store) -> Store:
    store.staff.add(Member("gd", "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in("gd")
    store.units.replace(UNITS)
    store.staff.add(Member("lan", "Nguyễn Lan", Role.CLERK))
    for login, unit in (("so", PROVINCE), ("so-2", PROVINCE), ("phuong", COMMUNE)):
        store.staff.add(Member(login, login, Role.SUPERVISOR, unit=unit))
    return store


@pytest.mark.quick_on_server
def test_each_call_changes_one_field_on_what_stands_there(shared: Store) -> None:
    for user, field, value in (
        ("so", "issuer", "Sở"),
        ("so-2", "addressees", ["Ủy ban nhân dân tỉnh Mẫu"]),
        ("phuong", "issuer", "Phường"),
        ("gd", "issuer", "Bộ"),
        ("so", "issuer", ""),
    ):
        shared.sign_in(user)
        shared.letterheads.say(field, value)
    assert shared.letterheads.of("22") == {"issuer": "", "addressees": ["Ủy ban nhân dân tỉnh Mẫu"]}
    assert shared.letterheads.of("101") == {"issuer": "Phường"}
    assert shared.letterheads.of("") == {"issuer": "Bộ"}
    assert shared.letterheads.of("31") == {}
    assert not list(flaws(shared._database))


def test_who_is_above_nobody_says_nothing(shared: Store) -> None:
    shared.sign_in("lan")
    with pytest.raises(NotAllowed):
        shared.letterheads.say("issuer", "Sở")
    assert shared.letterheads.of("22") == {}
