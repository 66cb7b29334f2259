"""Any cell of any table changed by hand, and any row taken away: doctor finds it, or everything reads as before."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import apsw
import pytest
from support.everything import everything
from support.matrix import LONG
from support.sample_database import final_database
from support.shared_server import COMMUNE, PROVINCE
from support.stores import DIRECTOR, save, spoil, sql

from tthtcd_tui.errors import StoreProblem, UserProblem
from tthtcd_tui.models.health import health
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.tables import TABLES
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status

pytestmark = LONG

DRAFT = 2
OF_OTHER_FORMS = {"criterion_score", "grid_cell"}
"""The sample's form asks for none of them: there a row is put in by hand."""
NAMES = [*(table._meta.table_name for table in TABLES), "sqlite_sequence"]


def full_database(folder: Path) -> Path:
    """With a row in every table."""
    path = final_database(folder)
    with closing(Store(path, DIRECTOR)) as store:
        told = {"code": "MC1", "title": "Biên bản", "symbol": "", "kept": "Tủ 1"}
        answers = {f"evidence/e1/{key}": value for key, value in told.items() if value}
        answers |= {"own/o1/label": "Việc riêng", "own/o1/section": "nguon_luc"}
        answers |= {"reason/figure/so_ho": "Đã kiểm tra lại", "carried/figure/so_ho": "2019-2020"}
        save(store, DRAFT, answers, user=DIRECTOR)
        store.evidence_files.keep(DRAFT, DIRECTOR, b"x")
        store.presence.announce(DRAFT, DIRECTOR, Place("figure/so_ho"))
        store.units.replace([COMMUNE, PROVINCE])
        store.units.belong(store.centres.all()[0].id, COMMUNE.code)
        final = next(year for year in store.years.all() if year.status is Status.FINAL)
        store.submissions.hand_in(final.report_id, 1, DIRECTOR, "{}")
    return path


@cache
def of_columns(table: str) -> tuple[str, ...]:
    """What makes another value of each column: as long as the database is made by this program, they are there."""
    with tempfile.TemporaryDirectory() as folder:
        path = full_database(Path(folder))
        return tuple(str(name) for _, name, *_ in sql(path, f"PRAGMA table_info('{table}')"))


def statements(table: str) -> Iterator[str]:
    for column in of_columns(table):
        for which in ("MIN", "MAX"):
            yield (
                f'UPDATE "{table}" SET "{column}" = CASE typeof("{column}") WHEN \'integer\' THEN "{column}" + 1'
                f" WHEN 'blob' THEN CAST(\"{column}\" || x'00' AS BLOB) WHEN 'null' THEN '1'"
                f' ELSE "{column}" || \'x\' END WHERE rowid = (SELECT {which}(rowid) FROM "{table}")'
            )
    if table in OF_OTHER_FORMS:
        rest = [column for column in of_columns(table) if column not in ("id", "report_id")]
        names = ", ".join(f'"{column}"' for column in rest)
        yield f'INSERT INTO "{table}" (report_id, {names}) VALUES ({DRAFT}{", 1" * len(rest)})'
    yield f'DELETE FROM "{table}" WHERE rowid = (SELECT MIN(rowid) FROM "{table}")'
    yield f'DELETE FROM "{table}" WHERE rowid = (SELECT MAX(rowid) FROM "{table}")'


def is_found(path: Path) -> bool:
    try:
        found = health(path)
    except StoreProblem:
        return True
    return bool(found.faults or found.flaws)


@pytest.mark.parametrize("table", NAMES)
def test_it_is_found_or_does_no_harm(tmp_path: Path, table: str) -> None:
    path = full_database(tmp_path)
    assert not is_found(path)
    sound, expected = path.read_bytes(), everything(path)
    found = 0
    for statement in statements(table):
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
        path.write_bytes(sound)
        try:
            spoil(path, statement)
        except apsw.Error:  # the engine itself refuses it
            continue
        if is_found(path):
            found += 1
            continue
        try:
            assert everything(path) == expected, statement
        except UserProblem as problem:
            pytest.fail(f"{statement}: {problem.message}")
    assert found, table
