"""A Change of many places is one block: smaller, and for whoever asks for the history as if it were rows."""

from __future__ import annotations

import pytest
from support.forms import shipped
from support.replay import assert_audit_tells_all
from support.samples import sample
from support.stores import activity, answers, collide, number, save, spoil, sql
from support.strategies import places

from tthtcd_tui.errors import Damaged
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.audit_blocks import FEWEST, MOST, Told, pack, parted, unpack
from tthtcd_tui.models.health import health
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place


def many(turn: int = 1) -> dict[str, Content]:
    """An answer at every place there is but the activities."""
    form = shipped()
    asked = ((place, field_at(form, place)) for place in places(form) if place.kind != "activity")
    return {str(place): sample(field, turn) for place, field in asked if field}


def rows_of(path: Location, table: str) -> int:
    ((count,),) = sql(path, f"SELECT count(*) FROM {table}")
    return int(count)


def told(count: int, letters: int = 5) -> list[Told]:
    return [(f"figure/so_{number}", None, "x" * letters) for number in range(count)]


# -- what goes into one -----------------------------------------------------------------------------------------------


def test_few_places_are_rows_and_many_a_block(store: Store, report_id: int, path: Location) -> None:
    save(store, report_id, dict(list(many().items())[: FEWEST - 1]))
    assert (rows_of(path, "audit_entry"), rows_of(path, "audit_block")) == (FEWEST - 1, 0)
    save(store, report_id, dict(list(many(2).items())[:FEWEST]))
    assert (rows_of(path, "audit_entry"), rows_of(path, "audit_block")) == (FEWEST - 1, 1)


@pytest.mark.parametrize(("count", "letters"), [(FEWEST - 1, 5), (MOST + 1, 5), (FEWEST, 100_000)])
def test_what_gains_nothing_or_is_too_much_at_once_stays_rows(count: int, letters: int) -> None:
    rows = told(count, letters)
    assert parted(rows) == ((), rows)


def test_what_is_told_of_the_report_itself_stays_a_row_behind_the_block() -> None:
    status: list[Told] = [("status", None, '"final"'), ("status/base", None, '"x"')]
    rows = told(FEWEST)
    assert parted([status[0], *rows, status[1]]) == (rows, status)


@pytest.mark.parametrize("count", [FEWEST, MOST])
def test_a_block_gives_back_what_went_in(count: int) -> None:
    rows: list[Told] = [*told(count - 2), ("report/signer", '"Đặng \\"A\\""', None), ("report/place", "[1]", "")]
    assert unpack(pack(rows)) == rows
    assert len(pack(told(count))) < count * 10


@pytest.mark.parametrize("data", [b"", b"x", pack(told(FEWEST))[:-1], pack([])[:3]])
def test_what_is_no_block_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^"):
        unpack(data)


# -- read as if it were rows ------------------------------------------------------------------------------------------


def test_the_history_tells_a_block_place_by_place_the_newest_first(store: Store, report_id: int) -> None:
    save(store, report_id, {"figure/so_khu": number(1)})
    first, second = many(1), many(2)
    save(store, report_id, first)
    save(store, report_id, {"figure/so_khu": number(9)})
    save(store, report_id, second, user="minh")
    found = store.history.of(report_id)
    assert [entry.revision for entry in found] == sorted((entry.revision for entry in found), reverse=True)
    newest = [entry for entry in found if entry.revision == 4]
    assert [str(entry.place) for entry in newest][::-1] == [place for place in second if second[place] != first[place]]
    assert {entry.user for entry in newest} == {"minh"}
    of_place = store.history.of(report_id, Place("figure/so_khu"))
    assert [entry.after for entry in of_place] == [
        second["figure/so_khu"],
        number(9),
        first["figure/so_khu"],
        number(1),
    ]
    assert_audit_tells_all(store, report_id)


