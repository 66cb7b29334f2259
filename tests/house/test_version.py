"""One version, wherever somebody looks for it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tthtcd_tui.cli import main
from tthtcd_tui.crash_log import log_crash
from tthtcd_tui.version import VERSION

ROOT = Path(__file__).resolve().parents[2]


def test_the_version_option_prints_it_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr() == (f"tthtcd {VERSION}\n", "")


def test_doctor_names_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["doctor", "--json", "--db", str(tmp_path / "a.db")])
    messages = {check["check"]: check["message"] for check in json.loads(capsys.readouterr().out)}
    assert messages["version"] == f"tthtcd {VERSION}"


def test_the_log_of_crashes_names_it(tmp_path: Path) -> None:
    log = log_crash(tmp_path, ValueError())
    assert log is not None
    assert f"Z tthtcd {VERSION} Python 3." in log.read_text(encoding="utf-8").splitlines()[0]


def test_the_changelog_says_what_is_in_it() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", text, re.MULTILINE)
    assert versions[0] == VERSION
    assert len(versions) == len(set(versions))


def test_the_package_s_metadata_is_built_from_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "tthtcd_tui.version.VERSION"}


def test_a_start_that_is_not_asked_does_not_load_it() -> None:
    code = "import sys, tthtcd_tui.cli as cli; cli.build_parser('years'); print('tthtcd_tui.version' in sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "False\n"
