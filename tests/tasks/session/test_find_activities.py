"""Activities found letter by letter are those that one question finds, and a letter more reads no more of the log."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.stores import activity, new_report, save
from support.vm_steps import steps_of

from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.find_activities import ActivityFinder
from tthtcd_tui.text.fold import fold

MOST = 5
TITLES = ("Lớp máy tính", "Lớp pháp luật", "Máy bơm nước", "Tính toán thu chi", "Văn nghệ")
FIRST_DAY = date(2020, 9, 1)


def with_log(store: Store, count: int, first_year: int = 2020) -> int:
    report = new_report(store, first_year)
    log = (
        activity(f"a{number:03}", TITLES[number % len(TITLES)], date=FIRST_DAY + timedelta(days=number // 3))
        for number in range(count)
    )
    save(store, report, {f"activity/{each.uid}": each for each in log})
    return report


def uids(finder: ActivityFinder, query: str) -> list[str]:
    return [each.uid for each in finder.find(fold(query).split(), 1)]


@pytest.fixture
def report(store: Store) -> int:
    return with_log(store, 60)


@pytest.mark.parametrize("query", ["máy tính", "l phap", "tính  máy", "văn nghệ x", "zzz", "mm"])
def test_each_letter_finds_what_the_whole_query_would(store: Store, report: int, query: str) -> None:
    finder = ActivityFinder(store, report, MOST)
    for end in range(1, len(query) + 1):
        typed = query[:end]
        assert uids(finder, typed) == uids(ActivityFinder(store, report, MOST), typed), typed
    for end in range(len(query), 0, -1):  # and taken back
        assert uids(finder, query[:end]) == uids(ActivityFinder(store, report, MOST), query[:end])


def test_they_are_the_newest(store: Store, report: int) -> None:
    found = uids(ActivityFinder(store, report, MOST), "may")
    assert found == ["a057", "a055", "a052", "a050", "a047"]


def test_what_a_colleague_saved_meanwhile_is_found(store: Store, report: int) -> None:
    finder = ActivityFinder(store, report, MOST)
    assert finder.find(["ban"], 1) == []
    save(store, report, {"activity/moi": activity("moi", "Bán hàng")}, user="minh")
    assert [each.uid for each in finder.find(["ban"], 2)] == ["moi"]
    assert [each.uid for each in finder.find(["ban", "hang"], 2)] == ["moi"]


@pytest.mark.file_only("how many steps a file's engine takes")
def test_a_letter_more_reads_the_log_no_further_than_what_is_shown(store: Store) -> None:
    steps = []
    for first_year, count in ((2020, 30), (2021, 600)):
        report = with_log(store, count, first_year)

        def type_on(report: int = report) -> None:
            finder = ActivityFinder(store, report, MOST)
            for query in ("m", "ma", "may"):
                finder.find([query], 1)

        steps.append(steps_of(store, type_on))
    assert steps[1] <= steps[0] * 1.2, steps


@pytest.mark.file_only("how many steps a file's engine takes")
def test_what_nobody_has_is_looked_for_once(store: Store) -> None:
    report = with_log(store, 300)

    def type_on(letters: int) -> None:
        finder = ActivityFinder(store, report, MOST)
        for more in range(1, letters + 1):
            assert finder.find(["z" * more], 1) == []

    assert steps_of(store, lambda: type_on(8)) == steps_of(store, lambda: type_on(1))
