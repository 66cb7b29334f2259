"""Who somebody is, by login: as the list of staff has them, or had them last."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from support.shared_server import ADMIN, CLERK, OFFICE, OTHER, shared_database, year_of

from tthtcd_tui.models.people.signatures import Signature
from tthtcd_tui.models.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return shared_database(tmp_path)


def test_a_name_with_the_unit_or_the_centre(path: Path) -> None:
    with closing(Store(path, ADMIN)) as store:
        centre = year_of(store, "mao-khe").centre
        assert store.staff.signatures([ADMIN, CLERK, OFFICE, "ai-do"]) == {
            ADMIN: Signature("Vũ Thanh Hải"),
            CLERK: Signature("Nguyễn Thị Lan", centre=centre.id, centre_name=centre.name),
            OFFICE: Signature("Phạm Sở", "Tỉnh Mẫu"),
        }
        assert store.staff.signatures([]) == {}


def test_whoever_left_is_called_as_they_were_last(path: Path) -> None:
    with closing(Store(path, ADMIN)) as store:
        member = next(each for each in store.staff.members() if each.login == OFFICE)
        store.staff.edit(member._replace(name="Phạm Thị Sở"))
        store.staff.remove(OFFICE)
        assert store.staff.signatures([OFFICE]) == {OFFICE: Signature("Phạm Thị Sở", "Tỉnh Mẫu")}


def test_of_an_erased_one_nothing_is_said(path: Path) -> None:
    with closing(Store(path, ADMIN)) as store:
        erased = store.staff.erase(OTHER).login
        assert store.staff.signatures([OTHER, erased]) == {}


def test_two_of_one_name_are_told_apart(path: Path) -> None:
    with closing(Store(path, ADMIN)) as store:
        member = next(each for each in store.staff.members() if each.login == OTHER)
        store.staff.edit(member._replace(name="Phạm Sở"))
        found = store.staff.signatures([OFFICE, CLERK])
        assert (found[OFFICE].is_alone, found[CLERK].is_alone) == (False, True)
