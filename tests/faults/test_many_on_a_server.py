"""Many at once on one report of a server: nobody's work is lost, and every conflict is told (promise G5)."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from typing import Any

import pytest
from support.editor import LIST
from support.matrix import LONG
from support.postgres import PostgresServer
from support.processes import at_once, start
from support.replay import assert_audit_tells_all
from support.sample_database import new_on_server
from support.soak import FIGURES, IS_SOAK, rounds
from support.stores import answers, new_report

from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store


@pytest.mark.parametrize(
    ("people", "edits", "shared"),
    [
        pytest.param(3, 6, 3, id="three people, a field in common"),
        pytest.param(64, rounds(6, 200), 3, id="sixty-four people, a field in common", marks=LONG),
    ],
)
def test_no_edit_is_lost(
    postgres_server: PostgresServer, people: int, edits: int, shared: int, record_property: Any
) -> None:
    address = postgres_server.copy_of("new", new_on_server)
    with closing(Store(address)) as store:
        report = new_report(store)
    names = [f"nguoi-{n}" for n in range(people)]
    editors = [start("editor", address.connection, report, name, edits, shared) for name in names]
    retries = at_once(editors, seconds=5_400 if IS_SOAK else 900)  # sixty-four in each other's way, on two cores
    assert [each["own"] for each in retries] == [0] * people  # different fields never conflict
    with closing(Store(address)) as store:
        turns = [turn for turn in range(1, edits + 1) if turn % shared == 0]
        lines = answers(store, report).get(LIST, ())
        assert isinstance(lines, tuple)
        assert sorted(map(str, lines)) == sorted(f"{name} lần {turn}" for name in names for turn in turns)
        history = store.history.of(report)
        assert Counter(entry.user for entry in history) == dict.fromkeys(names, edits)
        assert len(history) == store.revision(report) == people * edits
        assert_audit_tells_all(store, report)
        assert list(flaws(store._database)) == []
    postgres_server.drop(address)
    conflicts = sum(each["shared"] for each in retries)
    record_property(
        FIGURES,
        f"G5: {people} people × {edits} edits on a server, {os.cpu_count()} cores: 0 lost, {conflicts} conflicts told",
    )
