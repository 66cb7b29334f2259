"""A backup put back (promise G8): all of it or nothing, never under somebody's hands, and what it replaces is kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from support.damage import assert_plain, filled
from support.stores import answers, dump, new_report, save, sql

from tthtcd_tui.errors import FileProblem, InUse, StoreProblem
from tthtcd_tui.files.lock import exclusive
from tthtcd_tui.models.storage import opening
from tthtcd_tui.models.storage import restore as restoring
from tthtcd_tui.models.storage.backup import Backup, backups, backups_folder, make_backup, manifest_of
from tthtcd_tui.models.storage.restore import restore
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, making_lock
from tthtcd_tui.models.store import Store

pytestmark = pytest.mark.file_only("a file is put in the place of another")


@pytest.fixture
def backup(path: Path) -> Backup:
    """A backup of a year signed by Lan; since then Minh has signed it. Nobody has it open."""
    store = Store(path)
    report = new_report(store)
    save(store, report, {"report/signer": "Lan"})
    made = make_backup(path, backups_folder(path))
    save(store, report, {"report/signer": "Minh"}, user="minh")
    store.close()
    return made


@pytest.fixture(autouse=True)
def _sound(path: Path) -> Iterator[None]:
    yield
    if path.exists():
        assert sql(path, "PRAGMA integrity_check") == [("ok",)]
        assert not path.with_name(".tthtcd.db.restored").exists()


def signer(path: Path) -> object:
    store = Store(path)
    try:
        return answers(store, 1).get("report/signer")
    finally:
        store.close()


def test_the_data_are_those_of_the_backup_and_the_others_are_kept(path: Path, backup: Backup) -> None:
    before, saved = dump(path), dump(backup.path)
    done = restore(path, backup.path)
    assert dump(path) == saved
    assert signer(path) == "Lan"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (done.is_sound, done.is_described, done.rows) == (True, True, sum(backup.rows.values()))
    assert done.kept is not None
    assert done.kept.name.endswith("-truoc-khi-khoi-phuc.db")
    assert dump(done.kept) == before
    # And that is a backup too: the way back.
    restore(path, done.kept)
    assert dump(path) == before
    assert len(backups(path, backups_folder(path))) == 3


def test_it_goes_on_as_ever(path: Path, backup: Backup) -> None:
    restore(path, backup.path)
    store = Store(path)
    assert save(store, 1, {"report/signer": "Hải"}) == 2
    assert [entry.user for entry in store.history.of(1)] == ["lan", "lan"]
    store.close()


@pytest.mark.parametrize("saved", [False, True])
def test_while_somebody_has_it_open_nothing_is_changed(path: Path, backup: Backup, saved: bool) -> None:
    store = Store(path)
    store.years.all()
    if saved:
        save(store, 1, {"report/signer": "Hải"})
    before = dump(path)
    with pytest.raises(InUse) as raised:
        restore(path, backup.path)
    assert_plain(raised.value.message)
    assert dump(path) == before
    assert save(store, 1, {"report/signer": "Hà"}) > 2  # who has it open notices nothing
    store.close()
    restore(path, backup.path)
    assert signer(path) == "Lan"


def test_who_only_looks_counts_too(path: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no log, the engine knows of nobody who is not reading this very moment."""
    sql(path, "PRAGMA journal_mode = delete")
    with monkeypatch.context() as patched:
        patched.setattr(opening, "_may_write", lambda _: False)
        store = Store(path)
    assert store.years.all()
    before = dump(path)
    with pytest.raises(InUse):
        restore(path, backup.path)
    assert dump(path) == before
    store.close()
    restore(path, backup.path)


