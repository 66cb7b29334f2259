"""The top of the report: the centre's name in full, number and symbol as they are written, a date that can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

_NUMBER = re.compile(r"\d+[a-zđ]?", re.IGNORECASE)
_SYMBOL = re.compile(r"[^\W\d_]+(?:-[^\s/–-]+)+")
_ABBREVIATED = re.compile(r"(?<!\w)(?:TT|\w*HTC[ĐD])(?!\w)", re.IGNORECASE)


def issuer_abbreviated(form: Form, facts: Facts) -> Iterator[Finding]:
    """The issuing body's name is official and in full, never TTHTCĐ (Decree 30/2020 App. I, II.2)."""
    place = Place("report/issuer")
    if found := _ABBREVIATED.search(facts.text_at(place)):
        yield error(
            "issuer_abbreviated",
            place,
            f"{label_at(form, place)}: còn viết tắt {quoted(found[0])}. Ghi đầy đủ, như Trung tâm học tập cộng đồng"
            " phường Mạo Khê.",
        )


def number_written(form: Form, facts: Facts) -> Iterator[Finding]:
    """The number alone: «Số:», the stroke and the symbol are printed beside it (App. I, II.3)."""
    place = Place("report/number")
    given = facts.text_at(place)
    if given and not _NUMBER.fullmatch(given):
        yield warning(
            "number_written",
            place,
            f"{label_at(form, place)}: {quoted(given)} không phải một con số. Chỉ ghi số, như 5, hoặc ghi lý do.",
        )


def symbol_written(form: Form, facts: Facts) -> Iterator[Finding]:
    """Capitals joined by hyphens without blanks, the document's type first: «BC-TTHTCĐ» (App. I, II.3)."""
    place = Place("report/symbol")
    given = facts.text_at(place)
    if given and not (_SYMBOL.fullmatch(given) and given == given.upper()):
        yield warning(
            "symbol_written",
            place,
            f"{label_at(form, place)}: {quoted(given)} chưa đúng thể thức. Viết hoa, nối bằng dấu gạch, không có khoảng"
            " trắng, như BC-TTHTCĐ, hoặc ghi lý do.",
        )


def place_written(form: Form, facts: Facts) -> Iterator[Finding]:
    """The name of a place begins with a capital."""
    place = Place("report/place")
    given = facts.text_at(place)
    if given[:1].islower():
        yield warning(
            "place_written",
            place,
            f"{label_at(form, place)}: {quoted(given)} chưa viết hoa chữ đầu. Sửa như {given[0].upper()}{given[1:]},"
            " hoặc ghi lý do.",
        )


def issued_too_early(form: Form, facts: Facts) -> Iterator[Finding]:
    """Issued before the first day it reports on. A report may be issued before the last: many are, in May or June."""
    place = Place("report/date")
    issued, start = facts.date_at(place), facts.period.start
    if issued is not None and issued < start:
        yield warning(
            "issued_too_early",
            place,
            f"{label_at(form, place)}: {padded_date(issued)} là trước khi kỳ báo cáo bắt đầu ({padded_date(start)})."
            " Sửa ngày, hoặc ghi lý do.",
        )
