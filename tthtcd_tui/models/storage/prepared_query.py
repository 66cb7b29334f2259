"""Queries built once and run with other values: building one costs Peewee more than running it costs the engine.

REVISION = PreparedQuery(Report.select(Report.revision).where(Report.id == given("report")))
REVISION.rows(database, report=3)
"""

from __future__ import annotations

from typing import Any

from peewee import BaseQuery, Value

from tthtcd_tui.models.storage.engine import Database


class _Given:
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


def given(name: str) -> Value:
    """Stands in a query for a value that each run gives: text, a whole number or None, for the engine as it is."""
    return Value(_Given(name), converter=False)


class PreparedQuery:
    """A query with `given` values."""

    def __init__(self, query: BaseQuery) -> None:
        self._query = query
        self._sql = ""
        self._names: tuple[str, ...] = ()
        self._constants: dict[str, object] = {}
        """Values that the query has of its own, such as its LIMIT, under the names given to them here."""

    def rows(self, database: Database, **values: object) -> list[tuple[Any, ...]]:
        """What a SELECT finds."""
        return list(self._run(database, values))

    def changed(self, database: Database, **values: object) -> int:
        """How many rows an UPDATE or a DELETE met."""
        return int(database.rows_affected(self._run(database, values)))

    def inserted(self, database: Database, **values: object) -> int:
        """The number of the row that an INSERT made."""
        return int(database.last_insert_id(self._run(database, values), self._query))

    def _run(self, database: Database, values: dict[str, object]) -> Any:
        if not self._sql:
            self._prepare(database)
        if self._constants:
            values |= self._constants
        # Not through Peewee's execute_sql: it costs as much again, and what the engine raises is translated anyhow.
        return database.connection().execute(self._sql, tuple(map(values.__getitem__, self._names)))

    def _prepare(self, database: Database) -> None:
        self._sql, parameters = database.get_sql_context().sql(self._query).query()
        names = [part.name if isinstance(part, _Given) else f"#{at}" for at, part in enumerate(parameters)]
        named = zip(names, parameters, strict=True)
        self._names = tuple(names)
        self._constants = {name: part for name, part in named if not isinstance(part, _Given)}
