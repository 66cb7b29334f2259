"""Numbers as people word them: 34.859 · 43 nghìn · hơn bốn vạn · gần 58,5 triệu · hai mươi tư.

Each is an Amount: the number, and the interval in which the words allow the true value to lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple

# Compiled when first needed, and kept by re.
_DIGITS: Final = r"(?<![\w.,/+-])(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,3})?(?!(?!(?:đ|vnđ)(?!\w))[\w/]|[.,]\d)"
_SCALE: Final = r"(?:\s+(?P<scale>trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))?"
_ONES: Final = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_TENS: Final = {"mươi": 10, "chục": 10, "trăm": 100}
_SCALES: Final = {
    "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000,
}  # fmt: skip
_NUMBER_WORD: Final = "|".join((*_ONES, *_TENS, *_SCALES, "linh", "lẻ", "rưỡi"))
_WORDS: Final = rf"(?<!\w)(?<!phần )(?:{_NUMBER_WORD})(?:\s+(?:{_NUMBER_WORD}))*(?!\w)"
_OF_ALL: Final = r"(?<![\w.,/+-])\d{1,4}/(?P<all>\d{1,4})(?![\w/]|[.,]\d)"
_AMOUNT: Final = rf"(?i)(?P<digits>{_DIGITS}){_SCALE}|(?P<words>{_WORDS})|{_OF_ALL}"

_OVER: Final = ("hơn", "trên", "quá", "vượt")
_NEARLY: Final = ("gần", "ngót", "dưới", "non", "suýt", "chưa đầy", "chưa đến", "chưa tới")
_ABOUT: Final = ("khoảng", "xấp xỉ", "ước", "ước đạt", "ước tính", "chừng", "khoảng gần", "khoảng trên")
_QUALIFIER: Final = rf"(?i)(?<!\w)({'|'.join(sorted((*_OVER, *_NEARLY, *_ABOUT), key=len, reverse=True))})\s+$"
_TENTH: Final = Decimal("0.1")


class Amount(NamedTuple):
    words: str
    """As it is written, its qualifier included."""
    number: Decimal
    least: Decimal
    most: Decimal
    start: int
    """Where it begins, its qualifier included."""
    end: int
    in_words: bool = False
    of_all: bool = False
    """«5/8 thôn»: the number is that of all there are."""

    @property
    def is_exact(self) -> bool:
        return self.least == self.most


@lru_cache(maxsize=4096)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every number written in `text`, in order."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Amount]:
    for match in re.finditer(_AMOUNT, text):
        if match["all"]:
            number = Decimal(match["all"])
            yield Amount(match[0], number, number, number, match.start(), match.end(), of_all=True)
        elif match["digits"]:
            if match["digits"][0] == "0" and len(match["digits"]) > 2:
                continue  # of a telephone, an account
            scale = match["scale"]
            factor = 100 if scale and scale.casefold() == "trăm" else _SCALES.get(scale.casefold(), 1) if scale else 1
            number = Decimal(match["digits"].replace(".", "").replace(",", ".")) * factor
            step = _step(match["digits"]) * factor
            yield _qualified(text, match, number, step, factor > 1)
        elif (spoken := spoken_number(match["words"])) is not None:
            step = _trailing(spoken)
            rounded = any(scale in match["words"].casefold().split() for scale in _SCALES)
            yield _qualified(text, match, Decimal(spoken), step, rounded)._replace(in_words=True)


def _qualified(text: str, match: re.Match[str], number: Decimal, step: Decimal, rounded: bool) -> Amount:
    head = re.search(_QUALIFIER, text[max(0, match.start() - 16) : match.start()])
    start = match.start() - len(head[0]) if head else match.start()
    word = " ".join(head[1].casefold().split()) if head else ""
    slack = max(step, number * _TENTH)
    if word in _OVER:
        least, most = number, number + slack
    elif word in _NEARLY:
        least, most = number - slack, number
    elif word:
        least, most = number - slack, number + slack
    elif rounded:
        least, most = number - step / 2, number + step
    else:
        least = most = number
    return Amount(text[start : match.end()], number, least, most, start, match.end())


def _step(digits: str) -> Decimal:
    """The value of the last significant digit: 10.000 of 40.000, 100 of 31.200, 0,1 of 4,3."""
    _, comma, part = digits.partition(",")
    return Decimal(1).scaleb(-len(part)) if comma else _trailing(int(digits.replace(".", "")))


def _trailing(number: int) -> Decimal:
    if not number:
        return Decimal(1)
    text = str(number)
    return Decimal(10) ** (len(text) - len(text.rstrip("0")))


def spoken_number(words: str) -> int | None:
    """«hai mươi tư» → 24, «bốn vạn» → 40000, «một nghìn hai trăm» → 1200; None for what is no number."""
    total = group = ones = 0
    seen = False
    last_scale = 0
    for word in words.casefold().split():
        if word in _ONES:
            if ones and _ONES[word] != 10 and ones != 10:
                return None
            ones = ones + _ONES[word] if ones == 10 else _ONES[word]
            seen = True
        elif word in ("mươi", "chục"):
            group, ones = group + (ones or 1) * 10, 0
            seen = True
        elif word == "trăm":
            group, ones = group + (ones or 1) * 100, 0
            seen = True
        elif word in _SCALES:
            if not (group or ones):
                return None
            last_scale = _SCALES[word]
            total, group, ones = total + (group + ones) * last_scale, 0, 0
        elif word == "rưỡi":
            total += last_scale // 2
    return total + group + ones if seen or total else None
