"""Centres, forms and years: what there is. `catalogue_edits` makes and deletes them: a list of years needs no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from operator import and_
from typing import Final

from tthtcd_tui.models.core_tables import Centre, FormText, Report, Staff
from tthtcd_tui.models.reach import EVERYWHERE, Reach
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.storage.orm import Expression, ModelSelect, fn
from tthtcd_tui.named_tuple import NamedTuple
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


def centres(database: Database, reach: Reach = EVERYWHERE, limit: int | None = None) -> list[CentreRow]:
    """By code, `limit` at most."""
    every = Centre.select(Centre.id, Centre.code, Centre.name).order_by(Centre.code).limit(limit)
    query = reach.narrowed(every, Centre.id)
    return [CentreRow(*row) for row in query.tuples().execute(database)]


def centre(database: Database, code: str) -> CentreRow | None:
    query = Centre.select(Centre.id, Centre.code, Centre.name).where(Centre.code == code)
    return next((CentreRow(*row) for row in query.tuples().execute(database)), None)


class CentreLine(NamedTuple):
    """A centre as a list of many shows it."""

    centre: CentreRow
    periods: tuple[str, ...]
    """The labels of its years."""


def centre_lines(
    database: Database, skip: int, limit: int, reach: Reach = EVERYWHERE, words: Sequence[str] = ()
) -> list[CentreLine]:
    """At most `limit` centres within `reach` in the order of their codes, behind the first `skip`.

    Of those that have all `words`, folded: in name or code, or what is not there in one of their periods. What is held
    depends on `limit` alone.
    """
    labels = Report.select(fn.STRING_AGG(Report.period_label, "\n")).where(Report.centre == Centre.id)
    # Named: without a name Peewee takes it for the number of a report, and makes one of «2021».
    columns = (Centre.id, Centre.code, Centre.name, labels.alias("labels"))
    query = Centre.select(*columns).order_by(Centre.code).limit(limit).offset(skip)
    query = _having(database, reach.narrowed(query, Centre.id), words)
    return [
        CentreLine(CentreRow(number, code, name), tuple(sorted(found.split("\n"))) if found else ())
        for number, code, name, found in query.tuples().execute(database)
    ]


def count_centres(database: Database, reach: Reach, words: Sequence[str]) -> int:
    """How many `centre_lines` there are of them."""
    query = _having(database, reach.narrowed(Centre.select(fn.COUNT(Centre.id)), Centre.id), words)
    ((found,),) = query.tuples().execute(database)
    return int(found)


def _having(database: Database, query: ModelSelect[Centre], words: Sequence[str]) -> ModelSelect[Centre]:
    for condition in _conditions(database, words) if words else ():
        query = query.where(condition)
    return query


def _conditions(database: Database, words: Sequence[str]) -> Iterator[Expression]:
    """That each word is in name or code, or all others in one period of the centre's."""
    keys = _period_keys(database)
    labels = {word: [label for label, key in keys.items() if word in key] for word in words}
    named = {word: Centre.search.contains(word) for word in words}
    yield from (named[word] for word in words if not labels[word])
    of_periods = [word for word in words if labels[word]]
    if of_periods:
        year = Report.select(Report.id).where(Report.centre == Centre.id)
        for word in of_periods:
            year = year.where(named[word] | Report.period_label.in_(labels[word]))
        yield reduce(and_, (named[word] for word in of_periods)) | fn.EXISTS(year)


def _period_keys(database: Database) -> dict[str, str]:
    """The label of each period there is, with what it is found by."""
    from tthtcd_tui.text.fold import fold  # a list of years on the command line folds nothing

    rows = database.execute_sql(_LABELS)
    return {label: fold(f"năm học {label}") for (label,) in rows if label is not None}


_LABELS: Final = """
WITH RECURSIVE known (label) AS (
    SELECT min(period_label) FROM report
    UNION ALL
    SELECT (SELECT min(period_label) FROM report WHERE period_label > label) FROM known WHERE label IS NOT NULL
) SELECT label FROM known
"""
"""One step through the index for each: there are as many as years have passed, whatever the number of reports."""


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
