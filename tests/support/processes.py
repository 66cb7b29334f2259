"""Other processes of the same program, for what only they can show."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

SUPPORT = Path(__file__).resolve().parent
ROOT = SUPPORT.parents[1]


def environment() -> dict[str, str]:
    """This process's own, with the program and the helpers of the tests to import from."""
    folders = [str(ROOT), str(SUPPORT.parent), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders))}


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Starts a script of tests/support."""
    return subprocess.Popen(
        [sys.executable, str(SUPPORT / f"{script}.py"), *map(str, arguments)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@contextmanager
def started(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A script of tests/support, killed at the end if it still runs."""
    with start(script, *arguments) as process:
        try:
            yield process
        finally:
            process.kill()


def finish(process: subprocess.Popen[str], seconds: float = 120) -> Any:
    """Waits for a script to end well; what it printed, as JSON."""
    try:
        printed, complained = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    assert process.returncode == 0, complained
    assert not complained, complained
    return json.loads(printed)


def at_once(processes: list[subprocess.Popen[str]], seconds: float = 120) -> list[Any]:
    """Lets scripts that say «ready» and wait for a line go on together; what they printed then.

    Where one of them fails, none is left running.
    """
    with ExitStack() as ended:
        for process in processes:
            ended.enter_context(process)
            ended.callback(process.kill)
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n", process.stderr and process.stderr.read()
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("now\n")
            process.stdin.flush()
        return [finish(process, seconds) for process in processes]


def run(script: str, *arguments: object) -> Any:
    return finish(start(script, *arguments))
