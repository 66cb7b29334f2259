"""A new database: whose it is, how it is kept, and that the models and the file say the same."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from peewee import AutoField, BlobField, ForeignKeyField, IntegerField, Model
from support.stores import sql

from tthtcd_tui.models.place_map import KINDS, QUALIFIER
from tthtcd_tui.models.storage.migrations import MIGRATIONS
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.models.storage.sqlite import APPLICATION_ID, SqliteFile
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.tables import TABLES

pytestmark = pytest.mark.file_only("how a file is made; a server's: test_postgres.py")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_database_is_for_its_owner_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store = Store(tmp_path / "kho" / "tthtcd" / "tthtcd.db")
        files = {path.name: _mode(path) for path in store.path.parent.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert files == dict.fromkeys(
        ("tthtcd.db", "tthtcd.db-wal", "tthtcd.db-shm", "tthtcd.db.lock", "tthtcd.db.open"), 0o600
    )
    assert _mode(store.path.parent) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "chung"
    folder.mkdir(mode=0o750)
    Store(folder / "tthtcd.db").close()
    assert _mode(folder) == 0o750
    assert sorted(path.name for path in folder.iterdir()) == ["tthtcd.db", "tthtcd.db.lock", "tthtcd.db.open"]


def test_it_carries_our_mark_and_the_number_of_its_schema(store: Store, path: Path) -> None:
    assert int.from_bytes(b"TTHD") == APPLICATION_ID
    assert sql(path, "PRAGMA application_id") == [(0x54544844,)]
    assert sql(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert sorted(MIGRATIONS) == list(range(2, SCHEMA_VERSION + 1))
    # What `file` and SQLite itself go by: bytes 68 to 71 of the header.
    store.close()
    assert path.read_bytes()[68:72] == b"TTHD"


def test_a_commit_is_durable_and_foreign_keys_hold_on_every_connection(store: Store) -> None:
    database: SqliteFile = store._database
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    store.centres.all()
    found = {name: database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in pragmas}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def _affinity(model: type[Model], name: str) -> str:
    field = model._meta.columns[name]
    while isinstance(field, ForeignKeyField):
        field = field.rel_field
    if isinstance(field, BlobField):
        return "BLOB"
    return "INTEGER" if isinstance(field, AutoField | IntegerField) else "TEXT"


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.table_name)
def test_the_file_has_the_columns_of_the_model(store: Store, path: Path, model: type[Model]) -> None:
    table = model._meta.table_name
    found = {
        str(name): ("TEXT" if "CHAR" in str(kind) else str(kind), bool(required) or bool(key))
        for _, name, kind, required, _, key in sql(path, f'PRAGMA table_info("{table}")')
    }
    expected = {
        name: (_affinity(model, name), not field.null or field.primary_key)
        for name, field in model._meta.columns.items()
    }
    assert found == expected


def test_the_file_has_the_tables_of_the_models_and_no_other(store: Store, path: Path) -> None:
    found = {name for (name,) in sql(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert found - {"sqlite_sequence"} == {model._meta.table_name for model in TABLES}
    assert len(TABLES) == 29


def test_every_row_of_a_year_goes_with_it(store: Store, path: Path) -> None:
    """And a centre or a form that a year uses cannot go, nor a year of which a version is kept."""
    actions = {
        (model._meta.table_name, str(column), str(table)): action
        for model in TABLES
        for _, _, table, column, _, _, action, _ in sql(path, f'PRAGMA foreign_key_list("{model._meta.table_name}")')
    }
    assert actions.pop(("report", "centre_id", "centre")) == "NO ACTION"
    assert actions.pop(("report", "form_hash", "form_text")) == "NO ACTION"
    assert actions.pop(("audit_entry", "change_id", "audit_change")) == "CASCADE"
    assert actions.pop(("audit_block", "change_id", "audit_change")) == "CASCADE"
    assert actions.pop(("staff", "centre_id", "centre")) == "NO ACTION"
    assert actions.pop(("staff_change", "centre_before_id", "centre")) == "NO ACTION"
    assert actions.pop(("staff_change", "centre_after_id", "centre")) == "NO ACTION"
    assert actions.pop(("report_version", "form_hash", "form_text")) == "NO ACTION"
    assert actions.pop(("report_version", "report_id", "report")) == "NO ACTION"
    assert actions.pop(("submission", "report_id", "report")) == "NO ACTION"
    assert actions.pop(("unit", "parent", "unit")) == "NO ACTION"
    assert actions.pop(("centre", "unit", "unit")) == "NO ACTION"
    assert actions.pop(("staff", "unit", "unit")) == "NO ACTION"
    assert set(actions.values()) == {"CASCADE"}
    heads = {
        "unit",
        "submission",
        "centre",
        "staff",
        "staff_change",
        "form_text",
        "report",
        "report_version",
        "person",
        "ledger",
        "evidence_file",
    }
    assert {table for table, _, _ in actions} == {model._meta.table_name for model in TABLES} - heads
    assert {(column, parent) for _, column, parent in actions} == {("report_id", "report")}


def test_every_answer_has_a_column_and_every_column_an_answer(store: Store) -> None:
    """place_map is the one map: no column of an answer's table is outside of it, none twice in it."""
    for kind in KINDS.values():
        columns = [*kind.columns.values(), *filter(None, [kind.value_words])]
        assert len(columns) == len(set(columns))
        own = {"id", "report_id", kind.key, QUALIFIER}
        head = {"centre_id", "form_hash", "revision", "period_kind", "period_start", "period_end", "period_label"}
        head.add("status")
        fields = kind.table._meta.columns
        assert set(fields) - own - (head if not kind.key else set()) == set(columns), kind.table
        assert all(fields[column].null for column in columns)
