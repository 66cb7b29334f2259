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
from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from tthtcd_tui.exports.word.blocks import document as written
from tthtcd_tui.exports.word.blocks import heading_numbering
from tthtcd_tui.exports.word.carried import with_carried
from tthtcd_tui.exports.word.house_style import SHIPPED, HouseStyle
from tthtcd_tui.exports.word.package import packed
from tthtcd_tui.exports.word.third_level import THIRD, add_third_level
from tthtcd_tui.exports.word.xml import writable
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import Chart, Outline

_TEMPLATE: Final = Path(__file__).parent / "word" / "report.docx"
_DOCUMENT: Final = "word/document.xml"
_BODY: Final = (b"<w:body>", b"</w:body>")
_DRAFT: Final = "DỰ THẢO"
_FORMATS: Final = {Numbering.ROMAN: "upperRoman", Numbering.ARABIC: "decimal", Numbering.LETTER: "upperLetter"}
_LONGEST_PROPERTY: Final = 255


def docx_bytes(outline: Outline, carried: str = "", house: HouseStyle = SHIPPED) -> bytes:
    """The report as a DOCX. Gaps of an incomplete `outline` are marked. `carried` becomes a part that no page shows.

    Sizes, spacing and margins are those of `house`.

    Raises UnwritableText for a character that XML cannot hold; text that has passed `text.clean` has none.
    """
    shipped = _TEMPLATE.read_bytes()
    document = docx.Document(BytesIO(shipped))
    levels = heading_numbering(outline.blocks)
    if THIRD in levels:
        add_third_level(document, levels[THIRD])
    _set_numbering(document, levels)
    _set_properties(document, outline)
    if house != SHIPPED:
        from tthtcd_tui.exports.word.restyle import restyle

        restyle(document, house)
    if outline.draft:
        document.sections[0].first_page_header.paragraphs[0].add_run(_DRAFT)
    with zipfile.ZipFile(BytesIO(shipped)) as template:
        parts = {name: template.read(name) for name in template.namelist()}
    parts |= {part.partname.lstrip("/"): part.blob for part in document.part.package.iter_parts()}
    before, after = (parts[_DOCUMENT].partition(mark)[side] for side, mark in zip((0, 2), _BODY, strict=True))
    parts[_DOCUMENT] = b"".join((before, _BODY[0], "".join(written(outline.blocks, house)).encode(), _BODY[1], after))
    charts = [block for block in outline.blocks if isinstance(block, Chart)]
    if charts:
        from tthtcd_tui.exports.word.chart import with_charts

        parts = with_charts(parts, charts)
    return packed(with_carried(parts, carried) if carried else parts)


def _set_numbering(document: Document, levels: Mapping[int, Numbering]) -> None:
    """Set the numbering of headings: the template's I. and 1., or this form's. «Phần thứ nhất» and «a)» are typed."""
    for level in document.part.numbering_part.element[0].findall(qn("w:lvl")):
        numbering = levels.get(int(level.get(qn("w:ilvl"), "0")) + 1)
        if numbering in (Numbering.PART, Numbering.POINT):
            _set(level, "w:numFmt", "none")
            _set(level, "w:suff", "nothing")
            _set(level, "w:lvlText", "")
        elif numbering is not None:
            _set(level, "w:numFmt", _FORMATS[numbering])


def _set(level: etree._Element, tag: str, value: str) -> None:
    found = level.find(qn(tag))
    if found is not None:
        found.set(qn("w:val"), value)


def _set_properties(document: Document, outline: Outline) -> None:
    """Title, author and the date of issue; nothing of the machine or of the day it was exported."""
    properties = document.core_properties
    properties.title = _property(outline.title)
    properties.author = properties.last_modified_by = _property(outline.author)
    properties.created = properties.modified = datetime.combine(outline.dated, time())
    if outline.draft:
        properties.content_status = "Dự thảo"


def _property(text: str) -> str:
    """Cut to the 255 characters of a property; «…» shows that it was cut."""
    text = writable(text)
    return text if len(text) <= _LONGEST_PROPERTY else text[: _LONGEST_PROPERTY - 1] + "…"
