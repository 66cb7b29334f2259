"""The results table of a form, as a pasted block is held against it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.model import Field, Form, SectionPart
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.imports.blocks.headings import field_named
from tthtcd_tui.imports.blocks.words import Labels, split_marker
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.fold import fold

_TOTAL: Final = re.compile(
    r"(?:(?:tong|cong)(?: (?:cong|so|chung|tong))*|luy ke)"
    r"(?: (?:(?:trong |ca )?(?:dot|q[uy]y|qui|thang|hoc k[iy]|k[iy]|nam|nam hoc|trang|phan|muc)"
    r"|mang sang|chuyen sang)(?: [ivx]{1,4})?)?|total|ts"
)


def is_total(text: str, *labels: str) -> bool:
    """Whether a label says that its row adds up the others: «TỔNG», «Cộng», «Tổng cộng:», «Tổng số»."""
    words = " ".join(re.findall("[a-z]+", fold(re.sub(r"\(.*?\)", " ", text))))
    return bool(_TOTAL.fullmatch(words)) or words in map(fold, labels)


class Table:
    """The results table of a form: its rows in order, its columns, its words."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.fields: Mapping[str, Field] = form.records[PlaceKind.RESULTS]
        self.titles = {key: field.label for key, field in self.fields.items()}
        self._named: dict[str, str | None] = {}

    def field_named(self, cell: str) -> str | None:
        """The key of the field that a heading names, asked once a text: a block is read in several ways."""
        if cell not in self._named:
            self._named[cell] = field_named(cell, self.titles)
        return self._named[cell]

    @cached_property
    def rows(self) -> tuple[ReportRow, ...]:
        """With the headings of groups among them."""
        found = (found.row for found in layout(self.form).rows.values() if found.kind.name == SectionPart.RESULTS)
        return tuple(row for row in found if row.role is not RowRole.TOTAL)

    @cached_property
    def by_place(self) -> dict[Place, ReportRow]:
        return {row.place: row for row in self.rows}

    @cached_property
    def labels(self) -> Labels[Place]:
        return Labels({row.place: (row.label,) for row in self.rows})

    def children(self, group: Place) -> list[Place]:
        """The rows that a group's heading is over."""
        after = self.rows[next(n for n, row in enumerate(self.rows) if row.place == group) + 1 :]
        end = next((n for n, row in enumerate(after) if row.role is not RowRole.SUB), len(after))
        return [row.place for row in after[:end]]

    def falls(self, rows: Sequence[Sequence[str]]) -> bool:
        """Whether most rows have more in the first column than in the last: more classes than people is odd."""
        first, *_, last = self.fields.values()
        pairs = [(read_cell(first, row[0]).answer, read_cell(last, row[-1]).answer) for row in rows if len(row) > 1]
        full = [(a.number, b.number) for a, b in pairs if isinstance(a, Quantity) and isinstance(b, Quantity)]
        return sum(a > b for a, b in full) * 2 > len(full)

    def is_total(self, text: str) -> bool:
        return is_total(split_marker(text)[1] or text, self.form.table.total_label)


class Cell(NamedTuple):
    """A cell of a block as the answer it gives."""

    answer: Answer | Problem
    text: str


def read_cell(field: Field, text: str) -> Cell:
    answer = read(field, text)
    return Cell(answer, "" if isinstance(answer, Problem) else typed(field, answer))


def number_of(cell: Cell) -> Decimal:
    return cell.answer.number if isinstance(cell.answer, Quantity) else Decimal(0)
