"""The PostgreSQL that tests run on: nobody else's, without rights, and gone with whoever started it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import postgres
from support.matrix import LONG
from support.postgres import OWNER, PostgresServer, name_of
from support.terminal import PATIENCE

from tthtcd_tui.models.storage.address import ServerAddress


def test_it_is_of_this_test_alone(postgres_server: PostgresServer) -> None:
    settings = {"listen_addresses": "", "fsync": "off", "unix_socket_directories": str(postgres_server.sockets)}
    for name, value in settings.items():
        assert postgres_server.run(f"SHOW {name}") == [(value,)]
    assert stat.S_IMODE(postgres_server.sockets.stat().st_mode) == 0o700
    assert postgres_server.run("SELECT session_user") == [(OWNER,)]
    pid = int((postgres_server.folder / "d" / "postmaster.pid").read_text().split()[0])
    assert Path(f"/proc/{pid}").stat().st_uid != 0


def test_each_database_is_new(postgres_server: PostgresServer) -> None:
    made: list[ServerAddress] = []

    def fill(address: ServerAddress) -> None:
        made.append(address)
        postgres_server.run("CREATE TABLE a (b int)", name_of(address))

    first, second = (postgres_server.copy_of("test_each_database_is_new", fill) for _ in range(2))
    assert len(made) == 1
    assert len({*made, first, second}) == 3
    for address in (first, second):
        name = name_of(address)
        assert postgres_server.run("SELECT * FROM a", name) == []
        postgres_server.run("INSERT INTO a VALUES (1)", name)
        postgres_server.drop(address)
        assert postgres_server.run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'") == []


@pytest.mark.parametrize(
    ("missing", "words"), [("binaries", "not installed (postgresql)"), ("find_spec", "psycopg is not installed")]
)
def test_why_there_is_none_is_told(missing: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, missing, lambda *_: None)
    assert words in postgres.why_not()


ORPHAN = """
import sys, time
from support.postgres import PostgresServer
with PostgresServer() as server:
    print(server.folder, (server.folder / "d" / "postmaster.pid").read_text().split()[0], flush=True)
    time.sleep(600)
"""


@LONG
@pytest.mark.usefixtures("postgres_server")
def test_it_ends_with_whoever_started_it() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ORPHAN],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout is not None
    folder, pid = process.stdout.readline().split()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    until = time.monotonic() + PATIENCE
    while Path(f"/proc/{int(pid)}").exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    subprocess.run(["rm", "-rf", folder], check=True)
