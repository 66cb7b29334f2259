"""Names for logins in histories: the name and unit that the list of staff has, or last had, for them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from tthtcd_tui.models.core_tables import AdminUnit, Centre, Staff
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import StaffChange
from tthtcd_tui.named_tuple import NamedTuple


class Signature(NamedTuple):
    """A person's present name or, once off the list of staff, their last one."""

    name: str
    unit: str = ""
    """Name of the unit they supervise."""
    centre: int | None = None
    """The centre they work at; None: at all of them, or at none."""
    centre_name: str = ""
    is_alone: bool = True
    """Whether nobody else on the list has this name."""


_Row = tuple[str, str, str | None, int | None]
"""Login, name, code of the unit, centre."""


def signatures(database: Database, logins: Iterable[str]) -> dict[str, Signature]:
    """Signatures by login; logins whose name was never known, or was erased, are missing."""
    asked = sorted(set(logins))
    rows = {row[0]: row for row in _gone(database, asked) if row[1] != row[0]}
    rows |= {row[0]: row for row in _listed(database, asked)}
    shared = _shared(database, {row[1] for row in rows.values()})
    units, centres = _units(database, rows.values()), _centres(database, rows.values())
    return {
        login: Signature(name, units.get(unit or "", unit or ""), at, centres.get(at or 0, ""), name not in shared)
        for login, name, unit, at in rows.values()
    }


def _listed(database: Database, asked: list[str]) -> list[_Row]:
    query = Staff.select(Staff.login, Staff.name, Staff.unit, Staff.centre).where(Staff.login.in_(asked))
    with guard_decoding():
        return list(query.tuples().execute(database))


def _gone(database: Database, asked: list[str]) -> list[_Row]:
    """What the history of the list says of them, the newest last: a name stands after a change, or before they went."""
    table = StaffChange
    after = table.select(table.login, table.name_after, table.unit_after, table.centre_after, table.id)
    before = table.select(table.login, table.name_before, table.unit_before, table.centre_before, table.id)
    named = [
        after.where(table.login.in_(asked) & table.name_after.is_null(is_null=False)),
        before.where(table.login.in_(asked) & table.name_after.is_null()),
    ]
    with guard_decoding():
        rows = [row for query in named for row in query.tuples().execute(database)]
    return [row[:4] for row in sorted(rows, key=itemgetter(4))]


def _shared(database: Database, names: set[str]) -> set[str]:
    """Those of `names` that several on the list have."""
    seen: set[str] = set()
    found: set[str] = set()
    with guard_decoding():
        for (name,) in Staff.select(Staff.name).where(Staff.name.in_(sorted(names))).tuples().execute(database):
            (found if name in seen else seen).add(name)
    return found


def _units(database: Database, rows: Iterable[_Row]) -> dict[str, str]:
    codes = sorted({unit for _, _, unit, _ in rows if unit})
    if not codes:
        return {}
    query = AdminUnit.select(AdminUnit.code, AdminUnit.name).where(AdminUnit.code.in_(codes))
    with guard_decoding():
        return dict(query.tuples().execute(database))


def _centres(database: Database, rows: Iterable[_Row]) -> dict[int, str]:
    numbers = sorted({at for *_, at in rows if at})
    if not numbers:
        return {}
    query = Centre.select(Centre.id, Centre.name).where(Centre.id.in_(numbers))
    with guard_decoding():
        return dict(query.tuples().execute(database))
