"""A report opened, its audit replayed and held against what stands in its tables, its versions against their hashes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.activities import stored_search
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.reading import Reader
from tthtcd_tui.models.soundness.answers import NOTHING, Stored, columns_of, differing, label_of
from tthtcd_tui.models.soundness.flaw import Odd, Seen, pinned
from tthtcd_tui.models.soundness.history import Replayed
from tthtcd_tui.models.soundness.told import Ledger
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import Activity, ReportVersion
from tthtcd_tui.report.codec import parse_json
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import FORM, STATUS, VERSION, Status

_MOST: Final = 3
"""Places told by name."""


def report_flaws(database: Database, reader: Reader, report_id: int, ledger: Ledger) -> Iterator[Odd | str]:
    """What is wrong with one report; nothing for a sound one."""
    snapshot = reader.read(report_id)
    replayed = Replayed(database, report_id, ledger.numbers)
    stored = Stored(database, report_id, snapshot.form)
    yield from replayed.odds(snapshot.revision)
    yield from differing(stored, replayed)
    yield from _search_flaws(database, report_id)
    yield from _head_flaws(database, report_id, snapshot.form, replayed)
    yield from _version_flaws(database, ledger, stored, replayed, is_final=snapshot.status is Status.FINAL)


def _search_flaws(database: Database, report_id: int) -> Iterator[Odd]:
    columns = (Activity.uid, Activity.search, Activity.title, Activity.place, Activity.partner, Activity.note)
    for uid, search, *cells in Activity.select(*columns).where(Activity.report == report_id).tuples().execute(database):
        if stored_search(*cells) != search:
            words = f"chữ để tìm của hoạt động “{cells[0]}” không khớp hoạt động"
            yield pinned(words, Seen.SEARCH, f"{report_id}/{uid}", search, *cells)


def _head_flaws(database: Database, report_id: int, form: Form, replayed: Replayed) -> Iterator[Odd]:
    status = next(iter(Report.select(Report.status).where(Report.id == report_id).tuples().execute(database)))[0]
    told = replayed.answers.get(STATUS)
    if (status == Status.FINAL) != (told == f'"{Status.FINAL}"'):
        yield pinned("trạng thái chốt không khớp nhật ký sửa đổi", Seen.STATUS, report_id, status, told)
    moved, made_with = replayed.answers.get(FORM), f"{form.key}/{form.version}"
    if moved is not None and json.loads(moved) != made_with:
        yield pinned("biểu mẫu không khớp nhật ký sửa đổi", Seen.MADE_WITH, report_id, made_with, moved)


def _version_flaws(
    database: Database, ledger: Ledger, stored: Stored, replayed: Replayed, is_final: bool
) -> Iterator[Odd | str]:
    table, of = ReportVersion, stored.report_id
    columns = (table.number, table.docx, table.docx_sha256, table.json, table.json_sha256)
    last, kept_at, known = b"", 0, set()
    query = table.select(*columns).where(table.report == of).order_by(table.number)
    for number, docx, docx_sha256, kept, json_sha256 in query.tuples().execute(database):
        known.add(f"{of}/{number}")
        if (sha256(docx).hexdigest(), sha256(kept).hexdigest()) != (docx_sha256, json_sha256):
            yield f"tệp của bản chốt số {number} không còn như khi chốt"
        last, kept_at = bytes(kept), number
    gone = {each for each in ledger.subjects(LedgerKind.VERSION) - known if each.startswith(f"{of}/")}
    accepted = [each for each in gone if (told := ledger.of(LedgerKind.VERSION, each)) and told.digest is None]
    told_count = replayed.answers.get(VERSION)
    if (int(json.loads(told_count)) if told_count else 0) != len(known) + len(accepted):
        seen = len(known), len(accepted), told_count
        yield pinned("số bản chốt không khớp nhật ký sửa đổi", Seen.VERSIONS, of, *seen)
    if is_final and last:
        yield from _kept_flaws(last, kept_at, stored)


def _kept_flaws(kept: bytes, number: int, stored: Stored) -> Iterator[Odd | str]:
    """A final report says what its newest version says."""
    try:
        tree = parse_json(kept, is_ours=True)
        answers, activities = tree["answers"], {each["uid"]: each for each in tree["activities"]}
    except (CodecProblem, LookupError, TypeError):
        yield "không đọc được tệp JSON của bản chốt mới nhất"
        return
    shown = {place: stored.answers.get(place, NOTHING) for place in answers}
    other = [place for place, value in answers.items() if columns_of(value) != shown[place]]
    log = {activity.uid: json.loads(text) for activity, text in stored.activities}
    if other or activities != log:
        labels = ", ".join(label_of(stored.form, Place(place)) for place in other[:_MOST])
        where = f" ({labels})" if labels else ""
        words = f"nội dung đã chốt không khớp tệp JSON của bản chốt mới nhất{where}"
        cells = (cell for place in other for cell in (place, *shown[place]))
        of = f"{stored.report_id}/{number}"
        yield pinned(words, Seen.KEPT, of, sha256(kept).digest(), *cells, *(text for _, text in stored.activities))
