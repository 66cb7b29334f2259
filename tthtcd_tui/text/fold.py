"""The search key: what a person types in a hurry finds what was written with care."""

from __future__ import annotations

import re
import unicodedata

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


def contains(haystack: str, needle: str) -> bool:
    """Whether `needle` is found in `haystack` however each is accented; an empty needle always is."""
    return fold(needle) in fold(haystack)
