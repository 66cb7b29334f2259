"""Rows and cells: the structure of a report, independent of how it is shown or printed."""

from __future__ import annotations

from collections.abc import Container, Mapping
from enum import Enum, auto
from typing import Protocol

from tthtcd_tui.forms.clauses import Paragraph
from tthtcd_tui.forms.model import Field
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place


class ReportCell(NamedTuple):
    """One thing to fill in."""

    place: Place
    field: Field
    label: str
    """What it is called on its own: «Giáo dục pháp luật: Số lớp»."""
    is_carried: bool = False
    """Whether a new year begins with last year's answer."""
    begins: str | tuple[Paragraph, ...] = ""
    """The default answer of a new year otherwise: as it would be typed, or paragraphs."""
    hint: str = ""
    """The form's hint for this cell, beside that of its field."""

    @property
    def key(self) -> str:
        """The last part of its Place."""
        return self.place.rpartition("/")[2]


def cells_of(
    row: Place, label: str, fields: Mapping[str, Field], carried: Container[str] = (), hints: Mapping[str, str] = {}
) -> tuple[ReportCell, ...]:
    """A cell for each of the fields of a row, called after both: «Giáo dục pháp luật: Số lớp»."""
    return tuple(
        ReportCell(
            Place.of(row, key),
            field,
            label if field.label == label else f"{label}: {field.label}",
            is_carried=key in carried,
            hint=hints.get(key, ""),
        )
        for key, field in fields.items()
    )


class RowRole(Enum):
    BODY = auto()
    GROUP = auto()
    """A heading inside a table, without cells; the SUB rows after it belong to it."""
    SUB = auto()
    TOTAL = auto()
    """Computed, never typed."""


class ReportRow(NamedTuple):
    """A unit of a report: a figure, an item, a row of a table, a member of the board."""

    place: Place
    section: str
    """The form's key of the section; nothing for the report's own details."""
    label: str
    cells: tuple[ReportCell, ...] = ()
    is_required: bool = False
    """Whether it counts towards the completeness of a report."""
    needs: tuple[Place, ...] = ()
    """The places that must be answered for it to be done."""
    role: RowRole = RowRole.BODY
    marker: str = ""
    """What stands before it in a table: 1, 2, a, b."""
    unit: str = ""
    """Of a computed value; a typed one has its field's."""
    computed: str = ""
    """The name of the link that gives its value, or nothing."""
    links: tuple[str, ...] = ()
    """The names by which a text may link to it."""
    advice: str = ""
    """What to do, in Vietnamese, where what is missing is none of its cells."""
    printed_label: str = ""
    """What it is called in print, where that is not its label."""
    reads: tuple[Place, ...] = ()
    """The places that the value of a computed row depends on."""
    is_named_by_centre: bool = False
    """Whether its label is the centre's own words."""

    @property
    def in_print(self) -> str:
        """Its label as it prints."""
        return self.printed_label or self.label

    def cell(self, key: str) -> ReportCell | None:
        """Its cell called so."""
        end = f"/{key}"
        for cell in self.cells:
            if cell.place.endswith(end):
                return cell
        return None


class RecordKind(NamedTuple):
    """Rows that people add to a report: members of the board, items of the centre's own, activities."""

    label: str
    """What one is called: «Thành viên Ban Giám đốc»."""
    carried: frozenset[str] | None = frozenset()
    """Which of its cells a new year begins with, each record marked as a whole; None for all."""
    is_row: bool = True
    """Whether it is a row of the report. Activities are not: they are in the log, and the report has their sums."""


class Linked(NamedTuple):
    """A link's target. `text` is None while the place is unanswered."""

    place: Place | None
    label: str
    text: str | None

    @property
    def shown(self) -> str:
        """The words printed for the link."""
        return f"[Chưa nhập: {self.label}]" if self.text is None else self.text


class Lookup(Protocol):
    """What a text is checked against: the cells, labels and links of its report."""

    def cell_at(self, place: Place) -> ReportCell | None: ...

    def label_at(self, place: Place) -> str: ...

    def linked(self, name: str) -> Linked | None: ...
