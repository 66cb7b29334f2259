"""Formatting as a reader sees it: of a run, and of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from support.nd30.numbering import Numbering
from support.nd30.ooxml import Element, find, is_on, twips, value
from support.nd30.properties import (
    SLOTS,
    Attributes,
    Properties,
    is_toggled,
    merge,
    paragraph_properties,
    resolve_run,
    run_properties,
)
from support.nd30.styles import Styles

DEFAULT_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class RunFormat:
    size: float
    """In points."""
    bold: bool
    italic: bool
    caps: bool
    small_caps: bool
    hidden: bool
    struck: bool
    right_to_left: bool
    """Marked as a complex script: Word then takes size and slant from other properties."""
    fonts: tuple[str, ...]
    """One a slot, in the order of SLOTS."""
    black: bool
    highlight: str
    language: str
    underline: str
    spacing: float
    """Points added to each character."""
    scale: float
    """Width of a character, 1 for its own."""


@dataclass(frozen=True, slots=True)
class Border:
    kind: str
    black: bool


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    style: str
    align: str
    """left, center, right, both …"""
    left: float
    right: float
    first: float
    """How far the first line stands in from `left`; negative where it hangs out."""
    before: float
    after: float
    line: float
    """Lines of spacing where `line_rule` is auto, else points."""
    line_rule: str
    contextual: bool
    """Whether spacing falls away between paragraphs of the same style."""
    outline: int | None
    """0 for the top level; None for body text."""
    outline_from_style: bool
    tabs: tuple[tuple[float, str], ...]
    top: Border | None
    bottom: Border | None
    number: tuple[str, int] | None
    """List and level, where the word processor counts the paragraph."""
    centred_frame: bool


def run_format(styles: Styles, properties: Properties) -> RunFormat:
    def toggled(name: str) -> bool:
        return bool(is_toggled(properties, name))

    def said(name: str) -> str | None:
        return properties[name].get("val") if name in properties else None

    half_points = said("sz")
    fonts = properties.get("rFonts", {})
    return RunFormat(
        size=float(half_points) / 2 if half_points else DEFAULT_SIZE,
        bold=toggled("b"),
        italic=toggled("i"),
        caps=toggled("caps"),
        small_caps=toggled("smallCaps"),
        hidden=toggled("vanish"),
        struck=toggled("strike") or toggled("dstrike"),
        right_to_left=toggled("rtl") or toggled("cs"),
        fonts=tuple(styles.font(fonts.get(slot)) for slot in SLOTS),
        black=styles.is_black(properties.get("color", {})),
        highlight=said("highlight") or "none",
        language=said("lang") or "",
        underline=said("u") or "none",
        spacing=twips(said("spacing")) or 0.0,
        scale=float((said("w") or "100").rstrip("%")) / 100,
    )


def _border(styles: Styles, properties: Properties, side: str) -> Border | None:
    attributes = properties.get(f"pBdr.{side}", {})
    kind = attributes.get("val", "none")
    if kind in {"none", "nil"}:
        return None
    colour: Attributes = {"val": attributes.get("color", "auto")}
    if "themeColor" in attributes:
        colour["themeColor"] = attributes["themeColor"]
    return Border(kind, styles.is_black(colour))


def _gap(spacing: Attributes, side: str) -> float:
    if is_on(spacing.get(f"{side}Autospacing", "0")):
        return 14.0
    if lines := spacing.get(f"{side}Lines"):
        return float(lines) / 100 * 12
    return twips(spacing.get(side)) or 0.0


def paragraph_format(
    styles: Styles, numbering: Numbering, paragraph: Element, table_level: Properties
) -> ParagraphFormat:
    """The paragraph's format.

    A list's own indents stand just below the place that names the list: a style's below that style's, a
    paragraph's below the paragraph's.
    """
    style_id = styles.id_of("paragraph", value(find(paragraph, "pPr", "pStyle")))
    properties = merge(styles.paragraph_defaults, table_level)
    places = [*styles.chain(style_id), paragraph]
    outline_from_style = False
    number: tuple[str, int] | None = None
    for place in places:
        own = paragraph_properties(place)
        if "numPr" in own:
            said = {**properties.get("numPr", {}), **own["numPr"]}
            num_id, ilvl = said.get("numId", "0"), said.get("ilvl")
            number = None
            if num_id != "0":
                linked = numbering.level_for_style(num_id, style_id)
                number = (num_id, int(ilvl) if ilvl is not None else linked or 0)
                properties = merge(properties, paragraph_properties(numbering.level_of(*number)))
        if "outlineLvl" in own:
            outline_from_style = place is not paragraph
        properties = merge(properties, own)
    ind, spacing = properties.get("ind", {}), properties.get("spacing", {})
    outline = properties.get("outlineLvl", {}).get("val", "9")
    rule = spacing.get("lineRule", "auto")
    line = spacing.get("line", "240")
    first = -(twips(ind["hanging"]) or 0.0) if "hanging" in ind else twips(ind.get("firstLine")) or 0.0
    align = properties.get("jc", {}).get("val", "left")
    return ParagraphFormat(
        style=style_id or "",
        align={"start": "left", "end": "right"}.get(align, align),
        left=twips(ind.get("left")) or 0.0,
        right=twips(ind.get("right")) or 0.0,
        first=first,
        before=_gap(spacing, "before"),
        after=_gap(spacing, "after"),
        line=(twips(line) or 12.0) / (12 if rule == "auto" else 1),
        line_rule=rule,
        contextual=bool(is_toggled(properties, "contextualSpacing")),
        outline=int(outline) if outline != "9" else None,
        outline_from_style=outline_from_style,
        tabs=tuple(sorted((twips(at) or 0.0, kind) for at, kind in properties.get("tabs", {}).items())),
        top=_border(styles, properties, "top"),
        bottom=_border(styles, properties, "bottom"),
        number=number,
        centred_frame=properties.get("framePr", {}).get("xAlign") == "center",
    )


class RunResolver:
    """Resolves the runs of one paragraph: what the document, its table and its style say, said once."""

    def __init__(self, styles: Styles, style: str, table_level: Properties) -> None:
        self._styles = styles
        self._levels = [table_level, styles.run(style)]

    def format(self, *direct: Properties) -> RunFormat:
        """Text with `direct` on top; a character style is taken from the last that names one."""
        character: Properties = {}
        for over in direct:
            if "rStyle" in over:
                character = self._styles.run(over["rStyle"].get("val"))
        resolved = resolve_run(self._styles.run_defaults, [*self._levels, character], direct)
        return run_format(self._styles, resolved)

    def mark(self, paragraph: Element) -> Properties:
        """What is said of the paragraph's mark, which numbers in front of it follow."""
        return run_properties(find(paragraph, "pPr"))
