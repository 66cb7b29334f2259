"""Names that an old report writes all in capitals, as they are written in a sentence."""

from __future__ import annotations

import re
from typing import Final

_KEPT: Final = frozenset("UBND HĐND TTHTCĐ HTCĐ TT THCS THPT GD&ĐT VH-TT&HTCĐ TTVH MTTQ VHTT".split())
_SMALL: Final = (
    "ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "trung tâm", "học tập cộng đồng", "học tập", "cộng đồng",
    "phòng", "giáo dục và đào tạo", "giáo dục", "đào tạo", "sở", "huyện", "thị xã", "thành phố", "tỉnh", "xã", "phường",
    "thị trấn", "đặc khu", "quận", "đảng ủy", "văn hóa", "thể thao", "và",
)  # fmt: skip
_SMALL_WORDS: Final = frozenset(word for phrase in _SMALL for word in phrase.split())


def in_sentence(text: str) -> str:
    """«UBND XÃ LŨNG CHANG» → «UBND xã Lũng Chang»; text that is not all in capitals stays as it is."""
    plain = " ".join(text.split())
    if plain != plain.upper() or not re.search(r"[^\W\d_]", plain):
        return plain
    words = [_word(word) for word in plain.split()]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _word(word: str) -> str:
    bare = word.strip(",;.()–-")
    if bare in _KEPT or "&" in bare or not bare.isalpha():
        return word
    small = word.lower()
    return small if bare.lower() in _SMALL_WORDS else small[:1].upper() + small[1:]