@pytest.mark.parametrize("limit", [0, 1, 2, 3, FEWEST + 2, 10_000])
def test_of_a_long_history_the_newest_are_told(store: Store, report_id: int, limit: int) -> None:
    save(store, report_id, many(1))
    for value in range(3):
        save(store, report_id, {"figure/so_khu": number(value)})
    save(store, report_id, dict(list(many(2).items())[:FEWEST]))
    save(store, report_id, {"figure/so_khu": number(7)})
    assert store.history.of(report_id, limit=limit) == store.history.of(report_id)[:limit]


def test_where_one_was_may_be_in_a_block(store: Store, report_id: int) -> None:
    save(store, report_id, many(1))
    assert store.history.last_place(report_id, "lan") is None, "what made the year was not of their choosing"
    save(store, report_id, {"figure/so_khu": number(99)}, user="minh")
    answered = {place: answer for place, answer in many(2).items() if not place.startswith("carried/")}
    save(store, report_id, {**answered, "carried/figure/so_khu": "2019-2021"})
    assert store.history.last_place(report_id, "lan") == list(answered)[-1]
    assert store.history.last_place(report_id, "minh") == "figure/so_khu"
    save(store, report_id, {"figure/so_ho": number(3)})
    assert store.history.last_place(report_id, "lan") == "figure/so_ho"


def test_a_colleague_who_saved_many_places_is_met(store: Store, report_id: int) -> None:
    base = save(store, report_id, {"figure/so_khu": number(1)})
    save(store, report_id, many(1), user="minh")
    save(store, report_id, {"figure/so_ho": number(5)}, user="hoa")
    met = collide(store, report_id, {"figure/so_khu": number(2), "figure/so_ho": number(6)}, "lan", base)
    assert [(conflict.place, conflict.user) for conflict in met.conflicts] == [
        ("figure/so_khu", "minh"),
        ("figure/so_ho", "hoa"),
    ]


def test_activities_of_a_block_are_among_those_that_changed(store: Store, report_id: int) -> None:
    seen = save(store, report_id, {"figure/so_khu": number(1)})
    save(store, report_id, {f"activity/a{each}": activity(f"a{each}") for each in range(FEWEST)})
    assert store.history.activities_since(report_id, seen) == {f"a{each}" for each in range(FEWEST)}


def test_many_places_are_undone_and_done_again(store: Store, report_id: int) -> None:
    before = {"figure/so_khu": number(1)}
    save(store, report_id, before)
    save(store, report_id, many(1))
    stood = answers(store, report_id)
    store.steps.undo(report_id, "lan")
    assert answers(store, report_id) == before
    store.steps.redo(report_id, "lan")
    assert answers(store, report_id) == stood
    assert_audit_tells_all(store, report_id)


def test_what_a_year_said_before_a_block_is_followed_back(store: Store, report_id: int) -> None:
    save(store, report_id, {"figure/so_khu": number(1)})
    base: Base = store.snapshot_with_base(report_id)[2]
    save(store, report_id, many(1))
    save(store, report_id, {"figure/so_khu": UNANSWERED})
    state = store.snapshot_since(report_id, base)[2]
    assert state is not None
    assert {str(place): answer for place, answer in state.answers.items()} == {"figure/so_khu": number(1)}


# -- kept as what it is -----------------------------------------------------------------------------------------------


def test_it_goes_with_its_year(store: Store, report_id: int, path: Location) -> None:
    save(store, report_id, many(1))
    store.years.delete(report_id)
    assert rows_of(path, "audit_block") == 0


@pytest.mark.file_only("what the deep reading finds is the same on a server")
def test_a_block_that_cannot_be_read_is_damage(store: Store, report_id: int, path: Location) -> None:
    save(store, report_id, many(1))
    spoil(path, "UPDATE audit_block SET data = x'00'")
    with pytest.raises(Damaged):
        store.history.of(report_id)
    store.close()
    assert health(path).flaws  # type: ignore[arg-type]
