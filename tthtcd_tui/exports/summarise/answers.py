"""Ratings of the participation of society, and the effectiveness indicators."""

from __future__ import annotations

from rich.text import Text

from tthtcd_tui.exports.summarise.figures import figures_of, missing_of
from tthtcd_tui.exports.summarise.lines import cells, hang, joined, listed, words
from tthtcd_tui.exports.summarise.look import GOOD, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.model import Group, Indicator, Section
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.areas import section_title
from tthtcd_tui.report.links import total_column, total_text


def ratings(page: Page) -> list[Text]:
    lines: list[Text] = []
    for section in page.form.sections:
        rated = [(words(group.label), _rating(page, group)) for group in section.groups if _asked(page, group)]
        if rated:
            lines += page.heading(section_title(page.form, section.key))
            lines += listed(rated, page.width)
    return lines


def _asked(page: Page, group: Group) -> bool:
    return group.required or page.facts.at("rating", group.key, "level") is not UNANSWERED


def _rating(page: Page, group: Group) -> Text:
    """«Thực hiện tốt; đóng góp 15.000.000 đồng; …»"""
    fields = page.form.records["rating"]
    level = printed(fields["level"], page.facts.at("rating", group.key, "level"))
    value = words("chưa đánh giá", WARNING) if level is None else words(level)
    contribution = printed(fields["contribution"], page.facts.at("rating", group.key, "contribution"))
    if contribution is not None:
        value.append_text(words(f"; đóng góp: {contribution}"))
    note = page.facts.text_at("rating", group.key, "note")
    return value.append_text(words(f"; {note}")) if note else value


def indicators(page: Page) -> list[Text]:
    """Values first, then what is told in words alone: whether it has been written."""
    lines: list[Text] = []
    for section in page.form.sections:
        if section.indicators:
            lines += page.heading(section_title(page.form, section.key))
            lines += listed(_values(page, section), page.width)
            lines += _written(page, section)
    return lines


def _values(page: Page, section: Section) -> list[tuple[Text, Text]]:
    valued = [indicator for indicator in section.indicators if indicator.value or indicator.computed]
    values = [(words(indicator.label), value) for indicator in valued if (value := _value(page, indicator))]
    missing = [(words(label), words("chưa nhập", WARNING)) for label in missing_of(page, section)]
    return values + figures_of(page, section) + missing


def _value(page: Page, indicator: Indicator) -> Text | None:
    """«ước đạt 2.450 USD/người/năm (nguồn: …)»; None while one that may be left out is not answered."""
    if indicator.value:
        text = printed(indicator.value, page.facts.at("indicator", indicator.key, "value"), unit=True)
    else:
        text = total_text(page.facts.total(total_column(indicator.computed)))
        text = f"{text} {indicator.unit}" if text and indicator.unit else text
    if text is None:
        return words("chưa nhập", WARNING) if indicator.required else None
    source = page.facts.text_at("indicator", indicator.key, "source")
    return words(f"{text} (nguồn: {source})" if source else text)


def _written(page: Page, section: Section) -> list[Text]:
    told = [indicator for indicator in section.indicators if not indicator.value and not indicator.computed]
    states = [(words(indicator.label), state) for indicator in told if (state := _state(page, indicator))]
    widest = max((cells(state) for _, state in states), default=0)
    lines: list[Text] = []
    for label, state in states:
        lines += hang(joined("  ", state, " " * (widest - cells(state) + 2)), label, page.width)
    return lines


def _state(page: Page, indicator: Indicator) -> Text | None:
    glyphs = page.glyphs
    answer = page.facts.at("indicator", indicator.key, "text")
    if answer is UNANSWERED:
        return words(f"{glyphs.unanswered} chưa viết", WARNING) if indicator.required else None
    if answer in (NIL, NOT_APPLICABLE):
        return words(f"{glyphs.nil} {printed(page.form.records['indicator']['text'], answer)}")
    return words(f"{glyphs.good} đã viết", GOOD)
