"""How long a reader is waited for: by what it does and not by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tthtcd_tui.tasks.patience import Activity, Limits, Patience, Stopped, TooLong, activity_of

LIMITS = Limits(processor=60, idle=3, clock=900)


def patience(doing: Iterator[Activity | None], clock: Iterator[float] | None = None) -> Patience:
    times = clock or iter(lambda: 0.0, None)
    return Patience(1, LIMITS, lambda _: next(doing), lambda: next(times))


def test_on_a_busy_machine_whatever_it_does_keeps_it_alive() -> None:
    waited = patience(iter([Activity(0.01 * (look // 3), 0) for look in range(300)]))
    for _ in range(300):
        waited.look()


def test_pages_that_come_in_are_a_sign_of_life_where_memory_is_short() -> None:
    waited = patience(iter([Activity(0.0, look) for look in range(100)]))
    for _ in range(100):
        waited.look()


def test_one_that_does_nothing_is_given_up_after_so_many_looks_in_a_row() -> None:
    waited = patience(iter([Activity(1.0, 7)] * 9))
    for _ in range(3):
        waited.look()
    waited.moved()
    for _ in range(2):
        waited.look()
    with pytest.raises(Stopped):
        waited.look()


def test_one_that_is_busy_for_ever_is_given_up_by_what_it_took_of_the_processor_for_this_file() -> None:
    waited = patience(iter([Activity(500.0, 0), Activity(560.0, 0), Activity(560.1, 0)]))
    waited.look()
    waited.look()
    with pytest.raises(TooLong):
        waited.look()


def test_one_that_wakes_now_and_then_is_given_up_by_the_clock() -> None:
    waited = patience(iter([Activity(0.0, 0), Activity(0.1, 0), Activity(0.2, 0)]), iter([0.0, 100.0, 800.0, 901.0]))
    waited.look()
    waited.look()
    with pytest.raises(TooLong):
        waited.look()


def test_where_no_system_tells_what_it_does_the_clock_alone_counts() -> None:
    waited = patience(iter([None] * 9), iter([0.0, *[899.0] * 9, 901.0]))
    for _ in range(9):
        waited.look()
    with pytest.raises(TooLong):
        waited.look()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no system tells what a process does")
def test_what_a_real_process_does_is_seen_with_what_it_has_started() -> None:
    script = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'while True: pass'])"
    process = subprocess.Popen([sys.executable, "-c", script], start_new_session=True)
    try:
        while (found := activity_of(process.pid)) is None or found.processor < 0.3:
            assert process.poll() is None
        assert found.faults > 0
    finally:
        os.killpg(process.pid, 9)
        process.wait()
