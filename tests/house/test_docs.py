"""The docs are tested against the program: a command nobody can read about does not exist."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tools.check_tree import files

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


def test_what_the_guides_type_over_ssh_a_server_takes() -> None:
    from tthtcd_tui.commands.remote import _closed

    typed = [
        (page.name, words.split())
        for page in sorted((ROOT / "docs").glob("*.md"))
        for words in re.findall(r"ssh (?:tthtcd@)?may-chu ([a-z][^`<>#\n]*)", page.read_text(encoding="utf-8"))
    ]
    assert ("quan-tri.md", ["bash"]) in typed, "which is there to be refused"
    assert {name for name, _ in typed} >= {"huong-dan.md", "quan-tri.md"}
    for page, words in typed:
        if words != ["bash"]:
            assert _closed().parse_args(words).command == words[0], page


def slug(heading: str) -> str:
    """The anchor of a heading, as the places that host sources make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    return {slug(match) for match in re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)}


def test_every_link_of_a_page_leads_somewhere() -> None:
    pages = [ROOT / name for name in files(ROOT) if name.endswith(".md")]
    assert len(pages) > 30
    lost = []
    for page in pages:
        for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            is_there = target.exists() and (not anchor or anchor in anchors(target))
            if not link.startswith("https://") and not is_there:
                lost.append(f"{page.relative_to(ROOT)}: {link}")
    assert lost == []


def test_every_decision_is_dated_and_listed_in_its_order() -> None:
    folder = ROOT / "docs" / "decisions"
    told = re.findall(
        r"^\| (\d+) \| (\d{4}-\d\d-\d\d) \| \[(.+)\]\((.+)\) \|$",
        (folder / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    found = sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")
    assert [name for *_, name in told] == found
    assert [date for _, date, *_ in told] == sorted(date for _, date, *_ in told)
    for position, (number, date, title, name) in enumerate(told, 1):
        assert (int(number), name[:5]) == (position, f"{position:04d}-")
        assert (folder / name).read_text(encoding="utf-8").startswith(f"# {number}. {title}\n\n{date}\n\n")


def test_every_dependency_is_explained() -> None:
    """docs/dependencies.md says of each package in pyproject.toml why it is there, and names no other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    declared = [*project["project"]["dependencies"], *groups["build"], *groups["dev"], *groups["locking"]]
    names = {re.split(r"[<>=!~ ;\[]", requirement)[0] for requirement in declared}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([\w-]+) \| ", page, re.MULTILINE)) - {"package"} == names


def test_the_glossary_names_what_the_code_names() -> None:
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    names = {name for row in re.findall(r"^\| [^|]+ \| ([^|]+) \|", page, re.MULTILINE) for name in _quoted(row)}
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tthtcd_tui").rglob("*.py"))
    words = set(re.findall(r"[A-Za-z_]+", sources))
    assert len(names) > 40
    assert names - words == set()


def _quoted(row: str) -> list[str]:
    return re.findall(r"`(\w+)`", row)
