"""P14: what a draft costs the disk while one types: fsyncs, and bytes written a letter in a long text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from benchmarks.ratio import Result
from benchmarks.setting import Setting
from tthtcd_tui.recovery.draft import Draft, encode
from tthtcd_tui.recovery.keeper import Keeper
from tthtcd_tui.recovery.spool import Spool
from tthtcd_tui.report.place import Place

_SECONDS = 30
_A_LETTER = 0.1
"""Seconds: a quick typist."""
_TEXT = "Phong trào học tập suốt đời. " * 13_000
"""Half a million bytes."""
_SYNCS_GOAL, _BYTES_GOAL = 18, 1_000
_PLACE = Place("narrative/dia_phuong")


def measure(setting: Setting) -> list[Result]:
    """The first writing of the text is no letter's."""
    keeper = Keeper(Spool(setting.folder / "drafts", "canbo1", setting.database))
    with _fsyncs_counted() as synced:
        text = _TEXT
        keeper.keep(_draft(text))
        sleep(1)
        first, letters, start = _written(), 0, monotonic()
        while monotonic() - start < _SECONDS:
            text += "a"
            letters += 1
            keeper.keep(_draft(text))
            sleep(_A_LETTER)
        syncs = 60 * len(synced) / (monotonic() - start)
        written = (_written() - first) / letters
    keeper.close()
    whole = len(encode(_draft(_TEXT)))
    return [
        Result(
            "P14",
            "fsyncs a minute of one who types, against two at each writing",
            syncs,
            480,
            None,
            "a minute",
            _SYNCS_GOAL,
        ),
        Result("P14", "written a letter in 500 kB, against the text", written, whole, None, "B", _BYTES_GOAL),
    ]


def _draft(text: str) -> Draft:
    return Draft("mau", "tu-danh-gia", "2020-2021", 1, datetime.now(UTC), {_PLACE: text})


@contextmanager
def _fsyncs_counted() -> Iterator[list[int]]:
    """The files that were synced inside."""
    synced: list[int] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(descriptor)
        real(descriptor)

    setattr(os, "fsync", fsync)  # noqa: B010 -- of its type nothing is known here
    try:
        yield synced
    finally:
        os.fsync = real


def _written() -> int:
    """Bytes this process has handed to write()."""
    with Path("/proc/self/io").open(encoding="ascii") as told:
        return next(int(line.split()[1]) for line in told if line.startswith("wchar"))
