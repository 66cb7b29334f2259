"""Four starts at once while an upgrade is pending: all succeed, one does it, after one backup (promise G11)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.matrix import LONG
from support.processes import at_once, start
from support.soak import FIGURES, rounds
from support.stores import dump, sql

from tthtcd_tui.models.storage.backup import backups, backups_folder
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION

LATER = SCHEMA_VERSION + 2
STARTS = 4


@LONG  # tests/models/storage/test_migrations.py tries it once
def test_all_start_and_one_upgrades(path: Path, record_property: Any) -> None:
    times = rounds(2, in_soak=50)
    content = path.read_bytes()
    for turn in range(times):
        place = path.with_name(f"lan-{turn}") / "tthtcd.db"
        place.parent.mkdir()
        place.write_bytes(content)
        before = dump(place)
        found = at_once([start("opener", place, LATER) for _ in range(STARTS)])
        assert [each["found"] for each in found] == [LATER] * STARTS
        steps = sql(place, "SELECT number, pid FROM steps ORDER BY rowid")
        assert [number for number, _ in steps] == [LATER - 1, LATER]
        assert len({pid for _, pid in steps}) == 1
        (backup,) = backups(place, backups_folder(place))
        assert dump(backup.path) == before
        after = dump(place)
        assert {table: after[table] for table in before} == before
    record_property(FIGURES, f"G11: {times} × {STARTS} starts with an upgrade pending: all {times * STARTS} succeeded")
