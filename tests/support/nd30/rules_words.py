"""Capitals of the few words the decree's Phụ lục II settles for every report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support.nd30.failure import Failure
from support.nd30.flow import Line
from support.nd30.lettering import quoted

# In these names «nhân dân» is the second half of a common noun: Ủy ban nhân dân, tòa án nhân dân …
_BEFORE_COMMON = {"ban", "đồng", "án", "sát", "an", "đội", "ninh", "giáo", "sĩ", "sỹ", "tranh", "quốc", "phòng", "tự"}
_PEOPLE = re.compile(r"(?:(\w+)\s+)?(nhân dân|Nhân dân)\b")
_STATE = re.compile(r"Đảng(?:,| và) nhà nước\b")
# Within a sentence: not after a stop, a colon, a bracket or at the start of a line.
_COMMON = re.compile(r"(?<=[\w,;] )(Đảng viên|Đô thị)\b|\btrường (Mầm non|Tiểu học|Trung học)\b(?! [A-ZĐ])")


def word_failures(lines: list[Line]) -> Iterator[Failure]:
    """Everything spelt against Phụ lục II in `lines`; text in capitals says nothing about it."""
    for line in lines:
        if line.text == line.text.upper():
            continue
        for found in _PEOPLE.finditer(line.text):
            before = (found[1] or "").lower()
            if found[2] == "nhân dân" and before not in _BEFORE_COMMON:
                yield Failure("words", f"«nhân dân» in {quoted(line.text[max(found.start() - 20, 0) :])}")
        for found in (*_STATE.finditer(line.text), *_COMMON.finditer(line.text)):
            yield Failure("words", f"«{found[0]}» in {quoted(line.text[max(found.start() - 20, 0) :])}")
