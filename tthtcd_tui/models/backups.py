"""Backups: a copy of the whole database, called a backup only once it has been read through and found to be the same.

Beside each stands its manifest, a JSON file of the same name: when, how large, its SHA-256, how many rows in each
table. A file that its manifest does not describe to the letter is no backup.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone
from hashlib import file_digest
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final, NamedTuple

from tthtcd_tui.files.folder import make_folder, make_own_folder
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.files.problem import FileProblem, problem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import create_new, sync_file, sync_folder, write_whole
from tthtcd_tui.models.database import Database, connect, has_log
from tthtcd_tui.models.database_files import Examined, copy_to, examine, refuse_what_is_not_ours
from tthtcd_tui.models.problem import BackupRunning, StoreProblem

KEPT: Final = 30
BEFORE_UPGRADE: Final = "truoc-khi-nang-cap"
BEFORE_RESTORING: Final = "truoc-khi-khoi-phuc"
_FORMAT: Final = "tthtcd-backup"
_LARGEST_MANIFEST: Final = 64 * 1024
_PATIENCE: Final = 60
"""Seconds that what cannot go on without a backup waits for another one to be done."""
_UNFINISHED: Final = ".dang-sao-luu"
_HERE: Final = timezone(timedelta(hours=7))
"""A file is named by the clock in Viet Nam, which has no summer time."""


class Backup(NamedTuple):
    path: Path
    database: str
    """The name of the file it is a copy of: a folder may hold backups of several."""
    made: datetime
    reason: str
    """Why it was made: the word its name ends with, empty for the day's."""
    size: int
    sha256: str
    schema: int
    rows: Mapping[str, int]


def backups_folder(database: Path) -> Path:
    """Where the backups of the database at that path are kept, but for those somebody wants elsewhere."""
    return database.absolute().with_name("sao-luu")


def make_backup(
    path: Path,
    folder: Path,
    reason: str = "",
    *,
    now: datetime | None = None,
    patience: float = 0,
    connected: Callable[[Path], Database] = connect,
) -> Backup:
    """A verified backup of the database at `path` in `folder`. Others go on writing meanwhile.

    Raises StoreProblem, BackupRunning if another goes on for more than `patience` seconds; whatever is raised, nothing
    that could be taken for a backup stays behind.
    """
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    refuse_what_is_not_ours(path)
    with _alone_in(folder, patience, is_own=folder == backups_folder(path)):
        target = free_name(folder, path.stem, moment, reason)
        unfinished = folder / f"{target.name}{_UNFINISHED}"
        try:
            os.close(create_new(unfinished))
            with closing(connected(path)) as database:
                copied = copy_to(database, unfinished)
            _refuse_unlike(copied, examine(unfinished))
            return _finished(unfinished, target, copied, moment, reason, path.name)
        finally:
            for left in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


def back_up_before_change(path: Path) -> None:
    """Before the schema is changed. Without a backup it is not: StoreProblem."""
    folder = backups_folder(path)
    try:
        make_backup(path, folder, BEFORE_UPGRADE, patience=_PATIENCE)
    except StoreProblem as fault:
        raise StoreProblem(f"Chưa nâng cấp được dữ liệu, vì chưa sao lưu được: {fault.message}") from None
    prune(path, folder)


