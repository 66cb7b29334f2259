"""Fill a new, empty database: every table, the append-only triggers, its first director."""

from __future__ import annotations

from tthtcd_tui.models.append_only import make_append_only
from tthtcd_tui.models.part import Access
from tthtcd_tui.models.people.staff import Member, StaffList
from tthtcd_tui.models.place_map import KINDS
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import TABLES


def create_tables(database: Database, owner: str = "") -> None:
    """Create the newest schema; the login `owner`, if given, becomes the director of all centres."""
    added = {kind.table: None for kind in KINDS.values() if kind.table not in TABLES}
    tables = (*TABLES, *added)
    with database.bind_ctx(tables, bind_refs=False, bind_backrefs=False):
        database.create_tables(tables, safe=False)
    make_append_only(database)
    if owner:
        StaffList(Access(database, owner)).add(Member(owner, owner, Role.DIRECTOR))
