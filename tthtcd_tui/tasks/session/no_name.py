"""Recognise text typed as an activity's name that is something else: a day, a number, a period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.read import read
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.tasks.session.log_activity import fields_of
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.periods import Period, parse_period

_NUMBERS: Final = ("classes", "participations")
_LIKE_A_DAY: Final = re.compile(r"[0-9]{1,2} ?[-/.] ?[0-9]{1,2}(?: ?[-/.] ?[0-9]{2,4})?")


class Meant(NamedTuple):
    """The field that the text may have been meant for, and its value there."""

    words: str
    """«Là ngày 12/4/2021»."""
    key: str
    raw: str


class NoName(NamedTuple):
    asks: str
    """«Đây là ngày?»"""
    meant: tuple[Meant, ...] = ()


def no_name(form: Form, period: Period, title: str) -> NoName | None:
    """What `title` is as a whole, where that is no name; None for anything else.

    An impossible day, such as «31/6», is no name either.
    """
    day = read(fields_of(form)["date"], title, days=period.days)
    if isinstance(day, date):
        return NoName("Đây là ngày?", (Meant(f"Là ngày {format_date(day)}", "date", format_date(day)),))
    if _is_period(title):
        return NoName("Đây là kỳ báo cáo?")
    if numbers := tuple(_numbers(form, title)):
        return NoName("Đây là số?", numbers)
    if not any(letter.isdigit() for letter in title) or any(letter.isalpha() for letter in title):
        return None
    return NoName("Đây là ngày?" if _LIKE_A_DAY.fullmatch(title.strip()) else "Đây là số?")


def _is_period(title: str) -> bool:
    """A year alone is a number as well, and offered as one."""
    try:
        return not title.strip().isdigit() and bool(parse_period(title))
    except TextProblem:
        return False


def _numbers(form: Form, title: str) -> Iterator[Meant]:
    fields = fields_of(form)
    for key in _NUMBERS:
        if isinstance(read(fields[key], title), Quantity):
            label = fields[key].label
            yield Meant(f"Là {label[:1].lower()}{label[1:]}", key, title)
