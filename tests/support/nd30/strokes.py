"""Solid rules drawn under a text: how long they are and where, however they were drawn.

A paragraph's border, a line of DrawingML or VML, an underline. Lengths in points; the middle is measured from the left
edge of the column or cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from support.nd30.flow import Line, Paragraph
from support.nd30.formats import Border
from support.nd30.ooxml import EMU_PER_POINT, A, Element, O, V, local, measure

WP_LINES = {"line", "straightConnector1"}
VML_CONNECTOR = "#_x0000_t32"
HORIZONTAL = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    length: float
    middle: float | None
    """None where it cannot be told from the file."""
    solid: bool
    black: bool


def ink_span(paragraph: Paragraph) -> tuple[float, float]:
    """From where to where a border of the paragraph runs."""
    shown = paragraph.format
    return shown.left + min(shown.first, 0.0), paragraph.width - shown.right


def _border(paragraph: Paragraph, border: Border | None) -> Iterator[Stroke]:
    if border is not None:
        start, end = ink_span(paragraph)
        yield Stroke(end - start, (start + end) / 2, border.kind in {"single", "thick"}, border.black)


def middle_of_text(line: Line) -> float | None:
    """Where the middle of the line's text stands, None for text that is not centred."""
    shown = line.paragraph.format
    if shown.align != "center":
        return None
    first = shown.first if line.spans is line.paragraph.lines[0] else 0.0
    return (shown.left + first + line.paragraph.width - shown.right) / 2


def _is_black(holder: Element | None) -> bool:
    """Whether a line's fill is black; one without a colour takes its style's, which black text has too."""
    if holder is None:
        return True
    colour = holder.find(f"{{{A}}}solidFill/{{{A}}}srgbClr")
    return colour is None or colour.get("val", "").lower() == "000000"


def _drawing(paragraph: Paragraph, drawing: Element) -> Iterator[Stroke]:
    for holder in drawing:
        extent = next((child for child in holder if local(child) == "extent"), None)
        geometry = holder.find(f".//{{{A}}}prstGeom")
        if extent is None or geometry is None or geometry.get("prst") not in WP_LINES:
            continue
        if int(extent.get("cy", "0")) / EMU_PER_POINT > HORIZONTAL:
            continue
        length = int(extent.get("cx", "0")) / EMU_PER_POINT
        line = holder.find(f".//{{{A}}}ln")
        dash = line.find(f"{{{A}}}prstDash") if line is not None else None
        drawn = line is None or line.find(f"{{{A}}}noFill") is None
        solid = drawn and (dash is None or dash.get("val") == "solid")
        middle = _inline(paragraph, length) if local(holder) == "inline" else _anchored(paragraph, holder, length)
        yield Stroke(length, middle, solid, _is_black(line))


def _inline(paragraph: Paragraph, length: float) -> float | None:
    shown = paragraph.format
    start, end = shown.left + shown.first, paragraph.width - shown.right
    return {"center": (start + end) / 2, "right": end - length / 2}.get(shown.align, start + length / 2)


def _anchored(paragraph: Paragraph, anchor: Element, length: float) -> float | None:
    position = next((child for child in anchor if local(child) == "positionH"), None)
    if position is None or position.get("relativeFrom") not in {"column", "margin"}:
        return None
    if position.get("relativeFrom") == "margin" and paragraph.in_cell:
        return None
    for said in position:
        if local(said) == "posOffset" and said.text:
            return int(said.text) / EMU_PER_POINT + length / 2
        if local(said) == "align":
            edge = {"left": length / 2, "center": paragraph.width / 2, "right": paragraph.width - length / 2}
            return edge.get((said.text or "").strip())
    return None


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in style.split(";") if ":" in part)
    return {name.strip().lower(): text.strip() for name, text in pairs}


def _vml(paragraph: Paragraph, picture: Element) -> Iterator[Stroke]:
    for shape in picture.iter(f"{{{V}}}line", f"{{{V}}}shape", f"{{{V}}}rect"):
        style = _declarations(shape.get("style", ""))
        start: float | None
        if local(shape) == "line":
            ends = [measure(text, 0.75) for text in re.split(r"[,\s]+", f"{shape.get('from')},{shape.get('to')}")]
            if len(ends) != 4 or None in ends:
                continue
            x1, y1, x2, y2 = (end or 0.0 for end in ends)
            start, length, rise = min(x1, x2), abs(x2 - x1), abs(y2 - y1)
        elif shape.get("type") == VML_CONNECTOR or shape.get(f"{{{O}}}hr") is not None:
            start, length = measure(style.get("margin-left"), 0.75), measure(style.get("width"), 0.75) or 0.0
            rise = 0.0 if shape.get(f"{{{O}}}hr") is not None else measure(style.get("height"), 0.75) or 0.0
        else:
            continue
        if rise > HORIZONTAL:
            continue
        middle = start + length / 2 if start is not None else None
        if style.get("mso-position-horizontal") == "center" or shape.get(f"{{{O}}}hralign") == "center":
            middle = paragraph.width / 2
        strokes = [stroke.get("dashstyle", "solid") for stroke in shape.iter(f"{{{V}}}stroke")]
        solid = shape.get("stroked", "t") not in {"f", "false"} and set(strokes) <= {"solid"}
        colour = shape.get("strokecolor", "black").split(" ")[0].lower()
        yield Stroke(length, middle, solid, colour in {"black", "#000000", "#000", "windowtext"})


def _underline(line: Line) -> Iterator[Stroke]:
    """An underline below the whole line."""
    kinds = {span.format.underline for span in line.visible}
    if kinds and kinds <= {"single", "thick"}:
        yield Stroke(line.width, middle_of_text(line), solid=True, black=True)


def _drawn(paragraph: Paragraph) -> Iterator[Stroke]:
    for drawing in paragraph.drawings:
        yield from _drawing(paragraph, drawing) if local(drawing) == "drawing" else _vml(paragraph, drawing)


def strokes_below(last: Line, following: list[Paragraph]) -> list[Stroke]:
    """The rules between a text, whose last line is given, and the next text among `following` paragraphs."""
    found = [*_underline(last), *_drawn(last.paragraph)]
    if last.spans is last.paragraph.lines[-1] or not any(
        span.visible for spans in last.paragraph.lines[last.paragraph.lines.index(last.spans) + 1 :] for span in spans
    ):
        found += _border(last.paragraph, last.paragraph.format.bottom)
        for paragraph in following:
            found += _border(paragraph, paragraph.format.top)
            if not paragraph.blank:
                break
            found += [*_drawn(paragraph), *_border(paragraph, paragraph.format.bottom)]
    return found
