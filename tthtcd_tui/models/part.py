"""Part of a Store: a small door to one kind of data. Each call of it is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from tthtcd_tui.models.storage.engine import Database, reading, writing

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Part = TypeVar("_Part", bound="Part")


Refusal = Callable[[Database, str, int], None]
"""Raises a StoreProblem where that login may not do something with that report."""


class Access:
    """The database, and who is at the keyboard: all parts of a Store have the same."""

    def __init__(self, database: Database, user: str = "", refusal: Refusal | None = None) -> None:
        self.database = database
        self.user = user
        self._refusal = refusal

    def refuse_unreadable(self, report_id: int) -> None:
        """Raises NotAllowed where whoever has signed in may not read that report; inside a transaction."""
        if self.user and self._refusal:
            self._refusal(self.database, self.user, report_id)


class Part:
    """What a part is made of."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self.database = access.database


def reads(method: Callable[Concatenate[_Part, _P], _T]) -> Callable[Concatenate[_Part, _P], _T]:
    """A method of a part that sees one moment of the database."""

    @wraps(method)
    def read(self: _Part, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with reading(self.database):
            return method(self, *arguments, **named)

    return read


def reads_report(
    method: Callable[Concatenate[_Part, int, _P], _T],
) -> Callable[Concatenate[_Part, int, _P], _T]:
    """As `reads`, of a method that is told which report: refused to who may not read it."""

    @wraps(method)
    def read(self: _Part, report_id: int, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with reading(self.database):
            self.access.refuse_unreadable(report_id)
            return method(self, report_id, *arguments, **named)

    return read


def writes(method: Callable[Concatenate[_Part, _P], _T]) -> Callable[Concatenate[_Part, _P], _T]:
    """A method of a part that is done as a whole or not at all."""

    @wraps(method)
    def write(self: _Part, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with writing(self.database):
            return method(self, *arguments, **named)

    return write


def writes_report(
    method: Callable[Concatenate[_Part, int, _P], _T],
) -> Callable[Concatenate[_Part, int, _P], _T]:
    """As `writes`, of a method that is told which report and writes to no other."""

    @wraps(method)
    def write(self: _Part, report_id: int, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        with writing(self.database, report_id):
            return method(self, report_id, *arguments, **named)

    return write
