"""Centres, forms and years: what there is. `catalogue_edits` makes and deletes them: a list of years needs no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tthtcd_tui.models.core_tables import Centre, FormText, Report, Staff
from tthtcd_tui.models.reach import EVERYWHERE, Reach
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.storage.orm import ModelSelect, fn
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period, PeriodKind


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


def centres(database: Database, reach: Reach = EVERYWHERE) -> list[CentreRow]:
    query = reach.narrowed(Centre.select(Centre.id, Centre.code, Centre.name).order_by(Centre.code), Centre.id)
    return [CentreRow(*row) for row in query.tuples().execute(database)]


class CentreLine(NamedTuple):
    """A centre as a list of many shows it."""

    centre: CentreRow
    periods: tuple[str, ...]
    """The labels of its years."""


def centre_lines(database: Database, skip: int, limit: int, reach: Reach = EVERYWHERE) -> list[CentreLine]:
    """At most `limit` centres within `reach` in the order of their codes, behind the first `skip`.

    What is read and held depends on `limit` alone.
    """
    labels = Report.select(fn.STRING_AGG(Report.period_label, "\n")).where(Report.centre == Centre.id)
    columns = (Centre.id, Centre.code, Centre.name, labels)
    query = reach.narrowed(Centre.select(*columns).order_by(Centre.code).limit(limit).offset(skip), Centre.id)
    return [
        CentreLine(CentreRow(number, code, name), tuple(sorted(found.split("\n"))) if found else ())
        for number, code, name, found in query.tuples().execute(database)
    ]


def counts(database: Database, reach: Reach = EVERYWHERE) -> tuple[int, int]:
    """How many centres there are, and how many years."""
    centres = reach.narrowed(Centre.select(fn.COUNT(Centre.id)), Centre.id)
    years = reach.narrowed(Report.select(fn.COUNT(Report.id)), Report.centre)
    ((of_centres,),) = centres.tuples().execute(database)
    ((of_years,),) = years.tuples().execute(database)
    return int(of_centres), int(of_years)


def has_centre(database: Database, code: str) -> bool:
    return bool(Centre.select().where(Centre.code == code).exists(database))


def centres_before(database: Database, code: str, reach: Reach = EVERYWHERE) -> int:
    """How many centres stand before that code in a list."""
    query = reach.narrowed(Centre.select(fn.COUNT(Centre.id)).where(Centre.code < code), Centre.id)
    ((found,),) = query.tuples().execute(database)
    return int(found)


def due_days(database: Database, centre: int) -> dict[int, date]:
    """The day each report of a centre is due, of those that have one."""
    from tthtcd_tui.models.tables import Figure  # a list of years on the command line needs no other table, no form
    from tthtcd_tui.report.kinds.details import DUE

    query = (
        Figure.select(Figure.report, Figure.text).join(Report).where(Report.centre == centre, Figure.key == str(DUE))
    )
    with guard_decoding():
        return {
            int(report): date.fromisoformat(text)
            for report, text in query.tuples().execute(database)
            if text and text[0].isdigit()
        }


def has_years(database: Database) -> bool:
    """Whether there is a report of anybody's."""
    return bool(list(Report.select(Report.id).limit(1).tuples().execute(database)))


def has_staff(database: Database) -> bool:
    """Whether anybody is on the list of staff."""
    return bool(list(Staff.select(Staff.login).limit(1).tuples().execute(database)))


def forms(database: Database) -> list[FormRow]:
    query = FormText.select(FormText.hash, FormText.key, FormText.version).order_by(FormText.key, FormText.version)
    return [FormRow(*row) for row in query.tuples().execute(database)]


def years(database: Database, reach: Reach = EVERYWHERE, period: Period | None = None) -> list[Year]:
    """By centre, the newest period first; of one period only the years of just its days."""
    query = reach.narrowed(_years(), Report.centre)
    if period is not None:
        start, end = period.start.isoformat(), period.end.isoformat()
        query = query.where((Report.period_start == start) & (Report.period_end == end))
    return list(_read(query.tuples().execute(database)))


def year(database: Database, report_id: int) -> Year | None:
    return next(_read(_years().where(Report.id == report_id).tuples().execute(database)), None)


def names(database: Database, centre: int) -> list[str]:
    """What the centre, its commune and the body above it were called in its years, each once."""
    columns = (Report.locality, Report.issuer, Report.superior)
    rows = Report.select(*columns).where(Report.centre == centre).tuples().execute(database)
    return list(dict.fromkeys(name for row in rows for name in row if name))


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
            period = Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), label)
            kept = Status(status)
        yield Year(report, CentreRow(centre, code, name), FormRow(digest, key, version), period, revision, kept)
