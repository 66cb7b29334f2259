"""On Windows, where fcntl and termios are not there, a sentence instead of a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

WINDOWS = """
import importlib.abc, runpy, sys

class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
sys.platform = sys.argv[1]
"""
LOADING = ["import tthtcd_tui.cli", "from tthtcd_tui.cli import main; main()", "runpy.run_module('tthtcd_tui')"]


def loaded(platform: str, how: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", f"{WINDOWS}\n{how}", platform, "years"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("how", LOADING)
def test_it_says_where_it_runs_in_vietnamese_and_in_english(how: str) -> None:
    done = loaded("win32", how)
    assert (done.returncode, done.stdout) == (3, "")
    vietnamese, english = done.stderr.splitlines()
    assert "chạy trên Linux và macOS, không chạy trên Windows" in vietnamese
    assert "runs on Linux and macOS, not on Windows" in english


def test_without_that_it_would_fail_on_what_is_missing() -> None:
    """The same process on no Windows: what the sentence stands before."""
    assert "ModuleNotFoundError: No module named 'fcntl'" in loaded("linux", "import tthtcd_tui.files.lock").stderr
