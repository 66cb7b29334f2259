"""Incremental search in the log: each further letter continues where the search before it stopped."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.models.activities import stored_search
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity


class ActivityFinder:
    """Finds the newest activities of a year whose text has all words, up to a given number.

    With a letter more, matches are among those found before, or further on in the log. So a long log is read once for a
    word and not for each of its letters, and no further than what is shown.
    """

    def __init__(self, store: Store, report_id: int, most: int) -> None:
        self._store = store
        self._report_id = report_id
        self._most = most
        self._revision = -1
        self._words: tuple[str, ...] = ()
        self._found: list[Activity] = []

    def find(self, words: Sequence[str], revision: int) -> list[Activity]:
        """Search the log as of `revision` for `words`, folded, at least one."""
        if revision != self._revision or not self._narrows(words):
            self._found = self._behind(None, words, self._most)
        elif tuple(words) != self._words:
            kept = [activity for activity in self._found if _has(activity, words)]
            if len(self._found) == self._most:  # else there are no others
                kept += self._behind(self._found[-1], words, self._most - len(kept))
            self._found = kept
        self._revision, self._words = revision, tuple(words)
        return self._found

    def _narrows(self, words: Sequence[str]) -> bool:
        """Whether every text with `words` also has the words of the search before."""
        return bool(self._words) and all(any(old in new for new in words) for old in self._words)

    def _behind(self, last: Activity | None, words: Sequence[str], most: int) -> list[Activity]:
        return self._store.log.newest_having(self._report_id, words, most, last) if most else []


def _has(activity: Activity, words: Sequence[str]) -> bool:
    text = stored_search(activity.title, activity.place, activity.partner, activity.note)
    return all(word in text for word in words)
