"""The class of a town is one of six, written in Roman numerals."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.figures import URBAN_CLASS
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.urban import CLASSES, names_urban_class, urban_class


def urban_class_odd(context: Context) -> Iterator[Finding]:
    """What is no class of towns, or is one in other figures than it is written in. Words around one are let be."""
    field, given = field_at(context.form, URBAN_CLASS), context.facts.text_at(URBAN_CLASS)
    if not given or field is None or field.kind is not FieldType.TEXT:
        return
    proper, label = urban_class(given), label_at(context.form, URBAN_CLASS)
    if proper and proper != given:
        yield warning(
            "urban_class_odd", URBAN_CLASS, f"{label}: {quoted(given)} viết là {proper}. Gõ lại, hoặc ghi lý do."
        )
    elif not proper and not names_urban_class(given):
        words = f"{label}: {quoted(given)} không phải một loại đô thị. Gõ {CLASSES}; không xếp loại thì gõ --;"
        yield warning("urban_class_odd", URBAN_CLASS, f"{words} hoặc ghi lý do.")
