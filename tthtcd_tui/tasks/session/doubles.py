"""Activities of a file that the log has already, or that the file says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.text.fold import fold_all

_Key = tuple[object, ...]
"""All but words that an activity says: day, kind, classes, participations."""
_IN_LOG: Final = "đã có trong nhật ký"
_IN_FILE: Final = "trùng với một dòng khác của tệp"


def doubles(log: Iterable[Activity], found: Sequence[Activity | None]) -> dict[int, str]:
    """By number, those of `found` that are there already, and why. Titles are held against each other as `fold` does.

    They are folded only where all else is the same.
    """
    keys = [activity and _key(activity) for activity in found]
    wanted = set(keys)
    there = [(key, activity.title) for activity in log if (key := _key(activity)) in wanted]
    met = Counter(keys) + Counter(key for key, _ in there)
    alike = [
        (number, key, activity.title)
        for number, (key, activity) in enumerate(zip(keys, found, strict=True))
        if activity is not None and met[key] > 1
    ]
    in_log = set(zip((key for key, _ in there), fold_all([title for _, title in there]), strict=True))
    seen: set[tuple[_Key | None, str]] = set()
    told: dict[int, str] = {}
    for (number, said, _), title in zip(alike, fold_all([title for *_, title in alike]), strict=True):
        if (said, title) in in_log:
            told[number] = _IN_LOG
        elif (said, title) in seen:
            told[number] = _IN_FILE
        seen.add((said, title))
    return told


def _key(activity: Activity) -> _Key:
    return activity[1:2] + activity[3:6]
