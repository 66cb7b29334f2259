"""The docs are tested against the program: a command nobody can read about does not exist."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def commands(parser: argparse.ArgumentParser, before: str = "tthtcd") -> Iterator[str]:
    """Every command as it is typed: «tthtcd centre add»."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, sub in action.choices.items():
                yield f"{before} {name}"
                yield from commands(sub, f"{before} {name}")


def test_every_command_is_documented() -> None:
    from tthtcd_tui.cli import build_parser

    pages = [ROOT / "README.md", ROOT / "docs" / "commands.md"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages if page.exists())
    found = list(commands(build_parser()))
    assert "tthtcd demo" in found
    assert [command for command in found if not re.search(rf"{re.escape(command)}(?![\w-])", text)] == []


def test_an_administrator_is_told_of_no_command_that_is_not_there() -> None:
    from tthtcd_tui.cli import build_parser

    page = (ROOT / "docs" / "quan-tri.md").read_text(encoding="utf-8")
    lines = {f"{match.replace('-qt', '')} " for match in re.findall(r"tthtcd-qt(?: [a-z]+)+", page)}
    told = {name for name in commands(build_parser()) if any(line.startswith(f"{name} ") for line in lines)}
    assert {"tthtcd staff add", "tthtcd backup", "tthtcd restore", "tthtcd doctor"} <= told
    assert [line for line in lines if not any(line.startswith(f"{name} ") for name in told)] == []


def test_every_dependency_is_explained() -> None:
    """docs/dependencies.md says of each package in pyproject.toml why it is there, and names no other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    declared = [*project["project"]["dependencies"], *groups["build"], *groups["dev"], *groups["locking"]]
    names = {re.split(r"[<>=!~ ;\[]", requirement)[0] for requirement in declared}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([\w-]+) \| ", page, re.MULTILINE)) - {"package"} == names
