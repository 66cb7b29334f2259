"""Centres, forms and years: made, renamed and deleted, each told to the ledger in the same transaction."""

from __future__ import annotations

import json
from datetime import datetime

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import forms, year
from tthtcd_tui.models.core_tables import Centre, FormText, Report, Staff
from tthtcd_tui.models.ledger import append, centre_digest, form_digest, year_digest
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import LedgerEntry, StaffChange
from tthtcd_tui.models.times import read_time
from tthtcd_tui.models.unit_list import tell_centre
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period


def add_centre(database: Database, user: str, code: str, name: str) -> int:
    values = {Centre.code: code, Centre.name: name, Centre.search: centre_search(code, name)}
    centre = int(Centre.insert(values).execute(database))
    append(database, user, LedgerKind.CENTRE, centre, centre_digest(code, name))
    return centre


def rename_centre(database: Database, user: str, centre: int, name: str) -> None:
    for (code,) in Centre.select(Centre.code).where(Centre.id == centre).tuples().execute(database):
        values = {Centre.name: name, Centre.search: centre_search(code, name)}
        Centre.update(values).where(Centre.id == centre).execute(database)
        tell_centre(database, user, centre)


def centre_search(code: str, name: str) -> str:
    """The folded text of a centre that the search in a list of centres looks in."""
    return fold(f"{name} {code}")


def remove_centre(database: Database, user: str, centre: int) -> None:
    """Remove a centre of which nothing is kept. Raises CannotEdit where something is."""
    years = Report.select().where(Report.centre == centre).count(database)
    if years:
        raise CannotEdit(f"Trung tâm này còn {years} báo cáo. Xóa từng báo cáo trước, rồi xóa trung tâm.")
    if Staff.select().where(Staff.centre == centre).exists(database):
        raise CannotEdit("Còn cán bộ được giao trung tâm này. Hãy đề nghị giám đốc giao lại trước, rồi xóa trung tâm.")
    told = (StaffChange.centre_before == centre) | (StaffChange.centre_after == centre)
    if StaffChange.select().where(told).exists(database):
        raise CannotEdit("Lịch sử danh sách cán bộ còn ghi trung tâm này, nên không xóa được.")
    from tthtcd_tui.models.centre_looks import forget  # few centres are ever removed
    from tthtcd_tui.models.succession import refuse_removal

    refuse_removal(database, user, centre)
    forget(database, user, centre)
    Centre.delete().where(Centre.id == centre).execute(database)
    append(database, user, LedgerKind.CENTRE, centre)


def keep_form(database: Database, user: str, form: Form) -> None:
    """Store the form's text, unless it is stored already."""
    if not any(kept.digest == form.digest for kept in forms(database)):
        FormText.insert(
            {
                FormText.hash: form.digest,
                FormText.key: form.key,
                FormText.version: form.version,
                FormText.toml: form.text,
            }
        ).execute(database)
        append(database, user, LedgerKind.FORM, form.digest, form_digest(form.digest, form.key, form.version))


def add_year(database: Database, user: str, centre: int, form: str, period: Period) -> int:
    values = {
        Report.centre: centre,
        Report.form: form,
        Report.period_kind: period.kind.value,
        Report.period_start: period.start.isoformat(),
        Report.period_end: period.end.isoformat(),
        Report.period_label: period.label,
        Report.revision: 0,
    }
    report_id = int(Report.insert(values).execute(database))
    _tell(database, user, report_id)
    return report_id


def move_year(database: Database, user: str, report_id: int, form: str) -> None:
    """Make another stored form the year's form."""
    Report.update({Report.form: form}).where(Report.id == report_id).execute(database)
    _tell(database, user, report_id)


def _tell(database: Database, user: str, report_id: int) -> None:
    """Tell the ledger whose year it is, and of what."""
    for centre, form, *period in year_heads(database, report_id):
        append(database, user, LedgerKind.YEAR, report_id, year_digest(centre, form, *period))


def year_heads(database: Database, report_id: int) -> list[tuple[int, str, str, str, str, str]]:
    """What of a year changes only with a ledger entry: centre, form, kind, start, end and label of its period."""
    columns = (Report.centre, Report.form, Report.period_kind, Report.period_start, Report.period_end)
    query = Report.select(*columns, Report.period_label).where(Report.id == report_id)
    return list(query.tuples().execute(database))


def delete_year(database: Database, user: str, report_id: int, why: str) -> None:
    """Delete a year. The ledger records who, when and why first; without that the database refuses."""
    gone = year(database, report_id)
    if gone is None:
        return
    words = {"centre": gone.centre.code, "period": gone.period.label, "revision": str(gone.revision), "why": why}
    append(database, user, LedgerKind.DELETED_YEAR, report_id, words=words)
    Report.delete().where(Report.id == report_id).execute(database)


class DeletedYear(NamedTuple):
    """A year that is gone: which, by whom, when and why."""

    centre: str
    period: str
    user: str
    at: datetime
    why: str


def deleted_years(database: Database) -> list[DeletedYear]:
    """The newest first."""
    columns = (LedgerEntry.words, LedgerEntry.user, LedgerEntry.at)
    query = LedgerEntry.select(*columns).where(LedgerEntry.kind == LedgerKind.DELETED_YEAR)
    with guard_decoding():
        found = [(json.loads(words), user, at) for words, user, at in query.tuples().execute(database)]
        years = [
            DeletedYear(tree["centre"], tree["period"], user, read_time(at), tree["why"]) for tree, user, at in found
        ]
    return years[::-1]
