"""A DOCX on paper, as LibreOffice sets it: where each line of text stands, and each line that is drawn.

Measured, not read: pdftotext tells where words are, and rules are found in the pixels of the page itself.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from support.nd30.rendered import PATIENCE, rendered_pdf

NEEDED = ("soffice", "pdftoppm", "pdftotext")
DPI = 200
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_DARK = 128
_SAME_LINE = 4.0
"""Points by which the tops of two words may differ and still stand on one line: an accent, a bold or italic letter."""


def missing() -> str:
    """Why no page can be looked at here; empty where one can."""
    absent = [tool for tool in NEEDED if shutil.which(tool) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text that stands on one line, in points from the page's top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line of ink, in points."""

    left: float
    right: float
    top: float
    thickness: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def length(self) -> float:
        return self.right - self.left


class Paper:
    """The pages of one document."""

    def __init__(self, docx: bytes, folder: Path) -> None:
        self._folder = folder
        self._pdf = rendered_pdf(docx, folder)
        listing = _run("pdftotext", "-bbox", self._pdf, "-").decode("utf-8")
        self.pages = [list(_words(page)) for page in listing.split("<page ")[1:]]

    def lines(self, page: int, left: float = 0.0, right: float = 10_000.0) -> list[Words]:
        """The lines of a page (from 1), top down, of the words between two edges: one column."""
        words = [word for word in self.pages[page - 1] if left <= word.left and word.right <= right]
        lines: list[list[Words]] = []
        for word in sorted(words, key=lambda word: (word.bottom, word.left)):
            if lines and abs(word.bottom - lines[-1][0].bottom) < _SAME_LINE:
                lines[-1].append(word)
            else:
                lines.append([word])
        return [_line(line) for line in lines]

    def line(self, page: int, beginning: str) -> Words:
        """The one line of that page that begins so; words of the other column are left out."""
        first = beginning.split(maxsplit=1)[0]
        starts = [word for word in self.pages[page - 1] if word.text.startswith(first)]
        found = [line for word in starts for line in self.lines(page, left=word.left - 0.01) if line.left == word.left]
        [only] = {line for line in found if line.text.startswith(beginning)}
        return only

    def rules(self, page: int, shortest: float = 20.0) -> list[Rule]:
        """The drawn lines of a page that are at least so long, in points, top down."""
        picture = self._folder / "page"
        _run("pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", self._pdf, picture)
        return list(_rules(picture.with_suffix(".pgm").read_bytes(), shortest))


def _run(*command: str | Path) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE).stdout


def _words(page: str) -> Iterator[Words]:
    for left, top, right, bottom, text in _WORD.findall(page):
        yield Words(html.unescape(text), float(left), float(right), float(top), float(bottom))


def _line(words: list[Words]) -> Words:
    words = sorted(words, key=lambda word: word.left)
    text = " ".join(word.text for word in words)
    tops, bottoms = [word.top for word in words], [word.bottom for word in words]
    return Words(text, words[0].left, words[-1].right, min(tops), max(bottoms))


def _rules(pgm: bytes, shortest: float) -> Iterator[Rule]:
    """Runs of dark pixels longer than any stroke of a letter, with the rows below them that belong to the same line."""
    width, height, pixels = _pgm(pgm)
    point = DPI / 72
    least = round(shortest * point)
    found: list[tuple[int, int, int]] = []
    for y in range(height):
        row = pixels[y * width : (y + 1) * width]
        # Nearly every row is told from its darkest bytes alone.
        for dark, run in groupby(range(width), key=lambda x: row[x] < _DARK) if min(row) < _DARK else ():
            if dark and (columns := list(run)) and len(columns) >= least:
                found.append((y, columns[0], columns[-1] + 1))
    while found:
        y, left, right = found.pop(0)
        bottom = y + 1
        while (below := next((run for run in found if run[0] == bottom and abs(run[1] - left) < 4), None)) is not None:
            found.remove(below)
            bottom += 1
        yield Rule(left / point, right / point, y / point, (bottom - y) / point)


def _pgm(pgm: bytes) -> tuple[int, int, bytes]:
    """Width, height and one byte a pixel of a binary PGM."""
    header = re.match(rb"P5\s+(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+255\s", pgm)
    assert header is not None, pgm[:40]
    width, height = int(header[1]), int(header[2])
    pixels = pgm[header.end() :]
    assert len(pixels) == width * height
    return width, height, pixels
