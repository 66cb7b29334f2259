"""Which part of a report each paragraph is, told from where it stands and how it begins.

Nothing is judged here: a part that is set wrongly is still that part, or its rule could never fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from support.nd30.flow import Block, Line, Paragraph, Row, Table, text_lines
from support.nd30.reader import Document
from support.nd30.strokes import strokes_below

DRAFT_MARK = re.compile(r"dự thảo\b.*", re.IGNORECASE)
_ISSUER = re.compile(r"trung tâm|tt", re.IGNORECASE)
_APPENDIX = re.compile(r"phụ lục(\s+[ivxlc]+)?\W*", re.IGNORECASE)
_LEGAL = re.compile(r"căn cứ\b", re.IGNORECASE)
_OTHER_LEGAL = re.compile(r"(?:thực hiện|theo|xét)\b", re.IGNORECASE)
POINT = re.compile(r"([a-zđ])\) ?")
ROMAN = re.compile(r"([IVXLC]+)\.(?=\s)")
LETTER = re.compile(r"([A-HJ-UWYZĐ])\.(?=\s)")
ARABIC = re.compile(r"(\d+)\.(?=\s)")
DEEP = re.compile(r"(?:\d+|[IVXLC]+)\.\d+")
PART = re.compile(r"phần (thứ )?\w+", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """The two columns at the top."""

    table: Table
    left: list[Line]
    right: list[Line]
    superior: list[Line] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    number: Line | None = None
    nation: Line | None = None
    motto: Line | None = None
    date: Line | None = None


@dataclass(slots=True)
class SignOff:
    table: Table
    row: Row
    """The row both columns begin in."""
    label: Line | None
    recipients: list[Line]
    capacity: list[Line]
    rest: list[Line]
    """What follows the capacity: the name, in a sound document."""


@dataclass(slots=True)
class Appendix:
    label: Line
    lines: list[Line]
    """All its lines, the label's first."""
    section: int


@dataclass(slots=True)
class Parts:
    head: Head | None = None
    title: Line | None = None
    abstract: list[Line] = field(default_factory=list)
    after_abstract: list[Paragraph] = field(default_factory=list)
    addressees: list[Line] = field(default_factory=list)
    legal: list[Paragraph] = field(default_factory=list)
    headings: list[Paragraph] = field(default_factory=list)
    points: list[Paragraph] = field(default_factory=list)
    prose: list[Paragraph] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    """Everything from after the addressees to the sign-off, in order."""
    signoff: SignOff | None = None
    appendices: list[Appendix] = field(default_factory=list)


def is_draft_mark(text: str) -> bool:
    return DRAFT_MARK.fullmatch(text.strip()) is not None


def _shown(lines: list[Line]) -> list[Line]:
    return [line for line in lines if not is_draft_mark(line.text)]


def row_of(table: Table, line: Line) -> Row | None:
    """The row a line of the table stands in."""
    return next((row for row in table.rows if any(cell is line.cell for cell in row.cells)), None)


def column(table: Table, side: int) -> list[Line]:
    """The lines of the first or the last column, 0 or -1, top down. A cell across the table is neither."""
    return _shown([line for row in table.rows if len(row.cells) > 1 for line in row.cells[side].lines])


def after(table: Table, line: Line) -> list[Paragraph]:
    """The paragraphs that follow `line` in its column."""
    side = next(
        (at for row in table.rows for at, cell in enumerate(row.cells) if cell is line.cell and len(row.cells) > 1), 0
    )
    side = 0 if side == 0 else -1
    paragraphs = [paragraph for row in table.rows for paragraph in row.cells[side].paragraphs()]
    at = next((at for at, paragraph in enumerate(paragraphs) if paragraph is line.paragraph), -1)
    return paragraphs[at + 1 :]


def _head(table: Table) -> Head:
    head = Head(table, column(table, 0), column(table, -1))
    number = next((line for line in head.left if re.match(r"số\b", line.text.strip(), re.IGNORECASE)), None)
    head.number = number or (head.left[-1] if len(head.left) > 1 else None)
    names = [line for line in head.left if line is not head.number]
    named = (at for at, line in enumerate(names) if _ISSUER.match(line.text.strip()))
    bold = (at for at, line in enumerate(names) if all(span.format.bold for span in line.visible))
    start = next(named, next(bold, max(len(names) - 1, 0)))
    head.superior, head.issuer = names[:start], names[start:]
    head.nation, head.motto, head.date = (*head.right[:3], None, None, None)[:3]
    return head


def _signoff(table: Table) -> SignOff | None:
    left, right = column(table, 0), column(table, -1)
    label = next((line for line in left if line.text.strip().lower().startswith("nơi nhận")), None)
    capacity = []
    for line in right:
        if line.text != line.text.upper():
            break
        capacity.append(line)
    # A capacity not in capitals is still one: what stands level with the label.
    capacity = capacity or right[:1]
    row = row_of(table, label or capacity[0]) if label or capacity else None
    if row is None:
        return None
    recipients = [line for line in left if line is not label]
    return SignOff(table, row, label, recipients, capacity, right[len(capacity) :])


