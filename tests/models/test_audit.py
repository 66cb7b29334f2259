"""The audit log: whole, without a gap, never changed afterwards — and enough to make the report again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.forms import both
from support.replay import assert_audit_tells_all
from support.samples import sample
from support.stores import DIRECTOR, activity, change, finalise, new_report, number, save, sql, staffed
from support.strategies import places

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.qualifiers import Qualifier


def rows(path: Location) -> list[tuple[object, ...]]:
    return [
        *sql(path, "SELECT * FROM audit_change ORDER BY id"),
        *sql(path, "SELECT * FROM audit_entry ORDER BY id"),
    ]


def test_who_when_what_before_and_after(store: Store, report_id: int) -> None:
    earliest = datetime.now(UTC)
    made = change({"figure/dan_so": number(40_000, Qualifier.OVER), "activity/a1": activity("a1", classes=2)})
    store.apply(report_id, made, 0, "Bích Hà")
    save(store, report_id, {"figure/dan_so": NIL, "activity/a1/classes": UNANSWERED}, user="minh")
    found = store.history.of(report_id)[::-1]
    assert [(each.revision, each.user, each.place, each.before, each.after, each.undoes) for each in found] == [
        (1, "Bích Hà", "figure/dan_so", UNANSWERED, number(40_000, Qualifier.OVER), None),
        (1, "Bích Hà", "activity/a1", UNANSWERED, activity("a1", classes=2), None),
        (2, "minh", "figure/dan_so", number(40_000, Qualifier.OVER), NIL, None),
        (2, "minh", "activity/a1/classes", number(2), UNANSWERED, None),
    ]
    assert [each.op_id for each in found[:2]] == [made.op_id] * 2
    assert earliest <= found[0].at <= found[2].at <= datetime.now(UTC)
    assert found[0].at == found[1].at


def test_the_history_is_of_one_year(store: Store, report_id: int) -> None:
    other = new_report(store, 2021)
    save(store, other, {"report/signer": "Hải"})
    save(store, report_id, {"report/signer": "Lan"})
    assert [entry.after for entry in store.history.of(report_id)] == ["Lan"]
    assert [entry.after for entry in store.history.of(report_id, Place("report/signer"))] == ["Lan"]


def test_activities_changed_since_a_revision(store: Store, report_id: int) -> None:
    save(store, report_id, {"activity/a1": activity("a1"), "activity/a2": activity("a2")})
    seen = save(store, report_id, {"figure/so_khu": number(3)})
    save(store, report_id, {"activity/a1/note": "x", "figure/so_khu": number(4)})
    save(store, report_id, {"activity/a2": UNANSWERED, "activity/a3": activity("a3")}, user="minh")
    other = new_report(store, 2021)
    for number_of in range(5):
        save(store, other, {f"activity/b{number_of}": activity(f"b{number_of}")})
    assert store.history.activities_since(report_id, seen) == {"a1", "a2", "a3"}
    assert store.history.activities_since(report_id, seen + 1) == {"a2", "a3"}
    assert store.history.activities_since(report_id, seen + 2) == set()


def test_the_history_of_a_place_and_its_cells(store: Store, report_id: int) -> None:
    save(store, report_id, {"figure/so_khu": number(1), "figure/so_ho": number(2), "results/phap_luat/classes": NIL})
    save(store, report_id, {"figure/so_khu": number(3), "activity/a1": activity("a1"), "activity/a11": activity("a11")})
    save(store, report_id, {"activity/a1/note": "x", "results/phap_luat/participations": number(5)})

    def places_of(place: str, limit: int = -1) -> list[str]:
        return [str(entry.place) for entry in store.history.of(report_id, Place(place), limit)]

    assert places_of("figure/so_khu") == ["figure/so_khu"] * 2
    assert places_of("activity/a1") == ["activity/a1/note", "activity/a1"]
    assert places_of("results/phap_luat") == ["results/phap_luat/participations", "results/phap_luat/classes"]
    assert len(places_of("figure")) == 3
    assert places_of("figure", 1) == ["figure/so_khu"]
    assert places_of("figure", 0) == []
    # _ and % are letters here, and a place is no part of a longer name.
    save(store, report_id, {"own/so_khu/label": "a", "own/so-khu/label": "b", "own/so/label": "c"})
    assert places_of("own/so_khu") == ["own/so_khu/label"]
    assert places_of("own/so") == ["own/so/label"]
    assert places_of("own/%") == []


@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_every_answer_there_is_comes_back_from_the_audit(store: Store, form: Form) -> None:
    report = new_report(store, form=form)
    asked = {place: field for place in places(form) if (field := field_at(form, place))}
    for turn in (1, 2, 3):
        save(store, report, {place: sample(field, turn) for place, field in asked.items()})
    save(store, report, dict.fromkeys(asked, NIL))
    save(store, report, dict.fromkeys(asked, NOT_APPLICABLE))
    assert_audit_tells_all(store, report)


def test_it_goes_with_its_year_and_with_nothing_else(store: Store, report_id: int, path: Location) -> None:
    second = new_report(store, 2021)
    save(store, report_id, {"report/signer": "Lan"})
    save(store, second, {"report/signer": "Minh"})
    store.years.delete(report_id)
    assert sql(path, "SELECT DISTINCT report_id FROM audit_change") == [(second,)]
    assert sql(path, "SELECT DISTINCT report_id FROM audit_entry") == [(second,)]


def test_where_one_was_is_the_last_answer_one_changed(store: Store, report_id: int) -> None:
    staffed(store)
    save(store, report_id, {"report/signer": "Lan"}, user=DIRECTOR)
    assert store.history.last_place(report_id, DIRECTOR) is None, "what made the year was not of their choosing"
    save(store, report_id, {"figure/so_ho": number(2), "carried/figure/so_khu": "2019-2020"}, user=DIRECTOR)
    save(store, report_id, {"figure/so_khu": number(3)}, user="lan")
    assert store.history.last_place(report_id, DIRECTOR) == "figure/so_ho"
    finalise(store, report_id)
    assert store.history.last_place(report_id, DIRECTOR) == "figure/so_ho", (
        "nobody can go to where it says that it is final"
    )
    store.versions.reopen(report_id, DIRECTOR, "Sai số hộ")
    assert store.history.last_place(report_id, DIRECTOR) == "figure/so_ho"
    assert store.history.last_place(report_id, "lan") == "figure/so_khu"
