"""Peewee, imported without the database drivers it would import itself: a file needs none, and they cost 150 ms.

Nor the standard library's sqlite3: a file is opened by apsw.

Models import Peewee from here, so that whichever comes first loads it like that.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tthtcd_tui.files.hide_module import hide_module
from tthtcd_tui.files.later_module import LaterModule, loaded_later
from tthtcd_tui.files.lean_imports import machine, syntax_trees


@contextmanager
def without_drivers() -> Iterator[None]:
    """Around whatever may be the first to load Peewee, and with it the standard library's inspect and uuid."""
    later = loaded_later(
        syntax_trees(),
        LaterModule("calendar"),
        machine(),
    )
    with hide_module("psycopg", "psycopg2", "psycopg2cffi", "sqlite3", "pysqlite3"), later:
        yield


with without_drivers():
    import peewee
    from peewee import (
        JOIN,
        SQL,
        AutoField,
        BaseQuery,
        BigIntegerField,
        BlobField,
        CharField,
        Check,
        Context,
        DatabaseError,
        Expression,
        Field,
        ForeignKeyField,
        IntegerField,
        Model,
        ModelSelect,
        Node,
        NodeList,
        OperationalError,
        TextField,
        Value,
        fn,
    )

UntypedDatabase: Any = peewee.Database
"""Peewee's Database, typed here because its stubs say too little."""

PeeweeAdapter: Any = peewee.Psycopg3Adapter
PeeweePostgres: Any = peewee.PostgresqlDatabase

__all__ = [
    "JOIN",
    "SQL",
    "AutoField",
    "BaseQuery",
    "BigIntegerField",
    "BlobField",
    "CharField",
    "Check",
    "Context",
    "DatabaseError",
    "Expression",
    "Field",
    "ForeignKeyField",
    "IntegerField",
    "Model",
    "ModelSelect",
    "Node",
    "NodeList",
    "OperationalError",
    "PeeweeAdapter",
    "PeeweePostgres",
    "TextField",
    "UntypedDatabase",
    "Value",
    "fn",
    "without_drivers",
]
