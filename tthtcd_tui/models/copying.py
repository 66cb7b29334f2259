"""All of a database written into another, perhaps of another engine: every row to the letter, held against the original
before it counts.

The ledger goes along as it is, and is told at its end how the new tables are made.
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
"""Out of date in a minute."""


def fill_from(source: Database, target: Database) -> int:
    """Make the tables of `target`, which is empty, and copy every row; how many.

    Inside a transaction of each: of `source` one that reads, of `target` one that writes. Raises CopyDiffers.
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
    (key,) = table._meta.get_primary_keys()  # type: ignore[no-untyped-call]
    statement = f'SELECT {names} FROM "{table._meta.table_name}" ORDER BY "{key.column_name}"'  # noqa: S608 -- our names
    return database.stream(statement)


def _compared(source: Database, target: Database, table: type[Model]) -> int:
    """How many rows both have alike. Raises CopyDiffers."""
    count = 0
    for ours, theirs in zip_longest(_rows(source, table), _rows(target, table)):
        if ours is None or theirs is None or tuple(ours) != tuple(theirs):
            raise CopyDiffers
        count += 1
    return count
