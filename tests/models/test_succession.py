"""Which centres a centre continues: said by a director of all, kept in the ledger, and who may read what then."""

from __future__ import annotations

import pytest
from support.forms import shipped
from support.stores import CLERK, DIRECTOR, number, save, staffed

from tthtcd_tui.errors import CannotEdit, NotAllowed
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store
from tthtcd_tui.text.periods import Period


@pytest.fixture
def centres(store: Store) -> tuple[int, int, int]:
    """The new one and two old ones; the second has a year."""
    made = tuple(store.centres.add(code, f"TTHTCĐ xã {code}") for code in ("moi", "an", "binh"))
    save(store, store.years.add(made[1], shipped(), Period.school_year(2024)), {"figure/so_ho": number(5)})
    staffed(store)
    store.user = DIRECTOR
    return made[0], made[1], made[2]


def test_it_is_kept_with_who_said_so(store: Store, centres: tuple[int, int, int]) -> None:
    new, an, binh = centres
    store.centres.merge(new, [binh, an])
    assert [each.code for each in store.centres.continued(new)] == ["binh", "an"], "in the order they were named"
    assert store.centres.mergers()[new].user == DIRECTOR
    assert not list(flaws(store._database))


def test_the_last_word_counts(store: Store, centres: tuple[int, int, int]) -> None:
    new, an, binh = centres
    store.centres.merge(new, [an, binh])
    store.centres.merge(new, [an])
    assert [each.id for each in store.centres.continued(new)] == [an]
    store.centres.merge(new, [])
    assert (store.centres.continued(new), store.centres.mergers()) == ([], {})


def test_a_centre_goes_into_one_other_and_never_in_a_circle(store: Store, centres: tuple[int, int, int]) -> None:
    new, an, binh = centres
    store.centres.merge(binh, [an])
    for centre, old in ((new, [an]), (an, [binh]), (new, [new])):
        with pytest.raises(CannotEdit):
            store.centres.merge(centre, old)
    store.centres.merge(new, [binh])
    with pytest.raises(CannotEdit, match="đang tiếp nối"):
        store.centres.merge(an, [new])


def test_only_a_director_of_all_centres_may(store: Store, centres: tuple[int, int, int]) -> None:
    new, an, _ = centres
    store.user = CLERK
    with pytest.raises(NotAllowed, match="giám đốc"):
        store.centres.merge(new, [an])


def test_an_old_centre_stays_and_a_new_one_s_number_starts_afresh(store: Store, centres: tuple[int, int, int]) -> None:
    new, _, binh = centres
    store.centres.merge(new, [binh])
    with pytest.raises(CannotEdit, match="sáp nhập"):
        store.centres.remove(binh)
    store.centres.merge(new, [])
    store.centres.merge(binh, [new])
    store.centres.remove(binh)
    assert store.centres.continued(store.centres.add("khac", "TTHTCĐ xã Khác")) == []


def test_staff_of_the_new_centre_read_the_old_ones_and_write_at_none(
    store: Store, centres: tuple[int, int, int]
) -> None:
    new, an, binh = centres
    known = {centre.id: centre for centre in store.centres.all()}
    (old,) = store.years.of(an)
    store.staff.add(Member("moi", "Mới", Role.CLERK, known[new]))
    store.user = "moi"
    assert store.years.of(an) == []
    with pytest.raises(NotAllowed):
        store.snapshot(old.report_id)
    store.user = DIRECTOR
    store.centres.merge(binh, [an])
    store.centres.merge(new, [binh])
    store.user = "moi"
    assert store.years.of(an) == [old]
    assert store.years.get(old.report_id) == old
    assert store.snapshot(old.report_id).facts.at("figure/so_ho") == number(5)
    assert store.years.all() == [], "its own list has its own years"
    with pytest.raises(NotAllowed):
        store.years.add(an, shipped(), Period.school_year(2025))
