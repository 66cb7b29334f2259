"""The shipped template's styles with the sizes, spacing and indents of a centre's own."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from docx.styles.style import ParagraphStyle

from tthtcd_tui.exports.word.house_style import HouseStyle, Spacing

_INDENTED = ("BodyText", "CanCu", "Heading1", "Heading2")


def restyle(document: Document, house: HouseStyle) -> None:
    """Set what `house` has of its own. The order of children is the schema's: python-docx keeps it."""
    styles = {style.style_id: style for style in document.styles if isinstance(style, ParagraphStyle)}
    for key, size in house.sizes.items():
        _set_size(styles[key], size)
    for key, spacing in house.spacings.items():
        _set_spacing(styles[key], spacing)
    for key in _INDENTED:
        styles[key].paragraph_format.first_line_indent = Twips(house.first_line)
    for indent in document.part.numbering_part.element.iter(qn("w:ind")):
        indent.set(qn("w:firstLine"), str(house.first_line))


def _set_size(style: ParagraphStyle, size: int) -> None:
    """For both kinds of writing: w:szCs stands behind w:sz."""
    style.font.size = Pt(size / 2)
    plain = style.element.find(f"{qn('w:rPr')}/{qn('w:sz')}")
    for old in style.element.findall(f"{qn('w:rPr')}/{qn('w:szCs')}"):
        old.getparent().remove(old)
    other = OxmlElement("w:szCs")
    other.set(qn("w:val"), str(size))
    plain.addnext(other)


def _set_spacing(style: ParagraphStyle, spacing: Spacing) -> None:
    style.paragraph_format.space_before = Twips(spacing.before)  # makes the element where its schema has it
    found = style.element.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    for name, value in (
        ("before", spacing.before),
        ("after", spacing.after),
        ("line", spacing.line),
        ("lineRule", spacing.rule),
    ):
        found.set(qn(f"w:{name}"), str(value))
