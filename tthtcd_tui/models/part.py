"""Part of a Store: methods about one kind of data, each run as one transaction."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from tthtcd_tui.models.storage.engine import Database, reading, writing

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Part = TypeVar("_Part", bound="Part")


Refusal = Callable[[Database, str, int], None]
"""Called with the database, a login and a report; raises a StoreProblem where that person may not go on."""


class Access:
    """The database and the signed-in user, shared by all parts of a Store."""

    def __init__(self, database: Database, user: str = "", refusal: Refusal | None = None) -> None:
        self.database = database
        self.user = user
        self._refusal = refusal

    def refuse_unreadable(self, report_id: int) -> None:
        """Raise NotAllowed where the signed-in user may not read the report. Call it inside a transaction."""
        if self.user and self._refusal:
            self._refusal(self.database, self.user, report_id)


class Part:
    """Base of the parts: the shared Access, and its database."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self.database = access.database


def reads(method: Callable[Concatenate[_Part, _P], _T]) -> Callable[Concatenate[_Part, _P], _T]:
    """Decorator: run the method in one reading transaction, on one consistent state of the database."""

    @wraps(method)
    def read(self: _Part, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with reading(self.database):
            return method(self, *arguments, **named)

    return read


def reads_report(
    method: Callable[Concatenate[_Part, int, _P], _T],
) -> Callable[Concatenate[_Part, int, _P], _T]:
    """As `reads`, for a method whose first argument is a report. Raises NotAllowed for those who may not read it."""

    @wraps(method)
    def read(self: _Part, report_id: int, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with reading(self.database):
            self.access.refuse_unreadable(report_id)
            return method(self, report_id, *arguments, **named)

    return read


def writes(method: Callable[Concatenate[_Part, _P], _T]) -> Callable[Concatenate[_Part, _P], _T]:
    """Decorator: run the method in one writing transaction, all of it or nothing."""

    @wraps(method)
    def write(self: _Part, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with writing(self.database):
            return method(self, *arguments, **named)

    return write


def writes_report(
    method: Callable[Concatenate[_Part, int, _P], _T],
) -> Callable[Concatenate[_Part, int, _P], _T]:
    """As `writes`, for a method whose first argument is a report, the only one that it writes to."""

    @wraps(method)
    def write(self: _Part, report_id: int, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with writing(self.database, report_id):
            return method(self, report_id, *arguments, **named)

    return write
