"""`make bundle WITH=postgres`: the driver comes along, works without internet, and is missed when it is gone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support import postgres
from support.matrix import LONG
from support.postgres import PostgresServer
from support.releases import installed, name_of

pytestmark = LONG


def brought(bundle: Path) -> set[str]:
    return {path.name.partition("-")[0] for path in bundle.glob("wheels/*/*.whl")}


def test_only_the_driver_is_more_and_the_release_has_a_name_of_its_own(this_bundle: Path, driven_bundle: Path) -> None:
    assert brought(driven_bundle) - brought(this_bundle) == {"psycopg", "psycopg_binary"}
    assert driven_bundle.name.endswith("-postgres")
    assert name_of(driven_bundle) != name_of(this_bundle)


def test_what_is_installed_keeps_its_data_on_a_server(driven_bundle: Path, tmp_path: Path) -> None:
    if missing := postgres.why_not():
        pytest.skip(missing)
    installed(driven_bundle, tmp_path / "opt")
    program = tmp_path / "opt" / "current" / "bin" / "tthtcd"
    with PostgresServer() as server:
        address = server.new_database("template0")
        outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        environment = outside | {"TTHTCD_DB": address.connection}
        for words in (("centre", "add", "mao-khe", "TTHTCĐ phường Mạo Khê"), ("centre", "list")):
            done = subprocess.run(
                [program, *words, "--user", "gd"], env=environment, capture_output=True, encoding="utf-8", check=False
            )
            assert (done.returncode, done.stderr) == (0, ""), done
        assert done.stdout == "mao-khe  TTHTCĐ phường Mạo Khê\n"


def test_an_upgrade_that_leaves_the_driver_out_says_so(driven_bundle: Path, this_bundle: Path, tmp_path: Path) -> None:
    first = installed(driven_bundle, tmp_path / "opt")
    assert "WITH=postgres" not in first
    assert "bản này thì không" in installed(this_bundle, tmp_path / "opt")
    assert "WITH=postgres" not in installed(driven_bundle, tmp_path / "opt")
