"""The quick tests on every Python from 3.11 on that this machine has: part of `make check`.

What is looked through: this interpreter, python3.11, python3.12 … on PATH, and the versions of pyenv. Each has an
environment of its own from the locks, .venv-3.12 and so on, which setup.sh makes once and keeps up to date. In CI it is
a failure to find fewer than two: a mistake that only a newer Python shows would go through unseen.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
QUICK = ("tests/text", "tests/forms", "tests/report", "tests/checks", "tests/commands")
OLDEST = (3, 11)
FEWEST_IN_CI = 2

_NAME = re.compile(r"python3\.(\d+)")
_PROBE = """
import importlib.util, json, sys
print(json.dumps({
    "version": sys.version_info[:3],
    "is_plain": sys.implementation.name == "cpython" and not sys.abiflags and sys.version_info.releaselevel == "final",
    "has_venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""


class Python(NamedTuple):
    """An interpreter. `is_plain`: a released CPython, neither a preview nor free-threaded."""

    path: Path
    version: tuple[int, int, int]
    is_plain: bool = True
    has_venv: bool = True

    @property
    def minor(self) -> tuple[int, int]:
        return self.version[:2]

    @property
    def name(self) -> str:
        return ".".join(map(str, self.version))


def candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    """What may be such a Python. Whether it starts is not known yet: a shim of pyenv may stand for nothing."""
    for folder in filter(None, environ.get("PATH", "").split(os.pathsep)):
        yield from sorted(path for path in Path(folder).glob("python3.*") if _NAME.fullmatch(path.name))
    pyenv = Path(environ.get("PYENV_ROOT") or Path(environ.get("HOME", "/nonexistent"), ".pyenv"))
    yield from sorted(pyenv.glob("versions/*/bin/python"))


def probe(path: Path) -> Python | None:
    """What `path` is; None where it does not start, or is too old."""
    try:
        done = subprocess.run([path, "-I", "-c", _PROBE], capture_output=True, encoding="utf-8", timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    told = json.loads(done.stdout)
    python = Python(path, tuple(told["version"]), told["is_plain"], told["has_venv"])
    return python if python.minor >= OLDEST else None


def chosen(here: Python, others: Iterable[Python]) -> tuple[list[Python], list[str]]:
    """`here` and the newest of each other minor version; and what was passed over where nothing stands for it."""
    usable = {here.minor: here}
    unusable: dict[tuple[int, int], str] = {}
    for python in sorted(others, key=lambda each: (each.version, str(each.path)), reverse=True):
        if python.is_plain and python.has_venv:
            usable.setdefault(python.minor, python)
        else:
            why = "it makes no environments" if python.is_plain else "a preview, or a build of another kind"
            unusable.setdefault(python.minor, f"Python {python.name} at {python.path}: {why}")
    return [usable[minor] for minor in sorted(usable)], [unusable[minor] for minor in sorted({*unusable} - {*usable})]


def executable(python: Python) -> Path | None:
    """The interpreter of its environment, ready for the tests; None where that cannot be set up, which is said."""
    if python.path == Path(sys.executable):
        return python.path  # `make check` has just seen to it
    name = f".venv-{python.minor[0]}.{python.minor[1]}"
    environ = {**os.environ, "PYTHON": str(python.path)}
    done = subprocess.run(["sh", "tools/setup.sh", name, "dev"], cwd=ROOT, env=environ, check=False)
    return ROOT / name / "bin" / "python" if done.returncode == 0 else None


def passes(python: Path, folders: Iterable[str] = QUICK, root: Path = ROOT) -> bool:
    """Whether the tests in `folders` pass on `python`."""
    options = ["-x", "-q", "-p", "no:cacheprovider", "-m", "not long", "-n", "auto", "--maxprocesses", "2"]
    code = subprocess.run([python, "-m", "pytest", *options, *folders], cwd=root, check=False).returncode
    if code < 0:
        say(f"pytest was ended by signal {-code}")  # it tells of a failed test, but not of this
    return code == 0


def run(python: Python) -> bool:
    say(f"Python {python.name}")
    ready = executable(python)
    return ready is not None and passes(ready)


def say(words: str) -> None:
    print(f"quick tests: {words}", flush=True)


def main() -> int:
    """Run them all, each Python whatever became of the others; 1 if one fails or, in CI, too few are there."""
    here = probe(Path(sys.executable))
    assert here is not None, "this very Python"
    found = map(probe, dict.fromkeys(candidates(os.environ)))
    pythons, passed_over = chosen(here, filter(None, found))
    for words in passed_over:
        say(f"passed over {words}")
    if os.environ.get("CI", "").lower() in {"1", "true"} and len(pythons) < FEWEST_IN_CI:
        say(f"CI needs {FEWEST_IN_CI} versions of Python from 3.{OLDEST[1]} on, and there is {here.name} alone.")
        return 1
    failed = [python.name for python in pythons if not run(python)]
    say(f"failed on {', '.join(failed)}." if failed else f"passed on {', '.join(python.name for python in pythons)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
