"""The one edge where text from outside becomes text we keep.

Everything typed, pasted or imported passes here once: python-docx raises on control characters, and a
terminal obeys an escape sequence that a colleague pasted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tthtcd_tui.text.problem import TextProblem

# Patterns here are compiled when first needed: most text needs none of them, and every start would pay.
_REFUSED = "[\ue000-\uf8ff\ufffd\U000f0000-\U000ffffd\U00100000-\U0010fffd]"


@cache
def _table() -> dict[int, str]:
    """What becomes of each character that is not kept as it is."""
    dropped = [
        *range(0x09), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0),  # C0, DEL, C1
        0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # marks that turn text around
        *range(0x200B, 0x200E), 0x2060, 0xFEFF,  # of no width
        *range(0xD800, 0xE000),  # halves of a character
        *range(0xFDD0, 0xFDF0),  # these and the next will never be characters
        *range(0xFFFE, 0x110000, 0x10000), *range(0xFFFF, 0x110000, 0x10000),
    ]  # fmt: skip
    table = dict.fromkeys(dropped, "")
    table |= dict.fromkeys((0x0D, 0x85, 0x2028, 0x2029), "\n")  # line breaks: dropping one would glue two words
    table |= dict.fromkeys((0xA0, 0x202F), " ")
    return table


class UnusableCharacter(TextProblem):
    """A character without a meaning we could know: private use, or U+FFFD where a letter was already lost.

    `index` counts from 0 in the text as it came; the message gives line and column as a person counts them.
    """

    def __init__(self, message: str, index: int, character: str) -> None:
        super().__init__(message)
        self.index = index
        self.character = character


def clean(raw: str) -> str:
    """`raw` as text we keep: NFC, lines ending in LF, legal in XML 1.0, nothing that a terminal obeys.

    Cleaning twice changes nothing more. Raises UnusableCharacter rather than lose a letter in silence.
    """
    # All that is refused or changed is not printable, but for U+FFFD; nearly all text ends its way here.
    if "\ufffd" not in raw and raw.replace("\n", "").replace("\t", "").isprintable():
        return unicodedata.normalize("NFC", raw)
    found = re.search(_REFUSED, raw)
    if found is not None:
        raise _unusable(raw, found.start())
    kept = raw.replace("\r\n", "\n").translate(_table())
    # After the stripping, not before: what stood between a letter and its mark must not keep them apart.
    return unicodedata.normalize("NFC", kept)


def is_clean_line(raw: str) -> bool:
    """Whether `clean_line` would leave `raw` as it is; quick to tell of nearly all that is, and False of the rest."""
    return raw.isprintable() and "\ufffd" not in raw and raw == raw.strip() and unicodedata.is_normalized("NFC", raw)


def clean_line(raw: str) -> str:
    """`raw` cleaned and on one line: each line break or tab is a space, none at the ends."""
    return clean(raw).replace("\n", " ").replace("\t", " ").strip()


def _unusable(raw: str, index: int) -> UnusableCharacter:
    character = raw[index]
    before = clean(raw[:index])
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    lost = character == "\ufffd"
    why = "thay cho một chữ đã bị mất" if lost else "chỉ hiện đúng với một phông chữ riêng"
    return UnusableCharacter(
        f"Dòng {line}, cột {column} có ký tự không dùng được (U+{ord(character):04X}, {why})."
        " Hãy xóa ký tự đó và gõ lại chữ đúng.",
        index,
        character,
    )
