"""Prose with each link as one character, for the editor and the search, so that no link is ever cut in two.

`{dan_so}` is stored as it is typed. Here it becomes an atom, a character of the private use areas, which no text of
ours holds; `shown` gives the words that a reader sees in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate, chain
from typing import Final

from tthtcd_tui.forms.links import braced
from tthtcd_tui.text.find import occurrences, unmarked_occurrences

_ATOMS: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_BRACE: Final = "\ue000"
"""The atom of a brace that opens no link though a name follows: it is stored as two."""
_NAME: Final = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?\}"
_UNKNOWN: Final = "?"
"""Shown for a private-use character that came with a damaged text."""

_atom = re.compile(f"[{_ATOMS}]")
_escaped = re.compile(f"{_BRACE}(?={_NAME})", re.ASCII)
_opening = re.compile(rf"{{(?=({_NAME}))", re.ASCII)
_brace_before_atom = re.compile(rf"[{{{_BRACE}](?=[{_ATOMS.replace(_BRACE, chr(0xE001), 1)}])")


def has_atom(text: str) -> bool:
    return _atom.search(text) is not None


def is_atom(letter: str) -> bool:
    return _atom.match(letter) is not None


class LinkedText:
    """Encodes stored prose into text with atoms, and decodes it. `values`: by name, the words shown for each link.

    Links that `values` does not name stay plain text; without `values`, as in a list of names, every brace is plain
    text. An atom keeps its meaning for the lifetime of the object.
    """

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._has_links = values is not None
        self._values: dict[str, str] = dict(values or {})
        self._stored: dict[str, str] = {_BRACE: "{"}
        self._atoms: dict[str, str] = {}
        self._free = map(chr, chain(range(0xE001, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the known links."""
        return tuple(self._values)

    def set_values(self, values: Mapping[str, str]) -> bool:
        """Replace the words shown for links; returns whether any of them changed."""
        changed = self._values != values
        self._values = dict(values)
        return changed

    def atom(self, name: str) -> str:
        """The character that stands for the link `name`."""
        return self._atom_of(f"{{{name}}}")

    def name(self, atom: str) -> str | None:
        """The link that `atom` stands for; None for a brace and for what is no atom."""
        stored = self._stored.get(atom, "")
        return stored[1:-1] if len(stored) > 1 else None

    def encode(self, stored: str) -> str:
        """Stored prose as text with atoms."""
        if has_atom(stored):
            stored = _atom.sub(lambda match: self._atom_of(match[0]), stored)
        if "{" not in stored or not self._has_links:
            return stored
        parts: list[str] = []
        at = 0
        for start, end, name, is_escaped in braced(stored):
            if is_escaped:
                parts += (stored[at:start], _BRACE, stored[start + 2 : end])
            elif name in self._values:
                parts += (stored[at:start], self.atom(name))
            else:
                continue
            at = end
        return "".join((*parts, stored[at:]))

    def decode(self, text: str) -> str:
        """Text with atoms as it is stored."""
        if not has_atom(text):
            return text
        doubled = _escaped.sub("{{", text) if _BRACE in text else text
        return _atom.sub(lambda match: self._stored.get(match[0], match[0]), doubled)

    def settle(self, text: str) -> str:
        """`text` as it comes back after storing: a link that was typed out as `{name}` has become an atom.

        A space is put between a brace and a link after it, which would otherwise be read as plain text.
        """
        if not self._has_links or ("{" not in text and _BRACE not in text):
            return text
        if has_atom(text):
            text = _brace_before_atom.sub("{ ", text)
        return self.encode(self.decode(text))

    def apart(self, text: str, at: int) -> str:
        """`text` at its old length, changed so that no link arises across position `at`.

        Plain words in braces that were cut and pasted back stay plain words; a link that is typed out becomes one.
        """
        if not self._has_links:
            return text
        for match in _opening.finditer(text):
            start, end = match.start(), match.end(1)
            is_escaped = text[start - 1 : start] == "{"
            if start < at < end and (is_escaped or match[1][:-1] in self._values):
                return text[:start] + _BRACE + text[start + 1 :]
        return text

    def shown(self, text: str) -> str:
        """`text` as a reader sees it."""
        return _atom.sub(lambda match: self.shown_atom(match[0]), text) if has_atom(text) else text

    def shown_atom(self, atom: str) -> str:
        """The words shown for `atom`; never empty, so that there is something to see."""
        if atom == _BRACE:
            return "{"
        name = self.name(atom)
        return self._values.get(name, f"{{{name}}}") or " " if name else _UNKNOWN

    def spans(self, text: str) -> Iterator[tuple[str, bool]]:
        """`text` as shown, cut where a link begins or ends, each piece with whether it is one."""
        at = 0
        for match in _atom.finditer(text):
            if match[0] != _BRACE:
                if at < match.start():
                    yield self.shown(text[at : match.start()]), False
                yield self.shown_atom(match[0]), True
                at = match.end()
        if at < len(text):
            yield self.shown(text[at:]), False

    def find(self, text: str, words: str, *, unmarked: bool = False) -> Iterator[tuple[int, int, bool]]:
        """Occurrences of `words` in `text` as shown: start, end, and whether a link or a part of one is in it.

        `unmarked` ignores diacritics.
        """
        if not words:
            return
        find = unmarked_occurrences if unmarked else occurrences
        if not has_atom(text):
            for start, end in find(text, words):
                yield start, end, False
            return
        starts = [0, *accumulate(len(self.shown(letter)) for letter in text)]
        for start, end in find(self.shown(text), words):
            first, after = bisect_right(starts, start) - 1, bisect_left(starts, end)
            yield first, after, any(map(self.name, text[first:after]))

    def _atom_of(self, stored: str) -> str:
        atom = self._atoms.get(stored)
        if atom is None:
            atom = self._atoms[stored] = next(self._free)
            self._stored[atom] = stored
        return atom
