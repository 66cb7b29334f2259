"""`kill -9` of backups and of restoring, at random moments (promise G8): the data are there, whole, every time.

What is listed as a backup is one; what was being made is cleared away.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Any

from support.keeper import count
from support.processes import start
from support.soak import FIGURES, rounds
from support.stores import sql

from tthtcd_tui.models.backups import backups, backups_folder, verified
from tthtcd_tui.models.store import Store

KILLS = rounds(12, in_soak=200)
SEED = int(os.environ.get("TTHTCD_SEED", "1"))
LONGEST = 1.5
"""Seconds one may live: long enough for several rounds of its work."""


def test_the_data_outlive_it(path: Path, record_property: Any) -> None:
    chance = random.Random(SEED)
    folder = backups_folder(path)
    done: list[str] = []
    for _ in range(KILLS):
        process = start("keeper", path)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.random() * LONGEST)
        process.kill()
        said, complained = process.communicate()
        assert complained == ""
        done += said.splitlines()
        assert sql(path, "PRAGMA integrity_check") == [("ok",)]
        assert Store(path).refusal == ""
        # What was saved last, or what some backup held.
        saved = {int(line.split()[1]) for line in done if line[0] in "sr"} | {0}
        assert count(path) in saved | {max(saved) + 1}
        for backup in backups(path, folder):
            verified(backup.path)
    assert len(backups(path, folder)) <= 31
    kinds = {kind: sum(line.startswith(kind) for line in done) for kind in ("saved", "backed up", "restored")}
    assert all(kinds.values())
    record_property(
        FIGURES,
        f"G8: {KILLS} kills amid {kinds['backed up']} backups and {kinds['restored']} restorings:"
        " the data whole each time, every backup sound",
    )
