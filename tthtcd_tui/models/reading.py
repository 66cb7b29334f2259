"""Rows → Facts: one report as one consistent snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.known import form_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.problem import FormProblem
from tthtcd_tui.models import heads
from tthtcd_tui.models.activities import all_activities, sums
from tthtcd_tui.models.database import DAMAGED, Database, all_rows, reading, undamaged
from tthtcd_tui.models.place_map import KINDS, QUALIFIER, Kind, place_of, slot_of
from tthtcd_tui.models.prepared import Prepared, given
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.stored import restored
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period, PeriodKind

_HEAD = Prepared(
    heads.Report.select(heads.Report.revision, heads.Report.form).where(heads.Report.id == given("report"))
)
"""Asked every second by everybody who has the report open."""


class Snapshot(NamedTuple):
    """A report as it was at `revision`. Its answers and the sums of its log belong together."""

    report: int
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
        self._pinned: dict[int, Form] = {}

    def snapshot(self, report: int) -> Snapshot:
        with reading(self._database):
            return self.read(report)

    def snapshot_with_log(self, report: int) -> tuple[Snapshot, ActivityLog]:
        """The snapshot and every row of its activity log, for an export."""
        with reading(self._database):
            snapshot = self.read(report)
            with undamaged():
                return snapshot, ActivityLog(tuple(all_activities(self._database, report)))

    def read(self, report: int) -> Snapshot:
        """As `snapshot`, inside a transaction of the caller's. Raises KeyError for a report that is not there."""
        row = (
            heads.Report.select(heads.Report, heads.Centre.code, heads.Centre.name)
            .join(heads.Centre)
            .where(heads.Report.id == report)
            .dicts()
            .execute(self._database)
        )
        found = next(iter(row), None)
        if found is None:
            raise KeyError(report)
        form = self._kept(found["form"])
        with undamaged():
            since = self._final_since(report) if Status(found["status"]) is Status.FINAL else None
            return Snapshot(report, form, self._facts(report, form, found), int(found["revision"]), since)

    def _final_since(self, report: int) -> datetime:
        from tthtcd_tui.models.versions import final_since  # most reports that are read are drafts

        return final_since(self._database, report)

    def _facts(self, report: int, form: Form, head: dict[str, Any]) -> Facts:
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
            answers={place: answer for place, answer in self._answers(report, form, head) if answer is not UNANSWERED},
            log=sums(self._database, report),
        )

    def revision(self, report: int) -> int:
        """The report's revision; raises KeyError for a report that is not there."""
        revision, _ = self._head(report)
        return revision

    def form_of(self, report: int) -> Form:
        """The form that `report` keeps, for good; raises KeyError for a report that is not there."""
        if report not in self._pinned:
            _, digest = self._head(report)
            self._pinned[report] = self._kept(digest)
        return self._pinned[report]

    def _kept(self, digest: str) -> Form:
        try:
            return self.form(digest)
        except KeyError:
            raise StoreProblem(DAMAGED) from None

    def _head(self, report: int) -> tuple[int, str]:
        """Its revision, and the hash of its form."""
        for revision, digest in _HEAD.rows(self._database, report=report):
            return int(revision), str(digest)
        raise KeyError(report)

    def form(self, digest: str) -> Form:
        """The form a report keeps, by the hash of its text."""
        if digest not in self._forms:
            query = heads.FormText.select(heads.FormText.key, heads.FormText.toml)
            rows = query.where(heads.FormText.hash == digest).tuples().execute(self._database)
            for key, toml in rows:
                self._forms[digest] = _loaded(str(toml), digest, f"{key}.toml")
        return self._forms[digest]

    def _answers(self, report: int, form: Form, head: dict[str, object]) -> Iterator[tuple[Place, Answer]]:
        for name, kind in KINDS.items():
            rows = [head] if not kind.key else self._rows(kind, report)
            for row in rows:
                for word in kind.columns:
                    place = place_of(name, str(row[kind.key]) if kind.key else "", word)
                    field = field_at(form, place)
                    if field is None:
                        continue
                    slot = slot_of(place, field)
                    qualifier = row[QUALIFIER] if slot.qualified else None
                    yield place, restored(field, _text(row[slot.column]), _text(qualifier))

    def _rows(self, kind: Kind, report: int) -> Iterator[dict[str, object]]:
        """What the report has in the table of `kind`, by column."""
        names = [name for name in kind.table._meta.fields if name not in ("id", "report")]
        for row in all_rows(self._database, kind.table, names, report):
            yield dict(zip(names, row, strict=True))


def _loaded(toml: str, digest: str, file: str) -> Form:
    if sha256(toml.encode()).hexdigest() != digest:
        raise StoreProblem(DAMAGED)
    try:
        return form_of(toml, file, digest)
    except FormProblem as problem:
        raise StoreProblem(
            "Phiên bản này của chương trình không đọc được biểu mẫu đã lưu trong tệp dữ liệu. Hãy báo quản trị viên:"
            f" {problem.message}"
        ) from problem


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
