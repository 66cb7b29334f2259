"""Bundles as `make bundle` makes them, of this tree and of the same with another version, and what is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from support.processes import ROOT

from tools.check_tree import files
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.version import VERSION

PYTHON: Final = f"{sys.version_info[0]}.{sys.version_info[1]}"
PLATFORM: Final = sysconfig.get_platform()
NEXT_VERSION: Final = "99.0.0"
MIGRATING_VERSION: Final = "99.1.0"
_OF_MAKE: Final = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
"""A make that knows it was started by another says which folder it enters and leaves, and takes its variables."""
OUTSIDE: Final = {name: value for name, value in os.environ.items() if name not in _OF_MAKE}
"""What pip asks of its user's settings, which the tests are shut out of."""


def run(
    *command: str | Path, cwd: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=environment or OUTSIDE, capture_output=True, encoding="utf-8", check=False
    )


def copy_tree(to: Path, version: str = VERSION) -> Path:
    """The project's files and nothing that was made of them, as if it were of `version`."""
    for name in files(ROOT):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, to / name)
    set_version(to, version)
    return to


def set_version(tree: Path, version: str) -> None:
    source = tree / "tthtcd_tui" / "version.py"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace(f'"{VERSION}"', f'"{version}"'), encoding="utf-8")


def add_migration(tree: Path) -> None:
    """Let the program in `tree` have a schema of one version more, which has the tables of this one."""
    storage = tree / "tthtcd_tui" / "models" / "storage"
    for name, old, new in (
        ("schema.py", f"SCHEMA_VERSION: Final = {SCHEMA_VERSION}", f"SCHEMA_VERSION: Final = {SCHEMA_VERSION + 1}"),
        ("migrations.py", "] = {\n    2:", f"] = {{\n    {SCHEMA_VERSION + 1}: lambda _: None,\n    2:"),
    ):
        text = (storage / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, name
        (storage / name).write_text(text.replace(old, new), encoding="utf-8")


def make_bundle(tree: Path, *words: str, wheels: Path | None = None) -> Path:
    """`make bundle` in `tree`, unpacked; from `wheels` instead of an index where they are given."""
    links = " ".join(map(str, wheels.iterdir())) if wheels else ""
    environment = OUTSIDE | ({"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": links} if wheels else {})
    # -o: with the environment that there is
    made = run("make", "-o", "runtime", "bundle", f"VENV={sys.prefix}", *words, cwd=tree, environment=environment)
    assert made.returncode == 0, made.stdout + made.stderr
    tar = tree / made.stdout.splitlines()[-1]
    with tarfile.open(tar) as archive:
        archive.extractall(tree / "dist", filter="data")
    return tar.with_suffix("")


def install(bundle: Path, *words: str | Path, python: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run install.sh of `bundle`, with `python` if it is given."""
    named = {"PYTHON": str(python or Path(sys.executable))}
    return run("sh", bundle / "install.sh", *words, cwd=bundle, environment=os.environ | named)


def installed(bundle: Path, *words: str | Path, python: Path | None = None) -> str:
    """What install.sh of `bundle` prints when all goes well."""
    done = install(bundle, *words, python=python)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout


def name_of(bundle: Path) -> str:
    """The release that it is."""
    return (bundle / "bundle.txt").read_text(encoding="utf-8").splitlines()[0].removeprefix("name=")
