"""P9: the totals of 1.5 million activities by category, against raw SQL with the right covering index."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import apsw

from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.models.activities import sums
from tthtcd_tui.models.storage.sqlite import connect
from tthtcd_tui.models.store import Store

ROWS = 1_500_000
_CATEGORIES = ("phap_luat", "suc_khoe", "moi_truong", "van_hoa_xa_hoi", "kinh_te", "ky_nang_song")
_SQL = (
    "SELECT category, count(1), sum(classes), sum(participations) FROM activity WHERE report_id = ? GROUP BY category"
)


def measure(setting: Setting) -> Result:
    path = setting.folder / "large.db"
    Store(path).close()
    raw = apsw.Connection(str(path))
    raw.execute("PRAGMA synchronous = off").fetchall()
    with raw:
        raw.execute("INSERT INTO centre (id, code, name) VALUES (1, 'a', 'a')")
        raw.execute("INSERT INTO form_text (hash, key, version, toml) VALUES ('a', 'a', 1, 'a')")
        raw.execute(
            "INSERT INTO report (id, centre_id, form_hash, period_kind, period_start, period_end, period_label,"
            " revision) VALUES (1, 1, 'a', 'school_year', '2020-09-01', '2021-08-31', '2020-2021', 0)"
        )
        names = "report_id, uid, date, title, category, classes, participations, place, partner, note, search"
        raw.executemany(f"INSERT INTO activity ({names}) VALUES (1, ?, ?, 'Lớp', ?, 1, ?, '', '', '', 'lop')", _rows())
    database = connect(path)
    database.connect()

    result = compare(
        "P9",
        f"totals of {ROWS} activities by category, against raw SQL",
        _timed(lambda: sums(database, 1)),
        _timed(lambda: raw.execute(_SQL, (1,)).fetchall()),
        goal=1.2,
        runs=setting.runs,
    )
    database.close()
    raw.close()
    return result


def _rows() -> Iterator[tuple[str, str, str, int]]:
    for number in range(ROWS):
        day = f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield f"hd-{number}", day, _CATEGORIES[number % len(_CATEGORIES)], number % 90


def _timed(what: object) -> Timed:
    assert callable(what)

    def run() -> float:
        start = perf_counter()
        what()
        return perf_counter() - start

    return run
