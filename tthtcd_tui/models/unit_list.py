"""The administrative units there are, and which commune a centre belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.models.core_tables import AdminUnit, Centre, Staff
from tthtcd_tui.models.ledger import append, centre_digest, units_digest
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database, guard_decoding, insert_all
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit

UNIT_LIST: Final = "list"
"""The subject of the ledger's entries about the list as a whole."""
_MOST_TOLD: Final = 10


def unit_rows(database: Database) -> list[tuple[str, str, str, str | None]]:
    """Code, name, kind and the unit above of each, by code."""
    columns = (AdminUnit.code, AdminUnit.name, AdminUnit.kind, AdminUnit.parent)
    return list(AdminUnit.select(*columns).order_by(AdminUnit.code).tuples().execute(database))


def are_there(database: Database) -> bool:
    return bool(list(AdminUnit.select(AdminUnit.code).limit(1).tuples().execute(database)))


def units(database: Database) -> list[Unit]:
    """By code."""
    with guard_decoding():
        return [Unit(code, name, UnitKind(kind), parent or "") for code, name, kind, parent in unit_rows(database)]


def replace(database: Database, user: str, new: Iterable[Unit]) -> None:
    """Replace the list of units. Raises CannotEdit where a unit that a centre or a supervisor belongs to would go."""
    before, after = {unit.code: unit for unit in units(database)}, {unit.code: unit for unit in new}
    _refuse_loss(database, [unit for code, unit in before.items() if code not in after])
    for code in before.keys() - after.keys():
        AdminUnit.delete().where(AdminUnit.code == code).execute(database)
    for code, unit in after.items():
        if code in before and before[code] != unit:
            AdminUnit.update(_row(unit)).where(AdminUnit.code == code).execute(database)
    added = [tuple(_row(unit).values()) for code, unit in after.items() if code not in before]
    insert_all(database, AdminUnit, ("code", "name", "kind", "parent"), added)
    rows = unit_rows(database)
    append(database, user, LedgerKind.UNITS, UNIT_LIST, units_digest(rows) if rows else None)


def _row(unit: Unit) -> dict[object, object]:
    return {
        AdminUnit.code: unit.code,
        AdminUnit.name: unit.name,
        AdminUnit.kind: unit.kind.value,
        AdminUnit.parent: unit.parent or None,
    }


def _refuse_loss(database: Database, gone: Sequence[Unit]) -> None:
    """Raise CannotEdit if a unit of `gone` is in use. Asks once for all units in use, since thousands may go."""
    centres = Centre.select(Centre.unit, Centre.name).where(Centre.unit.is_null(is_null=False))
    people = Staff.select(Staff.unit, Staff.login).where(Staff.unit.is_null(is_null=False))
    held: dict[str, str] = {}
    for query in (centres, people):
        held |= dict(query.tuples().execute(database))
    lost = [f"{unit.code} · {unit.name}: {held[unit.code]}" for unit in gone if unit.code in held]
    if lost:
        more = [f"… và {len(lost) - _MOST_TOLD} đơn vị khác."] if len(lost) > _MOST_TOLD else []
        raise CannotEdit(
            "Danh mục mới thiếu đơn vị đang có trung tâm hoặc cán bộ, chưa nhập gì. Hãy thêm lại đơn vị ấy,"
            " hoặc gán trung tâm, cán bộ sang đơn vị khác trước:",
            [*lost[:_MOST_TOLD], *more],
        )


def unit_of(database: Database, centre: int) -> Unit | None:
    """The unit that a centre belongs to; None where it belongs to none."""
    table = AdminUnit
    query = table.select(table.code, table.name, table.kind, table.parent).join(Centre, on=(Centre.unit == table.code))
    with guard_decoding():
        for code, name, kind, parent in query.where(Centre.id == centre).tuples().execute(database):
            return Unit(code, name, UnitKind(kind), parent or "")
    return None


def belongings(database: Database) -> dict[int, str]:
    """The code of the unit that a centre belongs to, by the centre's number; of those that belong to one."""
    query = Centre.select(Centre.id, Centre.unit).where(Centre.unit.is_null(is_null=False))
    return {int(centre): str(unit) for centre, unit in query.tuples().execute(database)}


def belong(database: Database, user: str, centre: int, unit: str | None) -> None:
    """Make `centre` the centre of `unit`, or of none. Raises CannotEdit where the unit has another centre."""
    taken = Centre.select(Centre.name).where((Centre.unit == unit) & (Centre.id != centre))
    for (name,) in taken.tuples().execute(database) if unit else ():
        raise CannotEdit(f"Đơn vị này đã có {name}: mỗi xã, phường một trung tâm. Hãy kiểm tra lại mã.")
    Centre.update({Centre.unit: unit}).where(Centre.id == centre).execute(database)
    tell_centre(database, user, centre)


def tell_centre(database: Database, user: str, centre: int) -> None:
    """Append the centre's present row to the ledger."""
    columns = (Centre.code, Centre.name, Centre.unit)
    for row in Centre.select(*columns).where(Centre.id == centre).tuples().execute(database):
        append(database, user, LedgerKind.CENTRE, centre, centre_digest(*row))
