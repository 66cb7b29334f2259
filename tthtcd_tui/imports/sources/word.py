"""A DOCX → its pieces: tracked changes as accepted, boxes, notes and margins apart, runs in old fonts converted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources import word_size
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.imports.sources.pieces import Document, Part, Piece
from tthtcd_tui.imports.sources.text_file import lost_note
from tthtcd_tui.imports.sources.word_styles import Numbering, Styles, W, font_of, is_on, number_of, whole
from tthtcd_tui.imports.sources.xml import parse
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.legacy import recognise
from tthtcd_tui.text.legacy_tables import from_tcvn3, from_vni
from tthtcd_tui.text.syllables import lost_words

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE: Final = frozenset({W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "delInstrText"})
_TRACKED: Final = frozenset({W + "ins", W + "del", W + "moveFrom", W + "moveTo"})
_CHARACTERS: Final = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_PARTS: Final = (("word/footnotes.xml", "footnote", "chú thích"), ("word/endnotes.xml", "endnote", "chú thích cuối"))
_COMMENTS: Final = "word/comments.xml"
_PAGE: Final = re.compile(r"[\W\d_]*(?:trang|page)?[\W\d_]*", re.IGNORECASE)
_LONGEST_PARAGRAPH: Final = 400_000
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


class _Run(NamedTuple):
    text: str
    font: str


def read_word(data: bytes) -> Document:
    """The pieces of a DOCX. Raises UnusableFile."""
    package = Package(data)
    main = package.xml("word/document.xml")
    if main is None:
        raise UnusableFile("Tệp này không phải tệp .docx dùng được. Hãy mở bằng Word rồi lưu lại thành .docx.")
    word_size.refuse_too_large(main)
    reader = _Reader(package)
    pieces = tuple(_within_limits(reader.document(parse(main))))
    if all(piece.is_blank for piece in pieces):
        raise UnusableFile("Tệp không có chữ nào. Hãy chọn tệp khác.")
    pieces, notes = _mended(pieces, reader.notes())
    lost = lost_words("\n".join(_texts(pieces)))
    return Document(pieces, (*notes, *([lost_note(lost)] if lost else [])), lost)


def _within_limits(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Refuse more words than a report can have: what is looked for in a sentence takes longer than its length."""
    letters = outside = 0
    for piece in pieces:
        outside += not piece.is_table
        if outside > word_size.MOST_OUTSIDE:
            raise UnusableFile(word_size.TOO_MANY_OUTSIDE)
        lengths = [len(piece.text), *(len(cell) for row in piece.rows for cell in row)]
        letters += sum(lengths)
        if letters > word_size.MOST_LETTERS or max(lengths) > _LONGEST_PARAGRAPH:
            raise UnusableFile(word_size.TOO_LONG)
        yield piece


