"""A backup is one only when it has been read through and found the same; and it says when that is no longer so."""

from __future__ import annotations

import json
import os
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from support.damage import assert_plain, filled
from support.stores import answers, dump, new_report, save, spoil, sql

from tthtcd_tui.errors import BackupRunning, StoreProblem
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.models.storage import backup as backups_module
from tthtcd_tui.models.storage import files as database_files
from tthtcd_tui.models.storage.backup import (
    backups,
    backups_folder,
    make_backup,
    manifest_of,
    prune,
    sha256_of,
    verified,
)
from tthtcd_tui.models.storage.files import copy_to
from tthtcd_tui.models.store import Store

pytestmark = pytest.mark.file_only("a backup is a copy of a file")

NOON = datetime(2026, 3, 5, 5, 0, 7, tzinfo=UTC)


@pytest.fixture
def folder(path: Path) -> Path:
    return backups_folder(path)


def test_a_backup_holds_what_is_only_in_the_log(store: Store, report_id: int, path: Path, folder: Path) -> None:
    """A copy of the .db alone would lose it, and say nothing."""
    save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
    assert path.with_name("tthtcd.db-wal").stat().st_size > 0
    made = make_backup(path, folder, now=NOON)
    assert made.path == folder / "tthtcd-2026-03-05-120007.db"
    assert dump(made.path) == dump(path)
    assert made.path.stat().st_size == made.size
    assert made.sha256 == sha256_of(made.path)
    assert made.rows["report"] == made.rows["audit_change"] == 1
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert sorted(file.name for file in folder.iterdir()) == [
        ".lock", "tthtcd-2026-03-05-120007.db", "tthtcd-2026-03-05-120007.json",
    ]  # fmt: skip


def test_it_can_be_opened_as_any_other(store: Store, report_id: int, path: Path, folder: Path, tmp_path: Path) -> None:
    save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
    made = make_backup(path, folder)
    copy = tmp_path / "sao.db"
    copy.write_bytes(made.path.read_bytes())
    again = Store(copy)
    assert answers(again, report_id) == {"report/signer": "Vũ Thanh Hải"}
    save(again, report_id, {"report/signer": "Lan"})
    again.close()


def test_the_manifest_says_what_is_in_it(store: Store, report_id: int, path: Path, folder: Path) -> None:
    made = make_backup(path, folder, "thu", now=NOON)
    tree = json.loads(manifest_of(made.path).read_bytes())
    assert tree == {
        "format": "tthtcd-backup", "database": "tthtcd.db", "made": "2026-03-05T05:00:07+00:00", "reason": "thu",
        "size": made.size, "sha256": made.sha256, "schema": made.schema, "rows": dict(made.rows),
        "number": 1,
    }  # fmt: skip
    assert backups(path, folder) == [made]
    found, manifest = verified(made.path)
    assert (found.rows, manifest) == (made.rows, made)


