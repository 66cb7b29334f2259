"""The search key: what a person types in a hurry finds what was written with care."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_MARKS = "[\u0300-\u036f]+"

# «tỉ lệ» and «tỷ lệ» are one word: after a consonant, and the u of qu counts as one, i and y spell one sound.
# After a vowel they do not («tai», «tay»), and a y that begins a word stays. What follows the y is no part
# of the rule, so that the start of a word is the start of its key: «quy» must find «quyết».
_Y_AS_I = "(?<=[bcdfghjklmnpqrstvwxz])y|(?<=qu)y"


def fold(text: str) -> str:
    """The key two spellings share: no case, no marks, đ as d, i for a lone y, single spaces.

    «Kết quả» → `ket qua`; hòa = hoà; «tỷ lệ» = «tỉ lệ»; never tai = tay (form.md, «Facts of the field»).
    """
    return " ".join(filter(None, map(_KEYS.__getitem__, text.split())))


class _Keys(dict[str, str]):
    """The keys of the words seen first: of the syllables of Vietnamese a long log uses a few hundred over and over."""

    def __missing__(self, word: str) -> str:
        if word.isdecimal() and word.isascii():
            return word  # there is no end of numbers
        key = _word(word)
        if len(self) < _MOST_KEYS:
            self[word] = key
        return key


_MOST_KEYS = 5_000
_AT_ONCE = 200
_KEYS = _Keys()


def _word(word: str) -> str:
    if word.isascii():
        key = word.lower()
    else:
        key = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
        key = re.sub(_MARKS, "", key).replace("đ", "d")
    if "y" in key:
        key = re.sub(_Y_AS_I, "i", key)
    return " ".join(key.split())  # some characters, «¨» among them, are a blank and a mark


def fold_all(texts: Sequence[str]) -> list[str]:
    """Each of `texts` folded: of many some hundreds in one go, which is quicker."""
    parts = (texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE))
    return [key for part in parts for key in _folded(part)]


def _folded(texts: Sequence[str]) -> list[str]:
    folded = [key.strip() for key in fold(" \0 ".join(texts)).split("\0")]
    return folded if len(folded) == len(texts) else [*map(fold, texts)]


def contains(haystack: str, needle: str) -> bool:
    """Whether `needle` is found in `haystack` however each is accented; an empty needle always is."""
    return fold(needle) in fold(haystack)