def _mentions(table: Table, words: str) -> bool:
    return any(line.text.strip().lower().startswith(words) for line in text_lines([table]))


def _title(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take title, abstract and addressees from the front of `blocks`; the rest is returned."""
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            break
        paragraphs.append(block)
    lines = _shown(text_lines(list(paragraphs)))
    if not lines:
        return blocks
    parts.title = lines[0]
    taken = 1
    for line in lines[1:]:
        starts = line.text.strip().lower()
        centred = line.paragraph.format.align == "center" or line.paragraph is parts.title.paragraph
        if starts.startswith("kính gửi") or (parts.abstract and not centred):
            break
        following = _after_paragraph(paragraphs, line.paragraph)
        if parts.abstract and _ruled(parts.abstract[-1], paragraphs):
            break
        parts.abstract.append(line)
        parts.after_abstract = following
        taken += 1
    rest = lines[taken:]
    if rest and rest[0].text.strip().lower().startswith("kính gửi"):
        parts.addressees.append(rest.pop(0))
        if parts.addressees[0].text.strip().endswith(":"):
            while rest and rest[0].text.strip().startswith(("-", "–", "+")):
                parts.addressees.append(rest.pop(0))
    last = parts.addressees[-1] if parts.addressees else (parts.abstract or [parts.title])[-1]
    return blocks[blocks.index(last.paragraph) + 1 :]


def _after_paragraph(paragraphs: list[Paragraph], paragraph: Paragraph) -> list[Paragraph]:
    return paragraphs[paragraphs.index(paragraph) + 1 :]


def _ruled(line: Line, paragraphs: list[Paragraph]) -> bool:
    return bool(strokes_below(line, _after_paragraph(paragraphs, line.paragraph)))


def is_heading(paragraph: Paragraph) -> bool:
    """A real heading, or one that only looks so."""
    if paragraph.format.outline is not None:
        return True
    text = paragraph.text.strip()
    bold = all(span.format.bold for span in paragraph.spans if span.visible)
    if DEEP.match(text) or ROMAN.match(text):
        return True
    return bold and bool(ARABIC.match(text) or LETTER.match(text) or PART.match(text))


def _is_legal(paragraph: Paragraph) -> bool:
    """«Căn cứ …» however it is set; «Thực hiện …» may begin any sentence, and is a legal basis where it is italic."""
    text = paragraph.text.strip()
    italic = all(span.format.italic for span in paragraph.spans if span.visible)
    return bool(_LEGAL.match(text)) or (italic and bool(_OTHER_LEGAL.match(text)))


def _sort_body(parts: Parts) -> None:
    for block in parts.body:
        if not isinstance(block, Paragraph) or block.blank or is_draft_mark(block.text):
            continue
        text = block.text.strip()
        if is_heading(block):
            parts.headings.append(block)
        elif POINT.match(text):
            parts.points.append(block)
        elif _is_legal(block) and not (parts.headings or parts.points or parts.prose):
            parts.legal.append(block)
        else:
            parts.prose.append(block)


def _appendices(parts: Parts, blocks: list[Block], document: Document) -> None:
    section_of = {id(block): number for number, section in enumerate(document.sections) for block in section.blocks}
    for block in blocks:
        lines = text_lines([block])
        if isinstance(block, Paragraph) and lines and _APPENDIX.fullmatch(lines[0].text.strip()):
            parts.appendices.append(Appendix(lines[0], [], section_of[id(block)]))
        if parts.appendices:
            parts.appendices[-1].lines += lines


def identify(document: Document) -> Parts:
    """The parts of a report. What is missing stays None or empty."""
    parts = Parts()
    blocks = document.blocks
    first = next((at for at, block in enumerate(blocks) if text_lines([block])), 0)
    while first < len(blocks) and is_draft_mark(" ".join(line.text for line in text_lines([blocks[first]]))):
        first = next((at for at in range(first + 1, len(blocks)) if text_lines([blocks[at]])), len(blocks))
    if first < len(blocks) and isinstance(head := blocks[first], Table):
        parts.head = _head(head)
        blocks = blocks[first + 1 :]
    end = max(
        (at for at, block in enumerate(blocks) if isinstance(block, Table) and _mentions(block, "nơi nhận")),
        default=None,
    )
    if end is not None and isinstance(table := blocks[end], Table):
        parts.signoff = _signoff(table)
        _appendices(parts, blocks[end + 1 :], document)
        blocks = blocks[:end]
    parts.body = _title(parts, blocks)
    _sort_body(parts)
    return parts
