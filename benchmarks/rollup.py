"""The roll-up of a country from a database that all share, against the same numbers added up in plain SQL.

The reference adds up every number of one year by SQLite's own JSON, and nothing else: it knows neither who is in and
who is late, nor which numbers are rates, nor the year before. Both are CPU.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Final

import apsw
from support.shared_server import ADMIN

from benchmarks.ratio import Result, compare
from benchmarks.rollup_database import COMMUNES, make_country
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.upward.rollup import Wanted
from tthtcd_tui.tasks.upward.shared import Shared, shared_rollup
from tthtcd_tui.text.periods import Period

_YEAR: Final = Period.school_year(2020)
_SQL: Final = """
SELECT told.key, count(*), sum(CASE told.type WHEN 'text' THEN told.value ELSE told.value ->> 'number' END)
FROM submission JOIN report ON report.id = submission.report_id, json_each(submission.manifest, '$.sums') AS told
WHERE report.period_start = ? AND report.period_end = ? GROUP BY told.key
"""


def measure(setting: Setting) -> list[Result]:
    """The list of who is in with what it adds up to for the first screen, and with every number."""
    folder = setting.folder / "ca-nuoc"
    folder.mkdir()
    path = make_country(folder)
    runs = min(setting.runs, 5)
    what = f"{COMMUNES} communes, two years each, added up"
    return [
        compare("rollup", f"{what}: {part}", partial(_ours, path, many), partial(_in_sql, path), goal=None, runs=runs)
        for part, many in (("the first screen", 2), ("every number", None))
    ]


def _ours(path: Path, many: int | None) -> float:
    """With the totals of the first `many` numbers, or of all."""
    with closing(Store(path, ADMIN)) as store:
        start = _cpu()
        found = shared_rollup(Shared(store), _YEAR, Wanted())
        assert len(found.communes) == COMMUNES
        for each in found.measures[:many]:
            found.total(each.place)
        return _cpu() - start


def _in_sql(path: Path) -> float:
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as raw:
        start = _cpu()
        days = _YEAR.start.isoformat(), _YEAR.end.isoformat()
        assert len(raw.execute(_SQL, days).fetchall()) > 60
        return _cpu() - start


def _cpu() -> float:
    used = getrusage(RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
