"""From the XML to the flow: every paragraph with its effective formatting, in the order of the document."""

from __future__ import annotations

from dataclasses import dataclass

from support.nd30.flow import Block, Cell, Field, Paragraph, Row, Section, Span, Table
from support.nd30.formats import RunFormat, RunResolver, paragraph_format
from support.nd30.numbering import Numbering
from support.nd30.ooxml import Element, children, find, is_on, local, twips, value, w
from support.nd30.package import MAIN, Package
from support.nd30.properties import Properties, read
from support.nd30.styles import Styles

# Word's own margin left and right of a cell's text.
CELL_MARGIN = 5.4
HAND_FORMATS = frozenset({"rFonts", "sz", "szCs", "b", "bCs", "i", "iCs", "caps", "smallCaps", "color", "u"})


@dataclass(frozen=True, slots=True)
class Story:
    """A header or footer: which kind, and what it holds."""

    kind: str
    """header or footer."""
    pages: str
    """default, first or even."""
    section: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Document:
    blocks: list[Block]
    sections: list[Section]
    stories: list[Story]
    floating: list[Paragraph]
    """What stands in text boxes."""
    notes: list[Paragraph]
    styles: Styles
    numbering: Numbering
    body: Element


class Reader:
    """Reads one package. Numbers are counted as paragraphs are met, so each story is read once and in order."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package)
        self.numbering = Numbering(package, self.styles)
        self.floating: list[Paragraph] = []

    def document(self) -> Document:
        """Raises ValueError where the package has no document."""
        root = self.package.xml(MAIN)
        body = find(root, "body")
        if body is None:
            raise ValueError(f"{MAIN}: no body")
        sections = self._sections(body)
        blocks: list[Block] = []
        at = 0
        for child in children(body):
            area = text_width(sections[min(at, len(sections) - 1)].element)
            if (block := self._block(child, area)) is not None:
                blocks.append(block)
                sections[min(at, len(sections) - 1)].blocks.append(block)
            if find(child, "pPr", "sectPr") is not None:
                at += 1
        stories = [story for number, section in enumerate(sections) for story in self._stories(number, section.element)]
        notes = [
            paragraph
            for kind in ("footnotes", "endnotes")
            for part in self.package.related(MAIN, kind)
            for paragraph in self._all(self.package.xml(part), text_width(sections[0].element))
        ]
        return Document(blocks, sections, stories, self.floating, notes, self.styles, self.numbering, body)

    @staticmethod
    def _sections(body: Element) -> list[Section]:
        found = [
            section
            for child in children(body)
            if (section := find(child, "pPr", "sectPr") if child.tag == w("p") else None) is not None
        ]
        last = find(body, "sectPr")
        if last is None:
            raise ValueError(f"{MAIN}: no section")
        return [Section(section) for section in [*found, last]]

    def _stories(self, number: int, section: Element) -> list[Story]:
        relationships = self.package.relationships(MAIN)
        found = []
        for reference in section:
            kind = local(reference).removesuffix("Reference")
            if kind not in {"header", "footer"}:
                continue
            rid = next((text for name, text in reference.attrib.items() if name.endswith("}id")), "")
            _, part, _ = relationships.get(rid, ("", "", False))
            paragraphs = self._all(self.package.xml(part), text_width(section))
            found.append(Story(kind, value(reference, "type") or "default", number, tuple(paragraphs)))
        return found

    def _all(self, root: Element | None, area: float) -> list[Paragraph]:
        return [self.paragraph(element, area) for element in root.iter(w("p"))] if root is not None else []

    def _block(self, element: Element, area: float) -> Block | None:
        if element.tag == w("p"):
            return self.paragraph(element, area)
        return self._table(element, area) if element.tag == w("tbl") else None

    # ------------------------------------------------------------------------------------------------ tables
    def _table(self, element: Element, area: float) -> Table:
        style = self.styles.id_of("table", value(find(element, "tblPr", "tblStyle")))
        grid = [twips(value(column, "w")) or 0.0 for column in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        rows = [row for row in children(element) if row.tag == w("tr")]
        read_rows = [self._row(row, at, len(rows), element, style, grid, area) for at, row in enumerate(rows)]
        return Table(element, read_rows, style)

    def _row(
        self, element: Element, at: int, count: int, table: Element, style: str | None, grid: list[float], area: float
    ) -> Row:
        cells = [cell for cell in children(element) if cell.tag == w("tc")]
        read_cells = []
        column = int(value(find(element, "trPr", "gridBefore")) or "0")
        for number, cell in enumerate(cells):
            span = int(value(find(cell, "tcPr", "gridSpan")) or "1")
            across = self._cell_width(cell, table, sum(grid[column : column + span]), sum(grid), area)
            column += span
            level = self.styles.table(style, _conditions(table, at, count, number, len(cells)))
            inside = across - self._margin(cell, table, style, "left") - self._margin(cell, table, style, "right")
            blocks: list[Block] = []
            for child in children(cell):
                if child.tag == w("p"):
                    blocks.append(self.paragraph(child, inside, level, in_cell=True))
                elif child.tag == w("tbl"):
                    blocks.append(self._table(child, inside))
            read_cells.append(Cell(blocks, inside, value(find(cell, "tcPr", "vAlign")) or "top"))
        least = twips(value(find(element, "trPr", "trHeight"))) or 0.0
        return Row(element, read_cells, least)

    @staticmethod
    def _cell_width(cell: Element, table: Element, from_grid: float, grid: float, area: float) -> float:
        said = find(cell, "tcPr", "tcW")
        kind, amount = value(said, "type") or "dxa", value(said, "w")
        if said is not None and kind == "dxa" and (twips(amount) or 0.0) > 0:
            return twips(amount) or 0.0
        if said is not None and kind == "pct" and amount:
            whole = find(table, "tblPr", "tblW")
            table_width = twips(value(whole, "w")) if value(whole, "type") == "dxa" else None
            share = float(amount.rstrip("%")) / (100 if amount.endswith("%") else 5000)
            return share * (table_width or grid or area)
        return from_grid or area

    def _margin(self, cell: Element, table: Element, style: str | None, side: str) -> float:
        other = {"left": "start", "right": "end"}[side]
        holders = [find(cell, "tcPr", "tcMar"), find(table, "tblPr", "tblCellMar")]
        holders += [find(link, "tblPr", "tblCellMar") for link in reversed(self.styles.chain(style))]
        for holder in holders:
            for name in (side, other):
                if (said := twips(value(find(holder, name), "w"))) is not None:
                    return said
        return CELL_MARGIN

    # -------------------------------------------------------------------------------------------- paragraphs
    def paragraph(
        self,
        element: Element,
        area: float,
        table_level: tuple[Properties, Properties] = ({}, {}),
        *,
        in_cell: bool = False,
    ) -> Paragraph:
        formatted = paragraph_format(self.styles, self.numbering, element, table_level[0])
        resolver = RunResolver(self.styles, formatted.style, table_level[1])
        mark = resolver.mark(element)
        runs = _Runs(resolver)
        if formatted.number is not None:
            label = self.numbering.count(*formatted.number)
            if label is not None and label.text:
                runs.add(label.text + label.suffix, resolver.format(mark, label.run), generated=True)
        for run in children(element):
            if run.tag == w("fldSimple"):
                runs.begin_simple(value(run, "instr") or "")
                for inner in children(run):
                    runs.read(inner)
                runs.end()
            else:
                runs.read(run)
        for box in (box for drawing in runs.drawings for box in drawing.iter(w("txbxContent"))):
            self.floating += [self.paragraph(inner, area) for inner in box.iterfind(w("p"))]
        return Paragraph(
            element=element,
            format=formatted,
            lines=tuple(tuple(line) for line in runs.lines),
            mark=resolver.format(mark),
            fields=tuple(runs.fields),
            drawings=tuple(runs.drawings),
            width=area,
            direct=tuple(runs.direct),
            in_cell=in_cell,
        )


class _Runs:
    """Collects a paragraph's runs into lines, and its fields."""

    def __init__(self, resolver: RunResolver) -> None:
        self._resolver = resolver
        self.lines: list[list[Span]] = [[]]
        self.fields: list[Field] = []
        self.drawings: list[Element] = []
        self.direct: list[str] = []
        self._open: list[tuple[list[str], list[RunFormat]]] = []
        self._in_code = False

    def add(self, text: str, shown: RunFormat, *, generated: bool = False) -> None:
        if text:
            self.lines[-1].append(Span(text.upper() if shown.caps else text, shown, generated))

    def begin_simple(self, instruction: str) -> None:
        self._open.append(([instruction], []))

    def end(self) -> None:
        if self._open:
            instruction, formats = self._open.pop()
            self.fields.append(Field("".join(instruction).strip(), tuple(formats)))
        self._in_code = False

    def read(self, run: Element) -> None:
        """Take in one child of a paragraph; whatever is no run is passed over."""
        if run.tag != w("r"):
            return
        direct = read(find(run, "rPr"))
        shown = self._resolver.format(direct)
        before = sum(len(line) for line in self.lines)
        for piece in children(run):
            self._piece(piece, shown)
        if sum(len(line) for line in self.lines) > before:
            text = "".join(span.text for span in self.lines[-1])[-40:].strip()
            self.direct += [f"{name} on «{text}»" for name in sorted(HAND_FORMATS & direct.keys()) if text]

    def _piece(self, piece: Element, shown: RunFormat) -> None:
        if self._open:
            self._open[-1][1].append(shown)
        match local(piece):
            case "t" if not self._in_code:
                self.add(piece.text or "", shown, generated=bool(self._open))
            case "instrText" if self._open:
                self._open[-1][0].append(piece.text or "")
            case "fldChar":
                self._field(value(piece, "fldCharType") or "", shown)
            case "tab" | "ptab":
                self.add("\t", shown)
            case "br" | "cr":
                self.lines.append([])
            case "noBreakHyphen":
                self.add("\u2011", shown)
            case "sym":
                self.add("\ufffd", shown)
            case "drawing" | "pict" | "object":
                self.drawings.append(piece)
            case _:
                pass

    def _field(self, kind: str, shown: RunFormat) -> None:
        if kind == "begin":
            self._open.append(([], [shown]))
            self._in_code = True
        elif kind == "separate":
            self._in_code = False
        elif kind == "end":
            self.end()


