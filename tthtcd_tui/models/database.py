"""The engine: SQLite, brought along by apsw. Every line that only this engine understands is in this file, or, where it
is about files as a whole, in `database_files`.

Debian 12's own SQLite 3.40 can lose committed writes in WAL mode (sqlite.org/wal.html, «WAL-reset bug», fixed in
3.51.3 and backported to 3.50.7 and 3.44.6); apsw's wheels bundle a fixed one. On a library that is not fixed the slower
rollback journal is used, never WAL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import local
from time import monotonic, sleep
from typing import Final

import apsw
from peewee import SQL, AutoField, Check, Context, DatabaseError, Model, Node, NodeList, OperationalError
from playhouse.apsw_ext import APSWDatabase

from tthtcd_tui.files.lock import Shared
from tthtcd_tui.models.problem import InUse, StoreProblem
from tthtcd_tui.text.dates import FIRST_YEAR, LAST_YEAR
from tthtcd_tui.text.numbers import DECIMALS, WHOLE_DIGITS

APPLICATION_ID: Final = 0x54_54_48_44
"""«TTHD» in the file's header: how we know a database as ours."""
_CACHE_KIB: Final = 64 * 1024
"""Taken as it is needed: an import of 100,000 activities writes its indexes once, not as often as 2 MiB overflow."""
_BUSY_SECONDS: Final = 5
DAMAGED: Final = "Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao lưu."


class _Patience:
    """Waits for somebody else's lock, all alike: SQLite's own wait grows to 100 ms a try, so that of many who write
    without a pause those who have waited longest ask least often, and some wait in vain.
    """

    def __init__(self) -> None:
        self._until = 0.0

    def __call__(self, tries: int) -> bool:
        if not tries:
            self._until = monotonic() + _BUSY_SECONDS
        if monotonic() > self._until:
            return False
        from random import uniform  # costs a start 3 ms, and hardly any start has to wait

        sleep(uniform(0.0005, 0.004))  # noqa: S311 -- not a secret, only not in step with the others
        return True


class Database(APSWDatabase):  # type: ignore[misc]  # playhouse has no types
    """A database file, with a connection of its own for each thread that uses it."""

    refusal = ""
    """Why nothing may be written, in words; empty while it may."""
    before_writing: Callable[[], None] | None = None
    """Done once, before the first thing is written: the day's backup."""
    expects = 0
    """The version of the schema that this program writes; 0 while it is being made or changed."""
    _opened: tuple[int, int] | None = None
    """Which file it was when first opened, by device and inode."""

    def __init__(self, path: Path, held: Path | None, **settings: object) -> None:
        """Whoever has a connection holds `held` too, if any: so that a file is not put in another's place meanwhile."""
        super().__init__(str(path), **settings)
        self._held = held
        self._holding = local()

    def _connect(self) -> apsw.Connection:
        self._hold()
        if self._opened is None:
            self._opened = self._found()
        try:
            connection: apsw.Connection = super()._connect()
        except BaseException:
            self._holding.lock = None
            raise
        connection.set_busy_handler(_Patience())
        return connection

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

    def refuse_if_upgraded(self) -> None:
        """Raises StoreProblem if a newer program has changed the schema since."""
        if self.expects and schema_version(self) != self.expects:
            raise StoreProblem(
                "Dữ liệu vừa được phiên bản mới của chương trình nâng cấp. Hãy thoát, mở lại chương trình rồi nhập lại"
                " chỗ vừa sửa."
            )

    def refuse_if_replaced(self) -> None:
        """Raises StoreProblem if the file was deleted or replaced since: what is written to it would be lost."""
        if self._found() != self._opened:
            raise StoreProblem(
                "Tệp dữ liệu đã bị xóa hoặc bị thay bằng tệp khác trong lúc đang mở. Hãy thoát, mở lại chương trình"
                " rồi nhập lại chỗ vừa sửa."
            )

    def _found(self) -> tuple[int, int] | None:
        try:
            found = Path(self.database).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


class LastingNumber(AutoField):
    """The number of a row, never given to another once it is gone: SQLite would hand out the last one again."""

    def ddl(self, ctx: Context) -> NodeList:
        return NodeList((super().ddl(ctx), SQL("AUTOINCREMENT")))


