"""The document as it flows: paragraphs with their lines and runs, tables with rows and cells, sections.

A line is what stands between two line breaks in the source, before any wrapping.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from support.nd30.formats import ParagraphFormat, RunFormat
from support.nd30.ooxml import Element
from support.nd30.widths import LINE_HEIGHT, width

ROUNDING = 0.05
"""Points; Word counts in twentieths of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one format, as it is shown (capitals already applied)."""

    text: str
    format: RunFormat
    generated: bool
    """Made by the word processor: a number in front of a paragraph, a field's result."""

    @property
    def visible(self) -> bool:
        return bool(self.text.strip()) and not self.format.hidden

    @property
    def width(self) -> float:
        """In points, on one line."""
        across = width(self.text, self.format.size, bold=self.format.bold, italic=self.format.italic)
        return across * self.format.scale + self.format.spacing * len(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A field, such as PAGE, with the format of everything it is made of."""

    instruction: str
    formats: tuple[RunFormat, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    element: Element
    format: ParagraphFormat
    lines: tuple[tuple[Span, ...], ...]
    """At least one, which may be empty. A number in front belongs to the first."""
    mark: RunFormat
    fields: tuple[Field, ...]
    drawings: tuple[Element, ...]
    """Pictures and drawn lines anchored here."""
    width: float
    """Of the column, cell or text area around it, in points."""
    direct: tuple[str, ...]
    """Names of the run properties that are set by hand, with the text they are set on."""
    in_cell: bool

    @property
    def spans(self) -> list[Span]:
        return [span for line in self.lines for span in line]

    @property
    def text(self) -> str:
        """All that is shown, lines joined by a break, number included."""
        return "\n".join(text_of(line) for line in self.lines)

    @property
    def label(self) -> str:
        """The number the word processor puts in front; empty without one."""
        first = self.lines[0][:1]
        return first[0].text.strip() if first and first[0].generated and self.format.number else ""

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def available(self) -> float:
        """How long a line of it may be, the first line's indent aside."""
        return self.width - self.format.left - self.format.right


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of a paragraph, with the cell it stands in."""

    paragraph: Paragraph
    spans: tuple[Span, ...]
    cell: Cell | None

    @property
    def text(self) -> str:
        return text_of(self.spans)

    @property
    def visible(self) -> list[Span]:
        return [span for span in self.spans if span.visible]

    @property
    def width(self) -> float:
        """Of the text on one line, without the blanks around it."""
        return sum(piece.width for piece in _stripped(self.spans))

    @property
    def fits(self) -> bool:
        """Whether it stands on one line."""
        return self.width <= self.paragraph.available - max(self.paragraph.format.first, 0.0) + ROUNDING

    def wrapped(self) -> list[float]:
        """The widths of the lines it wraps into."""
        return _wrap(self.spans, self.paragraph.available)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    blocks: list[Block]
    width: float
    """Inside its margins."""
    vertical: str
    """top, center or bottom."""

    def paragraphs(self) -> Iterator[Paragraph]:
        return all_paragraphs(self.blocks)

    @property
    def height(self) -> float:
        return sum(height(paragraph) for paragraph in self.paragraphs())

    @property
    def lines(self) -> list[Line]:
        """The lines that show something."""
        return text_lines(self.blocks, self)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    element: Element
    cells: list[Cell]
    least: float
    """The height it is given, in points, 0 for none."""

    @property
    def height(self) -> float:
        return max([self.least, *(cell.height for cell in self.cells)])


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    element: Element
    rows: list[Row]
    style: str | None

    def paragraphs(self) -> Iterator[Paragraph]:
        return all_paragraphs([self])


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    element: Element
    blocks: list[Block] = field(default_factory=list)


def text_of(spans: tuple[Span, ...]) -> str:
    """What is shown, with ordinary spaces and hyphens in place of unbreakable ones."""
    shown = "".join(span.text for span in spans if not span.format.hidden)
    return shown.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-")


def all_paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from all_paragraphs(cell.blocks)


def text_lines(blocks: list[Block], cell: Cell | None = None) -> list[Line]:
    """The lines of `blocks` that show something."""
    lines = [Line(paragraph, spans, cell) for paragraph in all_paragraphs(blocks) for spans in paragraph.lines]
    return [line for line in lines if line.visible]


def _stripped(spans: tuple[Span, ...]) -> list[Span]:
    """`spans` without blanks at either end."""
    kept = list(spans)
    while kept and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = Span(kept[0].text.lstrip(), kept[0].format, kept[0].generated)
        kept[-1] = Span(kept[-1].text.rstrip(), kept[-1].format, kept[-1].generated)
    return kept


def _words(spans: tuple[Span, ...]) -> Iterator[tuple[float, float]]:
    """(the blanks before it, the word), as widths; a hyphen ends a word without a blank."""
    blanks = word = 0.0
    for span in _stripped(spans):
        for character in span.text:
            across = Span(character, span.format, span.generated).width
            if character in " \t":
                if word:
                    yield blanks, word
                    blanks = word = 0.0
                blanks += across
            else:
                word += across
                if character == "-":
                    yield blanks, word
                    blanks = word = 0.0
    if word:
        yield blanks, word


def _wrap(spans: tuple[Span, ...], available: float) -> list[float]:
    """Greedy breaking at blanks and after hyphens; the width of each line without its last blanks."""
    lines = [0.0]
    for blanks, word in _words(spans):
        if lines[-1] and lines[-1] + blanks + word > available + ROUNDING:
            lines.append(word)
        else:
            lines[-1] += blanks + word
    return lines


def line_height(paragraph: Paragraph, spans: tuple[Span, ...]) -> float:
    """The height of one line with this text, in points."""
    sizes = [span.format.size for span in spans if not span.format.hidden]
    single = max(sizes, default=paragraph.mark.size) * LINE_HEIGHT
    match paragraph.format.line_rule:
        case "exact":
            return paragraph.format.line
        case "atLeast":
            return max(single, paragraph.format.line)
        case _:
            return single * paragraph.format.line


def height(paragraph: Paragraph) -> float:
    """What the paragraph takes on the page, its spacing included, in points."""
    inside = sum(
        line_height(paragraph, spans) * len(_wrap(spans, max(paragraph.available, 1.0))) for spans in paragraph.lines
    )
    return paragraph.format.before + inside + paragraph.format.after


def top_of(line: Line, row: Row) -> float:
    """How far below the row's upper edge the line begins, in points."""
    if line.cell is None:
        return 0.0
    at = 0.0
    spare = row.height - line.cell.height
    at += {"bottom": spare, "center": spare / 2}.get(line.cell.vertical, 0.0)
    for paragraph in line.cell.paragraphs():
        if paragraph is not line.paragraph:
            at += height(paragraph)
            continue
        at += paragraph.format.before
        for spans in paragraph.lines:
            if spans is line.spans:
                return at
            at += line_height(paragraph, spans) * len(_wrap(spans, max(paragraph.available, 1.0)))
    return at
