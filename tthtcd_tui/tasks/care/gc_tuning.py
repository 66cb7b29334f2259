"""Tuning of Python's cyclic garbage collector for work that allocates very many objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 50_000
"""Allocations between two collections."""


@contextmanager
def gc_paused() -> Iterator[None]:
    """Disable the cyclic garbage collector inside the block: a long log is a million objects without a cycle.

    Collections took a sixth of an import's time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def gc_ended() -> Iterator[None]:
    """Disable the collector for a program that ends with the block, the collection at exit included.

    A command is over in a fifth of a second, a sixth of which went into collections. Files and databases are closed all
    the same.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()


def enable_gc() -> None:
    """Enable the collector again in a long-running program: rarely run, and not on the objects that exist now.

    It collects once first: garbage of the start, half a megabyte, would otherwise be frozen for good.
    """
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
        gc.set_threshold(_SELDOM)
        gc.enable()
