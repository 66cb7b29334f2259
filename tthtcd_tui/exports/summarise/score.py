"""What the scoring sheet comes to: group by group, the total, the class, and what the next one takes."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import hang, listed, words
from tthtcd_tui.exports.summarise.look import WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.forms.kinds.score import RECORD, Criterion, Score
from tthtcd_tui.report.areas import section_title
from tthtcd_tui.report.scoring import Points, Scorer, class_of, percent_text, points_of, what_is_missing
from tthtcd_tui.text.numbers import format_number


def score(page: Page) -> list[Text]:
    lines: list[Text] = []
    for section, sheet in page.form.parts(Score):
        lines += page.heading(section_title(page.form, section.key))
        lines += listed([(words(label), value) for label, value in _told(page, sheet)], page.width)
        for scorer in Scorer:
            if said := what_is_missing(page.facts, sheet, scorer):
                lines += hang("  ", words(f"{_called(page, scorer)}: {said}"), page.width)
    return lines


def _told(page: Page, sheet: Score) -> Iterator[tuple[str, Text]]:
    for criterion in _headings(sheet):
        points = points_of(page.facts, sheet, Scorer.OWN, criterion.key)
        yield criterion.label, _points(points)
    for scorer in Scorer:
        points = points_of(page.facts, sheet, scorer)
        if points.is_begun or scorer is Scorer.OWN:
            label = f"{sheet.total_label.capitalize()}, {_called(page, scorer).lower()}"
            yield label, _whole(page, sheet, scorer, points)


def _headings(sheet: Score) -> list[Criterion]:
    """Its groups; of a sheet without groups its criteria."""
    return [each for each in sheet.criteria if each.group] or list(sheet.whole_criteria)


def _points(points: Points) -> Text:
    if not points.applies:
        return words("không áp dụng")
    if not points.is_begun:
        return words("chưa chấm", WARNING)
    return words(f"{format_number(points.given)}/{format_number(points.maximum)}")


def _whole(page: Page, sheet: Score, scorer: Scorer, points: Points) -> Text:
    line = _points(points)
    if points.is_begun and (percent := percent_text(points)):
        found = class_of(page.facts, sheet, scorer)
        line.append_text(words(f" ({percent})"))
        line.append_text(words(f"; {sheet.class_label.lower()}: {found.label}" if found else ""))
    return line


def _called(page: Page, scorer: Scorer) -> str:
    return page.form.records[RECORD][scorer].label
