"""Other papers as the words name them: their number, their symbol, their day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.dates import dates_in
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_KINDS: Final = {
    "nghị định": "NĐ", "nghị quyết": "NQ", "quyết định": "QĐ", "thông tư": "TT", "chỉ thị": "CT", "kế hoạch": "KH",
    "báo cáo": "BC", "tờ trình": "TTR", "thông báo": "TB", "hướng dẫn": "HD",
}  # fmt: skip
_NUMBERED: Final = (
    rf"(?i)(?<!\w)(?P<kind>{'|'.join(_KINDS)})\s+số:?\s*(?P<number>\d{{1,5}})(?:/(?P<year>(?:19|20)\d{{2}}))?"
    r"/(?P<letters>[A-ZĐ]{2,4})(?=[-/&\s,.;)]|$)(?P<rest>[^\s,;]*)"
)
_NO_NUMBER: Final = r"(?<!\w)[Ss]ố:?\s*/\s?(?=(?:19|20)\d{2}/|[A-ZĐ]{2,4}-)[^\s,;]*"
_LOST_MARK: Final = (
    r"(?<!\w)[\d/]*/(?:ND|QD)-[^\s,;]+|(?<!\w)\d[\w/]*/[A-ZĐ]{2,4}-(?:BGD&?DT|SGD&?DT|PGD&?DT|(?:TT)?HTCD)(?!\w)"
)
_ITS_DAY: Final = 40


def paper_misnamed(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A decree numbered of one year and dated of another, a decision with a plan's symbol, a number left out."""
    if text.role not in (Role.PROSE, Role.LIST, Role.LINE) or not any(map(str.isdecimal, text.own)):
        return
    for words in _odd(text.own):
        yield _found(text, words)
        return


def _odd(words: str) -> Iterator[str]:
    low = words.casefold()
    is_open = any(begun in low for begun in ("số /", "số/", "số: /", "số:/"))
    if is_open and (match := re.search(_NO_NUMBER, words)):
        yield f"{quoted(match[0])} thiếu số văn bản"
    may_lack = any(letters in words for letters in ("/ND-", "/QD-", "GDDT", "GD&DT", "HTCD"))
    if may_lack and (match := re.search(_LOST_MARK, words)):
        yield f"ký hiệu {quoted(match[0])} viết D thay cho Đ"
    for match in re.finditer(_NUMBERED, words) if "số" in low and "/" in words else ():
        letters, kind = match["letters"].upper(), " ".join(match["kind"].casefold().split())
        if letters != _KINDS[kind] and letters in _KINDS.values():
            yield f"{quoted(match[0])}: {kind} mà ký hiệu {letters}"
        after = words[match.end() : match.end() + _ITS_DAY]
        day = next((named.day for named in dates_in(after) if named.has_year), None)
        if match["year"] and day is not None and after.lstrip().startswith("ngày") and int(match["year"]) != day.year:
            yield f"{quoted(match[0])} là số của năm {match['year']}, nhưng ngày ban hành là {padded_date(day)}"


def _found(text: Text, words: str) -> Finding:
    return warning("paper_misnamed", text.place, f"{text.label}: {words}. Sửa lại, hoặc ghi lý do.")
