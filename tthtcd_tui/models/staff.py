"""The list of staff: kept by directors, never without one who directs every centre, and each change of it told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from peewee import JOIN

from tthtcd_tui.models import rights
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.database import Database, undamaged
from tthtcd_tui.models.heads import Centre, Staff
from tthtcd_tui.models.problem import RefusedStaff
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.tables import StaffChange
from tthtcd_tui.models.times import read_time, written_time
from tthtcd_tui.text.problem import quoted

_WHAT = "sửa danh sách cán bộ"


class Member(NamedTuple):
    """One on the list; without a `centre`, of all centres."""

    login: str
    name: str
    role: Role
    centre: CentreRow | None = None

    @property
    def directs_all(self) -> bool:
        return self.role is Role.DIRECTOR and self.centre is None


class StaffEntry(NamedTuple):
    """One change of the list: by whom, of whom, what they were on it before and after; None: not on it."""

    at: datetime
    user: str
    login: str
    before: Member | None
    after: Member | None


def members(database: Database) -> list[Member]:
    """By login."""
    columns = (Staff.login, Staff.name, Staff.role, Centre.id, Centre.code, Centre.name)
    query = Staff.select(*columns).join(Centre, JOIN.LEFT_OUTER).order_by(Staff.login)
    return [
        Member(login, name, Role(role), None if number is None else CentreRow(number, code, centre))
        for login, name, role, number, code, centre in query.tuples().execute(database)
    ]


def add(database: Database, by: str, member: Member) -> None:
    """Raises RefusedRole, and RefusedStaff for a login that is there, or a first one who is no director of all."""
    there = members(database)
    if there:
        _refuse_others(database, by, member)
    elif not member.directs_all:
        raise RefusedStaff(
            "Danh sách cán bộ đang trống: người đầu tiên phải là giám đốc của mọi trung tâm. Hãy thêm giám đốc trước"
            " (--role director, không ghi --centre)."
        )
    if any(other.login == member.login for other in there):
        raise RefusedStaff(f"Đã có {quoted(member.login)} trong danh sách cán bộ. Hãy dùng “tthtcd staff edit” để sửa.")
    Staff.insert(_row(member)).execute(database)
    _note(database, by, None, member)


def edit(database: Database, by: str, member: Member) -> None:
    """Puts `member` in the place of the one of that login. Raises RefusedRole, RefusedStaff."""
    before = _standing(database, by, member.login)
    _refuse_others(database, by, before, member)
    if not member.directs_all:
        _refuse_last(database, member.login)
    if _row(before) != _row(member):
        Staff.update(_row(member)).where(Staff.login == member.login).execute(database)
        _note(database, by, before, member)


def remove(database: Database, by: str, login: str) -> None:
    """Raises RefusedRole, RefusedStaff. What they wrote, and their name in the history, stays."""
    before = _standing(database, by, login)
    _refuse_others(database, by, before)
    _refuse_last(database, login)
    Staff.delete().where(Staff.login == login).execute(database)
    _note(database, by, before, None)


def history(database: Database, limit: int = -1) -> list[StaffEntry]:
    """What was done to the list, the newest first. Centres are called what they are called now."""
    was, now, table = Centre.alias(), Centre.alias(), StaffChange
    columns = (
        *(table.at, table.user, table.login),
        *(table.name_before, table.role_before, was.id, was.code, was.name),
        *(table.name_after, table.role_after, now.id, now.code, now.name),
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
    return [_entry(row) for row in query.tuples().execute(database)]


def _entry(row: tuple[Any, ...]) -> StaffEntry:
    at, user, login, *sides = row
    with undamaged():
        before, after = (_side(login, *side) for side in (sides[:5], sides[5:]))
        return StaffEntry(read_time(at), user, login, before, after)


def _side(login: str, name: str | None, role: str | None, *centre: Any) -> Member | None:
    if name is None or role is None:
        return None
    return Member(login, name, Role(role), None if centre[0] is None else CentreRow(*centre))


def _note(database: Database, by: str, before: Member | None, after: Member | None) -> None:
    """Tells the history of a change, in the transaction that makes it."""
    table = StaffChange
    row: dict[object, object] = {table.user: by, table.at: written_time(datetime.now(UTC))}
    columns = (
        (before, table.name_before, table.role_before, table.centre_before),
        (after, table.name_after, table.role_after, table.centre_after),
    )
    for member, name, role, centre in columns:
        if member:
            row |= {table.login: member.login, name: member.name, role: member.role}
            row[centre] = member.centre.id if member.centre else None
    table.insert(row).execute(database)


def _row(member: Member) -> dict[object, object]:
    return {
        Staff.login: member.login,
        Staff.name: member.name,
        Staff.role: member.role,
        Staff.centre: member.centre.id if member.centre else None,
    }


def _refuse_others(database: Database, by: str, *touched: Member) -> None:
    """Refuses everybody but a director of each of `touched`."""
    who = rights.person(database, by)
    for member in touched:
        rights.refuse_all_but_directors(who, member.centre.id if member.centre else None, _WHAT)


def _standing(database: Database, by: str, login: str) -> Member:
    rights.refuse_strangers(rights.person(database, by))
    for member in members(database):
        if member.login == login:
            return member
    raise RefusedStaff(f"Không có {quoted(login)} trong danh sách cán bộ. Hãy gõ “tthtcd staff list” để xem.")


def _refuse_last(database: Database, login: str) -> None:
    """Refuses to take the last director of all away: nobody could name another."""
    if [member.login for member in members(database) if member.directs_all] == [login]:
        raise RefusedStaff(
            f"{quoted(login)} là giám đốc duy nhất của cả tệp dữ liệu. Hãy thêm một giám đốc khác (không ghi --centre)"
            " trước đã."
        )
