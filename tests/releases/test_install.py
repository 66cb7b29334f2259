"""install.sh: what it makes, which machines it refuses by name, and a sentence for everything that can be wrong."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.matrix import LONG
from support.namespaces import read_only, small_disk, why_not
from support.python_copy import python_copy
from support.releases import PLATFORM, PYTHON, copy_tree, install, installed, make_bundle, name_of, run

from tools.quick_tests import candidates, probe
from tthtcd_tui.version import VERSION

pytestmark = LONG

MOUNTS = pytest.mark.skipif(bool(why_not()), reason=why_not())
SPARSE = ("venv", "ensurepip", "pip")
"""What Debian keeps in packages of their own."""


@pytest.fixture(scope="module")
def opt(this_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this release is installed, by a Python that has neither venv nor pip."""
    folder = tmp_path_factory.mktemp("server")
    python = python_copy(folder / "python", without=SPARSE)
    installed(this_bundle, folder / "opt", python=python)
    return folder / "opt"


@pytest.fixture
def bundle(this_bundle: Path, tmp_path: Path) -> Path:
    """A bundle to be tampered with."""
    return shutil.copytree(this_bundle, tmp_path / "bundle")


def said(program: Path, *words: str) -> str:
    return subprocess.run([program, *words], capture_output=True, encoding="utf-8", check=False).stdout


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The sentences of a refusal, and nothing that only a programmer reads."""
    assert (done.returncode, done.stdout) == (3, ""), done
    assert "Traceback" not in done.stderr
    return done.stderr


def describe(bundle: Path, **changed: str) -> None:
    """Let `bundle` say other things of itself."""
    path = bundle / "bundle.txt"
    lines = (line.split("=", 1) for line in path.read_text(encoding="utf-8").splitlines())
    text = "".join(f"{key}={value}\n" for key, value in {**dict(lines), **changed}.items())
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text(text, encoding="utf-8")
    sums = bundle / "SHA256SUMS"
    new = hashlib.sha256(text.encode()).hexdigest()
    sums.write_text(sums.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


# -- what is made -----------------------------------------------------------------------------------------------------


def test_a_release_is_named_after_its_version_and_contents(this_bundle: Path, next_bundle: Path) -> None:
    assert re.fullmatch(rf"{re.escape(VERSION)}-[0-9a-f]{{8}}", name_of(this_bundle))
    assert this_bundle.name == f"tthtcd-{name_of(this_bundle)}-py{PYTHON}-{PLATFORM}"
    assert name_of(this_bundle).partition("-")[2] != name_of(next_bundle).partition("-")[2]


def test_the_program_says_which_release_it_is(opt: Path, this_bundle: Path) -> None:
    program = opt / "current" / "bin" / "tthtcd"
    assert said(program, "--version") == f"tthtcd {name_of(this_bundle)}\n"
    assert f"Chương trình: tthtcd {name_of(this_bundle)}\n" in said(program, "doctor", "--db", str(opt / "a.db"))


def test_another_account_can_run_it_and_change_nothing(opt: Path) -> None:
    for path in [opt / "current", *(opt / "current" / "").rglob("*")]:
        if not path.is_symlink():
            assert path.stat().st_mode & 0o022 == 0, path
            assert path.stat().st_mode & 0o044 == 0o044, path


def test_everything_is_compiled_for_good(opt: Path) -> None:
    """Wherever the folder is copied to: what is compiled is not held against the age of its source."""
    [compiled] = (opt / "current" / f"py{PYTHON}" / "lib").rglob("tthtcd_tui/__pycache__/cli.*.pyc")
    assert compiled.read_bytes()[4:8] == b"\x01\x00\x00\x00"


def test_the_guides_come_with_it(opt: Path) -> None:
    assert (opt / "current" / "docs" / "quan-tri.md").stat().st_size > 1000


def test_installed_again_it_stays_as_it_is(opt: Path, this_bundle: Path) -> None:
    before = (opt / "current" / f"py{PYTHON}" / "lib").stat().st_ino
    assert "trở lại" not in installed(this_bundle, opt)
    assert (opt / "current" / f"py{PYTHON}" / "lib").stat().st_ino == before


def test_an_upgrade_names_the_command_that_leads_back(opt: Path, this_bundle: Path, next_bundle: Path) -> None:
    program = opt / "current" / "bin" / "tthtcd"
    words = installed(next_bundle, opt)
    assert said(program, "--version") == f"tthtcd {name_of(next_bundle)}\n"
    subprocess.run(words.splitlines()[-1].split(), check=True)
    assert said(program, "--version") == f"tthtcd {name_of(this_bundle)}\n"


# -- another Python ---------------------------------------------------------------------------------------------------


def test_the_program_names_the_command_that_heals_it(opt: Path, this_bundle: Path, tmp_path: Path) -> None:
    program = opt / "current" / "bin" / "tthtcd"
    installed(this_bundle, opt, python=python_copy(tmp_path / "python"))
    shutil.rmtree(tmp_path / "python")
    start = subprocess.run([program, "years"], capture_output=True, encoding="utf-8", check=False)
    assert (start.returncode, start.stdout) == (3, "")
    assert f"Python {PYTHON} của máy chủ không còn" in start.stderr
    command = start.stderr.strip().rpartition("hãy gõ: ")[2].split()
    healed = run(*command, cwd=tmp_path, environment=os.environ | {"PYTHON": sys.executable})
    assert (healed.returncode, healed.stderr) == (0, "")
    assert said(program, "--version").startswith("tthtcd ")


def test_a_bundle_for_another_python_heals_the_same_release(opt: Path, this_bundle: Path, tmp_path: Path) -> None:
    """Made on this machine by wheels alone. Both Pythons then run it."""
    others = [found for path in candidates(os.environ) if (found := probe(path)) and found.is_plain]
    other = next(found for found in others if found.minor != sys.version_info[:2])
    version = f"{other.minor[0]}.{other.minor[1]}"
    mine = refused(install(this_bundle, opt, python=other.path))
    assert f"dành cho Python {PYTHON}, nhưng Python của máy này là {version}" in mine
    assert f"make bundle PYTHON={version}" in mine
    theirs = make_bundle(copy_tree(tmp_path / "tree"), f"PYTHON={version}")
    assert name_of(theirs) == name_of(this_bundle)
    installed(theirs, opt, python=other.path)
    for python in (other.path, Path(sys.executable), other.path):
        installed(opt / "current", python=python)
        assert said(opt / "current" / "bin" / "tthtcd", "doctor", "--db", "a.db").count("Python 3.") == 1


# -- what it refuses --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"platform": "linux-riscv64"}, f"dành cho Python {PYTHON}, linux-riscv64; máy này là Python {PYTHON}, "),
        ({"glibc": "9.99"}, "cần thư viện hệ thống glibc 9.99 trở lên; máy này có "),
    ],
)
def test_another_machine_is_refused_by_name(bundle: Path, tmp_path: Path, changed: dict[str, str], words: str) -> None:
    describe(bundle, **changed)
    assert words in refused(install(bundle, tmp_path / "opt"))
    assert not (tmp_path / "opt").exists()


@pytest.mark.parametrize("version", ["3.9", "3.10"])
def test_a_python_that_is_too_old_is_named(bundle: Path, tmp_path: Path, version: str) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
    python.chmod(0o755)
    assert f"Python của máy này là {version}, đã quá cũ" in refused(install(bundle, python=python))


def test_without_any_python_the_package_is_named(bundle: Path, tmp_path: Path) -> None:
    words = refused(install(bundle, python=tmp_path / "missing"))
    assert f"không tìm thấy ở “{tmp_path / 'missing'}”" in words
    assert "apt install python3" in words


@pytest.mark.parametrize("module", ["zipfile", "tomllib"])
def test_a_python_that_lacks_a_module_is_refused_and_what_runs_goes_on(
    opt: Path, this_bundle: Path, tmp_path: Path, module: str
) -> None:
    """One that the installer needs itself, and one that only the program does."""
    python = python_copy(tmp_path / "python", without=[module])
    assert f"thiếu mô-đun {module} của thư viện chuẩn" in refused(install(this_bundle, opt, python=python))
    assert said(opt / "current" / "bin" / "tthtcd", "--version")


@pytest.mark.parametrize("how", ["shortened", "missing", "no sums", "no description"])
def test_a_damaged_bundle_installs_nothing(bundle: Path, tmp_path: Path, how: str) -> None:
    wheel = next(bundle.rglob("lxml-*.whl"))
    if how == "shortened":
        wheel.write_bytes(wheel.read_bytes()[:-1])
    else:
        {"missing": wheel, "no sums": bundle / "SHA256SUMS", "no description": bundle / "bundle.txt"}[how].unlink()
    assert "Bản cài bị hỏng hoặc chép thiếu: " in refused(install(bundle, tmp_path / "opt"))
    assert not (tmp_path / "opt").exists()


@MOUNTS
def test_a_read_only_disk_is_named(this_bundle: Path, tmp_path: Path) -> None:
    done = run(*read_only(tmp_path), "sh", this_bundle / "install.sh", tmp_path / "opt", cwd=this_bundle)
    assert f"không ghi được “{tmp_path / 'opt'}" in refused(done)
    assert "chỉ cho đọc" in done.stderr


@MOUNTS
def test_a_full_disk_is_named(this_bundle: Path, tmp_path: Path) -> None:
    done = run(*small_disk(tmp_path, 5), "sh", this_bundle / "install.sh", tmp_path / "opt", cwd=this_bundle)
    assert "ổ đĩa đã đầy" in refused(done)


# -- whatever the locale ----------------------------------------------------------------------------------------------

LOCALES = (
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "vi_VN.TCVN"},
    {"LC_ALL": "khong_CO.UTF-8"},
)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_bad_locale_changes_no_word(opt: Path, this_bundle: Path, locale: dict[str, str]) -> None:
    environment = os.environ | locale | {"PYTHON": sys.executable}
    done = run("sh", this_bundle / "install.sh", opt, cwd=opt, environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Đã cài bản {name_of(this_bundle)} cho Python {PYTHON}: ")
    program = opt / "current" / "bin" / "tthtcd"
    asked = run(program, "demo", "--no-screens", "--out", opt.parent / "mẫu", cwd=opt, environment=environment)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert f"Đã ghi {opt.parent / 'mẫu'}" in asked.stdout
