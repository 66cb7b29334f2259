"""The top of the report: the centre's name in full, number and symbol as they are written, a date that can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import DATE, ISSUER, NUMBER, PLACE, SYMBOL
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_SYMBOL: Final = r"[^\W\d_]+(?:-[^\s/–-]+)+"
_ABBREVIATED: Final = r"(?i)(?<!\w)(?:TT|CĐ|\w*HTC[ĐD])(?!\w)"
_ABBREVIATIONS: Final = ("tt", "cđ", "htc")
"""In every one of these, in small letters."""

_LATEST = timedelta(days=183)
_LONGEST_CODE = 4
"""Letters of an abbreviation, such as TPHCM's shorter kin: longer ones are a name in capitals."""
_BESIDE_NUMBER: Final = frozenset("abcdefghijklmnopqrstuvwxyzđ")
_LOST_D = r"HTCD(?!\w)"


def issuer_abbreviated(context: Context) -> Iterator[Finding]:
    """The issuing body's name is official and in full, never TTHTCĐ (Decree 30/2020 App. I, II.2)."""
    form, facts = context.form, context.facts
    place = ISSUER
    given = facts.text_at(place)
    is_short = any(letters in given.casefold() for letters in _ABBREVIATIONS)
    if is_short and (found := re.search(_ABBREVIATED, given)):
        yield error(
            "issuer_abbreviated",
            place,
            f"{label_at(form, place)}: còn viết tắt {quoted(found[0])}. Ghi đầy đủ, như Trung tâm học tập cộng đồng"
            " phường Mạo Khê.",
        )


def number_written(context: Context) -> Iterator[Finding]:
    """The number alone: «Số:», the stroke and the symbol are printed beside it (App. I, II.3)."""
    form, facts = context.form, context.facts
    place = NUMBER
    given = facts.text_at(place)
    if given and not _is_number(given):
        yield warning(
            "number_written",
            place,
            f"{label_at(form, place)}: {quoted(given)} không phải một con số. Chỉ ghi số, như 5, hoặc ghi lý do.",
        )


def _is_number(given: str) -> bool:
    """«5», «05», «5a»."""
    digits = given[:-1] if given[-1:].casefold() in _BESIDE_NUMBER else given
    return digits.isdecimal() and bool(digits.strip("0"))


def symbol_written(context: Context) -> Iterator[Finding]:
    """Capitals joined by hyphens without blanks, the document's type first: «BC-TTHTCĐ» (App. I, II.3)."""
    form, facts = context.form, context.facts
    place = SYMBOL
    given = facts.text_at(place)
    if given and not (given == given.upper() and re.fullmatch(_SYMBOL, given)):
        yield warning(
            "symbol_written",
            place,
            f"{label_at(form, place)}: {quoted(given)} chưa đúng thể thức. Viết hoa, nối bằng dấu gạch, không có khoảng"
            " trắng, như BC-TTHTCĐ, hoặc ghi lý do.",
        )


def place_written(context: Context) -> Iterator[Finding]:
    """The name of a place begins with a capital."""
    form, facts = context.form, context.facts
    place = PLACE
    given = facts.text_at(place)
    proper = given.title() if given.isupper() and len(given) > _LONGEST_CODE else given[:1].upper() + given[1:]
    if given != proper:
        what = "viết hoa tất cả" if given.isupper() else "chưa viết hoa chữ đầu"
        yield warning(
            "place_written",
            place,
            f"{label_at(form, place)}: {quoted(given)} {what}. Sửa như {proper}, hoặc ghi lý do.",
        )


_OF_OTHERS: Final = {
    "UBND": "UBND",
    "HĐND": "HĐND",
    "PGDĐT": "Phòng GD&ĐT",
    "SGDĐT": "Sở GD&ĐT",
    "HKH": "Hội Khuyến học",
}
"""What stands in the symbols of other bodies."""


def symbol_fits(context: Context) -> Iterator[Finding]:
    """The symbol begins with the letters of the document's type, BC for BÁO CÁO, and keeps its Đ."""
    form = context.form
    given = context.facts.text_at(SYMBOL)
    kind, _, body = given.partition("-")
    letters = "".join(word[0] for word in form.document_type.split()).upper()
    if given and body and kind.isalpha() and kind.upper() != letters:
        yield warning(
            "symbol_fits",
            SYMBOL,
            f"{label_at(form, SYMBOL)}: {quoted(given)} bắt đầu bằng {quoted(kind)}, nhưng văn bản này là"
            f" {form.document_type}. Ghi như {letters}-{body}, hoặc ghi lý do.",
        )
    elif body in _OF_OTHERS:
        yield warning(
            "symbol_fits",
            SYMBOL,
            f"{label_at(form, SYMBOL)}: {quoted(given)} là ký hiệu của {_OF_OTHERS[body]}, không phải của trung tâm."
            f" Ghi như {letters}-TTHTCĐ, hoặc ghi lý do.",
        )
    elif "HTCD" in given and re.search(_LOST_D, given):
        proper = re.sub(_LOST_D, "HTCĐ", given)
        yield warning(
            "symbol_fits",
            SYMBOL,
            f"{label_at(form, SYMBOL)}: {quoted(given)} viết D thay cho Đ. Sửa thành {proper}, hoặc ghi lý do.",
        )


def issued_too_early(context: Context) -> Iterator[Finding]:
    """Issued before half of what it reports on has passed. Many are issued before the last day, in May or June."""
    form, facts = context.form, context.facts
    issued, start, end = facts.date_at(DATE), facts.period.start, facts.period.end
    if issued is None or issued >= start + (end - start) / 2:
        return
    span = f"{padded_date(start)} - {padded_date(end)}"
    when = f"bắt đầu ({padded_date(start)})" if issued < start else f"qua được một nửa ({span})"
    yield warning(
        "issued_too_early",
        DATE,
        f"{label_at(form, DATE)}: {padded_date(issued)} là trước khi kỳ báo cáo {when}. Sửa ngày, hoặc ghi lý do.",
    )


def issued_too_late(context: Context) -> Iterator[Finding]:
    """Issued more than half a year after the last day it reports on: more often a year mistyped than so late."""
    form, facts = context.form, context.facts
    issued, end = facts.date_at(DATE), facts.period.end
    if issued is not None and issued > end + _LATEST:
        yield warning(
            "issued_too_late",
            DATE,
            f"{label_at(form, DATE)}: {padded_date(issued)} là quá lâu sau khi kỳ báo cáo kết thúc"
            f" ({padded_date(end)}). Xem lại năm, hoặc ghi lý do.",
        )
