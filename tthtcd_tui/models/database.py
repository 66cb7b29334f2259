"""The engine: SQLite, brought along by apsw. Every line that only this engine understands is in this file.

Debian 12's own SQLite 3.40 can lose committed writes in WAL mode (sqlite.org/wal.html, «WAL-reset bug», fixed in
3.51.3 and backported to 3.50.7 and 3.44.6); apsw's wheels bundle a fixed one. On a library that is not fixed the slower
rollback journal is used, never WAL.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import apsw
from peewee import Check, DatabaseError, Model, Node, OperationalError
from playhouse.apsw_ext import APSWDatabase

from tthtcd_tui.models.problem import StoreProblem

APPLICATION_ID: Final = 0x54_54_48_44
"""«TTHD» in the file's header: how we know a database as ours."""
_HEADER: Final = b"SQLite format 3\0"
_BUSY_SECONDS: Final = 5


class Database(APSWDatabase):  # type: ignore[misc]  # playhouse has no types
    """A database file, with a connection of its own for each thread that uses it."""


def connect(path: Path, wal: bool = True) -> Database:
    """A connection to the file at `path`, opened at its first use. Durable: a commit returns after one fdatasync."""
    journal = "wal" if wal and wal_is_safe(Database.server_version) else "delete"
    pragmas = (("foreign_keys", 1), ("journal_mode", journal), ("synchronous", "full"))
    return Database(str(path), pragmas=pragmas, timeout=_BUSY_SECONDS)


def wal_is_safe(version: Sequence[int]) -> bool:
    """Whether this SQLite has the WAL-reset fix: 3.51.3 and later, or a backport of it."""
    fixed = {(3, 50): 7, (3, 44): 6}
    branch, patch = (version[0], version[1]), version[2]
    return tuple(version) >= (3, 51, 3) or (branch in fixed and patch >= fixed[branch])


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction that takes the write lock at once: what it reads cannot change before it writes."""
    with _in_words(), database.atomic("IMMEDIATE"):
        yield


@contextmanager
def reading(database: Database) -> Iterator[None]:
    """One consistent view of the whole database; writers go on meanwhile."""
    with _in_words(), database.atomic("DEFERRED"):
        yield


def schema_version(database: Database) -> int:
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def set_schema_version(database: Database, version: int) -> None:
    database.execute_sql(f"PRAGMA user_version = {version:d}")


def mark_as_ours(database: Database) -> None:
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")


def is_ours(database: Database) -> bool:
    return bool(database.execute_sql("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def refuse_what_is_no_database(path: Path) -> None:
    """Raises StoreProblem for a file that SQLite would take for an empty database, or could not read."""
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
            size = os.fstat(file.fileno()).st_size
    except IsADirectoryError:
        raise StoreProblem(f"“{path}” là thư mục. Hãy ghi thêm tên tệp dữ liệu vào sau thư mục.") from None
    except OSError:
        raise StoreProblem(f"Không đọc được tệp dữ liệu “{path}”. Hãy kiểm tra quyền với tệp này.") from None
    if size == 0:
        raise StoreProblem(
            f"Tệp dữ liệu “{path}” trống rỗng: có thể đã bị hỏng khi sao chép. Hãy lấy lại từ bản sao lưu;"
            " nếu muốn bắt đầu mới thì xóa tệp này đi."
        )
    if header != _HEADER:
        raise StoreProblem(f"“{path}” không phải tệp dữ liệu của chương trình. Hãy chọn tệp khác.")


def number_check(column: str, whole: bool = False) -> Node:
    """The column holds a canonical decimal («20», «2.5»), or «-» (không có) or «--» (không áp dụng)."""
    digits = f"{column} GLOB '[0-9]*' AND {column} NOT GLOB '*[^0-9.]*' AND {column} NOT GLOB '0[0-9]*'"
    fraction = (
        f"{column} NOT GLOB '*.*'"
        if whole
        else f"{column} NOT GLOB '*.*.*' AND {column} NOT GLOB '*.*0' AND {column} NOT GLOB '*.'"
    )
    return Check(f"{column} IN ('-', '--') OR ({digits} AND {fraction} AND length({column}) <= 22)")


def date_check(column: str, absent: bool = True) -> Node:
    """The column holds a day as 2021-06-05 — and, where an answer may be absent, also «-» or «--»."""
    day = f"{column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date({column}) = {column}"
    return Check(f"{column} IN ('-', '--') OR ({day})" if absent else day)


def insert_all(
    database: Database, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Many rows through one prepared statement: ten times as fast as `insert_many`."""
    names = [model._meta.fields[column].column_name for column in columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    table = model._meta.table_name
    statement = f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})'  # noqa: S608 -- names of our own models
    with _in_words():
        database.connection().cursor().executemany(statement, rows)


@contextmanager
def _in_words() -> Iterator[None]:
    """What the engine complains of, as a StoreProblem."""
    try:
        yield
    except (DatabaseError, apsw.Error) as error:
        raise StoreProblem(_reason(error)) from error


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
    return "Cơ sở dữ liệu báo lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên chạy “tthtcd doctor”."


_REASONS: Final[dict[type[BaseException], str]] = {
    apsw.FullError: "Ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt rồi lưu lại.",
    apsw.BusyError: "Người khác đang ghi quá lâu. Hãy thử lại sau ít giây.",
    apsw.ReadOnlyError: "Tệp dữ liệu hoặc thư mục của nó chỉ cho đọc. Hãy báo quản trị viên cấp quyền ghi.",
    apsw.CantOpenError: "Không mở được tệp dữ liệu. Hãy kiểm tra thư mục chứa nó có tồn tại và cho phép ghi.",
    apsw.CorruptError: "Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao lưu.",
    apsw.NotADBError: "Tệp dữ liệu bị hỏng hoặc không phải của chương trình. Hãy khôi phục từ bản sao lưu.",
    apsw.IOError: "Ổ đĩa máy chủ báo lỗi đọc ghi. Hãy báo quản trị viên.",
    apsw.TooBigError: "Nội dung quá dài để lưu. Hãy chia bớt.",
}
