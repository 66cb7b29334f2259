"""What a DOCX holds, read with other eyes than those it was written with: the zip, lxml, python-docx."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from tthtcd_tui.exports import word
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import Addressees, Heading, Letterhead, Outline, Runs, SignOff, lines_of, plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Neither text nor markup of ours: XML 1.0 forbids most of them, and a terminal or Word acts upon the rest."""


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def root(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[part])


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(W + name)


def shown(document: Document) -> list[str]:
    """Every line of the body that says anything, table cells row by row. A line break is a blank: both part words."""
    return [text.replace("\n", " ") for text in _texts(document) if text.strip()]


def _texts(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, WordParagraph):
            yield block.text
        else:
            yield from _cells(block)


def _cells(table: WordTable) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                yield paragraph.text


def said(outline: Outline) -> list[str]:
    """What `shown` must find: the Outline's own words, without the numbers a word processor counts itself."""
    return [text.replace("\n", " ") for text in _said(outline) if text.strip()]


def _said(outline: Outline) -> Iterator[str]:
    for block in outline.blocks:
        lines: list[Runs] = lines_of(block)
        texts = [plain(runs) for runs in lines]
        match block:
            case Letterhead():
                superior, issuer, number, place_and_date = texts
                yield from (superior, issuer, block.nation, block.motto, number, place_and_date)
            case Addressees() if len(texts) == 1:
                yield f"{block.label} {texts[0]}"
            case Addressees():
                yield from (block.label, *texts)
            case Heading(numbering=Numbering.PART | Numbering.POINT):
                yield f"{block.label} {texts[0]}"
            case SignOff():
                yield from (block.label, *texts)
            case _:
                yield from texts


def styled(data: bytes, name: str) -> list[str]:
    """The text of each paragraph of the style called `name`, wherever it stands."""
    return ["".join(p.itertext(W + "t")) for p in root(data).iter(W + "p") if style_of(p) == name]


@cache
def _style_names() -> dict[str | None, str]:
    """Key → the name a person sees, of the styles every report has."""
    template = Path(word.__file__ or "").with_name("report.docx").read_bytes()
    sheet = root(template, "word/styles.xml")
    return {style.get(W + "styleId"): value(style.find(W + "name")) or "" for style in sheet.iter(W + "style")}


def style_of(p: etree._Element) -> str:
    """The name of a paragraph's style, as Word shows it."""
    return _style_names()[value(p.find(f"{W}pPr/{W}pStyle"))]


def runs_marked(data: bytes) -> list[str]:
    """The text of each run that is highlighted."""
    return [
        "".join(mark.getparent().getparent().itertext(W + "t"))  # type: ignore[union-attr]
        for mark in root(data).iter(W + "highlight")
    ]


def headings_counted(data: bytes) -> list[str]:
    """The number Word puts before each heading, empty where it puts none: from the lists of the file alone."""
    sheet, lists = root(data, "word/styles.xml"), root(data, "word/numbering.xml")
    level_of = {
        style.get(W + "styleId"): int(value(style.find(f"{W}pPr/{W}numPr/{W}ilvl")) or "0")
        for style in sheet.iter(W + "style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    }
    [definition] = lists.iter(W + "abstractNum")
    levels = {int(level.get(W + "ilvl") or "0"): level for level in definition.iter(W + "lvl")}
    counts = dict.fromkeys(levels, 0)
    labels = []
    for p in root(data).iter(W + "p"):
        level = level_of.get(value(p.find(f"{W}pPr/{W}pStyle")))
        if level is None:
            continue
        counts[level] += 1
        counts |= {below: 0 for below in counts if below > level}
        kind, text = value(levels[level].find(W + "numFmt")), value(levels[level].find(W + "lvlText")) or ""
        labels.append(text.replace(f"%{level + 1}", _numeral(kind, counts[level])))
    return labels


def _numeral(kind: str | None, number: int) -> str:
    match kind:
        case "upperRoman":
            return ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][number]
        case "upperLetter":
            return " ABCDEFGHIJ"[number]
        case "decimal":
            return str(number)
        case _:
            return ""
