"""Who somebody is, by login: as the list of staff has them, or had them last."""

from __future__ import annotations

import pytest
from support.stores import CLERK, DIRECTOR, VIEWER, new_report, staffed

from tthtcd_tui.models.people.signatures import Signature
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit

PROVINCE = Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE)
OFFICE, OTHER = "so", "tan"


@pytest.fixture
def listed(store: Store) -> Store:
    """A director, a clerk and a viewer of all, a supervisor, and one who works at the only centre."""
    new_report(store)
    staffed(store)
    store.units.replace([PROVINCE])
    store.staff.add(Member(OFFICE, "Phạm Sở", Role.SUPERVISOR, unit=PROVINCE))
    store.staff.add(Member(OTHER, "Lê Tân", Role.CLERK, store.centres.all()[0]))
    return store


@pytest.mark.quick_on_server
def test_a_name_with_the_unit_or_the_centre(listed: Store) -> None:
    centre = listed.centres.all()[0]
    assert listed.staff.signatures([CLERK, OFFICE, OTHER, "ai-do"]) == {
        CLERK: Signature("Nguyễn Thị Lan"),
        OFFICE: Signature("Phạm Sở", "Tỉnh Mẫu"),
        OTHER: Signature("Lê Tân", centre=centre.id, centre_name=centre.name),
    }
    assert listed.staff.signatures([]) == {}


def test_whoever_left_is_called_as_they_were_last(listed: Store) -> None:
    member = next(each for each in listed.staff.members() if each.login == OFFICE)
    listed.staff.edit(member._replace(name="Phạm Thị Sở"))
    listed.staff.remove(OFFICE)
    assert listed.staff.signatures([OFFICE]) == {OFFICE: Signature("Phạm Thị Sở", "Tỉnh Mẫu")}
    listed.staff.add(member)
    assert listed.staff.signatures([OFFICE]) == {OFFICE: Signature("Phạm Sở", "Tỉnh Mẫu")}


def test_of_an_erased_one_nothing_is_said(listed: Store) -> None:
    erased = listed.staff.erase(VIEWER).login
    assert listed.staff.signatures([VIEWER, erased]) == {}


def test_two_of_one_name_are_told_apart(listed: Store) -> None:
    member = next(each for each in listed.staff.members() if each.login == OTHER)
    listed.staff.edit(member._replace(name="Phạm Sở"))
    found = listed.staff.signatures([OFFICE, DIRECTOR])
    assert (found[OFFICE].is_alone, found[DIRECTOR].is_alone) == (False, True)
