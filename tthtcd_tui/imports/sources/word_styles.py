"""What styles and numbering of a DOCX give a paragraph beside its own: a font, a heading, a number, hidden text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tthtcd_tui.named_tuple import NamedTuple

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_ROMAN: Final = 399
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS: Final = 9
_LONGEST_LABEL: Final = 64
_MOST_DIGITS: Final = 11
_DEEPEST: Final = 50
"""Styles based on each other; Word makes no more than ten."""


class Style(NamedTuple):
    based_on: str | None
    font: str | None
    is_hidden: bool | None
    number: tuple[str, int] | None
    is_heading: bool


class Level(NamedTuple):
    """A level of a list: how it counts, what it prints, where it starts."""

    kind: str
    text: str
    start: int


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """A switch of a run: on, off, or not said."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(W + "val") not in ("0", "false", "off", "none")


def whole(said: str | None, otherwise: int) -> int:
    """A number of an attribute; `otherwise` for what is none, or longer than any program writes."""
    is_number = said is not None and said.isascii() and said.isdigit() and len(said) < _MOST_DIGITS
    return int(said) if said is not None and is_number else otherwise


def font_of(properties: etree._Element | None) -> str | None:
    fonts = None if properties is None else properties.find(W + "rFonts")
    return None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


def number_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list a paragraph is in, and its level."""
    found = None if properties is None else properties.find(W + "numPr")
    number = None if found is None else found.find(W + "numId")
    if found is None or number is None:
        return None
    level = found.find(W + "ilvl")
    said = "0" if level is None else level.get(W + "val", "0")
    return number.get(W + "val", "0"), whole(said, 0)


@dataclass
class Styles:
    """The styles of a document by their id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    font: str | None = None

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        if root is None:
            return cls()
        styles = {style.get(W + "styleId", ""): _style(style) for style in root.findall(W + "style")}
        return cls(styles, font_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))

    def chain(self, name: str | None) -> Iterator[Style]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while name is not None and name not in seen and name in self.by_id and len(seen) < _DEEPEST:
            seen.add(name)
            yield self.by_id[name]
            name = self.by_id[name].based_on


def _style(style: etree._Element) -> Style:
    based = style.find(W + "basedOn")
    run, paragraph = style.find(W + "rPr"), style.find(W + "pPr")
    name = style.find(W + "name")
    called = "" if name is None else name.get(W + "val", "").casefold()
    outline = paragraph is not None and paragraph.find(W + "outlineLvl") is not None
    return Style(
        None if based is None else based.get(W + "val"),
        font_of(run),
        is_on(run, "vanish"),
        number_of(paragraph),
        called.startswith(("heading", "tiêu đề")) or outline,
    )


class Numbering:
    """Counts the lists of a document as a word processor does, and says what it prints before each paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._abstract: dict[str, str] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.findall(W + "abstractNum"):
            levels = {whole(level.get(W + "ilvl"), 0): _level(level) for level in abstract.findall(W + "lvl")}
            self._levels[abstract.get(W + "abstractNumId", "")] = levels
        for number in root.findall(W + "num"):
            abstract_id = number.find(W + "abstractNumId")
            if abstract_id is not None:
                self._abstract[number.get(W + "numId", "")] = abstract_id.get(W + "val", "")

    def label(self, number: tuple[str, int] | None) -> str:
        """What stands before the next paragraph of that list; nothing for one that is in none."""
        if number is None or number[0] not in self._abstract:
            return ""
        abstract, depth = self._abstract[number[0]], min(number[1], _LEVELS - 1)
        levels = self._levels.get(abstract, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else levels[depth].start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if levels[depth].kind == "bullet":
            return "-"
        text = levels[depth].text
        for at in range(depth + 1):
            kind = levels[at].kind if at in levels else "decimal"
            text = text.replace(f"%{at + 1}", _counted(kind, counts[at] or 1))
        return text.strip()


def _level(level: etree._Element) -> Level:
    def said(name: str, otherwise: str) -> str:
        found = level.find(W + name)
        return otherwise if found is None else found.get(W + "val", otherwise)

    start = said("start", "1")
    return Level(said("numFmt", "decimal"), said("lvlText", "")[:_LONGEST_LABEL], whole(start, 1))


def _counted(kind: str, number: int) -> str:
    letter = chr(ord("a") + (number - 1) % 26)
    match kind:
        case "upperRoman" | "lowerRoman":
            if not 0 < number <= _MOST_ROMAN:
                return str(number)
            roman = _roman(number)
            return roman if kind == "upperRoman" else roman.lower()
        case "upperLetter":
            return letter.upper()
        case "lowerLetter":
            return letter
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
