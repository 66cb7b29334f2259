"""`kill -9` of writers at random moments: what was acknowledged is there, what is there is whole (promise G1).

TTHTCD_SEED asks for other moments.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support.processes import finish, start
from support.replay import assert_audit_tells_all
from support.soak import FIGURES, tries
from support.stores import activities, answers, save, sql
from support.writer import PLACES, torn_if_half_there, turn_of

from tthtcd_tui.models.store import Store

KILLS = tries(12, 100, in_soak=1_000)
SEED = int(os.environ.get("TTHTCD_SEED", "1"))
REPORT = 1


@pytest.mark.parametrize("kills", KILLS)
def test_no_acknowledged_change_is_lost_and_none_is_half_there(path: Path, kills: int, record_property: Any) -> None:
    said = finish(start("writer", path, REPORT, kills, SEED), seconds=120 + kills)
    rounds: list[list[str]] = said["rounds"]
    acknowledged = [op for each in [*rounds, said["colleague"]] for op in each]
    assert not [op for op in acknowledged if op.startswith("FAILED")]
    assert len(rounds) == kills
    assert len([op for each in rounds for op in each]) >= kills / 2  # they did write
    assert said["colleague"]

    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    store = Store(path)
    revision = store.revision(REPORT)
    written = Counter(entry.op_id for entry in store.history.of(REPORT))
    # Every acknowledged one is there — and besides at most the one each writer was about to acknowledge.
    assert set(acknowledged) <= set(written)
    assert len(written) - len(acknowledged) <= kills + 1
    assert {count for op, count in written.items() if op.startswith("lan")} == {PLACES}
    assert {count for op, count in written.items() if op.startswith("minh")} == {1}
    assert len(written) == revision
    assert_audit_tells_all(store, REPORT)

    # The last one whole, in every table; and the report can be written to as ever.
    (latest,) = sql(path, "SELECT op_id FROM audit_change WHERE user = 'lan' ORDER BY revision DESC LIMIT 1")[0]
    expected = torn_if_half_there(turn_of(str(latest)))
    assert {place: answers(store, REPORT)[place] for place in expected if not place.startswith("activity")} == {
        place: answer for place, answer in expected.items() if not place.startswith("activity")
    }
    assert activities(store, REPORT)["chung"] == expected["activity/chung"]
    assert save(store, REPORT, {"report/signer": "Vũ Thanh Hải"}) == revision + 1
    store.close()
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert sql(path, "PRAGMA foreign_key_check") == []
    record_property(
        FIGURES,
        f"G1: {kills} kills of a writer: {len(acknowledged)} acknowledged changes, 0 lost, 0 half there,"
        f" {len(written) - len(acknowledged)} saved and not yet acknowledged",
    )
