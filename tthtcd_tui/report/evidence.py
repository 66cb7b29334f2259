"""Links between items, indicators, criteria and the register of evidence, by its codes. An unknown code is dangling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import EvidenceItem, Facts
from tthtcd_tui.report.place import Place, PlaceKind

CITING: Final[Mapping[str, str]] = {
    PlaceKind.CHECKLIST: "evidence",
    PlaceKind.OWN: "evidence",
    PlaceKind.INDICATOR: "source",
    PlaceKind.SCORE: "evidence",
}
"""The cells that can cite evidence, by kind of Place."""
_WORD: Final = r"\w(?:[\w.\-]*\w)?"
_DIGITS: Final = r"\d+"
_FILE: Final = r"([0-9a-f]{64}) (.+)"
# Compiled when first needed, and kept by re.


class KeptFile(NamedTuple):
    """A file copied into the database, as its cell names it."""

    digest: str
    name: str


def kept_file(words: str) -> KeptFile | None:
    """Parse such a cell; None for other words, which an import may have brought."""
    found = re.fullmatch(_FILE, words)
    return KeptFile(found[1], found[2]) if found else None


def kept_files(facts: Facts) -> dict[str, str]:
    """The original names of the files that the register refers to, by SHA-256."""
    found = (kept_file(facts.text_at(PlaceKind.EVIDENCE, item.uid, "file")) for item in facts.evidence)
    return {file.digest: file.name for file in found if file}


class Cited(NamedTuple):
    """A code at the cell that cites it."""

    place: Place
    code: str


class Links(NamedTuple):
    """All links between the register and the cells that cite it."""

    of_uid: Mapping[str, tuple[Place, ...]]
    """The citing cells, by the document's uid."""
    dangling: tuple[Cited, ...]
    """Codes of the same shape as the register's that no document has."""


def links(facts: Facts) -> Links:
    """Resolve every code in the year's citing cells."""
    register = {_code(item.code): item for item in facts.evidence if item.code}
    shapes = {_shape(code) for code in register}
    found: dict[str, list[Place]] = {}
    dangling: list[Cited] = []
    for place, words in _citing(facts):
        for item, token in _named(words, register, shapes):
            if item is None:
                dangling.append(Cited(place, token))
            elif place not in found.setdefault(item.uid, []):
                found[item.uid].append(place)
    return Links({uid: tuple(places) for uid, places in found.items()}, tuple(dangling))


def _citing(facts: Facts) -> Iterator[tuple[Place, str]]:
    for place, answer in facts.answers.items():
        cell = CITING.get(place.kind)
        if cell is not None and isinstance(answer, str) and place.endswith(f"/{cell}"):
            yield place, answer


def _named(
    words: str, register: Mapping[str, EvidenceItem], shapes: set[str]
) -> Iterator[tuple[EvidenceItem | None, str]]:
    """The documents named in `words`, with None for a dangling code. A range «MC01-MC03» names its two ends only."""
    for code, item in register.items():
        if " " in code and code in words.casefold():
            yield item, item.code
    for token in re.findall(_WORD, words):
        known = register.get(_code(token))
        ends = [_code(end) for end in token.split("-")]
        if known is not None:
            yield known, token
        elif len(ends) > 1 and all(_shape(end) in shapes for end in ends):
            yield from ((register.get(end), end.upper()) for end in ends)
        elif _shape(_code(token)) in shapes:
            yield None, token


def _code(written: str) -> str:
    return " ".join(written.casefold().split())


def _shape(code: str) -> str:
    """The shape of a code: the same for «mc01» and «mc7»; empty for words and plain numbers."""
    return re.sub(_DIGITS, "0", code) if re.search(r"[^\W\d]", code) and re.search(_DIGITS, code) else ""
