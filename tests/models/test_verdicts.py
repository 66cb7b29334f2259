"""What was handed in and answered, on both engines: one story in the history, lists by period, deadlines."""

from __future__ import annotations

from datetime import date

import pytest
from support.stores import CLERK, DIRECTOR, finalise, new_report, save, spoil, staffed

from tthtcd_tui.errors import CannotAnswer, StoreProblem
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.times import written_time
from tthtcd_tui.models.verdicts import Approval
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.text.periods import Period

PROVINCE = Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE)
COMMUNE = Unit("101", "Phường Mạo Khê", UnitKind.COMMUNE, "22")
WARD, OFFICE = "phuong", "so"
YEAR = Period.school_year(2020)
PLACE = Place("figure/dan_so")


@pytest.fixture
def handed_in(store: Store) -> int:
    """A final year that was handed in, with a supervisor of each level."""
    report = new_report(store)
    staffed(store)
    store.units.replace([COMMUNE, PROVINCE])
    store.units.belong(store.centres.all()[0].id, COMMUNE.code)
    for login, unit in ((WARD, COMMUNE), (OFFICE, PROVINCE)):
        store.staff.add(Member(login, "Cấp Trên", Role.SUPERVISOR, unit=unit))
    save(store, report, {"report/signer": "Hải"}, user=CLERK)
    snapshot, log = store.snapshot_with_log(report)
    finalise(store, report, json=encode(ReportData(snapshot.facts, log)))
    assert store.submissions.hand_in(report, 1, CLERK, "{}")
    return report


@pytest.mark.quick_on_server
def test_up_and_back_is_one_story(store: Store, handed_in: int, path: Location) -> None:
    store.sign_in(OFFICE)
    [found] = store.verdicts.of_period(YEAR)
    assert (found.version, found.unit) == ((handed_in, 1), "101")
    assert store.verdicts.manifests(YEAR) == {found.version: "{}"}
    assert store.verdicts.manifests(YEAR, of_no_unit=True) == {}
    assert found.at is not None
    assert found.answered is None
    assert [period.label for period in store.verdicts.periods()] == ["2020-2021"]
    assert store.verdicts.of_period(Period.school_year(2021)) == []
    assert store.verdicts.begun() == store.verdicts.periods()
    store.comments.say(handed_in, PLACE, "Số này lấy ở đâu?", OFFICE)
    with pytest.raises(CannotAnswer):
        store.verdicts.approve(handed_in, "", WARD)
    store.comments.settle(handed_in, PLACE, OFFICE)
    assert [thread.is_open for thread in store.comments.of(handed_in)] == [False]
    assert store.verdicts.approve(handed_in, "", WARD) == Approval(is_new=True, waits_for="Tỉnh Mẫu")
    assert store.verdicts.approve(handed_in, "Tốt", OFFICE) == Approval(is_new=True, waits_for="")
    [found] = store.verdicts.of_period(YEAR)
    assert found.standing.approved == "Phường Mạo Khê; Tỉnh Mẫu: Tốt"
    assert found.answered is not None
    assert found.answered[1] == OFFICE
    assert store.verdicts.send_back(handed_in, "Sai số lượt", OFFICE) == "Tỉnh Mẫu: Sai số lượt"
    assert store.verdicts.of_period(YEAR)[0].year.status is Status.DRAFT
    store.verdicts.set_deadline(YEAR, date(2021, 6, 15))
    store.sign_in(DIRECTOR)
    store.verdicts.set_deadline(YEAR, date(2021, 6, 30))
    store.verdicts.set_deadline(YEAR, date(2021, 7, 1))
    assert store.verdicts.deadlines(YEAR) == {"22": date(2021, 6, 15), "": date(2021, 7, 1)}
    year = store.years.get(handed_in)
    assert year is not None
    assert store.verdicts.deadline_of(year) == date(2021, 6, 15), "that of the nearest unit above"
    unknown = year._replace(report_id=0, period=Period.school_year(2021))
    assert store.verdicts.deadline_of(unknown) is None
    assert store.verdicts.deadlines_of([year, unknown]) == {year.report_id: date(2021, 6, 15)}
    assert list(flaws(store._database)) == []
    spoil(path, "UPDATE submission SET manifest = '{\"sums\": {}}'")
    assert len(list(flaws(store._database))) == 1


@pytest.mark.quick_on_server
def test_who_handed_in_what_and_when_is_told_without_the_manifests(store: Store, handed_in: int) -> None:
    store.sign_in(OFFICE)
    # What is not there cannot be read.
    store._database.execute_sql("ALTER TABLE submission RENAME COLUMN manifest TO away")
    [found] = store.verdicts.of_period(YEAR)
    [(key, made)] = store.verdicts.finalised(YEAR).items()
    [version] = store.versions.of(handed_in)
    assert (key, made.form, made.at) == (found.version, found.year.form, written_time(version.at))
    with pytest.raises(StoreProblem):
        store.verdicts.manifests(YEAR)
    store._database.execute_sql("ALTER TABLE submission RENAME COLUMN away TO manifest")


@pytest.mark.quick_on_server
def test_of_those_without_a_unit_alone_the_manifests_can_be_asked_for(store: Store, handed_in: int) -> None:
    store.units.belong(store.centres.all()[0].id, None)
    assert store.verdicts.manifests(YEAR, of_no_unit=True) == {(handed_in, 1): "{}"}
    store.sign_in(OFFICE)
    for of_no_unit in (False, True):
        assert store.verdicts.manifests(YEAR, of_no_unit=of_no_unit) == {}, "no longer theirs to read"
    assert store.verdicts.finalised(YEAR) == {}


def test_the_database_itself_lets_nobody_change_what_was_handed_in(store: Store, handed_in: int) -> None:
    for statement in ("UPDATE submission SET manifest = 'x'", "DELETE FROM submission"):
        with pytest.raises(Exception, match="append-only"):
            store._database.execute_sql(statement)


def test_what_is_a_draft_again_is_not_handed_in(store: Store, handed_in: int) -> None:
    store.versions.reopen(handed_in, DIRECTOR, "sai")
    with pytest.raises(StoreProblem, match="vừa được mở lại"):
        store.submissions.hand_in(handed_in, 2, CLERK, "{}")
