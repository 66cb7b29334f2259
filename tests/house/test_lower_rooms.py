"""Rooms below the two edges say what is wrong; which key, option or command helps, the edges add."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

PROGRAM: Final = Path(__file__).parents[2] / "tthtcd_tui"
EDGES: Final = ("commands", "screens", "services", "cli.py", "__main__.py", "app.py", "supported.py")
"""Where words are typed, and where keys are pressed."""
NAMED: Final = re.compile(r"--[a-z]|\bCtrl\+|\^[A-Z]\b|\bF(?:[1-9]|1[0-2])\b|\btthtcd [a-z]")
MODULES: Final = [path for path in sorted(PROGRAM.rglob("*.py")) if path.relative_to(PROGRAM).parts[0] not in EDGES]


def said(source: str) -> Iterator[tuple[int, str]]:
    """The string literals of a module with their lines, but no docstring: those are for who reads the program."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def test_no_sentence_below_the_edges_names_a_key_or_an_option() -> None:
    named = [
        (str(path.relative_to(PROGRAM)), line, text)
        for path in MODULES
        if NAMED.search(source := path.read_text("utf-8"))  # most name none anywhere, and need not be parsed
        for line, text in said(source)
        if NAMED.search(text)
    ]
    assert not named


@pytest.mark.parametrize(
    "sentence", ["Thêm --force.", "Ctrl+Z để lấy lại.", "F8 đến chỗ thiếu.", "^O ghi lý do.", "Gõ “tthtcd new KỲ”."]
)
def test_each_way_of_naming_one_would_be_seen(sentence: str) -> None:
    source = f'def tell():\n    """Says {sentence}"""\n    return f"{{here}} {sentence}"\n'
    assert [line for line, text in said(source) if NAMED.search(text)] == [3]
