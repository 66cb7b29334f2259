"""CHECK constraints that each engine words differently, and primary keys whose numbers are never reused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tthtcd_tui.models.storage.orm import SQL, AutoField, Context, Node, NodeList


class Dialect(Protocol):
    """The SQL in which engines differ. Each method gives a condition: true of valid values of `column`, and of NULL."""

    never_again: str
    """SQL added to a primary key whose numbers are never reused."""

    def count(self, column: str) -> str:
        """A whole number from 0 on, as long as one can be typed; or NULL."""
        ...

    def number(self, column: str, whole: bool) -> str:
        """A canonical decimal («20», «2.5»), or «-» (không có) or «--» (không áp dụng)."""
        ...

    def day(self, column: str) -> str:
        """A day as 2021-06-05."""
        ...


class EngineCheck(Node):
    """A CHECK constraint worded by the engine's dialect when the table is created."""

    def __init__(self, condition: Callable[[Dialect], str]) -> None:
        self._condition = condition

    def __sql__(self, ctx: Context) -> Context:
        return ctx.literal(f"CHECK ({self._condition(ctx.state.dialect)})")


def count_check(column: str) -> Node:
    """The column holds a whole number from 0 on, as long as one can be typed."""
    return EngineCheck(lambda dialect: dialect.count(column))


def number_check(column: str, whole: bool = False) -> Node:
    """The column holds a canonical decimal («20», «2.5»), or «-» (không có) or «--» (không áp dụng)."""
    return EngineCheck(lambda dialect: dialect.number(column, whole))


def date_check(column: str, absent: bool = True) -> Node:
    """The column holds a day as 2021-06-05 — and, where an answer may be absent, also «-» or «--»."""
    if not absent:
        return EngineCheck(lambda dialect: dialect.day(column))
    return EngineCheck(lambda dialect: f"{column} IN ('-', '--') OR ({dialect.day(column)})")


class AutoIncrementField(AutoField):
    """A primary key whose numbers are never reused after a row is deleted."""

    def ddl_datatype(self, _: Context) -> SQL:
        return SQL("INTEGER")

    def ddl(self, ctx: Context) -> NodeList:
        words = ctx.state.dialect.never_again
        return NodeList((super().ddl(ctx), SQL(words))) if words else super().ddl(ctx)
