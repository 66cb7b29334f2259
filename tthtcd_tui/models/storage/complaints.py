"""What engines complain of, told as a StoreProblem: each engine says once what its own complaints mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tthtcd_tui.errors import Busy, Damaged, StoreProblem
from tthtcd_tui.models.storage.orm import DatabaseError, OperationalError

Telling = Callable[[Sequence[BaseException]], StoreProblem | None]
"""What a chain of exceptions, the last one first, means to an engine; None where it is not its own."""

_KINDS: list[type[BaseException]] = [DatabaseError, UnicodeDecodeError]
_TELLINGS: list[Telling] = []


def register_engine(kind: type[BaseException], telling: Telling) -> None:
    """From now on exceptions of `kind` are told by `telling`."""
    _KINDS.append(kind)
    _TELLINGS.append(telling)


def complaints() -> tuple[type[BaseException], ...]:
    """Every exception by which an engine says that it cannot."""
    return tuple(_KINDS)


def problem_of(error: BaseException) -> StoreProblem:
    """The cause, told. It may hide behind a failed rollback, so the whole chain is looked at."""
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
