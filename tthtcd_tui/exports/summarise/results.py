"""The results of the year: classes and participations by row, each row's share, and the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import flow, hang, words
from tthtcd_tui.exports.summarise.look import QUIET, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.exports.summarise.results_table import Line, Titles, drawn
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Absent, Answer, Quantity
from tthtcd_tui.forms.model import SectionPart
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.areas import section_title
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, ResultColumn, Source
from tthtcd_tui.report.percent import change_text, share_text
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.summed import label_of, title_of, told_of


def results(page: Page) -> list[Text]:
    section, walked = next(page.rows.sections_of(SectionPart.RESULTS), ("", ()))
    if not section:
        return []
    heading = page.heading(section_title(page.form, section))
    if all(page.facts.total(column) is UNANSWERED for column in ResultColumn):
        return [*heading, *hang("  ", words("Chưa nhập kết quả nào.", WARNING), page.width)]
    rows = [row for row in walked if row.role is not RowRole.TOTAL]
    shares = [page.facts.share(_key(row), PARTICIPATIONS) for row in rows]
    longest = max((share for share in shares if share), default=Decimal(1))
    table = [_line(page, row, share, longest) for row, share in zip(rows, shares, strict=True)]
    return [
        *heading,
        *drawn(page, _titles(page), [*table, _total(page)]),
        *flow([words(text, QUIET) for text in _legend(page, rows)], page.width, indent=2),
        *_compared(page),
    ]


def _titles(page: Page) -> Titles:
    """Short ones: the form's names for the two numbers of an activity."""
    fields, table = page.form.records[PlaceKind.ACTIVITY], page.form.table
    return Titles(
        marker=table.marker_title,
        label=table.label_title,
        numbers=(fields[CLASSES].label, fields[PARTICIPATIONS].label),
        share="Tỷ lệ",
        change=f"So với {label_of(page.previous)}" if page.previous else "",
    )


def _key(row: ReportRow) -> str:
    return row.place.parts[1]


def _line(page: Page, row: ReportRow, share: Decimal | None, longest: Decimal) -> Line:
    if row.role is RowRole.GROUP:
        return Line(row.marker, row.label)
    before = page.previous.result(_key(row), PARTICIPATIONS) if page.previous else UNANSWERED
    return Line(
        row.marker,
        row.label,
        sub=row.role is RowRole.SUB,
        numbers=(_cell(page, row, CLASSES), _cell(page, row, PARTICIPATIONS)),
        marks=(_mark(page, row, CLASSES), _mark(page, row, PARTICIPATIONS)),
        share="" if share is None else share_text(share),
        bar=share / longest if share else Decimal(0),
        change=change_text(page.facts.result(_key(row), PARTICIPATIONS), before),
    )


def _total(page: Page) -> Line:
    """TỔNG, computed: «không có» adds nothing."""
    classes, participations = (page.facts.total(column) for column in ResultColumn)
    before = page.previous.total(PARTICIPATIONS) if page.previous else UNANSWERED
    return Line(
        "",
        page.form.table.total_label,
        numbers=(_number(page, CLASSES, classes), _number(page, PARTICIPATIONS, participations)),
        share=share_text(Decimal(100)) if isinstance(participations, Quantity) and participations.number else "",
        change=change_text(participations, before),
        total=True,
    )


def _cell(page: Page, row: ReportRow, column: str) -> str:
    return _number(page, column, page.facts.result(_key(row), column))


def _mark(page: Page, row: ReportRow, column: str) -> str:
    return page.glyphs.from_log if page.facts.source(_key(row), column) is Source.LOG else ""


def _number(page: Page, column: str, answer: Answer) -> str:
    match answer:
        case Absent.UNANSWERED:
            return page.glyphs.unanswered
        case Absent.NIL:
            return page.glyphs.nil
        case Absent.NOT_APPLICABLE:
            return page.glyphs.not_applicable
        case _:
            return printed(page.form.records[PlaceKind.RESULTS][column], answer) or ""


def _legend(page: Page, rows: Sequence[ReportRow]) -> Iterator[str]:
    """What the signs in the table mean, those that are there."""
    places = [(_key(row), column) for row in rows if row.cells for column in ResultColumn]
    answers = [page.facts.result(*place) for place in places]
    glyphs = page.glyphs
    if NIL in answers:
        yield f"{glyphs.nil} không có"
    if NOT_APPLICABLE in answers:
        yield f"{glyphs.not_applicable} không áp dụng"
    if UNANSWERED in answers:
        yield f"{glyphs.unanswered} chưa nhập, chưa tính vào {page.form.table.total_label}"
    if any(page.facts.source(*place) is Source.LOG for place in places):
        yield f"{glyphs.from_log} cộng từ nhật ký hoạt động"


def _compared(page: Page) -> list[Text]:
    """Both totals against the year before, in a sentence: it is there when the table has no room to compare."""
    if page.previous is None:
        return []
    fields = page.form.records[PlaceKind.ACTIVITY]
    parts = []
    for column in ResultColumn:
        before = page.previous.total(column)
        if change := change_text(page.facts.total(column), before):
            label = fields[column].label
            parts.append(f"{label[:1].lower()}{label[1:]} {change} (trước: {_number(page, column, before)})")
    lines = [line for told in told_of([page.previous]) for line in hang("  ", words(told), page.width)]
    if not parts:
        return lines
    return [*hang("  ", words(f"So với {title_of(page.previous)}: {'; '.join(parts)}."), page.width), *lines]
