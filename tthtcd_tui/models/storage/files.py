"""Database files as a whole: whether one is ours and sound, and copies of one that is in use.

With `sqlite`, the only place that knows the engine.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

import apsw

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage.engine import reading, translate_errors
from tthtcd_tui.models.storage.sqlite import APPLICATION_ID, SqliteFile, wal_is_safe
from tthtcd_tui.named_tuple import NamedTuple

_MAPPED: Final = 256 * 1024 * 1024
"""Bytes of a file that are mapped into memory instead of being copied."""
_SMALLEST: Final = 512
"""Bytes in the smallest page SQLite knows; a shorter file it may take for an empty database."""


def refuse_what_is_not_ours(path: Path) -> None:
    """Raises StoreProblem for a file that is no database of ours, one that SQLite would take for empty among them.

    It reads through the engine, because closing a descriptor of our own would drop the locks that other connections of
    this process hold (sqlite.org/howtocorrupt.html, 2.2); and as an immutable file, which takes no lock and makes no
    file beside somebody else's database. Our mark is in the file from its first day, never in a log alone.
    """
    unreadable = StoreProblem(f"Không đọc được tệp dữ liệu “{path}”. Hãy kiểm tra quyền với tệp và thư mục này.")
    no_database = StoreProblem(
        f"“{path}” không phải tệp dữ liệu của chương trình, hoặc đã bị hỏng. Hãy chọn tệp khác, hoặc lấy lại từ bản"
        " sao lưu."
    )
    try:
        found = path.stat()
    except OSError:
        raise unreadable from None
    if stat.S_ISDIR(found.st_mode):
        raise StoreProblem(f"“{path}” là thư mục. Hãy ghi thêm tên tệp dữ liệu vào sau thư mục.")
    if stat.S_ISREG(found.st_mode) and found.st_size == 0:
        raise StoreProblem(
            f"Tệp dữ liệu “{path}” trống rỗng: có thể đã bị hỏng khi sao chép. Hãy lấy lại từ bản sao lưu;"
            " nếu muốn bắt đầu mới thì xóa tệp này đi."
        )
    if found.st_size < _SMALLEST:  # or a pipe, which has no size
        raise no_database
    try:
        mark = _application_id(path)
    except apsw.CantOpenError:
        raise unreadable from None
    except apsw.NotADBError:
        raise no_database from None
    except apsw.Error:
        return  # looked at in the middle of a colleague's checkpoint, or damaged: opening it in earnest will tell
    if mark != APPLICATION_ID:
        raise StoreProblem(f"“{path}” là dữ liệu của một chương trình khác. Hãy chọn tệp khác.")


def _application_id(path: Path) -> object:
    with closing(_unchanging(path)) as connection:
        return connection.pragma("application_id")


class Examined(NamedTuple):
    """What a database file holds, and what is wrong with it."""

    schema: int
    rows: Mapping[str, int]
    """How many there are in each table."""
    faults: tuple[str, ...]
    """What the engine found, in its own words; empty for a sound file."""


def examine(path: Path, *, thorough: bool = True) -> Examined:
    """Check the whole of a file that nobody writes to, such as a backup; makes no file beside it.

    Every page and row is read. `thorough` also compares each index with its table, which takes four times as long; a
    copy cannot get an index wrong, and an index can be rebuilt from its table.

    Raises StoreProblem for what is no database of ours.
    """
    refuse_what_is_not_ours(path)
    with translate_errors(), closing(_unchanging(path)) as connection:
        connection.pragma("mmap_size", _MAPPED)
        faults = _faults(connection, "integrity_check" if thorough else "quick_check")
        return Examined(int(connection.pragma("user_version")), _rows(connection), faults)


def faults_of(database: SqliteFile, thorough: bool = False) -> tuple[str, ...]:
    """What is wrong with the pages and the rows of an open database; empty for a sound one.

    Indexes are held against their tables only where it is to be `thorough`, which takes twice as long.
    """
    with translate_errors(database):
        return _faults(database.connection(), "integrity_check" if thorough else "quick_check")


def copy_to(database: SqliteFile, target: Path) -> Examined:
    """Copies the whole database, as it is at one moment, to the new file `target`; others go on writing meanwhile.

    Returns what was copied, not checked for faults.
    """
    with reading(database):
        source = database.connection()
        found = Examined(database.schema_version(), _rows(source), ())
        _copy(source, target)
    return found


def copy_unchanging(path: Path, target: Path) -> None:
    """Copies a file that nobody has open and whose log is empty, where nothing may be written beside it."""
    with translate_errors(), closing(_unchanging(path)) as source:
        _copy(source, target)


def _copy(source: apsw.Connection, target: Path) -> None:
    with closing(apsw.Connection(str(target))) as made:
        made.pragma("synchronous", "off")  # the whole file is synced when it is whole
        with made.backup("main", source, "main") as backup:
            while not backup.done:
                backup.step()


def _unchanging(path: Path) -> apsw.Connection:
    """A connection that takes no lock and makes no file: as if the file could never change."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)


def _rows(connection: apsw.Connection) -> dict[str, int]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    tables = [str(name) for (name,) in connection.execute(named)]
    return {table: _count(connection, table) for table in tables}


def _count(connection: apsw.Connection, table: str) -> int:
    found = connection.execute(f'SELECT count(*) FROM "{table}"').fetchall()  # noqa: S608 -- a name the file has
    number = found[0][0]
    return number if isinstance(number, int) else 0


def _faults(connection: apsw.Connection, check: str) -> tuple[str, ...]:
    try:
        lines = tuple(str(line) for (line,) in connection.execute(f"PRAGMA {check}"))
        if lines != ("ok",):
            return lines
        return tuple(f"foreign key: {table}" for table, *_ in connection.execute("PRAGMA foreign_key_check"))
    except (apsw.CorruptError, apsw.NotADBError) as error:
        return (str(error),)


def engine_name() -> str:
    """What reads and writes the file, with its version."""
    return f"SQLite {'.'.join(map(str, SqliteFile.server_version))}"


def is_engine_sound() -> bool:
    """Whether no defect of this engine's version is known; one that is not sound is used in a slower, safe way."""
    return wal_is_safe(SqliteFile.server_version)
