"""A journal keeps whole lines; what a power cut left of one is passed over, then taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.register.journal import add_to_journal, read_journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "so.jsonl"


def test_what_is_added_is_read_in_its_order(path: Path) -> None:
    assert list(read_journal(path)) == []
    add_to_journal(path, [{"a": "tiếng Việt"}, {"a": 2}])
    add_to_journal(path, [])
    add_to_journal(path, [{"a": 3}])
    assert [line["a"] for line in read_journal(path)] == ["tiếng Việt", 2, 3]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("torn", [b'{"a":', b"x" * 200_000])
def test_a_torn_line_is_none(path: Path, torn: bytes) -> None:
    add_to_journal(path, [{"a": 1}])
    with path.open("ab") as file:
        file.write(torn)
    assert [line["a"] for line in read_journal(path)] == [1]
    add_to_journal(path, [{"a": 2}])
    assert [line["a"] for line in read_journal(path)] == [1, 2]


def test_a_journal_of_one_torn_line_is_empty(path: Path) -> None:
    path.write_bytes(b'{"a"')
    assert list(read_journal(path)) == []
    add_to_journal(path, [{"a": 2}])
    assert path.read_bytes() == b'{"a":2}\n'


def test_a_damaged_line_is_told_and_not_skipped(path: Path) -> None:
    path.write_bytes(b'{"a":1}\nxyz\n{"a":2}\n')
    with pytest.raises(FileProblem, match="hỏng ở dòng 2"):
        list(read_journal(path))
