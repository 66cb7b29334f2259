"""A third level of headings, for a report that has one: its style and how it counts, made of those of the second.

The shipped template has two levels. A report of two is made of it as it is, and stays the same to the byte.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from tthtcd_tui.report.numbering import Numbering

THIRD: Final = 3
_ABOVE: Final = "Heading2"
_STYLE: Final = "Heading3"
_BOLD: Final = ("w:b", "w:bCs")


def add_third_level(document: Document, numbering: Numbering) -> None:
    """Point headings, «a)», are not bold (App. I, II.6); those of another kind are as the second level's."""
    styles = document.styles.element
    above = next(style for style in styles.iterfind(qn("w:style")) if style.get(qn("w:styleId")) == _ABOVE)
    style = deepcopy(above)
    style.set(qn("w:styleId"), _STYLE)
    _set(style, "w:name", f"heading {THIRD}")
    for tag in ("w:ilvl", "w:outlineLvl"):
        _set(style, tag, str(THIRD - 1))
    if numbering is Numbering.POINT:
        for bold in [each for tag in _BOLD for each in style.iter(qn(tag))]:
            run = bold.getparent()
            if run is not None:
                run.remove(bold)
    above.addnext(style)
    levels = document.part.numbering_part.element[0].findall(qn("w:lvl"))
    level = deepcopy(levels[-1])
    level.set(qn("w:ilvl"), str(THIRD - 1))
    _set(level, "w:pStyle", _STYLE)
    _set(level, "w:lvlText", f"%{THIRD}.")
    levels[-1].addnext(level)


def _set(element: etree._Element, tag: str, value: str) -> None:
    for found in element.iter(qn(tag)):
        found.set(qn("w:val"), value)