def test_another_program_that_has_it_open_is_noticed_too(
    path: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It knows no lock of ours, but the engine knows it."""
    monkeypatch.setattr("tthtcd_tui.models.storage.sqlite._BUSY_SECONDS", 0.05)
    with closing(apsw.Connection(str(path))) as other:
        other.execute("SELECT * FROM report").fetchall()
        before = dump(path)
        with pytest.raises(InUse):
            restore(path, backup.path)
        assert dump(path) == before
    restore(path, backup.path)


def test_who_opens_it_meanwhile_waits_and_sees_the_restored_one(
    path: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tthtcd_tui.models.storage.sqlite._BUSY_SECONDS", 0.05)
    real = restoring._keep
    told: list[str] = []

    def meanwhile(database: Path) -> object:
        with pytest.raises(StoreProblem) as raised:
            Store(path).years.all()
        told.append(raised.value.message)
        return real(database)

    monkeypatch.setattr(restoring, "_keep", meanwhile)
    restore(path, backup.path)
    assert told == ["Dữ liệu đang được khôi phục. Hãy đợi ít phút rồi mở lại."]
    assert signer(path) == "Lan"


def test_where_there_is_nothing_it_is_simply_put_there(path: Path, backup: Backup, tmp_path: Path) -> None:
    done = restore(tmp_path / "may-moi" / "du-lieu" / "tthtcd.db", backup.path)
    assert done.kept is None
    assert signer(tmp_path / "may-moi" / "du-lieu" / "tthtcd.db") == "Lan"


def test_a_damaged_one_is_kept_as_it_is_and_replaced(path: Path, backup: Backup) -> None:
    content = bytearray(path.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    path.write_bytes(content)
    path.with_name("tthtcd.db-wal").write_bytes(b"what was in the log")
    done = restore(path, backup.path)
    assert signer(path) == "Lan"
    assert not done.is_sound
    assert done.kept is not None
    assert done.kept.read_bytes() == content
    assert done.kept.with_name(f"{done.kept.name}-wal").read_bytes() == b"what was in the log"


def test_a_stale_log_is_not_played_into_the_restored_one(path: Path, backup: Backup) -> None:
    """The log a killed session left belongs to what is replaced, and is kept with it."""
    store = Store(path)
    save(store, 1, {"report/signer": "Hải"})
    copy = path.with_name("sau.db")
    for end in ("", "-wal"):
        copy.with_name(f"sau.db{end}").write_bytes(path.with_name(f"tthtcd.db{end}").read_bytes())
    store.close()
    done = restore(copy, backup.path)
    assert signer(copy) == "Lan"
    assert done.kept is not None
    assert sql(done.kept, "SELECT signer FROM report") == [("Hải",)]


@pytest.mark.parametrize("what_is_left", ["a file that is none any more", "the log alone"])
def test_nor_is_the_log_of_one_that_is_lost(path: Path, backup: Backup, what_is_left: str) -> None:
    """It is sound, and the engine would take it for that of whatever file stands there then."""
    store = Store(path)
    save(store, 1, {"report/signer": "Hải"})
    copy = path.with_name("sau.db")
    for end in ("", "-wal"):
        copy.with_name(f"sau.db{end}").write_bytes(path.with_name(f"tthtcd.db{end}").read_bytes())
    store.close()
    log = copy.with_name("sau.db-wal").read_bytes()
    if what_is_left == "the log alone":
        copy.unlink()
    else:
        copy.write_bytes(b"x" * 100 + copy.read_bytes()[100:])
    done = restore(copy, backup.path)
    assert not copy.with_name("sau.db-wal").exists()
    assert signer(copy) == "Lan"
    if done.kept:
        assert done.kept.with_name(f"{done.kept.name}-wal").read_bytes() == log


def test_it_is_put_in_the_place_of_the_other_and_not_written_over_it(path: Path, backup: Backup) -> None:
    """Or a machine that stops in the middle leaves half of either."""
    before = dump(path)
    other = path.with_name("cung-tep.db")
    other.hardlink_to(path)
    restore(path, backup.path)
    assert dump(other) == before


def test_it_reaches_the_disk_before_it_is_put_there(
    path: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[object] = []
    flush, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append(os.fstat(descriptor).st_ino)
        flush(descriptor)

    def put(file: Path, target: Path) -> Path:
        steps.append("put")
        return replace(file, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", put)
    restore(path, backup.path)
    made, folder = path.stat().st_ino, path.parent.stat().st_ino
    assert [step for step in steps if step in (made, "put")] == [made, "put"]
    assert steps[-1] == folder


def test_it_waits_for_one_who_makes_or_upgrades_the_database(path: Path, backup: Backup) -> None:
    with ThreadPoolExecutor(1) as pool:
        with exclusive(making_lock(path)):
            restoring = pool.submit(restore, path, backup.path)
            with pytest.raises(TimeoutError):
                restoring.result(0.3)
            assert signer(path) == "Minh"
        restoring.result()
    assert signer(path) == "Lan"


# -- what is refused, and leaves everything as it was -----------------------------------------------------------------


def refused(path: Path, file: Path) -> str:
    before = {found: found.read_bytes() for found in path.parent.rglob("*") if found.is_file()}
    with pytest.raises(StoreProblem) as raised:
        restore(path, file)
    assert_plain(raised.value.message)
    after = {found: found.read_bytes() for found in path.parent.rglob("*") if found.is_file()}
    assert after == before
    return raised.value.message


def test_a_changed_backup_is_refused(path: Path, backup: Backup) -> None:
    content = bytearray(backup.path.read_bytes())
    content[-1] ^= 1
    backup.path.write_bytes(content)
    assert "đã bị thay đổi hoặc hỏng" in refused(path, backup.path)


def test_a_damaged_one_without_manifest_is_refused(path: Path, backup: Backup) -> None:
    manifest_of(backup.path).unlink()
    content = bytearray(backup.path.read_bytes())
    content[40_960:45_056] = b"\xff" * 4_096
    backup.path.write_bytes(content)
    assert "hỏng" in refused(path, backup.path)


def test_one_of_a_newer_program_is_refused(path: Path, backup: Backup) -> None:
    manifest_of(backup.path).unlink()
    sql(backup.path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert "do phiên bản mới hơn của chương trình tạo ra" in refused(path, backup.path)


@pytest.mark.parametrize("content", [b"", b"x" * 5_000, b"SQLite format 3\0" + bytes(4_080)])
def test_what_is_no_database_of_ours_is_refused(path: Path, backup: Backup, content: bytes) -> None:
    file = path.with_name("khac.db")
    file.write_bytes(content)
    refused(path, file)


@pytest.mark.parametrize("stage", ["_copy", "_keep", "sha256_of"])
def test_a_fault_on_the_way_leaves_the_data_as_they_were(
    path: Path, backup: Backup, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(path)

    def full(*arguments: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, stage, full)
    with pytest.raises(FileProblem, match="ổ đĩa đã đầy") as raised:
        restore(path, backup.path)
    assert_plain(raised.value.message)
    assert dump(path) == before


def test_a_copy_that_did_not_arrive_whole_is_not_used(
    path: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(path)
    monkeypatch.setattr(restoring, "copyfile", lambda _, target: target.write_bytes(filled()[:8_192]))
    with pytest.raises(StoreProblem, match="Không chép được trọn bản sao lưu"):
        restore(path, backup.path)
    assert dump(path) == before
