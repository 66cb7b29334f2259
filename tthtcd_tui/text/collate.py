"""Vietnamese dictionary order: the letters decide, then the tones, then capitals."""

from __future__ import annotations

import re
import unicodedata

# f, j, w and z are no Vietnamese letters, but names and words from abroad hold them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}  # huyền hỏi ngã sắc nặng
_LEVEL = "1"

# Sort weights as characters: white space, then other signs, digits, our letters, other letters.
_SPACE, _SIGN, _OTHER_LETTER = "\x01", "\x02", "~"
_WEIGHTS = {unicodedata.normalize("NFD", letter): chr(ord("A") + i) for i, letter in enumerate(_ALPHABET)}

_PIECE = "([0-9]+)|([^\u0300-\u036f])([\u0300-\u036f]*)"


def collation_key(text: str) -> tuple[str, ...]:
    """A key that sorts as a Vietnamese dictionary: a ă â b c d đ e ê …, then ngang huyền hỏi ngã sắc nặng.

    Digits come before letters and a run of them counts as its number; small letters come before capitals; two
    different texts never share a key. A syllable's tone counts once, wherever it is written (hòa, hoà).
    """
    letters, tones, capitals = _levels(text)
    return letters, tones, capitals, text


def _levels(text: str) -> tuple[str, str, str]:
    letters: list[str] = []
    tones: list[str] = []
    capitals: list[str] = []
    tone = ""
    in_word = False
    for digits, character, marks in re.findall(_PIECE, unicodedata.normalize("NFD", text)):
        if digits:
            significant = digits.lstrip("0") or "0"
            length = str(len(significant))
            letters.append(f"{len(length)}{length}{significant}")  # the shorter number first, then digit by digit
        elif character.isalpha():
            small = character.lower()
            own = "".join(mark for mark in marks if small + mark in _WEIGHTS)[:1]
            letters.append(_WEIGHTS.get(small + own) or _OTHER_LETTER + small)
            tone += "".join(_TONES.get(mark, mark) for mark in marks if mark != own)
            capitals.append("0" if small == character else "1")
            in_word = True
            continue
        else:
            letters.append(_SPACE if character.isspace() else _SIGN + character)
        if in_word:
            tones.append(tone or _LEVEL)
            tone, in_word = "", False
    if in_word:
        tones.append(tone or _LEVEL)
    return "".join(letters), " ".join(tones), "".join(capitals)
