"""`NamedTuple` as `typing` has it, made in an eighth of the time: a start makes 130 before its first screen stands.

`typing` compiles the annotation of every field, to see that it may be one, and of every class its `__new__` and five
methods more. The types are mypy's to check; the methods are the same for all; and one `__new__` for each number of
fields is compiled, of which every class has its own with its own names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 -- what a type checker is to see
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    def _make(cls, values):
        """A tuple of `values`, which are as many as there are fields."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **others):
        """The same tuple with `others` in place of the fields named."""
        made = self._make(map(others.pop, self._fields, self))
        if others:
            raise ValueError(f"Got unexpected field names: {[*others]}")
        return made

    def _asdict(self):
        """The values by their fields' names."""
        return dict(zip(self._fields, self, strict=True))

    def _shown(self):
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

    def _as_plain_tuple(self):
        """What `copy` and `pickle` make it anew of."""
        return tuple(self)

    _METHODS = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _shown,
        "__getnewargs__": _as_plain_tuple,
    }

    @cache
    def _shape(count):
        """Of a tuple with that many fields: its `__new__`, and what reads each field."""
        names = [f"field_{number}" for number in range(count)]
        shape = namedtuple("Shape", names)  # noqa: PYI024 -- its names are of no interest
        return shape.__new__, [vars(shape)[name] for name in names]

    class _OfFields(type):
        """Makes of a class's body the tuple that it describes."""

        def __new__(cls, name, bases, body):  # noqa: ARG004 -- the signature of a metaclass
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            made_as, getters = _shape(len(fields))
            code = made_as.__code__.replace(co_varnames=("_cls", *fields))
            new = FunctionType(code, made_as.__globals__, "__new__", tuple(defaults.values()))
            new.__qualname__ = f"{name}.__new__"  # told where it is given too little or too much
            described = {"__slots__": (), "__new__": new, "__match_args__": fields, "_fields": fields}
            getters = zip(fields, getters, strict=True)
            return type(name, (tuple,), {**_METHODS, **described, "_field_defaults": defaults, **dict(getters), **body})

    NamedTuple = type.__new__(_OfFields, "NamedTuple", (), {})
