"""The top of the report: the centre's name in full, a date of issue that can be."""

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
