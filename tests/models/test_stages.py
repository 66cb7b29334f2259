"""How far a report is on its way up, step by step, as its centre and those above it are told: on both engines."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.forms import shipped
from support.stores import CLERK, DIRECTOR, finalise, new_report, save, staffed

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.status import APPROVED, RETURNED
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.text.periods import Period

PROVINCE = Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE)
COMMUNE = Unit("101", "Phường Mạo Khê", UnitKind.COMMUNE, "22")
WARD, OFFICE = "phuong", "so"
EVERYBODY = (CLERK, WARD, OFFICE)


def told(store: Store, report: int) -> Mapping[str, str]:
    """What each of them is told, in the list of years and in that of what was handed in."""
    found = {}
    for user in EVERYBODY:
        store.sign_in(user)
        year = store.years.get(report)
        assert year is not None
        (listed,) = [each.stage for each in store.verdicts.of_period(year.period) if each.year.report_id == report]
        assert store.verdicts.stages(store.years.all())[report] == store.verdicts.stages([year])[report] == listed
        found[user] = listed.words
    store.sign_in(DIRECTOR)
    return found


def final(store: Store, report: int, words: str) -> None:
    save(store, report, {"report/signer": words}, user=DIRECTOR)
    snapshot, log = store.snapshot_with_log(report)
    finalise(store, report, json=encode(ReportData(snapshot.facts, log)))


@pytest.fixture
def above(store: Store) -> int:
    """A draft of a centre with a supervisor of each level, beside another centre's."""
    report = new_report(store)
    other = store.centres.add("khac", "TTHTCĐ xã Khác")
    store.years.add(other, shipped(), Period.school_year(2020))
    staffed(store)
    store.units.replace([COMMUNE, PROVINCE])
    store.units.belong(next(each.id for each in store.centres.all() if each.id != other), COMMUNE.code)
    for login, unit in ((WARD, COMMUNE), (OFFICE, PROVINCE)):
        store.staff.add(Member(login, "Cấp Trên", Role.SUPERVISOR, unit=unit))
    return report


@pytest.mark.quick_on_server
def test_up_and_back_and_up_again(store: Store, above: int) -> None:
    assert told(store, above) == {CLERK: "dự thảo", WARD: "đang nhập", OFFICE: "đang nhập"}
    final(store, above, "Hải")
    assert set(told(store, above).values()) == {"đã chốt, chưa nộp"}
    store.submissions.hand_in(above, 1, CLERK, "{}")
    first = {
        CLERK: "đã nộp, chờ Phường Mạo Khê duyệt",
        WARD: "chờ bạn duyệt",
        OFFICE: "chờ Phường Mạo Khê duyệt trước",
    }
    assert told(store, above) == first
    store.verdicts.send_back(above, "Số dân", WARD)
    back = "đã trả lại, chờ nộp lại"
    assert told(store, above) == {CLERK: "cấp trên trả lại", WARD: back, OFFICE: back}
    final(store, above, "Lan")
    assert set(told(store, above).values()) == {"đã chốt lại, chưa nộp lại"}
    store.submissions.hand_in(above, 2, CLERK, "{}")
    assert told(store, above) == first
    store.verdicts.approve(above, "", WARD)
    assert told(store, above) == {
        CLERK: "đã nộp, chờ Tỉnh Mẫu duyệt",
        WARD: "bạn đã duyệt, chờ Tỉnh Mẫu",
        OFFICE: "chờ bạn duyệt",
    }
    store.verdicts.approve(above, "", OFFICE)
    assert told(store, above) == {CLERK: "cấp trên đã duyệt", WARD: "đã duyệt", OFFICE: "đã duyệt"}
    store.versions.reopen(above, DIRECTOR, "sai")
    reopened = "trung tâm mở lại, chưa nộp lại"
    assert told(store, above) == {CLERK: "đã mở lại, chưa nộp lại", WARD: reopened, OFFICE: reopened}


def test_who_is_not_on_the_list_of_staff_is_waited_for_by_nobody(store: Store, above: int) -> None:
    final(store, above, "Hải")
    store.submissions.hand_in(above, 1, CLERK, "{}")
    store.staff.remove(WARD)
    year = store.years.get(above)
    assert year is not None
    assert store.verdicts.stages([year])[above].words == "đã nộp, chờ Tỉnh Mẫu duyệt"


def test_of_a_centre_that_mails_its_files_the_same_is_told(store: Store) -> None:
    report = new_report(store)
    staffed(store)

    def words() -> str:
        year = store.years.get(report)
        assert year is not None
        return store.verdicts.stages([year])[report].words

    assert words() == "dự thảo"
    final(store, report, "Hải")
    assert words() == "đã chốt"
    store.submissions.hand_in(report, 1, CLERK)
    assert words() == "đã nộp, chờ cấp trên trả lời"
    store.submissions.answer(report, RETURNED, "Sở: số dân", CLERK)
    assert words() == "cấp trên trả lại"
    store.submissions.answer(report, APPROVED, "Sở", CLERK)
    assert words() == "cấp trên đã duyệt"
