"""A database of many communes with many years each, every one the filled sample year: sound, and soon made.

The rows are copied in SQL and the chains computed: 33,210 reports take 20 s. The communes' names are put together of
syllables; whatever place is called so is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice, product
from pathlib import Path
from typing import Any, Final, NamedTuple

import apsw

from tthtcd_tui.models.audit_append import change_link
from tthtcd_tui.models.audit_blocks import unpack
from tthtcd_tui.models.catalogue_edits import centre_search
from tthtcd_tui.models.chain import START
from tthtcd_tui.models.ledger import centre_digest, entry_link, year_digest
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.place_map import KINDS
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.times import written_time
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.text.periods import Period

_USER: Final = "an"
_SYLLABLES: Final = (
    "An Bình Cao Dương Đại Đồng Gia Hà Hải Hoà Hồng Hùng Hưng Khánh Kim La Lâm Liên Long Lộc Lương Mai Minh Mỹ Nam"
    " Nghĩa Ngọc Nhân Ninh Phong Phú Phúc Phước Quang Quảng Sơn Tam Tân Thái Thanh Thành Thắng Thiện Thịnh Thọ"
    " Thuận Thượng Tiến Trung Trường Văn Vạn Vân Việt Vĩnh Xuân Yên Đông"
).split()
_FIRST: Final = 1
"""The report and the change that the others are copied from, and their centre."""


class _Year(NamedTuple):
    """A report to be made."""

    report: int
    centre: int
    period: Period


def make_province(path: Path, communes: int, years: int) -> None:
    """A new database at `path`, of so many communes and of so many years each, the sample's the last."""
    store = Store(path)
    run_import(store, plan_import(store, sample_bytes(SAMPLE_YEAR), SAMPLE_YEAR), _USER)
    (first,) = store.years.all()
    assert (first.report_id, first.centre.id) == (_FIRST, _FIRST)
    store.close()
    raw = apsw.Connection(str(path))
    raw.execute("PRAGMA synchronous = off").fetchall()
    raw.execute("PRAGMA cache_size = -65536").fetchall()
    with raw:
        last = first.period.start.year
        periods = [Period.school_year(year) for year in range(last - years + 1, last + 1)]
        centres = list(islice(_centres(), 1, communes))
        made = list(_made(periods, len(centres) + 1, first.period))
        searched = ((*centre, centre_search(*centre[1:])) for centre in centres)
        raw.executemany("INSERT INTO centre (id, code, name, search) VALUES (?, ?, ?, ?)", searched)
        _copy_reports(raw, made)
        _copy_changes(raw, made)
        _tell(raw, centres, made)
    raw.execute("PRAGMA wal_checkpoint(truncate)").fetchall()
    raw.close()


def _centres() -> Iterator[tuple[int, str, str]]:
    for number, (one, other) in enumerate(product(_SYLLABLES, repeat=2), 1):
        yield number, f"xa-{number:04}", f"TTHTCĐ xã {one} {other}"


def _made(periods: Sequence[Period], communes: int, there: Period) -> Iterator[_Year]:
    """Every year but the one that is there."""
    every = ((centre, period) for centre in range(_FIRST, communes + 1) for period in periods)
    wanted = (pair for pair in every if pair != (_FIRST, there))
    for report, (centre, period) in enumerate(wanted, _FIRST + 1):
        yield _Year(report, centre, period)


def _copy_reports(raw: apsw.Connection, made: Sequence[_Year]) -> None:
    raw.execute("CREATE TEMP TABLE made (id INTEGER PRIMARY KEY, centre, start, end, label)")
    heads = ((year.report, year.centre, *_days(year.period)) for year in made)
    raw.executemany("INSERT INTO made VALUES (?, ?, ?, ?, ?)", heads)
    period = {"period_start": "start", "period_end": "end", "period_label": "label"}
    new = {"id": "made.id", "centre_id": "centre", **period}
    _copy(raw, "report", new, "id")
    tables = {kind.table._meta.table_name for kind in KINDS.values()} | {"activity"}
    for table in sorted(tables - {"report"}):
        _copy(raw, table, {"report_id": "made.id"}, "report_id")


def _days(period: Period) -> tuple[str, str, str]:
    return period.start.isoformat(), period.end.isoformat(), period.label


def _copy(raw: apsw.Connection, table: str, new: dict[str, str], of: str) -> None:
    """The rows of the first report, for each that is made; `new` is what is said otherwise."""
    columns = [name for (name,) in raw.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    kept = [name for name in columns if name != "id" or name in new]
    names = ", ".join(f'"{name}"' for name in kept)
    values = ", ".join(new.get(name, f'told."{name}"') for name in kept)
    # Without an index the rows come in the order they were written in, which the chains follow.
    raw.execute(
        f'INSERT INTO "{table}" ({names}) SELECT {values} FROM made CROSS JOIN "{table}" AS told NOT INDEXED'
        f' WHERE told."{of}" = {_FIRST}'
    ).fetchall()


def _copy_changes(raw: apsw.Connection, made: Sequence[_Year]) -> None:
    """One Change each, as an import makes it; its number is the report's."""
    columns = 'revision, "user", at, undoes'
    ((change, revision, user, at, undoes),) = _rows(raw, f"SELECT id, {columns} FROM audit_change")
    assert (change, user) == (_FIRST, _USER)
    ((block,),) = _rows(raw, "SELECT data FROM audit_block")
    told = [*unpack(block), *_rows(raw, "SELECT place, before, after FROM audit_entry ORDER BY id")]
    number = _number(raw)

    def changes() -> Iterator[tuple[object, ...]]:
        for year in made:
            op_id = new_op_id()
            found = change_link(START, (year.report, op_id, revision, number, at, undoes), told)
            yield year.report, year.report, op_id, revision, user, at, undoes, found

    raw.executemany(
        f"INSERT INTO audit_change (id, report_id, op_id, {columns}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", changes()
    )
    for table in ("audit_block", "audit_entry"):
        _copy(raw, table, {"report_id": "made.id", "change_id": "made.id"}, "report_id")


def _tell(raw: apsw.Connection, centres: Sequence[tuple[int, str, str]], made: Sequence[_Year]) -> None:
    """The ledger, of each centre and each year."""
    ((form,),) = _rows(raw, "SELECT form_hash FROM report WHERE id = 1")
    of_rows = [(LedgerKind.CENTRE, centre, centre_digest(code, name)) for centre, code, name in centres]
    for report, centre, period in made:
        start, end, label = _days(period)
        of_rows.append((LedgerKind.YEAR, report, year_digest(centre, form, period.kind.value, start, end, label)))
    at, number = written_time(datetime.now(UTC)), _number(raw)
    ((last,),) = _rows(raw, "SELECT hash FROM ledger ORDER BY id DESC LIMIT 1")

    def entries() -> Iterator[tuple[object, ...]]:
        before = bytes(last)
        for kind, subject, digest in of_rows:
            before = entry_link(before, at, number, kind, str(subject), digest, None)
            yield at, _USER, kind.value, str(subject), digest, before

    raw.executemany('INSERT INTO ledger (at, "user", kind, subject, digest, hash) VALUES (?, ?, ?, ?, ?, ?)', entries())


def _number(raw: apsw.Connection) -> int:
    ((number,),) = _rows(raw, f"SELECT number FROM person WHERE login = '{_USER}'")
    return int(number)


def _rows(raw: apsw.Connection, statement: str) -> list[tuple[Any, ...]]:
    return raw.execute(statement).fetchall()
