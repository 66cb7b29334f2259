"""Opens a database as well as it can be opened: to write; or, where that may not be or would do harm, to read.

`Database.refusal` then says why, to be told at once and with every attempt to save.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.models.database import Database, connect_to_read, has_log, reading, schema_version, sessions_lock
from tthtcd_tui.models.database_files import copy_to, copy_unchanging, examine, faults_of, refuse_what_is_not_ours
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.schema import SCHEMA_VERSION, is_there, open_database, refuse_newer

READ_ONLY: Final = (
    "Chỉ xem và xuất được, không lưu được: tệp dữ liệu hoặc thư mục của nó chỉ cho đọc. Hãy báo quản trị viên cấp"
    " quyền ghi."
)
DAMAGED: Final = (
    "Chỉ xem, xuất được chỗ còn đọc được, không lưu được: tệp dữ liệu bị hỏng. Hãy xuất những gì cần giữ, rồi báo quản"
    " trị viên khôi phục từ bản sao lưu."
)


def open_as_can_be(path: Path, open_to_write: Callable[[], Database]) -> Database:
    """The database at `path` by `open_to_write`; else to read, with the reason in `refusal`. Raises StoreProblem."""
    if is_there(path) and not _may_write(path):
        return open_to_read(path, READ_ONLY)
    ended_badly = _ended_badly(path)
    database = open_to_write()
    if ended_badly and faults_of(database):
        database.close()
        return open_to_read(path, DAMAGED)
    return database


def _may_write(path: Path) -> bool:
    """The engine writes beside the file too."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK | os.X_OK)


def _ended_badly(path: Path) -> bool:
    """Whether there is a log left that nobody is writing to: the last one who had the file open was killed."""
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


def open_to_read(path: Path, refusal: str = READ_ONLY) -> Database:
    """The file itself where the engine can read it, so that what others save is seen; else a copy of it."""
    refuse_what_is_not_ours(path)
    database = connect_to_read(path)
    try:
        with reading(database):
            found = schema_version(database)
    except StoreProblem:
        database.close()
        database = _copied(path, _copy_unchanging)
    else:
        refuse_newer(path, found)
        if found < SCHEMA_VERSION:
            older = database
            database = _copied(path, lambda _, target: copy_to(older, target))
            older.close()
    database.refusal = refusal
    return database


def _copied(path: Path, copy: Callable[[Path, Path], object]) -> Database:
    """A copy of one's own, brought up to date where it is of an older version; it goes with its Database."""
    import tempfile  # these cost a start some milliseconds, and hardly any needs a copy
    import weakref
    from shutil import rmtree

    folder = Path(tempfile.mkdtemp(prefix="tthtcd-"))
    try:
        copy(path, folder / path.name)
        database = open_database(folder / path.name)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(database, rmtree, folder, ignore_errors=True)
    return database


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
