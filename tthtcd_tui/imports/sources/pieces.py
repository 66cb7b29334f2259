"""A document as its pieces, in reading order: paragraphs and tables, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from tthtcd_tui.named_tuple import NamedTuple


class Part(Enum):
    """Where in a document a piece stands."""

    BODY = auto()
    BOX = auto()
    """A text box beside the body."""
    NOTE = auto()
    """A footnote, an endnote or a comment."""
    MARGIN = auto()
    """A header or a footer, on every page."""


class Piece(NamedTuple):
    """A paragraph, or a table where it has `rows`; lines of a plain text are pieces as they stand there."""

    text: str
    where: str
    """«đoạn 3», «dòng 41», «bảng 2»: as a person finds it again."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table; lines in one are parted by a line feed."""
    label: str = ""
    """The number or bullet that a word processor puts before it: «II.», «1.», «-»."""
    is_heading: bool = False
    """Whether it looks like a heading: by its style, or bold from end to end."""
    part: Part = Part.BODY

    @property
    def is_table(self) -> bool:
        return bool(self.rows)

    @property
    def is_blank(self) -> bool:
        return not self.rows and not self.text.strip()


def unboxed(pieces: Sequence[Piece]) -> list[Piece]:
    """Tables of one column as the paragraphs they are: a frame round a text, or round all of it."""
    return [part for piece in pieces for part in (_lines_of(piece) if _is_box(piece) else [piece])]


def unbroken(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Paragraphs whose lines are parted by line breaks, each line as the paragraph it was meant to be."""
    for piece in pieces:
        lines = [line for line in piece.text.split("\n") if line.strip()]
        if piece.is_table or len(lines) < 2:
            yield piece
            continue
        for number, line in enumerate(lines):
            yield piece._replace(text=line, label="" if number else piece.label)


def _is_box(piece: Piece) -> bool:
    return piece.is_table and all(len(row) == 1 for row in piece.rows)


def _lines_of(box: Piece) -> Iterator[Piece]:
    for number, (cell,) in enumerate(box.rows, 1):
        for line in cell.split("\n"):
            yield Piece(line, f"{box.where}, dòng {number}", part=box.part)


class Document(NamedTuple):
    """The pieces of a file, and what must be said of how it was read."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    """Words that lack a letter which was gone before the file came («Phơng hớng»)."""
    is_sure: bool = True
    """False where the encoding could not be told for sure."""