def connect(path: Path, wal: bool = True, hold: bool = True) -> Database:
    """A connection to the file at `path`, opened at its first use. Durable: a commit returns after one fdatasync.

    Whoever uses it holds `sessions_lock`, unless nobody else can know the file or its caller holds the lock alone.
    """
    journal = "wal" if wal and wal_is_safe(Database.server_version) else "delete"
    pragmas = (("foreign_keys", 1), ("cache_size", -_CACHE_KIB), ("journal_mode", journal), ("synchronous", "full"))
    held = sessions_lock(path) if hold else None
    return Database(path.absolute(), held, pragmas=pragmas, timeout=_BUSY_SECONDS)


def connect_to_read(path: Path) -> Database:
    """As `connect`, on a file that is not to be written to, nor anything beside it."""
    flags = apsw.SQLITE_OPEN_READONLY
    pragmas = (("cache_size", -_CACHE_KIB),)
    return Database(path.absolute(), sessions_lock(path), pragmas=pragmas, timeout=_BUSY_SECONDS, flags=flags)


def close_log(database: Database) -> None:
    """Brings over what stands in the log and does without one, which takes that nobody else has the file open.

    Raises StoreProblem, InUse if somebody has it open, with whatever program.
    """
    try:
        with in_words(database):
            database.execute_sql("PRAGMA journal_mode = delete").fetchone()
    except StoreProblem as fault:
        if fault.message == _REASONS[apsw.BusyError]:
            raise InUse from None
        raise


def sessions_lock(path: Path) -> Path:
    """What everybody holds who has the database at `path` open."""
    return path.with_name(f"{path.name}.open")


def beside(path: Path) -> tuple[Path, Path]:
    """The log, where what was written last stands until it is brought over, and its index.

    Both are gone when the last one has closed the file well.
    """
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def has_log(path: Path) -> bool:
    """Whether something stands in the log."""
    try:
        return beside(path)[0].stat().st_size > 0
    except OSError:
        return False


def wal_is_safe(version: Sequence[int]) -> bool:
    """Whether this SQLite has the WAL-reset fix: 3.51.3 and later, or a backport of it."""
    fixed = {(3, 50): 7, (3, 44): 6}
    branch, patch = (version[0], version[1]), version[2]
    return tuple(version) >= (3, 51, 3) or (branch in fixed and patch >= fixed[branch])


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction that takes the write lock at once: what it reads cannot change before it writes."""
    with in_words(database):
        if database.before_writing and not (database.refusal or database.transaction_depth()):
            prepare, database.before_writing = database.before_writing, None
            prepare()
        with _locked(database):
            yield


@contextmanager
def _locked(database: Database) -> Iterator[None]:
    if database.refusal:
        raise StoreProblem(database.refusal)
    with database.atomic("IMMEDIATE"):
        database.refuse_if_replaced()
        database.refuse_if_upgraded()
        yield


@contextmanager
def writing_at_once(database: Database) -> Iterator[None]:
    """As `writing`, for what is not worth waiting for: while somebody else writes, it fails without a delay.

    Nor is it worth what is done before the first thing is saved.
    """
    with in_words(database):
        connection = database.connection()
        connection.set_busy_handler(None)
        try:
            with _locked(database):
                yield
        finally:
            connection.set_busy_handler(_Patience())


@contextmanager
def reading(database: Database) -> Iterator[None]:
    """One consistent view of the whole database; writers go on meanwhile."""
    with in_words(database), database.atomic("DEFERRED"):
        yield


@contextmanager
def undamaged() -> Iterator[None]:
    """While what is stored is made into values: what cannot be one was not written by this program."""
    try:
        yield
    except (ValueError, TypeError, ArithmeticError) as error:
        raise StoreProblem(DAMAGED) from error


def schema_version(database: Database) -> int:
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def set_schema_version(database: Database, version: int) -> None:
    database.execute_sql(f"PRAGMA user_version = {version:d}")


def journal_mode(database: Database) -> str:
    return str(database.execute_sql("PRAGMA journal_mode").fetchone()[0])


def engine_version() -> str:
    return ".".join(map(str, Database.server_version))


def mark_as_ours(database: Database) -> None:
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")


def refuse_changes(database: Database, table: str) -> None:
    """From now on rows can be added to `table`, and none changed or deleted."""
    for what in ("UPDATE", "DELETE"):
        database.execute_sql(
            f'CREATE TRIGGER "{table}_{what.lower()}" BEFORE {what} ON "{table}"'
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def count_check(column: str) -> Node:
    """The column holds a whole number from 0 on, as long as one can be typed. SQLite itself would take 'abc'."""
    return Check(f"{column} IS NULL OR (typeof({column}) = 'integer' AND {column} BETWEEN 0 AND 999999999999999)")


def number_check(column: str, whole: bool = False) -> Node:
    """The column holds a canonical decimal («20», «2.5»), or «-» (không có) or «--» (không áp dụng)."""
    digits = f"{column} GLOB '[0-9]*' AND {column} NOT GLOB '*[^0-9.]*' AND {column} NOT GLOB '0[0-9]*'"
    size = f"{column} NOT GLOB '{'[0-9]' * (WHOLE_DIGITS + 1)}*'"
    part = f"{column} NOT GLOB '*.*.*' AND {column} NOT GLOB '*.*0' AND {column} NOT GLOB '*.'"
    fraction = f"{column} NOT GLOB '*.*'" if whole else f"{part} AND {column} NOT GLOB '*.{'?' * (DECIMALS + 1)}*'"
    return Check(f"{column} IN ('-', '--') OR ({digits} AND {size} AND {fraction})")


def date_check(column: str, absent: bool = True) -> Node:
    """The column holds a day as 2021-06-05 — and, where an answer may be absent, also «-» or «--»."""
    # IS, not =: date() of a thirteenth month is NULL, and a CHECK that comes to NULL lets the row in.
    shape = f"{column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
    day = f"{shape} AND date({column}) IS {column} AND {column} BETWEEN '{FIRST_YEAR}' AND '{LAST_YEAR}-12-31'"
    return Check(f"{column} IN ('-', '--') OR ({day})" if absent else day)


def all_rows(
    database: Database, model: type[Model], columns: Sequence[str], report: int
) -> Iterator[tuple[object, ...]]:
    """All that a report has in one table. Peewee takes longer to build such a query than the engine to answer it."""
    names = ", ".join(f'"{model._meta.fields[column].column_name}"' for column in columns)
    statement = f'SELECT {names} FROM "{model._meta.table_name}" WHERE "report_id" = ?'  # noqa: S608 -- our own names
    return iter(database.execute_sql(statement, (report,)))


def insert_all(
    database: Database, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Many rows through one prepared statement: ten times as fast as `insert_many`."""
    names = [model._meta.fields[column].column_name for column in columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    table = model._meta.table_name
    statement = f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})'  # noqa: S608 -- names of our own models
    with in_words(database):
        database.connection().cursor().executemany(statement, rows)