def backups(path: Path, folder: Path) -> list[Backup]:
    """Those of the database at `path` in `folder`, the newest first.

    By their manifests: they are read through when one is used (`verified`).
    """
    try:
        found = [_read_manifest(file) for file in folder.glob("*.db")]
    except OSError:
        return []
    ours = [backup for backup in found if backup and backup.database == path.name]
    return sorted(ours, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def verified(path: Path) -> tuple[Examined, Backup | None]:
    """What is in the backup `path`, and what its manifest says. Raises StoreProblem for one that must not be used.

    One without a manifest is looked through all the same: it may have come from another machine without it.
    """
    manifest = _read_manifest(path)
    changed = StoreProblem(
        f"Bản sao lưu “{path}” đã bị thay đổi hoặc hỏng từ sau khi được tạo. Hãy dùng bản sao lưu khác."
    )
    try:
        if manifest is None and manifest_of(path).exists():
            raise changed
        if manifest and sha256_of(path) != manifest.sha256:
            raise changed
        if has_log(path):
            raise StoreProblem(
                f"“{path}” không phải bản sao lưu trọn vẹn: phần ghi sau cùng còn nằm ở tệp khác. Hãy dùng bản do"
                " “tthtcd backup” tạo ra."
            )
    except OSError as error:
        raise StoreProblem(problem("đọc", path, error).message) from None
    found = examine(path)
    if found.faults:
        raise StoreProblem(f"Bản sao lưu “{path}” bị hỏng. Hãy dùng bản sao lưu khác.")
    if manifest:
        _refuse_unlike(Examined(manifest.schema, manifest.rows, ()), found)
    return found, manifest


def prune(path: Path, folder: Path, keep: int = KEPT) -> None:
    """Deletes all but the newest `keep`, and days' backups that say the same as a newer one.

    One that cannot be deleted is left for the next time.
    """
    newest: set[str] = set()
    kept = 0
    for backup in backups(path, folder):
        if kept < keep and (backup.reason or backup.sha256 not in newest):
            kept += 1
            newest.add(backup.sha256)
        else:
            with suppress(OSError):
                backup.path.unlink()
                manifest_of(backup.path).unlink(missing_ok=True)


def manifest_of(path: Path) -> Path:
    return path.with_suffix(".json")


def sha256_of(path: Path) -> str:
    """Raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def _alone_in(folder: Path, patience: float, is_own: bool) -> Iterator[None]:
    """Makes backups one at a time, and clears away what one that was killed has left."""
    held: int | None = None
    try:
        if is_own:
            make_own_folder(folder)
        else:
            make_folder(folder, 0o700)
        held = _held(folder / ".lock", patience)
        for left in folder.glob(f"*{_UNFINISHED}*"):
            left.unlink(missing_ok=True)
        yield
    except FileProblem as fault:
        raise StoreProblem(fault.message) from None
    except OSError as error:
        raise StoreProblem(problem("ghi", folder, error).message) from None
    finally:
        if held is not None:
            let_go(held)


def _held(lock: Path, patience: float) -> int:
    until = monotonic() + patience
    while (held := try_hold(lock)) is None:
        if monotonic() > until:
            raise BackupRunning
        sleep(0.05)
    return held


def free_name(folder: Path, stem: str, moment: datetime, reason: str) -> Path:
    """What a backup made at that moment is called: like no other, nor like what a killed one has left of itself."""
    name = f"{stem}-{moment.astimezone(_HERE):%Y-%m-%d-%H%M%S}{f'-{reason}' if reason else ''}"
    number = 1
    while (path := folder / f"{name}{f'-{number}' if number > 1 else ''}.db").exists() or manifest_of(path).exists():
        number += 1
    return path


def _refuse_unlike(copied: Examined, found: Examined) -> None:
    """Raises StoreProblem unless the copy is sound and holds what was copied, row for row."""
    if found.faults or (copied.schema, dict(copied.rows)) != (found.schema, dict(found.rows)):
        raise StoreProblem(
            "Bản vừa sao không khớp với dữ liệu nên không được giữ lại. Hãy gõ “tthtcd doctor” để xem dữ liệu có hỏng"
            " không."
        )


def _finished(unfinished: Path, target: Path, copied: Examined, moment: datetime, reason: str, database: str) -> Backup:
    """On disk, described, and only then given its name."""
    sync_file(unfinished)
    size = unfinished.stat().st_size
    made = Backup(target, database, moment, reason, size, sha256_of(unfinished), copied.schema, copied.rows)
    write_whole(manifest_of(target), _manifest(made))
    unfinished.rename(target)
    sync_folder(target)
    return made


def _manifest(backup: Backup) -> bytes:
    tree = {
        "format": _FORMAT,
        "database": backup.database,
        "made": backup.made.isoformat(),
        "reason": backup.reason,
        "size": backup.size,
        "sha256": backup.sha256,
        "schema": backup.schema,
        "rows": dict(backup.rows),
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def _read_manifest(path: Path) -> Backup | None:
    """None where there is none, or one that does not describe a file of this size."""
    try:
        tree: Any = json.loads(read_bounded(manifest_of(path), _LARGEST_MANIFEST))
        rows = {str(table): int(count) for table, count in tree["rows"].items()}
        made = datetime.fromisoformat(tree["made"])
        found = Backup(
            path,
            str(tree["database"]),
            made,
            str(tree["reason"]),
            int(tree["size"]),
            str(tree["sha256"]),
            int(tree["schema"]),
            rows,
        )
        is_it = tree["format"] == _FORMAT and path.stat().st_size == found.size and made.tzinfo is not None
    except (FileProblem, OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return found if is_it else None
