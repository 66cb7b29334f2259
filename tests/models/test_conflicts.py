"""Two people, one report: the same place to two values is shown to both, everything else goes through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from support.stores import activities, activity, answers, change, collide, dump, new_report, number, save

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.forms.answer import NIL, UNANSWERED
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Applied
from tthtcd_tui.report.change import Content
from tthtcd_tui.text.qualifiers import Qualifier


def test_the_same_place_to_two_values_is_a_conflict(store: Store, report_id: int, path: Location) -> None:
    base = save(store, report_id, {"figure/dan_so": number(40_000), "report/signer": "Lan"})
    earliest = datetime.now(UTC)
    save(store, report_id, {"figure/dan_so": number(41_000)}, user="minh", base=base)
    latest = datetime.now(UTC)
    before = dump(path)
    (conflict,) = collide(
        store, report_id, {"figure/dan_so": number(42_000), "report/place": "x"}, "lan", base
    ).conflicts
    assert conflict.place == "figure/dan_so"
    assert (conflict.theirs, conflict.ours, conflict.user) == (number(41_000), number(42_000), "minh")
    assert earliest <= conflict.at <= latest
    assert conflict.at.utcoffset() == timedelta(0)
    assert dump(path) == before
    # Seen, and chosen: on the new revision it is no conflict any more.
    assert save(store, report_id, {"figure/dan_so": number(42_000)}, base=2) == 3


def test_what_is_changed_in_another_year_is_no_conflict(store: Store, report_id: int) -> None:
    other = new_report(store, 2021)
    for signer in ("Hải", "Hà"):
        save(store, other, {"report/signer": signer}, user="minh")
    save(store, report_id, {"report/place": "Mạo Khê"}, user="minh")
    assert save(store, report_id, {"report/signer": "Lan"}, base=0) == 2


@pytest.mark.quick_on_server
def test_every_place_in_conflict_is_told_with_who_changed_it_last(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "A", "report/place": "B", "report/number": "1"}, user="minh", base=0)
    save(store, report_id, {"report/place": "C"}, user="hai", base=1)
    ours: dict[str, Content] = {"report/signer": "X", "report/place": "Y", "report/number": "1", "report/symbol": "Z"}
    found = collide(store, report_id, ours, "lan", 0).conflicts
    assert [(each.place, each.theirs, each.ours, each.user) for each in found] == [
        ("report/signer", "A", "X", "minh"),
        ("report/place", "C", "Y", "hai"),
    ]


@pytest.mark.parametrize("after", [number(41_000), UNANSWERED, NIL])
def test_the_same_value_twice_is_silent(store: Store, report_id: int, after: Content) -> None:
    base = save(store, report_id, {"figure/dan_so": number(40_000)})
    save(store, report_id, {"figure/dan_so": after}, user="minh", base=base)
    assert store.apply(report_id, change({"figure/dan_so": after}), base, "lan") == Applied(2)
    # And the rest of such a Change is saved.
    save(store, report_id, {"figure/dan_so": after, "report/place": "Mạo Khê"}, base=base)
    assert store.history.of(report_id)[0].place == "report/place"


def test_different_places_never_conflict(store: Store, report_id: int) -> None:
    """Not even cells of one row. Each goes on from what they saw when they last saved themselves."""
    mine = ["results/phap_luat/classes", "board/gd/name", "activity/a1/title", "rating/doanh_nghiep/level"]
    theirs = ["results/phap_luat/participations", "board/gd/role", "activity/a1/note", "rating/doanh_nghiep/note"]
    choices = {
        "board/gd/role": {"một": "director", "hai hai": "deputy", "ba ba ba": "treasurer"},
        "rating/doanh_nghiep/level": {"một!": "tot", "hai hai!": "kha", "ba ba ba!": "dat"},
    }
    lan = minh = save(store, report_id, {"activity/a1": activity("a1")})

    def value(place: str, word: str) -> Content:
        return number(len(word)) if place.startswith("results") else choices.get(place, {}).get(word, word)

    for word in ("một", "hai hai", "ba ba ba"):
        minh = save(store, report_id, {place: value(place, word) for place in theirs}, user="minh", base=minh)
        lan = save(store, report_id, {place: value(place, word + "!") for place in mine}, user="lan", base=lan)
    found = answers(store, report_id)
    assert found["results/phap_luat/classes"] == number(9)
    assert found["results/phap_luat/participations"] == number(8)
    assert (found["board/gd/name"], found["board/gd/role"]) == ("ba ba ba!", "treasurer")
    assert (found["rating/doanh_nghiep/level"], found["rating/doanh_nghiep/note"]) == ("dat", "ba ba ba")
    assert activities(store, report_id) == {"a1": activity("a1", "ba ba ba!", note="ba ba ba")}


def test_a_number_and_its_qualifier_are_one_place(store: Store, report_id: int) -> None:
    base = save(store, report_id, {"figure/dan_so": number(40_000)})
    save(store, report_id, {"figure/dan_so": number(40_000, Qualifier.OVER)}, user="minh", base=base)
    collide(store, report_id, {"figure/dan_so": number(40_000, Qualifier.NEARLY)}, "lan", base)


def test_what_was_changed_and_changed_back_is_still_told(store: Store, report_id: int) -> None:
    base = save(store, report_id, {"report/signer": "Lan"})
    save(store, report_id, {"report/signer": "Minh"}, user="minh")
    save(store, report_id, {"report/signer": "Lan"}, user="minh")
    (conflict,) = collide(store, report_id, {"report/signer": "Hải"}, "hai", base).conflicts
    assert (conflict.theirs, conflict.user) == ("Lan", "minh")


def test_an_undo_conflicts_as_any_other_change(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "Lan"}, user="minh")
    store.steps.undo(report_id, "minh")
    (conflict,) = collide(store, report_id, {"report/signer": "Hải"}, "hai", 0).conflicts
    assert (conflict.theirs, conflict.user) == (UNANSWERED, "minh")


def test_ones_own_earlier_change_conflicts_too(store: Store, report_id: int) -> None:
    """Two windows of one person: what the second one shows is as old as anybody's."""
    save(store, report_id, {"report/signer": "Lan"}, base=0)
    assert collide(store, report_id, {"report/signer": "Minh"}, "lan", 0).conflicts[0].user == "lan"


