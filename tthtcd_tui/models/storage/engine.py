"""The interface of a database engine: consistent reads, atomic writes, the engine's own SQL, errors as StoreProblem.

Two modules implement it, `sqlite` and `postgres.database`. Nothing here or above names an engine.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Final

from tthtcd_tui.errors import Damaged, StoreProblem
from tthtcd_tui.models.storage.checks import Dialect
from tthtcd_tui.models.storage.complaints import complaints, problem_of
from tthtcd_tui.models.storage.orm import Model, UntypedDatabase
from tthtcd_tui.named_tuple import NamedTuple

NO_REPORT: Final = 0
"""Claimed by a transaction that changes no report, so that it blocks nobody who writes to one."""


class Below(NamedTuple):
    """Child rows inserted with their parent: the first of `columns` is the foreign key, which `rows` leave out."""

    model: type[Model]
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]


class Database(UntypedDatabase, ABC):  # type: ignore[misc]  # a base without types
    """A database, with one connection for each thread that uses it."""

    dialect: ClassVar[Dialect]
    write: ClassVar[str]
    """The statement that begins a writing transaction."""
    snapshot: ClassVar[str]
    """The statement that begins a read-only transaction on one consistent snapshot."""
    refusal: StoreProblem | None = None
    """Why the database is read-only; None while it can be written to."""
    before_writing: Callable[[], None] | None = None
    """One-shot callback run before the first write: the day's backup."""
    expects = 0
    """The version of the schema that this program writes; 0 while it is being made or changed."""

    is_cut_off = False
    """Whether the last attempt to reach the server failed."""

    def get_context_options(self) -> dict[str, Any]:
        return {**super().get_context_options(), "dialect": self.dialect}

    @abstractmethod
    def claim(self, report_id: int | None) -> None:
        """Lock the report (None: everything) as a writing transaction begins; until its end nobody else can change it.

        A nested transaction may claim what its outer one holds already. Raises FileReplaced, or another StoreProblem,
        where what is written would be lost or could not be read.
        """

    def claim_ledger(self) -> None:
        """Lock what all reports share (ledger, persons' numbers), in a transaction that has claimed one report only."""

    @abstractmethod
    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Inside the block, a transaction that would wait for a lock fails at once with Busy."""

    @abstractmethod
    def data_version(self) -> int:
        """A number that changes once somebody else has changed staff, centres or years; nearly free to ask."""

    def news(self, report_id: int) -> object | None:  # noqa: ARG002 -- of an engine that tells
        """A token that changes once somebody else may have changed the report; for NO_REPORT, staff, centres or years.

        Makes no round trip. None where the engine sends no notifications: poll the revision then.
        """
        return None

    def answers(self) -> bool:
        """Try whether the data can be reached now. It may block, so call it in a thread of its own."""
        return True

    @abstractmethod
    def schema_version(self) -> int: ...

    @abstractmethod
    def set_schema_version(self, version: int) -> None: ...

    @abstractmethod
    def schema_text(self) -> str:
        """The SQL of every table, index and trigger, in an order that never changes."""

    @abstractmethod
    def highest_numbers(self) -> Mapping[str, int]:
        """By table: the highest number ever given to a row, for tables that never reuse one."""

    @abstractmethod
    def overwrite_deleted(self) -> None:
        """Have this connection overwrite what it deletes from now on, as far as the engine can."""

    def begin_schema(self) -> None:
        """Create what the tables depend on (functions, counters), in an empty database."""

    def number_rows(self, table: str) -> None:
        """Never reuse numbers in `table`, whose key is an AutoIncrementField."""

    def number_on(self, table: str, key: str) -> None:
        """Continue the numbering of `table` after rows that were inserted with numbers of their own."""

    @abstractmethod
    def set_highest_number(self, table: str, number: int) -> None:
        """Have `table`, which never reuses numbers, give none up to `number` any more."""

    def ask(self, statement: str, values: Sequence[object] = ()) -> Any:
        """Execute one statement without Peewee, which would double the cost; returns the engine's own cursor."""
        return self.connection().execute(statement, values)

    def ask_all(self, questions: Iterable[tuple[str, Sequence[object]]]) -> list[list[tuple[Any, ...]]]:
        """Run several SELECTs in one round trip; the rows of each."""
        connection = self.connection()
        return [connection.execute(*question).fetchall() for question in questions]

    def tell(self, statement: str, values: Sequence[object] = ()) -> None:
        """Execute a statement whose result nobody needs. It may be sent, and fail, as late as the end of `writing`."""
        self.connection().execute(statement, values)

    def stream(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT, fetched in portions so that memory stays bounded."""
        return iter(self.execute_sql(statement))

    @abstractmethod
    def refuse_updates(self, table: str, columns: Iterable[str]) -> None:
        """Create a trigger that refuses changes of `columns` of `table`."""

    @abstractmethod
    def refuse_deletes(self, table: str, unless: str = "") -> None:
        """Create a trigger that refuses deletes from `table`; not of a year that the ledger has recorded as deleted.

        `unless` is the column that holds the year's report; empty where there is no exception.
        """

    @abstractmethod
    def refuse_renaming(self, table: str, column: str, login: str) -> None:
        """Create a trigger that refuses changes of `column`; not for a person whom the ledger has recorded as erased.

        `login` is the column that holds whose row it is.
        """

    @abstractmethod
    def insert_rows(self, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert many rows, as fast as the engine can. Errors may come as late as with `tell`."""

    @abstractmethod
    def insert_below(self, parent: type[Model], values: Mapping[str, object], *below: Below) -> None:
        """Insert a row of `parent` with its child rows."""

    def told(self, problem: StoreProblem) -> StoreProblem:
        """The problem to be raised in place of `problem`: an engine may know more than its exception said."""
        return problem


@contextmanager
def writing(database: Database, report_id: int | None = None) -> Iterator[None]:
    """Run the block as one writing transaction: what it reads, of `report_id` or of anything, nobody changes meanwhile.

    With `report_id`, it writes to that report, the ledger and the persons' numbers only. Raises StoreProblem.
    """
    try:  # one block and not three, one in another: each costs a saved cell as much as a query
        if database.before_writing and not (database.refusal or database.transaction_depth()):
            prepare, database.before_writing = database.before_writing, None
            prepare()
        _refuse(database)
        with database.atomic(database.write):
            database.claim(report_id)
            yield
    except complaints() as error:
        raise _translated(error, database) from error


def _refuse(database: Database) -> None:
    if database.refusal:
        raise database.refusal.with_traceback(None)  # the same one each time: what it met before is of no interest


@contextmanager
def writing_at_once(database: Database) -> Iterator[None]:
    """As `writing`, for what is not worth waiting for: raises Busy at once while somebody else writes.

    It writes to no report, and does not run `before_writing`.
    """
    with translate_errors(database), database.impatient():
        _refuse(database)
        with database.atomic(database.write):
            database.claim(NO_REPORT)
            yield


@contextmanager
def reading(database: Database) -> Iterator[None]:
    """Run the block on one consistent snapshot of the database; writers are not blocked."""
    with translate_errors(database), database.atomic(database.snapshot):
        yield


@contextmanager
def guard_decoding() -> Iterator[None]:
    """Raise Damaged where stored data cannot be decoded: this program did not write them."""
    try:
        yield
    except (ValueError, TypeError, ArithmeticError) as error:
        raise Damaged from error


@contextmanager
def translate_errors(database: Database | None = None) -> Iterator[None]:
    """Raise the engine's errors as StoreProblem. After damage was found, the database is read-only."""
    try:
        yield
    except complaints() as error:
        raise _translated(error, database) from error


def _translated(error: BaseException, database: Database | None) -> StoreProblem:
    problem = problem_of(error)
    if database is not None:
        problem = database.told(problem)
        if isinstance(problem, Damaged):
            database.refusal = Damaged()
    return problem


def data_version(database: Database) -> int:
    """As `Database.data_version`, outside of any transaction."""
    with translate_errors(database):
        return database.data_version()


def news(database: Database, report_id: int) -> object | None:
    """As `Database.news`, outside of any transaction."""
    with translate_errors(database):
        return database.news(report_id)


def all_rows(
    database: Database, model: type[Model], columns: Sequence[str], report_id: int
) -> Iterator[tuple[object, ...]]:
    """All rows of a report in one table, ordered by the first of `columns`.

    Written without Peewee, which takes longer to build such a query than the engine to answer it.
    """
    names = ", ".join(f'"{model._meta.fields[column].column_name}"' for column in columns)
    statement = f'SELECT {names} FROM "{model._meta.table_name}" WHERE "report_id" = {database.param} ORDER BY 1'  # noqa: S608 -- our own names
    return iter(database.execute_sql(statement, (report_id,)))


def insert_all(
    database: Database, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert many rows without Peewee, ten times as fast as `insert_many`. Call it inside `writing`."""
    database.insert_rows(model, columns, rows)
