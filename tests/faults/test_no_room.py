"""G17: no byte, or no file, is left on the disk, and nobody else is in: all can be read and exported, and the disk is
named as full.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.processes import SUPPORT, environment
from support.small_disk import on_small_disk

pytestmark = pytest.mark.long


@pytest.mark.parametrize("killed", [False, True], ids=["closed well", "killed before"])
@pytest.mark.parametrize("what", ["bytes", "inodes"])
def test_everything_is_read_and_exported_and_the_disk_is_named(tmp_path: Path, what: str, killed: bool) -> None:
    folder = tmp_path / "dia"
    folder.mkdir()
    own = {"XDG_STATE_HOME": str(tmp_path / "state")}
    words = (what, *(["killed"] if killed else []))
    done = on_small_disk(
        folder, SUPPORT / "no_room.py", *words, kilobytes=6_000, environment=environment() | own, inodes=60
    )
    if done is None:
        pytest.skip("no disk of a size of one's own can be made here")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {name: each["code"] for name, each in found.items() if name not in ("set", "doctor")} == dict.fromkeys(
        ("years", "summary", "show", "export", "json", "version", "history"), 0
    ), found
    assert "2020-2021" in found["years"]["begins"]
    assert ("BC-TTHTCD" in found["show"]["begins"]) is killed, "what stands in the log is read too"
    assert found["export"]["begins"].startswith("PK")
    assert found["export"]["size"] > 10_000
    assert "ổ đĩa máy chủ đã đầy" in found["years"]["said"]
    assert found["set"]["code"] == 3
    assert "ổ đĩa máy chủ đã đầy" in found["set"]["said"].lower()
    assert "báo lỗi đọc ghi" not in json.dumps(found, ensure_ascii=False)
    assert "Hỏng · Chỗ trống" in found["doctor"]["begins"] or found["doctor"]["code"] in (0, 1)
