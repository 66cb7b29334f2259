"""What Textual's App loads and never shows is left out of a start, and of nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from tthtcd_tui.terminal.stand_in import UNUSED, unused_left_out

BEFORE_TEXTUAL = """
import sys
from tthtcd_tui.terminal.stand_in import UNUSED, unused_left_out
with unused_left_out():
    import textual.app
assert not UNUSED.keys() & sys.modules.keys(), "a stand-in is left"
assert not textual.app.CommandPalette.__mro__[1:-1], "the palette itself"
from textual.command import CommandPalette
from rich.table import Table
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
