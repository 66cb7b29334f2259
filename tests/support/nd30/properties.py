"""Formatting as it is written in one place, and what results when one place overrides another.

A property is a name and its attributes. Most override whole; font slots, indents, spacing, languages, tab stops and
numbering override attribute by attribute, as in Word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from support.nd30.ooxml import Element, elements, find, is_on, local, w

Attributes: TypeAlias = dict[str, str]
Properties: TypeAlias = dict[str, Attributes]

SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMED = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme", "eastAsia": "eastAsiaTheme"}
THEME = "theme:"
"""What stands before a font's name where it is a name in the theme."""

TOGGLES = frozenset({"b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish"})
"""Properties that styles switch: on twice is off."""
_ATTRIBUTE_WISE = frozenset({"rFonts", "lang", "ind", "spacing", "numPr", "tabs"})
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}


def _attributes(element: Element) -> Attributes:
    return {name.rsplit("}", 1)[-1]: text for name, text in element.attrib.items()}


def _fonts(element: Element) -> Attributes:
    fonts: Attributes = {}
    for slot in SLOTS:
        if theme := element.get(w(_THEMED[slot])):
            fonts[slot] = THEME + theme
        elif (name := element.get(w(slot))) is not None:
            fonts[slot] = name
    return fonts


def read(holder: Element | None) -> Properties:
    """The properties inside a w:rPr or w:pPr; nothing where there is none."""
    found: Properties = {}
    for child in elements(holder) if holder is not None else ():
        name = local(child)
        if name == "rFonts":
            found[name] = _fonts(child)
        elif name == "ind":
            found[name] = {_SIDES.get(key, key): text for key, text in _attributes(child).items()}
        elif name == "numPr":
            found[name] = {local(part): part.get(w("val"), "") for part in elements(child)}
        elif name == "tabs":
            found[name] = {stop.get(w("pos"), ""): stop.get(w("val"), "left") for stop in elements(child)}
        elif name == "pBdr":
            found |= {f"pBdr.{local(side)}": _attributes(side) for side in elements(child)}
        elif name not in {"rPr", "sectPr", "pPrChange", "rPrChange"}:
            found[name] = _attributes(child)
    return found


def run_properties(parent: Element | None) -> Properties:
    return read(find(parent, "rPr"))


def paragraph_properties(parent: Element | None) -> Properties:
    return read(find(parent, "pPr"))


def merge(base: Properties, over: Properties) -> Properties:
    """`base` with `over` on top."""
    merged = dict(base)
    for name, attributes in over.items():
        if name not in _ATTRIBUTE_WISE:
            merged[name] = attributes
            continue
        below = dict(base.get(name, {}))
        if name == "ind":
            # One property in Word: the last of the two to be said counts.
            if "hanging" in attributes:
                below.pop("firstLine", None)
            elif "firstLine" in attributes:
                below.pop("hanging", None)
        merged[name] = {**below, **attributes}
        if name == "tabs":
            merged[name] = {at: kind for at, kind in merged[name].items() if kind != "clear"}
    return merged


def is_toggled(properties: Properties, name: str) -> bool | None:
    """Whether a switch is on here; None where nothing is said."""
    return is_on(properties[name].get("val")) if name in properties else None


def resolve_run(defaults: Properties, levels: Iterable[Properties], direct: Iterable[Properties]) -> Properties:
    """Run properties as shown: defaults, then styles (table, paragraph, character), then what is said directly.

    A switch that styles of two kinds turn on is off again; one that the defaults turn on stays on; said directly it
    is as said (ISO/IEC 29500-1, 17.7.3).
    """
    levels = list(levels)
    result = defaults
    for level in levels:
        result = merge(result, level)
    for name in TOGGLES:
        said = [toggled for level in levels if (toggled := is_toggled(level, name)) is not None]
        if said:
            shown = bool(is_toggled(defaults, name)) or sum(said) % 2 == 1
            result = {**result, name: {"val": "1" if shown else "0"}}
    for over in direct:
        result = merge(result, over)
    return result