@contextmanager
def in_words(database: Database | None = None) -> Iterator[None]:
    """What the engine complains of, as a StoreProblem. Once it has found damage, nothing more is written."""
    try:
        yield
    except (DatabaseError, apsw.Error, UnicodeDecodeError) as error:
        reason = _reason(error)
        if database is not None and reason in _NOT_SOUND:
            database.refusal = DAMAGED
        raise StoreProblem(reason) from error


def _reason(error: BaseException) -> str:
    """The cause in words. It may hide behind a failed rollback, so the whole chain is looked at."""
    chain: list[BaseException] = []
    while error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__ or error
    kinds = {type(link) for link in chain}
    for kind, words in _REASONS.items():
        if any(issubclass(found, kind) for found in kinds):
            return words
    if OperationalError in kinds and any("locked" in str(link) for link in chain):
        return _REASONS[apsw.BusyError]
    return "Cơ sở dữ liệu báo lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên."


_REASONS: Final[dict[type[BaseException], str]] = {
    apsw.FullError: "Ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt rồi lưu lại.",
    apsw.BusyError: "Người khác đang ghi quá lâu. Hãy thử lại sau ít giây.",
    apsw.ReadOnlyError: "Tệp dữ liệu hoặc thư mục của nó chỉ cho đọc. Hãy báo quản trị viên cấp quyền ghi.",
    apsw.CantOpenError: "Không mở được tệp dữ liệu. Hãy kiểm tra thư mục chứa nó có tồn tại và cho phép ghi.",
    apsw.CorruptError: DAMAGED,
    UnicodeDecodeError: DAMAGED,
    apsw.NotADBError: "Tệp dữ liệu bị hỏng hoặc không phải của chương trình. Hãy khôi phục từ bản sao lưu.",
    apsw.IOError: "Ổ đĩa máy chủ báo lỗi đọc ghi. Hãy báo quản trị viên.",
    apsw.TooBigError: "Nội dung quá dài để lưu. Hãy chia bớt.",
}
_NOT_SOUND: Final = {_REASONS[kind] for kind in (apsw.CorruptError, apsw.NotADBError)}
