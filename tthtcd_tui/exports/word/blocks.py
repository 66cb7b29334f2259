"""The blocks of an Outline as paragraphs and tables of the template's named styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.chart import drawing
from tthtcd_tui.exports.word.head import addressees, centred, letterhead, title
from tthtcd_tui.exports.word.house_style import SHIPPED, HouseStyle
from tthtcd_tui.exports.word.lines import setting
from tthtcd_tui.exports.word.pages import APPENDIX, REPORT, WIDE_APPENDIX, Page
from tthtcd_tui.exports.word.signatures import capacity, signatures
from tthtcd_tui.exports.word.widths import Face, text_width
from tthtcd_tui.exports.word.xml import drawn, paragraph, row, section_end, table
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    AppendixHead,
    Block,
    BulletList,
    Chart,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Paragraph,
    Row,
    Run,
    Runs,
    SignOff,
    Table,
    Title,
    lines_of,
    plain,
)
from tthtcd_tui.report.row import RowRole

_JUSTIFY: Final = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_BETWEEN: Final = "NganCach"
"""An empty paragraph of no height: Word joins two tables that touch, and asks for a paragraph after the last."""


def document(blocks: Sequence[Block], house: HouseStyle = SHIPPED) -> Iterator[str]:
    """Every block in order, the report and each appendix as a section of its own."""
    heads = [number for number, block in enumerate(blocks) if isinstance(block, AppendixHead)]
    starts, ends = [0, *heads], [*heads, len(blocks)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        page = (page_of(blocks[start]) if number else REPORT)._replace(house=house)
        yield from body(blocks[start:end], page)
        # The properties of a section stand in its last paragraph, those of the last one at the end of all.
        is_last = end == len(blocks)
        yield paragraph(_BETWEEN) + page.section if is_last else section_end(_BETWEEN, page.section)


def page_of(block: Block) -> Page:
    return WIDE_APPENDIX if isinstance(block, AppendixHead) and block.is_wide else APPENDIX


def body(blocks: Sequence[Block], page: Page) -> Iterator[str]:
    """The blocks of one section."""
    kept = kept_with_signature(blocks, page.house)
    above = ""
    for number, block in enumerate(blocks):
        above_table = number + 1 < len(blocks) and isinstance(blocks[number + 1], Table)
        style = "DoanTruocBang" if above_table else "BodyText"
        made = "".join(_block(block, page, style, keep_next=number in kept))
        if made.startswith("<w:tbl>") and above.endswith("</w:tbl>"):
            yield paragraph(_BETWEEN, keep_next=number - 1 in kept)
        yield made
        above = made or above


def kept_with_signature(blocks: Sequence[Block], house: HouseStyle = SHIPPED) -> set[int]:
    """The blocks whose end stays on the signature's page: the last words, and those before them if they are one line.

    A paragraph keeps its last two lines together anyway, so two lines of text at least go with the signature.
    """
    kept: set[int] = set()
    for number, block in enumerate(blocks):
        if isinstance(block, SignOff):
            kept.add(number - 1)
            if number > 1 and _is_one_line(blocks[number - 1], house):
                kept.add(number - 2)
    return kept


def _is_one_line(block: Block, house: HouseStyle) -> bool:
    room = house.text_width - house.first_line
    return isinstance(block, Paragraph) and text_width(plain(block.runs), house.size("BodyText")) < room


def _block(block: Block, page: Page, style: str, keep_next: bool) -> Iterator[str]:
    """`style` is that of running text where the block stands."""
    match block:
        case Letterhead():
            yield letterhead(block, page.house)
        case Title():
            yield from title(block, page.house)
        case Addressees():
            yield from addressees(block, page.house)
        case LegalBasis():
            yield from _lines("CanCu", block.lines, keep_next)
        case Heading():
            yield _heading(block, page.house)
        case Paragraph():
            yield paragraph(style, block.runs, keep_next=keep_next)
        case KeyValues() | BulletList():
            yield from _lines("BodyText", lines_of(block), keep_next, style)
        case Table():
            yield _table(block, page, keep_next)
        case Chart():
            yield paragraph("BodyText", block.text, first_line=0, justify="center", keep_next=True)
            yield drawn("BodyText", drawing(block, page.text_width))
        case SignOff():
            yield _sign_off(block, page.house)
        case AppendixHead():
            yield from _appendix(block, page)
        case _:
            assert_never(block)


def _lines(style: str, lines: Sequence[Runs], keep_last: bool, last_style: str = "") -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        is_last = number == len(lines)
        yield paragraph(last_style if last_style and is_last else style, line, keep_next=keep_last and is_last)


def _heading(block: Heading, house: HouseStyle) -> str:
    """Numbered by Word itself. What Word cannot count is typed: «Phần thứ nhất» above the title, «a)» before it.

    A long one has less room, so that its first line ends where a phrase does; the lines below have the indent more.
    """
    if block.numbering is Numbering.POINT:
        return paragraph(f"Heading{block.level}", (Run(f"{block.label} "), *block.text))
    if block.numbering is Numbering.PART:
        spare = house.text_width - _heading_room(plain(block.text), house.text_width, house)
        runs = (Run(f"{block.label}\n"), *block.text)
        left, right = spare // 2, spare - spare // 2
        return paragraph(f"Heading{block.level}", runs, left=left, right=right, first_line=0, justify="center")
    room = house.text_width - house.first_line
    right = room - _heading_room(f"{block.label} {plain(block.text)}", room, house)
    return paragraph(f"Heading{block.level}", block.text, right=right, first_line=house.first_line if right else None)


def _heading_room(text: str, room: int, house: HouseStyle) -> int:
    return setting(text, house.size("Heading1"), Face.BOLD, room, may_type=False).room


def _appendix(block: AppendixHead, page: Page) -> Iterator[str]:
    yield paragraph("PhuLuc", block.label)
    for style, runs, face in (("TenPhuLuc", block.title, Face.BOLD), ("KemTheo", block.reference, Face.ITALIC)):
        said = setting(plain(runs), page.house.size(style), face, page.text_width)
        yield centred(style, runs, said, page.text_width)


def _table(block: Table, page: Page, keep_last: bool) -> str:
    widths = _column_widths(block, page)
    titles = (paragraph(page.titles, column.title) for column in block.columns)
    sides = [_JUSTIFY[column.align] for column in block.columns]
    # A total at the top of a page would pass for the sum of nothing: it stays with the row above it.
    kept = [*(following.role is RowRole.TOTAL for following in block.rows[1:]), keep_last]
    rows = (_row(page, widths, sides, line, keep_next) for line, keep_next in zip(block.rows, kept, strict=False))
    return table("BangKetQua", widths, [row(widths, titles, header=True), *rows], header=True)


def _column_widths(block: Table, page: Page) -> list[int]:
    """As the Outline shares them out; a number too long for its column takes what it needs from the widest one.

    Words, like a gap's, may take two lines.
    """
    widths = [page.text_width * column.share // 100 for column in block.columns]
    widths[-1] += page.text_width - sum(widths)
    for number, column in enumerate(block.columns):
        if column.align is Align.RIGHT:
            texts = [plain(row.cells[number]) for row in block.rows]
            figure = max((text for text in texts if " " not in text), key=len, default="")
            words = max((text for text in texts if " " in text), key=len, default="")
            needed = max(_cell_width(figure, page), _in_two_lines(words, page)) + 2 * m.CELL_MARGIN + m.ROUNDING
            widest = widths.index(max(widths))
            missing = min(needed - widths[number], widths[widest] // 2)
            if missing > 0 and widest != number:
                widths[number] += missing
                widths[widest] -= missing
    return widths


def _in_two_lines(text: str, page: Page) -> int:
    """The width in which `text` takes no more than two lines."""
    words = text.split(" ")
    halves = ((" ".join(words[:count]), " ".join(words[count:])) for count in range(len(words)))
    return min(max(_cell_width(half, page) for half in two) for two in halves)


def _cell_width(text: str, page: Page) -> int:
    return text_width(text, page.size, Face.BOLD)


def _row(page: Page, widths: Sequence[int], sides: Sequence[str], line: Row, keep_next: bool) -> str:
    style = page.rows[line.role]
    cells = (
        paragraph(style, runs, justify=side, keep_next=keep_next) for runs, side in zip(line.cells, sides, strict=True)
    )
    return row(widths, cells)


def _sign_off(block: SignOff, house: HouseStyle) -> str:
    """One row, which does not split: the signature stands beside Nơi nhận and under the last words (App. I, II.7)."""
    widths = (house.text_width // 2, house.text_width - house.text_width // 2)
    left = paragraph("NoiNhanTieuDe", (Run(block.label),))
    left += "".join(paragraph("NoiNhan", line) for line in block.recipients)
    if block.beside:
        return signatures(block, left, house)
    right = "".join(
        capacity("ChucVu" if number else "QuyenHan", line, widths[1], house)
        for number, line in enumerate(block.capacity)
    )
    right += paragraph("HoTen", block.signer)
    return table("KhungTrinhBay", widths, [row(widths, (left, right))])


def heading_numbering(blocks: Sequence[Block]) -> dict[int, Numbering]:
    """How each level of heading counts in this report."""
    return {block.level: block.numbering for block in blocks if isinstance(block, Heading)}