def _texts(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        yield piece.text
        for row in piece.rows:
            yield from row


def _mended(pieces: tuple[Piece, ...], notes: list[str]) -> tuple[tuple[Piece, ...], list[str]]:
    """Text in an old encoding that no font tells of: the whole document by its own statistics."""
    cells = list(_texts(pieces))
    legacy = recognise("\n".join(cell.replace("\n", "\x1f") for cell in cells))
    if legacy is None:
        return tuple(_cleaned(piece) for piece in pieces), notes
    mended = iter(legacy.after.split("\n"))
    found = []
    for piece in pieces:
        text = next(mended).replace("\x1f", "\n")
        rows = tuple(tuple(next(mended).replace("\x1f", "\n") for _ in row) for row in piece.rows)
        found.append(_cleaned(piece._replace(text=text, rows=rows)))
    return tuple(found), [legacy.message, *notes]


def _cleaned(piece: Piece) -> Piece:
    rows = tuple(tuple(clean(_PRIVATE.sub("", cell)).strip() for cell in row) for row in piece.rows)
    text = clean(_PRIVATE.sub("", piece.text)).strip(" \n")
    return piece._replace(text=text if text.strip() else "", rows=rows)  # tabs part cells


@dataclass
class _Reader:
    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    _beside: word_size.Beside = field(default_factory=word_size.Beside)
    _counts: dict[str, int] = field(default_factory=dict)
    _authors: set[str] = field(default_factory=set)
    _is_tracked: bool = False
    _is_hidden: bool = False
    _old_fonts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.styles = Styles.of(self._part("word/styles.xml"))
        self.numbering = Numbering(self._part("word/numbering.xml"))

    def _part(self, name: str) -> etree._Element | None:
        data = self.package.xml(name)
        if data is None:
            return None
        self._beside.refuse_too_large(data)
        return parse(data)

    def notes(self) -> list[str]:
        notes = []
        if self._old_fonts:
            notes.append(f"Chữ dùng phông cũ ({', '.join(sorted(self._old_fonts))}) đã đổi sang Unicode: hãy xem lại.")
        if self._is_tracked:
            by = f" của {', '.join(sorted(self._authors))}" if self._authors else ""
            notes.append(f"Tệp có sửa theo dõi{by} chưa duyệt: đọc như đã chấp nhận hết.")
        if self._is_hidden:
            notes.append("Bỏ qua chữ ẩn, không in, trong tệp.")
        return notes

    # -- the document

    def document(self, root: etree._Element) -> Iterator[Piece]:
        body = root.find(W + "body")
        if body is not None:
            yield from self._blocks(body, Part.BODY, "đoạn")
        for name, tag, called in _PARTS:
            yield from self._notes_of(name, tag, called)
        yield from self._comments()
        yield from self._margins()

    def _notes_of(self, name: str, tag: str, called: str) -> Iterator[Piece]:
        root = self._part(name)
        if root is None:
            return
        real = [note for note in root.findall(W + tag) if note.get(W + "type") in (None, "normal")]
        for number, note in enumerate(real, 1):
            for piece in self._blocks(note, Part.NOTE, "đoạn"):
                yield piece._replace(where=f"{called} {number}", label="", is_heading=False)

    def _comments(self) -> Iterator[Piece]:
        root = self._part(_COMMENTS)
        for note in () if root is None else root.findall(W + "comment"):
            author = note.get(W + "author") or "người góp ý"
            for piece in self._blocks(note, Part.NOTE, "đoạn"):
                yield piece._replace(where=f"góp ý của {author}", label="", is_heading=False)

    def _margins(self) -> Iterator[Piece]:
        for name in sorted(self.package.names):
            found = re.fullmatch(r"word/(header|footer)\d*\.xml", name)
            root = self._part(name) if found else None
            if found is None or root is None:
                continue
            where = "đầu trang" if found[1] == "header" else "chân trang"
            for piece in self._blocks(root, Part.MARGIN, "đoạn"):
                if piece.rows or not _PAGE.fullmatch(piece.text):
                    yield piece._replace(where=where, label="", is_heading=False)

    # -- paragraphs and tables

    def _next(self, what: str) -> str:
        self._counts[what] = self._counts.get(what, 0) + 1
        return f"{what} {self._counts[what]}"

    def _blocks(self, parent: etree._Element, part: Part, what: str) -> Iterator[Piece]:
        goes_on: Piece | None = None
        for child in _unwrapped(parent):
            if child.tag == W + "tbl":
                frames = _framing(child)
                for cell in frames:
                    yield from self._blocks(cell, part, what)
                if not frames:
                    yield from self._table(child, part)
            elif child.tag == W + "p":
                piece, boxes = self._paragraph(child, part, what)
                if goes_on is not None:
                    piece = goes_on._replace(text=goes_on.text + piece.text)
                mark = child.find(f"{W}pPr/{W}rPr/{W}del")
                goes_on = piece if mark is not None else None
                if goes_on is None:
                    yield from self._with_boxes(piece, boxes)
                else:
                    yield from boxes
        if goes_on is not None:
            yield goes_on

    def _with_boxes(self, piece: Piece, boxes: list[Piece]) -> Iterator[Piece]:
        yield piece
        yield from boxes

    def _paragraph(self, paragraph: etree._Element, part: Part, what: str) -> tuple[Piece, list[Piece]]:
        where = self._next(what) if part is Part.BODY else ""
        properties = paragraph.find(W + "pPr")
        name = None if properties is None else _value(properties.find(W + "pStyle"))
        boxes: list[Piece] = []
        runs = list(self._runs(paragraph, name, where, boxes))
        number = number_of(properties) or next((each.number for each in self.styles.chain(name) if each.number), None)
        text = self._text(runs)
        if not text.strip():
            return Piece(text, where, (), "", False, part), boxes
        heading = any(each.is_heading for each in self.styles.chain(name)) or self._is_bold(paragraph)
        return Piece(text, where, (), self.numbering.label(number), heading, part), boxes

    @staticmethod
    def _is_bold(paragraph: etree._Element) -> bool:
        """Whether all that is written in it is; nearly always the first run says that it is not."""
        has_bold = False
        for run in paragraph.iter(W + "r"):
            is_bold = is_on(run.find(W + "rPr"), "b")
            if (is_bold and has_bold) or not any(map(str.strip, run.itertext(W + "t"))):
                continue
            if not is_bold:
                return False
            has_bold = True
        return has_bold

    def _table(self, table: etree._Element, part: Part) -> Iterator[Piece]:
        where = self._next("bảng") if part is Part.BODY else ""
        boxes: list[Piece] = []
        rows = [
            tuple(self._cells(row, boxes)) for row in _unwrapped(table) if row.tag == W + "tr" and not _is_gone(row)
        ]
        yield Piece("", where, tuple(rows), "", False, part) if rows else Piece("", where)
        yield from boxes

    def _cells(self, row: etree._Element, boxes: list[Piece]) -> Iterator[str]:
        for cell in _unwrapped(row):
            if cell.tag != W + "tc":
                continue
            properties = cell.find(W + "tcPr")
            span = 1 if properties is None else whole(_value(properties.find(W + "gridSpan")), 1)
            merge = None if properties is None else properties.find(W + "vMerge")
            is_above = merge is not None and merge.get(W + "val") != "restart"
            yield "" if is_above else "\n".join(self._lines(cell, boxes))
            yield from [""] * (min(span, 64) - 1)

    def _lines(self, cell: etree._Element, boxes: list[Piece]) -> Iterator[str]:
        for child in _unwrapped(cell):
            if child.tag == W + "p":
                piece, own = self._paragraph(child, Part.BOX, "")
                boxes += own
                if piece.text.strip():
                    yield f"{piece.label} {piece.text}".strip()
            elif child.tag == W + "tbl":
                for row in _unwrapped(child):
                    if row.tag == W + "tr":  # a table in this one comes with its cell, once
                        yield "\t".join(self._cells(row, boxes))

    # -- runs

    def _runs(self, parent: etree._Element, style: str | None, where: str, boxes: list[Piece]) -> Iterator[_Run]:
        for child in parent:
            if child.tag in _TRACKED:
                self._is_tracked = True
                self._authors.update(filter(None, [child.get(W + "author")]))
            if child.tag in _GONE or child.tag == W + "pPr":
                continue
            if child.tag == W + "r":
                yield from self._run(child, style, where, boxes)
            elif isinstance(child.tag, str):
                yield from self._runs(child, style, where, boxes)

    def _run(self, run: etree._Element, style: str | None, where: str, boxes: list[Piece]) -> Iterator[_Run]:
        properties = run.find(W + "rPr")
        own = None if properties is None else _value(properties.find(W + "rStyle"))
        chain = [*self.styles.chain(own), *self.styles.chain(style)]
        hidden = is_on(properties, "vanish")
        if hidden is None:
            hidden = next((each.is_hidden for each in chain if each.is_hidden is not None), False)
        if hidden:
            self._is_hidden = True
            return
        font = font_of(properties) or next((each.font for each in chain if each.font), None) or self.styles.font or ""
        yield from (_Run(text, font) for text in self._pieces_of(run, where, boxes))

    def _pieces_of(self, run: etree._Element, where: str, boxes: list[Piece]) -> Iterator[str]:
        for child in run:
            if child.tag == W + "t":
                yield child.text or ""
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag in _GONE or child.tag in (W + "rPr", W + "softHyphen"):
                continue
            elif isinstance(child.tag, str):
                boxes += self._boxes(child, where)

    def _boxes(self, element: etree._Element, where: str) -> Iterator[Piece]:
        """The text boxes in a drawing; of two renderings of one the first."""
        if element.tag == _MC + "AlternateContent":
            choice = next(iter(element), None)
            if choice is not None:
                yield from self._boxes(choice, where)
        elif element.tag == W + "txbxContent":
            for piece in self._blocks(element, Part.BOX, ""):
                if not piece.is_blank:
                    yield piece._replace(where=f"hộp chữ ở {where}".rstrip())
        else:
            for child in element:
                if isinstance(child.tag, str):
                    yield from self._boxes(child, where)

    def _text(self, runs: list[_Run]) -> str:
        """The runs as one text; those in an old font as they read."""
        return "".join(
            self._converted("".join(run.text for run in group), font)
            for font, group in groupby(runs, key=lambda run: run.font)
        )

    def _converted(self, text: str, font: str) -> str:
        if text.isascii() and not _is_capital_font(font):
            return text
        if font.startswith(".Vn"):
            self._old_fonts.add(font)
            read = from_tcvn3(text)
            return read.upper() if _is_capital_font(font) else read
        if font.upper().startswith("VNI"):
            self._old_fonts.add(font)
            return from_vni(text)
        return text.replace("\xad", "")


def _framing(table: etree._Element) -> list[etree._Element]:
    """The cells of a table of one column that only frames what stands in it, another table among it; else none."""
    rows = [row for row in _unwrapped(table) if row.tag == W + "tr" and not _is_gone(row)]
    cells = [[cell for cell in _unwrapped(row) if cell.tag == W + "tc"] for row in rows]
    if any(len(row) != 1 for row in cells):
        return []
    inside = [row[0] for row in cells]
    return inside if any(child.tag == W + "tbl" for cell in inside for child in _unwrapped(cell)) else []


def _is_capital_font(font: str) -> bool:
    """«.VnTimeH» draws small letters as capitals."""
    return font.startswith(".Vn") and font.endswith("H")


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(W + "val")


def _is_gone(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of `parent`, those of content controls and tracked insertions among them; deleted ones left out."""
    for child in parent:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag in (W + "sdt", W + "ins", W + "moveTo", W + "smartTag", W + "customXml"):
            content = child.find(W + "sdtContent") if child.tag == W + "sdt" else child
            if content is not None:
                yield from _unwrapped(content)
        elif child.tag == _MC + "AlternateContent":
            choice = next(iter(child), None)
            if choice is not None:
                yield from _unwrapped(choice)
        else:
            yield child
