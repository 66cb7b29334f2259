"""How a database is, for those who look after it. Looked at without changing anything, whatever state it is in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from peewee import fn

from tthtcd_tui.models.database import Database, connect_to_read, journal_mode, reading, schema_version
from tthtcd_tui.models.database_files import faults_of, refuse_what_is_not_ours
from tthtcd_tui.models.heads import Report
from tthtcd_tui.models.opening import open_to_read
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.tables import AuditChange, AuditEntry


class Gap(NamedTuple):
    """A report whose history does not tell of each of its saved changes."""

    label: str
    revision: int
    told: int


class Health(NamedTuple):
    schema: int
    journal: str
    faults: tuple[str, ...]
    gaps: tuple[Gap, ...]
    reports: int


def health(path: Path) -> Health:
    """Raises StoreProblem for what cannot be opened, or is no database of ours."""
    refuse_what_is_not_ours(path)
    with closing(_opened(path)) as database:
        with reading(database):
            schema, journal = schema_version(database), journal_mode(database)
        faults = faults_of(database)
        if faults:
            return Health(schema, journal, faults, (), 0)
        with reading(database):
            return Health(schema, journal, (), tuple(_gaps(database)), _count(database))


def _opened(path: Path) -> Database:
    database = connect_to_read(path)
    try:
        with reading(database):
            schema_version(database)
    except StoreProblem:  # perhaps only because nothing may be written beside it
        database.close()
        return open_to_read(path)
    return database


def _count(database: Database) -> int:
    return int(next(iter(Report.select(fn.COUNT(1)).tuples().execute(database)))[0])


def _gaps(database: Database) -> Iterator[Gap]:
    """Revisions are numbered from 1 on, without a gap, and each changed something."""
    told = {
        report: (count, newest)
        for report, count, newest in AuditChange.select(AuditChange.report, fn.COUNT(1), fn.MAX(AuditChange.revision))
        .where(AuditChange.id.in_(AuditEntry.select(AuditEntry.change)))
        .group_by(AuditChange.report)
        .tuples()
        .execute(database)
    }
    query = Report.select(Report.id, Report.period_label, Report.revision).order_by(Report.id)
    for report, label, revision in query.tuples().execute(database):
        count, newest = told.get(report, (0, 0))
        if (count, newest) != (revision, revision):
            yield Gap(label, revision, count)
