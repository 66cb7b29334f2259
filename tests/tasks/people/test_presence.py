"""Who else is here, in the words of the overview, with a clock of the test's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.stores import CLERK, DIRECTOR, VIEWER, finalise, sql, staffed

from tthtcd_tui.errors import ReportGone, StoreProblem
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.people.presence import PresenceTracker
from tthtcd_tui.tasks.session.session import Session


class Clock:
    """Stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = datetime(2021, 6, 5, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def year(store: Store) -> Year:
    return load_samples(store)


def at(store: Store, year: Year, user: str, clock: Clock) -> PresenceTracker:
    return PresenceTracker(Session(store, year, user), clock)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("board/giam-doc/name", "canbo2 đang sửa Ban Giám đốc"),
        ("narrative/ban_giam_doc", "canbo2 đang sửa Ban Giám đốc"),
        ("figure/dan_so", "canbo2 đang sửa Đặc điểm địa phương"),
        ("checklist/noi_quy/statement", "canbo2 đang sửa Nội dung tự đánh giá"),
        ("results/phap_luat/classes", "canbo2 đang sửa Kết quả hoạt động"),
        ("activity/a1/title", "canbo2 đang sửa Kết quả hoạt động"),
        ("report/signer", "canbo2 đang sửa chi tiết báo cáo"),
        (None, "canbo2 đang xem báo cáo"),
    ],
)
def test_where_a_colleague_is_is_said_by_the_name_of_the_screen(
    store: Store, year: Year, clock: Clock, place: str | None, words: str
) -> None:
    at(store, year, "canbo2", clock).tell(Place(place) if place else None)
    assert at(store, year, "canbo1", clock).others() == [words]


def test_oneself_is_not_told_and_others_are_by_name(store: Store, year: Year, clock: Clock) -> None:
    for user in ("canbo3", "canbo1", "canbo2"):
        at(store, year, user, clock).tell(None)
    assert at(store, year, "canbo1", clock).others() == ["canbo2 đang xem báo cáo", "canbo3 đang xem báo cáo"]


def test_who_falls_silent_is_gone_in_a_minute(store: Store, year: Year, clock: Clock) -> None:
    at(store, year, "canbo2", clock).tell(None)
    mine = at(store, year, "canbo1", clock)
    clock.pass_(59)
    assert mine.others() == ["canbo2 đang xem báo cáo"]
    clock.pass_(1)
    assert mine.others() == []


def test_who_stays_where_they_are_is_told_again_before_that(store: Store, year: Year, clock: Clock) -> None:
    theirs, mine = at(store, year, "canbo2", clock), at(store, year, "canbo1", clock)
    for _ in range(120):
        theirs.tell(Place("figure/dan_so"))
        assert mine.others() == ["canbo2 đang sửa Đặc điểm địa phương"]
        clock.pass_(1)


def test_going_about_a_screen_writes_nothing_and_another_screen_at_once(
    store: Store, year: Year, clock: Clock, path: Path
) -> None:
    theirs = at(store, year, "canbo2", clock)

    def told() -> object:
        return sql(path, "SELECT place, at FROM presence")

    theirs.tell(Place("figure/dan_so"))
    first = told()
    for place in ("figure/so_ho", "narrative/dia_phuong", "figure/so_khu"):
        clock.pass_(5)
        theirs.tell(Place(place))
        assert told() == first
    theirs.tell(Place("report/signer"))
    assert told() != first


def test_who_leaves_is_gone_and_may_come_back(store: Store, year: Year, clock: Clock) -> None:
    theirs, mine = at(store, year, "canbo2", clock), at(store, year, "canbo1", clock)
    theirs.tell(None)
    theirs.leave()
    assert mine.others() == []
    theirs.tell(None)
    assert mine.others() == ["canbo2 đang xem báo cáo"]


def test_who_may_only_look_is_not_said_to_edit(store: Store, year: Year, clock: Clock) -> None:
    staffed(store)
    for user in (VIEWER, CLERK):
        at(store, year, user, clock).tell(Place("figure/dan_so"))
    mine = at(store, year, DIRECTOR, clock)
    assert mine.others() == ["lan đang sửa Đặc điểm địa phương", "xem đang xem Đặc điểm địa phương"]
    finalise(store, year.report_id)
    assert mine.others() == ["lan đang xem Đặc điểm địa phương", "xem đang xem Đặc điểm địa phương"]


def test_another_year_is_another_room(store: Store, year: Year, clock: Clock) -> None:
    before = next(other for other in store.years.all() if other.report_id != year.report_id)
    at(store, before, "canbo2", clock).tell(None)
    assert at(store, year, "canbo1", clock).others() == []


def test_what_cannot_be_read_or_written_is_passed_over(
    store: Store, year: Year, clock: Clock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, mine = at(store, year, "canbo2", clock), at(store, year, "canbo1", clock)
    theirs.tell(None)
    for error in (StoreProblem("Ổ đĩa máy chủ báo lỗi đọc ghi."), ReportGone(year.report_id)):

        def fails(*_: object, error: Exception = error) -> str:
            raise error

        monkeypatch.setattr(store, "why_read_only", fails)
        monkeypatch.setattr(store.presence, "present", fails)
        assert mine.others() == []
    sql(path, "DROP TABLE presence")
    theirs.tell(Place("figure/dan_so"))
    theirs.leave()
