"""SQLite, brought along by apsw. Every line that only this engine understands is in this file, or, where it is about
files as a whole, in `files`.

Debian 12's own SQLite 3.40 can lose committed writes in WAL mode (sqlite.org/wal.html, «WAL-reset bug», fixed in
3.51.3 and backported to 3.50.7 and 3.44.6); apsw's wheels bundle a fixed one. On a library that is not fixed the slower
rollback journal is used, never WAL.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import local
from time import monotonic, sleep
from typing import Final

import apsw

from tthtcd_tui.errors import Busy, Damaged, DiskFull, FileReplaced, InUse, ReadOnly, StoreProblem
from tthtcd_tui.files.lock import Shared
from tthtcd_tui.models.storage.complaints import register_engine
from tthtcd_tui.models.storage.engine import Below, Database, translate_errors
from tthtcd_tui.models.storage.orm import Model, without_drivers
from tthtcd_tui.text.dates import FIRST_YEAR, LAST_YEAR
from tthtcd_tui.text.numbers import DECIMALS, WHOLE_DIGITS

with without_drivers():
    from playhouse.apsw_ext import APSWDatabase

APPLICATION_ID: Final = 0x54_54_48_44
"""«TTHD» in the file's header: how we know a database as ours."""
_CACHE_KIB: Final = 64 * 1024
"""Page cache, allocated on demand: with SQLite's 2 MiB an import of 100,000 activities rewrites its indexes often."""
_BUSY_SECONDS: Final = 5
_LEAST_ROOM: Final = 64 * 1024
"""Free bytes below which a disk counts as full; the WAL index alone takes half as many."""
_LEAST_FILES: Final = 4


class BusyRetry:
    """Busy handler with a short random delay. SQLite's own backs off to 100 ms a try, so that among many writers those
    who have waited longest ask least often, and some time out.
    """

    def __init__(self) -> None:
        self._until = 0.0

    def __call__(self, tries: int) -> bool:
        if not tries:
            self._until = monotonic() + _BUSY_SECONDS
        return _retry_until(self._until)


def _retry_until(until: float) -> bool:
    """Sleep for a moment and return True; False, at once, when the time is up."""
    if monotonic() > until:
        return False
    from random import uniform  # costs a start 3 ms, and hardly any start has to wait

    sleep(uniform(0.0005, 0.004))  # noqa: S311 -- not a secret, only not in step with the others
    return True


class SqliteDialect:
    """SQLite's wording; without these checks it would store 'abc' as a number or a date."""

    never_again = "AUTOINCREMENT"
    """Without it, SQLite reuses the number of the last row once that is deleted."""

    def count(self, column: str) -> str:
        return f"{column} IS NULL OR (typeof({column}) = 'integer' AND {column} BETWEEN 0 AND 999999999999999)"

    def number(self, column: str, whole: bool) -> str:
        digits = f"{column} GLOB '[0-9]*' AND {column} NOT GLOB '*[^0-9.]*' AND {column} NOT GLOB '0[0-9]*'"
        size = f"{column} NOT GLOB '{'[0-9]' * (WHOLE_DIGITS + 1)}*'"
        part = f"{column} NOT GLOB '*.*.*' AND {column} NOT GLOB '*.*0' AND {column} NOT GLOB '*.'"
        fraction = f"{column} NOT GLOB '*.*'" if whole else f"{part} AND {column} NOT GLOB '*.{'?' * (DECIMALS + 1)}*'"
        return f"{column} IN ('-', '--') OR ({digits} AND {size} AND {fraction})"

    def day(self, column: str) -> str:
        # IS, not =: date() of a thirteenth month is NULL, and a CHECK that comes to NULL lets the row in.
        shape = f"{column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
        return f"{shape} AND date({column}) IS {column} AND {column} BETWEEN '{FIRST_YEAR}' AND '{LAST_YEAR}-12-31'"


