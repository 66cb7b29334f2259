"""How large a part of a DOCX is, told by its tags before a tree is made of it: that takes ten times its room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.xml_encoding import refuse_foreign

MOST_OUTSIDE: Final = 10_000
"""Paragraphs outside tables: three hundred pages. Each is held against all that the form asks for."""
MOST_LETTERS: Final = 5_000_000
_MOST_PARAGRAPHS: Final = 200_000
"""Those of cells among them; and as many cells."""
_MOST_TAGS: Final = 2_000_000
"""Of the main part, closing ones too."""
_MOST_BESIDE: Final = 300_000
"""Tags of all parts beside it: a thousand notes take thirty thousand, the styles of Word ten thousand."""
TOO_MANY_OUTSIDE: Final = "Tệp có quá 10.000 đoạn ngoài bảng. Hãy chép phần cần nhập sang một tệp mới rồi nhập tệp đó."
TOO_LONG: Final = "Tệp có đoạn dài quá 400.000 chữ, hoặc quá dài để là một báo cáo. Hãy chép phần cần nhập."
_TOO_MANY: Final = "Tệp có quá 200.000 đoạn hoặc ô. Hãy chép phần cần nhập sang một tệp mới rồi nhập tệp đó."
_TOO_MUCH_BESIDE: Final = (
    "Phần chú thích, góp ý, đầu trang hoặc kiểu chữ của tệp quá lớn để là của một báo cáo."
    " Hãy chép phần cần nhập sang một tệp mới rồi nhập tệp đó."
)
_PARAGRAPH: Final = re.compile(rb"<(?:\w+:)?p[\s/>]")
_CELL: Final = re.compile(rb"<(?:\w+:)?tc[\s/>]")
_EDGE: Final = re.compile(rb"<(/?)(?:\w+:)?tc(?:\s[^<>]*)?(/?)>")
"""Where a cell begins or ends, or both."""
_BETWEEN: Final = re.compile(rb">([^<]+)")


def refuse_too_large(main: bytes) -> None:
    """Refuse a main part with more than a report can have, or of which that is not told. Raises UnusableFile."""
    refuse_foreign(main)
    main = main.replace(b"\0", b"")  # UTF-16 too
    if main.count(b"<") > _MOST_TAGS:
        raise UnusableFile(TOO_LONG)
    paragraphs = _count(_PARAGRAPH, main, _MOST_PARAGRAPHS)
    if max(paragraphs, _count(_CELL, main, _MOST_PARAGRAPHS)) > _MOST_PARAGRAPHS:
        raise UnusableFile(_TOO_MANY)
    if paragraphs > MOST_OUTSIDE and _outside(main) > MOST_OUTSIDE:
        raise UnusableFile(TOO_MANY_OUTSIDE)
    if _letters(main) > MOST_LETTERS:
        raise UnusableFile(TOO_LONG)


class Beside:
    """The parts beside the main one, which together may have so many tags and no more."""

    def __init__(self) -> None:
        self._tags = 0

    def refuse_too_large(self, part: bytes) -> None:
        """Count one more part in. Raises UnusableFile."""
        refuse_foreign(part)
        self._tags += part.count(b"<")  # as often in UTF-16
        if self._tags > _MOST_BESIDE:
            raise UnusableFile(_TOO_MUCH_BESIDE)


def _count(tag: re.Pattern[bytes], main: bytes, most: int) -> int:
    """How often `tag` stands in `main`, counted no further than one beyond `most`."""
    return sum(1 for _ in islice(tag.finditer(main), most + 1))


def _outside(main: bytes) -> int:
    """How many paragraphs no cell holds, counted no further than a stretch beyond MOST_OUTSIDE."""
    found = 0
    for start, end in _stretches_outside(main):
        found += sum(1 for _ in islice(_PARAGRAPH.finditer(main, start, end), MOST_OUTSIDE + 1))
        if found > MOST_OUTSIDE:
            break
    return found


def _stretches_outside(main: bytes) -> Iterator[tuple[int, int]]:
    """Where what stands outside all cells begins and ends."""
    depth = at = 0
    for edge in _EDGE.finditer(main):
        closes, is_whole = edge[1], edge[2]
        if is_whole:
            continue
        if closes:
            depth = max(depth - 1, 0)
            at = edge.end()
        else:
            if not depth:
                yield at, edge.start()
            depth += 1
    if not depth:
        yield at, len(main)


def _letters(main: bytes) -> int:
    """How many letters stand between the tags."""
    between = (found[1] for found in _BETWEEN.finditer(main))
    return sum(len(text.decode("utf-8", "replace")) for text in between if not text.isspace())
