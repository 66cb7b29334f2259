"""Bodies that are gone since 2025, spoken of in a text or the log as if they were still there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tthtcd_tui.checks.abolished import FIRST_GONE
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.checks.former_bodies import FormerBody

# Compiled when first needed, and kept by re: the report of an older year needs none of these.
_OLD = r"(?i)(?<!\w)cũ(?!\w)"
_PAST = (
    r"(?i)(?<!\w)(?:trước\s+(?:đây|kia|khi|ngày|tháng|năm)|nguyên\s+(?:là|phó|chủ|bí|giám|trưởng|hiệu)|sáp\s+nhập"
    r"|(?:các|hai|ba|bốn|những|[0-9])\s+(?:xã|phường|đơn\s+vị)\s+cũ|giải\s+thể|kết\s+thúc\s+hoạt\s+động|19[0-9]{2}|20[01][0-9]|202[0-4]|(?:0?[1-6]\s?[/.-]|tháng\s+0?[1-6]\s+năm)\s?2025"
    r")(?!\w)"
)


def abolished_mentioned(frame: Frame, text: Text) -> Iterator[Finding]:
    """Printed words that name an abolished body as if it still existed. One finding a text."""
    read = text.role in (Role.PROSE, Role.LINE) or text.place == "report/legal_basis"
    issued = frame.issued or frame.period.end
    if not read or issued < FIRST_GONE:
        return
    for words, since in _as_if_there(text.own, issued).items():
        yield warning(
            "abolished_mentioned",
            text.place,
            f"{text.label}: {quoted(words)} không còn từ ngày {padded_date(since)}."
            " Sửa lại, thêm “(cũ)” phía sau, hoặc ghi lý do.",
            words,
        )


def abolished_in_log(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """An activity that names a body which was abolished when it was held."""
    for activity in activities:
        if activity.date < FIRST_GONE:
            return
        for key, text in (("title", activity.title), ("partner", activity.partner), ("place", activity.place)):
            for words, since in _as_if_there(text, activity.date).items():
                yield warning(
                    "abolished_in_log",
                    Place.of(PlaceKind.ACTIVITY, activity.uid, key),
                    f"Hoạt động {quoted(activity.title)} ngày {padded_date(activity.date)}: {quoted(words)} không còn"
                    f" từ ngày {padded_date(since)}. Ghi tên cơ quan hiện nay, hoặc ghi lý do.",
                )


def _as_if_there(text: str, on: date) -> dict[str, date]:
    """The bodies in `text` that were gone by that day, each with the first day without it.

    Except in sentences about the time before, or followed by «cũ».
    """
    return {body.words: body.since for body in _named(text) if body.since <= on}


def _named(text: str) -> Iterator[FormerBody]:
    from tthtcd_tui.checks.former_bodies import former_bodies  # an older report comes without

    for sentence in sentences(unicodedata.normalize("NFC", text)):
        bodies = former_bodies(sentence)
        if not bodies or re.search(_PAST, sentence):
            continue
        last_old = max((old.start() for old in re.finditer(_OLD, sentence)), default=-1)
        yield from (body for body in bodies if body.end > last_old)
