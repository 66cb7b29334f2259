"""What is private to Textual is touched in one room alone, and each such name is listed there with its test."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from rich.console import Console
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import TextArea

import tthtcd_tui

LIBRARIES = (
    "import textual",
    "from textual",
    "from tthtcd_tui.widgets",
    "from tthtcd_tui.screens",
    "tthtcd_tui.terminal",
)
"""Of which one stands in every module that has a class derived from theirs."""
PACKAGE = Path(tthtcd_tui.__file__).parent
ROOT = PACKAGE.parent
ROOM = PACKAGE / "terminal"
OUTSIDE = [path for path in PACKAGE.rglob("*.py") if ROOM not in path.parents]


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@cache
def private_names(kind: type) -> frozenset[str]:
    """The private methods and attributes of a class of theirs, and of those it is derived from."""
    names: set[str] = set()
    for each in kind.__mro__:
        if is_theirs(each):
            names |= {name for name in vars(each) if is_private(name)}
            names |= set(re.findall(r"\bself\.(_[a-z]\w*)", inspect.getsource(each)))
    return frozenset(names)


def is_theirs(kind: type) -> bool:
    return kind.__module__.partition(".")[0] in ("textual", "rich")


@cache
def theirs() -> frozenset[str]:
    kinds = (App, Screen, TextArea, Strip, LinuxDriver, XTermParser, Console)
    return frozenset().union(*map(private_names, kinds))


def touched(path: Path) -> set[str]:
    """The names that a module imports; that it reads of another object; that its classes take over from theirs."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {*imported(tree), *read_of_others(tree), *taken_over(tree, path)}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(("textual", "rich")):
            yield from (node.module for part in node.module.split(".") if is_private(part))
            yield from (alias.name for alias in node.names if is_private(alias.name))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith(("textual._", "rich._")))


def read_of_others(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in theirs() and not is_own(node.value):
            yield node.attr


def is_own(node: ast.expr) -> bool:
    is_super = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"
    return is_super or (isinstance(node, ast.Name) and node.id in ("self", "cls", "os"))


def taken_over(tree: ast.Module, path: Path) -> Iterator[str]:
    """What classes derived from theirs use or override, on purpose or because they did not know the name was taken."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    if not classes or not any(library in path.read_text(encoding="utf-8") for library in LIBRARIES):
        return
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for node in classes:
        own = getattr(module, node.name)
        taken = private_names(own)
        for part in ast.walk(node):
            name = part.attr if isinstance(part, ast.Attribute) and is_own(part.value) else getattr(part, "name", None)
            if name in taken:
                yield str(name)


def listed() -> dict[str, str]:
    """The names in the first column of the room's README, with the tests in the last."""
    rows = re.findall(
        r"^\| `([^`]+)` \|.*\| ([^|]*) \|$", (ROOM / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    names = [name for name, _ in rows]
    assert len(names) == len(set(names)), "a name is listed twice"
    return dict(rows)


def test_textual_has_private_names_that_are_known_here() -> None:
    assert {"_display", "_compositor", "_on_idle", "_dirty_widgets", "_driver", "_timeout_time"} <= theirs()


@pytest.mark.long
def test_nothing_outside_the_room_touches_a_private_name_of_textual() -> None:
    assert len(OUTSIDE) > 100
    found = {str(path.relative_to(PACKAGE)): sorted(touched(path)) for path in OUTSIDE}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_room_lists_exactly_the_private_names_it_touches() -> None:
    assert sorted(listed()) == sorted({name for path in ROOM.glob("*.py") for name in touched(path)})


def test_each_has_a_test_that_is_there() -> None:
    for name, told in listed().items():
        tests = re.findall(r"`([\w/]+\.py)::(\w+)`", told)
        assert tests, f"{name}: no test"
        for path, test in tests:
            assert f"def {test}(" in (ROOT / "tests" / path).read_text(encoding="utf-8"), f"{name}: no {path}::{test}"
