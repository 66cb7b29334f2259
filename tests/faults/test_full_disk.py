"""A full disk, at every step of what writes to it (promises G7, G10).

It is told in words, nothing is half there, and all goes on once there is room.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from peewee import OperationalError
from support.damage import assert_plain, filled
from support.matrix import LONG, long_but
from support.processes import SUPPORT, environment, run
from support.small_disk import Filling, filling_disk, on_small_disk
from support.soak import FIGURES
from support.stores import answers, change, dump, sql

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage.backup import backups, backups_folder, make_backup
from tthtcd_tui.models.storage.restore import restore
from tthtcd_tui.models.storage.sqlite import SqliteFile
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Content

FULL = "Ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt rồi lưu lại."
MUCH: dict[str, Content] = {
    "report/signer": "Bích Hà",
    "narrative/dia_phuong": ("ế" * 20_000, "á" * 10_000),
    "board/gd/name": "Lan",
}


def told(attempt: Callable[[], object]) -> str:
    """Why it was not done; nothing if it was."""
    try:
        attempt()
    except StoreProblem as problem:
        return problem.message
    return ""


@pytest.mark.parametrize("journal", long_but(["wal"], ["wal", "delete"]))
def test_a_save_is_whole_or_not_at_all(
    path: Path, journal: str, monkeypatch: pytest.MonkeyPatch, record_property: Any
) -> None:
    if journal == "delete":
        monkeypatch.setattr(SqliteFile, "server_version", (3, 40, 1))
    path.write_bytes(filled())
    before = dump(path)
    steps = 0
    with filling_disk() as disk:
        while True:
            store = Store(path)
            saves = partial(store.apply, 1, change(MUCH), store.revision(1), "lan")
            disk.left, disk.met = steps, 0
            message = told(saves)
            disk.left = -1
            assert message == (FULL if disk.met else "")
            if not disk.met:
                break
            assert dump(path) == before, steps
            store.close()
            steps += 1
        assert answers(store, 1)["report/signer"] == "Bích Hà"
        store.close()
    assert steps > 10
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    record_property(FIGURES, f"full disk, {journal}: a save failed at each of its {steps} writes, none half there")


def test_what_was_saved_outlives_an_end_on_a_full_disk(path: Path) -> None:
    """The last one who goes brings the log over; where there is no room for that, it stays beside."""
    path.write_bytes(filled())
    with filling_disk() as disk:
        store = Store(path)
        store.apply(1, change(MUCH), store.revision(1), "lan")
        disk.left = 0
        with suppress(OperationalError):  # which the engine itself keeps to itself, but not a file layer in Python
            store.close()
        assert disk.met
    store = Store(path)
    assert answers(store, 1)["report/signer"] == "Bích Hà"
    store.close()


def test_a_backup_is_whole_or_not_at_all(path: Path, record_property: Any) -> None:
    path.write_bytes(filled())
    folder = backups_folder(path)
    steps = 0
    with filling_disk() as disk:
        while True:
            disk.left, disk.met = steps, 0
            message = told(lambda: make_backup(path, folder))
            disk.left = -1
            assert bool(message) is bool(disk.met)
            if not disk.met:
                break
            assert_plain(message)
            assert [found.name for found in folder.iterdir()] == [".lock"]
            steps += 1
    assert steps > 10
    (made,) = backups(path, folder)
    assert dump(made.path) == dump(path)
    record_property(FIGURES, f"full disk: a backup failed at each of its {steps} writes, none taken for one")


@LONG
def test_restoring_is_whole_or_not_at_all(path: Path) -> None:
    """What it keeps of the old takes room too."""
    path.write_bytes(filled())
    backup = make_backup(path, backups_folder(path)).path
    store = Store(path)
    store.apply(1, change({"report/signer": "Bích Hà"}), store.revision(1), "lan")
    store.close()
    saved, before = dump(backup), dump(path)
    with filling_disk() as disk:
        for left in range(0, 60, 3):
            disk.left, disk.met = left, 0
            message = told(lambda: restore(path, backup))
            disk.left = -1
            if message:
                assert_plain(message)
                assert dump(path) == before
                continue
            # Without room for a backup of what is replaced, its file is kept as it is: that takes none.
            assert dump(path) == saved
            kept = max(
                (file for file in backup.parent.glob("*truoc-khi*.db")), key=lambda file: file.stat().st_ctime_ns
            )
            assert dump(kept) == before
            restore(path, kept)
            assert dump(path) == before


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A real disk of four megabytes; where none can be made, files that may not grow."""
    folder = tmp_path_factory.mktemp("o-dia")
    script = SUPPORT / "full_disk.py"
    done = on_small_disk(folder, script, kilobytes=4_096, environment=environment())
    if done is None:
        found: dict[str, Any] = run("full_disk", folder, "limit")
        return found
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("what", ["save", "import", "export", "backup", "restore", "delete"])
def test_on_a_real_disk_it_is_told_and_goes_on_later(clerk: dict[str, Any], what: str) -> None:
    message = clerk["full"][what]
    assert_plain(message)
    assert "ổ đĩa" in message.lower()
    assert clerk["cleared"][what] == "done"


def test_on_a_real_disk_nothing_is_left_behind(clerk: dict[str, Any]) -> None:
    assert clerk["same"]
    assert clerk["backups"] == 2
    left = [name for name in clerk["left"] if not name.startswith("sao-luu/tthtcd-")]
    assert [name for name in left if "/" not in name] == [
        "da-xoa", "khac", "sao-luu", "tthtcd.db", "tthtcd.db-shm", "tthtcd.db-wal", "tthtcd.db.open",
    ]  # fmt: skip
    assert [name for name in left if name.startswith(("da-xoa/", "khac/", "sao-luu/"))] == [
        "khac/tthtcd.db.lock", "khac/tthtcd.db.open", "sao-luu/.lock",
    ]  # fmt: skip


def test_the_disk_of_these_tests_fills_up_and_empties(path: Path) -> None:
    with filling_disk() as disk, closing(Store(path)) as store:
        assert disk is Filling
        disk.left = 0
        with pytest.raises(StoreProblem, match="đã đầy"):
            store.centres.add("a", "b")
        disk.left = -1
        store.centres.add("a", "b")
