"""P23: the room that a report takes in the file with its history: the sample year, read in."""

from __future__ import annotations

from contextlib import closing
from typing import Final

import apsw

from benchmarks.province import province
from benchmarks.ratio import Result
from benchmarks.setting import Setting

_COMMUNES: Final = 100
_YEARS: Final = 10
_KB: Final = 1000


def measure(setting: Setting) -> list[Result]:  # noqa: ARG001 -- it is no matter of time
    path = province(_COMMUNES, _YEARS)
    reports = _COMMUNES * _YEARS
    with closing(apsw.Connection(str(path))) as raw:
        audit = _bytes(raw, "name LIKE 'audit%'") / reports / _KB
        whole = _bytes(raw, "1") / reports / _KB
    return [
        Result("P23", f"a report in the file with its history, one of {reports:,}", whole, whole, None, "kB", 30),
        Result("P23", "of that its history", audit, whole, None, "kB"),
    ]


def _bytes(raw: apsw.Connection, which: str) -> float:
    ((found,),) = raw.execute(f"SELECT sum(pgsize) FROM dbstat WHERE {which}").fetchall()
    assert isinstance(found, int)
    return found
