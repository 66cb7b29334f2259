"""The style sheet: what a style's chain says, and the theme's fonts and colours."""

from __future__ import annotations

from support.nd30.ooxml import A, Element, find, value, w
from support.nd30.package import MAIN, Package
from support.nd30.properties import (
    THEME,
    Properties,
    merge,
    paragraph_properties,
    read,
    run_properties,
)

# Parts of a table that a table style may format, each stronger than the one before.
CONDITIONS = (
    "wholeTable",
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "firstCol",
    "lastCol",
    "firstRow",
    "lastRow",
)
_THEME_COLOURS = {"text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1"}


class Styles:
    """word/styles.xml and the theme beside it."""

    def __init__(self, package: Package) -> None:
        root = package.part_of(MAIN, "styles")
        self._theme = package.part_of(MAIN, "theme")
        self.by_id: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        for style in root.iterfind(w("style")) if root is not None else ():
            style_id, kind = style.get(w("styleId"), ""), style.get(w("type"), "paragraph")
            self.by_id[style_id] = style
            if style.get(w("default")) in {"1", "true", "on"}:
                self._default[kind] = style_id
        self.run_defaults = read(find(root, "docDefaults", "rPrDefault", "rPr"))
        self.paragraph_defaults = read(find(root, "docDefaults", "pPrDefault", "pPr"))

    def id_of(self, kind: str, style_id: str | None) -> str | None:
        """The style meant by `style_id`: the default of its kind where none is named or the name is unknown."""
        return style_id if style_id in self.by_id else self._default.get(kind)

    def chain(self, style_id: str | None) -> list[Element]:
        """The style and what it is based on, the base first. A circle ends where it closes."""
        found: list[Element] = []
        while style_id in self.by_id and self.by_id[style_id] not in found:
            found.insert(0, self.by_id[style_id])
            style_id = value(find(found[0], "basedOn"))
        return found

    def run(self, style_id: str | None) -> Properties:
        """What a chain says of its runs."""
        merged: Properties = {}
        for style in self.chain(style_id):
            merged = merge(merged, run_properties(style))
        return merged

    def table(self, style_id: str | None, conditions: set[str]) -> tuple[Properties, Properties]:
        """What a table style says of paragraphs and runs in a cell under `conditions`."""
        paragraph: Properties = {}
        run: Properties = {}
        chain = self.chain(style_id)
        for style in chain:
            paragraph = merge(paragraph, paragraph_properties(style))
            run = merge(run, run_properties(style))
        for condition in CONDITIONS:
            if condition not in conditions:
                continue
            for style in chain:
                for part in style.iterfind(w("tblStylePr")):
                    if part.get(w("type")) == condition:
                        paragraph = merge(paragraph, paragraph_properties(part))
                        run = merge(run, run_properties(part))
        return paragraph, run

    def font(self, name: str | None) -> str:
        """A font's name, looked up in the theme where it is the theme's; empty where none is given."""
        if name is None or not name.startswith(THEME):
            return name or ""
        slot = name[len(THEME) :]
        script = "latin" if slot.endswith(("Ascii", "HAnsi")) else "cs" if slot.endswith("Bidi") else "ea"
        family = "majorFont" if slot.startswith("major") else "minorFont"
        if self._theme is None:
            return ""
        font = self._theme.find(f".//{{{A}}}{family}/{{{A}}}{script}")
        return font.get("typeface", "") if font is not None else ""

    def is_black(self, colour: dict[str, str]) -> bool:
        """Whether a w:color is automatic or black; a theme colour counts as the theme has it."""
        theme = colour.get("themeColor")
        if theme is None or theme == "none":
            return colour.get("val", "auto").lower() in {"auto", "000000"}
        if colour.get("themeTint", "ff").lower() != "ff":
            return False
        name = _THEME_COLOURS.get(theme)
        holder = self._theme.find(f".//{{{A}}}clrScheme/{{{A}}}{name}") if self._theme is not None and name else None
        return holder is not None and any(
            "000000" in {shade.get("lastClr", "").lower(), shade.get("val", "").lower()} for shade in holder
        )
