"""Several who sign, in rows and columns above Nơi nhận: the end of minutes (App. III, 1.9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tthtcd_tui.exports.word.head import centred
from tthtcd_tui.exports.word.house_style import HouseStyle
from tthtcd_tui.exports.word.lines import setting
from tthtcd_tui.exports.word.widths import Face
from tthtcd_tui.exports.word.xml import paragraph, row, table
from tthtcd_tui.report.outline import Runs, SignOff, plain
from tthtcd_tui.report.signing import Signing, signing_rows

_FRAME: Final = "KhungTrinhBay"
_BETWEEN: Final = "NganCach"


def signatures(block: SignOff, recipients: str, house: HouseStyle) -> str:
    """A table a row, none of which splits; what heads those below stays with them. `recipients` are Nơi nhận, made."""
    rows = signing_rows(block)
    made = [_row(signing, house, keep_next=len(signing) == 1) for signing in rows]
    halves = _shared(house.text_width, 2)
    made.append(table(_FRAME, halves, [row(halves, (recipients, paragraph("NoiNhan")))]))
    between = [paragraph(_BETWEEN, keep_next=len(signing) == 1) for signing in rows]
    return "".join(part for pair in zip(made, [*between, ""], strict=True) for part in pair)


def _row(signing: Sequence[Signing], house: HouseStyle, keep_next: bool) -> str:
    widths = _shared(house.text_width, len(signing))
    cells = (_cell(each, width, house, keep_next) for each, width in zip(signing, widths, strict=True))
    return table(_FRAME, widths, [row(widths, cells)])


def _cell(signing: Signing, room: int, house: HouseStyle, keep_next: bool) -> str:
    made = "".join(
        capacity("ChucVu" if number else "QuyenHan", line, room, house, keep_next=keep_next)
        for number, line in enumerate(signing.capacity)
    )
    if signing.name is not None:
        made += paragraph("HoTen", signing.name)
    return made or paragraph("HoTen")


def capacity(style: str, line: Runs, room: int, house: HouseStyle, *, keep_next: bool = False) -> str:
    """In what capacity somebody signs, broken where a phrase ends."""
    return centred(style, line, setting(plain(line), house.size(style), Face.BOLD, room), room, keep_next=keep_next)


def _shared(width: int, columns: int) -> list[int]:
    each = width // columns
    return [*[each] * (columns - 1), width - each * (columns - 1)]
