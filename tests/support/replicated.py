"""Two PostgreSQL servers, one of which follows the other to the last commit and takes its place; and a pooler.

docs/postgresql.md tells an administrator to do the same by the same commands.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import quote

from support.postgres import OWNER, binaries, without_rights
from support.terminal import PATIENCE

from tthtcd_tui.models.storage.address import ServerAddress, parse_location

DATABASE: Final = "tthtcd"
_SETTINGS: Final = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "wal_keep_size": "256MB",
    "synchronous_commit": "on",
    # The machine does not fail, only its programs: what they wrote is there.
    "fsync": "off",
    "full_page_writes": "off",
}
_FOLLOWED: Final = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'"
POOLER_PORT: Final = 6432


def pooler() -> str | None:
    """Where pgbouncer is, or None."""
    return shutil.which("pgbouncer", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))


class Node:
    """One of the two: a folder of data, and one for its sockets."""

    def __init__(self, folder: Path, run_as: dict[str, Any]) -> None:
        self.data, self.sockets = folder, folder.with_name(f"s{folder.name}")
        self._as = run_as
        self._process: subprocess.Popen[bytes] | None = None
        subprocess.run(["mkdir", "-m", "700", self.sockets], check=True, **run_as)

    def program(self, name: str, *words: object) -> None:
        programs = binaries()
        assert programs is not None
        done = subprocess.run(
            [str(programs / name), *map(str, words)], capture_output=True, encoding="utf-8", check=False, **self._as
        )
        assert done.returncode == 0, done.stderr

    def make(self) -> None:
        self.program(
            "initdb", "-D", self.data, "-U", OWNER, "--auth=trust", "--no-sync", "--locale=C", "--encoding=UTF8"
        )

    def follow(self, other: Node) -> None:
        """Become a copy of `other` that follows it, whatever stood here."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.program("pg_basebackup", "-h", other.sockets, "-U", OWNER, "-D", self.data, "-R", "-c", "fast", "-N")

    def start(self) -> None:
        programs = binaries()
        assert programs is not None
        settings = {**_SETTINGS, "unix_socket_directories": str(self.sockets)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with self.data.with_suffix(".log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(programs / "postgres"), "-D", str(self.data), *options],
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._as,
            )
        self.wait_for("SELECT 1")

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        import psycopg

        with psycopg.connect(address_of([self], database).connection, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return list(cursor) if cursor.description else []

    def wait_for(self, question: str, answer: object = 1) -> None:
        import psycopg

        until = time.monotonic() + PATIENCE
        while True:
            with suppress(psycopg.OperationalError):
                if self.run(question) == [(answer,)]:
                    return
            assert time.monotonic() < until, self.data.with_suffix(".log").read_text()[-3000:]
            time.sleep(0.02)

    def kill(self) -> None:
        """As a machine that fails: first the one process that would end the others, then each of them."""
        if self._process is None:
            return
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        self._process.kill()
        self._process.wait()
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        self._process = None


def address_of(nodes: list[Node], database: str = DATABASE) -> ServerAddress:
    """Whichever of `nodes` takes what is written."""
    hosts = quote(",".join(str(node.sockets) for node in nodes), safe=",")
    choice = "&target_session_attrs=read-write" if len(nodes) > 1 else ""
    found = parse_location(f"postgresql://{OWNER}@/{database}?host={hosts}{choice}")
    assert isinstance(found, ServerAddress)
    return found


class ReplicatedServer:
    """Runs from `with` to its end. `primary` takes what is written, and `standby` has it before it is acknowledged."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tthtcd-ha-", dir="/tmp"))
        self._as = without_rights(self.folder)
        self.nodes = [Node(self.folder / name, self._as) for name in "ab"]
        self.primary, self.standby = self.nodes
        self._pooler: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.primary.make()
            self.primary.start()
            self.primary.run(f'CREATE DATABASE "{DATABASE}"')
            self.add_standby()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._pooler is not None:
            self._pooler.kill()
            self._pooler.wait()
        for node in self.nodes:
            node.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def address(self) -> ServerAddress:
        """Of both, in one order, whichever is which."""
        return address_of(self.nodes)

    def add_standby(self) -> None:
        """From now on nothing is acknowledged that is not on both."""
        self.standby.follow(self.primary)
        self.standby.start()
        self.primary.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.primary.run("SELECT pg_reload_conf()")
        self.primary.wait_for(_FOLLOWED)
        self.primary.wait_for("SHOW synchronous_standby_names", "*")

    def catch_up(self) -> None:
        """Until the standby shows what is acknowledged: that is on its disk by then, and may not be replayed yet."""
        ((acknowledged,),) = self.primary.run("SELECT pg_current_wal_lsn()::text")
        self.standby.wait_for(f"SELECT pg_last_wal_replay_lsn() >= '{acknowledged}'", True)

    def fail_over(self) -> None:
        """The primary is killed, and the standby takes its place, alone for now."""
        self.primary.kill()
        self.primary, self.standby = self.standby, self.primary
        self.primary.run("SELECT pg_promote()")
        self.primary.wait_for("SELECT pg_is_in_recovery()", False)
        self.primary.run("ALTER SYSTEM RESET synchronous_standby_names")
        self.primary.run("SELECT pg_reload_conf()")
        self._lead_pooler()

    def with_pooler(self) -> ServerAddress:
        """Through pgbouncer, from now on; its connections are a transaction's and no session's."""
        program = pooler()
        assert program is not None
        self._lead_pooler()
        with (self.folder / "pooler.log").open("wb") as log:
            self._pooler = subprocess.Popen([program, str(self._settings)], stdout=log, stderr=log, **self._as)
        sockets = quote(str(self.folder), safe="")
        found = parse_location(f"postgresql://{OWNER}@/{DATABASE}?host={sockets}&port={POOLER_PORT}")
        assert isinstance(found, ServerAddress)
        self._wait_for_pooler(found)
        return found

    def _wait_for_pooler(self, address: ServerAddress) -> None:
        import psycopg

        until = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(address.connection).close()
            except psycopg.OperationalError:
                assert time.monotonic() < until, (self.folder / "pooler.log").read_text()
                time.sleep(0.02)
            else:
                return

    @property
    def _settings(self) -> Path:
        return self.folder / "pgbouncer.ini"

    def _lead_pooler(self) -> None:
        """To the primary there is now."""
        settings = f"""\
[databases]
{DATABASE} = host={self.primary.sockets}
[pgbouncer]
listen_addr =
listen_port = {POOLER_PORT}
unix_socket_dir = {self.folder}
auth_type = trust
auth_file = {self.folder}/users.txt
pool_mode = transaction
max_client_conn = 1000
server_login_retry = 1
query_wait_timeout = 10
"""
        (self.folder / "users.txt").write_text(f'"{OWNER}" ""\n')
        self._settings.write_text(settings)
        if self._pooler is not None:
            self._pooler.send_signal(signal.SIGHUP)
