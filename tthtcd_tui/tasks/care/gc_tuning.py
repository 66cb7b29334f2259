"""Work that makes a great many values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 50_000
"""New values before Python looks again."""


@contextmanager
def gc_paused() -> Iterator[None]:
    """Keeps Python from looking for circles of dead values meanwhile: a long log is a million values and has none.

    It looked through all of them again and again, a sixth of an import's time.
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
    """For a program that ends with what is inside: Python looks for no circles of dead values, not at its end either.

    A command is over in a fifth of a second, a sixth of which went into looking through all that it had made. What a
    file or a database has to be told when it is closed, it is told all the same.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()


def enable_gc() -> None:
    """For a program that stays: looks again, if it does not, but seldom, and not among what there is.

    Once among all of it: what a start left behind, a half of a megabyte, would otherwise be held for good.
    """
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
        gc.set_threshold(_SELDOM)
        gc.enable()
