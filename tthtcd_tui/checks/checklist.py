"""The checklist: a status and a statement that say opposite things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold

# Compiled when first needed, and kept by re.
_DONE: Final = r"(?i)(?<!\w)đã(?!\w)"
_NOT_DONE: Final = r"(?i)(?<!\w)(?:chưa|không|sẽ|dự\s+kiến|đang|mới\s+chỉ|chậm|còn)(?!\w)"


def told_as_done(context: Context) -> Iterator[Finding]:
    """«Chưa thực hiện» of an item whose statement tells that it was done."""
    form, facts = context.form, context.facts
    for place in facts.answers:
        if place.kind not in (PlaceKind.CHECKLIST, PlaceKind.OWN) or not place.endswith("/status"):
            continue
        status = facts.answers[place]
        option = form.records[place.kind]["status"].option(status) if isinstance(status, str) else None
        if option is None:
            continue
        if option.key == "done":
            yield from _told_as_not_done(context, place, option.label)
        if not fold(option.label).startswith("chua"):
            continue
        statement = Place.of(*place.parts[:2], "statement")
        words = " ".join(facts.lines_at(statement))
        if re.search(_DONE, words) and not re.search(_NOT_DONE, words):
            yield warning(
                "told_as_done",
                place,
                f"{label_at(form, place)}: “{option.label}”, nhưng lời đánh giá kể là đã làm."
                " Sửa mức thực hiện hoặc lời đánh giá, hoặc ghi lý do.",
            )


_NOTHING_YET: Final = (
    r"(?i)^\W*(?:(?:trung\s+tâm|ban\s+giám\s+đốc|địa\s+phương|đơn\s+vị|trong\s+(?:năm|kỳ))\s+)?(?:(?:hiện|nay|vẫn|còn)\s+)*chưa\s+"
    r"(?:xây\s+dựng|ban\s+hành|thực\s+hiện|tổ\s+chức|triển\s+khai|tham\s+mưu|phân\s+công|lập|mở|điều\s+tra|kiện\s+toàn|lưu\s+trữ|làm)(?!\w)[^.!?]*[.!?]?\s*$"
)
_BUT: Final = r"(?i)(?<!\w)(?:nhưng|song|tuy|ngoài|riêng|mà|còn|đã|chỉ)(?!\w)"


def _told_as_not_done(context: Context, place: Place, label: str) -> Iterator[Finding]:
    """«Đã thực hiện» of an item all of whose statement is that it was not."""
    words = " ".join(context.facts.lines_at(Place.of(*place.parts[:2], "statement")))
    if "chưa" in words[:60].casefold() and re.search(_NOTHING_YET, words) and not re.search(_BUT, words):
        yield warning(
            "told_as_done",
            place,
            f"{label_at(context.form, place)}: “{label}”, nhưng lời đánh giá kể là chưa làm."
            " Sửa mức thực hiện hoặc lời đánh giá, hoặc ghi lý do.",
        )
