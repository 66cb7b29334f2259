"""The scripts of `make check` find what they are there to find."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools.check_tree import files, machine_paths, problems_of

PATHS = machine_paths(Path("/builds/of/somebody/clone"))


def problems(name: str, text: str) -> list[str]:
    return list(problems_of(name, text.encode("utf-8"), PATHS))


@pytest.mark.parametrize(
    "line",
    [
        "open('/" + "root/x')",
        "PATH=/" + "home/lan/bin",
        "see /" + "tmp/out.docx",
        "/builds/of/somebody/clone/a",
        "«/builds/of/somebody/b»",
    ],
)
def test_a_path_of_one_machine_is_found(line: str) -> None:
    [problem] = problems("docs/x.md", f"first\n{line}\n")
    assert problem.startswith("docs/x.md:2: a path of one machine: /")


@pytest.mark.parametrize(
    "line", ["./tmp/x", "build/tmp/x", "$HOME/tmp/x", "~/home/x", "${X}/tmp/y", "/usr/bin/env", "/home/x"]
)
def test_other_paths_pass(line: str) -> None:
    assert problems("docs/x.md", line) == []


def test_an_address_in_a_lock_is_found() -> None:
    assert problems("requirements/x.lock", "a @ https://a.example/a.whl\n") == [
        "requirements/x.lock:1: an address in a lock"
    ]
    assert problems("docs/x.md", "https://a.example/a.whl\n") == []


def test_a_registry_is_found_anywhere() -> None:
    assert problems("README.md", "--index-url x\n") == ["README.md:1: a registry: index-url"]
    assert problems("README.md", "from https://pypi" + ".org/\n") == ["README.md:1: a registry: pypi" + ".org"]


def test_text_is_utf8_nfc_with_unix_line_ends() -> None:
    assert list(problems_of("a.py", b"\xff", PATHS)) == ["a.py: not UTF-8 at byte 0"]
    assert problems("a.py", "e\u0323\u0302\n") == ["a.py:1: not in NFC"]
    assert problems("a.py", "ệ\r\n") == ["a.py: carriage returns"]
    assert list(problems_of("a.docx", b"\xff", PATHS)) == []


def test_this_tree_is_listed_without_what_git_ignores() -> None:
    listed = files(Path(__file__).resolve().parents[2])
    assert "tests/house/test_tree.py" in listed
    assert not [name for name in listed if "__pycache__" in name or name.startswith((".venv", "build/"))]


def test_every_data_file_of_the_package_is_installed_with_it() -> None:
    root = Path(__file__).resolve().parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["tthtcd_tui"]
    package = root / "tthtcd_tui"
    shipped = {path for pattern in patterns for path in package.glob(pattern)}
    data = [root / name for name in files(root) if name.startswith("tthtcd_tui/") and not name.endswith(".py")]
    assert len(data) >= 2
    assert [path for path in data if path not in shipped] == []
