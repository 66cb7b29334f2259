"""WordprocessingML, a small dialect of it, as text: paragraphs of runs, and tables of paragraphs.

Text, because a table of 10,000 rows made of objects takes seconds to build and minutes to move into a document.
The order of children is the schema's; Word repairs a file in which it is not. Lengths are in twips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from tthtcd_tui.errors import UnwritableText
from tthtcd_tui.report.outline import Run, RunKind, Runs
from tthtcd_tui.report.place import Place

# XML 1.0 has no way to write these, not even escaped. Named one by one: what is left of all of Unicode compiles slowly.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_GAP: Final = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'


def writable(text: str, place: Place | None = None) -> str:
    """`text` itself. Raises UnwritableText where it has a character that XML has not."""
    if found := _UNWRITABLE.search(text):
        raise UnwritableText(found[0], place)
    return text


def escaped(text: str) -> str:
    """`text` as it stands in an attribute or an element. Raises UnwritableText."""
    return writable(text).translate(_MARKUP)


def paragraph(
    style: str,
    runs: Runs = (),
    *,
    left: int = 0,
    right: int = 0,
    first_line: int | None = None,
    justify: str = "",
    keep_next: bool = False,
) -> str:
    """A paragraph of a named style; what is not given is the style's. A negative first line hangs to the left."""
    properties = f'<w:pStyle w:val="{style}"/>'
    if keep_next:
        properties += "<w:keepNext/>"
    if left or right or first_line is not None:
        properties += f'<w:ind w:left="{left}" w:right="{right}"{_first_line(first_line)}/>'
    if justify:
        properties += f'<w:jc w:val="{justify}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(runs)}</w:p>"


def drawn(style: str, run: str) -> str:
    """A paragraph of a named style that holds a drawing."""
    properties = f'<w:pStyle w:val="{style}"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def section_end(style: str, section: str) -> str:
    """The last paragraph of a section, with the section's properties; an empty one."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr></w:p>'


def _first_line(indent: int | None) -> str:
    if indent is None:
        return ""
    return f' w:firstLine="{indent}"' if indent >= 0 else f' w:hanging="{-indent}"'


def _runs(runs: Runs) -> str:
    """Neighbours that look alike become one run: a person edits a sentence, not the pieces it was made of."""
    return "".join(
        f"<w:r>{_GAP if marked else ''}{_text(''.join(writable(run.text, run.place) for run in alike))}</w:r>"
        for marked, alike in groupby(runs, _marked)
    )


def _marked(run: Run) -> bool:
    """A gap is marked so that nobody signs over it; a blank that a hand will fill, «ngày    tháng», is not."""
    return run.kind is RunKind.GAP and "  " not in run.text and bool(run.text.strip(" …"))


def _text(text: str) -> str:
    """Lines and tabs by their elements: within w:t they would be spaces."""
    text = text.translate(_MARKUP)
    if text.isprintable():
        return _piece(text)
    lines = ("<w:tab/>".join(map(_piece, line.split("\t"))) for line in _BREAK.split(text))
    return "<w:br/>".join(lines)


def _piece(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""


def table(style: str, widths: Sequence[int], rows: Iterable[str], *, header: bool = False) -> str:
    """A table of fixed columns, with or without a header row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0620" if header else "0600"}"'
        f' w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(widths: Sequence[int], cells: Iterable[str], *, header: bool = False) -> str:
    """A row that does not split across pages; a `header` repeats on each. A cell is its paragraphs, at least one."""
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{filled}</w:tr>"
