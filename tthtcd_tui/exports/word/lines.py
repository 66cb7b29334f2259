"""Line breaking of centred names and titles: between words that do not belong together.

«TRUNG TÂM HỌC TẬP CỘNG / ĐỒNG PHƯỜNG …» tears a word; a person would break before «PHƯỜNG». A word processor fills each
line before it begins the next, but in less room it breaks earlier: so where that tears less, the text gets less room
and stays whole. Only where no room will do, the breaks are typed, as a person does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tthtcd_tui.exports.word.widths import Face, text_width
from tthtcd_tui.named_tuple import NamedTuple

_PIECE: Final = re.compile(r" *(?:[^ -]+-*|-+)")
"""A word with the blanks before it; a hyphen ends one too."""
_BEGIN: Final = frozenset(
    "của về và hoặc tại trong cho theo với từ đến để bởi nhằm năm phường xã quận huyện tỉnh".split()
)
"""Words that begin a new part of a phrase; «xã» is a commune more often than the half of a word."""
_BEGIN_TWO: Final = frozenset({"thành phố", "thị trấn", "thị xã", "đặc khu", "giai đoạn"})
_BOUND: Final = _BEGIN | {"thị", "đặc", "thành", "giai"}
"""Words that no line may end with."""
_END: Final = (",", ";", ":", ")")
_DASH: Final = (" -", " –")
_WHOLE: Final = frozenset({"học tập", "cộng đồng", "văn hóa", "thể thao", "thông tin", "khuyến học"})
"""Two-syllable words in names of centres: a line may begin with one if there is no better place."""
_LOOSE, _CLOSE, _TORN = 0, 1, 4
"""What a break costs: between parts of a phrase, between words, within a word as far as anyone knows."""
_MOST_LINES: Final = 6
"""A longer text is no name and is left to the word processor."""


class Setting(NamedTuple):
    """How a text is to be set. Lengths in twips."""

    room: int
    """The room to give it: all there is, or less to break it better."""
    longest: int
    """Its longest line."""
    typed: tuple[int, ...] = ()
    """Where in the text a blank becomes a typed line break."""


class _Piece(NamedTuple):
    at: int
    """Where in the text its blanks begin."""
    blanks: int
    """The width of the blanks before it, which a line does not begin with."""
    width: int
    cost: int
    """Of beginning a line with it."""


class _Broken(NamedTuple):
    """A text broken into lines; compares as its cost, lower is better."""

    cost: int
    longest: int
    starts: tuple[int, ...]
    """The pieces that begin a line, the first among them."""


def setting(text: str, size: int, face: Face, room: int, *, may_type: bool = True) -> Setting:
    """How to set `text` within `room`: first tear as little as may be, then lines of about the same length.

    Without `may_type` no break is typed, whatever is torn: a line that a person will edit shall go on wrapping.
    """
    if text_width(text, size, face) > _MOST_LINES * room:
        return Setting(room, room)
    pieces = _pieces(text, size, face)
    natural = _filled(pieces, room)
    if natural.cost == 0 or natural.longest > room:
        return Setting(room, min(natural.longest, room))
    best = min(_in_less_room(pieces, natural))
    if may_type:
        typed = _torn_least(pieces, room, len(natural.starts))
        if typed.cost >= _TORN:
            typed = _torn_least(pieces, room, len(natural.starts) + 1)
        if typed.cost < min(best.cost, _TORN):
            return Setting(room, typed.longest, tuple(pieces[start].at for start in typed.starts[1:]))
    if best == natural:
        return Setting(room, natural.longest)
    return Setting(_amidst(pieces, best, room), best.longest)


def _pieces(text: str, size: int, face: Face) -> list[_Piece]:
    found = list(_PIECE.finditer(text))
    words = [match[0].lstrip(" ") for match in found]
    pieces = []
    for number, (match, word) in enumerate(zip(found, words, strict=True)):
        blanks = match[0][: len(match[0]) - len(word)]
        before = found[number - 1][0] if number and blanks else ""
        cost = _cost(before.casefold(), " ".join(words[number : number + 2]).casefold())
        pieces.append(_Piece(match.start(), text_width(blanks, size, face), text_width(word, size, face), cost))
    return pieces


def _cost(before: str, two: str) -> int:
    """Of breaking a line between a word and the `two` after it; `before` with the blanks that precede it."""
    if not before or before.strip(" ") in _BOUND:
        return _TORN
    if before.endswith(_END) or two.startswith("(") or two.partition(" ")[0] in _BEGIN or two in _BEGIN_TWO:
        return _LOOSE
    return _CLOSE if two in _WHOLE or before.endswith(_DASH) else _TORN


def _filled(pieces: Sequence[_Piece], room: int) -> _Broken:
    """As a word processor breaks it: each line is filled before the next begins."""
    starts: list[int] = []
    line = longest = cost = 0
    for number, piece in enumerate(pieces):
        if starts and line + piece.blanks + piece.width <= room:
            line += piece.blanks + piece.width
        else:
            cost += piece.cost if starts else 0
            starts.append(number)
            line = piece.width
        longest = max(longest, line)
    return _Broken(cost, longest, tuple(starts))


def _in_less_room(pieces: Sequence[_Piece], natural: _Broken) -> Iterator[_Broken]:
    """Every way the text breaks in some room without taking more lines; none narrower than its longest word."""
    widest = max(piece.width for piece in pieces)
    broken = natural
    while len(broken.starts) == len(natural.starts):
        yield broken
        if broken.longest <= widest:
            return
        broken = _filled(pieces, broken.longest - 1)


def _amidst(pieces: Sequence[_Piece], broken: _Broken, most: int) -> int:
    """A room that breaks the text so, and would in a word processor that counts a little more or less."""
    narrow, wide = broken.longest, most
    while wide - narrow > 1:
        middle = (narrow + wide) // 2
        if _filled(pieces, middle).starts == broken.starts:
            narrow = middle
        else:
            wide = middle
    return (broken.longest + narrow) // 2


def _torn_least(pieces: Sequence[_Piece], room: int, most_lines: int) -> _Broken:
    """The best of all ways to break the text into lines, at most so many; there is one."""

    @cache
    def best(start: int, lines: int) -> _Broken | None:
        """For the pieces from `start` on; None where they do not fit."""
        found: _Broken | None = None
        line = -pieces[start].blanks
        for after in range(start + 1, len(pieces) + 1):
            line += pieces[after - 1].blanks + pieces[after - 1].width
            if line > room:
                break
            if after == len(pieces):
                way = _Broken(0, line, (start,))
            elif lines == 1 or (rest := best(after, lines - 1)) is None:
                continue
            else:
                way = _Broken(rest.cost + pieces[after].cost, max(line, rest.longest), (start, *rest.starts))
            found = way if found is None else min(found, way)
        return found

    whole = best(0, most_lines)
    assert whole is not None, "filled lines are one way, and none of them is longer than the room"
    return whole
