"""The server that holds the data is killed and another takes its place while twenty people save (promise G23).

They come as they do in a province: each with a key that may start one command, half of them over one SSH host and half
over another.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from contextlib import ExitStack, closing
from itertools import cycle
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any, Final

import pytest
from support import postgres, replicated, ssh_server
from support.damage import assert_plain
from support.desk import Desk
from support.failover_editor import LIST
from support.matrix import LONG
from support.processes import SUPPORT, environment, finish
from support.replay import assert_audit_tells_all
from support.replicated import ReplicatedServer
from support.soak import FIGURES, rounds
from support.ssh_server import SshServer
from support.stores import answers, new_report
from support.terminal import PATIENCE

from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.store import Store

PEOPLE: Final = [f"nguoi-{n}" for n in range(20)]
HOSTS: Final = ("may-1", "may-2")
PROMOTIONS: Final = rounds(1, 20)
_LONGEST: Final = 10 * PATIENCE
"""Seconds, on a busy machine: each waits for nineteen others, and whoever is told to try again queues anew."""
BOTH, POOLER = "the address of both", "pgbouncer"


@LONG
@pytest.mark.parametrize("way", [BOTH, POOLER])
def test_no_acknowledged_change_is_lost_and_everybody_goes_on(way: str, tmp_path: Path, record_property: Any) -> None:
    if missing := postgres.why_not() or ssh_server.why_not():
        pytest.skip(missing)
    if way == POOLER and replicated.pooler() is None:
        pytest.skip("pgbouncer is not installed (pgbouncer)")
    with ReplicatedServer() as servers, ExitStack() as ended:
        address = servers.address if way == BOTH else servers.with_pooler()
        with closing(Store(address)) as store:
            report = new_report(store)
        editors = over_ssh(ended, tmp_path, address, report)
        for editor in editors:
            assert editor.stdout is not None
            assert editor.stdout.readline() == "ready\n", editor.stderr and editor.stderr.read()
        tell(editors, "now")
        everybody_saves(servers, report)
        waited = []
        for turn in range(PROMOTIONS):
            began = time.monotonic()
            servers.fail_over()
            everybody_saves(servers, report)
            waited.append(time.monotonic() - began)
            if turn < PROMOTIONS - 1:
                servers.add_standby()
        tell(editors, "enough")
        found = [finish(editor, seconds=120) for editor in editors]
        history = told_by(servers, report, found)
        for message in {message for each in found for message in each["told"]}:
            assert_plain(message)
    told = sum(sum(each["told"].values()) for each in found)
    record_property(
        FIGURES,
        f"G23: {len(PEOPLE)} editors, {PROMOTIONS} promotions through {way}, {len(HOSTS)} SSH hosts,"
        f" {os.cpu_count()} cores: 0 of {history} acknowledged changes lost, {told} times told and tried again;"
        f" everybody saved again {max(waited):.1f} s after the kill at most,"
        f" the longest save {max(each['longest'] for each in found):.1f} s",
    )


def over_ssh(ended: ExitStack, folder: Path, address: ServerAddress, report: int) -> list[Popen[str]]:
    """An editor of each, by turns over the one host and over the other."""
    tested = {"PYTHONPATH": environment()["PYTHONPATH"]}
    hosts = []
    for name in HOSTS:
        (folder / name).mkdir()
        home = {"HOME": str(folder / name)}  # what this account's own shell says at its start is nothing of ours
        hosts.append(ended.enter_context(SshServer(folder / name, Desk(folder).ssh_environment() | tested | home)))
    script = str(SUPPORT / "failover_editor.py")
    by_turns = zip(PEOPLE, cycle(hosts), strict=False)
    return [editor_over(ended, host, script, address, report, who) for who, host in by_turns]


def editor_over(
    ended: ExitStack, host: SshServer, script: str, address: ServerAddress, report: int, who: str
) -> Popen[str]:
    """Killed at the end if it still runs."""
    host.admit(who, sys.executable, script, address.connection, str(report), who)
    editor = Popen(host.client(who), stdin=PIPE, stdout=PIPE, stderr=PIPE, encoding="utf-8")
    ended.enter_context(editor)
    ended.callback(editor.kill)
    return editor


def tell(editors: list[Popen[str]], word: str) -> None:
    for editor in editors:
        assert editor.stdin is not None
        editor.stdin.write(f"{word}\n")
        editor.stdin.flush()


def everybody_saves(servers: ReplicatedServer, report: int) -> None:
    """Waits until each has saved something that they have not saved yet."""
    before = saved(servers, report)
    until = time.monotonic() + _LONGEST
    while not all(saved_now > before[who] for who, saved_now in saved(servers, report).items()):
        assert time.monotonic() < until, saved(servers, report) - before
        time.sleep(0.1)


def saved(servers: ReplicatedServer, report: int) -> Counter[str]:
    """How many changes there are of each."""
    statement = f'SELECT "user", count(*) FROM audit_change WHERE report_id = {report:d} GROUP BY 1'
    found = dict(servers.primary.run(statement, replicated.DATABASE))
    return Counter({who: found.get(who, 0) for who in PEOPLE})


def told_by(servers: ReplicatedServer, report: int, found: list[dict[str, Any]]) -> int:
    """Each change that was acknowledged is there, once and in its order, and nothing else; how many there are."""
    primary: ServerAddress = replicated.address_of([servers.primary])
    with closing(Store(primary)) as store:
        history = store.history.of(report)
        for who, each in zip(PEOPLE, found, strict=True):
            own = [entry.after for entry in reversed(history) if entry.place == f"own/{who}/label"]
            assert own == [f"lần {number}" for number in range(1, each["number"] + 1)]
        lines = answers(store, report)[LIST]
        assert isinstance(lines, tuple)
        assert sorted(map(str, lines)) == sorted(line for each in found for line in each["lines"])
        assert store.revision(report) == len({entry.revision for entry in history})
        assert_audit_tells_all(store, report)
        assert list(flaws(store._database)) == []
        return len(history)
