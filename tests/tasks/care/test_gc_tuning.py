"""Python looks for circles of dead values when it does not have to run through a great many new ones."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tthtcd_tui.tasks.care.gc_tuning import enable_gc, gc_paused


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


def test_what_looks_already_is_left_alone() -> None:
    threshold = gc.get_threshold()
    enable_gc()
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, threshold)
