"""Sign-off, recipients and appendices (App. I, II.7 and II.9, III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support.nd30.failure import Failure
from support.nd30.flow import Line, Table, line_height, text_lines, top_of
from support.nd30.lettering import centred, in_capitals, in_lower_case, lettering, quoted
from support.nd30.numbering import roman
from support.nd30.ooxml import find, is_on, value
from support.nd30.parts import Appendix, Parts, SignOff, row_of
from support.nd30.reader import Document
from support.nd30.rules_body import repeats, splitting

ROOM = 36.0
"""Points a signature and a seal take at the very least."""
LEVEL = 5.0
"""Points between the tops of two lines of 12 and 14 pt that stand level."""
FLUSH = 0.3
_HEADS = r"(GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHỦ TỊCH|PHÓ CHỦ TỊCH|HIỆU TRƯỞNG|TRƯỞNG|PHÓ)\b"
_TITLED = re.compile(
    r"(ông|bà|đ/c|đồng chí|ths|thạc s[ĩỹ]|ts|tiến s[ĩỹ]|pgs|gs|giáo sư|cn|cử nhân|bs|bác s[ĩỹ]|ks|kỹ sư|ngưt|ngnd)\b",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(r"- Lưu: VT(, [^\s,.;][^,.;]*)?\.")
_KEY = re.compile(r"Phụ lục( [IVXLC]+)?")
_ATTACHED = re.compile(r"\(Kèm theo Báo cáo số(?P<number>.*)(?P<date>ngày.*tháng.*năm.*?) của (?P<body>.*)\)")
TABLE_SIZES = (10, 14)
NEW_PAGE = frozenset({None, "nextPage", "oddPage", "evenPage"})


def _capacity(signoff: SignOff) -> Iterator[Failure]:
    lines = signoff.capacity
    if not lines:
        yield Failure("capacity", "nothing on the right")
        return
    for line in lines:
        for fault in lettering(line.spans, size=(13, 14), bold=True, italic=False):
            yield Failure("capacity", fault)
        if not in_capitals(line):
            yield Failure("capacity", f"{quoted(line.text)} is not in capitals")
        if not centred(line):
            yield Failure("capacity", f"{quoted(line.text)} is not centred")
    first, *more = [line.text.strip() for line in lines]
    found = re.match(r"(KT|TM|TL|TUQ|Q)\b(\.? *)", first)
    if found is None:
        if first.startswith("PHÓ "):
            yield Failure("capacity", f"a deputy signs with KT.: {quoted(first)}")
        return
    if found[2] != ". ":
        yield Failure("capacity", f"{quoted(first)} is not «{found[1]}. …»")
    kind, rest = found[1], first[found.end() :]
    if kind == "TM" and re.match(_HEADS, rest):
        yield Failure("capacity", f"TM. stands before a collective: {quoted(first)}")
    if kind in {"KT", "TM", "TL", "TUQ"} and not more:
        yield Failure("capacity", f"who signs is missing below {quoted(first)}")
    if kind == "KT" and more and not more[0].startswith("PHÓ "):
        yield Failure("capacity", f"{quoted(more[0])} is no deputy's position")


def _room(signoff: SignOff, name: Line) -> float:
    """Between the last line of the capacity and the name, in points."""
    last = signoff.capacity[-1]
    table = signoff.table
    above, below = row_of(table, last), row_of(table, name)
    if above is None or below is None:
        return 0.0
    bottom = top_of(last, above) + line_height(last.paragraph, last.spans)
    if above is below:
        return top_of(name, above) - bottom
    rows = [row is above for row in table.rows].index(True), [row is below for row in table.rows].index(True)
    between = sum(row.height for row in table.rows[rows[0] + 1 : rows[1]])
    return above.height - bottom + between + top_of(name, below)


def _signer(signoff: SignOff, draft: bool) -> Iterator[Failure]:
    if not signoff.rest:
        if not draft:
            yield Failure("signer", "no name below the position")
        return
    name, *more = signoff.rest
    for line in more:
        yield Failure("signer", f"what is {quoted(line.text)} doing below the name?")
    for fault in lettering(name.spans, size=(13, 14), bold=True, italic=False):
        yield Failure("signer", fault)
    if not centred(name):
        yield Failure("signer", f"{quoted(name.text)} is not centred")
    if signoff.capacity and (room := _room(signoff, name)) < ROOM:
        yield Failure("signing-room", f"{room:.0f} pt between the position and the name")
    if draft:
        return
    text = name.text.strip()
    if not in_lower_case(name) or not all(word[0].isupper() for word in text.split()):
        yield Failure("signer", f"{quoted(text)} is not a name in lower case")
    if _TITLED.match(text):
        yield Failure("signer", f"{quoted(text)} has a title before the name")


def _flush(name: str, line: Line) -> Iterator[Failure]:
    shown = line.paragraph.format
    # A line after a break has no first-line indent of its own.
    at = shown.left + (shown.first if line.spans is line.paragraph.lines[0] else 0.0)
    if shown.align not in {"left", "both"} or abs(at) > FLUSH or line.text != line.text.lstrip():
        yield Failure(name, f"{quoted(line.text)} is not flush left")


def _recipients(signoff: SignOff, addressed: bool) -> Iterator[Failure]:
    if signoff.label is None:
        yield Failure("recipients-label", "«Nơi nhận:» is missing")
    else:
        if signoff.label.text.strip() != "Nơi nhận:":
            yield Failure("recipients-label", f"reads {quoted(signoff.label.text)}")
        for fault in lettering(signoff.label.spans, size=(12, 12), bold=True, italic=True):
            yield Failure("recipients-label", fault)
        yield from _flush("recipients-label", signoff.label)
    texts = [" ".join(line.text.split()) for line in signoff.recipients]
    for number, (line, text) in enumerate(zip(signoff.recipients, texts, strict=True), 1):
        for fault in lettering(line.spans, size=(11, 11), bold=False, italic=False):
            yield Failure("recipients", fault)
        yield from _flush("recipients", line)
        stop = "." if number == len(texts) else ";"
        if not re.fullmatch(rf"- [^-\s].*[^\s;.,]{re.escape(stop)}", text):
            yield Failure("recipients", f"{quoted(text)} is not «- …{stop}»")
    if not texts:
        yield Failure("recipients", "none")
        return
    if _ARCHIVED.fullmatch(texts[-1]) is None:
        yield Failure("recipients", f"the last is {quoted(texts[-1])}")
    above = [text for text in texts if text.lower().startswith("- như trên")]
    if addressed and texts[0] != "- Như trên;":
        yield Failure("recipients", f"the first is {quoted(texts[0])}, not «- Như trên;»")
    if (not addressed and above) or len(above) > 1:
        yield Failure("recipients", "«Như trên» without a Kính gửi, or twice")


def signoff_failures(parts: Parts, *, draft: bool) -> Iterator[Failure]:
    """Everything wrong with the sign-off."""
    signoff = parts.signoff
    if signoff is None:
        yield Failure("signoff", "no two columns with «Nơi nhận:» and a position")
        return
    if signoff.label is not None and signoff.capacity:
        row = row_of(signoff.table, signoff.label)
        tops = [
            abs(top_of(line, row) - top_of(signoff.label, row))
            for line in signoff.capacity
            if row is not None and row_of(signoff.table, line) is row
        ]
        if not tops:
            yield Failure("signoff", "«Nơi nhận:» and the position stand in different rows")
        elif min(tops) > LEVEL:
            yield Failure("signoff", f"«Nơi nhận:» stands {min(tops):.0f} pt off the position")
    yield from _capacity(signoff)
    yield from _signer(signoff, draft)
    yield from _recipients(signoff, addressed=bool(parts.addressees))


def _appendix(appendix: Appendix, number: int, count: int, *, draft: bool) -> Iterator[Failure]:
    label = appendix.label
    text = label.text.strip()
    expected = f"Phụ lục {roman(number)}" if count > 1 else "Phụ lục"
    if not _KEY.fullmatch(text) or (count > 1 and text != expected):
        yield Failure("appendix", f"{quoted(text)} is not «{expected}»")
    for fault in lettering(label.spans, size=(14, 14), bold=True, italic=False):
        yield Failure("appendix", fault)
    if not centred(label):
        yield Failure("appendix", f"{quoted(text)} is not centred")
    lines = appendix.lines[1:]
    at = next((at for at, line in enumerate(lines) if line.text.strip().startswith("(")), None)
    if at is None or at == 0:
        yield Failure("appendix", f"{quoted(text)}: no title and «(Kèm theo …)» below it")
        return
    for line in lines[:at]:
        for fault in lettering(line.spans, size=(13, 14), bold=True, italic=False):
            yield Failure("appendix", fault)
        if not in_capitals(line) or not centred(line):
            yield Failure("appendix", f"the title {quoted(line.text)} is not in capitals, centred")
    if not draft and not _ATTACHED.fullmatch(lines[at].text.strip()):
        yield Failure("appendix", f"reads {quoted(lines[at].text)}")
    for fault in lettering(lines[at].spans, size=(13, 14), bold=False, italic=True):
        yield Failure("appendix", fault)
    if not centred(lines[at]):
        yield Failure("appendix", f"{quoted(lines[at].text)} is not centred")


def _reference(appendix: Appendix, parts: Parts) -> Iterator[Failure]:
    found = next(filter(None, (_ATTACHED.fullmatch(line.text.strip()) for line in appendix.lines)), None)
    if found is None or parts.head is None:
        return  # told already
    number = _joined(parts.head.number.text if parts.head.number else "").removeprefix("Số:").strip()
    dated = _joined(parts.head.date.text if parts.head.date else "").rpartition(", ")[2]
    body = " ".join(_joined(line.text) for line in parts.head.issuer)
    said = {name: _joined(found[name]) for name in ("number", "date", "body")}
    symbol = number.rpartition("/")[2]
    if said["number"] not in {number, ""} and not re.fullmatch(rf"[.…_ ]*/?{re.escape(symbol)}", said["number"]):
        yield Failure("appendix-reference", f"the number {quoted(said['number'])} is not {quoted(number)}")
    if said["date"] != dated and not re.fullmatch(r"ngày[\s.…_]*tháng[\s.…_]*năm[\s.…_\d]*", said["date"]):
        yield Failure("appendix-reference", f"the date {quoted(said['date'])} is not {quoted(dated)}")
    if said["body"].casefold() != body.casefold():
        yield Failure("appendix-reference", f"the body {quoted(said['body'])} is not {quoted(body)}")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _start(appendix: Appendix, document: Document) -> Iterator[Failure]:
    kind = value(find(document.sections[appendix.section].element, "type"))
    breaks = find(appendix.label.paragraph.element, "pPr", "pageBreakBefore")
    if kind not in NEW_PAGE and (breaks is None or not is_on(value(breaks))):
        yield Failure("appendix-start", f"{quoted(appendix.label.text)} goes on where the text ends")


def _outline(appendix: Appendix) -> Iterator[Failure]:
    shown = appendix.label.paragraph.format
    if shown.outline != 0 or not shown.outline_from_style:
        yield Failure("appendix-outline", f"{quoted(appendix.label.text)} is not in the navigation pane as a part is")


def _tables(appendix: Appendix, document: Document) -> Iterator[Failure]:
    for block in document.sections[appendix.section].blocks:
        if not isinstance(block, Table):
            continue
        for line in text_lines([block]):
            for fault in lettering(line.spans, size=TABLE_SIZES):
                yield Failure("appendix-table", fault)
        if not repeats(block):
            yield Failure("appendix-table", "the header row does not repeat")
        for number in splitting(block):
            yield Failure("appendix-table", f"row {number + 1} may split")


def appendix_failures(parts: Parts, document: Document, *, draft: bool) -> Iterator[Failure]:
    """Everything wrong with what follows the sign-off."""
    cited = " ".join(line.text for line in text_lines(parts.body)).lower()
    count = len(parts.appendices)
    for number, appendix in enumerate(parts.appendices, 1):
        yield from _appendix(appendix, number, count, draft=draft)
        key = appendix.label.text.strip().lower()
        if re.search(rf"{re.escape(key)}(?!\w)", cited) is None:
            yield Failure("appendix", f"{quoted(appendix.label.text)} is not cited in the body")
        section = document.sections[appendix.section]
        shown = next((block for block in section.blocks if text_lines([block])), None)
        yield from _reference(appendix, parts)
        yield from _start(appendix, document)
        yield from _outline(appendix)
        yield from _tables(appendix, document)
        own = appendix.section > 0 and shown is appendix.label.paragraph
        if not own or value(find(section.element, "pgNumType"), "start") != "1":
            yield Failure("appendix-pages", f"{quoted(appendix.label.text)} does not number its own pages from 1")
