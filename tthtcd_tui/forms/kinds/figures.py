"""Figures: numbers or a few words about the place in the year (form.md section I); texts link to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Schema
from tthtcd_tui.forms.model import Entry, Field, FieldType, Form, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable


class Figure(NamedTuple):
    key: str
    section: str
    field: Field


class Figures(NamedTuple):
    """The figures of a section."""

    figures: tuple[Figure, ...]

    def entries(self) -> Iterator[Entry]:
        for figure in self.figures:
            yield Entry("figure", figure.key, True, (figure.key,), (("", figure.field),))


@lru_cache(FORMS_KEPT)
def figures_of(form: Form) -> Mapping[str, Figure]:
    """Every figure of a form, by key."""
    return {figure.key: figure for _, part in form.parts(Figures) for figure in part.figures}


def _parse(table: TomlTable, section: str) -> Figures | None:
    figures = tuple(_figure(row, section) for row in table.tables("figure"))
    return Figures(figures) if figures else None


def _figure(table: TomlTable, section: str) -> Figure:
    figure = Figure(table.key(), section, table.field())
    if figure.field.kind in (FieldType.CHOICE, FieldType.CHOICES) and not figure.field.options:
        table.fail("options", "thiếu khóa này. Ghi các lựa chọn.")
    table.finish()
    return figure


FIGURES = Schema(SectionPart.FIGURES, _parse, is_printed=False)
