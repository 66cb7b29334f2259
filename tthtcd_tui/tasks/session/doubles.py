"""Duplicate activities: in the log already, or twice in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.text.fold import fold_all

_Key = tuple[object, ...]
"""Everything of an activity but its texts: day, category, classes, participations."""
_key: Final = itemgetter(*map(Activity._fields.index, ("date", "category", "classes", "participations")))
_IN_LOG: Final = "đã có trong nhật ký"
_IN_FILE: Final = "trùng với một dòng khác của tệp"


def doubles(log: Sequence[Activity], found: Sequence[Activity | None]) -> dict[int, str]:
    """By index in `found`: duplicates, each with the reason in words. Titles are compared folded.

    They are folded only where all else is the same.
    """
    rows = _looked_at([activity.title for activity in log], found)
    keys = {number: _key(activity) for number in rows if (activity := found[number]) is not None}
    wanted = set(keys.values())
    there = [(key, activity.title) for activity in log if (key := _key(activity)) in wanted] if wanted else []
    met = Counter(keys.values()) + Counter(key for key, _ in there)
    alike = [number for number, key in keys.items() if met[key] > 1]
    titles = fold_all([activity.title for number in alike if (activity := found[number]) is not None])
    said = list(zip(map(keys.__getitem__, alike), titles, strict=True))
    seen = set(zip((key for key, _ in there), fold_all([title for _, title in there]), strict=True))
    told = {number: _IN_LOG for number, each in zip(alike, said, strict=True) if each in seen} if seen else {}
    if len(set(said)) < len(said):
        met_in_file: set[tuple[_Key, str]] = set()
        for number, each in zip(alike, said, strict=True):
            if each in met_in_file:
                told.setdefault(number, _IN_FILE)
            met_in_file.add(each)
    return told


def _looked_at(log: Sequence[str], found: Sequence[Activity | None]) -> Sequence[int]:
    """The indexes in `found` that may be duplicates; a cheap filter where every title ends in a number.

    Folding leaves such a number as it is.
    """
    ends = [each.title[each.title.rfind(" ") + 1 :] if each is not None else "0" for each in found]
    ends += [title[title.rfind(" ") + 1 :] for title in log]
    joined = "".join(ends)
    if not (joined.isdecimal() and joined.isascii() and all(ends)):
        return range(len(found))
    met = Counter(ends)
    return [number for number, end in enumerate(ends[: len(found)]) if met[end] > 1]
