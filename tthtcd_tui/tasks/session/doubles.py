"""Activities of a file that the log has already, or that the file says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.text.fold import fold_all

_Key = tuple[object, ...]
"""All but words that an activity says: day, kind, classes, participations."""
_key: Final = itemgetter(*map(Activity._fields.index, ("date", "category", "classes", "participations")))
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
    alike = [number for number, key in enumerate(keys) if key is not None and met[key] > 1]
    titles = fold_all([activity.title for number in alike if (activity := found[number]) is not None])
    said = list(zip(map(keys.__getitem__, alike), titles, strict=True))
    seen = set(zip((key for key, _ in there), fold_all([title for _, title in there]), strict=True))
    told = {number: _IN_LOG for number, each in zip(alike, said, strict=True) if each in seen} if seen else {}
    if len(set(said)) < len(said):
        met_in_file: set[tuple[_Key | None, str]] = set()
        for number, each in zip(alike, said, strict=True):
            if each in met_in_file:
                told.setdefault(number, _IN_FILE)
            met_in_file.add(each)
    return told
