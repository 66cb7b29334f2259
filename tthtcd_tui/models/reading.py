"""Rows → Facts: one report as one consistent snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from tthtcd_tui.errors import Damaged, FormProblem, ReportGone, StoreProblem
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.known import form_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models import core_tables
from tthtcd_tui.models.activities import all_activities, sums
from tthtcd_tui.models.place_map import KINDS, QUALIFIER, ColumnMap, place_of, slot_of
from tthtcd_tui.models.storage.engine import Database, all_rows, guard_decoding, reading
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.models.value_codec import restored
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period, PeriodKind

_HEAD = PreparedQuery(
    core_tables.Report.select(core_tables.Report.revision, core_tables.Report.form).where(
        core_tables.Report.id == given("report")
    )
)
"""Asked every second by everybody who has the report open."""


class Snapshot(NamedTuple):
    """A report as it was at `revision`. Its answers and the sums of its log belong together."""

    report_id: int
    form: Form
    facts: Facts
    revision: int
    final_since: datetime | None = None
    """When it was finalised; None while it is a draft."""

    @property
    def status(self) -> Status:
        return Status.DRAFT if self.final_since is None else Status.FINAL


class Reader:
    """Reads reports; remembers the forms it has made, for a form's text never changes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._forms: dict[str, Form] = {}

    def snapshot(self, report_id: int) -> Snapshot:
        with reading(self._database):
            return self.read(report_id)

    def snapshot_with_log(self, report_id: int) -> tuple[Snapshot, ActivityLog]:
        """The snapshot and every row of its activity log, for an export."""
        with reading(self._database):
            snapshot = self.read(report_id)
            with guard_decoding():
                return snapshot, ActivityLog(tuple(all_activities(self._database, report_id)))

    def read(self, report_id: int) -> Snapshot:
        """As `snapshot`, inside a transaction of the caller's. Raises ReportGone."""
        row = (
            core_tables.Report.select(core_tables.Report, core_tables.Centre.code, core_tables.Centre.name)
            .join(core_tables.Centre)
            .where(core_tables.Report.id == report_id)
            .dicts()
            .execute(self._database)
        )
        found = next(iter(row), None)
        if found is None:
            raise ReportGone(report_id)
        form = self.kept(found["form"])
        with guard_decoding():
            since = self._final_since(report_id) if Status(found["status"]) is Status.FINAL else None
            own, facts = in_its_words(form, self._facts(report_id, form, found))
            return Snapshot(report_id, own, facts, int(found["revision"]), since)

    def _final_since(self, report_id: int) -> datetime:
        from tthtcd_tui.models.versions import final_since  # most reports that are read are drafts

        return final_since(self._database, report_id)

    def _facts(self, report_id: int, form: Form, head: dict[str, Any]) -> Facts:
        return Facts(
            centre=Centre(head["code"], head["name"]),
            form=form.key,
            form_version=form.version,
            period=Period(
                PeriodKind(head["period_kind"]),
                date.fromisoformat(head["period_start"]),
                date.fromisoformat(head["period_end"]),
                head["period_label"],
            ),
            answers={
                place: answer for place, answer in self._answers(report_id, form, head) if answer is not UNANSWERED
            },
            log=sums(self._database, report_id),
        )

    def revision(self, report_id: int) -> int:
        """The report's revision. Raises ReportGone."""
        revision, _ = self._head(report_id)
        return revision

    def form_of(self, report_id: int) -> Form:
        """The form of the report, in its present version. Raises ReportGone."""
        _, digest = self._head(report_id)
        return self.kept(digest)

    def kept(self, digest: str) -> Form:
        """As `form`, for the form of a year that exists: raises Damaged where its text is missing."""
        try:
            return self.form(digest)
        except KeyError:
            raise Damaged from None

    def _head(self, report_id: int) -> tuple[int, str]:
        """Its revision, and the hash of its form."""
        for revision, digest in _HEAD.rows(self._database, report=report_id):
            return int(revision), str(digest)
        raise ReportGone(report_id)

    def form(self, digest: str) -> Form:
        """The form whose text has that hash, parsed once. Raises KeyError where it is not stored."""
        if digest not in self._forms:
            query = core_tables.FormText.select(core_tables.FormText.key, core_tables.FormText.toml)
            rows = query.where(core_tables.FormText.hash == digest).tuples().execute(self._database)
            for key, toml in rows:
                self._forms[digest] = _loaded(str(toml), digest, f"{key}.toml")
        return self._forms[digest]

    def _answers(self, report_id: int, form: Form, head: dict[str, object]) -> Iterator[tuple[Place, Answer]]:
        for name, kind in KINDS.items():
            rows = [head] if not kind.key else self._rows(kind, report_id)
            for row in rows:
                for word in kind.columns:
                    place = place_of(name, str(row[kind.key]) if kind.key else "", word)
                    field = field_at(form, place)
                    if field is None:
                        continue
                    slot = slot_of(place, field)
                    qualifier = row[QUALIFIER] if slot.qualified else None
                    yield place, restored(field, _text(row[slot.column]), _text(qualifier))

    def _rows(self, kind: ColumnMap, report_id: int) -> Iterator[dict[str, object]]:
        """What the report has in the table of `kind`, by column."""
        names = [name for name in kind.table._meta.fields if name not in ("id", "report")]
        for row in all_rows(self._database, kind.table, names, report_id):
            yield dict(zip(names, row, strict=True))


def _loaded(toml: str, digest: str, file: str) -> Form:
    if sha256(toml.encode()).hexdigest() != digest:
        raise Damaged
    try:
        return form_of(toml, file, digest)
    except FormProblem as problem:
        raise StoreProblem(
            "Phiên bản này của chương trình không đọc được biểu mẫu đã lưu trong tệp dữ liệu. Hãy báo quản trị viên:"
            f" {problem.message}"
        ) from problem


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
