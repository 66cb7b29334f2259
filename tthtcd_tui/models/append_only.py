"""Triggers that make the history append-only, whatever program writes to the database.

Two exceptions: a year can be deleted and a person erased, once the ledger has recorded who did it, when and why. The
ledger itself has none but the erased name.
"""

from __future__ import annotations

from typing import Final

from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import (
    AuditBlock,
    AuditChange,
    AuditEntry,
    EvidenceFile,
    LedgerEntry,
    Person,
    ReportVersion,
    StaffChange,
    Submission,
)

_TABLES: Final = (
    *(AuditChange, AuditEntry, AuditBlock, ReportVersion, StaffChange, LedgerEntry, Person, EvidenceFile),
    Submission,
)
_NAMES: Final = {
    "audit_change": {"user": "user"},
    "report_version": {"user": "user"},
    "staff_change": {"user": "user", "login": "login", "name_before": "login", "name_after": "login"},
    "ledger": {"user": "user"},
    "person": {"login": "login", "salt": "login"},
}
"""By table: the columns that erasing a person may change, each with the column that holds their login."""
_OF_A_YEAR: Final = {
    "report": "id",
    "audit_change": "report_id",
    "audit_entry": "report_id",
    "audit_block": "report_id",
}
"""By table: the column that names the report; rows go with a year that is deleted."""


def make_append_only(database: Database) -> None:
    for table in _TABLES:
        name = table._meta.table_name
        names = _NAMES.get(name, {})
        fixed = [field.column_name for field in table._meta.sorted_fields if field.column_name not in names]
        database.refuse_updates(name, fixed)
        for column, login in names.items():
            database.refuse_renaming(name, column, login)
        if name not in _OF_A_YEAR:
            database.refuse_deletes(name)
    for name, column in _OF_A_YEAR.items():
        database.refuse_deletes(name, unless=column)
