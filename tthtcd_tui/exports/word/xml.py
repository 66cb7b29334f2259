"""WordprocessingML, a small dialect of it: paragraphs of runs, and tables of paragraphs.

Elements are made with lxml and not with python-docx's objects: a table built cell by cell through those costs seconds.
The order of children is the schema's; Word repairs a file in which it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from tthtcd_tui.report.outline import Run, RunKind, Runs

Element = etree._Element

_W = {
    name: qn(f"w:{name}")
    for name in (
        *("p", "pPr", "pStyle", "keepNext", "ind", "jc", "r", "rPr", "highlight", "t", "tab"),
        *("br", "tbl", "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook", "tblGrid", "gridCol", "tr", "trPr"),
        *("cantSplit", "tblHeader", "tc", "tcPr", "tcW", "val", "left", "right", "firstLine", "hanging"),
        *("w", "type", "firstRow", "lastRow", "noHBand", "noVBand", "firstColumn", "lastColumn"),
    )
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph(
    style: str,
    runs: Runs = (),
    *,
    left: int | None = None,
    right: int | None = None,
    hanging: int | None = None,
    justify: str = "",
    keep_next: bool = False,
) -> Element:
    """A paragraph of a named style; what is not given is the style's. Indents in twips."""
    p = etree.Element(_W["p"])
    properties = etree.SubElement(p, _W["pPr"])
    _put(properties, "pStyle", val=style)
    if keep_next:
        _put(properties, "keepNext")
    indents = {"left": left, "right": right, "hanging": hanging}
    if given := {name: str(twips) for name, twips in indents.items() if twips is not None}:
        _put(properties, "ind", **given)
    if justify:
        _put(properties, "jc", val=justify)
    for run in runs:
        _add_run(p, run)
    return p


def _add_run(p: Element, run: Run) -> None:
    """A gap is marked so that nobody signs over it; a blank left for a hand is not."""
    r = etree.SubElement(p, _W["r"])
    if run.kind is RunKind.GAP and run.text.strip(" …"):
        _put(etree.SubElement(r, _W["rPr"]), "highlight", val="yellow")
    for number, line in enumerate(run.text.split("\n")):
        if number:
            etree.SubElement(r, _W["br"])
        for place, piece in enumerate(line.split("\t")):
            if place:
                etree.SubElement(r, _W["tab"])
            if piece:
                text = etree.SubElement(r, _W["t"])
                text.set(_SPACE, "preserve")
                text.text = piece


def table(style: str, widths: Sequence[int], rows: Iterable[Element], *, header: bool = False) -> Element:
    """A table of fixed columns, in twips."""
    tbl = etree.Element(_W["tbl"])
    properties = etree.SubElement(tbl, _W["tblPr"])
    _put(properties, "tblStyle", val=style)
    _put(properties, "tblW", w=str(sum(widths)), type="dxa")
    _put(properties, "tblLayout", type="fixed")
    look = {"firstRow": "1" if header else "0", "lastRow": "0", "firstColumn": "0", "lastColumn": "0"}
    _put(properties, "tblLook", **look, noHBand="1", noVBand="1")
    grid = etree.SubElement(tbl, _W["tblGrid"])
    for width in widths:
        _put(grid, "gridCol", w=str(width))
    tbl.extend(rows)
    return tbl


def row(widths: Sequence[int], cells: Iterable[Iterable[Element]], *, header: bool = False) -> Element:
    """A row that does not split across pages; a `header` repeats on each. A cell is its paragraphs."""
    tr = etree.Element(_W["tr"])
    properties = etree.SubElement(tr, _W["trPr"])
    _put(properties, "cantSplit")
    if header:
        _put(properties, "tblHeader")
    for width, paragraphs in zip(widths, cells, strict=True):
        cell = etree.SubElement(tr, _W["tc"])
        _put(etree.SubElement(cell, _W["tcPr"]), "tcW", w=str(width), type="dxa")
        cell.extend(paragraphs)
    return tr


def _put(parent: Element, name: str, **attributes: str) -> None:
    etree.SubElement(parent, _W[name], {_W[key]: value for key, value in attributes.items()})
