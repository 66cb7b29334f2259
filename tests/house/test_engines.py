"""What only one database engine understands stands in `models/storage/`: the rooms above know a Database."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

PROGRAM: Final = Path(__file__).parents[2] / "tthtcd_tui"
STORAGE: Final = PROGRAM / "models" / "storage"
NAMED: Final = re.compile(r"sqlite|apsw|pragma|psycopg|playhouse", re.IGNORECASE)
MODULES: Final = [path for path in sorted(PROGRAM.rglob("*.py")) if not path.is_relative_to(STORAGE)]


def test_no_module_outside_of_storage_names_an_engine() -> None:
    named = [
        (str(path.relative_to(PROGRAM)), line)
        for path in MODULES
        for line in path.read_text("utf-8").splitlines()
        if NAMED.search(line)
    ]
    assert not named


def test_the_engine_that_all_share_names_none_in_its_code() -> None:
    """The others in the room are an engine's own, or about files."""
    for name in ("engine.py", "checks.py", "complaints.py", "prepared_query.py"):
        imports = [line for line in (STORAGE / name).read_text("utf-8").splitlines() if "import" in line]
        assert imports
        assert not [line for line in imports if NAMED.search(line)], name


@pytest.mark.parametrize("words", ["import apsw", '"PRAGMA user_version"', "except sqlite3.Error", "from playhouse"])
def test_each_way_of_naming_one_would_be_seen(words: str) -> None:
    assert NAMED.search(words)
