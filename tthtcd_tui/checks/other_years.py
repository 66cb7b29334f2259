"""Another period's year in a paragraph: what stays behind when a text is carried over from an older report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthtcd_tui.checks.prose import printed_texts
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.text.periods import Period, PeriodKind
from tthtcd_tui.text.problem import TextProblem

_SPAN = re.compile(r"(?<![\w./-])((?:19|20)[0-9]{2})\s?[-/\u2010-\u2015\u2212]\s?((?:19|20)[0-9]{2})(?![\w/])")
_MONTH = re.compile(r"tháng\s+[0-9]{1,2}\s+$", re.IGNORECASE)


def other_period(form: Form, facts: Facts) -> Iterator[Finding]:
    """A paragraph that names another period than the report's own; told once a text.

    In the report of a school year, any other school year (2019-2020, 2019 – 2020). In a report of other days, a school
    year of which they hold none, if the period before held some: «năm học 2020-2021» is at home in the report of 2021,
    «năm học 2015-2016» is history. And there the title of the period before, «năm 2020», except in a date. A lone year
    in the report of a school year is a law's or a decision's. To compare, or to plan, is legitimate: so a warning.
    """
    before = _before(facts.period)
    named = dict.fromkeys(
        (place, title) for place, text in printed_texts(form, facts) for title in _named(facts.period, before, text)
    )
    for place, title in named:
        yield warning(
            "other_period",
            place,
            f"{label_at(form, place)}: có nhắc “{title}”, nhưng báo cáo này là của {facts.period.title}."
            " Sửa lại năm, hoặc ghi lý do.",
        )


def _before(period: Period) -> Period | None:
    try:
        return period.previous()
    except TextProblem:  # before the first year the program knows
        return None


def _named(period: Period, before: Period | None, text: str) -> Iterator[str]:
    """The titles of other periods in `text`, in the order they stand."""
    for match in _SPAN.finditer(text):
        first, last = int(match[1]), int(match[2])
        if last == first + 1 and _another(Period.school_year(first), period, before):
            yield Period.school_year(first).title
    if before is not None and period.kind is not PeriodKind.SCHOOL_YEAR:
        title = re.escape(before.title).replace(r"\ ", r"\s+")
        for match in re.finditer(rf"(?<!\w){title}(?!\w|\s?[-/\u2010-\u2015\u2212]\s?[0-9])", text, re.IGNORECASE):
            if not _MONTH.search(text[max(0, match.start() - 16) : match.start()]):
                yield before.title


def _another(year: Period, period: Period, before: Period | None) -> bool:
    if period.kind is PeriodKind.SCHOOL_YEAR:
        return year.label != period.label
    return before is not None and _meet(year, before) and not _meet(year, period)


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end
