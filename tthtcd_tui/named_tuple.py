"""`NamedTuple` as `typing` has it, but for a look at the types of its fields: those are mypy's to check.

`typing` compiles the annotation of every field, to see that it may be one. That is more than half of what making such a
class costs, and a start makes some 130 of them before its first screen stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 -- what a type checker is to see
else:
    from collections import namedtuple

    class _OfFields(type):
        """Makes of a class's body the tuple that it describes."""

        def __new__(cls, name, bases, body):  # noqa: ARG004 -- the signature of a metaclass
            fields = body.pop("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))  # noqa: PYI024 -- the point
            made.__annotations__ = fields
            for attribute, value in body.items():
                setattr(made, attribute, value)
            return made

    NamedTuple = type.__new__(_OfFields, "NamedTuple", (), {})
