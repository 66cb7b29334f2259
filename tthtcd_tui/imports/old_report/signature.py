"""The end of an old report: the closing words, who signs in what capacity, who receives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.imports.old_report.gathered import Gathered
from tthtcd_tui.imports.sources.pieces import Part, Piece
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold

_COLUMNS: Final = re.compile(
    r" {4,}|\t+|(?<=[a-zđ;])(?=(?:KT\.|TM\.|TL\.|Q\.)?\s?(?:PHÓ )?GIÁM ĐỐC\s*$)|(?<=VT\.)(?=[A-ZĐ])"
)
"""What parts two columns of a line; a converted document runs them together."""
_RECEIVES: Final = re.compile(r"^\s*nơi\s+nhận\s*:?", re.IGNORECASE)
_CAPACITY: Final = re.compile(
    r"^(?:(?:kt|tm|tl|tuq|q)\s*\.?\s*)?(?:phó\s+)?(?:giám đốc|chủ tịch|trưởng ban|ban giám đốc|thủ trưởng)\b.{0,40}$",
    re.IGNORECASE,
)
_DELEGATED: Final = re.compile(r"^(?:kt|tm|tl|tuq)\b", re.IGNORECASE)
_ARCHIVE: Final = re.compile(r"^(?:lưu\b|luu\b)", re.IGNORECASE)
_AS_ABOVE: Final = re.compile(r"^như (?:trên|kính gửi)", re.IGNORECASE)
_SEALED: Final = re.compile(r"^\(?(?:da ki|ki ten|ki,? ghi ro|ki va|da dong dau|dau)\b")
_TITLED: Final = re.compile(r"^(?:ông|bà|đồng chí|đ/c|ths\.?|thạc sĩ|cử nhân|cn\.?)\s+", re.IGNORECASE)
_CLOSES: Final = re.compile(r"^(?:tren day la|bao cao nay|trung tam .{0,40}bao cao)\b")


class _Line(NamedTuple):
    text: str
    where: str
    is_right: bool
    """Whether it stands in a second column."""


def split_end(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces before the end of a report, and the end: from «Nơi nhận» or the capacity of who signs."""
    for at, piece in enumerate(pieces):
        if piece.part is Part.BODY and _begins_end(piece, at, len(pieces)):
            body = [each for each in pieces[at:] if each.part is Part.BODY]
            return [*pieces[:at], *(each for each in pieces[at:] if each.part is not Part.BODY)], body
    return list(pieces), []


def _begins_end(piece: Piece, at: int, count: int) -> bool:
    if piece.is_table:
        return any(_RECEIVES.match(cell) for row in piece.rows for cell in row)
    first = re.split(r"\s{3,}|\t", piece.text.strip())[0]
    if _RECEIVES.match(piece.text):
        return True
    return at > count * 2 // 3 and _CAPACITY.match(first) is not None and first == first.upper()


def is_closing(piece: Piece) -> bool:
    return not piece.is_table and _CLOSES.match(fold(piece.text)) is not None


def read_signature(pieces: Sequence[Piece], gathered: Gathered) -> None:
    """Reads the end: the left column says who receives, the right one who signs."""
    lines = list(_lines(pieces))
    recipients: list[_Line] = []
    signed: list[_Line] = []
    is_listed = False
    for line in lines:
        if _RECEIVES.match(line.text):
            is_listed = True
            rest = _RECEIVES.sub("", line.text).strip()
            if rest:
                recipients.append(line._replace(text=rest))
        elif line.is_right or _CAPACITY.match(line.text) or not is_listed:
            signed.append(line)
            is_listed = is_listed and line.is_right
        elif re.match(r"^[-+•–]", line.text) or not signed:
            recipients.append(line)
        else:
            signed.append(line)
    _read_recipients(recipients, gathered)
    _read_signer(signed, gathered)


def _lines(pieces: Sequence[Piece]) -> Iterator[_Line]:
    for piece in pieces:
        if piece.is_table:
            for row in piece.rows:
                for number, cell in enumerate(row):
                    is_right = number > 0 and any(row[:number])
                    for text in filter(None, map(str.strip, cell.split("\n"))):
                        yield _Line(" ".join(text.split()), piece.where, is_right)
            continue
        parts = [part for part in _COLUMNS.split(piece.text.rstrip()) if part.strip()]
        indent = len(piece.text) - len(piece.text.lstrip())
        for number, part in enumerate(parts):
            text = " ".join(part.split())
            is_right = number > 0 or (indent > 30 and not text.startswith("-"))
            yield _Line(f"{piece.label} {text}".strip() if not number else text, piece.where, is_right)


def _read_recipients(lines: Sequence[_Line], gathered: Gathered) -> None:
    names = []
    for line in lines:
        text = re.sub(r"^[-+•–]\s*", "", line.text).strip(" ;.,")
        if text and not _ARCHIVE.match(text) and not _AS_ABOVE.match(text):
            names.append(text)
    if names:
        gathered.add("report/recipients", "\n".join(names), lines[0].where)


def _read_signer(lines: Sequence[_Line], gathered: Gathered) -> None:
    capacities = [line for line in lines if _CAPACITY.match(line.text)]
    for line in lines:
        if line in capacities or _SEALED.match(fold(line.text)) or re.fullmatch(r"[\W_]+", line.text):
            continue
        name = _TITLED.sub("", line.text)
        words = name.split()
        is_name = 2 <= len(words) <= 6 and all(word[:1].isupper() for word in words) and not re.search(r"[\d:;]", name)
        if is_name and capacities:
            gathered.add("report/signer", name.title() if name.isupper() else name, line.where)
        else:
            gathered.leave([Piece(line.text, line.where)])
    if not capacities:
        return
    *others, last = capacities
    gathered.add("report/position", last.text.upper() if last.text.isupper() else last.text, last.where)
    for line in others[-1:]:
        if _DELEGATED.match(line.text):
            gathered.add("report/authority", line.text, line.where)
