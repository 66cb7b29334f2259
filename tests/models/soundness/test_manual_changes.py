"""A change made behind the program's back, with whatever tool, is found by the deep reading."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from support.manual_changes import CHANGES
from support.sample_database import final_database
from support.stores import spoil

from tthtcd_tui.models.health import health


@pytest.fixture
def final(tmp_path: Path) -> Path:
    return final_database(tmp_path)


def test_what_nobody_touched_is_sound(final: Path) -> None:
    found = health(final)
    assert (found.faults, found.flaws) == ((), ())


@pytest.mark.parametrize("what", ["a figure", "who changed it", "a role", "a kept file and its hash", "a table"])
def test_a_change_by_hand_is_found(final: Path, what: str) -> None:
    spoil(final, CHANGES[what])
    assert health(final).flaws


@pytest.mark.long
@pytest.mark.parametrize("what", CHANGES)
def test_every_kind_of_change_by_hand_is_found(final: Path, what: str) -> None:
    spoil(final, CHANGES[what])
    found = health(final)
    assert found.faults or found.flaws, what


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_change SET user = 'x'",
        "UPDATE audit_entry SET after = NULL",
        "UPDATE audit_block SET data = x'00'",
        "DELETE FROM audit_block",
        "DELETE FROM audit_change",
        "DELETE FROM report_version",
        "UPDATE report_version SET user = 'x'",
        "UPDATE staff_change SET login = 'x'",
        "UPDATE person SET salt = NULL",
        "DELETE FROM ledger",
        "UPDATE ledger SET words = NULL",
        "DELETE FROM report WHERE id = 2",
    ],
)
def test_the_file_itself_refuses(final: Path, statement: str) -> None:
    import apsw

    with closing(apsw.Connection(str(final))) as connection, pytest.raises(apsw.ConstraintError, match="append-only"):
        connection.execute(statement).fetchall()
