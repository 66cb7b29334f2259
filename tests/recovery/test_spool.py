"""Drafts on disk: closed to others, offered to nobody while their program lives, and once it is gone to one only."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from support.drafts import TYPED
from support.processes import environment

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.recovery.spool import Spool, give_to, leftovers
from tthtcd_tui.report.place import Place

USER = "canbo1"
WRITER = """
import sys
from pathlib import Path
from support.drafts import TYPED
from tthtcd_tui.recovery.spool import Spool
Spool(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])).write(TYPED)
print("written", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "chua-luu"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "tthtcd.db"


@contextmanager
def another_program(folder: Path, database: Path) -> Iterator[subprocess.Popen[str]]:
    """One that has written its draft and lives."""
    command = [sys.executable, "-c", WRITER, str(folder), USER, str(database)]
    with subprocess.Popen(
        command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "written\n"
        yield program
        program.kill()


def left_by_a_killed_program(folder: Path, database: Path) -> None:
    with another_program(folder, database) as program:
        program.kill()
        program.wait()


def files(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


def test_only_its_owner_can_read_it(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    spool.write(TYPED)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert not any(USER in path.name for path in folder.iterdir())
    spool.close()


def test_nothing_is_made_before_there_is_something_to_keep(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    spool.clear()
    spool.close()
    assert not folder.exists()


def test_the_newest_replaces_the_one_before_and_is_gone_when_it_is_saved(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    spool.write(TYPED)
    newer = TYPED._replace(cells={Place("figure/dan_so"): "trên 40.000"})
    spool.write(newer)
    spool.close()
    [left] = leftovers(folder, USER, database)
    assert left.draft == newer
    left.leave()

    spool = Spool(folder, USER, database)
    spool.write(TYPED)
    spool.clear()
    spool.close()
    [left] = leftovers(folder, USER, database)
    assert left.draft == newer
    left.keep_only({})
    left.leave()
    assert files(folder) == []


def test_more_of_the_same_is_added_and_a_file_that_grew_is_written_anew(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    text, sizes = "Một đoạn văn. " * 400, []
    for number in range(300):
        spool.write(TYPED._replace(cells={Place("narrative/dia_phuong"): text + str(number) * 80}))
        [draft] = folder.glob("*.json")
        sizes.append(draft.stat().st_size)
    spool.close()
    grown = [after - before for before, after in pairwise(sizes)]
    assert 0 < sum(1 for size in grown if size < 0) < 10
    assert max(grown) < 1_000
    [left] = leftovers(folder, USER, database)
    assert left.draft.cells == {Place("narrative/dia_phuong"): text + "299" * 80}
    left.leave()


def test_a_file_that_was_taken_away_is_written_anew(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    spool.write(TYPED)
    for draft in folder.glob("*.json"):
        draft.unlink()
    newer = TYPED._replace(cells={Place("figure/dan_so"): "trên 40.000"})
    spool.write(newer)
    spool.close()
    [left] = leftovers(folder, USER, database)
    assert left.draft == newer
    left.leave()


def test_what_is_still_being_typed_is_offered_to_nobody(folder: Path, database: Path) -> None:
    with another_program(folder, database) as program:
        assert list(leftovers(folder, USER, database)) == []
        program.kill()
        program.wait()
        [left] = leftovers(folder, USER, database)
        assert left.draft == TYPED
        left.leave()


def test_the_program_itself_does_not_find_its_own(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    spool.write(TYPED)
    assert list(leftovers(folder, USER, database)) == []
    spool.close()


def test_it_is_offered_to_one_at_a_time(folder: Path, database: Path) -> None:
    left_by_a_killed_program(folder, database)
    [left] = leftovers(folder, USER, database)
    assert list(leftovers(folder, USER, database)) == []
    left.leave()
    [left] = leftovers(folder, USER, database)
    left.leave()


def test_others_drafts_are_not_mine(folder: Path, database: Path, tmp_path: Path) -> None:
    left_by_a_killed_program(folder, database)
    assert list(leftovers(folder, "canbo2", database)) == []
    assert list(leftovers(folder, USER, tmp_path / "khac.db")) == []


def test_several_come_in_the_order_they_were_typed(folder: Path, database: Path) -> None:
    drafts = [TYPED._replace(at=TYPED.at + timedelta(minutes=minutes)) for minutes in (2, 0, 1)]
    for draft in drafts:
        spool = Spool(folder, USER, database)
        spool.write(draft)
        spool.close()
    found = list(leftovers(folder, USER, database))
    assert [left.draft for left in found] == sorted(drafts, key=lambda draft: draft.at)
    for left in found:
        left.leave()


def test_what_is_not_taken_up_stays_alone(folder: Path, database: Path) -> None:
    spool = Spool(folder, USER, database)
    both = {Place("figure/dan_so"): "1", Place("figure/so_ho"): "2"}
    spool.write(TYPED._replace(cells=both))
    spool.close()
    [left] = leftovers(folder, USER, database)
    left.keep_only({Place("figure/so_ho"): "2"})
    left.leave()
    [left] = leftovers(folder, USER, database)
    assert left.draft.cells == {Place("figure/so_ho"): "2"}
    left.leave()


def test_a_lock_without_a_draft_is_swept_away(folder: Path, database: Path) -> None:
    with another_program(folder, database) as program:
        [draft] = folder.glob("*.json")
        draft.unlink()
        assert list(leftovers(folder, USER, database)) == []
        assert files(folder) == [".lock"], "its program lives"
        program.kill()
        program.wait()
    assert list(leftovers(folder, USER, database)) == []
    assert files(folder) == []


def test_a_damaged_draft_is_left_where_it_is(folder: Path, database: Path) -> None:
    left_by_a_killed_program(folder, database)
    [draft] = folder.glob("*.json")
    draft.write_bytes(b"{")
    assert list(leftovers(folder, USER, database)) == []
    assert draft.read_bytes() == b"{"


def test_where_it_cannot_be_written_it_says_so(tmp_path: Path, database: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(FileProblem, match="đã là một tệp"):
        Spool(tmp_path / "tep", USER, database).write(TYPED)
    assert list(leftovers(tmp_path / "tep", USER, database)) == []


def test_what_an_erased_person_left_behind_is_the_numbers(folder: Path, database: Path) -> None:
    left_by_a_killed_program(folder, database)
    with another_program(folder, database):
        assert give_to(folder, USER, database, "cán bộ số 1") == 1, "what is being typed stays its writer's"
    (left,) = leftovers(folder, "cán bộ số 1", database)
    assert left.draft == TYPED
    left.leave()
