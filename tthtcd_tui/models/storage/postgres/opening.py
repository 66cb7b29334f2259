"""Opens the data on a server: recognises what is not ours, makes a new schema, brings an older one up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tthtcd_tui.errors import ReadOnly, StoreProblem
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.storage.engine import Database, reading, translate_errors, writing
from tthtcd_tui.models.storage.postgres.complaints import READ_ONLY
from tthtcd_tui.models.storage.postgres.database import PostgresDatabase
from tthtcd_tui.models.storage.postgres.ddl import MARK
from tthtcd_tui.models.storage.postgres.migrations import MIGRATIONS
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, refuse_newer
from tthtcd_tui.named_tuple import NamedTuple

_Step = Callable[[Database], None]
_LOOK: Final = f"""
SELECT pg_encoding_to_char(encoding), datlocprovider::text = 'c' AND datcollate IN ('C', 'POSIX'),
    pg_is_in_recovery(), to_regclass('{MARK}') IS NOT NULL,
    EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')),
    current_setting('server_version')
FROM pg_database WHERE datname = current_database()
"""  # noqa: S608 -- our own name


class Found(NamedTuple):
    """What stands on the server, before anything is done."""

    encoding: str
    is_collated: bool
    """Whether it sorts by code, as files do."""
    is_standby: bool
    is_ours: bool
    has_tables: bool
    version: str


def look(database: PostgresDatabase) -> Found:
    """Raises StoreProblem."""
    with translate_errors(database):
        (found,) = database.run(_LOOK)
        return Found(*found)


def is_there(address: ServerAddress) -> bool:
    """Whether our data stand there. Raises StoreProblem for a server that cannot be reached."""
    database, found = open_to_look(address)
    database.close()
    return found.is_ours


def open_to_look(address: ServerAddress) -> tuple[PostgresDatabase, Found]:
    """What stands there, as it is. Raises StoreProblem."""
    database = PostgresDatabase(address.connection)
    try:
        return database, look(database)
    except BaseException:
        database.close()
        raise


def open_server(
    address: ServerAddress,
    version: int = SCHEMA_VERSION,
    migrations: Mapping[int, _Step] = MIGRATIONS,
    create: _Step | None = None,
    seal: _Step | None = None,
) -> PostgresDatabase:
    """Open the data at `address` and bring them up to date. Raises StoreProblem.

    Where there are none they are made by `create`, which fills an empty database with tables; without `create` that is
    refused. `seal` is called, in the same transaction, where the schema is new.
    """
    database = PostgresDatabase(address.connection)
    try:
        _open(database, address, version, migrations, create, seal)
    except BaseException:
        database.close()
        raise
    database.expects = version
    return database


def _open(
    database: PostgresDatabase,
    address: ServerAddress,
    version: int,
    migrations: Mapping[int, _Step],
    create: _Step | None,
    seal: _Step | None,
) -> None:
    found = look(database)
    if found.is_standby:
        database.refusal = ReadOnly(READ_ONLY)
    if not found.is_ours:
        _refuse_unsuitable(found, address)
        if create is None:
            raise StoreProblem(f"Chưa có dữ liệu ở “{address}”. Hãy kiểm tra địa chỉ.")
        _make(database, version, create, seal)
    with reading(database):
        kept = database.schema_version()
    refuse_newer(address, kept, version)
    if kept < version:
        _bring_up_to_date(database, address, version, migrations, seal)


def _refuse_unsuitable(found: Found, address: ServerAddress) -> None:
    if found.has_tables:
        raise StoreProblem(
            f"“{address}” đang chứa dữ liệu của một chương trình khác. Hãy đề nghị quản trị viên tạo một cơ sở dữ liệu"
            " riêng."
        )
    if found.encoding != "UTF8" or not found.is_collated:
        raise StoreProblem(
            f"“{address}” không sắp xếp theo mã chữ, hoặc không dùng UTF-8. Hãy đề nghị quản trị viên tạo lại với"
            " ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0."
        )


def _make(database: PostgresDatabase, version: int, create: _Step, seal: _Step | None) -> None:
    with writing(database):
        if look(database).is_ours:
            return  # another process was quicker
        create(database)
        database.set_schema_version(version)
        if seal:
            seal(database)


def _bring_up_to_date(
    database: PostgresDatabase,
    address: ServerAddress,
    version: int,
    migrations: Mapping[int, _Step],
    seal: _Step | None,
) -> None:
    with writing(database):
        # Read again: of several processes that found an old schema, one was here first.
        missing = range(database.schema_version() + 1, version + 1)
        if not all(number in migrations for number in missing):
            raise StoreProblem(
                f"“{address}” do một bản thử của chương trình tạo ra, không nâng cấp được. Hãy báo quản trị viên."
            )
        for number in missing:
            migrations[number](database)
            database.set_schema_version(number)
        if missing and seal:
            seal(database)
