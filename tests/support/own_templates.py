"""Word files that a centre might bring as its template, made by python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

LIBREOFFICE: Final = Path(__file__).parent.parent / "data" / "templates" / "libreoffice.docx"
"""`sound()` as LibreOffice 7.4 saved it again."""


def saved(document: Document) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def bare() -> Document:
    """What python-docx begins with: Letter, Calibri and Cambria, blue headings."""
    return docx.Document()


def sound() -> Document:
    """Within the Decree, and not the program's own look: 13 pt, 1 cm, 1.3 lines, margins of 25, 35 and 20 mm."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(25),
        Mm(25),
        Mm(35),
        Mm(20),
    )
    section.different_first_page_header_footer = True
    _number(document)
    for style in ("Normal", "Body Text", "Heading 1", "Heading 2", "Title", "Subtitle"):
        _plain(paragraph_style(document, style))
    body = paragraph_style(document, "Body Text").paragraph_format
    body.alignment, body.first_line_indent, body.line_spacing = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(10), 1.3
    body.space_before, body.space_after = Pt(6), Pt(0)
    for name in ("Heading 1", "Heading 2", "Title", "Subtitle"):
        heading = paragraph_style(document, name)
        heading.font.bold = True
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(9), Pt(6)
    for name in ("Title", "Subtitle"):
        paragraph_style(document, name).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    nation = add(document, "Quốc hiệu", 13)
    nation.font.bold = True
    nation.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def add(document: Document, name: str, points: int) -> ParagraphStyle:
    """A style of its own, on Normal."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(points)
    return style


def _plain(style: ParagraphStyle) -> None:
    """Times New Roman, 13 pt, black, upright, without the rule that Word draws under a title."""
    style.font.name, style.font.size, style.font.italic = "Times New Roman", Pt(13), False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]


def _number(document: Document) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph._p.append(field)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part changed, or added to nothing."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        for each in [*names, *([] if name in names else [name])]:
            content = before.read(each) if each in names else b""
            after.writestr(each, change(content) if each == name else content)
    return made.getvalue()
