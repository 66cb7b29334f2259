"""What a command costs that runs in a process of its own, counted and not timed: patterns compiled, modules loaded.

Each count has little room above what it is. Who needs more says in the commit what for, and raises it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from support.sample_database import sample_database

import tthtcd_tui

PACKAGE = Path(tthtcd_tui.__file__).parent

COLD = """
import contextlib, io, json, re, sys
from re import _compiler
package, database, *words = sys.argv[1:]
compiled = []
compile_pattern = _compiler.compile
def counted(pattern, flags=0):
    caller = sys._getframe(1)
    while "/re/" in caller.f_code.co_filename:
        caller = caller.f_back
    if caller.f_code.co_filename.startswith(package):
        compiled.append([caller.f_code.co_filename.removeprefix(package), caller.f_code.co_name, str(pattern)])
    return compile_pattern(pattern, flags)
_compiler.compile = counted
from tthtcd_tui.cli import main
with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(printed):
    code = main([*words, "--db", database])
assert not code, printed.getvalue()
print(json.dumps([compiled, [name for name in sys.modules if name.startswith("tthtcd_tui")]]))
"""


class Cold(NamedTuple):
    patterns: list[list[str]]
    """Of each pattern: the file that had it compiled, the function, its text."""
    modules: list[str]


def cold(database: Path, *words: str) -> Cold:
    """What a fresh process compiles and loads of ours for a command."""
    command = [sys.executable, "-P", "-c", COLD, str(PACKAGE), str(database), *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return Cold(*json.loads(done.stdout))


@pytest.mark.parametrize(
    ("words", "patterns", "modules"),
    [
        (["years"], 4, 59),
        (["export", "2020-2021", "-o", "{folder}/a.docx"], 13, 193),
        (["check", "2020-2021"], 68, 208),
    ],
    ids=["years", "export", "check"],
)
def test_a_command_compiles_few_patterns_and_loads_few_modules(
    tmp_path: Path, words: list[str], patterns: int, modules: int
) -> None:
    found = cold(sample_database(tmp_path), *(word.format(folder=tmp_path) for word in words))
    assert len(found.patterns) <= patterns, found.patterns
    assert len(found.modules) <= modules, found.modules
    assert len(found.modules) > modules / 2, "it did not run"


def test_no_pattern_of_a_check_is_compiled_before_a_text_needs_it(tmp_path: Path) -> None:
    found = cold(sample_database(tmp_path), "check", "2020-2021")
    by_checks = [function for file, function, _ in found.patterns if re.match(r"/checks/", file)]
    assert len(by_checks) > 10
    assert "<module>" not in by_checks
