"""More classes than people came to them: each number can be, both together hardly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

MORE_CLASSES: Final = "số lớp lớn hơn số lượt người, có thể hai cột đổi chỗ"
_WHOLE: Final = re.compile(r"[0-9]{1,3}(?:\.?[0-9]{3})*|[0-9]+")


def is_upside_down(classes: str, people: str) -> bool:
    """Whether both are whole numbers as they are typed, and there are more classes than people."""
    if not (_WHOLE.fullmatch(classes) and _WHOLE.fullmatch(people)):
        return False
    return int(classes.replace(".", "")) > int(people.replace(".", ""))


def upside_down(told: Mapping[str, str]) -> frozenset[str]:
    """Of the values told of results, by place, those of a row that has more classes than people came to them."""
    found: set[str] = set()
    for place, classes in told.items():
        row, _, key = place.rpartition("/")
        people = f"{row}/participations"
        if key == "classes" and people in told and is_upside_down(classes, told[people]):
            found |= {place, people}
    return frozenset(found)
