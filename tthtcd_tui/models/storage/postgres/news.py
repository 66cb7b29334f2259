"""Notifications of what others have changed (LISTEN/NOTIFY), in place of polling.

A writer notifies in its own transaction (`told_of`): it is heard when, and only if, that commits.
"""

from __future__ import annotations

from collections import Counter
from itertools import count
from time import monotonic
from typing import Any, Final

from tthtcd_tui.models.storage.engine import NO_REPORT
from tthtcd_tui.models.storage.postgres.driver import psycopg

_CHANNEL: Final = "tthtcd"
_TRUSTED_FOR: Final = 30.0
"""Seconds: as often the revision is polled all the same, should a notification have got lost."""
_SERIALS: Final = count()


def told_of(report_id: int) -> str:
    """The NOTIFY statement for a change of one report; NO_REPORT: of anything."""
    return f"NOTIFY {_CHANNEL}, '{report_id:d}'"


class Listener:
    """What one connection has been notified of. It keeps no reference to the connection."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._heard: Counter[int] = Counter()
        self._serial = next(_SERIALS)

    def hear(self, payload: str, pid: int) -> None:
        if pid != self._pid:  # what this connection did itself is no news
            self._heard[int(payload)] += 1

    def news(self, report_id: int) -> object:
        changes = self._heard[report_id] + (self._heard[NO_REPORT] if report_id != NO_REPORT else 0)
        return self._serial, changes, monotonic() // _TRUSTED_FOR


def listen(connection: Any) -> Listener | None:
    """Have `connection` receive notifications; None where it would not get them.

    Behind a pooler the server process changes from query to query, and its notifications go to whoever holds it at
    that moment: recognised by a process number other than the one given at connecting. A standby refuses LISTEN.
    """
    try:
        ((pid,),) = connection.execute("SELECT pg_backend_pid()").fetchall()
        if pid != connection.pgconn.backend_pid:
            return None
        listener = Listener(pid)
        connection.add_notify_handler(lambda told: listener.hear(told.payload, told.pid))
        connection.execute(f"LISTEN {_CHANNEL}")
    except psycopg.Error:
        if connection.closed:
            raise
        return None
    return listener


def take_in(connection: Any, listener: Listener) -> None:
    """Take in the notifications that have arrived since the last query."""
    while told := connection.pgconn.notifies():
        listener.hear(told.extra.decode(), told.be_pid)
