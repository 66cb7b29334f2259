"""Centres: found by code and by words, each there once, and removed only when nothing is kept of one."""

from __future__ import annotations

import pytest
from support.damage import assert_plain
from support.forms import shipped
from support.stores import dump, new_report, save

from tthtcd_tui.errors import CannotEdit, StoreProblem
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.text.periods import Period


def test_centres_by_code(store: Store) -> None:
    assert store.centres.all() == []
    assert store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ") == 1
    assert store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê") == 2
    assert store.centres.all() == [
        CentreRow(2, "mao-khe", "TTHTCĐ phường Mạo Khê"),
        CentreRow(1, "yen-tho", "TTHTCĐ phường Yên Thọ"),
    ]
    assert [centre.code for centre in store.centres.all(limit=1)] == ["mao-khe"]
    assert (store.centres.exists("yen-tho"), store.centres.exists("yen-duc")) == (True, False)


def test_a_second_centre_of_the_code_is_refused(store: Store, path: Location) -> None:
    store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    before = dump(path)
    with pytest.raises(StoreProblem) as raised:
        store.centres.add("mao-khe", "một lần nữa")
    assert_plain(raised.value.message)
    assert dump(path) == before


def test_a_centre_gets_another_name_in_all_its_years(store: Store, report_id: int) -> None:
    store.centres.rename(1, "TTHTCĐ phường Mạo Khê (mới)")
    assert store.centres.all()[0].name == "TTHTCĐ phường Mạo Khê (mới)"
    assert store.snapshot(report_id).facts.centre.name == "TTHTCĐ phường Mạo Khê (mới)"
    assert store.revision(report_id) == 0  # no answer has changed


def test_a_centre_goes_only_when_nothing_is_kept_of_it(store: Store, path: Location, report_id: int) -> None:
    before = dump(path)
    with pytest.raises(CannotEdit, match="còn 1 báo cáo"):
        store.centres.remove(1)
    assert dump(path) == before
    store.years.delete(report_id)
    store.centres.remove(1)
    assert store.centres.all() == []
    assert [gone.centre for gone in store.years.deleted()] == ["mao-khe"], "that it had a year stays known"
    assert store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê") > 0
    assert list(flaws(store._database)) == []


def test_a_centre_that_staff_were_of_stays(store: Store) -> None:
    centre = store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    store.staff.add(Member("gd", "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in("gd")
    store.staff.add(Member("lan", "Lan", Role.CLERK, store.centres.all()[0]))
    with pytest.raises(CannotEdit, match="được giao trung tâm này"):
        store.centres.remove(centre)
    store.staff.remove("lan")
    with pytest.raises(CannotEdit, match="Lịch sử"):
        store.centres.remove(centre)


def test_centres_are_read_a_stretch_at_a_time(store: Store) -> None:
    for number in range(5):
        store.centres.add(f"xa-{number}", f"TTHTCĐ xã {number}")
    store.years.add(2, shipped(), Period.school_year(2020))
    store.years.add(2, shipped(), Period.school_year(2021))
    lines = store.centres.lines(1, 2)
    assert [line.centre.code for line in lines] == ["xa-1", "xa-2"]
    assert [sorted(line.periods) for line in lines] == [["2020-2021", "2021-2022"], []]
    assert (store.centres.totals(), store.centres.count_before("xa-3"), store.centres.lines(9, 2)) == ((5, 2), 3, [])


def test_what_a_centre_was_called_in_its_years(store: Store, report_id: int) -> None:
    assert store.centres.names_used(1) == []
    issuer, locality = "TTHTCĐ phường Mạo Khê", "phường Mạo Khê"
    save(store, report_id, {"report/locality": locality, "report/issuer": issuer, "report/signer": "Vũ Thanh Hải"})
    later = new_report(store, 2021)
    save(store, later, {"report/locality": "phường Mạo Khê mới", "report/issuer": issuer, "report/superior": "UBND"})
    other = store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
    save(store, store.years.add(other, shipped(), Period.school_year(2020)), {"report/locality": "phường Yên Thọ"})
    assert set(store.centres.names_used(1)) == {locality, issuer, "phường Mạo Khê mới", "UBND"}
    assert len(store.centres.names_used(1)) == 4
    assert store.centres.names_used(other) == ["phường Yên Thọ"]


def test_a_stretch_of_the_centres_and_those_of_some_words(store: Store) -> None:
    for code, name in (("mao-khe", "TTHTCĐ phường Mạo Khê"), ("yen-duc", "TTHTCĐ xã Yên Đức"), ("kho", "100%_Đông")):
        store.years.add(store.centres.add(code, name), shipped(), Period.school_year(2020))
    centre = store.centres.called("yen-duc")
    assert centre is not None
    store.years.add(centre.id, shipped(), Period.calendar_year(2021))

    def codes(*words: str, skip: int = 0, limit: int = 9) -> list[str]:
        found = [line.centre.code for line in store.centres.lines(skip, limit, words)]
        assert len(found) == store.centres.count_lines(words) or (skip, limit) != (0, 9)
        return found

    assert codes() == ["kho", "mao-khe", "yen-duc"]
    assert codes(skip=1, limit=1) == ["mao-khe"]
    assert codes("khe") == ["mao-khe"]
    assert codes("yen", "2021") == codes("duc", "nam", "2021") == ["yen-duc"]
    assert codes("2020-2021") == codes("2020", "hoc") == ["kho", "mao-khe", "yen-duc"]
    assert codes("%") == codes("_") == ["kho"]
    assert codes("2019") == codes("mao", "2022") == []
    assert store.centres.lines(2, 1)[0].periods == ("2020-2021", "2021")
