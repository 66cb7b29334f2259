"""A database on a PostgreSQL server: writers lock their report first, and wait for nobody else.

Locks and settings belong to a transaction and never to a session, so that a pooler may stand between. Statements whose
result is not needed at once are queued (`batch`): BEGIN goes with the first question, COMMIT with the last change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from itertools import chain, count, islice
from threading import local
from time import monotonic
from typing import Any, Final

from tthtcd_tui.errors import ServerGone, StoreProblem
from tthtcd_tui.models.storage.engine import NO_REPORT, Below, Database
from tthtcd_tui.models.storage.orm import Model, PeeweePostgres
from tthtcd_tui.models.storage.postgres import complaints as _  # noqa: F401 -- says what the driver's complaints mean
from tthtcd_tui.models.storage.postgres import ddl
from tthtcd_tui.models.storage.postgres.batch import Batch, Rows
from tthtcd_tui.models.storage.postgres.dialect import PostgresDialect
from tthtcd_tui.models.storage.postgres.driver import Adapter, TransactionStatus, is_cut, psycopg
from tthtcd_tui.models.storage.postgres.news import Listener, listen, take_in, told_of

_LOCK: Final = 0x54_54_48_44
"""«TTHD», the key of the advisory lock: shared by those who write to one report, exclusive for all other writers."""
_PATIENCE: Final = "5s"
_IMPATIENCE: Final = "1ms"
_AT_ONCE: Final = 200
"""Rows sent in one INSERT; more are streamed."""
_ALL: Final = -1
_LONG: Final = 0.5
"""Seconds; an attempt to connect that took longer is not repeated at every key."""
_REST: Final = 10
"""After a failed attempt, wait this many times as long as it took before the next one."""
_LONGEST_REST: Final = 30.0
_VERSION: Final = f'SELECT version FROM "{ddl.MARK}"'  # noqa: S608 -- ours
_CURSORS: Final = count()


class PostgresDatabase(Database, PeeweePostgres):  # type: ignore[misc]  # Peewee's stubs know none
    """A database on a PostgreSQL server."""

    dialect = PostgresDialect()
    write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = '{}'"
    """READ COMMITTED: after locking the report's row it sees all that was committed; a snapshot would be too old."""
    snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    psycopg2_adapter = psycopg3_adapter = Adapter

    def __init__(self, connection: str) -> None:
        super().__init__(connection)
        self._now = local()
        self._not_before = 0.0
        """When, on the monotonic clock, the next attempt to connect may be made."""

    # -- transactions -------------------------------------------------------------------------------------------------

    def atomic(self, kind: str = "") -> AbstractContextManager[object]:
        """A reading transaction inside another one is part of that."""
        if kind == self.snapshot and self.in_transaction():
            return nullcontext()
        return super().atomic(kind)  # type: ignore[no-any-return]  # Peewee's stubs

    def begin(self, kind: str) -> None:
        """Queue BEGIN, which goes with the first question."""
        self._now.claimed = None
        self._batch.clear()
        self._forget_if_cut()
        super().connection()  # there before Peewee counts a transaction: a new one would forget it
        for statement in kind.format(getattr(self._now, "patience", _PATIENCE)).split("; "):
            self._batch.add(statement)

    def commit(self) -> None:
        """Send COMMIT with what is queued. Raises where the server rolled back instead."""
        connection, batch = super().connection(), self._batch
        claimed = getattr(self._now, "claimed", None)
        if claimed not in (None, NO_REPORT):
            batch.add(told_of(NO_REPORT if claimed == _ALL else claimed))
        if batch.has_checks:
            batch.send(connection)
        if batch.send(connection, "COMMIT").statusmessage != "COMMIT":
            raise psycopg.errors.InFailedSqlTransaction

    def rollback(self) -> None:
        self._batch.clear()
        connection = super().connection()
        if not connection.closed and connection.pgconn.transaction_status != TransactionStatus.IDLE:
            connection.execute("ROLLBACK")

    def claim(self, report_id: int | None) -> None:
        claimed = getattr(self._now, "claimed", None)
        asked = _ALL if report_id is None else report_id
        if claimed in (_ALL, asked):
            return
        self._now.claimed = asked
        self._batch.add(f"SELECT pg_advisory_xact_lock{'' if asked == _ALL else '_shared'}({_LOCK})")
        if asked not in (_ALL, NO_REPORT):
            self._batch.add(f'SELECT 1 FROM "report" WHERE "id" = {asked:d} FOR NO KEY UPDATE')  # noqa: S608 -- a number
        if self.expects:
            self._batch.add(_VERSION, self._refuse_unexpected)

    def _refuse_unexpected(self, found: Rows) -> None:
        if found != [(self.expects,)]:
            raise StoreProblem(
                "Dữ liệu vừa được phiên bản mới của chương trình nâng cấp. Hãy thoát, mở lại chương trình rồi nhập lại"
                " chỗ vừa sửa."
            )

    def claim_ledger(self) -> None:
        if getattr(self._now, "claimed", None) != _ALL:
            self._batch.add(f"SELECT 1 FROM \"{ddl.NUMBERS}\" WHERE name = 'ledger' FOR UPDATE")  # noqa: S608 -- ours

    @contextmanager
    def impatient(self) -> Iterator[None]:
        self._now.patience = _IMPATIENCE
        try:
            yield
        finally:
            self._now.patience = _PATIENCE

    # -- the line to it -----------------------------------------------------------------------------------------------

    def told(self, problem: StoreProblem) -> StoreProblem:
        """Forget a lost connection, so that the next transaction makes another."""
        if not self._state.closed and self._state.conn.closed and not self.in_transaction():
            self.close()
            problem = problem if isinstance(problem, ServerGone) else ServerGone()
        self.is_cut_off = self.is_cut_off or isinstance(problem, ServerGone)
        return problem

    def _connect(self) -> Any:
        """Connect. After an attempt that took long, fail at once for a while, since somebody waits at each key."""
        began = monotonic()
        if began < self._not_before:
            raise ServerGone
        try:
            connection = super()._connect()
        except BaseException:
            took = monotonic() - began
            if took > _LONG:
                self._not_before = monotonic() + min(_LONGEST_REST, _REST * took)
            raise
        self.is_cut_off = False
        return connection

    def answers(self) -> bool:
        try:
            super()._connect().close()
        except (psycopg.Error, StoreProblem):
            return False
        self._not_before = 0.0
        return True

    def _forget_if_cut(self) -> None:
        """Drop a connection that was cut while idle: the next question makes a new one, and nobody is told."""
        if not self._state.closed and not self.in_transaction() and is_cut(self._state.conn):
            self.close()

    # -- queries ------------------------------------------------------------------------------------------------------

    @property
    def _batch(self) -> Batch:
        try:
            return self._now.batch  # type: ignore[no-any-return]  # of a thread-local
        except AttributeError:
            self._now.batch = Batch()
            return self._now.batch  # type: ignore[no-any-return]  # of a thread-local

    def connection(self) -> Any:
        """The connection, after all that was queued has been sent: for callers that use it directly."""
        connection = super().connection()
        if self._batch:
            self._batch.send(connection)
        return connection

    def ask(self, statement: str, values: Sequence[object] = ()) -> Any:
        connection = super().connection()
        return self._batch.send(connection, _whole(connection, statement, values))

    def ask_all(self, questions: Iterable[tuple[str, Sequence[object]]]) -> list[Rows]:
        connection = super().connection()
        asked = [_whole(connection, *question) for question in questions]
        if not asked:
            return []
        cursor = self._batch.send(connection, *asked)
        found = [cursor.fetchall()]
        while cursor.nextset():
            found.append(cursor.fetchall())
        return found

    def tell(self, statement: str, values: Sequence[object] = ()) -> None:
        if not self.in_transaction():
            self.ask(statement, values)
            return
        self._batch.add(_whole(super().connection(), statement, values))

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """Execute a statement of Peewee's."""
        if sql.startswith("ROLLBACK TO"):
            self._batch.clear()  # it began with the savepoint, which was sent
        return self.ask(sql, params or ())

    def run(self, statement: str) -> Rows:
        """Execute one statement without parameters; its rows."""
        cursor = self._batch.send(super().connection(), statement)
        return cursor.fetchall() if cursor.description else []

    def stream(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """As `Database.stream`, by a server-side cursor; inside a transaction only."""
        with self.connection().cursor(name=f"tthtcd_{next(_CURSORS)}") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(statement)
            yield from cursor

    def insert_rows(self, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        rest = iter(rows)
        first = list(islice(rest, _AT_ONCE))
        if not first:
            return
        if len(first) < _AT_ONCE:
            self.tell(*_insertion(model, columns, first))
            return
        table, names = _target(model, tuple(columns))
        with self.connection().cursor().copy(f"COPY {table} {names} FROM STDIN") as copy:
            for row in chain(first, rest):
                copy.write_row(row)

    def insert_below(self, parent: type[Model], values: Mapping[str, object], *below: Below) -> None:
        statement, given = _insertion(parent, list(values), [list(values.values())])
        statement += " RETURNING id"
        if sum(len(each.rows) for each in below) < _AT_ONCE:
            made = [f"made AS ({statement})"]
            for number, (model, columns, rows) in enumerate(each for each in below if each.rows):
                part, more = _insertion(model, columns, rows, "(SELECT id FROM made)")
                made.append(f"below_{number} AS ({part})")
                given += more
            self.tell(f"WITH {', '.join(made)} SELECT 1 FROM made", given)  # noqa: S608 -- our names
        else:
            ((number,),) = self.ask(statement, given).fetchall()
            for model, columns, rows in below:
                self.insert_rows(model, columns, ((number, *row) for row in rows))

    # -- what others did ----------------------------------------------------------------------------------------------

    def data_version(self) -> int:
        """The ledger's last number: every change of staff, centres or years adds an entry."""
        found = self.news(NO_REPORT)
        news, version = getattr(self._now, "version", (None, 0))
        if found is None or found != news:
            version = self.highest_numbers().get("ledger", 0)
            self._now.version = found, version
        return int(version)

    def news(self, report_id: int) -> object | None:
        if self.in_transaction():
            return None
        self._forget_if_cut()
        connection = self.connection()
        listener: Listener | None
        made_for, listener = getattr(self._now, "listener", (None, None))
        if made_for is not connection:
            listener = listen(connection)
            self._now.listener = connection, listener
        if listener is None:
            return None
        take_in(connection, listener)
        return listener.news(report_id)

    # -- the schema ---------------------------------------------------------------------------------------------------

    def schema_version(self) -> int:
        ((version,),) = self.run(_VERSION)
        return int(version)

    def set_schema_version(self, version: int) -> None:
        self.run(f'UPDATE "{ddl.MARK}" SET version = {version:d}')  # noqa: S608 -- a number

    def schema_text(self) -> str:
        return "\n".join(line for (line,) in self.run(ddl.SCHEMA_TEXT))

    def highest_numbers(self) -> dict[str, int]:
        return {str(name): int(number) for name, number in self.run(f'SELECT name, number FROM "{ddl.NUMBERS}"')}  # noqa: S608 -- ours

    def set_highest_number(self, table: str, number: int) -> None:
        self.run(f"UPDATE \"{ddl.NUMBERS}\" SET number = {number:d} WHERE name = '{table}'")  # noqa: S608 -- ours

    def number_on(self, table: str, key: str) -> None:
        sequence = f"pg_get_serial_sequence('{table}', '{key}')"
        self.run(f'SELECT setval({sequence}, max("{key}")) FROM "{table}"')  # noqa: S608 -- ours

    def overwrite_deleted(self) -> None:
        """Nothing to do here: deleted rows leave the server's files when it vacuums them."""

    def begin_schema(self) -> None:
        for statement in ddl.BEGINNING:
            self.run(statement)

    def number_rows(self, table: str) -> None:
        for statement in ddl.number_rows(table):
            self.run(statement)

    def refuse_updates(self, table: str, columns: Iterable[str]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        self.run(ddl.trigger(f"{table}_update", f"UPDATE OF {names}", table))

    def refuse_deletes(self, table: str, unless: str = "") -> None:
        door = f"tthtcd_refuse_unless_told('{unless}')" if unless else "tthtcd_refuse()"
        self.run(ddl.trigger(f"{table}_delete", "DELETE", table, door))
        self.run(ddl.trigger(f"{table}_truncate", "TRUNCATE", table, each="STATEMENT"))

    def refuse_renaming(self, table: str, column: str, login: str) -> None:
        door = f"tthtcd_refuse_unless_erased('{login}')"
        self.run(ddl.trigger(f"{table}_{column}", f'UPDATE OF "{column}"', table, door))


@cache
def _target(model: type[Model], columns: tuple[str, ...]) -> tuple[str, str]:
    names = ", ".join(f'"{model._meta.fields[column].column_name}"' for column in columns)
    return f'"{model._meta.table_name}"', f"({names})"


def _insertion(
    model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[object]], first: str = ""
) -> tuple[str, list[object]]:
    """One statement for all rows, and its values; each row begins with what `first` stands for, if anything."""
    table, names = _target(model, tuple(columns))
    marks = ", ".join([*filter(None, [first]), *["%s"] * (len(columns) - bool(first))])
    values = [value for row in rows for value in row]
    return f"INSERT INTO {table} {names} VALUES {', '.join([f'({marks})'] * len(rows))}", values  # noqa: S608 -- our names


def _whole(connection: Any, statement: str, values: Sequence[object]) -> str:
    """A statement with its values in it."""
    return str(connection.cursor().mogrify(statement, values))
