"""Matrices of cases: a few of them run in `make test`, all of them in `make test-long`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import pytest

LONG: Final = pytest.mark.long


def long_but(quick: Iterable[object], cases: Iterable[object]) -> list[Any]:
    """`cases` of one argument, marked long but for those in `quick`, each of which must be there."""
    listed, wanted = list(cases), list(quick)
    assert all(case in listed for case in wanted), wanted
    return [case if case in wanted else pytest.param(case, marks=LONG) for case in listed]


def every(step: int, cases: Iterable[object]) -> list[Any]:
    """`cases` of one argument, marked long but for each `step`-th, the first among them."""
    return [case if not number % step else pytest.param(case, marks=LONG) for number, case in enumerate(cases)]


def long_rows(cases: Iterable[Sequence[object]], are_quick: Callable[[Any], bool] = lambda _: False) -> list[Any]:
    """`cases` of several arguments, marked long but for those that `are_quick`."""
    return [case if are_quick(case) else pytest.param(*case, marks=LONG) for case in cases]
