"""The few words of WordprocessingML that everything else here is said in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix everyone knows it by
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

POINTS_PER_CM = 72 / 2.54
POINTS_PER_MM = POINTS_PER_CM / 10
EMU_PER_POINT = 12700
_UNITS = {"pt": 1.0, "in": 72.0, "cm": POINTS_PER_CM, "mm": POINTS_PER_MM, "pc": 12.0, "pi": 12.0, "px": 0.75}
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)([a-z]*)")


def w(name: str) -> str:
    """`name` in the main namespace."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """The name without its namespace; a comment's is empty."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def is_w(element: Element) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).namespace == W


def elements(parent: Element) -> Iterator[Element]:
    """The children, without comments and processing instructions."""
    return (child for child in parent if isinstance(child.tag, str))


def find(parent: Element | None, *path: str) -> Element | None:
    """The first descendant along `path` of main names."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(w(name))
    return parent


def value(element: Element | None, name: str = "val") -> str | None:
    """A main attribute, None where element or attribute is missing."""
    return None if element is None else element.get(w(name))


def is_on(text: str | None) -> bool:
    """A switch that is present: without a value it is on."""
    return text not in {"0", "false", "off"}


def measure(text: str | None, unit: float = 1.0) -> float | None:
    """A length in points. A bare number counts `unit` points; «12pt», «1cm» say their own. None for no length."""
    found = _MEASURE.fullmatch(text.strip().lower()) if text else None
    if found is None:
        return None
    number, suffix = float(found[1]), found[2]
    if not suffix:
        return number * unit
    return number * _UNITS[suffix] if suffix in _UNITS else None


def twips(text: str | None) -> float | None:
    """A length given in twentieths of a point."""
    return measure(text, 1 / 20)


def children(parent: Element) -> Iterator[Element]:
    """The content inside `parent`, as if nothing were wrapped: insertions, links, controls, the chosen alternative.

    What was deleted is left out.
    """
    for child in elements(parent):
        name = local(child)
        if name in {"ins", "hyperlink", "smartTag", "customXml", "sdtContent", "moveTo"} and is_w(child):
            yield from children(child)
        elif name == "sdt" and is_w(child):
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from children(content)
        elif child.tag == f"{{{MC}}}AlternateContent":
            choice = child.find(f"{{{MC}}}Choice")
            if choice is not None:
                yield from children(choice)
        else:
            yield child