# -- activities -------------------------------------------------------------------------------------------------------


def test_the_whole_activity_conflicts_with_a_cell_of_it(store: Store, report_id: int, path: Location) -> None:
    base = save(store, report_id, {"activity/a1": activity("a1")})
    save(store, report_id, {"activity/a1/note": "Minh ghi"}, user="minh", base=base)
    before = dump(path)
    (conflict,) = collide(store, report_id, {"activity/a1": activity("a1", "Lan sửa")}, "lan", base).conflicts
    assert conflict.place == "activity/a1"
    assert conflict.theirs == activity("a1", note="Minh ghi")
    assert conflict.ours == activity("a1", "Lan sửa")
    assert conflict.user == "minh"
    collide(store, report_id, {"activity/a1": UNANSWERED}, "lan", base)
    assert dump(path) == before


def test_a_cell_conflicts_with_the_whole_activity(store: Store, report_id: int) -> None:
    base = save(store, report_id, {"activity/a1": activity("a1")})
    save(store, report_id, {"activity/a1": activity("a1", "Minh sửa", classes=3)}, user="minh", base=base)
    (conflict,) = collide(store, report_id, {"activity/a1/classes": number(4)}, "lan", base).conflicts
    assert (conflict.place, conflict.theirs, conflict.user) == ("activity/a1/classes", number(3), "minh")
    # Only where the two differ.
    assert store.apply(report_id, change({"activity/a1/title": "Minh sửa"}), base, "lan") == Applied(2)


def test_a_cell_of_a_deleted_activity_is_refused(store: Store, report_id: int) -> None:
    base = save(store, report_id, {"activity/a1": activity("a1")})
    save(store, report_id, {"activity/a1": UNANSWERED}, user="minh", base=base)
    with pytest.raises(CannotEdit, match="Hoạt động này đã bị xóa"):
        store.apply(report_id, change({"activity/a1/classes": number(4)}), base, "lan")


def test_the_last_of_several_is_named(store: Store, report_id: int) -> None:
    base = save(store, report_id, {"activity/a1": activity("a1")})
    save(store, report_id, {"activity/a1/note": "một"}, user="an")
    save(store, report_id, {"activity/a1/place": "hai"}, user="binh")
    save(store, report_id, {"activity/a1/note": "ba"}, user="chi")
    (conflict,) = collide(store, report_id, {"activity/a1": UNANSWERED}, "lan", base).conflicts
    assert conflict.user == "chi"
    save(store, report_id, {"activity/a1": activity("a1", "Mới", note="ba")}, user="dung")
    (conflict,) = collide(store, report_id, {"activity/a1/note": "Lan"}, "lan", base).conflicts
    assert conflict.user == "dung"
    save(store, report_id, {"activity/a1/note": "bốn"}, user="hoa")
    (conflict,) = collide(store, report_id, {"activity/a1/note": "Lan"}, "lan", base).conflicts
    assert conflict.user == "hoa"


def test_activities_of_the_same_day_do_not_conflict(store: Store, report_id: int) -> None:
    save(store, report_id, {"activity/a1": activity("a1")}, user="minh", base=0)
    save(store, report_id, {"activity/a2": activity("a2")}, user="lan", base=0)
    assert sorted(activities(store, report_id)) == ["a1", "a2"]


def test_two_new_activities_of_one_name_conflict(store: Store, report_id: int) -> None:
    save(store, report_id, {"activity/a1": activity("a1")}, user="minh", base=0)
    (conflict,) = collide(store, report_id, {"activity/a1": activity("a1", "Khác")}, "lan", 0).conflicts
    assert conflict.theirs == activity("a1")
