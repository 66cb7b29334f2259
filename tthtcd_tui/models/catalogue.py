"""Centres, forms and years: the rows that lists of them show, and how they are read.

`centres`, `years` and `kept_forms` ask for them, with the rights of who is at the keyboard; `catalogue_edits` writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from tthtcd_tui.models.core_tables import Centre, FormText, Report
from tthtcd_tui.models.reach import EVERYWHERE, Reach
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.storage.orm import ModelSelect
from tthtcd_tui.models.storage.prepared_query import plain_rows
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period, PeriodKind

_PERIODS_KEPT: Final = 64


class CentreRow(NamedTuple):
    id: int
    code: str
    name: str


class FormRow(NamedTuple):
    digest: str
    key: str
    version: int


class Year(NamedTuple):
    """A report as a list shows it."""

    report_id: int
    centre: CentreRow
    form: FormRow
    period: Period
    revision: int
    status: Status


def centres(database: Database, reach: Reach = EVERYWHERE, limit: int | None = None) -> list[CentreRow]:
    """By code, `limit` at most."""
    every = Centre.select(Centre.id, Centre.code, Centre.name).order_by(Centre.code).limit(limit)
    query = reach.narrowed(every, Centre.id)
    return [CentreRow(*row) for row in query.tuples().execute(database)]


class CentreLine(NamedTuple):
    """A centre as a list of many shows it."""

    centre: CentreRow
    periods: tuple[str, ...]
    """The labels of its years."""


def forms(database: Database) -> list[FormRow]:
    query = FormText.select(FormText.hash, FormText.key, FormText.version).order_by(FormText.key, FormText.version)
    return [FormRow(*row) for row in query.tuples().execute(database)]


def years(database: Database, reach: Reach = EVERYWHERE, period: Period | None = None) -> list[Year]:
    """By centre, the newest period first; of one period only the years of just its days."""
    query = reach.narrowed(_years(), Report.centre)
    if period is not None:
        start, end = period.start.isoformat(), period.end.isoformat()
        query = query.where((Report.period_start == start) & (Report.period_end == end))
    return list(_read(plain_rows(database, query)))


def newest_years(database: Database, reach: Reach, skip: int, limit: int) -> list[Year]:
    """At most `limit` by the end of their periods, the newest first, behind the first `skip`."""
    query = reach.narrowed(_years(), Report.centre)
    query = query.order_by(Report.period_end.desc(), Report.id.desc()).limit(limit).offset(skip)
    return list(_read(query.tuples().execute(database)))


def years_called(database: Database, code: str, label: str) -> list[Year]:
    """The years of that period of the centre of that code, one of each form at most."""
    query = _years().where((Centre.code == code) & (Report.period_label == label))
    return list(_read(query.tuples().execute(database)))


def year(database: Database, report_id: int) -> Year | None:
    return next(_read(_years().where(Report.id == report_id).tuples().execute(database)), None)


def _years() -> ModelSelect[Report]:
    columns = (
        *(Report.id, Centre.id, Centre.code, Centre.name, FormText.hash, FormText.key, FormText.version),
        *(
            Report.period_kind,
            Report.period_start,
            Report.period_end,
            Report.period_label,
            Report.revision,
        ),
        Report.status,
    )
    by = (Centre.code, Report.period_start.desc(), Report.period_label, FormText.key)
    return Report.select(*columns).join(Centre).switch(Report).join(FormText).order_by(*by)


def _read(rows: Iterable[tuple[int, int, str, str, str, str, int, str, str, str, str, int, str]]) -> Iterator[Year]:
    for report, centre, code, name, digest, key, version, kind, start, end, label, revision, status in rows:
        with guard_decoding():
            period = _period(kind, start, end, label)
            kept = Status(status)
        yield Year(report, CentreRow(centre, code, name), FormRow(digest, key, version), period, revision, kept)


@lru_cache(_PERIODS_KEPT)
def _period(kind: str, start: str, end: str, label: str) -> Period:
    """One value for all the centres of a year."""
    return Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), label)
