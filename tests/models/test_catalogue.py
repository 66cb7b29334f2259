"""Centres, forms and years: what there is, in which order, and that each is there once."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest
from support.damage import assert_plain
from support.forms import both, changed, other, shipped
from support.stores import activity, dump, new_report, save, sql

from tthtcd_tui.errors import CannotEdit, ReportGone, StoreProblem
from tthtcd_tui.forms.answer import NIL
from tthtcd_tui.models.catalogue import CentreRow, FormRow, Year
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import Location
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


def test_a_second_centre_of_the_code_is_refused(store: Store, path: Location) -> None:
    store.add_centre("mao-khe", "TTHTCĐ phường Mạo Khê")
    before = dump(path)
    with pytest.raises(StoreProblem) as raised:
        store.add_centre("mao-khe", "một lần nữa")
    assert_plain(raised.value.message)
    assert dump(path) == before


def test_a_centre_gets_another_name_in_all_its_years(store: Store, report_id: int) -> None:
    store.rename_centre(1, "TTHTCĐ phường Mạo Khê (mới)")
    assert store.centres()[0].name == "TTHTCĐ phường Mạo Khê (mới)"
    assert store.snapshot(report_id).facts.centre.name == "TTHTCĐ phường Mạo Khê (mới)"
    assert store.revision(report_id) == 0  # no answer has changed


def test_a_centre_goes_only_when_nothing_is_kept_of_it(store: Store, path: Location, report_id: int) -> None:
    before = dump(path)
    with pytest.raises(CannotEdit, match="còn 1 báo cáo"):
        store.remove_centre(1)
    assert dump(path) == before
    store.delete_year(report_id)
    store.remove_centre(1)
    assert store.centres() == []
    assert [gone.centre for gone in store.deleted_years()] == ["mao-khe"], "that it had a year stays known"
    assert store.add_centre("mao-khe", "TTHTCĐ phường Mạo Khê") > 0
    assert list(flaws(store._database)) == []


def test_a_centre_that_staff_were_of_stays(store: Store) -> None:
    centre = store.add_centre("mao-khe", "TTHTCĐ phường Mạo Khê")
    store.staff.add(Member("gd", "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in("gd")
    store.staff.add(Member("lan", "Lan", Role.CLERK, store.centres()[0]))
    with pytest.raises(CannotEdit, match="được giao trung tâm này"):
        store.remove_centre(centre)
    store.staff.remove("lan")
    with pytest.raises(CannotEdit, match="Lịch sử"):
        store.remove_centre(centre)


def test_centres_are_read_a_stretch_at_a_time(store: Store) -> None:
    for number in range(5):
        store.add_centre(f"xa-{number}", f"TTHTCĐ xã {number}")
    store.add_year(2, shipped(), Period.school_year(2020))
    store.add_year(2, shipped(), Period.school_year(2021))
    lines = store.centre_lines(1, 2)
    assert [line.centre.code for line in lines] == ["xa-1", "xa-2"]
    assert [sorted(line.periods) for line in lines] == [["2020-2021", "2021-2022"], []]
    assert (store.counts(), store.centres_before("xa-3"), store.centre_lines(9, 2)) == ((5, 2), 3, [])


def test_what_a_centre_was_called_in_its_years(store: Store, report_id: int) -> None:
    assert store.centre_names(1) == []
    issuer, locality = "TTHTCĐ phường Mạo Khê", "phường Mạo Khê"
    save(store, report_id, {"report/locality": locality, "report/issuer": issuer, "report/signer": "Vũ Thanh Hải"})
    later = new_report(store, 2021)
    save(store, later, {"report/locality": "phường Mạo Khê mới", "report/issuer": issuer, "report/superior": "UBND"})
    other = store.add_centre("yen-tho", "TTHTCĐ phường Yên Thọ")
    save(store, store.add_year(other, shipped(), Period.school_year(2020)), {"report/locality": "phường Yên Thọ"})
    assert set(store.centre_names(1)) == {locality, issuer, "phường Mạo Khê mới", "UBND"}
    assert len(store.centre_names(1)) == 4
    assert store.centre_names(other) == ["phường Yên Thọ"]


def test_years_by_centre_the_newest_first(store: Store) -> None:
    centres = [store.add_centre(code, code.upper()) for code in ("b", "a")]
    periods = [Period.school_year(2019), Period.school_year(2021), Period.calendar_year(2020)]
    for centre in centres:
        for period in periods:
            store.add_year(centre, shipped(), period)
    found = [(year.centre.code, year.period.label) for year in store.years()]
    assert found == [(code, label) for code in ("a", "b") for label in ("2021-2022", "2020", "2019-2020")]
    assert [year.report_id for year in store.years(centres[0])] == [2, 3, 1]
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
    assert store.add_year(store.add_centre("yen-tho", "Yên Thọ"), shipped(), Period.school_year(2020)) == report_id + 2


def test_a_form_is_kept_once_as_it_was(store: Store, path: Location) -> None:
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


def test_a_report_keeps_the_form_it_was_made_with(store: Store, path: Location) -> None:
    """Though the program has learnt to ask something else since, in this process or in another."""
    report = new_report(store)
    newer = changed(("version = 1", "version = 2"), ('label = "Dân số"', 'label = "Số dân"'))
    second = new_report(store, 2021, form=newer)
    store.close()
    again = Store(path)
    assert again.snapshot(report).form == shipped()
    assert again.snapshot(second).form == newer
    again.close()


def test_a_form_that_this_program_cannot_read_is_not_called_damaged(
    store: Store, report_id: int, path: Location
) -> None:
    """An older or newer program took it; its text is whole."""
    text = "version = 1\n"
    digest = sha256(text.encode()).hexdigest()
    sql(path, "INSERT INTO form_text (hash, key, version, toml) VALUES (?, 'khac', 9, ?)", [digest, text])
    sql(path, "UPDATE report SET form_hash = ?", [digest])
    with pytest.raises(StoreProblem, match="không đọc được biểu mẫu đã lưu trong tệp dữ liệu"):
        store.snapshot(report_id)
    assert len(store.years()) == 1


@pytest.mark.quick_on_server
def test_a_deleted_year_takes_all_of_its_own_along(store: Store, report_id: int, path: Location) -> None:
    second = new_report(store, 2021)
    before = dump(path)
    for each in (report_id, second):
        save(store, each, {"figure/dan_so": NIL, "board/gd/name": "Lan"})
        save(store, each, {"activity/a1": activity("a1"), "reason/figure/dan_so": "x", "carried/board/gd": "2019-2020"})
    kept = dump(path)
    store.delete_year(report_id)
    assert [year.report_id for year in store.years()] == [second]
    with pytest.raises(ReportGone):
        store.snapshot(report_id)
    for table, rows in dump(path).items():
        if table in ("centre", "form_text", "person"):
            assert rows == kept[table]
        elif table in ("ledger", "sqlite_sequence", "tthtcd_number"):
            assert len(rows) >= len(kept[table])
        else:
            assert len(rows) * 2 == len(kept[table]) or not kept[table]
    store.delete_year(second)
    stays = ("report", "person", "ledger", "sqlite_sequence", "tthtcd_number")
    assert {table: rows for table, rows in dump(path).items() if table not in stays} == {
        table: rows for table, rows in before.items() if table not in stays
    }
    # And a number once used does not name another year.
    assert new_report(store, 2022) > second


# -- among many -------------------------------------------------------------------------------------------------------


def test_a_stretch_of_the_centres_and_those_of_some_words(store: Store) -> None:
    for code, name in (("mao-khe", "TTHTCĐ phường Mạo Khê"), ("yen-duc", "TTHTCĐ xã Yên Đức"), ("kho", "100%_Đông")):
        store.add_year(store.add_centre(code, name), shipped(), Period.school_year(2020))
    centre = store.centre("yen-duc")
    assert centre is not None
    store.add_year(centre.id, shipped(), Period.calendar_year(2021))

    def codes(*words: str, skip: int = 0, limit: int = 9) -> list[str]:
        found = [line.centre.code for line in store.centre_lines(skip, limit, words)]
        assert len(found) == store.count_centres(words) or (skip, limit) != (0, 9)
        return found

    assert codes() == ["kho", "mao-khe", "yen-duc"]
    assert codes(skip=1, limit=1) == ["mao-khe"]
    assert codes("khe") == ["mao-khe"]
    assert codes("yen", "2021") == codes("duc", "nam", "2021") == ["yen-duc"]
    assert codes("2020-2021") == codes("2020", "hoc") == ["kho", "mao-khe", "yen-duc"]
    assert codes("%") == codes("_") == ["kho"]
    assert codes("2019") == codes("mao", "2022") == []
    assert store.centre_lines(2, 1)[0].periods == ("2020-2021", "2021")


def test_the_newest_years_and_those_of_a_period(store: Store) -> None:
    first, second = (store.add_centre(code, code) for code in ("a", "b"))
    for centre, year in ((first, 2019), (second, 2021), (first, 2021), (second, 2018)):
        store.add_year(centre, shipped(), Period.school_year(year))

    def told(years: list[Year]) -> list[tuple[str, str]]:
        return [(year.centre.code, year.period.label) for year in years]

    by_age = [("a", "2021-2022"), ("b", "2021-2022"), ("a", "2019-2020"), ("b", "2018-2019")]
    assert told(store.newest_years(None, 0, 9)) == by_age
    assert told(store.newest_years(None, 1, 2)) == by_age[1:3]
    assert told(store.newest_years(second, 0, 9)) == [by_age[1], by_age[3]]
    assert told(store.years_called("a", "2021-2022")) == [("a", "2021-2022")]
    assert store.years_called("a", "2018-2019") == []
    assert store.centres(limit=1) == [CentreRow(first, "a", "a")]
