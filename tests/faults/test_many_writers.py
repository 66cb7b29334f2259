"""Many at once on one report: nobody waits in vain, nobody's work is lost (promise G5)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support.editor import LIST
from support.matrix import LONG
from support.processes import at_once, start
from support.replay import assert_audit_tells_all
from support.soak import FIGURES
from support.stores import answers, sql

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity

REPORT = 1


@pytest.mark.parametrize(
    ("people", "edits", "shared"),
    [
        pytest.param(4, 30, 10, id="four people, a field in common"),
        pytest.param(20, 200, 10, id="twenty people, a field in common", marks=LONG),
        pytest.param(8, 200, 4, id="eight people, a field in common", marks=LONG),
        pytest.param(2, 150, 0, id="two people in different fields", marks=LONG),
    ],
)
def test_no_edit_is_lost(path: Path, people: int, edits: int, shared: int, record_property: Any) -> None:
    names = [f"nguoi-{n}" for n in range(people)]
    # A process that meets «database is locked», or any other error, does not end well.
    retries = at_once([start("editor", path, REPORT, name, edits, shared) for name in names], seconds=600)
    assert [each["own"] for each in retries] == [0] * people  # different fields never conflict

    store = Store(path)
    found = answers(store, REPORT)
    turns = [turn for turn in range(1, edits + 1) if shared and turn % shared == 0]
    last = edits - 1 if shared else edits
    lines = found.get(LIST, ())
    assert isinstance(lines, tuple)
    assert not isinstance(lines, Activity)
    assert sorted(lines) == sorted(f"{name} lần {turn}" for name in names for turn in turns)
    assert [found[f"own/{name}/label"] for name in names] == [f"lần {last}"] * people
    history = store.history.of(REPORT)
    assert Counter(entry.user for entry in history) == dict.fromkeys(names, edits)
    assert len(history) == store.revision(REPORT) == people * edits
    assert_audit_tells_all(store, REPORT)
    store.close()
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    conflicts = sum(each["shared"] for each in retries)
    record_property(
        FIGURES,
        f"G5: {people} people × {edits} edits: 0 of {people * edits} lost, {conflicts} conflicts told, 0 locked out,"
        f" the longest save {max(each['longest'] for each in retries):.2f} s",
    )
