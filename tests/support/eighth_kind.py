"""An eighth kind of content, which the program does not know: classes by those they are for, three numbers each.

It is what any new kind is: two modules of one name (here one after the other, SCHEMA and CONTENT), a table and its
migration. Its sheet is the standard one. `registered` joins it to the program; the form of `form_text` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from peewee import CharField
from support.forms import OTHER, changed_text

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.kinds.registry import SCHEMAS
from tthtcd_tui.forms.kinds.schema import Schema
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Entry, FieldType, Form, Section
from tthtcd_tui.models import place_map
from tthtcd_tui.models.columns import number_column
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import Model
from tthtcd_tui.models.tables import of_report
from tthtcd_tui.report.kinds.kind import ContentKind, linked_at
from tthtcd_tui.report.kinds.registry import KINDS
from tthtcd_tui.report.outline import Align, Block, Column, Row, Runs, Table
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import ReportRow, RowRole, cells_of
from tthtcd_tui.text.numbers import format_number

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable
    from tthtcd_tui.report.writer import Writer

NAME: Final = "audiences"
AUDIENCE: Final = "audience"
COLUMNS: Final = ("sessions", "women", "minority")

# -- forms/kinds/audiences.py: its tables and keys in the TOML ---------------------------------------------------------


class Audience(NamedTuple):
    key: str
    section: str
    label: str
    required: bool


class Audiences(NamedTuple):
    audiences: tuple[Audience, ...]

    def entries(self) -> Iterator[Entry]:
        for each in self.audiences:
            yield Entry("audience", each.key, True, (f"{each.key}.sessions",))


def _parse(table: TomlTable, section: str) -> Audiences | None:
    found = []
    for row in table.tables("audience"):
        found.append(Audience(row.key(), section, row.text("label"), row.flag("required", True)))
        row.finish()
    return Audiences(tuple(found)) if found else None


SCHEMA: Final = Schema(NAME, _parse, records={AUDIENCE: dict.fromkeys(COLUMNS, FieldType.WHOLE)}, is_single=True)

# -- report/kinds/audiences.py: its rows, and how they print -----------------------------------------------------------


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    part = section.part(Audiences)
    for each in part.audiences if part else ():
        place = Place.of(AUDIENCE, each.key)
        cells = cells_of(place, each.label, form.records[AUDIENCE])
        needs = tuple(cell.place for cell in cells if cell.field.required)
        yield ReportRow(place, section.key, each.label, cells, each.required, needs, links=(f"{each.key}.sessions",))


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> list[Block]:
    """Đối tượng · Số buổi · Nữ · Dân tộc, and what they add up to."""
    fields = writer.form.records[AUDIENCE]
    columns = [Column((writer.words("Đối tượng"),), Align.LEFT, 40)]
    columns += [Column((writer.words(field.label),), Align.RIGHT, 20) for field in fields.values()]
    body = [
        Row(RowRole.BODY, ((writer.words(row.label, row.place),), *(writer.value(cell.place) for cell in row.cells)))
        for row in rows
    ]
    total = Row(RowRole.TOTAL, ((writer.words("Cộng"),), *(_sum(writer, rows, key) for key in fields)))
    return [Table(tuple(columns), (*body, total))]


def _sum(writer: Writer, rows: Sequence[ReportRow], key: str) -> Runs:
    answers = [writer.facts.answers.get(Place.of(row.place, key), UNANSWERED) for row in rows]
    numbers = [answer.number for answer in answers if isinstance(answer, Quantity)]
    return (writer.words(format_number(sum(numbers, Decimal(0)))),) if numbers else ()


CONTENT: Final = ContentKind(
    NAME,
    (AUDIENCE,),
    _rows,
    linked=lambda kind, _form, facts, row, name: linked_at(
        kind, facts, row, Place.of(row.place, name.partition(".")[2])
    ),
    blocks=_blocks,
    counted="đối tượng",
)

# -- models/tables.py, models/place_map.py, models/storage/migrations.py -----------------------------------------------


class AudienceClasses(Model):
    """The typed numbers of those classes were held for."""

    report = of_report()
    audience = CharField(max_length=64)
    sessions = number_column("sessions", whole=True)
    women = number_column("women", whole=True)
    minority = number_column("minority", whole=True)

    class Meta:
        table_name = "audience_classes"
        indexes: ClassVar = ((("report", "audience"), True),)


STORED: Final = place_map.ColumnMap(AudienceClasses, "audience", {key: key for key in COLUMNS})

_COUNT: Final = "{0} IS NULL OR {0} NOT GLOB '*[^0-9]*' OR {0} IN ('-', '--')"


def migration(database: Database) -> None:
    """What makes a database that holds such classes of one that does not."""
    columns = ", ".join(f'"{key}" VARCHAR(22) CHECK ({_COUNT.format(key)})' for key in COLUMNS)
    database.execute_sql(
        'CREATE TABLE "audience_classes" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        f' "audience" VARCHAR(64) NOT NULL, {columns},'
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE)'
    )
    database.execute_sql(
        'CREATE UNIQUE INDEX "audienceclasses_report_id_audience" ON "audience_classes" ("report_id", "audience")'
    )


@contextmanager
def registered() -> Iterator[None]:
    """The program with the eighth kind."""
    with SCHEMAS.adding(SCHEMA), KINDS.adding(CONTENT), place_map.storing(AUDIENCE, STORED):
        yield


# -- a form that asks for it -------------------------------------------------------------------------------------------

_SECTION: Final = """
[[section]]
key = "doi_tuong"
title = "Lớp theo đối tượng"
level = 2
prints = ["narrative", "audiences"]
paragraphs = ["Riêng phụ nữ có {phu_nu.sessions} buổi."]

[[section.audience]]
key = "phu_nu"
label = "Phụ nữ"

[[section.audience]]
key = "nguoi_cao_tuoi"
label = "Người cao tuổi"

[[section.audience]]
key = "thanh_nien"
label = "Thanh niên"
required = false

[record.audience.sessions]
label = "Số buổi"
required = true

[record.audience.women]
label = "Nữ"
required = true

[record.audience.minority]
label = "Dân tộc"
"""


def form_text() -> str:
    """The other form of the tests, with a section of the eighth kind at its end."""
    screens = 'sections = ["hieu_qua", "phuong_huong"]'
    return changed_text((screens, 'sections = ["hieu_qua", "phuong_huong", "doi_tuong"]'), path=OTHER) + _SECTION


def eighth_form() -> Form:
    return load(form_text(), "tam.toml")
