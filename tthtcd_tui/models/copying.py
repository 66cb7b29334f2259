"""Copy a whole database into another, perhaps of another engine, and compare every row with the original.

The ledger is copied as it is; one entry, which seals the schema of the new tables, is added to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from tthtcd_tui.errors import CopyDiffers
from tthtcd_tui.models.creation import create_tables, tables_of
from tthtcd_tui.models.storage.checks import AutoIncrementField
from tthtcd_tui.models.storage.engine import Database, insert_all
from tthtcd_tui.models.storage.orm import AutoField, Model
from tthtcd_tui.models.tables import Presence

_NOT_COPIED = frozenset({Presence})
"""Presence is out of date within a minute."""


def fill_from(source: Database, target: Database) -> int:
    """Create the tables of the empty `target` and copy every row of `source`; returns how many rows there were.

    Call it inside a reading transaction of `source` and a writing one of `target`. Raises CopyDiffers.
    """
    create_tables(target)
    tables = [table for table in tables_of() if table not in _NOT_COPIED]
    for table in tables:
        insert_all(target, table, _columns(table), _rows(source, table))
    highest = source.highest_numbers()
    for table in tables:
        name, key = table._meta.table_name, table._meta.primary_key
        if isinstance(key, AutoIncrementField):
            target.set_highest_number(name, highest.get(name, 0))
        elif isinstance(key, AutoField):
            target.number_on(name, key.column_name)
    return sum(_compared(source, target, table) for table in tables)


def _columns(table: type[Model]) -> tuple[str, ...]:
    return tuple(field.name for field in table._meta.sorted_fields)


def _rows(database: Database, table: type[Model]) -> Iterator[tuple[object, ...]]:
    names = ", ".join(f'"{field.column_name}"' for field in table._meta.sorted_fields)
    (key,) = table._meta.get_primary_keys()  # type: ignore[no-untyped-call]  # Peewee's stubs
    statement = f'SELECT {names} FROM "{table._meta.table_name}" ORDER BY "{key.column_name}"'  # noqa: S608 -- our names
    return database.stream(statement)


def _compared(source: Database, target: Database, table: type[Model]) -> int:
    """Compare one table row by row; returns the number of rows. Raises CopyDiffers."""
    count = 0
    for ours, theirs in zip_longest(_rows(source, table), _rows(target, table)):
        if ours is None or theirs is None or tuple(ours) != tuple(theirs):
            raise CopyDiffers
        count += 1
    return count
