"""Names for the files we make: the same on Linux, macOS and the Windows machine they are copied to."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 200  # bytes; every file system of today takes 255, and programs add endings of their own

_UNNAMED = "bao-cao"
_SEPARATORS = r'[/\\:*?"<>|]+'
_SUFFIX = r"(?:\.[A-Za-z0-9]{1,10}){0,2}"


def safe_name(text: str, suffix: str) -> str:
    """A file name that reads like `text` and ends in `suffix` (`.docx`), at most 200 bytes in UTF-8.

    What separates folders or is forbidden on Windows becomes `-`, white space a single space; what does not
    print is left out. The name begins with no dot or dash and is never empty. Raises ValueError for a suffix
    that is none.
    """
    if re.fullmatch(_SUFFIX, suffix) is None:
        raise ValueError(f"not a suffix: {suffix!r}")
    spaced = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    words = re.sub(_SEPARATORS, "-", unicodedata.normalize("NFC", spaced))
    stem = _cut(words.lstrip(" .-"), LONGEST_NAME - len(suffix)).rstrip(" .-")
    return (stem or _UNNAMED) + suffix


def _cut(text: str, limit: int) -> str:
    """As much of `text` as fits in `limit` bytes, without parting a letter from its marks."""
    size = 0
    letter = 0
    for index, character in enumerate(text):
        if not unicodedata.combining(character):
            letter = index
        size += len(character.encode())
        if size > limit:
            return text[:letter]
    return text