def text_width(section: Element) -> float:
    """Between the margins, in points."""
    size, margins = find(section, "pgSz"), find(section, "pgMar")
    sides = sum(twips(value(margins, side)) or 0.0 for side in ("left", "right", "gutter"))
    return (twips(value(size, "w")) or 0.0) - sides


def _conditions(table: Element, row: int, rows: int, cell: int, cells: int) -> set[str]:
    """The parts of the table a cell belongs to, of those the table lets its style format."""
    look = find(table, "tblPr", "tblLook")
    bits = int(value(look) or "0600", 16)

    def chosen(name: str, bit: int) -> bool:
        said = value(look, name)
        return is_on(said) if said is not None else bool(bits & bit)

    found = {"wholeTable"}
    first_row, first_column = chosen("firstRow", 0x20), chosen("firstColumn", 0x80)
    if first_row and row == 0:
        found.add("firstRow")
    if chosen("lastRow", 0x40) and row == rows - 1:
        found.add("lastRow")
    if first_column and cell == 0:
        found.add("firstCol")
    if chosen("lastColumn", 0x100) and cell == cells - 1:
        found.add("lastCol")
    if not chosen("noHBand", 0x200) and "firstRow" not in found and "lastRow" not in found:
        found.add("band1Horz" if (row - first_row) % 2 == 0 else "band2Horz")
    if not chosen("noVBand", 0x400) and "firstCol" not in found and "lastCol" not in found:
        found.add("band1Vert" if (cell - first_column) % 2 == 0 else "band2Vert")
    return found
