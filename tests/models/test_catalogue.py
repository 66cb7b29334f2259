"""Centres, forms and years: what there is, in which order, and that each is there once."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.forms import both, changed, other, shipped
from support.stores import activity, dump, new_report, save, sql

from tthtcd_tui.forms.answer import NIL
from tthtcd_tui.models.catalogue import CentreRow, FormRow, Year
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period


def test_centres_by_code(store: Store) -> None:
    assert store.centres() == []
    assert store.add_centre("yen-tho", "TTHTCĐ phường Yên Thọ") == 1
    assert store.add_centre("mao-khe", "TTHTCĐ phường Mạo Khê") == 2
    assert store.centres() == [
        CentreRow(2, "mao-khe", "TTHTCĐ phường Mạo Khê"),
        CentreRow(1, "yen-tho", "TTHTCĐ phường Yên Thọ"),
    ]


def test_a_second_centre_of_the_code_is_refused(store: Store, path: Path) -> None:
    store.add_centre("mao-khe", "TTHTCĐ phường Mạo Khê")
    before = dump(path)
    with pytest.raises(StoreProblem) as raised:
        store.add_centre("mao-khe", "một lần nữa")
    assert_plain(raised.value.message)
    assert dump(path) == before


def test_a_centre_gets_another_name_in_all_its_years(store: Store, report: int) -> None:
    store.rename_centre(1, "TTHTCĐ phường Mạo Khê (mới)")
    assert store.centres()[0].name == "TTHTCĐ phường Mạo Khê (mới)"
    assert store.snapshot(report).facts.centre.name == "TTHTCĐ phường Mạo Khê (mới)"
    assert store.revision(report) == 0  # no answer has changed


def test_years_by_centre_the_newest_first(store: Store) -> None:
    centres = [store.add_centre(code, code.upper()) for code in ("b", "a")]
    periods = [Period.school_year(2019), Period.school_year(2021), Period.calendar_year(2020)]
    for centre in centres:
        for period in periods:
            store.add_year(centre, shipped(), period)
    found = [(year.centre.code, year.period.label) for year in store.years()]
    assert found == [(code, label) for code in ("a", "b") for label in ("2021-2022", "2020", "2019-2020")]
    assert [year.report for year in store.years(centres[0])] == [2, 3, 1]
    assert store.years(99) == []
    assert store.years(centres[0])[0] == Year(
        2,
        CentreRow(1, "b", "B"),
        FormRow(shipped().digest, shipped().key, shipped().version),
        Period.school_year(2021),
        0,
        Status.DRAFT,
    )


def test_an_empty_year_is_empty(store: Store) -> None:
    period = Period.custom(date(2021, 6, 1), date(2021, 8, 31), "hè 2021")
    report = store.add_year(store.add_centre("mao-khe", "TTHTCĐ phường Mạo Khê"), other(), period)
    snapshot, log = store.snapshot_with_log(report)
    assert (snapshot.report, snapshot.revision, snapshot.form) == (report, 0, other())
    assert (snapshot.facts.period, snapshot.facts.form, snapshot.facts.form_version) == (period, "khac", 3)
    assert (snapshot.facts.centre.code, snapshot.facts.centre.name) == ("mao-khe", "TTHTCĐ phường Mạo Khê")
    assert dict(snapshot.facts.answers) == dict(snapshot.facts.log) == {}
    assert log.activities == ()
    assert store.history(report) == []


def test_a_year_is_there_once_for_a_form(store: Store, report: int, path: Path) -> None:
    before = dump(path)
    with pytest.raises(StoreProblem):
        new_report(store)
    assert dump(path) == before
    assert new_report(store, form=other()) == report + 1
    assert store.add_year(store.add_centre("yen-tho", "Yên Thọ"), shipped(), Period.school_year(2020)) == report + 2


def test_a_form_is_kept_once_as_it_was(store: Store, path: Path) -> None:
    for form in [*both(), *both()]:
        store.add_form(form)
    newer = changed(("version = 1", "version = 2"))
    store.add_form(newer)
    assert store.forms() == [FormRow(form.digest, form.key, form.version) for form in (other(), shipped(), newer)]
    for form in (*both(), newer):
        assert store.form(form.digest) == form
    assert sql(path, "SELECT count(*) FROM form_text") == [(3,)]
    with pytest.raises(KeyError):
        store.form("0" * 64)


def test_a_report_keeps_the_form_it_was_made_with(store: Store, path: Path) -> None:
    """Though the program has learnt to ask something else since, in this process or in another."""
    report = new_report(store)
    newer = changed(("version = 1", "version = 2"), ('label = "Dân số"', 'label = "Số dân"'))
    second = new_report(store, 2021, form=newer)
    store.close()
    again = Store(path)
    assert again.snapshot(report).form == shipped()
    assert again.snapshot(second).form == newer
    again.close()


def test_a_form_that_this_program_cannot_read_is_not_called_damaged(store: Store, report: int, path: Path) -> None:
    """An older or newer program took it; its text is whole."""
    text = "version = 1\n"
    digest = sha256(text.encode()).hexdigest()
    sql(path, "INSERT INTO form_text (hash, key, version, toml) VALUES (?, 'khac', 9, ?)", [digest, text])
    sql(path, "UPDATE report SET form_hash = ?", [digest])
    with pytest.raises(StoreProblem, match="không đọc được biểu mẫu đã lưu trong tệp dữ liệu"):
        store.snapshot(report)
    assert len(store.years()) == 1


def test_a_deleted_year_takes_all_of_its_own_along(store: Store, report: int, path: Path) -> None:
    second = new_report(store, 2021)
    before = dump(path)
    for each in (report, second):
        save(store, each, {"figure/dan_so": NIL, "board/gd/name": "Lan"})
        save(store, each, {"activity/a1": activity("a1"), "reason/figure/dan_so": "x", "carried/board/gd": "2019-2020"})
    kept = dump(path)
    store.delete_year(report)
    assert [year.report for year in store.years()] == [second]
    with pytest.raises(KeyError):
        store.snapshot(report)
    for table, rows in dump(path).items():
        if table in ("centre", "form_text", "sqlite_sequence"):
            assert rows == kept[table]
        else:
            assert len(rows) * 2 == len(kept[table]) or not kept[table]
    store.delete_year(second)
    assert {table: rows for table, rows in dump(path).items() if table not in ("report", "sqlite_sequence")} == {
        table: rows for table, rows in before.items() if table not in ("report", "sqlite_sequence")
    }
    # And a number once used does not name another year.
    assert new_report(store, 2022) > second
