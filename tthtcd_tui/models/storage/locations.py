"""Open data or look for them, alike in a file and on a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tthtcd_tui.errors import NotOnServer
from tthtcd_tui.models.storage import opening, schema
from tthtcd_tui.models.storage.address import Location, ServerAddress
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.named_tuple import NamedTuple

_Step = Callable[[Database], None]


def open_at(location: Location, create: _Step, seal: _Step) -> Database:
    """Open the data at `location`, read-only if they cannot be written to; make them by `create` where there are none.

    Raises StoreProblem.
    """
    if isinstance(location, Path):
        path = location
        return opening.open_as_can_be(path, lambda: schema.open_database(path, create=create, seal=seal))
    from tthtcd_tui.models.storage.postgres.opening import open_server  # the driver of a server is not on every machine

    return open_server(location, create=create, seal=seal)


def is_there(location: Location) -> bool:
    """Whether something stands at that path, or data of ours on that server. Raises StoreProblem."""
    if isinstance(location, Path):
        return schema.is_there(location)
    from tthtcd_tui.models.storage.postgres import opening as servers

    return servers.is_there(location)


class OnServer(NamedTuple):
    """The data on a server, open, and what is known of it."""

    database: Database
    engine: str
    """What keeps them, with its version."""
    is_standby: bool
    """Whether it can only be read, because it follows another server."""


def look_on_server(address: ServerAddress) -> OnServer | None:
    """The data as they are, of whatever version of the schema; None where there are none. Raises StoreProblem."""
    from tthtcd_tui.models.storage.postgres import opening as servers

    database, found = servers.open_to_look(address)
    if not found.is_ours:
        database.close()
        return None
    return OnServer(database, f"PostgreSQL {found.version}", found.is_standby)


def backed_up_file(location: Location) -> Path:
    """The file that this program itself backs up. Raises NotOnServer."""
    return _file(location, "sao lưu", "Hãy đề nghị quản trị viên sao lưu bằng pg_dump.")


def restored_file(location: Location) -> Path:
    """The file that this program itself restores. Raises NotOnServer."""
    return _file(location, "khôi phục", "Hãy đề nghị quản trị viên khôi phục bằng pg_restore.")


def _file(location: Location, what: str, advice: str) -> Path:
    if isinstance(location, ServerAddress):
        raise NotOnServer(f"Dữ liệu ở “{location}” do máy chủ PostgreSQL giữ, chương trình không {what} được. {advice}")
    return location
