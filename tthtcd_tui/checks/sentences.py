"""A text cut into sentences, and the words in a sentence that say which time it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_STOP: Final = r"(?:(?<=\w{3})|(?<=[)”»\"%²\d]))[.!?…;](?=\s|$)|\n"
"""A sentence's end. After two letters it is an abbreviation's: TX., TP., Q."""

UPPER: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capitals of Vietnamese, for a class of a pattern: they are not a range of Unicode."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` without their stops; what a semicolon parts counts as two."""
    return tuple(part for part in re.split(_STOP, text) if part.strip())


PLAN: Final = (
    r"(?<!\w)(?:phấn\s+đấu|dự\s+kiến|chỉ\s+tiêu|phương\s+hướng|mục\s+tiêu|định\s+hướng|sẽ|tầm\s+nhìn|có\s+hiệu\s+lực"
    r"|(?:năm|năm\s+học|kỳ|thời\s+gian)\s+(?:tới|sau|tiếp\s+theo)|(?:đến|trước|hết|tới)\s+(?:hết\s+)?(?:ngày|tháng|năm)"
    r"|chuẩn\s+bị|bước\s+vào|đăng\s+ký|nhiệm\s+vụ|lộ\s+trình|hạn|đề\s+xuất|kiến\s+nghị|mong\s+muốn)(?!\w)"
)
"""Words of a plan, a deadline, a wish: a sentence that holds one does not tell what was."""
