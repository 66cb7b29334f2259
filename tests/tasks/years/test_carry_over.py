"""The mark «chép từ năm trước, chưa rà soát»: whoever changes a place has reviewed it."""

from __future__ import annotations

import pytest
from support.forms import both, shipped
from support.stores import answers, new_report, save

from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks import save_change
from tthtcd_tui.tasks.session import edit_cells
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells
from tthtcd_tui.tasks.years.carry_over import carried, defaults, reviewed

MARKED: dict[str, Content] = {
    "report/signer": "Vũ Thanh Hải",
    "carried/report/signer": "2019-2020",
    "narrative/dia_phuong": ("Lời cũ.",),
    "carried/narrative/dia_phuong": "2019-2020",
    "board/gd/name": "Lan",
    "board/gd/role": "director",
    "carried/board/gd": "2019-2020",
    "board/pho/name": "Minh",
    "carried/board/pho": "2019-2020",
    "own/rieng/label": "Thư viện",
    "carried/own/rieng": "2019-2020",
}


@pytest.fixture
def year(store: Store, report_id: int) -> Year:
    save(store, report_id, MARKED)
    return next(year for year in store.years.all() if year.report_id == report_id)


def marks(store: Store, year: Year) -> set[str]:
    return {place for place in answers(store, year.report_id) if place.startswith("carried/")}


ALL = {place for place in MARKED if place.startswith("carried/")}


@pytest.mark.parametrize(
    ("place", "raw", "gone"),
    [
        ("report/signer", "Nguyễn Thị Lan", "carried/report/signer"),
        ("report/signer", "", "carried/report/signer"),
        ("report/signer", "Vũ Thanh Hải", "carried/report/signer"),  # looked at, and right as it is
        ("narrative/dia_phuong", "Lời mới.", "carried/narrative/dia_phuong"),
        ("board/gd/name", "Lan Anh", "carried/board/gd"),
        ("board/gd/phone", "0912", "carried/board/gd"),
        ("own/rieng/status", "Đã thực hiện", "carried/own/rieng"),
        ("carried/board/pho", "", "carried/board/pho"),
    ],
)
def test_a_changed_place_is_no_longer_marked(store: Store, year: Year, place: str, raw: str, gone: str) -> None:
    save_cells(store, year, [Typed(place, raw)], "lan")
    assert marks(store, year) == ALL - {gone}
    store.steps.undo(year.report_id, "lan")  # one step: the words and their mark
    assert answers(store, year.report_id) == MARKED


def test_a_place_without_a_mark_takes_none_away(store: Store, year: Year) -> None:
    save_cells(store, year, [Typed("figure/dan_so", "40000"), Typed("report/place", "Mạo Khê")], "lan")
    assert marks(store, year) == ALL
    assert list(reviewed(store.snapshot(year.report_id).facts, Place("figure/dan_so"))) == []


def test_two_who_review_cells_of_one_member_do_not_conflict(store: Store, year: Year) -> None:
    seen = store.snapshot(year.report_id)
    for user, place in (("lan", "board/gd/name"), ("minh", "board/gd/duty")):
        save_change.save(store, seen, edit_cells.edit_of(seen, Typed(place, user)), user)
    assert marks(store, year) == ALL - {"carried/board/gd"}
    assert answers(store, year.report_id)["board/gd/name"] == "lan"
    assert answers(store, year.report_id)["board/gd/duty"] == "minh"


@pytest.mark.parametrize("form", both(), ids=lambda form: form.key)
def test_the_default_words_are_places_of_the_form(store: Store, form: Form) -> None:
    edits = defaults(form)
    assert len({edit.place for edit in edits}) == len(edits) > 5
    assert all(field_at(form, edit.place) for edit in edits)
    report = new_report(store, form=form)
    save(store, report, {edit.place: edit.after for edit in edits})
    assert answers(store, report) == {str(edit.place): edit.after for edit in edits}


def test_nothing_to_carry_over_carries_nothing(store: Store) -> None:
    report = new_report(store)
    assert carried(shipped(), store.snapshot(report).facts) == []


def test_every_edit_carried_over_has_its_mark(store: Store, year: Year) -> None:
    edits = carried(shipped(), store.snapshot(year.report_id).facts)
    places = [edit.place for edit in edits]
    assert len(set(places)) == len(places)
    words = [place for place in places if place.kind != "carried"]
    assert {Place.of("carried", place.parent if place.kind in ("board", "own") else place) for place in words} == {
        place for place in places if place.kind == "carried"
    }
