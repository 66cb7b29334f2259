"""Numbers that the word processor counts: «I.», «1.», «-», as they will be printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from support.nd30.ooxml import Element, find, is_on, value, w
from support.nd30.package import MAIN, Package
from support.nd30.properties import Properties, paragraph_properties, run_properties
from support.nd30.styles import Styles

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def roman(number: int) -> str:
    """1 → I."""
    text = ""
    for amount, letters in _ROMAN:
        while number >= amount:
            text += letters
            number -= amount
    return text


def _letters(number: int) -> str:
    return _ALPHABET[(number - 1) % 26] * ((number - 1) // 26 + 1) if number > 0 else ""


def printed(number: int, kind: str) -> str:
    """`number` in a w:numFmt; a kind this report has no use for prints «?»."""
    match kind:
        case "decimal":
            return str(number)
        case "decimalZero":
            return f"{number:02}"
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "upperLetter":
            return _letters(number)
        case "lowerLetter":
            return _letters(number).lower()
        case "none" | "bullet":
            return ""
        case _:
            return "?"


@dataclass(frozen=True, slots=True)
class Label:
    """A number in front of a paragraph. `suffix` is what stands between it and the text: a tab, a space, nothing."""

    text: str
    suffix: str
    run: Properties


class Numbering:
    """word/numbering.xml, counting as paragraphs are met in the document's order."""

    def __init__(self, package: Package, styles: Styles) -> None:
        root = package.part_of(MAIN, "numbering")
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self.nums: dict[str, Element] = {}
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._abstract[element.get(w("abstractNumId"), "")] = element
            elif element.tag == w("num"):
                self.nums[element.get(w("numId"), "")] = element
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def abstract_of(self, num_id: str) -> Element | None:
        """The list definition behind a number, through a list style where it names one."""
        abstract = self._abstract.get(value(find(self.nums.get(num_id), "abstractNumId")) or "")
        linked = value(find(abstract, "numStyleLink"))
        if linked is not None:
            inner = paragraph_properties(self._styles.by_id.get(linked)).get("numPr", {}).get("numId")
            if inner is not None and inner != num_id:
                return self.abstract_of(inner)
        return abstract

    def level_of(self, num_id: str, ilvl: int) -> Element | None:
        """The w:lvl that formats this level of this number, its own override first."""
        for parent, path in ((self.nums.get(num_id), "lvlOverride"), (self.abstract_of(num_id), "lvl")):
            for level in parent.iterfind(w(path)) if parent is not None else ():
                if level.get(w("ilvl")) == str(ilvl):
                    found = level if path == "lvl" else level.find(w("lvl"))
                    if found is not None:
                        return found
        return None

    def level_for_style(self, num_id: str, style_id: str | None) -> int | None:
        """The level a style is linked with."""
        abstract = self.abstract_of(num_id)
        for level in abstract.iterfind(w("lvl")) if abstract is not None else ():
            if value(find(level, "pStyle")) == style_id is not None:
                return int(level.get(w("ilvl"), "0"))
        return None

    def _start(self, num_id: str, ilvl: int) -> int:
        for override in self.nums[num_id].iterfind(w("lvlOverride")):
            start = value(find(override, "startOverride"))
            if override.get(w("ilvl")) == str(ilvl) and start is not None:
                return int(start)
        return int(value(find(self.level_of(num_id, ilvl), "start")) or "0")

    def _restarts(self, num_id: str, ilvl: int, above: int) -> bool:
        restart = value(find(self.level_of(num_id, ilvl), "lvlRestart"))
        return restart is None or above < int(restart)

    def count(self, num_id: str, ilvl: int) -> Label | None:
        """The label of the next paragraph with this number. None where the list or its level does not exist."""
        level = self.level_of(num_id, ilvl)
        if level is None:
            return None
        abstract = self.abstract_of(num_id)
        # Numbers of one list count on from one another, unless one starts afresh.
        counts = self._counts.setdefault(abstract.get(w("abstractNumId"), "") if abstract is not None else num_id, {})
        overridden = any(
            override.get(w("ilvl")) == str(ilvl) and override.find(w("startOverride")) is not None
            for override in self.nums[num_id].iterfind(w("lvlOverride"))
        )
        if ilvl not in counts or (overridden and (num_id, ilvl) not in self._started):
            counts[ilvl] = self._start(num_id, ilvl)
        else:
            counts[ilvl] += 1
        self._started.add((num_id, ilvl))
        for deeper in [other for other in counts if other > ilvl and self._restarts(num_id, other, ilvl)]:
            del counts[deeper]
        return Label(self._text(num_id, level, counts), self._suffix(level), run_properties(level))

    def _text(self, num_id: str, level: Element, counts: dict[int, int]) -> str:
        legal = find(level, "isLgl")
        all_decimal = legal is not None and is_on(value(legal))

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            kind = value(find(self.level_of(num_id, at), "numFmt")) or "decimal"
            amount = counts.get(at, self._start(num_id, at))
            return printed(amount, "decimal" if all_decimal else kind)

        return re.sub(r"%([1-9])", number, value(find(level, "lvlText")) or "")

    @staticmethod
    def _suffix(level: Element) -> str:
        return {"space": " ", "nothing": ""}.get(value(find(level, "suff")) or "tab", "\t")
