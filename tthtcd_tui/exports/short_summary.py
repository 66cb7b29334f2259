"""A year in a few lines of plain text, to be pasted into a message or an e-mail: 600 characters at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.model import Form, SectionPart
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts
from tthtcd_tui.report.finding import Finding, Tally
from tthtcd_tui.report.kinds.details import ISSUER
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportRow
from tthtcd_tui.report.rows import rows
from tthtcd_tui.report.summed import label_of
from tthtcd_tui.text.numbers import format_number

LONGEST: Final = 600
"""Characters that messaging programs show without folding the text."""
_LONGEST_NAME: Final = 120
_MOST_NAMED: Final = 3


def short_summary(form: Form, facts: Facts, findings: Sequence[Finding], previous: Facts | None = None) -> str:
    """Centre, period, totals and completeness, and between them as many details as there is room for."""
    first = [_head(facts), _totals(facts, previous)]
    last = [_state(findings)]
    room = LONGEST - len("\n".join([*first, *last]))
    between: list[str] = []
    for label, pieces in _details(form, facts):
        line = _fitting(label, pieces, room - 1)
        if line:
            between.append(line)
            room -= len(line) + 1
    return "\n".join([*first, *between, *last])


def _fitting(label: str, pieces: Sequence[str], room: int) -> str:
    """«label: one; two.» with as many pieces as fit; nothing where not even one does."""
    for count in range(len(pieces), 0, -1):
        line = f"{label}: {'; '.join(pieces[:count])}."
        if len(line) <= room:
            return line
    return ""


def _head(facts: Facts) -> str:
    name = facts.text_at(ISSUER) or facts.centre.name
    cut = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return f"{cut}, {facts.period.title}".replace("\n", " ")[: 2 * _LONGEST_NAME]


def _totals(facts: Facts, previous: Facts | None) -> str:
    classes, people = facts.total(CLASSES), facts.total(PARTICIPATIONS)
    if not (isinstance(classes, Quantity) or isinstance(people, Quantity)):
        return "Chưa nhập kết quả hoạt động."
    said = f"{_number(classes)} lớp, {_number(people)} lượt người tham gia"
    change = change_text(people, previous.total(PARTICIPATIONS)) if previous else ""
    against = f" (lượt người so với {label_of(previous)[:25]}: {change})" if previous and change else ""
    return f"Kết quả: {said}{against}."


def _number(answer: Answer) -> str:
    return format_number(answer.number) if isinstance(answer, Quantity) else "chưa có số"


def _details(form: Form, facts: Facts) -> Iterator[tuple[str, Sequence[str]]]:
    """The details to add while there is room, the most important first."""
    yield "Nhiều lượt nhất", _largest(form, facts)
    yield "Tự đánh giá", _levels(form, facts, SectionPart.CHECKLIST, PlaceKind.CHECKLIST, "status")
    yield "Tham gia của các nhóm", _levels(form, facts, SectionPart.RATINGS, PlaceKind.RATING, "level")
    yield "Chỉ số", _indicators(form, facts)


def _rows(form: Form, facts: Facts, kind: str) -> list[ReportRow]:
    return [row for _, found in rows(form, facts).sections_of(kind) for row in found if row.cells]


def _largest(form: Form, facts: Facts) -> list[str]:
    numbers: list[tuple[Decimal, str]] = []
    for row in _rows(form, facts, SectionPart.RESULTS):
        answer = facts.result(row.place.parts[1], PARTICIPATIONS)
        if isinstance(answer, Quantity) and answer.number:
            numbers.append((answer.number, row.label))
    largest = sorted(numbers, key=lambda each: -each[0])[:_MOST_NAMED]
    return [f"{label} {format_number(number)}" for number, label in largest]


def _levels(form: Form, facts: Facts, kind: str, record: str, key: str) -> list[str]:
    """How many rows are at each level: «đã thực hiện 20/20»."""
    walked = _rows(form, facts, kind)
    field = form.records[record][key]
    counts = {option.label: sum(facts.at(row.place, key) == option.key for row in walked) for option in field.options}
    return [f"{label[:1].lower()}{label[1:]} {count}/{len(walked)}" for label, count in counts.items() if count]


def _indicators(form: Form, facts: Facts) -> list[str]:
    told = []
    for row in _rows(form, facts, SectionPart.INDICATORS):
        value = row.cell("value")
        answer = facts.at(value.place) if value else None
        if value is not None and isinstance(answer, Quantity):
            told.append(f"{row.label[:1].lower()}{row.label[1:]} {printed(value.field, answer, unit=True)}")
    return told


def _state(findings: Sequence[Finding]) -> str:
    tally = Tally.of(findings)
    wanting = tally.words()
    if wanting:
        return f"Báo cáo {wanting}."
    warnings = f", còn {tally.warnings} cảnh báo" if tally.warnings else ""
    return f"Báo cáo đã đủ nội dung, không có lỗi{warnings}."
