"""`NamedTuple` as `typing` has it, made without compiling anything: its types are mypy's to check.

`typing` compiles the annotation of every field, to see that it may be one, and a `__new__` for every class. That is six
sevenths of what making such a class costs, and a start makes some 130 of them before its first screen stands.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]
from collections.abc import Iterable
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final, Self

__all__ = ["NamedTuple"]

_GLOBALS: Final = {"new": tuple.__new__, "__builtins__": {}, "__name__": "named_tuple"}


@cache
def _code(count: int) -> CodeType:
    """What a `__new__` of so many fields does; the fields' own names are put into it."""
    names = "".join(f"_{number}, " for number in range(count))
    made: FunctionType = eval(f"lambda cls, {names}: new(cls, ({names}))", {})  # noqa: S307
    return made.__code__


def _new(owner: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    names = {"co_name": "__new__", "co_qualname": f"{owner}.__new__", "co_varnames": ("_cls", *fields)}
    return FunctionType(_code(len(fields)).replace(**names), _GLOBALS, "__new__", defaults)  # type: ignore[arg-type]


class _OfFields(type):
    """Makes of a class's body, which says what fields there are, a tuple of them."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _OfFields:
        if bases[0].__base__ is tuple:  # not the first of them itself, nor what is made on top of one of them
            body |= _described(name, body.get("__annotations__", {}), body)
        return super().__new__(cls, name, bases, body)


def _described(owner: str, types: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
    fields = tuple(types)
    defaults = {field: body[field] for field in fields if field in body}
    made = _new(owner, fields, tuple(defaults.values()))
    made.__annotations__ = types
    told = {"__new__": made, "__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
    return told | {field: _tuplegetter(number, "") for number, field in enumerate(fields)}


class _Fields(tuple[Any, ...], metaclass=_OfFields):
    """What every tuple of fields can do; `typing` says what."""

    __slots__ = ()
    if TYPE_CHECKING:
        _fields: tuple[str, ...]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changed: Any) -> Self:
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"Got unexpected field names: {list(changed)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        told = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({told})"


if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251
else:
    NamedTuple = _Fields
