"""The tree at the top of `errors.py` is the tree there is, and nothing else is raised for a person."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import Final

from tthtcd_tui import errors
from tthtcd_tui.errors import UserProblem

PROGRAM: Final = Path(__file__).parents[2] / "tthtcd_tui"


_LINE: Final = re.compile(r"^    (?P<branch>[│├└─ ]*)(?P<name>[A-Z]\w+) +(?P<told>\S.*)$", re.MULTILINE)


def lines() -> list[re.Match[str]]:
    """The lines of the docstring's tree: branch, name, and what is told of it, with its fields behind a colon."""
    return list(_LINE.finditer(errors.__doc__ or ""))


def drawn() -> dict[str, str]:
    """The classes of the tree, each with the one it hangs from."""
    above: dict[int, str] = {}
    found = {}
    for line in lines():
        depth = len(line["branch"]) // 4
        found[line["name"]] = above.get(depth - 1, "Exception")
        above[depth] = line["name"]
    return found


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    classes = {
        name: next(base.__name__ for base in found.__bases__)
        for name, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, UserProblem)
    }
    assert drawn() == classes


def test_no_other_room_makes_a_problem_of_its_own() -> None:
    names = set(drawn())
    elsewhere = [
        (path.name, node.name)
        for path in PROGRAM.rglob("*.py")
        if path.name != "errors.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        if any(isinstance(base, ast.Name) and base.id in names for base in node.bases)
    ]
    assert not elsewhere


def test_each_is_drawn_once() -> None:
    names = [line["name"].casefold() for line in lines()]
    assert sorted(names) == sorted(set(names))


def test_the_fields_it_tells_of_are_there() -> None:
    told = {line["name"]: line["told"].partition(": ")[2].split(", ") for line in lines() if ": " in line["told"]}
    assert told["NotOnStaff"] == ["login"]
    lacking = [
        (name, field)
        for name, fields in told.items()
        for field in fields
        if not hasattr(getattr(errors, name), field)
        and f"self.{field} = " not in inspect.getsource(getattr(errors, name))
    ]
    assert lacking == []
