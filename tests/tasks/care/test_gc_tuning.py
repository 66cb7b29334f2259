"""Python looks for circles of dead values when it does not have to run through a great many new ones."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.sample_database import sample_database

from tthtcd_tui.tasks.care.gc_tuning import enable_gc, gc_ended, gc_paused


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()


def test_it_does_not_look_inside_and_does_afterwards() -> None:
    with gc_paused():
        assert not gc.isenabled()
        with gc_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="so"), gc_paused():
        raise ValueError("so")
    assert gc.isenabled()


def test_a_program_that_stays_looks_again_but_not_among_what_there_is() -> None:
    with gc_paused():
        enable_gc()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    assert gc.isenabled()


def test_what_a_start_left_behind_is_let_go_before_the_rest_is_held() -> None:
    class Circle:
        def __init__(self) -> None:
            self.itself = self

    with gc_paused():
        left = weakref.ref(Circle())
        assert left() is not None
        enable_gc()
        assert left() is None


def test_a_program_that_ends_never_looks_again() -> None:
    with gc_ended():
        assert not gc.isenabled()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0


SAVED = """
import sys
import weakref
from tthtcd_tui.cli import main
sys.argv = ["tthtcd", "set", "2020-2021", "figure/dan_so", "39000", "--db", sys.argv[1]]
sys.exit(main())
"""


def test_a_command_closes_its_database_all_the_same(tmp_path: Path) -> None:
    path = sample_database(tmp_path)
    done = subprocess.run([sys.executable, "-P", "-c", SAVED, path], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(("-wal", "-shm"))] == []


def test_what_looks_already_is_left_alone() -> None:
    threshold = gc.get_threshold()
    enable_gc()
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, threshold)
