"""`tools/check_lock.py` finds a stale, loose or addressed lock."""

from __future__ import annotations

from typing import Any

import pytest

from tools.check_lock import check, parse

H = " \\\n    --hash=sha256:" + "0123456789abcdef" * 4
PROJECT: dict[str, Any] = {
    "build-system": {"requires": ["setuptools>=77"]},
    "project": {"dependencies": ["textual==8.2.8", "Python_Docx>=1.2"]},
    "dependency-groups": {"build": ["setuptools>=77"], "dev": ["pytest>=8"], "locking": ["uv>=0.13"]},
}
RUNTIME = f"python-docx==1.2.0{H}\nsetuptools==84.2.1{H}\ntextual==8.2.8{H}\n"
LOCKS = {"runtime": RUNTIME, "dev": f"{RUNTIME}pytest==9.2.0{H}{H}\n", "locking": f"uv==0.13.9{H}\n"}


def test_fresh_locks_pass() -> None:
    assert check(PROJECT, LOCKS) == []
    [pin, *others], problems = parse(LOCKS["dev"])
    assert (pin.name, pin.version, pin.hashes, len(others), others[-1].hashes) == (
        "python-docx",
        "1.2.0",
        1,
        3,
        2,
    )
    assert problems == []


@pytest.mark.parametrize(
    ("lock", "old", "new", "problem"),
    [
        ("locking", "uv==0.13.9", "uv==0.12.0", "uv>=0.13: pinned to 0.12.0"),
        ("locking", "uv==0.13.9", "uvx==0.13.9", "uv>=0.13: 0 pins for Python 3.11 on linux"),
        (
            "locking",
            "uv==0.13.9",
            "uv==0.13.9 ; sys_platform == 'linux'",
            "uv>=0.13: 0 pins for Python 3.11 on darwin",
        ),
        (
            "locking",
            "uv==0.13.9",
            "uv==0.13.9 ; python_version < '3.14'",
            "uv>=0.13: 0 pins for Python 3.14 on linux",
        ),
        ("locking", "uv==0.13.9", "uv==0.13.*", "not one exact version: uv==0.13.*"),
        ("locking", "uv==0.13.9", "uv>=0.13.9", "not one exact version: uv>=0.13.9"),
        ("dev", "textual==8.2.8", "textual==8.2.7", "textual==8.2.8: pinned to 8.2.7"),
        ("dev", H + H, "", "no hash: pytest==9.2.0"),
        ("dev", "pytest==", "-i x\npytest==", "an option: -i x"),
        ("dev", "pytest==", "# from ftp://a.example\npytest==", "an address: # from ftp://a.example"),
        ("dev", "pytest==", f"textual==8.2.8{H}\npytest==", "textual: pinned twice for Python 3.12"),
        ("dev", "setuptools==84.2.1", "setuptools==84.2.0", "lacks setuptools==84.2.1 of the runtime lock"),
    ],
)
def test_a_fault_is_named(lock: str, old: str, new: str, problem: str) -> None:
    changed = LOCKS[lock].replace(old, new)
    assert changed != LOCKS[lock]
    assert f"requirements/{lock}.lock: {problem}" in check(PROJECT, LOCKS | {lock: changed})


def test_a_package_may_have_one_pin_for_each_python() -> None:
    split = f"uv==0.13.8{H.replace('==', '')}\n".replace("uv==0.13.8", "uv==0.13.8 ; python_version < '3.12'")
    split += f"uv==0.13.9 ; python_version >= '3.12'{H}\n"
    assert check(PROJECT, LOCKS | {"locking": split}) == []
