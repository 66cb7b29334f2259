"""The administrative units above a centre, and which of them a supervisor acts for."""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.models.core_tables import AdminUnit, Centre, Staff
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.unit_kinds import UnitKind


class Above(NamedTuple):
    """A unit above a centre."""

    code: str
    name: str
    kind: UnitKind
    answers: bool
    """Whether the unit has a supervisor; an approval waits only for units that have one."""


def chain_of(database: Database, centre: int) -> list[Above]:
    """The units above a centre, its commune first; none where it belongs to none."""
    rows = Centre.select(Centre.unit).where(Centre.id == centre).tuples().execute(database)
    code = next((unit for (unit,) in rows), None)
    found: list[Above] = []
    while code is not None:
        someone = Staff.select().where(Staff.unit == code).exists(database)
        columns = (AdminUnit.name, AdminUnit.kind, AdminUnit.parent)
        ((name, kind, above),) = AdminUnit.select(*columns).where(AdminUnit.code == code).tuples().execute(database)
        with guard_decoding():
            found.append(Above(code, name, UnitKind(kind), someone))
        code = above
    return found


def unit_of(someone: rights.Person, chain: Iterable[Above]) -> Above:
    """The unit of `chain` that `someone` supervises. Raises NotOnStaff; NotAllowed where there is none."""
    rights.refuse_strangers(someone)
    if someone.role is not Role.SUPERVISOR:
        raise NotAllowed("Chỉ cấp trên của trung tâm được trả lại, duyệt báo cáo. Hãy đề nghị cấp trên làm việc này.")
    for unit in chain:
        if unit.code == someone.unit:
            return unit
    raise NotAllowed("Báo cáo này không thuộc đơn vị của bạn, không trả lời, duyệt được. Hãy kiểm tra lại trung tâm.")
