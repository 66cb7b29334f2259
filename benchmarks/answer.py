"""A program in a terminal of its own, and what comes back for a key: how many bytes, and when the last of them."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from support.terminal import PATIENCE, Terminal

from benchmarks.ratio import Result
from benchmarks.setting import Setting

_QUIET = 0.2
"""Seconds in which nothing came: it has answered, if it has not been computing either."""
_RESTING = 0.015
"""Seconds of computing, within that time, of a program that has nothing to do."""
_REFERENCE = Path(__file__).with_name("reference_app.py")


@dataclass(frozen=True, slots=True)
class Answer:
    """To one key. `seconds` until the last of `size` bytes had come."""

    size: int
    seconds: float


def answer(program: Terminal, *keys: str) -> Answer:
    """What comes back for these keys, in one packet."""
    size = len(program.raw)
    start = last = perf_counter()
    program.press(*keys)
    computed = -1.0
    while len(program.raw) == size or program.cpu_seconds - computed > _RESTING:
        assert perf_counter() - start < PATIENCE, f"no end of the answer to {keys}; on the screen:\n{program.text}"
        computed = program.cpu_seconds
        since = perf_counter()
        while perf_counter() - since < _QUIET:
            come = len(program.raw)
            program.look()
            if len(program.raw) > come:
                since = last = perf_counter()
                computed = program.cpu_seconds
            time.sleep(0.0005)
    return Answer(len(program.raw) - size, last - start)


def reference(setting: Setting, kind: str, *arguments: str) -> Terminal:
    """One of the reference apps."""
    return Terminal([sys.executable, str(_REFERENCE), kind, *arguments], environment=setting.in_terminal)


def leave(program: Terminal) -> None:
    """As a person leaves it."""
    program.press("ctrl+q")
    program.wait_exit()
    program.close()


def milliseconds(answers: Sequence[Answer]) -> float:
    return median(one.seconds for one in answers) * 1000


def sizes(name: str, what: str, ours: Sequence[Answer], references: Sequence[Answer], most: int) -> Result:
    """Medians of the bytes, and the largest of ours in words."""
    largest = max(one.size for one in ours)
    our_median, reference_median = (median(one.size for one in answers) for answers in (ours, references))
    return Result(name, f"{what} (the most it took: {largest:,})", our_median, reference_median, None, "B", most)
