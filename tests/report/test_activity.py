"""The activity log: by day, and what it adds up to."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from support.examples import at_most
from support.forms import shipped
from support.strategies import logs

from tthtcd_tui.report.activity import Activity, ActivityLog, LogSum

DAY = date(2021, 3, 1)


def held(uid: str, category: str = "kinh_te", classes: int | None = None, people: int | None = None) -> Activity:
    return Activity(uid, DAY, "Kỹ thuật nuôi gà", category, classes, people)


def test_the_log_is_by_day_then_by_uid_however_it_came() -> None:
    late = Activity("a", date(2021, 5, 1), "Sau", "kinh_te")
    found = ActivityLog.of([late, held("c"), held("b")])
    assert [activity.uid for activity in found.activities] == ["b", "c", "a"]


def test_sums() -> None:
    log = ActivityLog.of(
        [
            held("a", classes=1, people=45),
            held("b", classes=0, people=38),
            held("c", people=42),
            held("d", "hoc_nghe", classes=2),
            held("e", "phap_luat"),
        ]
    )
    assert log.sums() == {
        "kinh_te": LogSum(3, 1, 125),
        "hoc_nghe": LogSum(1, 2, None),  # nobody was counted, which is not 0
        "phap_luat": LogSum(1, None, None),
    }


def test_zero_is_a_number() -> None:
    assert ActivityLog.of([held("a", classes=0, people=0)]).sums() == {"kinh_te": LogSum(1, 0, 0)}


def test_an_empty_log_says_nothing() -> None:
    assert ActivityLog().sums() == {}


@at_most(60)
@given(logs(shipped()))
def test_each_row_adds_up_to_its_activities(log: ActivityLog) -> None:
    sums = log.sums()
    assert sum(found.activities for found in sums.values()) == len(log.activities)
    for category, found in sums.items():
        counts = [a.classes for a in log.activities if a.category == category and a.classes is not None]
        assert found.classes == (sum(counts) if counts else None)
