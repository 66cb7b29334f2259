"""Engines' exceptions translated to StoreProblems: each engine registers what its own mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tthtcd_tui.errors import Busy, Damaged, StoreProblem
from tthtcd_tui.models.storage.orm import DatabaseError, OperationalError

Telling = Callable[[Sequence[BaseException]], StoreProblem | None]
"""Translates a chain of exceptions, the last one first; None where they are not that engine's."""

_KINDS: list[type[BaseException]] = [DatabaseError, UnicodeDecodeError]
_TELLINGS: list[Telling] = []


def register_engine(kind: type[BaseException], telling: Telling) -> None:
    """Have exceptions of `kind` translated by `telling` from now on."""
    _KINDS.append(kind)
    _TELLINGS.append(telling)


def complaints() -> tuple[type[BaseException], ...]:
    """The registered exception types, for an `except` clause."""
    return tuple(_KINDS)


def problem_of(error: BaseException) -> StoreProblem:
    """The StoreProblem for `error`. The cause may hide behind a failed rollback, so the whole chain is looked at."""
    chain: list[BaseException] = []
    while error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__ or error
    for telling in _TELLINGS:
        if problem := telling(chain):
            return problem
    if any(isinstance(link, UnicodeDecodeError) for link in chain):
        return Damaged()
    if any(type(link) is OperationalError and "locked" in str(link) for link in chain):
        return Busy()
    return StoreProblem("Cơ sở dữ liệu báo lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.")
