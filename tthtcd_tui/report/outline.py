"""Outline: the report as finished text, block after block, before anyone has chosen a font or a screen.

Screen, DOCX and plain text each render the same Outline, so they cannot disagree about what the report says. Every run
of text knows the Place it came from, so a preview can jump from a gap to the cell that fills it. The set of blocks is
closed: a renderer matches on all of them and a type checker finds the one it forgot. A new block needs two renderers
that want it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TypeAlias, assert_never

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import RowRole


class RunKind(Enum):
    TEXT = auto()
    """Words as they were written, by the form or by the centre."""
    VALUE = auto()
    """A figure, name or result filled in from its Place."""
    GAP = auto()
    """Something still to be filled in: «[Chưa nhập: …]», or the blank a draft leaves for number, date and signer."""


class Run(NamedTuple):
    """A finished piece of one line. `text` holds no line break."""

    text: str
    place: Place | None = None
    kind: RunKind = RunKind.TEXT


Runs: TypeAlias = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The text of `runs` with nothing else."""
    return "".join(run.text for run in runs)


class Letterhead(NamedTuple):
    """The two columns at the top (Decree 30/2020 App. I, II.1-4). Organisation names already in capitals."""

    superior: Runs
    """The body above the issuer; empty where there is none."""
    issuer: Runs
    number: Runs
    """«Số: 05/BC-TTHTCĐ»."""
    nation: str
    motto: str
    place_and_date: Runs
    """«Mạo Khê, ngày 05 tháng 6 năm 2021»."""


class Title(NamedTuple):
    """The document's type in capitals, and its abstract (trích yếu) below (App. I, II.5)."""

    kind: Runs
    abstract: Runs


class Addressees(NamedTuple):
    """«Kính gửi:» and the bodies addressed (App. I, II.9).

    One body stands on the same line, without a stop; of two or more each has its own line, its dash and its stop.
    """

    label: str
    bodies: tuple[Runs, ...]


class LegalBasis(NamedTuple):
    """The «Căn cứ …;» lines, set in italics, each with its stop (App. I, II.6)."""

    lines: tuple[Runs, ...]


class Heading(NamedTuple):
    """A part (level 1), a section (2) or one in that (3). `label` is its number as printed, «I.», «1.», «a)»."""

    level: int
    numbering: Numbering
    label: str
    text: Runs
    """In capitals already where it is printed so (`numbering.is_in_capitals`)."""
    section: str
    """The form's key of the section, to jump to."""


class Paragraph(NamedTuple):
    """Running text. A typed marker, «a) », is its first run."""

    runs: Runs


class KeyValue(NamedTuple):
    label: Runs
    value: Runs


class KeyValues(NamedTuple):
    """«- Label: value;» lines: the board, the ratings. Dashes and stops are part of the runs."""

    items: tuple[KeyValue, ...]


class BulletList(NamedTuple):
    """«- …;» lines. Dashes and stops are part of the runs."""

    items: tuple[Runs, ...]


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Column(NamedTuple):
    title: Runs
    align: Align
    share: int
    """Its part of the table's width, in per cent; the shares of a table add up to 100."""


class Row(NamedTuple):
    role: RowRole
    cells: tuple[Runs, ...]
    """One a column; an empty tuple of runs is an empty cell."""


class Table(NamedTuple):
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Series(NamedTuple):
    """The values drawn in one colour: one for each category, or None."""

    name: str
    values: tuple[Decimal | None, ...]


class Chart(NamedTuple):
    """Bars side by side, with their title; a person can edit the numbers behind it."""

    number: int
    """Among the charts of the report, from 1."""
    text: Runs
    """Its title."""
    told: str
    """The alternative text."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]


class Signature(NamedTuple):
    """Others who sign beside the report's signer, all in one capacity: the secretary, the members."""

    capacity: Runs
    """In capitals."""
    names: tuple[Runs, ...]
    """At least one."""


class SignOff(NamedTuple):
    """Nơi nhận on the left, authority, position and name on the right (App. I, II.7 and II.9).

    With others who sign, as in minutes, Nơi nhận stands below all of them (App. III, 1.9): see `signing`.
    """

    label: str
    recipients: tuple[Runs, ...]
    """Each with its dash and stop."""
    capacity: tuple[Runs, ...]
    """One or two lines in capitals: «GIÁM ĐỐC», or «KT. GIÁM ĐỐC» above «PHÓ GIÁM ĐỐC»."""
    signer: Runs
    beside: tuple[Signature, ...] = ()


class AppendixHead(NamedTuple):
    """Where an appendix begins: a page and a section of its own, up to the next one (App. I, III.1)."""

    label: Runs
    """«Phụ lục», of several «Phụ lục II»."""
    title: Runs
    """Already in capitals."""
    reference: Runs
    """«(Kèm theo Báo cáo số … ngày … tháng … năm … của …)»: this document's own number, date and issuer."""
    is_wide: bool
    """Whether its pages are turned on their side."""


Block: TypeAlias = (
    Letterhead
    | Title
    | Addressees
    | LegalBasis
    | Heading
    | Paragraph
    | KeyValues
    | BulletList
    | Table
    | Chart
    | SignOff
    | AppendixHead
)


def lines_of(block: Block) -> list[Runs]:
    """The lines of a block with their places, a table's cell by cell; without the words that come from no place."""
    match block:
        case Letterhead():
            return [block.superior, block.issuer, block.number, block.place_and_date]
        case Title():
            return [block.kind, block.abstract]
        case Addressees():
            return list(block.bodies)
        case LegalBasis():
            return list(block.lines)
        case Heading() | Chart():
            return [block.text]
        case Paragraph():
            return [block.runs]
        case KeyValues():
            return [(*item.label, *item.value) for item in block.items]
        case BulletList():
            return list(block.items)
        case Table():
            return [column.title for column in block.columns] + [cell for row in block.rows for cell in row.cells]
        case SignOff():
            others = (line for each in block.beside for line in (each.capacity, *each.names))
            return [*block.recipients, *block.capacity, block.signer, *others]
        case AppendixHead():
            return [block.label, block.title, block.reference]
        case _:
            assert_never(block)


class Outline(NamedTuple):
    blocks: tuple[Block, ...]
    title: str
    """The document's title in one line, for a file's properties."""
    author: str
    """The issuing body, for a file's properties."""
    dated: date
    """The date of issue, else the period's last day: the only date in a file's properties."""
    draft: bool
    """Whether it is to be marked «DỰ THẢO»."""
