"""Counts what the engine does: steps of its virtual machine, the same on any machine and under any load."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apsw

from tthtcd_tui.models.store import Store


def steps_of(store: Store, do: Callable[[], object]) -> int:
    """The steps that the queries of `do` take; what only the first time loads is loaded before."""
    do()
    connection: apsw.Connection = store._database.connection()
    steps = 0

    def add(event: dict[str, Any]) -> None:
        nonlocal steps
        steps += event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"]

    connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, add)
    try:
        do()
    finally:
        connection.trace_v2(0)
    return steps
