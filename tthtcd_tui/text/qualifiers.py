"""The word before a figure that says how exact it is: «gần 20», «ước đạt 2.450»."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold


class Qualifier(StrEnum):
    """A qualifier (từ chỉ mức): the word printed before the number."""

    NEARLY = "gần"
    OVER = "trên"
    MORE_THAN = "hơn"
    UNDER = "dưới"
    ABOUT = "khoảng"
    APPROXIMATELY = "xấp xỉ"
    ESTIMATED = "ước"
    ESTIMATED_AT = "ước đạt"


_WORDS = r"[^\s0-9]+(?:\s+[^\s0-9]+)?"

# As printed, or without any mark, as it is typed in a hurry. With wrong marks («gân») it is not a qualifier.
_SPELLINGS = {word: qualifier for qualifier in Qualifier for word in (qualifier.value, fold(qualifier.value))} | {
    "~": Qualifier.ABOUT,
    "≈": Qualifier.APPROXIMATELY,
}


def split_qualifier(raw: str) -> tuple[Qualifier | None, str]:
    """The qualifier `raw` begins with, if any, and the rest as one clean line.

    In any case, with its marks or with none: `Gần 20`, `gan 20`; as a sign: `~20`, `≈20`. The longest wins: «ước đạt»
    before «ước».
    """
    typed = clean_line(raw)
    words = re.match(_WORDS, typed)
    if words is None:
        return None, typed
    both = words[0].split()
    for count in range(len(both), 0, -1):
        qualifier = _SPELLINGS.get(unicodedata.normalize("NFC", " ".join(both[:count]).casefold()))
        if qualifier is not None:
            end = words.end() if count == len(both) else len(both[0])
            return qualifier, typed[end:].lstrip()
    return None, typed
