"""Restore a backup in place of the database, atomically; what it replaces is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

from tthtcd_tui.errors import FileProblem, InUse, StoreProblem
from tthtcd_tui.files.lock import exclusive, let_go, try_hold
from tthtcd_tui.files.problem import problem
from tthtcd_tui.files.whole import create_new, sync_file, sync_folder
from tthtcd_tui.models.storage.backup import (
    BEFORE_RESTORING,
    backups_folder,
    free_name,
    make_backup,
    sha256_of,
    verified,
)
from tthtcd_tui.models.storage.schema import making_lock, refuse_newer
from tthtcd_tui.models.storage.sqlite import SqliteFile, beside, close_log, connect, has_log, sessions_lock
from tthtcd_tui.named_tuple import NamedTuple


class Restored(NamedTuple):
    kept: Path | None
    """Where what was replaced is kept; None if there was nothing."""
    is_sound: bool
    """Whether what is kept is a verified backup, or the files just as they were."""
    rows: int
    is_described: bool
    """Whether the backup had a manifest to be compared with."""


def restore(path: Path, backup: Path) -> Restored:
    """Put `backup` in the place of the database at `path`.

    Raises StoreProblem, and then nothing has changed; InUse where anybody has the database open.
    """
    found, manifest = verified(backup)
    refuse_newer(backup, found.schema)
    made = path.with_name(f".{path.name}.restored")
    try:
        path.absolute().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(path):
            _copy(backup, made)
            kept, is_sound = _keep(path) if path.exists() else (None, True)
            for left in beside(path):
                left.unlink(missing_ok=True)
            made.replace(path)
            sync_folder(path)
    except OSError as error:
        raise problem("khôi phục", path, error) from None
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
    return Restored(kept, is_sound, sum(found.rows.values()), manifest is not None)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Run the block while nobody can open, make or upgrade the database. Raises InUse."""
    with exclusive(making_lock(path)):
        held = try_hold(sessions_lock(path))
        if held is None:
            raise InUse
        try:
            yield
        finally:
            let_go(held)


def _copy(backup: Path, made: Path) -> None:
    """Copy `backup` to `made`, readable by its owner alone, bring it to the disk, and compare it byte for byte."""
    made.unlink(missing_ok=True)
    os.close(create_new(made))
    copyfile(backup, made)
    sync_file(made)
    if sha256_of(made) != sha256_of(backup):
        raise StoreProblem(f"Không chép được trọn bản sao lưu “{backup}”. Hãy kiểm tra ổ đĩa rồi thử lại.")


def _keep(path: Path) -> tuple[Path, bool]:
    """Keep the database that is there: as a verified backup or, if it is damaged, its files as they are."""
    log, _ = beside(path)
    spare = log.with_name(f".{log.name}.kept")
    try:
        if has_log(path):
            copyfile(log, spare)  # before the engine takes out of it what it can read, and drops the rest
        try:
            with closing(_connected(path)) as database:
                close_log(database)
            return make_backup(path, backups_folder(path), BEFORE_RESTORING, connected=_connected).path, True
        except InUse:
            raise
        except (StoreProblem, FileProblem):
            return _keep_as_it_is(path, spare), False
    finally:
        spare.unlink(missing_ok=True)


def _connected(path: Path) -> SqliteFile:
    return connect(path, hold=False)


def _keep_as_it_is(path: Path, log: Path) -> Path:
    folder = backups_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = free_name(folder, path.stem, datetime.now(UTC), f"{BEFORE_RESTORING}-nguyen-trang")
    kept.hardlink_to(path)
    if log.exists():
        log.rename(beside(kept)[0])
    sync_folder(kept)
    return kept
