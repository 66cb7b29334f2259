"""Centres, forms and years: what there is, made and deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from peewee import ModelSelect

from tthtcd_tui.models.database import Database, undamaged
from tthtcd_tui.models.heads import Centre, FormText, Report, Staff
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

    report: int
    centre: CentreRow
    form: FormRow
    period: Period
    revision: int
    status: Status


def centres(database: Database) -> list[CentreRow]:
    query = Centre.select(Centre.id, Centre.code, Centre.name).order_by(Centre.code)
    return [CentreRow(*row) for row in query.tuples().execute(database)]


def add_centre(database: Database, code: str, name: str) -> int:
    return int(Centre.insert({Centre.code: code, Centre.name: name}).execute(database))


def rename_centre(database: Database, centre: int, name: str) -> None:
    Centre.update({Centre.name: name}).where(Centre.id == centre).execute(database)


def has_staff(database: Database) -> bool:
    """Whether anybody is on the list of staff."""
    return bool(list(Staff.select(Staff.login).limit(1).tuples().execute(database)))


def forms(database: Database) -> list[FormRow]:
    query = FormText.select(FormText.hash, FormText.key, FormText.version).order_by(FormText.key, FormText.version)
    return [FormRow(*row) for row in query.tuples().execute(database)]


def keep_form(database: Database, digest: str, key: str, version: int, text: str) -> None:
    """The form's text, once."""
    if not any(form.digest == digest for form in forms(database)):
        FormText.insert(
            {FormText.hash: digest, FormText.key: key, FormText.version: version, FormText.toml: text}
        ).execute(database)


def years(database: Database, centre: int | None = None) -> list[Year]:
    """By centre, the newest period first."""
    query = _years()
    if centre is not None:
        query = query.where(Report.centre == centre)
    return list(_read(query.tuples().execute(database)))


def year(database: Database, report: int) -> Year | None:
    return next(_read(_years().where(Report.id == report).tuples().execute(database)), None)


def add_year(database: Database, centre: int, form: str, period: Period) -> int:
    values = {
        Report.centre: centre,
        Report.form: form,
        Report.period_kind: period.kind.value,
        Report.period_start: period.start.isoformat(),
        Report.period_end: period.end.isoformat(),
        Report.period_label: period.label,
        Report.revision: 0,
    }
    return int(Report.insert(values).execute(database))


def delete_year(database: Database, report: int) -> None:
    Report.delete().where(Report.id == report).execute(database)


def _years() -> ModelSelect[Report]:
    columns = (
        *(Report.id, Centre.id, Centre.code, Centre.name, FormText.hash, FormText.key, FormText.version),
        *(Report.period_kind, Report.period_start, Report.period_end, Report.period_label, Report.revision),
        Report.status,
    )
    by = (Centre.code, Report.period_start.desc(), Report.period_label, FormText.key)
    return Report.select(*columns).join(Centre).switch(Report).join(FormText).order_by(*by)


def _read(rows: Iterable[tuple[int, int, str, str, str, str, int, str, str, str, str, int, str]]) -> Iterator[Year]:
    for report, centre, code, name, digest, key, version, kind, start, end, label, revision, status in rows:
        with undamaged():
            period = Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), label)
            kept = Status(status)
        yield Year(report, CentreRow(centre, code, name), FormRow(digest, key, version), period, revision, kept)
