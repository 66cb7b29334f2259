"""Peewee, loaded without the drivers it would load of itself: who works on a file needs none, and they cost 150 ms.

Nor the standard library's sqlite3: a file is opened by apsw.

The models take it from here, so that whichever of them comes first loads it like that.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from tthtcd_tui.files.hide_module import hide_module


def without_drivers() -> AbstractContextManager[None]:
    """Around whatever may be the first to load Peewee."""
    return hide_module("psycopg", "psycopg2", "psycopg2cffi", "sqlite3", "pysqlite3")


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
"""Peewee's own, of which its stubs say too little."""

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
