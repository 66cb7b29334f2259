"""Effectiveness indicators (form.md section V): a value, or a computed total, or words alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from tthtcd_tui.forms.clauses import Paragraph
from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Schema
from tthtcd_tui.forms.model import TOTAL_LINKS, Entry, Field, FieldType, Form, SectionPart
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable


class Indicator(NamedTuple):
    key: str
    section: str
    label: str
    value: Field | None
    """None for one told in words alone."""
    computed: str
    """The name of the link that gives its value (tong_luot), or nothing. A computed value is never typed."""
    unit: str
    """Of a computed value; a typed one has its field's."""
    required: bool
    narrative_required: bool
    """Whether its paragraphs are what must be filled in."""
    paragraphs: tuple[Paragraph, ...]
    hint: str
    printed_label: str = ""
    """What it is called in print, where that is not its label."""


class Indicators(NamedTuple):
    """The indicators of a section."""

    indicators: tuple[Indicator, ...]

    def entries(self) -> Iterator[Entry]:
        for each in self.indicators:
            links = (each.key,) if each.value or each.computed else ()
            fields = (("value", each.value),) if each.value else ()
            yield Entry("indicator", each.key, True, links, fields, each.paragraphs)


@lru_cache(FORMS_KEPT)
def indicators_of(form: Form) -> Mapping[str, Indicator]:
    """Every indicator of a form, by key."""
    return {each.key: each for _, part in form.parts(Indicators) for each in part.indicators}


def _parse(table: TomlTable, section: str) -> Indicators | None:
    indicators = tuple(_indicator(row, section) for row in table.tables("indicator"))
    return Indicators(indicators) if indicators else None


def _indicator(table: TomlTable, section: str) -> Indicator:
    label = table.text("label")
    value = table.optional_table("value")
    computed = table.text("computed", "")
    indicator = Indicator(
        key=table.key(),
        section=section,
        label=label,
        value=_value(value.with_default("label", label)) if value else None,
        computed=computed,
        unit=table.text("unit", "") if computed else "",
        required=table.flag("required", True),
        narrative_required=table.flag("narrative_required", value is None and not computed),
        paragraphs=table.paragraphs(),
        hint=table.text("hint", ""),
        printed_label=table.text("printed_label", ""),
    )
    if indicator.computed and indicator.computed not in TOTAL_LINKS:
        table.fail("computed", f"chỉ nhận một trong: {', '.join(TOTAL_LINKS)}.")
    if indicator.computed and indicator.value:
        table.fail("computed", "một chỉ số không thể vừa tính tự động vừa nhập tay. Bỏ bảng value.")
    table.finish()
    return indicator


def _value(table: TomlTable) -> Field:
    field = table.field()
    if not field.kind.is_number and field.kind is not FieldType.TEXT:
        table.fail("kind", "giá trị của chỉ số phải là một số hoặc một dòng chữ.")
    table.finish()
    return field


INDICATORS = Schema(
    SectionPart.INDICATORS,
    _parse,
    records={"indicator": {"source": FieldType.TEXT, "comparison": FieldType.TEXT, "text": FieldType.PARAGRAPHS}},
    is_in_every_form=True,
)
