"""An Outline as a DOCX in the format of Decree 30/2020/NĐ-CP, which a person can go on editing in Word.

It begins with the shipped `word/report.docx`: A4, margins, named styles, real numbering, the page number. The blocks
are added to its body as paragraphs of these styles. The same Outline gives the same bytes, on any machine and any day.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from tthtcd_tui.exports.word.blocks import elements, heading_numbering
from tthtcd_tui.exports.word.xml import Element, paragraph
from tthtcd_tui.report.outline import Numbering, Outline, Run

_TEMPLATE = Path(__file__).parent / "word" / "report.docx"
_DRAFT = "DỰ THẢO"
_FORMATS = {Numbering.ROMAN: "upperRoman", Numbering.ARABIC: "decimal", Numbering.LETTER: "upperLetter"}


def docx_bytes(outline: Outline) -> bytes:
    """The report as a file. `outline` holds cleaned text, as Facts does; it need not be complete."""
    with _TEMPLATE.open("rb") as template:
        document = docx.Document(template)
    body = document.element.body
    section = body[-1]
    for element in elements(outline.blocks):
        section.addprevious(element)
    _set_numbering(document, heading_numbering(outline.blocks))
    _set_properties(document, outline)
    if outline.draft:
        header = document.sections[0].first_page_header
        header._element.replace(header._element[0], paragraph("DuThao", (Run(_DRAFT),)))
    stream = BytesIO()
    document.save(stream)
    return _with_fixed_times(stream)


def _set_numbering(document: Document, levels: Mapping[int, Numbering]) -> None:
    """How headings count: the template's I. and 1., or what this form has. Words like «Phần thứ nhất» are typed."""
    definition: Element = document.part.numbering_part.element[0]
    for level in definition.findall(qn("w:lvl")):
        numbering = levels.get(int(level.get(qn("w:ilvl"), "0")) + 1)
        if numbering is Numbering.PART:
            _set(level, "w:numFmt", "none")
            _set(level, "w:suff", "nothing")
            _set(level, "w:lvlText", "")
        elif numbering is not None:
            _set(level, "w:numFmt", _FORMATS[numbering])


def _set(level: Element, tag: str, value: str) -> None:
    found = level.find(qn(tag))
    if found is not None:
        found.set(qn("w:val"), value)


def _set_properties(document: Document, outline: Outline) -> None:
    """Title, author and the date of issue; nothing of the machine or of the day it was exported."""
    properties = document.core_properties
    properties.title = outline.title[:255]
    properties.author = properties.last_modified_by = outline.author[:255]
    properties.created = properties.modified = datetime.combine(outline.dated, time())
    if outline.draft:
        properties.content_status = "Dự thảo"


def _with_fixed_times(stream: BytesIO) -> bytes:
    """The same package without the time of day that python-docx's zip writer puts on each part."""
    made = BytesIO()
    with zipfile.ZipFile(stream) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in package.namelist():
            part = zipfile.ZipInfo(name)
            part.create_system = 0
            part.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(part, package.read(name))
    return made.getvalue()
