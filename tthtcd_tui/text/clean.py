"""Cleaning: every text from outside passes here once before it is kept.

Typed, pasted or imported text may hold control characters, on which python-docx raises, and escape sequences, which
a colleague's terminal would obey.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from tthtcd_tui.errors import UnusableCharacter

# Patterns here are compiled when first needed: most text needs none of them, and every start would pay.
_REFUSED = "[\ue000-\uf8ff\ufffd\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
_BREAKS = "\n\x0b\x0c\r\x85\u2028\u2029"
_BLANKS = " \t\xa0\u200b\ufeff"
# Word's symbol fonts keep their bullets where each font keeps its own characters: U+F0B7 and its like, before a text.
_PRIVATE = (
    rf"(?:\A|(?<=[{_BREAKS}]))(?P<indent>[{_BLANKS}]*)"
    rf"(?:[\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|[\uf020-\uf0ff](?=[{_BLANKS}]))[{_BLANKS}]*+(?=[^{_BREAKS}])"
    rf"|(?P<refused>{_REFUSED})"
)

_FENCE = "|"
"""Put between lines that are looked at together: no mark and no letter is composed with it."""
_MOST_MARKS = 30
"""Over one letter: what Unicode calls safe; no language has more than a few."""
_HEAP = r"[^\w\s!-~]{31,}"


@cache
def _table() -> dict[int, str]:
    """What becomes of each character that is not kept as it is."""
    dropped = [
        *range(0x09), *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0),  # C0, DEL, C1
        0xAD,  # where a word may be parted, and was not
        0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # marks that turn text around
        *range(0x200B, 0x200E), 0x2060, 0xFEFF,  # of no width
        *range(0xD800, 0xE000),  # halves of a character
        *range(0xFDD0, 0xFDF0),  # these and the next will never be characters
        *range(0xFFFE, 0x110000, 0x10000), *range(0xFFFF, 0x110000, 0x10000),
    ]  # fmt: skip
    table = dict.fromkeys(dropped, "")
    # Line breaks, Word's soft ones among them: dropping one would glue two words.
    table |= dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
    table |= dict.fromkeys((0xA0, 0x202F), " ")
    table[0x1E] = "-"  # Word's hyphen that never ends a line: 2022-2023 is not 20222023
    return table


def clean(raw: str) -> str:
    """`raw` as text we keep: NFC, lines ending in LF, legal in XML 1.0, nothing that a terminal obeys.

    Word's soft breaks are line breaks, its private bullets «- ». Cleaning twice changes nothing more. Raises
    UnusableCharacter rather than lose a letter in silence.
    """
    # All that is refused or changed is not printable, but for U+FFFD; nearly all text ends its way here.
    if "\ufffd" not in raw and raw.replace("\n", "").replace("\t", "").isprintable():
        return _composed(raw)
    if re.search(_REFUSED, raw):
        raw = re.sub(_PRIVATE, _bullet, raw)
    kept = raw.replace("\r\n", "\n").translate(_table())
    # After the stripping, not before: what stood between a letter and its mark must not keep them apart.
    return _composed(kept)


def _composed(text: str) -> str:
    """`text` in NFC. Raises UnusableCharacter for a heap of marks: putting them in order takes their number squared."""
    if unicodedata.is_normalized("NFC", text):  # told at a glance of what is out of order
        return text
    for found in re.finditer(_HEAP, text):
        marks = sum(map(bool, map(unicodedata.combining, found[0])))
        if marks > _MOST_MARKS:
            raise _unusable(text, found.start(), "có quá nhiều dấu chồng lên nhau")
    return unicodedata.normalize("NFC", text)


def is_clean_line(raw: str) -> bool:
    """Whether `clean_line` would leave `raw` as it is; quick to tell of nearly all that is, and False of the rest."""
    return raw.isprintable() and "\ufffd" not in raw and raw == raw.strip() and unicodedata.is_normalized("NFC", raw)


def are_clean_lines(raws: Iterable[str]) -> bool:
    """Whether `is_clean_line` holds of each; told of all of them at once, and False of some of which it does hold."""
    joined = _FENCE.join(raws)
    return is_clean_line(joined) and f" {_FENCE}" not in joined and f"{_FENCE} " not in joined


def clean_line(raw: str) -> str:
    """`raw` cleaned and on one line: each line break or tab is a space, none at the ends."""
    return clean(raw).replace("\n", " ").replace("\t", " ").strip()


def halfwidth(text: str) -> str:
    """`text` with the full-width forms of ASCII characters, such as «２．５», as the ASCII ones."""
    return text if text.isascii() else text.translate(_halfwidth_table())


@cache
def _halfwidth_table() -> dict[int, int]:
    return {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def _bullet(found: re.Match[str]) -> str:
    if found["refused"]:
        raise _unusable(found.string, found.start())
    return found["indent"] + "- "


def _unusable(raw: str, index: int, why: str = "") -> UnusableCharacter:
    character = raw[index]
    before = clean(raw[:index])
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    lost = character == "\ufffd"
    why = why or ("thay cho một chữ đã bị mất" if lost else "chỉ hiện đúng với một phông chữ riêng")
    return UnusableCharacter(
        f"Dòng {line}, cột {column} có ký tự không dùng được (U+{ord(character):04X}, {why})."
        " Hãy xóa ký tự đó và gõ lại chữ đúng.",
        index,
        character,
    )
