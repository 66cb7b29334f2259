"""A grid: lines and columns of the form's own (sessions, women, minorities, money), and what the columns add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.kinds.headed_rows import misplaced, read_row
from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Fault, Schema
from tthtcd_tui.forms.model import Entry, Field, FieldType, Form, Part, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

_ADDED: Final = (FieldType.WHOLE, FieldType.DECIMAL, FieldType.MONEY)
_MOST_COLUMNS: Final = 6
"""As many as stand side by side on 80 columns and on a portrait page."""


class GridColumn(NamedTuple):
    key: str
    field: Field
    total: bool
    """Whether the last line of the table adds it up."""


class GridLine(NamedTuple):
    key: str
    section: str
    marker: str
    label: str
    group: bool
    """A heading without numbers."""
    under: str
    """The key of the heading it belongs to, or nothing."""
    required: bool


class Grid(NamedTuple):
    """One table of a section."""

    key: str
    label_title: str
    total_label: str
    columns: tuple[GridColumn, ...]
    lines: tuple[GridLine, ...]

    def entries(self) -> Iterator[Entry]:
        yield Entry(
            "grid", self.key, True, tuple(f"{self.key}.{column.key}" for column in self.columns if column.total)
        )
        yield Entry("", "", fields=tuple((f"column:{column.key}", column.field) for column in self.columns))
        for line in self.lines:
            links = () if line.group else tuple(f"{line.key}.{column.key}" for column in self.columns)
            yield Entry("line", line.key, True, links)


@lru_cache(FORMS_KEPT)
def grid_lines_of(form: Form) -> Mapping[str, tuple[Grid, GridLine]]:
    """Every line of a form's grids, by key, with its grid."""
    return {line.key: (part, line) for _, part in form.parts(Grid) for line in part.lines}


def _parse(table: TomlTable, section: str) -> Grid | None:
    words = table.optional_table("grid")
    columns, lines = table.tables("column"), table.tables("line")
    if words is None:
        if columns or lines:
            table.fail("grid", "thiếu bảng này. Ghi [section.grid] với tên của bảng số liệu.")
        return None
    for key, found in (("column", columns), ("line", lines)):
        if not found:
            table.fail(key, f"đang để trống. Ghi ít nhất một bảng [[section.{key}]].")
    if len(columns) > _MOST_COLUMNS:
        table.fail("column", f"có {len(columns)} cột; nhiều nhất là {_MOST_COLUMNS}.")
    grid = Grid(
        words.key(),
        words.text("label_title", "Nội dung"),
        words.text("total_label", "Cộng"),
        tuple(_column(each) for each in columns),
        tuple(read_row(each, section, GridLine) for each in lines),
    )
    words.finish()
    return grid


def _column(table: TomlTable) -> GridColumn:
    key, field = table.key(), table.field()
    can_add = field.kind in _ADDED
    column = GridColumn(key, field, table.flag("total", can_add) if can_add else False)
    if field.kind in (FieldType.CHOICE, FieldType.CHOICES) and not field.options:
        table.fail("options", "thiếu khóa này. Ghi các lựa chọn.")
    table.finish()
    return column


def _faults(part: Part) -> Iterator[Fault]:
    """Columns differ in their keys, and lines stand right below their heading."""
    if not isinstance(part, Grid):
        return
    keys = [column.key for column in part.columns]
    for key in keys:
        if keys.count(key) > 1:
            yield Fault(f"column:{key}", "key", f"“{key}” bị ghi hai lần.")
    yield from misplaced("line", part.lines)


GRID = Schema(SectionPart.GRID, _parse, faults=_faults)
