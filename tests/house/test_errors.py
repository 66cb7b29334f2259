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


def drawn() -> dict[str, str]:
    """The classes of the docstring's tree, each with the one it hangs from."""
    above: dict[int, str] = {}
    found = {}
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"    (?P<branch>[│├└─ ]*)(?P<name>[A-Z]\w+) ", line):
            depth = len(match["branch"]) // 4
            found[match["name"]] = above.get(depth - 1, "Exception")
            above[depth] = match["name"]
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


def test_no_two_tell_the_same_by_their_name_alone() -> None:
    assert len({name.casefold() for name in drawn()}) == len(drawn())
