"""Opens a database for writing or, where that is impossible or would do harm, for reading.

`Database.refusal` then says why, to be told at once and with every attempt to save.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import Busy, Damaged, DiskFull, ReadOnly, StoreProblem
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.models.storage.engine import reading
from tthtcd_tui.models.storage.files import copy_to, copy_unchanging, examine, faults_of, refuse_what_is_not_ours
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, is_there, open_database, refuse_newer
from tthtcd_tui.models.storage.sqlite import (
    SqliteFile,
    connect_to_content,
    connect_to_read,
    connect_unchanging,
    has_log,
    is_disk_full,
    read_whole,
    sessions_lock,
)

READ_ONLY: Final = (
    "Chỉ xem và xuất được, không lưu được: tệp dữ liệu hoặc thư mục của nó chỉ cho đọc. Hãy báo quản trị viên cấp"
    " quyền ghi."
)
DAMAGED: Final = (
    "Chỉ xem, xuất được chỗ còn đọc được, không lưu được: tệp dữ liệu bị hỏng. Hãy xuất những gì cần giữ, rồi báo quản"
    " trị viên khôi phục từ bản sao lưu."
)


FULL: Final = (
    "Chỉ xem và xuất được, không lưu được: ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt ổ đĩa rồi mở lại."
)


def open_as_can_be(path: Path, open_to_write: Callable[[], SqliteFile]) -> SqliteFile:
    """Call `open_to_write`; failing that, open for reading, with the reason in `refusal`. Raises StoreProblem."""
    if is_there(path) and not _may_write(path):
        return open_to_read(path)
    ended_badly = _ended_badly(path)
    try:
        database = open_to_write()
    except StoreProblem:
        if not (is_there(path) and is_disk_full(path)):
            raise
        return _open_on_full_disk(path)
    if ended_badly and faults_of(database):
        database.close()
        return open_to_read(path, Damaged(DAMAGED))
    return database


def _open_on_full_disk(path: Path) -> SqliteFile:
    """Open a copy in memory: reading a file takes room beside it. Raises DiskFull while others have the file open."""
    refuse_what_is_not_ours(path)
    try:
        database = connect_to_content(read_whole(path))
    except Busy:
        raise DiskFull from None
    with reading(database):
        found = database.schema_version()
    refuse_newer(path, found)
    if found < SCHEMA_VERSION:
        database.close()
        raise DiskFull  # an older one would have to be upgraded first
    database.refusal = DiskFull(FULL)
    return database


def _may_write(path: Path) -> bool:
    """The engine writes beside the file too."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK | os.X_OK)


def _ended_badly(path: Path) -> bool:
    """Whether a log is left that nobody is writing to: the last process that had the file open was killed."""
    return has_log(path) and is_in_use(path) is False


def is_in_use(path: Path) -> bool | None:
    """Whether a session has the database open now; None where there is no telling, or never was one."""
    if not sessions_lock(path).exists():
        return None
    try:
        alone = try_hold(sessions_lock(path))
    except OSError:
        return None
    if alone is None:
        return True
    let_go(alone)
    return False


def open_to_read(path: Path, refusal: StoreProblem | None = None) -> SqliteFile:
    """The file itself where the engine can read it, so that what others save is seen; else a copy of it."""
    refuse_what_is_not_ours(path)
    database = connect_to_read(path)
    try:
        with reading(database):
            found = database.schema_version()
    except StoreProblem:
        database.close()
        if is_disk_full(path):
            return _open_on_full_disk(path)
        database = _in_memory(path, _copy_unchanging)
    else:
        refuse_newer(path, found)
        if found < SCHEMA_VERSION:
            older = database
            database = _in_memory(path, lambda _, target: copy_to(older, target))
            older.close()
    database.refusal = refusal or ReadOnly(READ_ONLY)
    return database


def _in_memory(path: Path, copy: Callable[[Path, Path], object]) -> SqliteFile:
    """Open a copy in memory, migrated if its schema is older; nothing of it stays on a disk.

    However the session ends, killed or by itself, it leaves no copy of everybody's data behind.
    """
    import tempfile  # costs a start some milliseconds, and hardly any needs a copy

    with tempfile.TemporaryDirectory(prefix="tthtcd-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / path.name
        copy(path, target)
        open_database(target).close()
        return connect_to_content(read_whole(target))


def _copy_unchanging(path: Path, target: Path) -> None:
    """Copies a file that the engine cannot open, because it may write nothing beside it, while nobody writes to it."""
    if has_log(path):
        raise StoreProblem(
            "Không đọc được phần vừa lưu của tệp dữ liệu, vì thư mục của nó chỉ cho đọc. Hãy báo quản trị viên"
            " cấp quyền ghi."
        )
    before = path.stat()
    copy_unchanging(path, target)
    refuse_newer(path, examine(target).schema)
    if has_log(path) or not _is_unchanged(before, path.stat()):
        raise StoreProblem("Tệp dữ liệu đang được người khác ghi. Hãy thử mở lại sau ít giây.")


def _is_unchanged(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_ino, before.st_size, before.st_mtime_ns) == (after.st_ino, after.st_size, after.st_mtime_ns)


def open_to_look(path: Path) -> SqliteFile:
    """As `open_to_read`, but as it is: damaged, or of another version of the schema."""
    database = connect_to_read(path)
    try:
        with reading(database):
            database.schema_version()
    except StoreProblem:  # perhaps only because nothing may be written beside it
        database.close()
        return open_to_read(path)
    return database


def open_copy(path: Path) -> SqliteFile:
    """A copy that nobody writes to, as it is."""
    return connect_unchanging(path)
