"""`tools/quick_tests.py` finds each Python once, passes none over in silence, and fails where a test fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.quick_tests import QUICK, ROOT, Python, candidates, chosen, passes, probe


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_every_name_on_path_and_every_version_of_pyenv_is_looked_at(tmp_path: Path) -> None:
    names = ("python3.11", "python3.9", "python3.12-config", "python3", "python3.13t", "pip3.11")
    for name in names:
        program(tmp_path / "bin" / name, "exit 0")
    program(tmp_path / "more" / "python3.14", "exit 0")
    own = program(tmp_path / "pyenv" / "versions" / "3.13.1" / "bin" / "python", "exit 0")
    environ = {
        "PATH": f"{tmp_path / 'bin'}:{tmp_path / 'missing'}:{tmp_path / 'more'}:",
        "PYENV_ROOT": str(own.parents[3]),
    }
    assert [str(path.relative_to(tmp_path)) for path in candidates(environ)] == [
        "bin/python3.11",
        "bin/python3.9",
        "more/python3.14",
        "pyenv/versions/3.13.1/bin/python",
    ]
    home = {"PATH": "", "HOME": str(tmp_path)}
    own.parents[3].rename(tmp_path / ".pyenv")
    assert [path.name for path in candidates(home)] == ["python"]


def test_this_python_tells_what_it_is() -> None:
    python = probe(Path(sys.executable))
    assert python is not None
    assert python.version == sys.version_info[:3]
    assert python.has_venv


@pytest.mark.parametrize(
    "script", ["echo 'pyenv: python3.12: command not found' >&2; exit 127", "kill -9 $$", "echo '{}' >&2; exit 1"]
)
def test_what_does_not_start_is_none(tmp_path: Path, script: str) -> None:
    assert probe(program(tmp_path / "python3.12", script)) is None
    assert probe(tmp_path / "missing") is None


def test_what_is_too_old_is_none(tmp_path: Path) -> None:
    told = '{"version": [3, 10, 13], "is_plain": true, "has_venv": true}'
    assert probe(program(tmp_path / "python3.10", f"echo '{told}'")) is None


def test_of_each_version_the_newest_usable_is_taken_and_what_nothing_stands_for_is_told() -> None:
    def at(version: tuple[int, int, int], is_plain: bool = True, has_venv: bool = True) -> Python:
        return Python(Path(f"bin/{version}"), version, is_plain, has_venv)

    here = at((3, 11, 2), has_venv=False)
    others = [
        at((3, 12, 1)),
        at((3, 11, 7)),
        at((3, 12, 9)),
        at((3, 12, 10), has_venv=False),
        at((3, 13, 0), has_venv=False),
        at((3, 15, 0), is_plain=False),
    ]
    taken, passed_over = chosen(here, others)
    assert [python.name for python in taken] == ["3.11.2", "3.12.9"]
    assert passed_over == [
        "Python 3.13.0 at bin/(3, 13, 0): it makes no environments",
        "Python 3.15.0 at bin/(3, 15, 0): a preview, or a build of another kind",
    ]


@pytest.mark.long
def test_a_test_that_fails_fails_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\nmarkers = ["long: x"]\n', encoding="utf-8")
    quick = tmp_path / "test_quick.py"
    long = "\n\n@pytest.mark.long\ndef test_long():\n    assert False\n"
    quick.write_text(f"import pytest\n\ndef test_quick():\n    assert True\n{long}", encoding="utf-8")
    assert passes(Path(sys.executable), [quick.name], tmp_path)
    quick.write_text("def test_quick():\n    assert False\n", encoding="utf-8")
    assert not passes(Path(sys.executable), [quick.name], tmp_path)


def test_that_it_was_killed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not passes(program(tmp_path / "python", "kill -9 $$"), ["tests"], tmp_path)
    assert capsys.readouterr().out == "quick tests: pytest was ended by signal 9\n"


def test_the_quick_tests_are_there() -> None:
    assert [folder for folder in QUICK if not list((ROOT / folder).glob("test_*.py"))] == []


def test_ci_refuses_to_run_on_one_python_alone(tmp_path: Path) -> None:
    environ = {**os.environ, "CI": "true", "PATH": str(tmp_path), "PYENV_ROOT": str(tmp_path)}
    command = [sys.executable, "-m", "tools.quick_tests"]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    name = ".".join(map(str, sys.version_info[:3]))
    told = f"quick tests: CI needs 2 versions of Python from 3.11 on, and there is {name} alone.\n"
    assert done.stdout == told
