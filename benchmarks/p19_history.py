"""P19: undo, history and start, CPU, for one who changed nothing: others changed the year 10⁶ times, against 10³."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import Final

import apsw

from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.errors import CannotUndo
from tthtcd_tui.models.audit_append import change_link
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.show_history import history

MANY: Final = 1_000_000
FEW: Final = 1_000
_OTHER: Final = "khac"
_SELF: Final = "lan"
_AT: Final = "2021-06-05T07:00:00.000000Z"
_EACH: Final = 20
"""Times a run: one is too short to be timed."""
_SHOWN: Final = 301
"""Lines of the history that its screen asks for."""
_COLUMNS: Final = "id, report_id, op_id, revision, user, at, hash"


def measure(setting: Setting) -> list[Result]:
    many, few = (_opened(setting, changes) for changes in (MANY, FEW))
    figures = {
        "undo": _undo,
        "the newest of the history": lambda store, year: history(store, year, None, _SHOWN),
        "the newest of a cell's": lambda store, year: history(store, year, "figure/so_khu", 10),
        "start": _start,
    }
    results = [
        compare(
            "P19",
            f"{what}, CPU, for one who changed nothing, {MANY:,} changes of others against {FEW:,}",
            _timed(do, *many),
            _timed(do, *few),
            goal=1.1,
            runs=setting.runs * 3,
        )
        for what, do in figures.items()
    ]
    many[0].close()
    few[0].close()
    return results


def _undo(store: Store, year: Year) -> None:
    with suppress(CannotUndo):
        store.steps.undo(year.report_id, _SELF)


def _start(store: Store, year: Year) -> None:
    Session(store, year, _SELF, is_starting=True).place_left()


def _timed(do: Callable[[Store, Year], object], store: Store, year: Year) -> Timed:
    def run() -> float:
        start = process_time()
        for _ in range(_EACH):
            do(store, year)
        return (process_time() - start) / _EACH

    return run


def _opened(setting: Setting, changes: int) -> tuple[Store, Year]:
    path = setting.folder / f"history-{changes}.db"
    path.write_bytes(setting.database.read_bytes())
    revision = _fill(path, setting.year.report_id, changes)
    store = Store(path)
    year = store.years.get(setting.year.report_id)
    assert year is not None
    assert year.revision == revision
    return store, year


def _fill(path: Path, report: int, changes: int) -> int:
    """So many changes more of the year's figures, one after the other, by somebody else; chained as ours are.

    Gives the revision that the year has then. Benchmarks that ran before on the same database may have changed it.
    """
    Store(path).staff.members()
    raw = apsw.Connection(str(path))
    raw.execute("PRAGMA synchronous = off").fetchall()
    with raw:
        number = raw.execute("INSERT INTO person (login, salt) VALUES (?, x'00') RETURNING number", (_OTHER,))
        ((who,),) = number.fetchall()
        figures = raw.execute(
            "SELECT key, number FROM figure WHERE report_id = ? AND number > '' AND qualifier IS NULL", (report,)
        ).fetchall()
        stands = {str(key): str(value) for key, value in figures if str(value).isdigit()}
        assert "so_khu" in stands
        ((first,),) = raw.execute("SELECT max(id) + 1 FROM audit_change").fetchall()
        ((last, revision),) = raw.execute(
            "SELECT hash, revision FROM audit_change WHERE report_id = ? ORDER BY revision DESC LIMIT 1", (report,)
        ).fetchall()
        entries = _entries(stands, changes)
        assert isinstance(last, bytes)
        stood = int(str(revision))
        links = _links(last, report, int(str(who)), (int(str(first)), stood + 1), entries)
        raw.executemany(f"INSERT INTO audit_change ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", links)
        told = ((int(str(first)) + at, report, *entry) for at, entry in enumerate(entries))
        raw.executemany(
            "INSERT INTO audit_entry (change_id, report_id, place, before, after) VALUES (?, ?, ?, ?, ?)", told
        )
        raw.executemany(
            "UPDATE figure SET number = ? WHERE report_id = ? AND key = ?",
            ((value, report, key) for key, value in stands.items()),
        )
        raw.execute("UPDATE report SET revision = ? WHERE id = ?", (stood + changes, report))
    raw.execute("PRAGMA wal_checkpoint(truncate)").fetchall()
    raw.close()
    return stood + changes


def _entries(stands: dict[str, str], changes: int) -> list[tuple[str, str, str]]:
    """Place, before and after; `stands` is what stands there, and says in the end what does then."""
    keys, entries = sorted(stands), []
    for number in range(changes):
        key = keys[number % len(keys)]
        after = str(1 + number % 90) if stands[key] != str(1 + number % 90) else "99"
        entries.append((f"figure/{key}", f'"{stands[key]}"', f'"{after}"'))
        stands[key] = after
    return entries


def _links(
    last: bytes, report: int, who: int, firsts: tuple[int, int], entries: list[tuple[str, str, str]]
) -> Iterator[tuple[object, ...]]:
    """`firsts` are the row's number and the revision of the first change."""
    first, revision = firsts
    for at, entry in enumerate(entries):
        op_id = new_op_id()
        last = change_link(last, (report, op_id, revision + at, who, _AT, None), [entry])
        yield first + at, report, op_id, revision + at, _OTHER, _AT, last
