"""Draws docs/schema.svg from the models, so that the picture cannot say what the tables do not.

`python -m tools.draw_schema` writes the picture; with `--check` it exits 1 if the picture is not what the models say.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

from peewee import Field, ForeignKeyField, Model

from tools.made_file import write_or_check
from tthtcd_tui.models.tables import TABLES

PICTURE = Path(__file__).parent.parent / "docs" / "schema.svg"
_ROW, _HEAD, _WIDTH, _GAP_X, _GAP_Y, _MARGIN, _COLUMNS = 17, 24, 210, 60, 26, 20, 4


_START = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="monospace" font-size="12">'
)


@dataclass(frozen=True, slots=True)
class Box:
    """A table as drawn, with the corner it stands at."""

    table: type[Model]
    x: int
    y: int

    @property
    def height(self) -> int:
        return _HEAD + _ROW * len(self.table._meta.sorted_fields) + 6


def draw() -> str:
    """The whole picture: tables in columns, the ones referred to first, a line from each foreign key to its table."""
    boxes = _placed()
    where = {box.table: box for box in boxes}
    width = _MARGIN * 2 + _COLUMNS * _WIDTH + (_COLUMNS - 1) * _GAP_X
    height = max(box.y + box.height for box in boxes) + _MARGIN
    lines = [line for box in boxes for line in _links(box, where)]
    return "\n".join(
        [
            _START.format(width=width, height=height),
            f'<rect width="{width}" height="{height}" fill="white"/>',
            *lines,
            *(part for box in boxes for part in _box(box)),
            "</svg>",
            "",
        ]
    )


def _placed() -> list[Box]:
    """Each table goes under the shortest column so far."""
    bottoms = [_MARGIN] * _COLUMNS
    boxes = []
    for table in TABLES:
        column = bottoms.index(min(bottoms))
        box = Box(table, _MARGIN + column * (_WIDTH + _GAP_X), bottoms[column])
        bottoms[column] += box.height + _GAP_Y
        boxes.append(box)
    return boxes


def _box(box: Box) -> list[str]:
    fields = box.table._meta.sorted_fields
    parts = [
        f'<rect x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" rx="4" fill="#f7fafc" stroke="#456"/>',
        f'<text x="{box.x + 10}" y="{box.y + 17}" font-weight="bold">{escape(box.table._meta.table_name)}</text>',
        f'<line x1="{box.x}" y1="{box.y + _HEAD}" x2="{box.x + _WIDTH}" y2="{box.y + _HEAD}" stroke="#456"/>',
    ]
    for number, field in enumerate(fields):
        words = escape(f"{field.column_name}  {_kind(field)}")
        parts.append(f'<text x="{box.x + 10}" y="{_line_y(box, number) + 4}">{words}</text>')
    return parts


def _kind(field: Field) -> str:
    if isinstance(field, ForeignKeyField):
        return f"→ {field.rel_model._meta.table_name}"
    kind = field.field_type.lower().removeprefix("big")
    return f"{'key' if field.primary_key else kind}{' ?' if field.null else ''}"


def _line_y(box: Box, number: int) -> int:
    return box.y + _HEAD + _ROW * number + 13


def _links(box: Box, where: dict[type[Model], Box]) -> list[str]:
    """Foreign keys to anything but the report: nearly every table belongs to it, and so many lines hide the rest."""
    links = []
    for number, field in enumerate(box.table._meta.sorted_fields):
        if not isinstance(field, ForeignKeyField) or field.rel_model._meta.table_name == "report":
            continue
        target = where[field.rel_model]
        y1, y2 = _line_y(box, number), target.y + _HEAD // 2
        x1, x2 = (box.x, target.x + _WIDTH) if target.x < box.x else (box.x + _WIDTH, target.x)
        if target.x == box.x:
            x1, x2 = box.x, target.x
        bend = 25 if target.x > box.x else -25
        links.append(
            f'<path d="M {x1} {y1} C {x1 + bend} {y1}, {x2 - bend} {y2}, {x2} {y2}" fill="none" stroke="#888"/>'
        )
    return links


def main() -> int:
    stale = "docs/schema.svg is not what the models say: run python -m tools.draw_schema"
    return write_or_check(PICTURE, draw().encode(), stale)


if __name__ == "__main__":
    sys.exit(main())
