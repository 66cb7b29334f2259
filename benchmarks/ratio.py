"""Two ways of doing the same, run in turn A B A B …: what a noisy machine does to one it does to the other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Timed = Callable[[], float]
"""Does the thing once; the seconds it took, without what had to be prepared."""


@dataclass(frozen=True, slots=True)
class Result:
    """Medians, in milliseconds where no other unit is named.

    `goal` is the largest ratio we are content with, `most` the largest figure of ours; there may be either or none.
    """

    name: str
    what: str
    ours: float
    reference: float
    goal: float | None
    unit: str = "ms"
    most: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.reference

    @property
    def holds(self) -> bool:
        is_quick = self.goal is None or self.ratio <= self.goal
        return is_quick and (self.most is None or self.ours <= self.most)


def compare(name: str, what: str, ours: Timed, reference: Timed, *, goal: float | None, runs: int) -> Result:
    """One unrecorded run of each, then `runs` of each in turn."""
    ours(), reference()
    pairs = [(ours(), reference()) for _ in range(runs)]
    medians = [median(seconds) * 1000 for seconds in zip(*pairs, strict=True)]
    return Result(name, what, medians[0], medians[1], goal)


def program(arguments: Sequence[str | Path], environment: Mapping[str, str]) -> Timed:
    """`tthtcd`, as a user starts it."""
    return _process([Path(sys.executable).with_name("tthtcd"), *arguments], environment)


def script(path: Path, environment: Mapping[str, str]) -> Timed:
    """A script of our own, by the same Python."""
    return _process([sys.executable, path], environment)


def _process(words: Sequence[str | Path], environment: Mapping[str, str]) -> Timed:
    """A process from start to end, cold but for the file cache."""
    command = [*map(str, words)]

    def run() -> float:
        start = perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=dict(environment))
        return perf_counter() - start

    return run
