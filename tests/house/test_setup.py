"""tools/setup.sh, which every make target begins with: a sentence, in both languages, for all that can be wrong."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from support.matrix import LONG
from support.namespaces import read_only, why_not
from support.python_copy import python_copy
from support.releases import OUTSIDE

pytestmark = LONG

ROOT = Path(__file__).resolve().parents[2]
KEY = "{ pwd && cat requirements/*.lock pyproject.toml tools/setup.sh tools/setup_env.py; } | cksum"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """As much of the project as set-up looks at before it installs anything."""
    tree = tmp_path / "mã nguồn"
    shutil.copytree(ROOT / "requirements", tree / "requirements")
    shutil.copytree(ROOT / "tools", tree / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", tree)
    return tree


def refusal(
    tree: Path, python: Path | None = None, before: Sequence[str] = (), variables: Mapping[str, str] | None = None
) -> str:
    """What setup.sh says when it cannot go on; nothing of it is for programmers alone."""
    environment = OUTSIDE | dict(variables or {}) | ({"PYTHON": str(python)} if python else {})
    command = [*before, "sh", "tools/setup.sh", ".venv", "runtime"]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=False)
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (3, b""), said
    assert "Traceback" not in said
    return said


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_read_only_folder_is_named(tree: Path) -> None:
    said = refusal(tree, before=read_only(tree))
    assert f"Không ghi được vào thư mục mã nguồn “{tree}”" in said
    assert "The source folder cannot be written to." in said


@pytest.mark.parametrize(
    ("module", "words"), [("venv", "Python này thiếu mô-đun venv."), ("ensurepip", "Python này thiếu mô-đun venv.")]
)
def test_a_python_without_venv_or_pip_names_the_package(tree: Path, tmp_path: Path, module: str, words: str) -> None:
    said = refusal(tree, python_copy(tmp_path / "python", without=[module]))
    assert words in said
    assert "apt install" in said
    assert "python3-venv" in said


def test_no_python_at_all_is_said(tree: Path) -> None:
    said = refusal(tree, Path("missing"))
    assert "Cần Python 3.11 trở lên" in said
    assert "make demo PYTHON=" in said


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "vi_VN.TCVN", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_a_bad_locale_changes_no_word(tree: Path, tmp_path: Path, locale: dict[str, str]) -> None:
    python = python_copy(tmp_path / "python", without=["ensurepip"])
    assert refusal(tree, python, variables=locale) == refusal(tree, python)


def test_an_environment_whose_python_has_gone_is_made_anew(tree: Path, tmp_path: Path) -> None:
    """Here by a Python that cannot, which shows that it was begun."""
    environment = tree / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(tmp_path / "gone")
    key = subprocess.run(["sh", "-c", KEY], cwd=tree, capture_output=True, check=True)
    (environment / ".ready-runtime").write_bytes(key.stdout)
    bare = python_copy(tmp_path / "bare", without=["ensurepip"])
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "python3").symlink_to(bare)
    path = f"{tmp_path / 'path'}:/usr/bin:/bin"
    assert "thiếu mô-đun venv" in refusal(tree, variables={"PATH": path})
