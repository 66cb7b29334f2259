"""The list of staff: kept by directors, never without a director of all centres; each change goes into its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tthtcd_tui.errors import AlreadyOnStaff, FirstMustDirect, LastDirector, NoSuchStaff, UnfitStaff
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.core_tables import Centre, Staff
from tthtcd_tui.models.ledger import append, change_digest, committed, member_digest, number_of
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.storage.orm import JOIN
from tthtcd_tui.models.tables import StaffChange
from tthtcd_tui.models.times import read_time, written_time
from tthtcd_tui.models.unit_list import units
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.models.people.erasing import Erased
    from tthtcd_tui.models.people.signatures import Signature

_BEYOND = "cho xem mọi trung tâm"
_WHAT = "sửa danh sách cán bộ"


class Member(NamedTuple):
    """An entry of the list: of one `centre`; of all of them (`centre` None, `reads` not used); or of a `unit`."""

    login: str
    name: str
    role: Role
    centre: CentreRow | None = None
    reads: Reads = Reads.OWN
    unit: Unit | None = None
    """The unit of a supervisor; None for everybody else."""

    @property
    def directs_all(self) -> bool:
        return self.role is Role.DIRECTOR and self.centre is None

    @property
    def reads_beyond(self) -> bool:
        """Whether they may read more centres than the one they work at."""
        return self.centre is not None and self.reads is Reads.ALL


class StaffEntry(NamedTuple):
    """One change of the list: by whom, of whom, what they were on it before and after; None: not on it."""

    at: datetime
    user: str
    login: str
    before: Member | None
    after: Member | None


class StaffList(Part):
    """The list of staff; changes are made in the name of the signed-in user."""

    @reads
    def members(self) -> list[Member]:
        """By login."""
        return _members(self.database)

    @reads
    def signatures(self, logins: Iterable[str]) -> dict[str, Signature]:
        """Who these are, by login; none of one whose name was never known, or was erased."""
        from tthtcd_tui.models.people.signatures import signatures  # only where what somebody did is told

        return signatures(self.database, logins)

    @writes
    def add(self, member: Member) -> None:
        """Add `member`. Raises NotAllowed; StaffProblem for a known login, or a first one who is no director of all."""
        _refuse_unfit(member)
        there = _members(self.database)
        if there:
            _refuse_others(self.database, self.access.user, member._replace(reads=Reads.OWN), member)
        elif not member.directs_all:
            raise FirstMustDirect
        if any(other.login == member.login for other in there):
            raise AlreadyOnStaff(f"Đã có {quoted(member.login)} trong danh sách cán bộ. Hãy sửa dòng đã có.")
        Staff.insert(_row(member)).execute(self.database)
        _tell(self.database, self.access.user, None, member)

    @writes
    def edit(self, member: Member) -> None:
        """Replace the entry of `member.login`. Raises NotAllowed, StaffProblem."""
        _refuse_unfit(member)
        before = _standing(self.database, self.access.user, member.login)
        _refuse_others(self.database, self.access.user, before, member)
        if not member.directs_all:
            _refuse_last(self.database, member.login)
        if _row(before) != _row(member):
            Staff.update(_row(member)).where(Staff.login == member.login).execute(self.database)
            _tell(self.database, self.access.user, before, member)

    @writes
    def remove(self, login: str) -> None:
        """Take `login` off the list; what they wrote, and the history, stay. Raises NotAllowed, StaffProblem."""
        before = _standing(self.database, self.access.user, login)
        _refuse_others(self.database, self.access.user, before)
        _refuse_last(self.database, login)
        Staff.delete().where(Staff.login == login).execute(self.database)
        _tell(self.database, self.access.user, before, None)

    @writes
    def erase(self, login: str, why: str = "") -> Erased:
        """Put a number where the login and names of `login` stand, and take them off the list if they are on it.

        Raises NotAllowed, StaffProblem.
        """
        from tthtcd_tui.models.people.erasing import erase  # hardly anybody ever is

        who = rights.person(self.database, self.access.user)
        rights.refuse_all_but_directors(who, None, "xóa tên cán bộ")
        self.database.overwrite_deleted()
        if any(member.login == login for member in _members(self.database)):
            self.remove(login)
        return erase(self.database, self.access.user, login, why)

    @reads
    def history(self, limit: int = -1) -> list[StaffEntry]:
        """What was done to the list, the newest first. Centres are called what they are called now."""
        was, now, table = Centre.alias(), Centre.alias(), StaffChange
        columns = (
            *(table.at, table.user, table.login),
            *(table.name_before, table.role_before, table.reads_before, table.unit_before, was.id, was.code, was.name),
            *(table.name_after, table.role_after, table.reads_after, table.unit_after, now.id, now.code, now.name),
        )
        query = (
            table.select(*columns)
            .join(was, JOIN.LEFT_OUTER, on=table.centre_before == was.id)
            .switch(table)
            .join(now, JOIN.LEFT_OUTER, on=table.centre_after == now.id)
            .order_by(table.id.desc())
        )
        if limit >= 0:
            query = query.limit(limit)
        rows = query.tuples().execute(self.database)
        known = _units(self.database)
        return [_entry(row, known) for row in rows]


def _members(database: Database) -> list[Member]:
    columns = (Staff.login, Staff.name, Staff.role, Staff.reads, Staff.unit, Centre.id, Centre.code, Centre.name)
    query = Staff.select(*columns).join(Centre, JOIN.LEFT_OUTER).order_by(Staff.login)
    rows = list(query.tuples().execute(database))
    known = _units(database) if any(row[4] for row in rows) else {}
    with guard_decoding():
        found = [_side(known, *row) for row in rows]
    return [member for member in found if member is not None]


def _units(database: Database) -> dict[str, Unit]:
    return {unit.code: unit for unit in units(database)}


def _entry(row: tuple[Any, ...], known: Mapping[str, Unit]) -> StaffEntry:
    at, user, login, *sides = row
    with guard_decoding():
        before, after = (_side(known, login, *side) for side in (sides[:7], sides[7:]))
        return StaffEntry(read_time(at), user, login, before, after)


def _side(
    known: Mapping[str, Unit],
    login: str,
    name: str | None,
    role: str | None,
    reads: str | None,
    unit: str | None,
    *centre: Any,
) -> Member | None:
    """A unit that is on the list no more goes by its code."""
    if name is None or role is None:
        return None
    where = None if centre[0] is None else CentreRow(*centre)
    of = known.get(unit) or Unit(unit, unit, UnitKind.COMMUNE) if unit else None
    return Member(login, name, Role(role), where, Reads(reads or Reads.OWN), of)


def _tell(database: Database, by: str, before: Member | None, after: Member | None) -> None:
    """Record a change in history and ledger, in the transaction that makes it."""
    member = after or before
    assert member is not None  # a change has one side at least
    at, table = written_time(datetime.now(UTC)), StaffChange
    row: dict[object, object] = {table.user: by, table.at: at, table.login: member.login}
    columns = (
        (before, table.name_before, table.role_before, table.centre_before, table.reads_before, table.unit_before),
        (after, table.name_after, table.role_after, table.centre_after, table.reads_after, table.unit_after),
    )
    for side, name, role, centre, may_read, unit in columns:
        if side:
            row |= {name: side.name, role: side.role, may_read: side.reads}
            row[unit] = side.unit.code if side.unit else None
            row[centre] = side.centre.id if side.centre else None
    change = int(table.insert(row).execute(database))
    numbers = number_of(database, by), number_of(database, member.login)
    names = {word: committed(database, side.login, side.name) for word, side in _named(before, after)}
    digests = {word: _digest(side, names[word]) for word, side in _named(before, after)}
    of_row = change_digest(numbers[0], at, numbers[1], digests.get("before"), digests.get("after"))
    words = {word: name.hex() for word, name in names.items()}
    append(database, by, LedgerKind.STAFF_CHANGE, change, of_row, words)
    now = {"name": words["after"]} if after else {}
    append(database, by, LedgerKind.STAFF, numbers[1], digests.get("after"), now)


def _named(before: Member | None, after: Member | None) -> list[tuple[str, Member]]:
    return [(word, side) for word, side in (("before", before), ("after", after)) if side]


def _digest(member: Member, name: bytes) -> bytes:
    centre, unit = member.centre.id if member.centre else None, member.unit.code if member.unit else None
    return member_digest(name, member.role, centre, member.reads, unit)


def _row(member: Member) -> dict[object, object]:
    return {
        Staff.login: member.login,
        Staff.name: member.name,
        Staff.role: member.role,
        Staff.centre: member.centre.id if member.centre else None,
        Staff.reads: member.reads,
        Staff.unit: member.unit.code if member.unit else None,
    }


def _refuse_others(database: Database, by: str, *touched: Member) -> None:
    """Raise NotAllowed unless `by` directs each of `touched`, an entry as it was and as it becomes.

    Only a director of all centres may let somebody of one centre read all.
    """
    who = rights.person(database, by)
    for member in touched:
        rights.refuse_all_but_directors(who, member.centre.id if member.centre else None, _WHAT)
    if touched[-1].reads_beyond and not touched[0].reads_beyond:
        rights.refuse_all_but_directors(who, None, _BEYOND)


def _standing(database: Database, by: str, login: str) -> Member:
    rights.refuse_strangers(rights.person(database, by))
    for member in _members(database):
        if member.login == login:
            return member
    raise NoSuchStaff(f"Không có {quoted(login)} trong danh sách cán bộ. Hãy kiểm tra lại tên đăng nhập.")


def _refuse_unfit(member: Member) -> None:
    """Raise StaffProblem unless a supervisor has a unit, and anybody else has none."""
    if (member.role is Role.SUPERVISOR) != (member.unit is not None) or (member.unit and member.centre):
        raise UnfitStaff


def _refuse_last(database: Database, login: str) -> None:
    """Raise StaffProblem where `login` is the last director of all centres: nobody could name another."""
    if [member.login for member in _members(database) if member.directs_all] == [login]:
        raise LastDirector(
            f"{quoted(login)} là giám đốc duy nhất của mọi trung tâm. Hãy thêm một giám đốc như vậy trước đã."
        )
