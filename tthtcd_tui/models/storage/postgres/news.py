"""What others have changed, as the server tells it of its own accord (LISTEN), so that nobody has to ask again.

Whoever writes says so in the same transaction (`told_of`): it is heard when, and only if, that is committed.
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
"""Seconds after which it is asked all the same."""
_SERIALS: Final = count()


def told_of(report_id: int) -> str:
    """The statement that tells others of a change of one report; NO_REPORT: of anything."""
    return f"NOTIFY {_CHANNEL}, '{report_id:d}'"


class Listener:
    """What one connection has heard. It does not hold the connection: that ends with whoever has it."""

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
    """From now on `connection` hears what others change. None where it would not.

    Behind a pooler the process that answers is another one than the connection was told of when it was made, and what
    one process hears is told to whoever has it at that moment. A standby lets nobody listen.
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
    """Hear what has arrived while nobody asked anything."""
    while told := connection.pgconn.notifies():
        listener.hear(told.extra.decode(), told.be_pid)
