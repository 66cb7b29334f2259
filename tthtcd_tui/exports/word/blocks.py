"""The blocks of an Outline as paragraphs and tables of the template's named styles.

Rules are borders of paragraphs of their own, indented on both sides to the computed length: Word and LibreOffice draw
them alike, they move with the text, and a person can drag them — which no drawing object in a table cell does as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.widths import balanced_room, longest_line, text_width
from tthtcd_tui.exports.word.xml import Element, paragraph, row, table
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    Block,
    BulletList,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Numbering,
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

_JUSTIFY = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def elements(blocks: Sequence[Block]) -> Iterator[Element]:
    """Every block in order. The last words before the signature stay on its page."""
    for number, block in enumerate(blocks):
        signed = number + 1 < len(blocks) and isinstance(blocks[number + 1], SignOff)
        yield from _elements(block, keep_next=signed)


def _elements(block: Block, keep_next: bool) -> Iterator[Element]:  # noqa: C901 -- one case a block
    match block:
        case Letterhead():
            yield _letterhead(block)
        case Title():
            yield paragraph("Title", block.kind)
            yield _centred("TrichYeu", block.abstract, m.SIZE, m.TEXT_WIDTH)
            yield _short_rule(block.abstract, m.SIZE, m.TEXT_WIDTH)
        case Addressees():
            yield from _addressees(block)
        case LegalBasis():
            for line in block.lines:
                yield paragraph("CanCu", line)
        case Heading():
            yield _heading(block)
        case Paragraph():
            yield paragraph("BodyText", block.runs, keep_next=keep_next)
        case KeyValues():
            for item in block.items:
                yield paragraph("BodyText", (*item.label, *item.value))
        case BulletList():
            for line in block.items:
                yield paragraph("BodyText", line)
        case Table():
            yield _table(block)
        case SignOff():
            yield _sign_off(block)
        case _:
            assert_never(block)


def _letterhead(block: Letterhead) -> Element:
    """Two columns, level with each other, and a row below for number and date."""
    widths = (m.HEAD_LEFT, m.HEAD_RIGHT)
    left = []
    if block.superior:
        left.append(_centred("CoQuanChuQuan", block.superior, m.SIZE_HEAD, m.HEAD_LEFT, bold=False))
    left.append(_centred("CoQuanBanHanh", block.issuer, m.SIZE_HEAD, m.HEAD_LEFT))
    left.append(_short_rule(block.issuer, m.SIZE_HEAD, m.HEAD_LEFT))
    right = [
        paragraph("QuocHieu", (Run(block.nation),)),
        paragraph("TieuNgu", (Run(block.motto),)),
        _rule(text_width(block.motto, m.SIZE, bold=True), m.HEAD_RIGHT),
    ]
    below = ([paragraph("SoKyHieu", block.number)], [paragraph("DiaDanhNgayThang", block.place_and_date)])
    return table("KhungTrinhBay", widths, [row(widths, (left, right)), row(widths, below)])


def _centred(style: str, runs: Runs, size: int, room: int, bold: bool = True) -> Element:
    """A centred text; one that wraps is indented on both sides so that its lines are about as long as each other."""
    spare = room - balanced_room(plain(runs), size, bold, room)
    return paragraph(style, runs, left=spare // 2, right=spare - spare // 2) if spare else paragraph(style, runs)


def _short_rule(runs: Runs, size: int, room: int) -> Element:
    """The line under a centred bold text: 1/3 to 1/2 as long as the longest of its lines (App. I, II.2 and II.5)."""
    text = plain(runs)
    longest = longest_line(text, size, True, balanced_room(text, size, True, room))
    return _rule(round(longest * m.SHORT_RULE), room)


def _rule(length: int, room: int) -> Element:
    """A line of that length in the middle of `room`."""
    left = (room - length) // 2
    return paragraph("DuongKe", left=left, right=room - length - left)


def _addressees(block: Addressees) -> Iterator[Element]:
    """One body on the line of the label; of several, each dash stands under the label's colon (App. I, II.9)."""
    if len(block.bodies) == 1:
        yield _centred("KinhGuiMotNoi", (Run(f"{block.label} "), *block.bodies[0]), m.SIZE, m.TEXT_WIDTH, bold=False)
        return
    yield paragraph("KinhGui", (Run(block.label),), left=m.ADDRESSEES)
    dash = text_width("- ", m.SIZE, False)
    colon = m.ADDRESSEES + text_width(block.label.removesuffix(":"), m.SIZE, False)
    for body in block.bodies:
        yield paragraph("KinhGuiNoiNhan", body, left=colon + dash, hanging=dash)


def _heading(block: Heading) -> Element:
    """Numbered by Word itself; «Phần thứ nhất», which Word cannot count, is typed on a line above the title."""
    if block.numbering is Numbering.PART:
        return paragraph(f"Heading{block.level}", (Run(f"{block.label}\n"), *block.text), justify="center")
    return paragraph(f"Heading{block.level}", block.text)


def _table(block: Table) -> Element:
    widths = [m.TEXT_WIDTH * column.share // 100 for column in block.columns]
    widths[-1] += m.TEXT_WIDTH - sum(widths)
    titles = ([paragraph("TieuDeBang", column.title)] for column in block.columns)
    justify = [_JUSTIFY[column.align] for column in block.columns]
    rows = (_row(widths, justify, line) for line in block.rows)
    return table("BangKetQua", widths, [row(widths, titles, header=True), *rows], header=True)


def _row(widths: Sequence[int], justify: Sequence[str], line: Row) -> Element:
    style = "TongBang" if line.role is RowRole.TOTAL else "NoiDungBang"
    cells = ([paragraph(style, runs, justify=side)] for runs, side in zip(line.cells, justify, strict=True))
    return row(widths, cells)


def _sign_off(block: SignOff) -> Element:
    widths = (m.SIGN_LEFT, m.SIGN_RIGHT)
    left = [paragraph("NoiNhanTieuDe", (Run(block.label),))]
    left += [paragraph("NoiNhan", line) for line in block.recipients]
    right = [paragraph("ChucVu" if number else "QuyenHan", line) for number, line in enumerate(block.capacity)]
    right.append(paragraph("HoTen", block.signer))
    return table("KhungTrinhBay", widths, [row(widths, (left, right))])


def heading_numbering(blocks: Sequence[Block]) -> dict[int, Numbering]:
    """How each level of heading counts in this report."""
    return {block.level: block.numbering for block in blocks if isinstance(block, Heading)}
