"""Years: which there are, in which order, that each is there once, and what a deleted one takes along."""

from __future__ import annotations

from datetime import date

import pytest
from support.forms import other, shipped
from support.stores import activity, dump, new_report, save

from tthtcd_tui.errors import ReportGone, StoreProblem
from tthtcd_tui.forms.answer import NIL
from tthtcd_tui.models.catalogue import CentreRow, FormRow, Year
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period


def test_years_by_centre_the_newest_first(store: Store) -> None:
    centres = [store.centres.add(code, code.upper()) for code in ("b", "a")]
    periods = [Period.school_year(2019), Period.school_year(2021), Period.calendar_year(2020)]
    for centre in centres:
        for period in periods:
            store.years.add(centre, shipped(), period)
    found = [(year.centre.code, year.period.label) for year in store.years.all()]
    assert found == [(code, label) for code in ("a", "b") for label in ("2021-2022", "2020", "2019-2020")]
    assert [year.report_id for year in store.years.of(centres[0])] == [2, 3, 1]
    assert store.years.of(99) == []
    assert store.years.of(centres[0])[0] == Year(
        2,
        CentreRow(1, "b", "B"),
        FormRow(shipped().digest, shipped().key, shipped().version),
        Period.school_year(2021),
        0,
        Status.DRAFT,
    )


def test_an_empty_year_is_empty(store: Store) -> None:
    period = Period.custom(date(2021, 6, 1), date(2021, 8, 31), "hè 2021")
    report = store.years.add(store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê"), other(), period)
    snapshot, log = store.snapshot_with_log(report)
    assert (snapshot.report_id, snapshot.revision, snapshot.form) == (report, 0, other())
    assert (snapshot.facts.period, snapshot.facts.form, snapshot.facts.form_version) == (period, "khac", 3)
    assert (snapshot.facts.centre.code, snapshot.facts.centre.name) == ("mao-khe", "TTHTCĐ phường Mạo Khê")
    assert dict(snapshot.facts.answers) == dict(snapshot.facts.log) == {}
    assert log.activities == ()
    assert store.history.of(report) == []


def test_a_year_is_there_once_for_a_form(store: Store, report_id: int, path: Location) -> None:
    before = dump(path)
    with pytest.raises(StoreProblem):
        new_report(store)
    assert dump(path) == before
    assert new_report(store, form=other()) == report_id + 1
    assert (
        store.years.add(store.centres.add("yen-tho", "Yên Thọ"), shipped(), Period.school_year(2020)) == report_id + 2
    )


@pytest.mark.quick_on_server
def test_a_deleted_year_takes_all_of_its_own_along(store: Store, report_id: int, path: Location) -> None:
    second = new_report(store, 2021)
    before = dump(path)
    for each in (report_id, second):
        save(store, each, {"figure/dan_so": NIL, "board/gd/name": "Lan"})
        save(store, each, {"activity/a1": activity("a1"), "reason/figure/dan_so": "x", "carried/board/gd": "2019-2020"})
    kept = dump(path)
    store.years.delete(report_id)
    assert [year.report_id for year in store.years.all()] == [second]
    with pytest.raises(ReportGone):
        store.snapshot(report_id)
    for table, rows in dump(path).items():
        if table in ("centre", "form_text", "person"):
            assert rows == kept[table]
        elif table in ("ledger", "sqlite_sequence", "tthtcd_number"):
            assert len(rows) >= len(kept[table])
        else:
            assert len(rows) * 2 == len(kept[table]) or not kept[table]
    store.years.delete(second)
    stays = ("report", "person", "ledger", "sqlite_sequence", "tthtcd_number")
    assert {table: rows for table, rows in dump(path).items() if table not in stays} == {
        table: rows for table, rows in before.items() if table not in stays
    }
    # And a number once used does not name another year.
    assert new_report(store, 2022) > second


def test_the_newest_years_and_those_of_a_period(store: Store) -> None:
    first, second = (store.centres.add(code, code) for code in ("a", "b"))
    for centre, year in ((first, 2019), (second, 2021), (first, 2021), (second, 2018)):
        store.years.add(centre, shipped(), Period.school_year(year))

    def told(years: list[Year]) -> list[tuple[str, str]]:
        return [(year.centre.code, year.period.label) for year in years]

    by_age = [("a", "2021-2022"), ("b", "2021-2022"), ("a", "2019-2020"), ("b", "2018-2019")]
    assert told(store.years.newest(None, 0, 9)) == by_age
    assert told(store.years.newest(None, 1, 2)) == by_age[1:3]
    assert told(store.years.newest(second, 0, 9)) == [by_age[1], by_age[3]]
    assert told(store.years.called("a", "2021-2022")) == [("a", "2021-2022")]
    assert store.years.called("a", "2018-2019") == []
