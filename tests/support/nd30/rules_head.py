"""The head: nation and motto, superior and issuing body, number, place and date (App. I, II.1-4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from support.nd30.failure import Failure
from support.nd30.flow import Line, Paragraph, top_of
from support.nd30.lettering import centred, in_capitals, is_gap, lettering, quoted
from support.nd30.parts import Head, Parts, after, row_of
from support.nd30.strokes import Stroke, middle_of_text, strokes_below
from support.nd30.widths import LINE_HEIGHT

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEVEL = 3.0
"""Points by which two lines may differ and still be level: less than the step from 13 to 14 pt and a hair."""
BALANCED = 2.0
"""Points by which a rule's middle may miss its text's."""
_NUMBER = re.compile(r"Số: (0[1-9]|[1-9]\d+)/BC-[A-ZĐÂĂÊÔƠƯ0-9&-]+")
_BLANK_NUMBER = re.compile(r"Số:[ .…_]*/BC-[A-ZĐÂĂÊÔƠƯ0-9&-]+")
_DATE = re.compile(
    r"(?P<place>\S.*), ngày (?P<day>0[1-9]|[12]\d|3[01]) tháng (?P<month>0[12]|[3-9]|1[0-2]) năm (?P<year>\d{4})"
)
_ABBREVIATED = re.compile(r"\b(TT|TTHTCĐ|HTCĐ|TTVH|UBND|HĐND|P\.|TX\.|TP\.)(?!\w)")


def rule_faults(
    name: str,
    text: str,
    strokes: list[Stroke],
    lengths: tuple[float, float],
    middle: float | None,
) -> Iterator[Failure]:
    """What is wrong with the rules found under a text; one is asked for, between `lengths`, below its `middle`."""
    if len(strokes) != 1:
        yield Failure(name, f"{len(strokes)} rules under {quoted(text)}")
        return
    stroke = strokes[0]
    if not stroke.solid:
        yield Failure(name, f"the rule under {quoted(text)} is not solid")
    if not stroke.black:
        yield Failure(name, f"the rule under {quoted(text)} is not black")
    if not lengths[0] <= stroke.length <= lengths[1]:
        yield Failure(
            name, f"the rule under {quoted(text)} is {stroke.length:.1f} pt, not {lengths[0]:.1f}-{lengths[1]:.1f}"
        )
    if stroke.middle is not None and middle is not None and abs(stroke.middle - middle) > BALANCED:
        yield Failure(name, f"the rule under {quoted(text)} is {abs(stroke.middle - middle):.1f} pt off its middle")


def partial_rule(name: str, lines: list[Line], following: list[Paragraph]) -> Iterator[Failure]:
    """A rule of 1/3-1/2 of the longest line of a text, as it wraps."""
    longest = max(across for line in lines for across in line.wrapped())
    text = " ".join(line.text.strip() for line in lines)
    # Half a point: the length is written in twentieths, the text measured in thousandths.
    lengths = (longest / 3 - 0.5, longest / 2 + 0.5)
    yield from rule_faults(name, text, strokes_below(lines[-1], following), lengths, middle_of_text(lines[-1]))


def _line(
    name: str,
    lines: Iterable[Line],
    *,
    size: tuple[float, float],
    bold: bool | None = None,
    italic: bool | None = None,
    one_line: bool = False,
) -> Iterator[Failure]:
    for line in lines:
        for fault in lettering(line.spans, size=size, bold=bold, italic=italic):
            yield Failure(name, fault)
        if not centred(line):
            yield Failure(name, f"{quoted(line.text)} is not centred")
        if one_line and not line.fits and not is_gap(line):
            yield Failure(name, f"{quoted(line.text)} does not fit on one line of {line.paragraph.available:.0f} pt")


def _single_spaced(name: str, lines: list[Line]) -> Iterator[Failure]:
    for line in lines:
        shown = line.paragraph.format
        size = max(span.format.size for span in line.visible)
        single = shown.line == 1 if shown.line_rule == "auto" else shown.line <= size * LINE_HEIGHT * 1.05
        if not single:
            yield Failure(name, f"{quoted(line.text)} is not single-spaced")


def _nation(head: Head) -> Iterator[Failure]:
    if head.nation is None:
        yield Failure("nation", "no line on the right of the head")
        return
    if head.nation.text.strip() != NATION:
        yield Failure("nation", f"reads {quoted(head.nation.text)}")
    yield from _line("nation", [head.nation], size=(12, 13), bold=True, italic=False, one_line=True)
    if head.motto is None:
        yield Failure("motto", "no line under the nation's name")
        return
    if head.motto.text.strip() != MOTTO:
        yield Failure("motto", f"reads {quoted(head.motto.text)}")
    yield from _line("motto", [head.motto], size=(13, 14), bold=True, italic=False, one_line=True)
    across = head.motto.width
    strokes = strokes_below(head.motto, after(head.table, head.motto))
    lengths = (across * 0.97, across * 1.03)
    yield from rule_faults("motto-rule", head.motto.text, strokes, lengths, middle_of_text(head.motto))


def _names(head: Head) -> Iterator[Failure]:
    for name, lines, bold in (("superior", head.superior, False), ("issuer", head.issuer, True)):
        yield from _line(name, lines, size=(12, 13), bold=bold, italic=False)
        yield from _single_spaced(name, lines)
        for line in lines:
            if not in_capitals(line):
                yield Failure(name, f"{quoted(line.text)} is not in capitals")
    if not head.issuer:
        yield Failure("issuer", "no issuing body")
        return
    full = " ".join(line.text.strip() for line in head.issuer)
    if short := _ABBREVIATED.search(full):
        yield Failure("issuer", f"{quoted(full)} abbreviates: {short[0]}")
    yield from partial_rule("issuer-rule", head.issuer, after(head.table, head.issuer[-1]))


def _number(head: Head, draft: bool) -> Iterator[Failure]:
    if head.number is None:
        yield Failure("number", "no number line")
        return
    text = head.number.text.strip()
    if not draft and not (_NUMBER.fullmatch(text) or _BLANK_NUMBER.fullmatch(text)):
        yield Failure("number", f"reads {quoted(text)}")
    yield from _line("number", [head.number], size=(13, 13), bold=False, italic=False, one_line=True)


def _date(head: Head, draft: bool) -> Iterator[Failure]:
    if head.date is None:
        if not draft:
            yield Failure("date", "no line of place and date")
        return
    text = head.date.text.strip()
    if not draft:
        found = _DATE.fullmatch(text)
        if found is None or not found["place"][0].isupper():
            yield Failure("date", f"reads {quoted(text)}")
        else:
            try:
                date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                yield Failure("date", f"no such day: {quoted(text)}")
    yield from _line("date", [head.date], size=(13, 14), bold=False, italic=True, one_line=True)


def _level(head: Head) -> Iterator[Failure]:
    pairs = [(head.left[:1], head.right[:1], "the two columns begin")]
    if head.number and head.date:
        pairs.append(([head.number], [head.date], "number and date stand"))
    for left, right, what in pairs:
        if not left or not right:
            continue
        row = row_of(head.table, left[0])
        if row is None or row is not row_of(head.table, right[0]):
            yield Failure("head", f"{what} in different rows")
        elif abs(top_of(left[0], row) - top_of(right[0], row)) > LEVEL:
            yield Failure("head", f"{what} {abs(top_of(left[0], row) - top_of(right[0], row)):.1f} pt apart")


def head_failures(parts: Parts, *, draft: bool) -> Iterator[Failure]:
    """Everything wrong with the head."""
    head = parts.head
    if head is None:
        yield Failure("head", "the document does not begin with two columns")
        return
    if not head.left or not head.right:
        yield Failure("head", "a column is empty")
    for line in head.right[3:]:
        yield Failure("head", f"what is {quoted(line.text)} doing on the right?")
    if head.number and head.left and head.number is not head.left[-1]:
        yield Failure("head", f"what is {quoted(head.left[-1].text)} doing below the number?")
    yield from _level(head)
    yield from _nation(head)
    yield from _names(head)
    yield from _number(head, draft)
    yield from _date(head, draft)