def test_others_save_meanwhile(
    store: Store, report_id: int, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds what stood there when it began."""
    save(store, report_id, {"report/signer": "trước"})

    def meanwhile(*arguments: object) -> object:
        copied = copy_to(*arguments)  # type: ignore[arg-type]
        save(store, report_id, {"report/signer": "sau"})
        return copied

    monkeypatch.setattr(backups_module, "copy_to", meanwhile)
    made = make_backup(path, folder)
    assert answers(store, report_id) == {"report/signer": "sau"}
    assert sql(made.path, "SELECT signer FROM report") == [("trước",)]


def test_what_is_counted_and_what_is_copied_are_of_one_moment(
    store: Store, report_id: int, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else every backup that a colleague saves beside would be taken for a bad one."""
    real = database_files._rows

    def meanwhile(connection: apsw.Connection) -> dict[str, int]:
        monkeypatch.undo()
        found = real(connection)
        save(store, report_id, {"report/signer": "sau"})
        return found

    monkeypatch.setattr(database_files, "_rows", meanwhile)
    made = make_backup(path, folder)
    assert (made.rows["audit_change"], store.revision(report_id)) == (0, 1)


def test_it_reaches_the_disk_before_it_gets_its_name(
    store: Store, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[object] = []
    flush, rename = os.fsync, Path.rename

    def fsync(descriptor: int) -> None:
        steps.append(os.fstat(descriptor).st_ino)
        flush(descriptor)

    def named(file: Path, target: Path) -> Path:
        steps.append("named")
        return rename(file, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "rename", named)
    made = make_backup(path, folder)
    file, its_folder = made.path.stat().st_ino, folder.stat().st_ino
    manifest = manifest_of(made.path).stat().st_ino
    # Nothing is called a backup before it is described.
    assert [step for step in steps if step in {file, manifest, "named"}] == [file, manifest, "named"]
    assert steps[-1] == its_folder


def test_two_at_once_are_one_after_the_other(store: Store, path: Path, folder: Path) -> None:
    folder.mkdir()
    held = try_hold(folder / ".lock")
    assert held is not None
    with pytest.raises(BackupRunning) as raised:
        make_backup(path, folder)
    assert_plain(raised.value.message)
    threading.Timer(0.2, lambda: let_go(held)).start()
    assert make_backup(path, folder, patience=30).path.exists()


def test_two_of_one_second_have_names_of_their_own(store: Store, path: Path, folder: Path) -> None:
    names = [make_backup(path, folder, now=NOON).path.name for _ in range(3)]
    assert names == [f"tthtcd-2026-03-05-120007{end}.db" for end in ("", "-2", "-3")]
    assert len(backups(path, folder)) == 3


# -- what is none -----------------------------------------------------------------------------------------------------


def nothing_left(folder: Path) -> bool:
    return [file.name for file in folder.iterdir()] == [".lock"]


def test_what_one_killed_in_the_same_second_has_left_stands_in_no_ones_way(
    store: Store, path: Path, folder: Path
) -> None:
    """Killed between its manifest and its name: the manifest describes nothing, and is no other backup's."""
    store.close()
    left = make_backup(path, folder, now=NOON)
    left.path.unlink()
    made = make_backup(path, folder, now=NOON)
    assert made.path == folder / "tthtcd-2026-03-05-120007-2.db"
    assert backups(path, folder) == [made]


def test_another_programs_data_give_no_backup(path: Path, folder: Path) -> None:
    sql(path, "CREATE TABLE x (y)")
    with pytest.raises(StoreProblem, match="là dữ liệu của một chương trình khác"):
        make_backup(path, folder)
    assert not folder.exists()


def test_a_damaged_database_gives_no_backup(path: Path, folder: Path) -> None:
    content = bytearray(filled())
    content[40_960:45_056] = b"\xff" * 4_096
    path.write_bytes(content)
    with pytest.raises(StoreProblem) as raised:
        make_backup(path, folder)
    assert_plain(raised.value.message)
    assert nothing_left(folder)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_entry WHERE id = 1",
        "INSERT INTO centre (id, code, name) VALUES (99, 'la', 'la')",
        "PRAGMA user_version = 99",
        "UPDATE report SET centre_id = 77",
    ],
)
def test_a_copy_that_is_not_the_same_is_not_kept(
    path: Path, folder: Path, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(filled())

    def spoilt(database: object, target: Path) -> object:
        copied = copy_to(database, target)  # type: ignore[arg-type]
        spoil(target, statement)
        return copied

    monkeypatch.setattr(backups_module, "copy_to", spoilt)
    with pytest.raises(StoreProblem, match="không khớp với dữ liệu") as raised:
        make_backup(path, folder)
    assert_plain(raised.value.message)
    assert nothing_left(folder)


def test_what_a_killed_one_left_is_no_backup_and_is_cleared_away(path: Path, folder: Path) -> None:
    path.write_bytes(filled())
    folder.mkdir()
    for name in ("tthtcd-2026-01-01-000000.db.dang-sao-luu", "tthtcd-2026-01-01-000000.db.dang-sao-luu-journal"):
        (folder / name).write_bytes(b"half")
    (folder / "tthtcd-2025-01-01-000000.json").write_text("{}", encoding="utf-8")
    (folder / "tthtcd-2025-01-01-000001.db").write_bytes(filled())  # without a manifest
    assert backups(path, folder) == []
    made = make_backup(path, folder)
    assert backups(path, folder) == [made]
    assert not list(folder.glob("*dang-sao-luu*"))


@pytest.mark.parametrize("what", ["a byte", "cut short", "longer", "another file", "no manifest's words"])
def test_one_that_has_changed_since_is_refused(path: Path, folder: Path, what: str) -> None:
    path.write_bytes(filled())
    made = make_backup(path, folder)
    content = bytearray(made.path.read_bytes())
    match what:
        case "a byte":
            content[len(content) // 2] ^= 1
        case "cut short":
            del content[-4096:]
        case "longer":
            content += bytes(4096)
        case "another file":
            content = bytearray(b"x" * len(content))
        case _:
            manifest_of(made.path).write_text("{", encoding="utf-8")
    made.path.write_bytes(content)
    with pytest.raises(StoreProblem, match="đã bị thay đổi hoặc hỏng từ sau khi được tạo") as raised:
        verified(made.path)
    assert_plain(raised.value.message)


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", "khac"), ("made", "2026-03-05T05:00:07"), ("made", "hôm qua"), ("size", 7), ("rows", 7)],
)
def test_a_manifest_that_is_none_makes_no_backup(path: Path, folder: Path, key: str, value: object) -> None:
    path.write_bytes(filled())
    made = make_backup(path, folder)
    tree = json.loads(manifest_of(made.path).read_bytes())
    manifest_of(made.path).write_text(json.dumps(tree | {key: value}), encoding="utf-8")
    assert backups(path, folder) == []
    with pytest.raises(StoreProblem, match="đã bị thay đổi hoặc hỏng từ sau khi được tạo"):
        verified(made.path)


def test_a_manifest_that_tells_of_other_rows_is_not_believed(path: Path, folder: Path) -> None:
    path.write_bytes(filled())
    made = make_backup(path, folder)
    tree = json.loads(manifest_of(made.path).read_bytes())
    tree["rows"]["report"] += 1
    manifest_of(made.path).write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(StoreProblem):
        verified(made.path)


def test_one_without_its_manifest_is_looked_through(path: Path, folder: Path) -> None:
    path.write_bytes(filled())
    made = make_backup(path, folder)
    manifest_of(made.path).unlink()
    found, manifest = verified(made.path)
    assert (found.rows, manifest) == (made.rows, None)
    content = bytearray(made.path.read_bytes())
    content[40_960:45_056] = b"\xff" * 4_096
    made.path.write_bytes(content)
    with pytest.raises(StoreProblem, match="hỏng"):
        verified(made.path)


def test_an_index_that_says_something_else_is_a_fault(path: Path, folder: Path) -> None:
    """The pages are sound, and so is each row: only a look from the rows into the index finds it."""
    path.write_bytes(filled())
    made = make_backup(path, folder)
    manifest_of(made.path).unlink()
    with closing(apsw.Connection(str(made.path))) as connection:
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
        connection.pragma("writable_schema", True)
        index = "name = 'auditentry_report_id_place'"
        (row,) = connection.execute(f"SELECT * FROM sqlite_schema WHERE {index}").fetchall()
        connection.execute(f"DELETE FROM sqlite_schema WHERE {index}").fetchall()
    with closing(apsw.Connection(str(made.path))) as connection:
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
        connection.execute("DROP TRIGGER audit_entry_update").fetchall()
        connection.execute("UPDATE audit_entry SET place = 'report/place' WHERE id = 1").fetchall()
        connection.pragma("writable_schema", True)
        connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row).fetchall()
    assert sql(made.path, "PRAGMA quick_check") == [("ok",)]
    with pytest.raises(StoreProblem, match="bị hỏng"):
        verified(made.path)


