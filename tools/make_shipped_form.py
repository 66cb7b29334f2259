"""Makes forms/shipped.py, the shipped form as Python: a start has it at once, and need not read 700 lines of TOML.

`python -m tools.make_shipped_form` writes it; with `--check` it exits 1 if it is not the form that the TOML describes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path

from tthtcd_tui.forms.known import SHIPPED
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Field, Form

MODULE = SHIPPED.with_name("shipped.py")
_LONGEST = 300
_START = '''"""The form of {file}, made of it by `python -m tools.make_shipped_form`: never edited by hand."""

# ruff: noqa: E501, Q000
# fmt: off
from __future__ import annotations

from decimal import Decimal

from tthtcd_tui.forms.model import (
{names}
)

DIGEST = "{digest}"
"""Of the text it was made of. What has another is another form."""


def form(text: str) -> Form:
    """The form; `text` is what it was made of."""
    return '''


def module(text: str, file: str) -> str:
    """The whole module for the form that `text` describes."""
    form = load(text, file)
    names = "\n".join(f"    {name}," for name in sorted({type(part).__name__ for part in _parts(form)} - {"Decimal"}))
    start = _START.format(file=file, names=names, digest=form.digest)
    return f"{start}{_source(form, 4)}\n"


def _parts(value: object) -> Iterator[object]:
    """Whatever in `value` has a class of its own, `value` among it."""
    if isinstance(value, (Form, Enum, Decimal)) or hasattr(value, "_fields"):
        yield value
    for part in _within(value):
        yield from _parts(part)


def _within(value: object) -> list[object]:
    if isinstance(value, Form):
        return [part for name, part in _fields(value) if name != "text"]
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, tuple) else []


def _fields(form: Form) -> list[tuple[str, object]]:
    return [(name, getattr(form, name)) for name in Form.__dataclass_fields__]


def _source(value: object, indent: int) -> str:
    """The expression that makes `value`, over several lines where one would be too long."""
    short = _expression(value, [_source(part, 0) for part in _within(value)], "", " ")
    if len(short) + indent <= _LONGEST or not _within(value):
        return short
    parts = [_source(part, indent + 4) for part in _within(value)]
    return _expression(value, parts, "\n" + " " * (indent + 4), "\n" + " " * indent)


def _expression(value: object, parts: list[str], start: str, end: str) -> str:
    """`parts` are the expressions of what is in it; `start` stands before each, `end` after the last."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    if isinstance(value, Mapping):
        parts = [f"{key!r}: {part}" for key, part in zip(value, parts, strict=True)]
        return "{" + _joined(parts, start, end) + "}"
    if isinstance(value, Form):
        names = [name for name, _ in _fields(value)]
        values = iter(parts)
        parts = [f"{name}=text" if name == "text" else f"{name}={next(values)}" for name in names]
        return f"Form({_joined(parts, start, end)})"
    if isinstance(value, Field):
        return f"Field({_joined(_told(value, parts), start, end)})"
    if isinstance(value, tuple):
        name = type(value).__name__ if hasattr(value, "_fields") else ""
        only = "," if not name and len(parts) == 1 and not start else ""
        return f"{name}({_joined(parts, start, end)}{only})"
    return repr(value)


def _told(field: Field, parts: list[str]) -> list[str]:
    """Of a field what is not as usual."""
    named = zip(field._fields, field, parts, strict=True)
    usual = field._field_defaults
    return [f"{name}={part}" for name, value, part in named if name not in usual or usual[name] != value]


def _joined(parts: list[str], start: str, end: str) -> str:
    if not start:
        return ", ".join(parts)
    return "".join(f"{start}{part}," for part in parts) + end


def main(path: Path = MODULE) -> int:
    made = module(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)
    if "--check" in sys.argv[1:]:
        if path.exists() and path.read_text(encoding="utf-8") == made:
            return 0
        print(f"{path.name} is not the form of {SHIPPED.name}: run python -m tools.make_shipped_form", file=sys.stderr)
        return 1
    path.write_text(made, encoding="utf-8")
    print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
