"""The tables, one a kind, so that plain SQL reads well.

An answer's column is NULL while it is unanswered, «-» for «không có», «--» for «không áp dụng»; a list's lines are
separated by a line break; a choice is its option's key. What a column holds is checked here as well as when it is
typed, because SQLite would take 'abc' for a date. Totals are not stored: they are computed.

The models know no database: each query is told which (`store`), so that two databases can be open at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    CharField,
    Check,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    Node,
    TextField,
)

from tthtcd_tui.models.database import LastingNumber, count_check, date_check, number_check
from tthtcd_tui.text.periods import PeriodKind
from tthtcd_tui.text.qualifiers import Qualifier

LONGEST_TEXT = 2_000_000


def _answer(column: str) -> Field:
    """Words, a choice's key, or lines."""
    return TextField(null=True, constraints=[Check(f"length({column}) BETWEEN 1 AND {LONGEST_TEXT}")])


def _number(column: str, whole: bool = False) -> Field:
    return CharField(null=True, max_length=22, constraints=[number_check(column, whole)])


def _qualifier() -> Field:
    return CharField(null=True, max_length=16, constraints=[_one_of("qualifier", Qualifier)])


def _one_of(column: str, words: Iterable[str]) -> Node:
    """One of our own words, which hold no quotation mark."""
    quoted = ", ".join(f"'{word}'" for word in words)
    return Check(f"{column} IN ({quoted})")


def _date(column: str) -> Field:
    return CharField(null=True, max_length=10, constraints=[date_check(column)])


class Centre(Model):
    """A community learning centre."""

    id = AutoField()
    code = CharField(max_length=64, unique=True)
    name = TextField()

    class Meta:
        table_name = "centre"


class FormText(Model):
    """A form as it was when first used, by the SHA-256 of its text: a report keeps the form it was made with."""

    hash = CharField(max_length=64, primary_key=True)
    key = CharField(max_length=64)
    version = IntegerField(constraints=[count_check("version")])
    toml = TextField()

    class Meta:
        table_name = "form_text"


class Report(Model):
    """One year of one centre, with the names that year owns. `revision` counts its saved Changes.

    Its number is not given again when it is deleted: a colleague who has it open must not write into another year.
    """

    id = LastingNumber()
    centre = ForeignKeyField(Centre, backref="reports")
    form = ForeignKeyField(FormText, backref="reports", column_name="form_hash")
    period_kind = CharField(max_length=16, constraints=[_one_of("period_kind", PeriodKind)])
    period_start = CharField(max_length=10, constraints=[date_check("period_start", absent=False)])
    period_end = CharField(max_length=10, constraints=[date_check("period_end", absent=False)])
    period_label = CharField(max_length=40)
    revision = IntegerField(constraints=[SQL("DEFAULT 0"), count_check("revision")])
    superior = _answer("superior")
    issuer = _answer("issuer")
    locality = _answer("locality")
    symbol = _answer("symbol")
    number = _answer("number")
    place = _answer("place")
    date = _date("date")
    addressees = _answer("addressees")
    legal_basis = _answer("legal_basis")
    opening = _answer("opening")
    closing = _answer("closing")
    recipients = _answer("recipients")
    authority = _answer("authority")
    position = _answer("position")
    signer = _answer("signer")

    class Meta:
        table_name = "report"
        indexes = ((("centre", "form", "period_label"), True),)
        constraints: ClassVar = [Check("period_start <= period_end")]


class _OfReport(Model):
    """A row of one report; it goes with it."""

    report = ForeignKeyField(Report, on_delete="CASCADE", index=False)


class Narrative(_OfReport):
    """A section's own paragraphs."""

    section = CharField(max_length=64)
    text = _answer("text")

    class Meta:
        table_name = "narrative"
        indexes = ((("report", "section"), True),)


class Figure(_OfReport):
    """A figure: a number with its qualifier, or words."""

    key = CharField(max_length=64)
    number = _number("number")
    qualifier = _qualifier()
    text = _answer("text")

    class Meta:
        table_name = "figure"
        indexes = ((("report", "key"), True),)
        constraints: ClassVar = [Check("number IS NULL OR text IS NULL")]


