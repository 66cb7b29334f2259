"""A block pasted into a sheet: the plan of which cell goes where, in the tables that the sheet shows."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.imports.blocks.figures import values_plan
from tthtcd_tui.imports.blocks.headings import is_over_another_time
from tthtcd_tui.imports.blocks.plan import Doubt, Placement, Plan
from tthtcd_tui.imports.blocks.results import results_plan
from tthtcd_tui.imports.blocks.upside_down import MORE_CLASSES, upside_down
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period

_FRACTION: Final = re.compile(r"0,0*[1-9][0-9]*")
_LEAST_MONEY: Final = 100_000
"""Đồng: no centre has less of it in a year."""

__all__ = ("Plan", "added_to", "block_plan", "is_block", "is_of_another_year", "is_of_rows", "refused_of")


def is_of_another_year(period: Period, title: str) -> bool:
    """Whether a column's title says that the numbers below it are of another year."""
    return is_over_another_time(title, period)


def is_block(raw: str) -> bool:
    """Whether `raw` is more than the value of one cell."""
    text = raw.strip("\r\n")
    return "\t" in text or "\n" in text or "\r" in text


def block_plan(form: Form, period: Period, raw: str, shown: Container[str], at: Place | None) -> Plan | None:
    """The plan for `raw`; None where none of the kinds `shown` recognises it.

    In the results table a block without labels is laid from the cell `at` on if it fits; where the cursor stands
    outside that table, and among figures and indicators, labels alone place it. Raises UnusableCharacter as `clean`
    does.
    """
    if not is_block(raw):
        return None
    results = None
    if PlaceKind.RESULTS in shown:
        in_table = at is None or at.kind == PlaceKind.RESULTS
        plan = results_plan(form, period, raw, at if in_table else None)
        if plan.by_labels or plan.placements:
            return _asked(plan.as_pasted())
        results = plan.as_pasted() if in_table else None
    values = values_plan(form, period, raw).as_pasted()
    is_meant = values.by_labels and (_is_among_values(at) or _is_of_values(values))
    return _without_odd_units(values, form) if is_meant else results


def _asked(plan: Plan) -> Plan:
    """`plan`, shown before it is stored where a row has more classes than people came to them."""
    odd = upside_down({placement.place: placement.text for placement in plan.placements})
    rows = {each.line: each.place.parent for each in plan.placements if each.place in odd}
    if not rows:
        return plan
    told: dict[str, str] = {each.place: each.text for each in plan.placements}
    notes = [
        f"Dòng {line}: {told[f'{row}/classes']} lớp, {told[f'{row}/participations']} lượt người: {MORE_CLASSES}."
        for line, row in rows.items()
    ]
    return replace(plan, notes=(*plan.notes, *notes), is_guessed=True)


def _without_odd_units(plan: Plan, form: Form) -> Plan:
    """`plan` without what is so little that it must be told by another unit: money by millions, a share by its
    fraction.
    """
    odd = {each.place: why for each in plan.placements if (why := _odd_unit(form, each.place, each.text))}
    doubts = [Doubt(each.line, each.text, odd[each.place], each.place) for each in plan.placements if each.place in odd]
    kept = tuple(each for each in plan.placements if each.place not in odd)
    return replace(plan, placements=kept, doubts=(*plan.doubts, *doubts)) if odd else plan


def _odd_unit(form: Form, place: Place, text: str) -> str:
    """Why a number that is pasted without its unit is hardly in that of its cell; nothing where it may be."""
    field, digits = field_at(form, place), text.replace(".", "")
    if field is None:
        return ""
    if field.kind is FieldType.MONEY and digits.isdecimal() and 0 < int(digits) < _LEAST_MONEY:
        return f"“{text} đồng” quá nhỏ. Hãy gõ số đủ, như 500 nghìn hoặc 2,5 triệu"
    if field.kind is FieldType.PERCENT and _FRACTION.fullmatch(text):
        share = format_number(Decimal(text.replace(",", ".")) * 100)
        return f"“{text}” có thể là {share}% (Excel ghi tỷ lệ như vậy) hoặc {text}%. Hãy gõ lại một số"
    return ""


def _is_among_values(at: Place | None) -> bool:
    return at is None or at.kind in (PlaceKind.FIGURE, PlaceKind.INDICATOR)


def _is_of_values(plan: Plan) -> bool:
    """Whether a block is one of figures and indicators wherever the cursor stands: most of its lines below one of
    titles are.
    """
    return plan.rows > 1 and plan.rows > len(plan.doubts) + max(0, plan.skipped - 1)


def added_to(plan: Plan, form: Form, answers: Mapping[Place, Answer]) -> Plan:
    """`plan` with its paragraphs appended to those in `answers`, so that a paste overwrites none."""
    found = [_below(placement, form, answers) for placement in plan.placements]
    return replace(plan, placements=tuple(found))


def is_of_rows(plan: Plan, form: Form, answers: Mapping[Place, Answer], at: Place, here: Container[Place]) -> bool:
    """Whether a block pasted on the paragraphs `at` is none of them: it names several rows of theirs, and all fits.

    A block of other rows is taken for words, in a cell for prose everything is prose; so is one that would go to cells
    that are not `here`, on the same sheet, or on paragraphs that stand there already.
    """
    if any(each.place.kind != at.kind for each in plan.placements):
        return False
    onto = [
        each.place for each in plan.placements if (field := field_at(form, each.place)) and not field.kind.is_number
    ]
    stands = any(answers.get(place, UNANSWERED) is not UNANSWERED for place in onto)
    is_here = all(each.place in here for each in plan.placements)
    return plan.by_labels and plan.rows > 1 and not plan.doubts and is_here and not stands


def _below(placement: Placement, form: Form, answers: Mapping[Place, Answer]) -> Placement:
    field, answer = field_at(form, placement.place), answers.get(placement.place, UNANSWERED)
    if field is None or field.kind is not FieldType.PARAGRAPHS or not isinstance(answer, tuple):
        return placement
    standing = typed(field, answer)
    lines = standing.split("\n")
    more = [line for line in placement.text.split("\n") if line not in lines]
    return placement._replace(text="\n".join([standing, *more]))


def refused_of(plan: Plan) -> list[RefusedRow]:
    """The rows and cells of a plan that are not stored."""
    kinds = {placement.place.kind for placement in plan.placements}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return [_refused(doubt, kind) for doubt in plan.doubts]


def _refused(doubt: Doubt, kind: str) -> RefusedRow:
    if doubt.place is not None:
        texts = {doubt.place.parts[-1]: doubt.text}
        return RefusedRow(doubt.line, doubt.cells, doubt.reason, doubt.place.kind, texts, place=doubt.place)
    found = PlaceKind.FIGURE if "" in doubt.texts else PlaceKind.RESULTS if doubt.texts else kind
    return RefusedRow(doubt.line, doubt.cells, doubt.reason, found, dict(doubt.texts))
