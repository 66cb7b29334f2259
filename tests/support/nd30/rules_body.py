"""The body: prose, legal basis, headings, points and tables (App. I, II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from support.nd30.failure import Failure
from support.nd30.flow import Block, Paragraph, Table
from support.nd30.lettering import lettering, quoted
from support.nd30.numbering import roman
from support.nd30.ooxml import POINTS_PER_CM, POINTS_PER_MM, find, is_on, value
from support.nd30.parts import ARABIC, DEEP, LETTER, PART, POINT, ROMAN, Parts
from support.nd30.widths import LINE_HEIGHT

LETTERS = "abcdđeghiklmnopqrstuvxy"
FIRST_LINES = (1.0, 1.27)
"""Centimetres."""
CLOSE = 0.1
"""Millimetres by which an indent may differ."""
GAP = 6.0
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
END = "./."


def _sizes(parts: Parts) -> set[float]:
    spans = (span for paragraph in [*parts.prose, *parts.legal] for span in paragraph.spans)
    return {span.format.size for span in spans if span.visible}


def _prose(parts: Parts) -> Iterator[Failure]:
    for paragraph in parts.prose:
        for fault in lettering(paragraph.spans, size=(13, 14), bold=False, italic=False):
            yield Failure("body", fault)
    if len(sizes := _sizes(parts)) > 1:
        yield Failure("body", f"more than one size: {', '.join(f'{size:g}' for size in sorted(sizes))}")
    if not parts.prose:
        yield Failure("body", "no prose")
    for paragraph in [*parts.prose, *parts.legal, *parts.points]:
        if paragraph.format.align != "both":
            yield Failure("body-justified", f"{quoted(paragraph.text)} is {paragraph.format.align}")
        yield from _indent(paragraph)


def _indent(paragraph: Paragraph) -> Iterator[Failure]:
    shown = paragraph.format
    close = CLOSE * POINTS_PER_MM
    stands_in = any(abs(shown.first - cm * POINTS_PER_CM) <= close for cm in FIRST_LINES)
    if not stands_in or abs(shown.left) > close or abs(shown.right) > close:
        indents = ", ".join(
            f"{name} {amount / POINTS_PER_CM:.3f} cm"
            for name, amount in (("first line", shown.first), ("left", shown.left), ("right", shown.right))
        )
        yield Failure("body-indent", f"{quoted(paragraph.text)}: {indents}")
    elif paragraph.text != paragraph.text.lstrip():
        yield Failure("body-indent", f"{quoted(paragraph.text)} begins with blanks")


def gap_between(above: Paragraph, below: Paragraph) -> float:
    """The space between two paragraphs, in points. Word may take the larger of the two instead of both."""
    same = above.format.style == below.format.style
    after = 0.0 if same and above.format.contextual else above.format.after
    before = 0.0 if same and below.format.contextual else below.format.before
    return max(after, before)


def _spacing(parts: Parts) -> Iterator[Failure]:
    above: Block | None = None
    for block in parts.body:
        if isinstance(block, Paragraph) and block.blank:
            continue
        if isinstance(block, Paragraph) and isinstance(above, Paragraph) and gap_between(above, block) < GAP:
            yield Failure("body-gap", f"{gap_between(above, block):g} pt above {quoted(block.text)}")
        above = block
    for paragraph in [*parts.prose, *parts.legal, *parts.points, *parts.headings]:
        shown = paragraph.format
        single = max((span.format.size for span in paragraph.spans if span.visible), default=14.0) * LINE_HEIGHT
        lines = shown.line if shown.line_rule == "auto" else shown.line / single
        if shown.line_rule == "atLeast":
            lines = max(lines, 1.0)
        # Lines given in points are rounded to whole ones by hand.
        slack = 0.0 if shown.line_rule == "auto" else 0.03
        if not 1.0 - slack <= lines <= 1.5 + slack:
            yield Failure("body-line", f"{lines:.2f} lines in {quoted(paragraph.text)}")


def _legal(parts: Parts) -> Iterator[Failure]:
    for number, paragraph in enumerate(parts.legal, 1):
        for fault in lettering(paragraph.spans, size=(13, 14), bold=False, italic=True):
            yield Failure("legal-basis", fault)
        stop = "." if number == len(parts.legal) else ";"
        if not paragraph.text.rstrip().endswith(stop):
            yield Failure("legal-basis", f"{quoted(paragraph.text)} does not end «{stop}»")


def _heading(paragraph: Paragraph, sizes: set[float]) -> Iterator[Failure]:
    text = paragraph.text.strip()
    for fault in lettering(paragraph.spans, bold=not POINT.match(text), italic=False):
        yield Failure("heading", fault)
    for span in paragraph.spans:
        if span.visible and sizes and span.format.size not in sizes:
            yield Failure("heading", f"{quoted(span.text)} is {span.format.size:g} pt, not the prose's size")
    if DEEP.match(text):
        yield Failure("heading", f"{quoted(text)} is numbered «1.1.» or «I.1.»")
    found = ROMAN.match(text) or LETTER.match(text) or ARABIC.match(text)
    title = text[found.end() :] if found else text
    capitals = title == title.upper()
    if (ROMAN.match(text) or LETTER.match(text)) and not capitals:
        yield Failure("heading", f"{quoted(text)} is not in capitals")
    if ARABIC.match(text) and capitals and re.search(r"[^\W\d]{2}", title):
        yield Failure("heading", f"{quoted(text)} is in capitals")
    if paragraph.format.outline is None:
        yield Failure("heading-real", f"{quoted(text)} has no outline level")
    elif not paragraph.format.outline_from_style:
        yield Failure("heading-real", f"{quoted(text)}: its outline level is no style's")
    if found and not paragraph.label:
        yield Failure("heading-real", f"{quoted(text)}: its number is typed")


def _numbers(parts: Parts) -> Iterator[tuple[Paragraph, int, int]]:
    """(heading, level, number): level 0 for «A.», 1 for «I.», 2 for «1.»; headings that do not count are left out."""
    letter = ""
    for paragraph in parts.headings:
        text = paragraph.text.strip()
        lettered, counted = LETTER.match(text) or re.match(r"([CDI])\.(?=\s)", text), ROMAN.match(text)
        # C, D and I are Roman numbers too: they are letters after B, C and H.
        if lettered and (not counted or (letter and ALPHABET.find(lettered[1]) == ALPHABET.find(letter) + 1)):
            letter = lettered[1]
            yield paragraph, 0, ALPHABET.find(letter) + 1
        elif counted:
            yield paragraph, 1, next((number for number in range(1, 200) if roman(number) == counted[1]), 0)
        elif found := ARABIC.match(text):
            yield paragraph, 2, int(found[1])
        elif PART.match(text):
            yield paragraph, 0, 0


def _order(parts: Parts) -> Iterator[Failure]:
    counts = [0, 0, 0]
    outlines: list[set[int]] = [set(), set(), set()]
    for paragraph, level, number in _numbers(parts):
        # A part in words is 0: it starts what is below it anew, and is not counted itself.
        if number and number != counts[level] + 1:
            yield Failure("heading-order", f"{quoted(paragraph.text)} follows number {counts[level]}")
        counts[level:] = [number, *[0] * (2 - level)]
        if paragraph.format.outline is not None:
            outlines[level].add(paragraph.format.outline)
    used = [levels for levels in outlines if levels]
    for above, below in pairwise(used):
        if max(above) >= min(below):
            yield Failure("heading-order", "a lower heading is not outlined below a higher one")


def _points(parts: Parts, sizes: set[float]) -> Iterator[Failure]:
    last = ""
    for block in parts.body:
        if not isinstance(block, Paragraph):
            continue
        if any(block is heading for heading in parts.headings):
            last = ""
        found = POINT.match(block.text.strip())
        if found is None or not any(block is point for point in parts.points):
            continue
        for fault in lettering(block.spans, bold=False, italic=False):
            yield Failure("points", fault)
        for span in block.spans:
            if span.visible and sizes and span.format.size not in sizes:
                yield Failure("points", f"{quoted(span.text)} is {span.format.size:g} pt, not the prose's size")
        letter = found[1]
        expected = LETTERS[LETTERS.find(last) + 1 : LETTERS.find(last) + 2] if last else "a"
        if letter not in {"a", expected}:
            yield Failure("points", f"{letter}) follows {last + ')' if last else 'no other point'}")
        last = letter


def _end(parts: Parts) -> Iterator[Failure]:
    texts = [block for block in parts.body if isinstance(block, Paragraph) and not block.blank]
    if not texts or not texts[-1].text.rstrip().endswith(END):
        yield Failure("end-mark", f"the text ends {quoted(texts[-1].text[-40:]) if texts else 'nowhere'}")
    for paragraph in texts[:-1]:
        if END in paragraph.text:
            yield Failure("end-mark", f"«./.» within the text: {quoted(paragraph.text[-40:])}")
    if texts and texts[-1].text.count(END) > 1:
        yield Failure("end-mark", "«./.» twice")


def _tables(parts: Parts) -> Iterator[Failure]:
    for table in (block for block in parts.body if isinstance(block, Table)):
        if not repeats(table):
            yield Failure("table-header", f"{quoted(_row_text(table, 0))} does not repeat")
        for number in splitting(table):
            yield Failure("table-rows", f"row {number + 1} may split: {quoted(_row_text(table, number))}")


def repeats(table: Table) -> bool:
    """Whether its first row is shown again on each page; one of a single row need not."""
    header = find(table.rows[0].element, "trPr", "tblHeader")
    return len(table.rows) < 2 or (header is not None and is_on(value(header)))


def splitting(table: Table) -> Iterator[int]:
    """Its rows that may be torn by the end of a page."""
    for number, row in enumerate(table.rows if len(table.rows) > 1 else ()):
        whole = find(row.element, "trPr", "cantSplit")
        if whole is None or not is_on(value(whole)):
            yield number


def _row_text(table: Table, number: int) -> str:
    return " | ".join(line.text for cell in table.rows[number].cells for line in cell.lines)


def body_failures(parts: Parts) -> Iterator[Failure]:
    """Everything wrong from the first line of the body to the sign-off."""
    sizes = _sizes(parts)
    yield from _prose(parts)
    yield from _spacing(parts)
    yield from _legal(parts)
    for paragraph in parts.headings:
        yield from _heading(paragraph, sizes)
    yield from _order(parts)
    yield from _points(parts, sizes)
    yield from _end(parts)
    yield from _tables(parts)
