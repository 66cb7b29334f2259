"""Makes forms/shipped_‹version›.py, each version of the shipped form as Python, shipped_‹key›.py, each example,
forms/shipped.py and shipped_rules.py.

Those two hold the digests of the versions and the rules of the newest one. So no start reads TOML.

`python -m tools.make_shipped_form` writes them; with `--check` it exits 1 if one is not what its TOML describes.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path

from tthtcd_tui.forms import model
from tthtcd_tui.forms.load import load, load_rules
from tthtcd_tui.forms.model import Field, Form

FOLDER = Path(model.__file__).parent
_KEY = "tu-danh-gia"
_EXAMPLES = ("tong-ket-nam",)
"""Forms that come along as examples, each one version."""
_RULES = "rules.toml"
_LONGEST = 300
_LINE = 120
_START = '''"""The form of {file}, made of it by `python -m tools.make_shipped_form`: never edited by hand."""

# ruff: noqa: E501, Q000
# fmt: off
from __future__ import annotations

from decimal import Decimal

{imports}

DIGEST = "{digest}"
"""Of the text it was made of. What has another is another form."""


def form(text: str) -> Form:
    """The form; `text` is what it was made of."""
    return '''

_INDEX = '''"""Digests of the shipped forms' texts, by version; made by `python -m tools.make_shipped_form`."""

from __future__ import annotations

from typing import Final

DIGESTS: Final[dict[int, str]] = {{{digests}
}}
EXAMPLES: Final[dict[str, str]] = {{{examples}
}}
"""Digests of the forms that come along as examples, by key; each is at its first version."""
'''
_RULES_START = '''"""The rules of {file}, made of it by `python -m tools.make_shipped_form`: never edited by hand."""

# ruff: noqa: E501, Q000
# fmt: off
from __future__ import annotations

from decimal import Decimal
from typing import Final

{imports}

RULES: Final[tuple[FormRule, ...]] = '''


def module(text: str, file: str) -> str:
    """The whole module for the form that `text` describes."""
    form = load(text, file)
    return f"{_START.format(file=file, imports=_imports(form), digest=form.digest)}{_source(form, 4)}\n"


def rules_module(text: str, file: str, form: Form) -> str:
    """The whole module for the rules that `text` describes, which are those of `form`."""
    rules = load_rules(text, file, form)
    return f"{_RULES_START.format(file=file, imports=_imports(rules))}{_source(rules, 0)}\n"


def _imports(value: object) -> str:
    """The classes that make `value`, one line a module, as ruff has them."""
    names: dict[str, list[str]] = {}
    for each in {type(part) for part in _parts(value)} - {Decimal}:
        names.setdefault(each.__module__, []).append(each.__name__)
    return "\n".join(_import(module, sorted(names[module], key=_by_case)) for module in sorted(names))


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    return (
        line if len(line) <= _LINE else f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")"
    )


def _by_case(name: str) -> tuple[bool, str]:
    return not name.isupper(), name


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
    return [(name, getattr(form, name)) for name in Form.__dataclass_fields__ if name != "template"]


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


def modules() -> dict[str, str]:
    """Every module by its file's name."""
    made: dict[str, str] = {}
    digests: dict[int, str] = {}
    text = ""
    for path in sorted(FOLDER.glob(f"{_KEY}-*.toml"), key=_version):
        text = path.read_text(encoding="utf-8")
        made[f"shipped_{_version(path)}.py"] = module(text, path.name)
        digests[_version(path)] = hashlib.sha256(text.encode()).hexdigest()
    examples: dict[str, str] = {}
    for key in _EXAMPLES:
        path = FOLDER / f"{key}-1.toml"
        example = path.read_text(encoding="utf-8")
        made[f"shipped_{key.replace('-', '_')}.py"] = module(example, path.name)
        examples[key] = hashlib.sha256(example.encode()).hexdigest()
    rules = (FOLDER / _RULES).read_text(encoding="utf-8")
    index = "".join(f'\n    {n}: "{d}",' for n, d in digests.items())
    others = "".join(f'\n    "{key}": "{digest}",' for key, digest in examples.items())
    return {
        **made,
        "shipped.py": _INDEX.format(digests=index, examples=others),
        "shipped_rules.py": rules_module(rules, _RULES, load(text, _KEY)),
    }


def _version(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def main(folder: Path = FOLDER) -> int:
    made = modules()
    wrong = [name for name, text in made.items() if _is_stale(folder / name, text)]
    if "--check" in sys.argv[1:]:
        for name in wrong:
            print(f"{name} is not what its TOML says: run python -m tools.make_shipped_form", file=sys.stderr)
        return 1 if wrong else 0
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"wrote {name}")
    return 0


def _is_stale(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
