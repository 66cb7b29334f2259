"""`kill -9` of backups and of restoring, at random moments (promise G8): the data are there, whole, every time.

What is listed as a backup is one; what was being made is cleared away.
"""

from __future__ import annotations

import os
import random
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from support.keeper import count
from support.processes import started
from support.soak import FIGURES, tries
from support.stores import sql

from tthtcd_tui.models.storage.backup import ASKED, KEPT, backups, backups_folder, verified
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.daily_backup import back_up_daily

KILLS = tries(4, 12, in_soak=200)
SEED = int(os.environ.get("TTHTCD_SEED", "1"))
MOST_DONE = 8
"""Lines one may say: several rounds of its work."""
LONGEST = 0.2
"""Seconds it may go on after that: about as long as a backup takes."""


def killed(path: Path, chance: random.Random) -> list[str]:
    """What one did that was killed at a moment of its work that nobody chose."""
    with started("keeper", path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "ready\n"
        said = [process.stdout.readline() for _ in range(chance.randrange(MOST_DONE))]
        time.sleep(chance.random() * LONGEST)
        process.kill()
        said += process.stdout
        assert process.stderr.read() == ""
    return said


@pytest.mark.parametrize("kills", KILLS)
def test_the_data_outlive_it(path: Path, kills: int, record_property: Any) -> None:
    chance = random.Random(SEED)
    folder = backups_folder(path)
    done: list[str] = []
    for _ in range(kills):
        done += killed(path, chance)
        assert sql(path, "PRAGMA integrity_check") == [("ok",)]
        with closing(Store(path)) as store:
            assert store.refusal is None
        # What was saved last, or what some backup held.
        saved = {int(line.split()[1]) for line in done if line[0] in "sr"} | {0}
        assert count(path) in saved | {max(saved) + 1}
        for backup in backups(path, folder):
            verified(backup.path)
    # The next day's prunes; those asked for, and restoring, leave that to it.
    assert back_up_daily(path, datetime.now(UTC) + timedelta(days=1)) == ""
    assert sum(each.reason != ASKED for each in backups(path, folder)) <= KEPT
    kinds = {kind: sum(line.startswith(kind) for line in done) for kind in ("saved", "backed up", "restored")}
    assert all(kinds.values())
    record_property(
        FIGURES,
        f"G8: {kills} kills amid {kinds['backed up']} backups and {kinds['restored']} restorings:"
        " the data whole each time, every backup sound",
    )
