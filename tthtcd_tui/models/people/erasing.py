"""A person erased: a number stands where their login and names stood, in staff, audit and ledger.

What they did, when and why stays, and so does what they wrote: reports are records. The chains know people by their
numbers, so they hold as before.
"""

from __future__ import annotations

from tthtcd_tui.errors import NoSuchStaff
from tthtcd_tui.models.core_tables import Centre, Report, Staff
from tthtcd_tui.models.ledger import append
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import Field, Model, fn
from tthtcd_tui.models.tables import AuditChange, LedgerEntry, Person, Presence, ReportVersion, StaffChange
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.problem import quoted

_SIGNED: tuple[tuple[type[Model], Field], ...] = (
    (AuditChange, AuditChange.user),
    (ReportVersion, ReportVersion.user),
    (StaffChange, StaffChange.user),
    (LedgerEntry, LedgerEntry.user),
)
"""The columns that name, by login, who did something."""


class KeptIn(NamedTuple):
    """A kept version whose files still contain one of the person's names."""

    centre: str
    period: str
    version: int


class Erased(NamedTuple):
    """The result of erasing a person: what stands for them now, and where their names still are."""

    login: str
    """What stands for them from now on."""
    names: tuple[str, ...]
    versions: tuple[KeptIn, ...]


def erased_login(number: int) -> str:
    return f"cán bộ số {number}"


def erase(database: Database, by: str, login: str, why: str) -> Erased:
    """Erase somebody who is no longer on the list of staff, inside a transaction of the caller. Raises NoSuchStaff."""
    number = next((n for (n,) in _numbers(database, login)), None)
    if number is None:
        raise NoSuchStaff(
            f"Không có {quoted(login)} trong lịch sử của tệp dữ liệu này. Hãy kiểm tra lại tên đăng nhập."
        )
    names = _names(database, login)
    append(database, by, LedgerKind.ERASED_PERSON, number, words={"why": why})
    new = erased_login(number)
    for table, user in _SIGNED:
        table.update({user: new}).where(user == login).execute(database)
    table = StaffChange
    for name in (table.name_before, table.name_after):
        table.update({name: new}).where((table.login == login) & name.is_null(is_null=False)).execute(database)
    table.update({table.login: new}).where(table.login == login).execute(database)
    Presence.delete().where(Presence.user == login).execute(database)
    Person.update({Person.login: new, Person.salt: None}).where(Person.number == number).execute(database)
    return Erased(new, names, _versions_saying(database, names))


def _numbers(database: Database, login: str) -> list[tuple[int]]:
    known = Person.select(Person.number).where(Person.login == login).where(Person.salt.is_null(is_null=False))
    return list(known.tuples().execute(database))


def _names(database: Database, login: str) -> tuple[str, ...]:
    """Their login, and every name the list of staff ever had for them."""
    table = StaffChange
    sides = table.select(table.name_before, table.name_after).where(table.login == login).tuples().execute(database)
    now = Staff.select(Staff.name, Staff.name).where(Staff.login == login).tuples().execute(database)
    found = [name for row in (*sides, *now) for name in row if name]
    return tuple(dict.fromkeys((login, *found)))


def _versions_saying(database: Database, names: tuple[str, ...]) -> tuple[KeptIn, ...]:
    version = ReportVersion
    says = fn.INSTR(version.json, names[0].encode()) > 0
    for name in names[1:]:
        says |= fn.INSTR(version.json, name.encode()) > 0
    columns = (Centre.code, Report.period_label, version.number)
    query = version.select(*columns).join(Report).join(Centre).where(says)
    return tuple(KeptIn(*row) for row in query.order_by(Centre.code, Report.period_label).tuples().execute(database))
