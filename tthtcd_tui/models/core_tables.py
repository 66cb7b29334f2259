"""The tables at the head of everything: centres, who works there, the forms they use, and their years.

Apart from the others (`tables`), because a list of years is asked for often and needs no more.
"""

from __future__ import annotations

from typing import ClassVar, Final

from tthtcd_tui.models.columns import answer_column, date_column, one_of
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.storage.checks import AutoIncrementField, count_check, date_check
from tthtcd_tui.models.storage.orm import (
    SQL,
    AutoField,
    CharField,
    Check,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.text.periods import PeriodKind

LONGEST_NAME: Final = 200
"""Letters of a person's name, or a unit's."""
LONGEST_CODE: Final = 64
"""Letters of a unit's code."""


class AdminUnit(Model):
    """An administrative unit, commune to ministry. Only the list as a whole is ever replaced."""

    code = CharField(max_length=LONGEST_CODE, primary_key=True)
    name = TextField(constraints=[Check(f"length(name) BETWEEN 1 AND {LONGEST_NAME}")])
    kind = CharField(max_length=16, constraints=[one_of("kind", UnitKind)])
    parent = ForeignKeyField("self", null=True, column_name="parent", deferrable="INITIALLY DEFERRED", backref="+")
    """The unit above; nothing for the topmost. Asked at the end of a transaction: a list comes in any order."""

    class Meta:
        table_name = "unit"


class Centre(Model):
    """A community learning centre, and the commune that it belongs to, if that is known: one a commune."""

    id = AutoField()
    code = CharField(max_length=64, unique=True)
    name = TextField()
    search = TextField(constraints=[SQL("DEFAULT ''")])
    """Name and code folded (`catalogue_edits.centre_search`): of a province's thousand centres SQL finds the one."""
    # A column that a table already filled can be given: its reference stands with it.
    unit = CharField(max_length=LONGEST_CODE, null=True, unique=True, constraints=[SQL('REFERENCES "unit" ("code")')])

    class Meta:
        table_name = "centre"
        depends_on = (AdminUnit,)


class Staff(Model):
    """Somebody who may open the database, and what they may do: at one centre, or without one at all of them; a
    supervisor at all below a unit.

    While there is nobody, whoever can open the file may write in it.
    """

    login = CharField(max_length=64, primary_key=True)
    name = TextField(constraints=[Check(f"length(name) BETWEEN 1 AND {LONGEST_NAME}")])
    centre = ForeignKeyField(Centre, null=True, backref="staff")
    role = CharField(max_length=16, constraints=[one_of("role", Role)])
    reads = CharField(max_length=16, constraints=[SQL(f"DEFAULT '{Reads.OWN}'"), one_of("reads", Reads)])
    unit = ForeignKeyField(AdminUnit, null=True, column_name="unit", backref="+")

    class Meta:
        table_name = "staff"
        constraints: ClassVar = [
            Check(f"(role = '{Role.SUPERVISOR}') = (unit IS NOT NULL)"),
            Check("unit IS NULL OR centre_id IS NULL"),
        ]


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

    id = AutoIncrementField()
    centre = ForeignKeyField(Centre, backref="reports")
    form = ForeignKeyField(FormText, backref="reports", column_name="form_hash")
    period_kind = CharField(max_length=16, constraints=[one_of("period_kind", PeriodKind)])
    period_start = CharField(max_length=10, constraints=[date_check("period_start", absent=False)])
    period_end = CharField(max_length=10, constraints=[date_check("period_end", absent=False)])
    period_label = CharField(max_length=40)
    revision = IntegerField(constraints=[SQL("DEFAULT 0"), count_check("revision")])
    superior = answer_column("superior")
    issuer = answer_column("issuer")
    locality = answer_column("locality")
    symbol = answer_column("symbol")
    number = answer_column("number")
    place = answer_column("place")
    date = date_column("date")
    addressees = answer_column("addressees")
    legal_basis = answer_column("legal_basis")
    opening = answer_column("opening")
    closing = answer_column("closing")
    recipients = answer_column("recipients")
    authority = answer_column("authority")
    position = answer_column("position")
    signer = answer_column("signer")
    status = CharField(max_length=16, constraints=[SQL(f"DEFAULT '{Status.DRAFT}'"), one_of("status", Status)])
    appendices = answer_column("appendices")

    class Meta:
        table_name = "report"
        indexes = (
            (("centre", "form", "period_label"), True),
            # Of a province's reports the newest, and the periods there are, without reading them all.
            (("period_end",), False),
            (("period_label",), False),
        )
        constraints: ClassVar = [Check("period_start <= period_end")]
