"""The tables, one a kind, so that plain SQL reads well; `columns` says how an answer is held.

Totals are not stored: they are computed. The models know no database: each query is told which (`store`), so that two
databases can be open at once.
"""

from __future__ import annotations

from typing import ClassVar

from tthtcd_tui.models.columns import LONGEST_TEXT, answer_column, date_column, number_column, one_of, qualifier_column
from tthtcd_tui.models.core_tables import LONGEST_CODE, LONGEST_NAME, AdminUnit, Centre, FormText, Report, Staff
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.storage.checks import AutoIncrementField, count_check, date_check
from tthtcd_tui.models.storage.orm import (
    AutoField,
    BigIntegerField,
    BlobField,
    CharField,
    Check,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def of_report() -> ForeignKeyField:
    """The foreign key to the report, with which the row is deleted. The table of each kind of content has one.

    Each table declares its own: Peewee copies inherited fields one by one, which a start would pay for.
    """
    return ForeignKeyField(Report, on_delete="CASCADE", index=False)


class Narrative(Model):
    """A section's own paragraphs."""

    report = of_report()
    section = CharField(max_length=64)
    text = answer_column("text")

    class Meta:
        table_name = "narrative"
        indexes = ((("report", "section"), True),)


class Figure(Model):
    """A figure: a number with its qualifier, or words."""

    report = of_report()
    key = CharField(max_length=64)
    number = number_column("number")
    qualifier = qualifier_column()
    text = answer_column("text")

    class Meta:
        table_name = "figure"
        indexes = ((("report", "key"), True),)
        constraints: ClassVar = [Check("number IS NULL OR text IS NULL")]


class BoardMember(Model):
    report = of_report()
    uid = CharField(max_length=64)
    role = answer_column("role")
    name = answer_column("name")
    duty = answer_column("duty")
    phone = answer_column("phone")
    training = answer_column("training")
    note = answer_column("note")
    order = number_column('"order"', whole=True)

    class Meta:
        table_name = "board_member"
        indexes = ((("report", "uid"), True),)


class ChecklistAnswer(Model):
    report = of_report()
    item = CharField(max_length=64)
    status = answer_column("status")
    statement = answer_column("statement")
    evidence = answer_column("evidence")

    class Meta:
        table_name = "checklist_answer"
        indexes = ((("report", "item"), True),)


class OwnItem(Model):
    """An item the centre added to a section."""

    report = of_report()
    uid = CharField(max_length=64)
    section = answer_column("section")
    label = answer_column("label")
    order = number_column('"order"', whole=True)
    status = answer_column("status")
    statement = answer_column("statement")
    evidence = answer_column("evidence")

    class Meta:
        table_name = "own_item"
        indexes = ((("report", "uid"), True),)


class ActivityResult(Model):
    """The typed numbers of a results row. Where there is none, the activity log's sum counts."""

    report = of_report()
    row = CharField(max_length=64)
    classes = number_column("classes", whole=True)
    participations = number_column("participations", whole=True)

    class Meta:
        table_name = "activity_result"
        indexes = ((("report", "row"), True),)


class ParticipationRating(Model):
    report = of_report()
    group = CharField(max_length=64)
    level = answer_column("level")
    contribution = number_column("contribution", whole=True)
    note = answer_column("note")

    class Meta:
        table_name = "participation_rating"
        indexes = ((("report", "group"), True),)


class EffectivenessIndicator(Model):
    report = of_report()
    key = CharField(max_length=64)
    number = number_column("number")
    qualifier = qualifier_column()
    value_text = answer_column("value_text")
    source = answer_column("source")
    comparison = answer_column("comparison")
    text = answer_column("text")

    class Meta:
        table_name = "effectiveness_indicator"
        indexes = ((("report", "key"), True),)
        constraints: ClassVar = [Check("number IS NULL OR value_text IS NULL")]


class CriterionScore(Model):
    """What a criterion was given: by the centre, by its superior, and why they differ."""

    report = of_report()
    criterion = CharField(max_length=64)
    own = number_column("own")
    superior = number_column("superior")
    difference = answer_column("difference")
    evidence = answer_column("evidence")

    class Meta:
        table_name = "criterion_score"
        indexes = ((("report", "criterion"), True),)


class GridCell(Model):
    """A cell of a table with columns of the form's own; `cell` is «line/column»."""

    report = of_report()
    cell = CharField(max_length=129)
    number = number_column("number")
    qualifier = qualifier_column()
    text = answer_column("text")

    class Meta:
        table_name = "grid_cell"
        indexes = ((("report", "cell"), True),)
        constraints: ClassVar = [Check("number IS NULL OR text IS NULL")]


class Evidence(Model):
    """A document of the register of evidence. `file` names one of the `EvidenceFile`s, and what it was called."""

    report = of_report()
    uid = CharField(max_length=64)
    code = answer_column("code")
    title = answer_column("title")
    symbol = answer_column("symbol")
    date = date_column("date")
    kept = answer_column("kept")
    address = answer_column("address")
    file = answer_column("file")
    order = number_column('"order"', whole=True)

    class Meta:
        table_name = "evidence"
        indexes = ((("report", "uid"), True),)


class Reason(Model):
    """Why a place that looks wrong is right (giải trình)."""

    report = of_report()
    target = CharField(max_length=330)
    text = answer_column("text")

    class Meta:
        table_name = "reason"
        indexes = ((("report", "target"), True),)


class CarriedOver(Model):
    """A place copied from the period named and not yet reviewed."""

    report = of_report()
    target = CharField(max_length=330)
    period = answer_column("period")

    class Meta:
        table_name = "carried_over"
        indexes = ((("report", "target"), True),)


class Activity(Model):
    """A row of the activity log. `search` is its text folded, because LIKE knows no Đ."""

    report = of_report()
    uid = CharField(max_length=64)
    date = CharField(max_length=10, constraints=[date_check("date", absent=False)])
    title = TextField(constraints=[Check(f"length(title) BETWEEN 1 AND {LONGEST_TEXT}")])
    category = CharField(max_length=64)
    classes = BigIntegerField(null=True, constraints=[count_check("classes")])
    participations = BigIntegerField(null=True, constraints=[count_check("participations")])
    place = TextField(default="")
    partner = TextField(default="")
    note = TextField(default="")
    search = TextField()

    class Meta:
        table_name = "activity"
        indexes = (
            (("report", "uid"), True),
            (("report", "date", "uid"), False),
            # Totals by category come from this index alone: it leads with the filter and carries the sums.
            (("report", "category", "classes", "participations"), False),
        )


class EvidenceFile(Model):
    """A file copied in as evidence, under its SHA-256: of whichever year, once. Never changed and never deleted."""

    hash = CharField(primary_key=True, max_length=64)
    data = BlobField()

    class Meta:
        table_name = "evidence_file"


class AuditChange(Model):
    """Who made which Change when, and which Change it takes back. Append-only; revisions have no gap."""

    report = of_report()
    id = AutoField()
    op_id = CharField(max_length=64, unique=True)
    revision = IntegerField(constraints=[count_check("revision")])
    user = TextField()
    at = CharField(max_length=27)
    """UTC, as 2021-06-05T07:00:00.000000Z: sorts as text, reads the same in every engine."""
    undoes = CharField(null=True, max_length=64)
    hash = BlobField(null=True)
    """The link of this change in its report's chain (`chain`)."""

    class Meta:
        table_name = "audit_change"
        indexes = (
            (("report", "revision"), True),
            # What one person did last, however much the others did. Unique: else the other serves the order better.
            (("report", "user", "revision"), True),
        )


class AuditEntry(Model):
    """What a Change did at one Place: the answers before and after, as JSON; NULL for unanswered.

    Of a Change of many places an `AuditBlock` holds them.
    """

    id = AutoField()
    change = ForeignKeyField(AuditChange, on_delete="CASCADE", backref="entries")
    report = ForeignKeyField(Report, on_delete="CASCADE", index=False)
    place = CharField(max_length=330)
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        table_name = "audit_entry"
        indexes = ((("report", "place"), False),)


class AuditBlock(Model):
    """What a Change did at many Places, packed (`audit_blocks`): a year that was read in takes a fifth of the room."""

    change = ForeignKeyField(AuditChange, primary_key=True, on_delete="CASCADE")
    report = ForeignKeyField(Report, on_delete="CASCADE")
    data = BlobField()

    class Meta:
        table_name = "audit_block"


class ReportVersion(Model):
    """A report as it was finalised: its files, byte for byte, each with its SHA-256, and the form they were made with.

    Never changed and never deleted: a year that has one cannot go.
    """

    id = AutoField()
    report = ForeignKeyField(Report, index=False)
    number = IntegerField(constraints=[count_check("number")])
    form = ForeignKeyField(FormText, column_name="form_hash")
    revision = IntegerField(constraints=[count_check("revision")])
    user = TextField()
    at = CharField(max_length=27)
    docx = BlobField()
    docx_sha256 = CharField(max_length=64)
    json = BlobField()
    json_sha256 = CharField(max_length=64)

    class Meta:
        table_name = "report_version"
        indexes = ((("report", "number"), True),)


class Submission(Model):
    """The manifest of a version that was handed in, as JSON: every number and choice that a roll-up adds up.

    Never changed and never deleted, like the version itself.
    """

    id = AutoField()
    report = ForeignKeyField(Report, index=False)
    version = IntegerField(constraints=[count_check("version")])
    manifest = TextField()

    class Meta:
        table_name = "submission"
        indexes = ((("report", "version"), True),)


class Presence(Model):
    """The place of a report that somebody is at: shown to the others, out of date in a minute, no part of the history.

    `place` is empty where they are at nothing in particular.
    """

    report = of_report()
    user = TextField()
    place = CharField(max_length=330)
    at = CharField(max_length=27)

    class Meta:
        table_name = "presence"
        indexes = ((("report", "user"), True),)


class StaffChange(Model):
    """Who put whom on the list of staff, changed them there or took them off, and when. Append-only.

    Before and after are NULL for one who was not on the list.
    """

    id = AutoField()
    user = TextField()
    at = CharField(max_length=27)
    login = CharField(max_length=64)
    name_before = TextField(null=True, constraints=[Check(f"length(name_before) BETWEEN 1 AND {LONGEST_NAME}")])
    role_before = CharField(null=True, max_length=16, constraints=[one_of("role_before", Role)])
    centre_before = ForeignKeyField(Centre, null=True, backref="+", index=False)
    name_after = TextField(null=True, constraints=[Check(f"length(name_after) BETWEEN 1 AND {LONGEST_NAME}")])
    role_after = CharField(null=True, max_length=16, constraints=[one_of("role_after", Role)])
    centre_after = ForeignKeyField(Centre, null=True, backref="+", index=False)
    reads_before = CharField(null=True, max_length=16, constraints=[one_of("reads_before", Reads)])
    reads_after = CharField(null=True, max_length=16, constraints=[one_of("reads_after", Reads)])
    unit_before = CharField(null=True, max_length=LONGEST_CODE)
    """By its code alone: a unit may go from the list, what was done stays."""
    unit_after = CharField(null=True, max_length=LONGEST_CODE)

    class Meta:
        table_name = "staff_change"
        constraints: ClassVar = [
            Check("(name_before IS NULL) = (role_before IS NULL) AND (name_after IS NULL) = (role_after IS NULL)"),
            Check("centre_before_id IS NULL OR role_before IS NOT NULL"),
            Check("centre_after_id IS NULL OR role_after IS NOT NULL"),
            Check("role_before IS NOT NULL OR role_after IS NOT NULL"),
        ]


class Person(Model):
    """Everybody who ever changed something or was on the list of staff, and the number that stands for them in the
    chains. `salt` makes their names unguessable once it is gone; an erased person has none.
    """

    number = AutoField()
    login = TextField(unique=True)
    salt = BlobField(null=True)

    class Meta:
        table_name = "person"


class LedgerEntry(Model):
    """What became of staff, centres, forms and years as a whole, one hash chain. Append-only.

    `digest` is of the row that it is about, as it stood from then on; `words` are what must outlive it, as JSON.
    """

    id = AutoIncrementField()
    at = CharField(max_length=27)
    user = TextField()
    kind = CharField(max_length=16)
    """A LedgerKind; not checked by the file, for there will be others."""
    subject = CharField(max_length=64)
    digest = BlobField(null=True)
    words = TextField(null=True)
    hash = BlobField()

    class Meta:
        table_name = "ledger"
        indexes = ((("kind", "subject"), False),)


TABLES: tuple[type[Model], ...] = (
    AdminUnit,
    Centre,
    Staff,
    FormText,
    Report,
    Narrative,
    Figure,
    BoardMember,
    ChecklistAnswer,
    OwnItem,
    ActivityResult,
    ParticipationRating,
    EffectivenessIndicator,
    CriterionScore,
    GridCell,
    Evidence,
    Reason,
    CarriedOver,
    Activity,
    EvidenceFile,
    AuditChange,
    AuditEntry,
    AuditBlock,
    ReportVersion,
    Submission,
    Presence,
    StaffChange,
    Person,
    LedgerEntry,
)
"""Every table, each after those it refers to."""
