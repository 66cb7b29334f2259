"""How long a process that reads a stranger's file is waited for: by what it does, so that a busy machine refuses none.

It has so many seconds of the processor; it is given up once it has done nothing at all for so many looks in a row, each
half a second after the one before; and in the end by the clock, for one that wakes now and then and comes to no end.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple

STEP: Final = 0.5
"""Seconds from one look to the next."""
_PROC: Final = Path("/proc")
_GROUP, _MINOR_FAULTS, _MAJOR_FAULTS, _USER, _SYSTEM = 2, 7, 9, 11, 12
"""Where they stand in /proc/N/stat, counted from the state on."""


class Limits(NamedTuple):
    """What a process may take for a file before it is given up."""

    processor: float = 90.0
    """Seconds; a reader of ours ends itself before, at 60."""
    idle: int = 120
    """Looks in a row at which it had done nothing: counted and not timed, for we may be kept waiting ourselves."""
    clock: float = 900.0
    """Seconds in all: what takes 60 of the processor is done by then on a machine that is fifteen times overloaded."""


LIMITS: Final = Limits()


class GivenUp(Exception):
    """It is waited for no longer."""


class TooLong(GivenUp):
    """It was at work all the time, and came to no end."""


class Stopped(GivenUp):
    """It did nothing any more."""


class Activity(NamedTuple):
    """What the processes of a group have done up to now."""

    processor: float
    """Seconds."""
    faults: int
    """Pages they waited for: without the processor, where memory is short."""


def activity_of(group: int) -> Activity | None:
    """What all processes of that group have done; None where the system does not tell."""
    if not _PROC.joinpath("self", "stat").exists():
        return None
    ticks, faults = 0, 0
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):  # it has ended meanwhile
                found = (folder / "stat").read_bytes().rpartition(b")")[2].split()
                if int(found[_GROUP]) == group:
                    ticks += int(found[_USER]) + int(found[_SYSTEM])
                    faults += int(found[_MINOR_FAULTS]) + int(found[_MAJOR_FAULTS])
    return Activity(ticks / os.sysconf("SC_CLK_TCK"), faults)


class Patience:
    """For one file that the processes of a group read."""

    def __init__(
        self,
        group: int,
        limits: Limits | None = None,
        activity: Callable[[int], Activity | None] = activity_of,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._group, self._limits, self._activity, self._clock = group, limits or LIMITS, activity, clock
        self._began = clock()
        self._first: Activity | None = None
        self._last: Activity | None = None
        self._idle = 0

    @property
    def seconds(self) -> float:
        """For how long it has been waited for."""
        return self._clock() - self._began

    def moved(self) -> None:
        """Something came or went: it is alive."""
        self._idle = 0

    def look(self) -> None:
        """After half a second in which nothing came. Raises TooLong, Stopped."""
        if self.seconds > self._limits.clock:
            raise TooLong
        found = self._activity(self._group)
        if found is None:
            return
        if self._first is None:
            self._first = found
        if found.processor - self._first.processor > self._limits.processor:
            raise TooLong
        self._idle = self._idle + 1 if found == self._last else 0
        self._last = found
        if self._idle >= self._limits.idle:
            raise Stopped
