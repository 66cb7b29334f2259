"""Run by a process of its own: somebody who saves without a pause, whatever happens to the server.

`python failover_editor.py ADDRESS REPORT WHO`: says «ready», waits for a line, and saves until the next one comes: each
time the next number in a field of their own, every fifth time a line of a list they all write in. Who is told that it
could not be done tries the same again. Prints as JSON the last number that was acknowledged, the lines that were, what
they were told how often, and how many seconds the longest way to an acknowledgement took.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import Counter

from support.stores import change

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage.address import Location, parse_location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Applied

LIST = "report/recipients"
_SHARED = 5
_PAUSE = 0.1
"""Seconds before somebody who was told tries again."""


class Editor:
    def __init__(self, address: Location, report_id: int, who: str) -> None:
        self.told: Counter[str] = Counter()
        self.longest = 0.0
        self._store = Store(address)
        self._report_id, self._who = report_id, who
        self._seen = self._store.revision(report_id)

    def save_number(self, number: int) -> None:
        """On what was seen last; a number that was saved though nobody heard of it is saved already."""
        began = time.monotonic()
        answers = {f"own/{self._who}/label": f"lần {number}"}
        while True:
            try:
                outcome = self._store.apply(self._report_id, change(answers), self._seen, self._who)
            except StoreProblem as problem:
                self._hear(problem)
                continue
            assert isinstance(outcome, Applied), outcome  # nobody else writes there
            self._seen = outcome.revision
            self.longest = max(self.longest, time.monotonic() - began)
            return

    def add_line(self, line: str) -> None:
        while True:
            try:
                snapshot = self._store.snapshot(self._report_id)
                lines = snapshot.facts.lines_at(*LIST.split("/"))
                if line in lines:
                    return
                wanted = change({LIST: (*lines, line)})
                if isinstance(self._store.apply(self._report_id, wanted, snapshot.revision, self._who), Applied):
                    return
            except StoreProblem as problem:
                self._hear(problem)

    def _hear(self, problem: StoreProblem) -> None:
        self.told[problem.message] += 1
        time.sleep(_PAUSE)


def main(address: Location, report_id: int, who: str) -> None:
    editor = Editor(address, report_id, who)
    print("ready", flush=True)
    sys.stdin.readline()
    ended = threading.Event()

    def wait_for_the_end() -> None:
        sys.stdin.readline()
        ended.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    number, lines = 0, []
    while not ended.is_set():
        number += 1
        editor.save_number(number)
        if not number % _SHARED:
            lines.append(f"{who} lần {number}")
            editor.add_line(lines[-1])
    print(json.dumps({"number": number, "lines": lines, "told": editor.told, "longest": editor.longest}))


if __name__ == "__main__":
    main(parse_location(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
