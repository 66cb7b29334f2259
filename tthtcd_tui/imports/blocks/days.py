"""Cells that were meant to be a day, however they are written."""

from __future__ import annotations

import re
from typing import Final

_CORE: Final = (
    r"(?:[0-9]{1,2} ?[-/.] ?[0-9]{1,2}(?: ?[-/.] ?[0-9]{2,4})?|[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}"
    r"|[0-9]{1,2} ?tháng ?[0-9]{1,2}(?:,? ?năm ?[0-9]{2,4})?)"
)
_HOUR: Final = r"(?:[0-9]{1,2} ?(?:h|:|giờ) ?[0-9]{0,2}(?::[0-9]{2})?)"
WEEKDAY: Final = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)(?:,? ?ngày| ?,| ?[-–]| ) ?", re.IGNORECASE
)
"""Said before a day, and told by it."""
WEEKDAY_NAMES: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS: Final = {
    **{name.lower().removeprefix("thứ "): n for n, name in enumerate(WEEKDAY_NAMES)},
    **{str(n + 2): n for n in range(6)},
    "cn": 6,
}
_DAY: Final = re.compile(
    rf"(?:{WEEKDAY.pattern})?(?:{_HOUR},? ?)?"
    rf"(?:từ |ngày )*(?:[0-9]{{1,2}} ?[-–,&] ?)?{_CORE}(?: ?(?:-|–|đến|,|và) ?(?:ngày )?{_CORE})?"
    rf"(?:[ T]{_HOUR})?[.,;]?",
    re.IGNORECASE,
)
"""What was meant to be a day, or several, whether or not it can be read as one."""


def without_hour(cell: str) -> str:
    """«7h30, ngày 5/10/2018», «5/10/2018 7:30» → the day alone."""
    return re.sub(rf"^{_HOUR},? ?(?:ngày )?|,?[ T]{_HOUR}$", "", cell, flags=re.IGNORECASE).strip()


def weekday_of(cell: str) -> int | None:
    """The weekday said before a day, Monday is 0; None where none is."""
    found = WEEKDAY.match(cell)
    said = found[0].strip(" ,-–").lower().removesuffix("ngày").strip(" ,") if found else ""
    return _WEEKDAYS.get(said.removeprefix("thứ").removeprefix("t").strip())


def is_day(cell: str) -> bool:
    """Whether a cell was meant to be a day, or several, whether or not it can be read as one."""
    return _DAY.fullmatch(cell) is not None
