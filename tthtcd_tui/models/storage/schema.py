"""Opens a database file: refuses what is none of ours, creates a new one, migrates an older one.

A new database is made from the models; an older one is changed by the numbered `migrations` after its own version.
Either happens in one transaction, behind a lock between processes: of several that start at once, one does it and the
others wait.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.errors import FolderClosed, StoreProblem
from tthtcd_tui.files.lock import exclusive
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.storage.engine import reading, writing
from tthtcd_tui.models.storage.files import refuse_what_is_not_ours
from tthtcd_tui.models.storage.sqlite import SqliteFile, connect, mark_as_ours

if TYPE_CHECKING:
    from tthtcd_tui.models.storage.migrations import Migration

SCHEMA_VERSION: Final = 9
_Step = Callable[[SqliteFile], None]


def open_database(
    path: Path,
    version: int = SCHEMA_VERSION,
    migrations: Mapping[int, Migration] | None = None,
    create: _Step | None = None,
    seal: _Step | None = None,
) -> SqliteFile:
    """Open the database at `path` and bring it up to date. Raises StoreProblem.

    A missing one is made by `create`, which fills an empty database with tables; without `create` it is refused.
    `seal` is called, in the same transaction, for one whose schema is new. `migrations` are the program's own unless
    given.
    A new file and its folder are readable by their owner alone.
    """
    if not is_there(path):
        if create is None:
            raise StoreProblem(f"Không có dữ liệu ở “{path}”. Hãy kiểm tra đường dẫn.")
        _make(path, version, create, seal)
    refuse_what_is_not_ours(path)
    database = connect(path)
    try:
        if _version(database, path, version) < version:
            _bring_up_to_date(database, path, version, migrations, seal)
    except BaseException:
        database.close()
        raise
    database.expects = version
    return database


def is_there(path: Path) -> bool:
    """Whether there is a file at `path`. Raises StoreProblem where that cannot be told."""
    try:
        return path.exists()
    except OSError:  # a folder that may not be entered, a name too long
        raise StoreProblem(f"Không đọc được “{path}”. Hãy kiểm tra đường dẫn và quyền với thư mục.") from None


def _make(path: Path, version: int, create: _Step, seal: _Step | None) -> None:
    """Create a database under a temporary name and rename it when it is complete, so that nobody sees half of one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with exclusive(making_lock(path)):
            if not path.exists():  # or another process was quicker
                _make_alone(path, version, create, seal)
    except OSError:
        raise _closed(path) from None


def _make_alone(path: Path, version: int, create: _Step, seal: _Step | None) -> None:
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    database = connect(unfinished, wal=False, hold=False)
    try:
        with writing(database):
            mark_as_ours(database)
            create(database)
            database.set_schema_version(version)
            if seal:
                seal(database)
    finally:
        database.close()
    unfinished.rename(path)


def _version(database: SqliteFile, path: Path, newest: int) -> int:
    with reading(database):
        found = database.schema_version()
    refuse_newer(path, found, newest)
    return found


def refuse_newer(path: Path | ServerAddress, found: int, newest: int = SCHEMA_VERSION) -> None:
    """Raises StoreProblem for a database whose schema this program does not know yet."""
    if found > newest:
        raise StoreProblem(
            f"“{path}” do phiên bản mới hơn của chương trình tạo ra. Hãy nâng cấp chương trình rồi mở lại."
        )


def _bring_up_to_date(
    database: SqliteFile, path: Path, version: int, migrations: Mapping[int, Migration] | None, seal: _Step | None
) -> None:
    with ExitStack() as alone:
        try:
            alone.enter_context(exclusive(making_lock(path)))
        except OSError:
            raise _closed(path) from None
        alone.enter_context(writing(database))
        # Read again: of several processes that found an old database, one was here first.
        missing = range(database.schema_version() + 1, version + 1)
        if not missing:
            return
        from tthtcd_tui.models.storage.backup import back_up_before_change  # hardly any start upgrades anything
        from tthtcd_tui.models.storage.migrations import MIGRATIONS

        steps = MIGRATIONS if migrations is None else migrations
        back_up_before_change(path)
        for number in missing:
            steps[number](database)
            database.set_schema_version(number)
        if seal:
            seal(database)


def making_lock(path: Path) -> Path:
    """The lock file held by the process that makes or changes the schema; the system releases it when that ends."""
    return path.with_name(f"{path.name}.lock")


def _closed(path: Path) -> FolderClosed:
    return FolderClosed(f"Không ghi được vào thư mục “{path.parent}”. Hãy kiểm tra quyền ghi, hoặc chọn chỗ khác.")
