"""The blocks of an Outline as paragraphs and tables of the template's named styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.head import addressees, centred, letterhead, title
from tthtcd_tui.exports.word.lines import setting
from tthtcd_tui.exports.word.widths import Face, text_width
from tthtcd_tui.exports.word.xml import paragraph, row, table
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    Block,
    BulletList,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Paragraph,
    Row,
    RowRole,
    Run,
    Runs,
    SignOff,
    Table,
    Title,
    plain,
)

_JUSTIFY: Final = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_ROW_STYLES: Final = {
    RowRole.BODY: "NoiDungBang",
    RowRole.GROUP: "NhomBang",
    RowRole.SUB: "NoiDungBang",
    RowRole.TOTAL: "TongBang",
}
_BETWEEN: Final = "NganCach"
"""An empty paragraph of no height: Word joins two tables that touch, and asks for a paragraph after the last."""


def body(blocks: Sequence[Block]) -> Iterator[str]:
    """Every block in order."""
    kept = kept_with_signature(blocks)
    above = ""
    for number, block in enumerate(blocks):
        above_table = number + 1 < len(blocks) and isinstance(blocks[number + 1], Table)
        style = "DoanTruocBang" if above_table else "BodyText"
        made = "".join(_block(block, style, keep_next=number in kept))
        if made.startswith("<w:tbl>") and above.endswith("</w:tbl>"):
            yield paragraph(_BETWEEN, keep_next=number - 1 in kept)
        yield made
        above = made or above
    yield paragraph(_BETWEEN)


def kept_with_signature(blocks: Sequence[Block]) -> set[int]:
    """The blocks whose end stays on the signature's page: the last words, and those before them if they are one line.

    A paragraph keeps its last two lines together anyway, so two lines of text at least go with the signature.
    """
    kept: set[int] = set()
    for number, block in enumerate(blocks):
        if isinstance(block, SignOff):
            kept.add(number - 1)
            if number > 1 and _is_one_line(blocks[number - 1]):
                kept.add(number - 2)
    return kept


def _is_one_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and text_width(plain(block.runs), m.SIZE) < m.TEXT_WIDTH - m.FIRST_LINE


def _block(block: Block, style: str, keep_next: bool) -> Iterator[str]:
    """`style` is that of running text where the block stands."""
    match block:
        case Letterhead():
            yield letterhead(block)
        case Title():
            yield from title(block)
        case Addressees():
            yield from addressees(block)
        case LegalBasis():
            yield from _lines("CanCu", block.lines, keep_next)
        case Heading():
            yield _heading(block)
        case Paragraph():
            yield paragraph(style, block.runs, keep_next=keep_next)
        case KeyValues():
            yield from _lines("BodyText", [(*item.label, *item.value) for item in block.items], keep_next, style)
        case BulletList():
            yield from _lines("BodyText", block.items, keep_next, style)
        case Table():
            yield _table(block, keep_next)
        case SignOff():
            yield _sign_off(block)
        case _:
            assert_never(block)


def _lines(style: str, lines: Sequence[Runs], keep_last: bool, last_style: str = "") -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        is_last = number == len(lines)
        yield paragraph(last_style if last_style and is_last else style, line, keep_next=keep_last and is_last)


def _heading(block: Heading) -> str:
    """Numbered by Word itself; «Phần thứ nhất», which Word cannot count, is typed on a line above the title.

    A long one has less room, so that its first line ends where a phrase does; the lines below have the indent more.
    """
    if block.numbering is Numbering.PART:
        spare = m.TEXT_WIDTH - _heading_room(plain(block.text), m.TEXT_WIDTH)
        runs = (Run(f"{block.label}\n"), *block.text)
        left, right = spare // 2, spare - spare // 2
        return paragraph(f"Heading{block.level}", runs, left=left, right=right, first_line=0, justify="center")
    room = m.TEXT_WIDTH - m.FIRST_LINE
    right = room - _heading_room(f"{block.label} {plain(block.text)}", room)
    return paragraph(f"Heading{block.level}", block.text, right=right, first_line=m.FIRST_LINE if right else None)


def _heading_room(text: str, room: int) -> int:
    return setting(text, m.SIZE, Face.BOLD, room, may_type=False).room


def _table(block: Table, keep_last: bool) -> str:
    widths = _column_widths(block)
    titles = (paragraph("TieuDeBang", column.title) for column in block.columns)
    sides = [_JUSTIFY[column.align] for column in block.columns]
    # A total at the top of a page would pass for the sum of nothing: it stays with the row above it.
    kept = [*(following.role is RowRole.TOTAL for following in block.rows[1:]), keep_last]
    rows = (_row(widths, sides, line, keep_next) for line, keep_next in zip(block.rows, kept, strict=False))
    return table("BangKetQua", widths, [row(widths, titles, header=True), *rows], header=True)


def _column_widths(block: Table) -> list[int]:
    """As the Outline shares them out; a number too long for its column takes what it needs from the widest one.

    Words, like a gap's, may take two lines.
    """
    widths = [m.TEXT_WIDTH * column.share // 100 for column in block.columns]
    widths[-1] += m.TEXT_WIDTH - sum(widths)
    for number, column in enumerate(block.columns):
        if column.align is Align.RIGHT:
            texts = [plain(row.cells[number]) for row in block.rows]
            figure = max((text for text in texts if " " not in text), key=len, default="")
            words = max((text for text in texts if " " in text), key=len, default="")
            needed = max(_cell_width(figure), _in_two_lines(words)) + 2 * m.CELL_MARGIN + m.ROUNDING
            widest = widths.index(max(widths))
            missing = min(needed - widths[number], widths[widest] // 2)
            if missing > 0 and widest != number:
                widths[number] += missing
                widths[widest] -= missing
    return widths


def _in_two_lines(text: str) -> int:
    """The width in which `text` takes no more than two lines."""
    words = text.split(" ")
    halves = ((" ".join(words[:count]), " ".join(words[count:])) for count in range(len(words)))
    return min(max(map(_cell_width, two)) for two in halves)


def _cell_width(text: str) -> int:
    return text_width(text, m.SIZE_TABLE, Face.BOLD)


def _row(widths: Sequence[int], sides: Sequence[str], line: Row, keep_next: bool) -> str:
    cells = (
        paragraph(_ROW_STYLES[line.role], runs, justify=side, keep_next=keep_next)
        for runs, side in zip(line.cells, sides, strict=True)
    )
    return row(widths, cells)


def _sign_off(block: SignOff) -> str:
    """One row, which does not split: the signature stands beside Nơi nhận and under the last words (App. I, II.7)."""
    widths = (m.SIGN_LEFT, m.SIGN_RIGHT)
    left = paragraph("NoiNhanTieuDe", (Run(block.label),))
    left += "".join(paragraph("NoiNhan", line) for line in block.recipients)
    right = "".join(_capacity("ChucVu" if number else "QuyenHan", line) for number, line in enumerate(block.capacity))
    right += paragraph("HoTen", block.signer)
    return table("KhungTrinhBay", widths, [row(widths, (left, right))])


def _capacity(style: str, line: Runs) -> str:
    return centred(style, line, setting(plain(line), m.SIZE, Face.BOLD, m.SIGN_RIGHT), m.SIGN_RIGHT)


def heading_numbering(blocks: Sequence[Block]) -> dict[int, Numbering]:
    """How each level of heading counts in this report."""
    return {block.level: block.numbering for block in blocks if isinstance(block, Heading)}
