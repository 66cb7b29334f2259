"""Queries built once and run with different values: building one costs Peewee more than running it costs the engine.

REVISION = PreparedQuery(Report.select(Report.revision).where(Report.id == given("report")))
REVISION.rows(database, report=3)
"""

from __future__ import annotations

from typing import Any

from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import BaseQuery, Value
from tthtcd_tui.named_tuple import NamedTuple


class _Given:
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


def given(name: str) -> Value:
    """A placeholder for a value given at each run: text, a whole number or None, passed to the engine unconverted."""
    return Value(_Given(name), converter=False)


class _Prepared(NamedTuple):
    """A query as one engine words it."""

    sql: str
    names: tuple[str, ...]
    constants: dict[str, object]
    """The query's own values, such as its LIMIT, by generated names."""


class PreparedQuery:
    """A query with `given` placeholders, turned into SQL once for each engine."""

    def __init__(self, query: BaseQuery) -> None:
        self._query = query
        self._worded: dict[type[Database], _Prepared] = {}

    def rows(self, database: Database, **values: object) -> list[tuple[Any, ...]]:
        """What a SELECT finds."""
        return list(database.ask(*self.question(database, values)))

    def tell(self, database: Database, **values: object) -> None:
        """Run an INSERT, UPDATE or DELETE whose result nobody needs; as `Database.tell`."""
        database.tell(*self.question(database, values))

    def question(self, database: Database, values: dict[str, object]) -> tuple[str, tuple[object, ...]]:
        """The engine's SQL and its values, for `Database.ask` and the like."""
        worded = self._worded.get(type(database)) or self._prepare(database)
        if worded.constants:
            values |= worded.constants
        return worded.sql, tuple(map(values.__getitem__, worded.names))

    def _prepare(self, database: Database) -> _Prepared:
        sql, parameters = database.get_sql_context().sql(self._query).query()
        names = [part.name if isinstance(part, _Given) else f"#{at}" for at, part in enumerate(parameters)]
        named = zip(names, parameters, strict=True)
        constants = {name: part for name, part in named if not isinstance(part, _Given)}
        worded = self._worded[type(database)] = _Prepared(sql, tuple(names), constants)
        return worded
