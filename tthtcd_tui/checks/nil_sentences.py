"""Sentences made odd by an answer «không có» or «không áp dụng» that a link in them prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.texts import Text, filled
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.answer import NOT_APPLICABLE, UNANSWERED, Absent, Quantity
from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.links import linked
from tthtcd_tui.text.problem import quoted

_ALONE: Final = r"(?:^|[:–—-])\s*$"
"""What may stand before an answer that stands for itself: «Số hộ nghèo: không có»."""
_COUNTED: Final = r"(?i)(?:^|[,;:(–—.-]|(?<!\w)(?:và|nhưng|hiện|còn|song|cũng))\s*$"
"""What may stand before «không có doanh nghiệp nhà nước»."""
_TOLD_AS_THERE: Final = r"(?i)(?<!\w)(?:đã(?!\w)[^.;]*:|ngoài ra(?:\s+\w+){0,2})\s*$"
"""«Đã đạt chuẩn phổ cập: …», «Ngoài ra còn …»: something must follow."""
_DESCRIBED: Final = r"^(?:\s+[^\W\d_]+){1,3}\s+(?:\([^)]*chuẩn|trình độ|đạt chuẩn)"
"""«không có giáo viên (đạt chuẩn)»: who are not there have no training."""
_MADE_OF: Final = r"(?i)(?<!\w)(?:với|gồm|của|ở|tại|cả|từ|nhờ)\s+$"
"""«Với 0 nhà văn hóa, …»: of nothing nothing comes; «có 0 trường» is a count."""


def odd_by_absence(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """«là đô thị không áp dụng», «có không có doanh nghiệp»: told once a link."""
    for text in texts:
        if "{" in text.raw:
            for name, before, said, after in _absent_links(context, text.raw):
                if not _reads_well(before, said, after):
                    yield warning("odd_by_absence", text.place, _message(context, text, name, before, said, after))


def _absent_links(context: Context, raw: str) -> Iterator[tuple[str, str, str, str]]:
    """Each link that prints an absence, with the words before it, its own, and those after it."""
    parts = list(pieces(raw))
    for number, piece in enumerate(parts):
        if isinstance(piece, Link) and (said := _absence(context, piece.name)):
            before, after = (_words(context, part) for part in (parts[:number], parts[number + 1 :]))
            yield piece.name, before, said, after


def _absence(context: Context, name: str) -> str:
    """What the link prints, if that is an absence in words or a 0."""
    target = linked(context.form, context.facts, name)
    if target is None or target.place is None or not target.text:
        return ""
    answer = context.facts.answers.get(target.place, UNANSWERED)
    is_zero = isinstance(answer, Quantity) and not answer.number
    is_absent = isinstance(answer, Absent) and answer is not UNANSWERED
    return target.text if is_absent or is_zero else ""


def _reads_well(before: str, said: str, after: str) -> bool:
    if said[0].isdigit():
        return not (re.search(_MADE_OF, before) and re.match(r"\s*[^\W\d_]", after))
    if after.lstrip().startswith("%") or before.rstrip()[-1:] in ("“", '"', "«"):
        return False
    if re.search(_DESCRIBED, after):
        return False
    if re.search(_TOLD_AS_THERE, before) or (before.endswith("(") and after.startswith(")")):
        return False
    if re.search(_ALONE, before) and not re.match(r"\s*\w", after):
        return True
    return said != "không áp dụng" and re.search(_COUNTED, before) is not None


def _message(context: Context, text: Text, name: str, before: str, said: str, after: str) -> str:
    target = linked(context.form, context.facts, name)
    answer = context.facts.answers.get(target.place, UNANSWERED) if target and target.place else UNANSWERED
    label = target.label if target else name
    head, tail = " ".join(before.split()[-3:]), " ".join(after.split()[:2])
    kind = "không áp dụng" if answer is NOT_APPLICABLE else "không có"
    shown = quoted(f"{head} {said} {tail}".strip(), 60)
    return f"{text.label}: “{label}” trả lời “{kind}” nên câu đọc thành {shown}. Bỏ vế đó, hoặc viết lại câu."


def _words(context: Context, parts: Sequence[str | Link]) -> str:
    return "".join(
        part if isinstance(part, str) else filled(context.form, context.facts, f"{{{part.name}}}") for part in parts
    )
