"""Run by a process of its own: somebody who edits one report together with others.

`python editor.py PATH REPORT WHO EDITS SHARED`: says «ready», waits for a line, makes EDITS edits, every SHARED-th of
them one more line in a list they all write in (0: never), the others in a field of their own. Prints as JSON how often
they had to read again and retry, and how many seconds the longest save took.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from support.stores import change

from tthtcd_tui.errors import Busy
from tthtcd_tui.models.storage.address import Location, parse_location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Conflicted, Outcome
from tthtcd_tui.report.change import Change, Content

LIST = "report/recipients"


def main(path: Location, report_id: int, who: str, edits: int, shared: int) -> None:
    store = Store(path)
    print("ready", flush=True)
    sys.stdin.readline()
    seen = store.revision(report_id)
    retries = {"shared": 0, "own": 0}
    longest = 0.0
    for turn in range(1, edits + 1):
        began = time.monotonic()
        if shared and turn % shared == 0:
            retries["shared"] += add_line(store, report_id, f"{who} lần {turn}", who)
            longest = max(longest, time.monotonic() - began)
            continue
        own: dict[str, Content] = {f"own/{who}/label": f"lần {turn}"}
        outcome = applied(store, report_id, change(own), seen, who)
        while isinstance(outcome, Conflicted):
            retries["own"] += 1
            outcome = applied(store, report_id, change(own), store.revision(report_id), who)
        seen = outcome.revision  # what the others do meanwhile it never looks at
        longest = max(longest, time.monotonic() - began)
    store.close()
    print(json.dumps({**retries, "longest": longest}))


def applied(store: Store, report_id: int, wanted: Change, seen: int, who: str) -> Outcome:
    """As `Store.apply`; one who waited in vain for the others tries again, as a person would: in a file nobody does."""
    while True:
        try:
            return store.apply(report_id, wanted, seen, who)
        except Busy:
            if isinstance(store.place, Path):
                raise


def add_line(store: Store, report_id: int, line: str, who: str) -> int:
    """Reads the list and writes it with one line more; on a conflict reads again. How often that was."""
    retries = 0
    while True:
        snapshot = store.snapshot(report_id)
        lines = snapshot.facts.lines_at(*LIST.split("/"))
        outcome = applied(store, report_id, change({LIST: (*lines, line)}), snapshot.revision, who)
        if not isinstance(outcome, Conflicted):
            return retries
        retries += 1


if __name__ == "__main__":
    main(parse_location(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
