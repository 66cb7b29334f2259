"""A text cut into sentences, and the words in a sentence that say which time it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_STOP: Final = r"(?:(?<=\w{3})|(?<=[)”»\"%²\d]))[.!?…;](?=\s|$)|\n"
"""A sentence's end. After two letters it is an abbreviation's: TX., TP., Q."""

_INSIDE: Final = "_"
"""What is neither letter nor digit and still part of a word, as patterns have it."""

UPPER: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capitals of Vietnamese, for a class of a pattern: they are not a range of Unicode."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` without their stops; what a semicolon parts counts as two."""
    return tuple(part for part in re.split(_STOP, text) if part.strip())


def has_one_of(text: str, words: Iterable[str]) -> bool:
    """Whether one of `words` stands in `text` by itself, with no letter or digit at either side.

    A pattern could say so too; but to compile one takes a hundred times as long as to search with it, and a cold check
    does little else.
    """
    return any(_stands_in(text, word) for word in words if word in text)


def _stands_in(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _is_inside(text[at - 1 : at]) and not _is_inside(text[end : end + 1]):
            return True
        at = text.find(word, at + 1)
    return False


def _is_inside(character: str) -> bool:
    return character.isalnum() or character == _INSIDE


PLAN: Final = (
    r"(?<!\w)(?:phấn\s+đấu|dự\s+kiến|chỉ\s+tiêu|phương\s+hướng|mục\s+tiêu|định\s+hướng|sẽ|tầm\s+nhìn|có\s+hiệu\s+lực"
    r"|(?:năm|năm\s+học|kỳ|thời\s+gian)\s+(?:tới|sau|tiếp\s+theo)|(?:đến|trước|hết|tới)\s+(?:hết\s+)?(?:ngày|tháng|năm)"
    r"|chuẩn\s+bị|bước\s+vào|đăng\s+ký|nhiệm\s+vụ|lộ\s+trình|hạn|đề\s+xuất|kiến\s+nghị|mong\s+muốn)(?!\w)"
)
"""Words of a plan, a deadline, a wish: a sentence that holds one does not tell what was."""
