"""Bodies that are gone since 1 July 2025, in a report issued from that day (form.md, «Facts of the field»).

A report without a date of issue is judged by its period's last day. In older reports nothing is looked for: they named
the bodies of their time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from tthtcd_tui.checks.former_bodies import former_bodies
from tthtcd_tui.checks.prose import printed_texts
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.problem import quoted

ABOLISHED: Final = date(2025, 7, 1)

_NAMING = ("superior", "issuer", "locality", "place", "addressees", "recipients", "authority", "position")
# Compiled when first needed, and kept by re: the report of an older year needs none of these.
_STOP = r"(?:(?<=\w{3})|(?<=[)”»\"]))[.!?…;](?=\s|$)"
"""A sentence's end. After two letters it is an abbreviation's: TX., TP., Q."""
_OLD = r"(?i)(?<!\w)cũ(?!\w)"
_PAST = (
    r"(?i)(?<!\w)(?:trước\s+(?:đây|kia|khi|ngày|tháng|năm)|nguyên\s+(?:là|phó|chủ|bí|giám|trưởng|hiệu)|sáp\s+nhập"
    r"|giải\s+thể|kết\s+thúc\s+hoạt\s+động|19[0-9]{2}|20[01][0-9]|202[0-4])(?!\w)"
)


def abolished_named(form: Form, facts: Facts) -> Iterator[Finding]:
    """A report headed by, addressed to, sent to or signed for a body that is gone. Told once a line."""
    if not _issued_since(facts):
        return
    for key in _NAMING:
        place = Place.of("report", key)
        answer = facts.at(place)
        lines = answer if isinstance(answer, tuple) else (facts.text_at(place),)
        for body in _first_bodies(lines):
            yield error(
                "abolished_named",
                place,
                f"{label_at(form, place)}: {quoted(body)} không còn từ ngày {padded_date(ABOLISHED)}."
                " Ghi cơ quan cấp xã hoặc cấp tỉnh.",
            )


def abolished_mentioned(form: Form, facts: Facts) -> Iterator[Finding]:
    """A paragraph or a board member's post that names such a body as if it were still there. Told once a text."""
    if not _issued_since(facts):
        return
    posts = [Place.of("board", member.uid, "duty") for member in facts.board]
    texts = [*((place, facts.text_at(place)) for place in posts), *printed_texts(form, facts)]
    for place, words in dict.fromkeys((place, words) for place, text in texts for words in _as_if_there(text)):
        yield warning(
            "abolished_mentioned",
            place,
            f"{label_at(form, place)}: {quoted(words)} không còn từ ngày {padded_date(ABOLISHED)}."
            " Sửa lại, thêm “(cũ)” phía sau, hoặc ghi lý do.",
        )


def _issued_since(facts: Facts) -> bool:
    return (facts.date_at("report", "date") or facts.period.end) >= ABOLISHED


def _first_bodies(lines: tuple[str, ...]) -> dict[str, None]:
    return dict.fromkeys(body.words for line in lines for body in former_bodies(line)[:1])


def _as_if_there(text: str) -> Iterator[str]:
    """The bodies in `text`, but for those in a sentence that speaks of a time before, or says «cũ» after them."""
    for sentence in re.split(_STOP, unicodedata.normalize("NFC", text)):
        if re.search(_PAST, sentence):
            continue
        last_old = max((old.start() for old in re.finditer(_OLD, sentence)), default=-1)
        yield from (body.words for body in former_bodies(sentence) if body.end > last_old)