def test_a_database_in_use_is_not_taken_for_a_backup(store: Store, report_id: int, path: Path) -> None:
    save(store, report_id, {"report/signer": "Lan"})  # which stands in the log beside it
    with pytest.raises(StoreProblem, match="không phải bản sao lưu trọn vẹn") as raised:
        verified(path)
    assert_plain(raised.value.message)


# -- which are kept ---------------------------------------------------------------------------------------------------


def test_the_newest_are_kept(store: Store, report_id: int, path: Path, folder: Path) -> None:
    other = path.with_name("khac.db")
    Store(other).close()
    make_backup(other, folder, now=NOON - timedelta(days=9))
    for day in range(5):
        save(store, report_id, {"report/signer": f"ngày {day}"})
        make_backup(path, folder, now=NOON + timedelta(days=day))
    prune(path, folder, keep=3)
    kept = backups(path, folder)
    assert [backup.made.day for backup in kept] == [9, 8, 7]
    assert len(backups(other, folder)) == 1  # another database's are its own
    assert len(list(folder.iterdir())) == 4 * 2 + 1


def test_one_that_cannot_be_deleted_is_left_for_the_next_time(
    store: Store, report_id: int, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(4):
        save(store, report_id, {"report/signer": f"ngày {day}"})
        make_backup(path, folder, now=NOON + timedelta(days=day))
    real = Path.unlink

    def unlink(file: Path, missing_ok: bool = False) -> None:
        if "03-06" in file.name:
            raise PermissionError(file)
        real(file, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlink)
        prune(path, folder, keep=1)
    assert [backup.made.day for backup in backups(path, folder)] == [8, 6]
    prune(path, folder, keep=1)
    assert [backup.made.day for backup in backups(path, folder)] == [8]


def test_days_on_which_nothing_was_changed_are_kept_once(
    store: Store, report_id: int, path: Path, folder: Path
) -> None:
    """Or a month of looking on would push out all that ever was."""
    save(store, report_id, {"report/signer": "Lan"})
    for day in range(4):
        make_backup(path, folder, now=NOON + timedelta(days=day))
    save(store, report_id, {"report/signer": "Minh"})
    make_backup(path, folder, now=NOON + timedelta(days=4))
    make_backup(path, folder, "truoc-khi-nang-cap", now=NOON + timedelta(days=4, seconds=1))
    prune(path, folder)
    assert [backup.path.stem[len("tthtcd-2026-03-") :] for backup in backups(path, folder)] == [
        "09-120008-truoc-khi-nang-cap",
        "08-120007",
    ]


def test_one_made_for_a_reason_is_kept_beside_a_days_that_says_the_same(store: Store, path: Path, folder: Path) -> None:
    make_backup(path, folder, "truoc-khi-nang-cap", now=NOON)
    make_backup(path, folder, now=NOON + timedelta(days=1))
    prune(path, folder)
    assert [backup.reason for backup in backups(path, folder)] == ["", "truoc-khi-nang-cap"]


def test_before_the_schema_is_changed_there_is_a_backup(path: Path, folder: Path) -> None:
    from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database

    store = Store(path)
    new_report(store)
    store.close()
    before = dump(path)

    def change(database: object) -> None:
        database.execute_sql("ALTER TABLE report ADD COLUMN sealed TEXT")  # type: ignore[attr-defined]

    later = SCHEMA_VERSION + 1
    open_database(path, later, {later: change}).close()
    (backup,) = backups(path, folder)
    assert (backup.reason, backup.schema) == ("truoc-khi-nang-cap", SCHEMA_VERSION)
    assert dump(backup.path) == before
    open_database(path, later, {later: change}).close()  # nothing to change, nothing to back up
    assert len(backups(path, folder)) == 1


def test_an_upgrade_waits_for_the_backup_of_another(path: Path, folder: Path) -> None:
    from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database

    Store(path).close()
    folder.mkdir()
    held = try_hold(folder / ".lock")
    assert held is not None
    threading.Timer(0.2, lambda: let_go(held)).start()
    later = SCHEMA_VERSION + 1
    open_database(path, later, {later: lambda database: database.execute_sql("CREATE TABLE seal (x)")}).close()
    assert [backup.reason for backup in backups(path, folder)] == ["truoc-khi-nang-cap"]


def test_without_a_backup_the_schema_stays_as_it_is(path: Path, folder: Path) -> None:
    from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database

    Store(path).close()
    folder.write_text("a file where the folder should be", encoding="utf-8")
    before = dump(path)
    later = SCHEMA_VERSION + 1
    with pytest.raises(StoreProblem, match="Chưa nâng cấp được dữ liệu, vì chưa sao lưu được: ") as raised:
        open_database(path, later, {later: lambda database: database.execute_sql("DROP TABLE centre")})
    assert_plain(raised.value.message)
    assert dump(path) == before
    assert sql(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
