"""A plain text or Markdown file → its lines, in whatever encoding it was saved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.pieces import Document, Piece
from tthtcd_tui.imports.sources.wrapped import unwrapped
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.decoding import Decoded, decode
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.syllables import lost_words
from tthtcd_tui.text.terminal_orders import without_orders

_LONGEST: Final = 5_000_000
_LONGEST_LINE: Final = 400_000
"""Bytes: what is looked for in a sentence takes longer than its length."""
_MOST_LINES: Final = 20_000
"""That are not blank: three hundred pages, their lines parted as a page has them. Each is held against the form."""
_MOST_CELLS: Final = 200_000
"""Of the tables of a Markdown file."""
_MARKDOWN: Final = re.compile(r"^#{1,6}\s+|^>\s+")
_RULE: Final = re.compile(r"[|:\- ]+")
_MARKED: Final = re.compile(r"\s*(?:#{1,6}\s+\S|\*\*[^*]+\*\*\s*$)")
_FEWEST_MARKED: Final = 3
"""Lines with the marks of headings by which a plain text is told to be Markdown: what a chat gives to copy."""
_BOLD: Final = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")


def read_text(data: bytes, *, is_markdown: bool = False) -> Document:
    """The lines of the file, blank ones too. Raises UnusableFile, TextProblem."""
    if len(data) > _LONGEST or max(map(len, data.split(b"\n"))) > _LONGEST_LINE:
        raise UnusableFile("Tệp có dòng dài quá 400 KB, hoặc quá dài để là một báo cáo. Hãy chép phần cần nhập.")
    if is_markdown and data.count(b"|") > _MOST_CELLS:
        raise UnusableFile("Tệp có bảng quá 200.000 ô. Hãy chép phần cần nhập sang một tệp mới rồi nhập tệp đó.")
    decoded = decode(data)
    if sum(map(bool, map(str.strip, decoded.text.splitlines()))) > _MOST_LINES:
        raise UnusableFile("Tệp có quá 20.000 dòng chữ. Hãy chép phần cần nhập sang một tệp mới rồi nhập tệp đó.")
    text = clean(without_orders(decoded.text))
    if not text.strip():
        raise UnusableFile("Tệp không có chữ nào. Hãy chọn tệp khác.")
    lines = text.split("\n")
    is_markdown = is_markdown or sum(map(bool, map(_MARKED.match, lines))) >= _FEWEST_MARKED
    pieces = tuple(_piece(line, number, is_markdown) for number, line in unwrapped(lines))
    if is_markdown:
        pieces = tuple(_with_tables(pieces))
    lost = decoded.legacy.lost if decoded.legacy else lost_words(text)
    return Document(pieces, tuple(_notes(decoded, lost)), lost, decoded.is_sure)


def _piece(line: str, number: int, is_markdown: bool) -> Piece:
    where = f"dòng {number}"
    if not is_markdown:
        return Piece(line, where)
    plain = _BOLD.sub(lambda found: found[1] or found[2], _MARKDOWN.sub("", line))
    return Piece(plain.rstrip("\\"), where, is_heading=line.startswith("#"))


def _with_tables(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Lines that bars begin, one after the other, are a table."""
    for is_table, group in groupby(pieces, lambda piece: piece.text.startswith("|")):
        lines = list(group)
        if not is_table or len(lines) < 2:
            yield from lines
            continue
        rows = [_cells(piece.text) for piece in lines if not _RULE.fullmatch(piece.text)]
        yield Piece("", f"bảng ở {lines[0].where}", tuple(rows))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _notes(decoded: Decoded, lost: tuple[str, ...]) -> list[str]:
    notes = []
    if decoded.legacy:
        notes.append(decoded.legacy.message)
    elif not decoded.is_sure:
        notes.append(f"Chưa chắc bảng mã của tệp ({decoded.encoding}): hãy xem lại các chữ có dấu.")
    if lost and not decoded.legacy:
        notes.append(lost_note(lost))
    return notes


def lost_note(lost: tuple[str, ...]) -> str:
    """What is said of words that lack a letter."""
    return f"Có chữ đã mất khi chép: {', '.join(map(quoted, lost[:3]))}. Hãy xem lại các chữ ấy."
