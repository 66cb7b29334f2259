"""A real PostgreSQL on this machine: its own folder, sockets that nobody else looks in, and a database for each test.

It runs as a user without rights, for it refuses root, and ends with the process that started it, killed or not.
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import quote

from support.terminal import PATIENCE

from tthtcd_tui.models.storage.address import ServerAddress, parse_location

OWNER: Final = "tthtcd"
"""The database user that everything belongs to."""
_UNPRIVILEGED: Final = ("postgres", "nobody")
_SETTINGS: Final = {
    "listen_addresses": "",
    "max_connections": "150",
    "shared_buffers": "32MB",
    # What is tested is not whether the disk keeps it.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "timezone": "Asia/Ho_Chi_Minh",  # nothing may depend on it
}
_SUPERVISOR: Final = """
import json, signal, subprocess, sys
server = subprocess.Popen(sys.argv[2:], **json.loads(sys.argv[1]))
sys.stdin.read()  # until whoever started us is gone, or has had enough
server.send_signal(signal.SIGINT)
server.wait()
"""


def binaries() -> Path | None:
    """Where the newest server's programs are, or None."""
    found = shutil.which("initdb")
    if found and (Path(found).resolve().parent / "postgres").exists():
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


def why_not() -> str:
    """Why there can be no PostgreSQL here, or nothing."""
    if binaries() is None:
        return "PostgreSQL is not installed (postgresql)"
    if find_spec("psycopg") is None:
        return "psycopg is not installed (tthtcd-tui[server])"
    if os.geteuid() == 0 and not _unprivileged():
        return "there is no user to run PostgreSQL as"
    return ""


def _unprivileged() -> pwd.struct_passwd | None:
    for name in _UNPRIVILEGED:
        with suppress(KeyError):
            return pwd.getpwnam(name)
    return None


def without_rights(folder: Path) -> dict[str, Any]:
    """How a server's programs are run (`subprocess`): in `folder`, which is theirs from now on."""
    foreign = ("PG", "PYTHON", "LC_", "LANG")
    environment: Mapping[str, str] = {
        name: value for name, value in os.environ.items() if not name.startswith(foreign)
    } | {"LC_ALL": "C"}
    found: dict[str, Any] = {"cwd": str(folder), "env": environment}
    user = _unprivileged() if os.geteuid() == 0 else None
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
        found |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return found


class PostgresServer:
    """Runs from `with` to its end."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._templates: dict[str, str] = {}
        self._supervisor: subprocess.Popen[bytes] | None = None
        self.folder = Path(
            tempfile.mkdtemp(prefix="tthtcd-pg-", dir="/tmp")
        )  # a socket's path is 107 bytes long at most
        self.sockets = self.folder / "s"
        self._as = without_rights(self.folder)

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _start(self) -> None:
        programs = binaries()
        assert programs is not None, why_not()
        made: list[str | Path] = [
            programs / "initdb",
            "-D",
            self.folder / "d",
            "-U",
            OWNER,
            "--auth=trust",
            "--no-sync",
        ]
        done = subprocess.run(
            [*made, "--locale=C", "--encoding=UTF8"], capture_output=True, encoding="utf-8", check=False, **self._as
        )
        assert done.returncode == 0, done.stderr
        self._supervisor = self._launched(self.folder / "d", self.sockets)

    def _launched(self, data: Path, sockets: Path) -> subprocess.Popen[bytes]:
        """A server on `data` that answers at `sockets`."""
        programs = binaries()
        assert programs is not None, why_not()
        settings = {**_SETTINGS, "unix_socket_directories": str(sockets)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        subprocess.run(["mkdir", "-m", "700", sockets], check=True, **self._as)
        server = [programs / "postgres", "-D", data, *options]
        with (self.folder / f"log-{data.name}").open("wb") as log:
            started = subprocess.Popen(
                [sys.executable, "-c", _SUPERVISOR, json.dumps(self._as), *map(str, server)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )
        self._wait(sockets, self.folder / f"log-{data.name}")
        return started

    def _wait(self, sockets: Path, log: Path) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._driver().connect(self.url(sockets=sockets)).close()
            except self._driver().OperationalError:
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.02)
            else:
                return

    @contextmanager
    def standby(self) -> Iterator[Path]:
        """Another server that follows this one, and can only be read; where it answers."""
        programs = binaries()
        assert programs is not None, why_not()
        copy = [
            programs / "pg_basebackup",
            "-h",
            self.sockets,
            "-U",
            OWNER,
            "-D",
            self.folder / "f",
            "-R",
            "-c",
            "fast",
        ]
        subprocess.run(list(map(str, copy)), check=True, capture_output=True, **self._as)
        sockets = self.folder / "t"
        server = self._launched(self.folder / "f", sockets)
        try:
            yield sockets
        finally:
            assert server.stdin is not None
            server.stdin.close()
            server.wait(PATIENCE)

    def _stop(self) -> None:
        if self._supervisor is not None and self._supervisor.stdin is not None:
            self._supervisor.stdin.close()
            self._supervisor.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    @staticmethod
    def _driver() -> Any:
        import psycopg

        return psycopg

    def url(self, database: str = "postgres", sockets: Path | None = None) -> str:
        return f"postgresql://{OWNER}@/{database}?host={quote(str(sockets or self.sockets), safe='')}"

    def address(self, database: str) -> ServerAddress:
        found = parse_location(self.url(database))
        assert isinstance(found, ServerAddress)
        return found

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """What one statement finds or does, through a connection of its own."""
        with self._driver().connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return list(cursor) if cursor.description else []

    def new_database(self, template: str = "template1") -> ServerAddress:
        """The address of a database that nobody has used; a copy of `template`."""
        name = f"t{next(self._numbers)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.address(name)

    def copy_of(self, key: str, fill: Callable[[ServerAddress], object]) -> ServerAddress:
        """The address of a new database as `fill` makes one, given its address; made once for each `key`."""
        if key not in self._templates:
            name = f"m{next(self._numbers)}"
            self.run(f'CREATE DATABASE "{name}"')
            fill(self.address(name))
            self._templates[key] = name
        return self.new_database(self._templates[key])

    def drop(self, address: ServerAddress) -> None:
        """Away with a database, whoever is still connected."""
        self.run(f'DROP DATABASE IF EXISTS "{name_of(address)}" WITH (FORCE)')


def name_of(address: ServerAddress) -> str:
    return address.words.rpartition("/")[2]
