"""The top of the report: letterhead, title, Kính gửi, and the rules drawn under them.

A rule is the border of an empty paragraph, indented on both sides to the computed length. Word and LibreOffice draw it
alike, solid and to the twip; it moves with the text, and a person drags its ends on the ruler. A drawn shape is laid
out anew by each program from where it is anchored, and needs a second copy in VML for the older ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.house_style import HouseStyle
from tthtcd_tui.exports.word.lines import Setting, setting
from tthtcd_tui.exports.word.widths import Face, text_width
from tthtcd_tui.exports.word.xml import paragraph, row, table
from tthtcd_tui.report.outline import Addressees, Letterhead, Run, Runs, Title, plain


def letterhead(block: Letterhead, house: HouseStyle) -> str:
    """Two columns, level with each other, and a row below for number and date (App. I, II.1-4)."""
    dated = text_width(plain(block.place_and_date), house.size("DiaDanhNgayThang"), Face.ITALIC) + m.ROUNDING
    numbered = text_width(plain(block.number), house.size("SoKyHieu")) + m.ROUNDING
    right = max(house.head_right, min(dated, m.HEAD_RIGHT_MOST, house.text_width - numbered))
    left = house.text_width - right
    number_and_date = (paragraph("SoKyHieu", block.number), paragraph("DiaDanhNgayThang", block.place_and_date))
    rows = [
        row((left, right), (_bodies(block, left, house), _nation(block, right, house))),
        row((left, right), number_and_date),
    ]
    return table("KhungTrinhBay", (left, right), rows)


def _bodies(block: Letterhead, room: int, house: HouseStyle) -> str:
    """Who issues the report, and under whom. The topmost name stands beside the nation's and must not touch it."""
    superior = setting(plain(block.superior), house.size("CoQuanChuQuan"), Face.REGULAR, room - m.APART)
    beside = 0 if block.superior else m.APART
    issuer = setting(plain(block.issuer), house.size("CoQuanBanHanh"), Face.BOLD, room - beside)
    names = centred("CoQuanChuQuan", block.superior, superior, room) if block.superior else ""
    return names + centred("CoQuanBanHanh", block.issuer, issuer, room) + _short_rule(issuer, room)


def _nation(block: Letterhead, room: int, house: HouseStyle) -> str:
    return (
        paragraph("QuocHieu", (Run(block.nation),))
        + paragraph("TieuNgu", (Run(block.motto),))
        + _rule(text_width(block.motto, house.size("TieuNgu"), Face.BOLD), room)
    )


def title(block: Title, house: HouseStyle) -> Iterator[str]:
    abstract = setting(plain(block.abstract), house.size("TrichYeu"), Face.BOLD, house.text_width)
    yield paragraph("Title", block.kind)
    yield centred("TrichYeu", block.abstract, abstract, house.text_width)
    yield _short_rule(abstract, house.text_width)


def addressees(block: Addressees, house: HouseStyle) -> Iterator[str]:
    """One body on the line of the label; of several, each dash stands under the label's colon (App. I, II.9)."""
    if len(block.bodies) == 1:
        runs = (Run(f"{block.label} "), *block.bodies[0])
        said = setting(plain(runs), house.size("KinhGuiMotNoi"), Face.REGULAR, house.text_width, may_type=False)
        yield centred("KinhGuiMotNoi", runs, said, house.text_width)
        return
    yield paragraph("KinhGui", (Run(block.label),), left=m.ADDRESSEES)
    dash = text_width("- ", house.size("KinhGuiNoiNhan"))
    colon = m.ADDRESSEES + text_width(block.label.removesuffix(":"), house.size("KinhGui"))
    for body in block.bodies:
        yield paragraph("KinhGuiNoiNhan", body, left=colon + dash, first_line=-dash)


def centred(style: str, runs: Runs, said: Setting, room: int, *, keep_next: bool = False) -> str:
    """A paragraph in the middle of `room`, broken into lines as `said`."""
    spare = room - said.room
    left, right = spare // 2, spare - spare // 2
    return paragraph(style, _broken(runs, said.typed), left=left, right=right, keep_next=keep_next)


def _broken(runs: Runs, typed: tuple[int, ...]) -> Runs:
    """`runs` with a line break for the last of the blanks at each of these places of their text.

    Where there are several they are the room of a day or a number that is written by hand: it stays.
    """
    if not typed:
        return runs
    text = plain(runs)
    ends = {len(text) - len(text[at:].lstrip(" ")) - 1 for at in typed}
    broken: list[Run] = []
    at = 0
    for run in runs:
        letters = ("\n" if place in ends else letter for place, letter in enumerate(run.text, at))
        broken.append(Run("".join(letters), run.place, run.kind))
        at += len(run.text)
    return tuple(broken)


def _short_rule(above: Setting, room: int) -> str:
    """1/3 to 1/2 as long as the longest line of the text above (App. I, II.2 and II.5)."""
    return _rule(round(above.longest * m.SHORT_RULE), room)


def _rule(length: int, room: int) -> str:
    """A line of that length in the middle of `room`."""
    left = (room - length) // 2
    return paragraph("DuongKe", left=left, right=room - length - left)
