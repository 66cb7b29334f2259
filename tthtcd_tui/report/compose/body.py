"""The sections of the report, I to V or whatever the form has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from tthtcd_tui.forms.answer import NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.model import Content, Marker, Section
from tthtcd_tui.forms.records import STATUS_NOT_APPLICABLE
from tthtcd_tui.report.compose.indicators import indicators
from tthtcd_tui.report.compose.results import results_table
from tthtcd_tui.report.compose.writer import Writer, stopped
from tthtcd_tui.report.numbering import Numbered, numbered
from tthtcd_tui.report.outline import Block, Heading, KeyValue, KeyValues, Paragraph, Run, Runs
from tthtcd_tui.report.place import Place

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in Vietnamese order (App. I, II.6)."""


def body(writer: Writer) -> list[Block]:
    """Every section with its heading. A section that has nothing to print keeps its heading: the form asked for it."""
    blocks: list[Block] = []
    for number in numbered(writer.form):
        section = number.section
        blocks.append(_heading(writer, number))
        for content in section.prints:
            blocks += _content(writer, section, content)
        if Content.CHECKLIST not in section.prints:
            blocks += _marked(section.marker, _own_statements(writer, section))
    return blocks


def _heading(writer: Writer, number: Numbered) -> Heading:
    section, numbering, label = number
    runs = writer.fill(section.title)
    if section.level == 1:
        runs = tuple(Run(run.text.upper(), run.place, run.kind) for run in runs)
    return Heading(section.level, numbering, label, runs, section.key)


def _content(writer: Writer, section: Section, content: Content) -> Sequence[Block]:
    match content:
        case Content.NARRATIVE:
            return narrative(writer, section)
        case Content.BOARD:
            return _board(writer)
        case Content.CHECKLIST:
            return _marked(section.marker, [*_statements(writer, section), *_own_statements(writer, section)])
        case Content.RESULTS:
            return [results_table(writer, section)]
        case Content.RATINGS:
            return _ratings(writer, section)
        case Content.INDICATORS:
            return _marked(section.marker, indicators(writer, section))
        case _:
            assert_never(content)


def narrative(writer: Writer, section: Section) -> list[Paragraph]:
    place = Place.of("narrative", section.key)
    lines = writer.facts.lines_at(place)
    if lines:
        return [Paragraph(writer.fill(line, place)) for line in lines]
    missing = section.narrative_required and writer.facts.at(place) is UNANSWERED
    return [Paragraph((writer.gap(place),))] if missing else []


def _statements(writer: Writer, section: Section) -> Iterator[list[Runs]]:
    for item in section.items:
        yield _statement(writer, "checklist", item.key, item.label, item.required)


def _own_statements(writer: Writer, section: Section) -> Iterator[list[Runs]]:
    for own in writer.facts.own_items:
        if own.section == section.key:
            yield _statement(writer, "own", own.uid, own.label)


def _statement(writer: Writer, kind: str, key: str, label: str, required: bool = True) -> list[Runs]:
    """The paragraphs of one item; none where it does not apply; a gap named `label` where they are missing."""
    place = Place.of(kind, key, "statement")
    if writer.facts.at(kind, key, "status") in (STATUS_NOT_APPLICABLE, NOT_APPLICABLE):
        return []
    if required and writer.awaited(place):
        return [(writer.gap(place, label),)]
    return [writer.fill(line, place) for line in writer.facts.lines_at(place)]


def _marked(marker: Marker, entries: Iterator[list[Runs]] | Sequence[list[Runs]]) -> list[Paragraph]:
    """The entries as paragraphs, the first of each with the section's marker."""
    blocks: list[Paragraph] = []
    for number, entry in enumerate(filter(None, entries)):
        blocks.append(Paragraph((*_mark(marker, number), *entry[0])))
        blocks += [Paragraph(runs) for runs in entry[1:]]
    return blocks


def _mark(marker: Marker, number: int) -> Runs:
    match marker:
        case Marker.NONE:
            return ()
        case Marker.LETTERS:
            return (Run(f"{letter(number)}) "),)
        case Marker.DASHES:
            return (Run("- "),)


def letter(number: int) -> str:
    """The letter of a point, from 0: a b c d đ … y, then aa ab …, which no report has reached."""
    round_, place = divmod(number, len(LETTERS))
    return (LETTERS[round_ - 1] if round_ else "") + LETTERS[place]


def _board(writer: Writer) -> list[Block]:
    """«- Giám đốc: Nguyễn Văn A, Phó Chủ tịch UBND phường;». A name may be left out, as the reference does."""
    if not writer.facts.board:
        return [Paragraph((writer.gap(Place("board")),))]
    labels: list[Runs] = []
    values: list[Runs] = []
    for member in writer.facts.board:
        labels.append((Run("- "), *_answered(writer, Place.of("board", member.uid, "role")), Run(": ")))
        duty = _answered(writer, Place.of("board", member.uid, "duty"))
        called = Place.of("board", member.uid, "name")
        name = writer.value(called) if member.name or writer.awaited(called) else ()
        values.append((*name, Run(", "), *duty) if name and duty else name or duty)
    return [_key_values(labels, values)]


def _ratings(writer: Writer, section: Section) -> list[Block]:
    """«- Tham gia của các doanh nghiệp: Thực hiện tốt;»"""
    level = writer.form.records["rating"]["level"]
    labels: list[Runs] = []
    values: list[Runs] = []
    for group in section.groups:
        place = Place.of("rating", group.key, "level")
        answered = writer.facts.at(place) is not UNANSWERED
        if answered or group.required:
            labels.append((Run("- "), Run(f"{group.label}: ", place)))
            values.append(writer.value(place) if answered else (writer.gap(place, level.label),))
    return [_key_values(labels, values)] if labels else []


def _answered(writer: Writer, place: Place) -> Runs:
    """The answer as it prints, a gap where it is awaited, nothing where it may be left out."""
    shown = writer.facts.at(place) is not UNANSWERED or writer.awaited(place)
    return writer.value(place) if shown else ()


def _key_values(labels: list[Runs], values: list[Runs]) -> KeyValues:
    return KeyValues(tuple(KeyValue(label, value) for label, value in zip(labels, stopped(values), strict=True)))