class BoardMember(_OfReport):
    uid = CharField(max_length=64)
    role = _answer("role")
    name = _answer("name")
    duty = _answer("duty")
    phone = _answer("phone")
    training = _answer("training")
    note = _answer("note")
    order = _number('"order"', whole=True)

    class Meta:
        table_name = "board_member"
        indexes = ((("report", "uid"), True),)


class ChecklistAnswer(_OfReport):
    item = CharField(max_length=64)
    status = _answer("status")
    statement = _answer("statement")
    evidence = _answer("evidence")

    class Meta:
        table_name = "checklist_answer"
        indexes = ((("report", "item"), True),)


class OwnItem(_OfReport):
    """An item the centre added to a section."""

    uid = CharField(max_length=64)
    section = _answer("section")
    label = _answer("label")
    order = _number('"order"', whole=True)
    status = _answer("status")
    statement = _answer("statement")
    evidence = _answer("evidence")

    class Meta:
        table_name = "own_item"
        indexes = ((("report", "uid"), True),)


class ActivityResult(_OfReport):
    """The typed numbers of a results row. Where there is none, the activity log's sum counts."""

    row = CharField(max_length=64)
    classes = _number("classes", whole=True)
    participations = _number("participations", whole=True)

    class Meta:
        table_name = "activity_result"
        indexes = ((("report", "row"), True),)


class ParticipationRating(_OfReport):
    group = CharField(max_length=64)
    level = _answer("level")
    contribution = _number("contribution", whole=True)
    note = _answer("note")

    class Meta:
        table_name = "participation_rating"
        indexes = ((("report", "group"), True),)


class EffectivenessIndicator(_OfReport):
    key = CharField(max_length=64)
    number = _number("number")
    qualifier = _qualifier()
    value_text = _answer("value_text")
    source = _answer("source")
    comparison = _answer("comparison")
    text = _answer("text")

    class Meta:
        table_name = "effectiveness_indicator"
        indexes = ((("report", "key"), True),)
        constraints: ClassVar = [Check("number IS NULL OR value_text IS NULL")]


class Reason(_OfReport):
    """Why a place that looks wrong is right (giải trình)."""

    target = CharField(max_length=330)
    text = _answer("text")

    class Meta:
        table_name = "reason"
        indexes = ((("report", "target"), True),)


class CarriedOver(_OfReport):
    """A place copied from the period named and not yet reviewed."""

    target = CharField(max_length=330)
    period = _answer("period")

    class Meta:
        table_name = "carried_over"
        indexes = ((("report", "target"), True),)


class Activity(_OfReport):
    """A row of the activity log. `search` is its text folded, because LIKE knows no Đ."""

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


class AuditChange(_OfReport):
    """Who made which Change when, and which Change it takes back. Append-only; revisions have no gap."""

    id = AutoField()
    op_id = CharField(max_length=64, unique=True)
    revision = IntegerField(constraints=[count_check("revision")])
    user = TextField()
    at = CharField(max_length=27)
    """UTC, as 2021-06-05T07:00:00.000000Z: sorts as text, reads the same in every engine."""
    undoes = CharField(null=True, max_length=64)

    class Meta:
        table_name = "audit_change"
        indexes = ((("report", "revision"), True),)


class AuditEntry(Model):
    """What a Change did at one Place: the answers before and after, as JSON; NULL for unanswered."""

    id = AutoField()
    change = ForeignKeyField(AuditChange, on_delete="CASCADE", backref="entries")
    report = ForeignKeyField(Report, on_delete="CASCADE", index=False)
    place = CharField(max_length=330)
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        table_name = "audit_entry"
        indexes = ((("report", "place"), False),)


TABLES: tuple[type[Model], ...] = (
    Centre,
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
    Reason,
    CarriedOver,
    Activity,
    AuditChange,
    AuditEntry,
)
"""Every table, each after those it refers to."""