class SqliteFile(Database, APSWDatabase):  # type: ignore[misc]  # playhouse has no types
    """A database in a file, or in memory."""

    dialect = SqliteDialect()
    write = "IMMEDIATE"
    """IMMEDIATE takes the write lock at once; deferred, most of several concurrent writers would fail."""
    snapshot = "DEFERRED"
    content: bytes | None = None
    """The file's bytes, where the database is opened in memory."""
    _opened: tuple[int, int] | None = None
    """Device and inode of the file when it was first opened."""

    def __init__(self, path: Path | str, held: Path | None, journal: str = "", **settings: object) -> None:
        """Every connection holds the lock file `held`, if given, so that the database is not replaced meanwhile.

        Each connection switches the file to `journal`, if any, before its first use.
        """
        super().__init__(str(path), timeout=None, **settings)
        self._held = held
        self._journal = journal
        self._holding = local()

    def get_binary_type(self) -> type[memoryview]:
        """The type Peewee would take from the standard library's sqlite3, which is not imported."""
        return memoryview

    def _connect(self) -> apsw.Connection:
        self._hold()
        if self._opened is None:
            self._opened = self._found()
        try:
            self.refuse_if_replaced()  # or the log of the file that was here would be taken for the other's
            connection: apsw.Connection = super()._connect()
            if self.content is not None:
                connection.deserialize("main", self.content)
        except BaseException:
            self._holding.lock = None
            raise
        return connection

    def _add_conn_hooks(self, connection: apsw.Connection) -> None:
        """Peewee's hook for a new connection, which runs its first statements."""
        connection.set_busy_handler(BusyRetry())
        # Else a statement with a join is planned anew for each value it is run with: a saved cell paid a fifth for it.
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        super()._add_conn_hooks(connection)
        if self._journal:
            _switch_journal(connection, self._journal)

    def _hold(self) -> None:
        if self._held is None:
            return
        try:
            self._holding.lock = Shared(self._held, _BUSY_SECONDS)
        except TimeoutError:
            raise StoreProblem("Dữ liệu đang được khôi phục. Hãy đợi ít phút rồi mở lại.") from None
        except OSError:
            pass  # a folder where nothing may be written: nothing can be put in this file's place either

    def _close(self, connection: apsw.Connection) -> None:
        super()._close(connection)
        self._holding.lock = None

    def claim(self, report_id: int | None) -> None:  # noqa: ARG002 -- the lock is the whole file's
        self.refuse_if_replaced()
        if self.expects and self.schema_version() != self.expects:
            raise StoreProblem(
                "Dữ liệu vừa được phiên bản mới của chương trình nâng cấp. Hãy thoát, mở lại chương trình rồi nhập lại"
                " chỗ vừa sửa."
            )

    def refuse_if_replaced(self) -> None:
        """Raise FileReplaced if the file was deleted or replaced since: what is written to it would be lost."""
        if self._found() != self._opened:
            raise FileReplaced

    def _found(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self.database)  # noqa: PTH116 -- at each save: a Path costs more than the answer
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def impatient(self) -> Iterator[None]:
        connection = self.connection()
        connection.set_busy_handler(None)
        try:
            yield
        finally:
            connection.set_busy_handler(BusyRetry())

    def data_version(self) -> int:
        return int(self.connection().execute("PRAGMA data_version").fetchall()[0][0])

    def schema_version(self) -> int:
        return int(self.connection().execute("PRAGMA user_version").fetchall()[0][0])

    def journal_mode(self) -> str:
        return str(self.execute_sql("PRAGMA journal_mode").fetchone()[0])

    def set_schema_version(self, version: int) -> None:
        self.execute_sql(f"PRAGMA user_version = {version:d}")

    def schema_text(self) -> str:
        rows = self.execute_sql(
            "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' AND sql IS NOT NULL"
            " ORDER BY type, name"
        )
        return "\n".join(str(text) for (text,) in rows)

    def highest_numbers(self) -> dict[str, int]:
        return {str(name): int(seq) for name, seq in self.execute_sql("SELECT name, seq FROM sqlite_sequence")}

    def set_highest_number(self, table: str, number: int) -> None:
        self.execute_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        if number:
            self.execute_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))

    def overwrite_deleted(self) -> None:
        self.execute_sql("PRAGMA secure_delete = on").fetchone()

    def refuse_updates(self, table: str, columns: Iterable[str]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        self._refuse(f"{table}_update", f'UPDATE OF {names} ON "{table}"', table)

    def refuse_deletes(self, table: str, unless: str = "") -> None:
        door = f"NOT EXISTS ({_TOLD.format('deleted_year', f'OLD.{unless}')})" if unless else ""
        self._refuse(f"{table}_delete", f'DELETE ON "{table}"', table, door)

    def refuse_renaming(self, table: str, column: str, login: str) -> None:
        told = _TOLD.format("erased_person", "person.number")
        door = f"NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.{login} AND EXISTS ({told}))"  # noqa: S608 -- ours
        self._refuse(f"{table}_{column}", f'UPDATE OF "{column}" ON "{table}"', table, door)

    def _refuse(self, name: str, event: str, table: str, when: str = "") -> None:
        condition = f" WHEN {when}" if when else ""
        refusal = f"SELECT RAISE(ABORT, '{table} is append-only')"
        self.execute_sql(f'CREATE TRIGGER "{name}" BEFORE {event}{condition} BEGIN {refusal}; END')

    def insert_rows(self, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        self.connection().executemany(_insertion(model, tuple(columns)), rows)

    def insert_below(self, parent: type[Model], values: Mapping[str, object], *below: Below) -> None:
        connection = self.connection()
        connection.execute(_insertion(parent, tuple(values)), tuple(values.values()))
        number = connection.last_insert_rowid()
        for model, columns, rows in below:
            connection.executemany(_insertion(model, columns), [(number, *row) for row in rows])

    def told(self, problem: StoreProblem) -> StoreProblem:
        if type(problem) is StoreProblem and is_disk_full(Path(self.database)):
            return DiskFull()  # the engine calls it a failing disk where the index of the log cannot grow
        return problem


_TOLD: Final = "SELECT 1 FROM ledger WHERE ledger.kind = '{}' AND ledger.subject = CAST({} AS TEXT)"


def _switch_journal(connection: apsw.Connection, mode: str) -> None:
    """Set the file's journal mode, waiting for others as for any lock.

    The engine calls no busy handler, and fails at once, while another process writes without a WAL or switches too.
    """
    until = monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute(f"PRAGMA journal_mode = {mode}").fetchall()
        except apsw.BusyError:
            if not _retry_until(until):
                raise
        else:
            return


def connect(path: Path, wal: bool = True, hold: bool = True) -> SqliteFile:
    """A connection to the file at `path`, opened at its first use. Durable: a commit returns after one fdatasync.

    With `hold`, each connection holds `sessions_lock`. Do without only for a file that nobody else knows, or where
    the caller holds that lock exclusively.
    """
    journal = "wal" if wal and wal_is_safe(SqliteFile.server_version) else "delete"
    pragmas = (("foreign_keys", 1), ("cache_size", -_CACHE_KIB), ("synchronous", "full"))
    held = sessions_lock(path) if hold else None
    return SqliteFile(path.absolute(), held, journal, pragmas=pragmas)


def connect_to_read(path: Path) -> SqliteFile:
    """As `connect`, read-only: writes neither the file nor anything beside it."""
    flags = apsw.SQLITE_OPEN_READONLY
    pragmas = (("cache_size", -_CACHE_KIB),)
    return SqliteFile(path.absolute(), sessions_lock(path), pragmas=pragmas, flags=flags)


def connect_unchanging(path: Path) -> SqliteFile:
    """As `connect_to_read`, on an immutable file: takes no lock, and makes no file beside it."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    pragmas = (("cache_size", -_CACHE_KIB),)
    return SqliteFile(f"{path.absolute().as_uri()}?immutable=1", None, pragmas=pragmas, flags=flags)


def connect_to_content(content: bytes) -> SqliteFile:
    """Open `content`, the bytes of a database file, in memory; nothing of it reaches a disk."""
    database = SqliteFile(":memory:", None, pragmas=(("query_only", 1),))
    # Memory has no log beside it: bytes 18 and 19 say that there is none (sqlite.org/fileformat2.html, 1.3.3).
    database.content = content[:18] + b"\x01\x01" + content[20:]
    return database


def read_whole(path: Path) -> bytes:
    """The bytes of the database at `path`, its log merged in, where nothing can be written beside it.

    Raises StoreProblem, Busy where somebody else has it open.
    """
    with translate_errors():
        if not has_log(path):
            return _serialized(f"{path.absolute().as_uri()}?immutable=1", apsw.SQLITE_OPEN_READONLY)
        # Alone, the engine keeps the index of the log in memory.
        return _serialized(path.absolute().as_uri(), apsw.SQLITE_OPEN_READWRITE, alone=True)


def _serialized(uri: str, flags: int, alone: bool = False) -> bytes:
    connection = apsw.Connection(uri, flags=flags | apsw.SQLITE_OPEN_URI)
    try:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # what is in the log stays there
        if alone:
            connection.pragma("locking_mode", "exclusive")
        connection.execute("BEGIN; SELECT count(*) FROM sqlite_schema").fetchall()
        return connection.serialize("main")
    finally:
        connection.close()


def is_disk_full(path: Path) -> bool:
    """Whether the disk of `path` lacks the space the engine needs beside the file, or an inode for one more."""
    try:
        found = os.statvfs(path.absolute().parent)
    except OSError:
        return False
    return found.f_bavail * found.f_frsize < _LEAST_ROOM or (found.f_files > 0 and found.f_favail < _LEAST_FILES)


def close_log(database: SqliteFile) -> None:
    """Checkpoint the WAL and switch to rollback journalling. Nobody else may have the file open.

    Raises StoreProblem, InUse if somebody has it open, with whatever program.
    """
    try:
        with translate_errors(database):
            database.execute_sql("PRAGMA journal_mode = delete").fetchone()
    except Busy:
        raise InUse from None


def sessions_lock(path: Path) -> Path:
    """The lock file that everybody holds, shared, who has the database at `path` open."""
    return path.with_name(f"{path.name}.open")


def beside(path: Path) -> tuple[Path, Path]:
    """The WAL, which holds the latest commits until a checkpoint, and its index.

    Both are deleted when the last connection closes in order.
    """
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def has_log(path: Path) -> bool:
    """Whether there is a WAL that is not empty."""
    try:
        return beside(path)[0].stat().st_size > 0
    except OSError:
        return False


def wal_is_safe(version: Sequence[int]) -> bool:
    """Whether this SQLite has the WAL-reset fix: 3.51.3 and later, or a backport of it."""
    fixed = {(3, 50): 7, (3, 44): 6}
    branch, patch = (version[0], version[1]), version[2]
    return tuple(version) >= (3, 51, 3) or (branch in fixed and patch >= fixed[branch])


def mark_as_ours(database: SqliteFile) -> None:
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")


@cache
def _insertion(model: type[Model], columns: tuple[str, ...]) -> str:
    names = [model._meta.fields[column].column_name for column in columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return f'INSERT INTO "{model._meta.table_name}" ({quoted}) VALUES ({marks})'  # noqa: S608 -- our own names


def _told(chain: Sequence[BaseException]) -> StoreProblem | None:
    if any(getattr(link, "extendedresult", 0) == apsw.SQLITE_IOERR_SHORT_READ for link in chain):
        return Damaged()  # the file ends where a row goes on: that is no disk's complaint
    kinds = {type(link) for link in chain}
    for kind, problem in _PROBLEMS.items():
        if any(issubclass(found, kind) for found in kinds):
            return problem()
    return None


_PROBLEMS: Final[dict[type[BaseException], Callable[[], StoreProblem]]] = {
    apsw.FullError: DiskFull,
    apsw.BusyError: Busy,
    apsw.ReadOnlyError: ReadOnly,
    apsw.CantOpenError: lambda: StoreProblem(
        "Không mở được tệp dữ liệu. Hãy kiểm tra thư mục chứa nó có tồn tại và cho phép ghi."
    ),
    apsw.CorruptError: Damaged,
    apsw.NotADBError: lambda: Damaged(
        "Tệp dữ liệu bị hỏng hoặc không phải của chương trình. Hãy khôi phục từ bản sao lưu."
    ),
    apsw.IOError: lambda: StoreProblem("Ổ đĩa máy chủ báo lỗi đọc ghi. Hãy báo quản trị viên."),
    apsw.TooBigError: lambda: StoreProblem("Nội dung quá dài để lưu. Hãy chia bớt."),
}

register_engine(apsw.Error, _told)
