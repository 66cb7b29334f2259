"""`tools/make_bundle.py` understands which machines a bundle is for, and names a release after what is in it."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from tools.make_bundle import (
    DRIVER,
    ROOT,
    BundleError,
    driver,
    machine_of,
    needed,
    pinned,
    python_versions,
    refuse_what_only_pip_installs,
    release_name,
    write_tar,
)


def wheel(files: dict[str, str], year: int = 2021) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("asked", "versions"),
    [
        ("3.13", ["3.13"]),
        ("3.13 /opt/python/bin/python3.11", ["3.11", "3.13"]),
        ("python3.12, 3.12", ["3.12"]),
        ("", [f"{sys.version_info[0]}.{sys.version_info[1]}"]),
    ],
)
def test_pythons_are_named_by_version_or_by_program(asked: str, versions: list[str]) -> None:
    assert python_versions(asked) == versions


@pytest.mark.parametrize("asked", ["3.10", "3", "python", "3.13t", "4.1"])
def test_a_python_on_which_the_program_does_not_run_is_refused(asked: str) -> None:
    with pytest.raises(BundleError, match=f"PYTHON={asked}: cần số phiên bản từ 3.11"):
        python_versions(asked)


@pytest.mark.parametrize(
    ("asked", "machine"),
    [("arm64", "aarch64"), ("linux-x86_64", "x86_64"), ("AMD64", "x86_64"), ("aarch64", "aarch64")],
)
def test_machines_go_by_all_their_names(asked: str, machine: str) -> None:
    assert machine_of(asked) == machine


@pytest.mark.parametrize("asked", ["macosx-14.0-arm64", "win_amd64", "riscv64"])
def test_what_is_no_linux_server_is_refused(asked: str) -> None:
    with pytest.raises(BundleError, match="x86_64 và aarch64"):
        machine_of(asked)


def test_the_lock_can_be_bundled_and_what_only_builds_is_left_out() -> None:
    lock = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    names = {line.partition("==")[0] for line in needed(lock).splitlines() if "==" in line}
    assert {line.partition("==")[0] for line in lock.splitlines() if "==" in line} - names == {"setuptools"}


def names_of(pins: str) -> list[str]:
    return [line.partition("==")[0] for line in pins.splitlines() if "==" in line]


def test_the_driver_of_a_server_comes_only_where_it_is_asked_for() -> None:
    own, more = pinned(ROOT, ""), pinned(ROOT, "postgres")
    assert own == needed((ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8"))
    assert not set(names_of(own)) & set(DRIVER)
    assert names_of(more) == [*names_of(own), *DRIVER]
    assert ";" not in more, "a release runs on CPython"
    with pytest.raises(BundleError, match="WITH=mysql: chỉ có WITH=postgres"):
        pinned(ROOT, "mysql")


def test_a_driver_that_is_not_pinned_is_refused() -> None:
    with pytest.raises(BundleError, match="psycopg-binary"):
        driver("psycopg==3.3 \\\n    --hash=sha256:00\n")


def test_a_pin_that_depends_on_the_python_is_refused() -> None:
    with pytest.raises(BundleError, match="tomli"):
        needed("a==1 \\\n    --hash=sha256:00\ntomli==2.0 ; python_version < '3.12' \\\n    --hash=sha256:00\n")


def test_a_wheel_that_is_more_than_its_modules_is_refused() -> None:
    refuse_what_only_pip_installs(wheel({"a/__init__.py": "", "a-1.data/scripts/a": ""}), "a")
    with pytest.raises(BundleError, match="pip"):
        refuse_what_only_pip_installs(wheel({"a-1.data/purelib/a.py": ""}), "a")


def test_a_release_is_named_after_its_contents_alone() -> None:
    files = {"a.py": "1", "b.py": "2", "a-1.dist-info/RECORD": "x"}
    name = release_name("0.1.0", wheel(files), b"lock")
    assert name.startswith("0.1.0-")
    assert name == release_name("0.1.0", wheel(dict(reversed(files.items())), 2022), b"lock")
    assert name == release_name("0.1.0", wheel({**files, "a-1.dist-info/RECORD": "y"}), b"lock")
    others = {
        release_name("0.1.0", wheel({**files, "b.py": "3"}), b"lock"),
        release_name("0.1.0", wheel({"a.py": "1", "c.py": "2"}), b"lock"),
        release_name("0.1.0", wheel(files), b"another"),
    }
    assert len(others | {name}) == 4


def test_the_same_files_make_the_same_tar(tmp_path: Path) -> None:
    files = {"a": b"1", "b/c": b"2"}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_tar(tmp_path / name / "t.tar", files)
    assert (tmp_path / "one" / "t.tar").read_bytes() == (tmp_path / "two" / "t.tar").read_bytes()
