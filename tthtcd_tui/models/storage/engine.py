"""What an engine is to the rooms above: a `Database` that reads one moment, writes as a whole or not at all, words its
own SQL, and complains in words of ours. `sqlite` is one.

Nothing here or above names an engine; what only one understands stands in its own module.
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
"""Claimed by a transaction that changes nothing of a report: it is in nobody's way who writes to one."""


class Below(NamedTuple):
    """Rows that belong to one of another table: the first of `columns` refers to it, and `rows` begin after that."""

    model: type[Model]
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]


class Database(UntypedDatabase, ABC):  # type: ignore[misc]
    """A database, with a connection of its own for each thread that uses it."""

    dialect: ClassVar[Dialect]
    write: ClassVar[str]
    """How a transaction that writes begins."""
    snapshot: ClassVar[str]
    """How one begins that sees one moment and writes nothing."""
    refusal: StoreProblem | None = None
    """Why nothing may be written; None while it may."""
    before_writing: Callable[[], None] | None = None
    """Done once, before the first thing is written: the day's backup."""
    expects = 0
    """The version of the schema that this program writes; 0 while it is being made or changed."""

    is_cut_off = False
    """Whether it could not be reached when it was tried last."""

    def get_context_options(self) -> dict[str, Any]:
        return {**super().get_context_options(), "dialect": self.dialect}

    @abstractmethod
    def claim(self, report_id: int | None) -> None:
        """At the begin of a transaction that writes: nobody else changes what it reads, of `report_id` or of anything.

        Nested in another, it may ask for what that has claimed already. Raises FileReplaced, StoreProblem where what is
        written would be lost or could not be read.
        """

    def claim_ledger(self) -> None:
        """Within a transaction that claimed a report alone: nobody else adds to what all reports have in common."""

    @abstractmethod
    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Inside, a transaction that would have to wait for somebody fails at once."""

    @abstractmethod
    def data_version(self) -> int:
        """A number that is another one when somebody else has changed staff, centres or years since; nearly free."""

    def news(self, report_id: int) -> object | None:  # noqa: ARG002 -- of an engine that tells
        """Another value than before once somebody else may have changed that report; of NO_REPORT, staff, centres or
        years. Asks nobody. None where the engine tells nothing of its own accord: then one has to ask.
        """
        return None

    def answers(self) -> bool:
        """Whether it could be reached now. May wait, so that it is for a thread of its own."""
        return True

    @abstractmethod
    def schema_version(self) -> int: ...

    @abstractmethod
    def set_schema_version(self, version: int) -> None: ...

    @abstractmethod
    def schema_text(self) -> str:
        """How every table, index and trigger was made."""

    @abstractmethod
    def highest_numbers(self) -> Mapping[str, int]:
        """By table: the highest number that was ever given to a row of it, where none is given again."""

    @abstractmethod
    def overwrite_deleted(self) -> None:
        """What this connection deletes from now on is overwritten, as far as the engine can."""

    def begin_schema(self) -> None:
        """Make what the tables stand on, in an empty database."""

    def number_rows(self, table: str) -> None:
        """From now on no number of a row of `table`, an AutoIncrementField, is given again."""

    def number_on(self, table: str, key: str) -> None:
        """Rows that were added to `table` had numbers: whatever comes later gets one after them."""

    @abstractmethod
    def set_highest_number(self, table: str, number: int) -> None:
        """No row of `table`, where none is given again, gets a number up to `number` any more."""

    def ask(self, statement: str, values: Sequence[object] = ()) -> Any:
        """What one statement finds or does, as the engine's own cursor; without Peewee, which costs as much again."""
        return self.connection().execute(statement, values)

    def ask_all(self, questions: Iterable[tuple[str, Sequence[object]]]) -> list[list[tuple[Any, ...]]]:
        """What each of several SELECTs finds, waiting once."""
        connection = self.connection()
        return [connection.execute(*question).fetchall() for question in questions]

    def tell(self, statement: str, values: Sequence[object] = ()) -> None:
        """As `ask`, where nobody needs the answer: inside `writing`, what is wrong with it may come out as late as its
        end.
        """
        self.connection().execute(statement, values)

    def stream(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """What a statement finds, of which no more is held than a stretch."""
        return iter(self.execute_sql(statement))

    @abstractmethod
    def refuse_updates(self, table: str, columns: Iterable[str]) -> None:
        """From now on nobody changes `columns` of `table`."""

    @abstractmethod
    def refuse_deletes(self, table: str, unless: str = "") -> None:
        """From now on nobody deletes rows of `table`, but where the ledger has told that the year `unless` goes."""

    @abstractmethod
    def refuse_renaming(self, table: str, column: str, login: str) -> None:
        """From now on nobody changes `column`, but where the ledger has told that whoever `login` is is erased."""

    @abstractmethod
    def insert_rows(self, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Many rows, as fast as the engine can; may come out as late as of `tell`."""

    @abstractmethod
    def insert_below(self, parent: type[Model], values: Mapping[str, object], *below: Below) -> None:
        """A row of `parent`, and what belongs to it."""

    def told(self, problem: StoreProblem) -> StoreProblem:
        """The problem as it is told of this database; the place to see further than the engine's complaint."""
        return problem


@contextmanager
def writing(database: Database, report_id: int | None = None) -> Iterator[None]:
    """One transaction of one who writes: what it reads, of `report_id` or of anything, cannot change before it writes.

    Where `report_id` is given, nothing is written but what is of that report, and ledger and names.
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
    """As `writing`, for what is not worth waiting for: while somebody else writes, it fails without a delay.

    It is no part of any report; nor is it worth what is done before the first thing is saved.
    """
    with translate_errors(database), database.impatient():
        _refuse(database)
        with database.atomic(database.write):
            database.claim(NO_REPORT)
            yield


@contextmanager
def reading(database: Database) -> Iterator[None]:
    """One consistent view of the whole database; writers go on meanwhile."""
    with translate_errors(database), database.atomic(database.snapshot):
        yield


@contextmanager
def guard_decoding() -> Iterator[None]:
    """While what is stored is made into values: what cannot be one was not written by this program."""
    try:
        yield
    except (ValueError, TypeError, ArithmeticError) as error:
        raise Damaged from error


@contextmanager
def translate_errors(database: Database | None = None) -> Iterator[None]:
    """What the engine complains of, as a StoreProblem. Once it has found damage, nothing more is written."""
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
    """All that a report has in one table, by the first column, which tells its rows apart.

    Peewee takes longer to build such a query than the engine to answer it.
    """
    names = ", ".join(f'"{model._meta.fields[column].column_name}"' for column in columns)
    statement = f'SELECT {names} FROM "{model._meta.table_name}" WHERE "report_id" = {database.param} ORDER BY 1'  # noqa: S608 -- our own names
    return iter(database.execute_sql(statement, (report_id,)))


def insert_all(
    database: Database, model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Many rows, without Peewee: ten times as fast as `insert_many`. Inside `writing`, which words the complaints."""
    database.insert_rows(model, columns, rows)
