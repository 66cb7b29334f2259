"""Ratings of the participation of society, and the effectiveness indicators."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tthtcd_tui.exports.summarise.figures import figures_of, missing_of
from tthtcd_tui.exports.summarise.lines import cells, hang, joined, listed, words
from tthtcd_tui.exports.summarise.look import GOOD, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.model import SectionPart
from tthtcd_tui.report.areas import section_title
from tthtcd_tui.report.kinds.results import total_column, total_text
from tthtcd_tui.report.row import ReportRow


def ratings(page: Page) -> list[Text]:
    lines: list[Text] = []
    for section, rows in page.rows.sections_of(SectionPart.RATINGS):
        rated = [(words(row.label), _rating(page, row)) for row in rows if _asked(page, row)]
        if rated:
            lines += page.heading(section_title(page.form, section))
            lines += listed(rated, page.width)
    return lines


def _asked(page: Page, row: ReportRow) -> bool:
    return row.is_required or page.facts.at(row.place, "level") is not UNANSWERED


def _rating(page: Page, row: ReportRow) -> Text:
    """«Thực hiện tốt; đóng góp 15.000.000 đồng; …»"""
    level = page.printed(row, "level")
    value = words("chưa đánh giá", WARNING) if level is None else words(level)
    contribution = page.printed(row, "contribution")
    if contribution is not None:
        value.append_text(words(f"; đóng góp: {contribution}"))
    note = page.facts.text_at(row.place, "note")
    return value.append_text(words(f"; {note}")) if note else value


def indicators(page: Page) -> list[Text]:
    """Values first, then what is told in words alone: whether it has been written."""
    lines: list[Text] = []
    for section, rows in page.rows.sections_of(SectionPart.INDICATORS):
        lines += page.heading(section_title(page.form, section))
        lines += listed(_values(page, section, rows), page.width)
        lines += _written(page, rows)
    return lines


def _is_valued(row: ReportRow) -> bool:
    return bool(row.links)


def _values(page: Page, section: str, rows: Sequence[ReportRow]) -> list[tuple[Text, Text]]:
    values = [(words(row.label), value) for row in rows if _is_valued(row) and (value := _value(page, row))]
    figures = page.rows.of(section, SectionPart.FIGURES)
    missing = [(words(label), words("chưa nhập", WARNING)) for label in missing_of(page, figures)]
    return values + figures_of(page, figures) + missing


def _value(page: Page, row: ReportRow) -> Text | None:
    """«ước đạt 2.450 USD/người/năm (nguồn: …)»; None while one that may be left out is not answered."""
    if row.computed:
        text = total_text(page.facts.total(total_column(row.computed)))
        text = f"{text} {row.unit}" if text and row.unit else text
    else:
        text = page.printed(row, "value", unit=True)
    if text is None:
        return words("chưa nhập", WARNING) if row.is_required else None
    source = page.facts.text_at(row.place, "source")
    return words(f"{text} (nguồn: {source})" if source else text)


def _written(page: Page, rows: Sequence[ReportRow]) -> list[Text]:
    told = [row for row in rows if not _is_valued(row)]
    states = [(words(row.label), state) for row in told if (state := _state(page, row))]
    widest = max((cells(state) for _, state in states), default=0)
    lines: list[Text] = []
    for label, state in states:
        lines += hang(joined("  ", state, " " * (widest - cells(state) + 2)), label, page.width)
    return lines


def _state(page: Page, row: ReportRow) -> Text | None:
    glyphs = page.glyphs
    answer = page.facts.at(row.place, "text")
    if answer is UNANSWERED:
        return words(f"{glyphs.unanswered} chưa viết", WARNING) if row.is_required else None
    if answer in (NIL, NOT_APPLICABLE):
        return words(f"{glyphs.nil} {page.printed(row, 'text')}")
    return words(f"{glyphs.good} đã viết", GOOD)
