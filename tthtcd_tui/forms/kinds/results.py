"""The results table (form.md section III.2): a row a kind of activity, classes and participations of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.kinds.headed_rows import misplaced, read_row
from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Fault, Schema
from tthtcd_tui.forms.model import Entry, FieldType, Form, Part, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

CLASSES_LINK: Final = "lop"
PARTICIPATIONS_LINK: Final = "luot"
"""A row is linked as `{phap_luat.lop}`, `{phap_luat.luot}`."""

RECORD: Final = "results"
"""What its records are called under `[record]`."""


class ResultRow(NamedTuple):
    key: str
    section: str
    marker: str
    """What stands under TT: 1, 2, 3, a, b …"""
    label: str
    group: bool
    """A heading without numbers of its own."""
    under: str
    """The key of the group it belongs to, or nothing."""
    required: bool


class Results(NamedTuple):
    """The rows of the table that hold numbers, and the groups between them."""

    rows: tuple[ResultRow, ...]

    def entries(self) -> Iterator[Entry]:
        for row in self.rows:
            links = () if row.group else (f"{row.key}.{CLASSES_LINK}", f"{row.key}.{PARTICIPATIONS_LINK}")
            yield Entry("row", row.key, True, links)


@lru_cache(FORMS_KEPT)
def result_rows_of(form: Form) -> Mapping[str, ResultRow]:
    """Every row of a form, by key."""
    return {row.key: row for _, part in form.parts(Results) for row in part.rows}


def _parse(table: TomlTable, section: str) -> Results | None:
    rows = tuple(read_row(row, section, ResultRow) for row in table.tables("row"))
    return Results(rows) if rows else None


def _faults(part: Part) -> Iterator[Fault]:
    if isinstance(part, Results):
        yield from misplaced("row", part.rows)


RESULTS = Schema(
    SectionPart.RESULTS,
    _parse,
    records={RECORD: {"classes": FieldType.WHOLE, "participations": FieldType.WHOLE}},
    is_in_every_form=True,
    is_single=True,
    faults=_faults,
)
