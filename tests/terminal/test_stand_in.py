"""What Textual's App loads and never shows is left out of a start, and of nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from tthtcd_tui.terminal.stand_in import UNUSED, random_bits, unused_left_out

BEFORE_TEXTUAL = """
import sys
from tthtcd_tui.terminal.stand_in import UNUSED, unused_left_out
with unused_left_out():
    import textual.app
assert not UNUSED.keys() & sys.modules.keys(), "a stand-in is left"
assert not textual.app.CommandPalette.__mro__[1:-1], "the palette itself"
from textual.command import CommandPalette
from rich.table import Table
from subprocess import PIPE, STDOUT, DEVNULL
import asyncio.subprocess
assert (asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL) == (PIPE, STDOUT, DEVNULL)
assert CommandPalette is not textual.app.CommandPalette and hasattr(CommandPalette, "is_open"), "no palette"
Table("a").add_row("b")
"""


def test_who_asks_for_it_later_gets_the_real_one() -> None:
    done = subprocess.run([sys.executable, "-c", BEFORE_TEXTUAL], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_what_is_loaded_already_stays() -> None:
    real = {name: import_module(name) for name in UNUSED}
    with unused_left_out():
        assert {name: sys.modules[name] for name in UNUSED} == real
    assert {name: sys.modules[name] for name in UNUSED} == real


@pytest.mark.parametrize("module", UNUSED)
def test_what_stands_in_has_only_names_of_the_real_one(module: str) -> None:
    assert [name for name in UNUSED[module] if not hasattr(import_module(module), name)] == []


FUNCTIONS = """
import sys
from importlib import import_module
from types import FunctionType
from tthtcd_tui.files.later_module import CalledLater
from tthtcd_tui.terminal.stand_in import later, unused_left_out
with unused_left_out():
    import textual.app
names = {module.__name__ for module in later() if isinstance(module, CalledLater)}
taken = {
    (value.__module__, name)
    for module in list(sys.modules.values())
    for name, value in vars(module).items()
    if isinstance(value, FunctionType) and value.__module__ in names
    and value.__code__.co_filename.endswith("later_module.py")
}
assert {module for module, _ in taken} == names, (names, taken)
for module, name in taken:
    found = getattr(import_module(module), name)
    assert callable(found) and not isinstance(found, type), (module, name)
"""


def test_what_is_loaded_when_it_is_called_are_functions_that_the_module_has() -> None:
    done = subprocess.run([sys.executable, "-c", FUNCTIONS], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("count", [1, 8, 24])
def test_a_number_has_so_many_bits(count: int) -> None:
    found = {random_bits(count) for _ in range(200)}
    assert len(found) > 1
    assert 0 <= min(found) <= max(found) < 2**count
