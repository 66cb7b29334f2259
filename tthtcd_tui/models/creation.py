"""Fill a new, empty database: every table, the append-only triggers, its first director."""

from __future__ import annotations

from tthtcd_tui.models.append_only import make_append_only
from tthtcd_tui.models.part import Access
from tthtcd_tui.models.people.staff import Member, StaffList
from tthtcd_tui.models.place_map import KINDS
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.checks import AutoIncrementField
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import Model
from tthtcd_tui.models.tables import TABLES


def tables_of() -> tuple[type[Model], ...]:
    """Every table of the newest schema, each after those it refers to."""
    added = {kind.table: None for kind in KINDS.values() if kind.table not in TABLES}
    return (*TABLES, *added)


def create_tables(database: Database, owner: str = "") -> None:
    """Create the newest schema; the login `owner`, if given, becomes the director of all centres."""
    tables = tables_of()
    database.begin_schema()
    with database.bind_ctx(tables, bind_refs=False, bind_backrefs=False):
        database.create_tables(tables, safe=False)
    for table in tables:
        if isinstance(table._meta.primary_key, AutoIncrementField):
            database.number_rows(table._meta.table_name)
    make_append_only(database)
    if owner:
        StaffList(Access(database, owner)).add(Member(owner, owner, Role.DIRECTOR))
