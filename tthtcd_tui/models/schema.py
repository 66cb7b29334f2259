"""Opens a database: recognises what is not one, makes a new one, brings an older one up to date.

A new database is made from the models; an older one is changed by the numbered MIGRATIONS after its own version.
Either happens in one transaction, behind a lock between processes: of several that start at once, one does it and the
others wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from tthtcd_tui.files.lock import exclusive
from tthtcd_tui.models.database import (
    Database,
    connect,
    is_ours,
    mark_as_ours,
    reading,
    refuse_what_is_no_database,
    schema_version,
    set_schema_version,
    writing,
)
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.tables import TABLES

SCHEMA_VERSION: Final = 1
Migration = Callable[[Database], None]
MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""What makes version N of version N - 1, by N. A released migration never changes."""


def open_database(
    path: Path, version: int = SCHEMA_VERSION, migrations: Mapping[int, Migration] = MIGRATIONS
) -> Database:
    """The database at `path`, made if it is missing, up to date. Raises StoreProblem.

    A new file and its folder are for their owner alone.
    """
    if not path.exists():
        _make(path, version)
    refuse_what_is_no_database(path)
    database = connect(path)
    try:
        if _version(database, path, version) < version:
            with _alone(path):
                _migrate(database, version, migrations)
    except BaseException:
        database.close()
        raise
    return database


def _make(path: Path, version: int) -> None:
    """A new database, which gets its name when it is whole: nobody ever sees half of one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise _closed(path) from None
    with _alone(path):
        if path.exists():  # another process was quicker
            return
        unfinished = path.with_name(f".{path.name}.new")
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        database = connect(unfinished, wal=False)
        try:
            with writing(database):
                _create(database)
                set_schema_version(database, version)
        finally:
            database.close()
        unfinished.rename(path)


def _create(database: Database) -> None:
    mark_as_ours(database)
    with database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False):
        database.create_tables(TABLES, safe=False)


def _version(database: Database, path: Path, newest: int) -> int:
    with reading(database):
        if not is_ours(database):
            raise StoreProblem(f"“{path}” là dữ liệu của một chương trình khác. Hãy chọn tệp khác.")
        found = schema_version(database)
    if found > newest:
        raise StoreProblem(
            f"“{path}” do phiên bản mới hơn của chương trình tạo ra. Hãy nâng cấp chương trình rồi mở lại."
        )
    return found


def _migrate(database: Database, version: int, migrations: Mapping[int, Migration]) -> None:
    with writing(database):
        # Read again: of several processes that found an old database, one was here first.
        for number in range(schema_version(database) + 1, version + 1):
            migrations[number](database)
            set_schema_version(database, number)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """While this process alone makes or changes the schema; the lock goes when the process does."""
    with ExitStack() as held:
        try:
            held.enter_context(exclusive(path.with_name(f"{path.name}.lock")))
        except OSError:
            raise _closed(path) from None
        yield


def _closed(path: Path) -> StoreProblem:
    return StoreProblem(
        f"Không ghi được vào thư mục “{path.parent}”. Hãy kiểm tra quyền ghi, hoặc chọn chỗ khác bằng --db."
    )
