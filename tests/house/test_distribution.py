"""What is built to be installed elsewhere is whole, holds nothing else, and runs in an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

from tools.check_tree import files
from tthtcd_tui.version import VERSION

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
NAME = f"tthtcd_tui-{VERSION}"
# What pip asks of its user's settings, which the tests are shut out of.
OUTSIDE = dict(os.environ)
BUILD = "import sys; from setuptools import build_meta; getattr(build_meta, sys.argv[1])(sys.argv[2])"


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, env=OUTSIDE, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(what: str, tree: Path, out: Path) -> Path:
    """As a build frontend does, with the setuptools of this environment: that of the locks."""
    out.mkdir()
    said = run(sys.executable, "-P", "-c", BUILD, f"build_{what}", out, cwd=tree)
    assert "WARNING" not in said
    [made] = out.iterdir()
    return made


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files and nothing that was made of them."""
    tree = tmp_path_factory.mktemp("tree")
    for name in files(ROOT):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, tree / name)
    return tree


@pytest.fixture(scope="module")
def sdist(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", tree, tmp_path_factory.mktemp("made") / "sdist")


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tree, tmp_path_factory.mktemp("made") / "wheel")


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package() -> set[str]:
    return {name for name in files(ROOT) if name.startswith("tthtcd_tui/")}


def test_the_wheel_holds_the_package_its_data_and_the_licence(wheel: Path) -> None:
    found = contents(wheel)
    assert wheel.name == f"{NAME}-py3-none-any.whl"
    own = {f"{NAME}.dist-info/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "top_level.txt")}
    assert set(found) == package() | own | {f"{NAME}.dist-info/licenses/LICENSE"}
    assert {Path(name).suffix for name in package()} >= {".py", ".toml", ".docx", ".json", ".typed"}
    assert all(content == (ROOT / name).read_bytes() for name, content in found.items() if name in package())


def test_the_wheel_s_metadata_is_valid_and_says_what_is_so(wheel: Path) -> None:
    found = Metadata.from_email(contents(wheel)[f"{NAME}.dist-info/METADATA"], validate=True)
    assert (found.name, str(found.version)) == ("tthtcd-tui", VERSION)
    assert (found.license_expression, found.license_files) == ("MIT", ["LICENSE"])
    assert (found.author, found.author_email) == ("The tthtcd-tui developers", None)
    assert (found.project_urls or {}, found.home_page) == ({}, None)
    assert found.description_content_type == "text/markdown"
    assert found.description is not None
    assert found.description.strip() == (ROOT / "README.md").read_text(encoding="utf-8").strip()


def test_the_source_distribution_is_what_a_wheel_is_built_from(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        found = {name.removeprefix(f"{NAME}/") for name in archive.getnames() if archive.getmember(name).isfile()}
        archive.extractall(tmp_path, filter="data")
    docs = {name for name in files(ROOT) if name.startswith("docs/")}
    papers = {"README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "pyproject.toml", "MANIFEST.in"}
    made = {name for name in found if name in ("PKG-INFO", "setup.cfg") or name.startswith("tthtcd_tui.egg-info/")}
    assert found - made == package() | docs | papers
    again = build("wheel", tmp_path / NAME, tmp_path / "wheel")
    assert contents(again) == contents(wheel)


def test_the_wheel_runs_in_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "env"
    run(sys.executable, "-m", "venv", place, cwd=tmp_path)
    pip = (place / "bin" / "python", "-m", "pip", "install", "-q")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements" / "runtime.lock", cwd=tmp_path)
    run(*pip, "--no-deps", "--no-index", wheel, cwd=tmp_path)
    run(place / "bin" / "python", "-m", "pip", "check", cwd=tmp_path)
    tthtcd = place / "bin" / "tthtcd"
    assert run(tthtcd, "--version", cwd=tmp_path) == f"tthtcd {VERSION}\n"
    assert "43.117" in run(tthtcd, "demo", "--no-screens", "--out", "ra", cwd=tmp_path)
    assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [".docx", ".json"]
    where = run(place / "bin" / "python", "-P", "-c", "import tthtcd_tui; print(tthtcd_tui.__file__)", cwd=tmp_path)
    assert Path(where).is_relative_to(place)
