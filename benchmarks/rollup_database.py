"""A database of a whole country, each commune with two years handed in: copies of one centre's, for reading alone.

It is not sound: the ledger tells nothing of the copies, and their chains are those of the first. Places and numbers are
invented.
"""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Final

import apsw
from support.shared_server import ADMIN, PERIOD, PROVINCE, final_shared_database, year_of

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.tasks.upward.submit import hand_in_here
from tthtcd_tui.tasks.years.finalise import finalise

COMMUNES: Final = 3_321
_CENTRE: Final = "mao-khe"
_APART: Final = 100_000
"""By so much the numbers of the rows of two copies differ."""
_NUMBER: Final = re.compile(r'^( "[a-z0-9_/-]+": ")(\d+)(",?)$', re.MULTILINE)
"""A sum without a qualifier, as `encode_manifest` writes it."""


def make_country(folder: Path, communes: int = COMMUNES) -> Path:
    """The database. Every number of the second commune is one more than the first's, of the third two more …"""
    path = final_shared_database(folder)
    with closing(Store(path, ADMIN)) as store:
        years = [_handed_in(store, year) for year in store.years.all() if year.centre.code == _CENTRE]
        added = (
            Unit(f"x{number}", f"Xã Mẫu {number}", UnitKind.COMMUNE, PROVINCE.code) for number in range(1, communes)
        )
        store.units.replace([*store.units.all(), *added])
    with closing(apsw.Connection(str(path))) as raw:
        raw.execute("PRAGMA synchronous = off").fetchall()
        with raw:
            for number in range(1, communes):
                _copy_centre(raw, years[0].centre.id, number)
                for year in years:
                    _copy_year(raw, year.report_id, number)
    return path


def _handed_in(store: Store, year: Year) -> Year:
    if year.period.label != PERIOD:
        finalise(store, year, ADMIN)
    hand_in_here(store, year_of(store, _CENTRE, year.period.label), ADMIN)
    return year


def _copy_centre(raw: apsw.Connection, centre: int, number: int) -> None:
    new = {
        "id": _moved("id", number),
        "code": f"'ban-{number}'",
        "name": f"'TTHTCĐ xã Mẫu {number}'",
        "unit": f"'x{number}'",
    }
    _copy(raw, "centre", new, f"id = {centre}")


def _copy_year(raw: apsw.Connection, report: int, number: int) -> None:
    of_report = {"report_id": _moved("report_id", number)}
    told = f"report_id = {report}"
    _copy(raw, "report", {"id": _moved("id", number), "centre_id": _moved("centre_id", number)}, f"id = {report}")
    _copy(raw, "report_version", of_report | {"docx": "zeroblob(1)", "json": "zeroblob(1)"}, told)
    of_change = {"id": _moved("id", number), "op_id": f"op_id || '-{number}'"}
    upward = f"{told} AND place LIKE 'status/%'"
    _copy(raw, "audit_change", of_report | of_change, f"id IN (SELECT change_id FROM audit_entry WHERE {upward})")
    _copy(raw, "audit_entry", of_report | {"change_id": _moved("change_id", number)}, upward)
    for version, manifest in raw.execute(f"SELECT version, manifest FROM submission WHERE {told}").fetchall():
        more = _NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + number}{found[3]}", str(manifest))
        row = report + number * _APART, version, more
        raw.execute("INSERT INTO submission (report_id, version, manifest) VALUES (?, ?, ?)", row).fetchall()


def _moved(column: str, number: int) -> str:
    return f'"{column}" + {number * _APART}'


def _copy(raw: apsw.Connection, table: str, new: dict[str, str], where: str) -> None:
    """The rows `where` says, for the next commune; `new` is what is said otherwise."""
    columns = [str(name) for (name,) in raw.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()]
    kept = [name for name in columns if name != "id" or name in new]
    names = ", ".join(f'"{name}"' for name in kept)
    values = ", ".join(new.get(name, f'"{name}"') for name in kept)
    raw.execute(f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" WHERE {where}').fetchall()
