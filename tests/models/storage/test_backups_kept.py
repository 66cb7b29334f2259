"""Which backups the program deletes: never one that somebody asked for, nor one of another day for a wrong clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.sample_database import final_database
from support.stores import new_report, save, spoil

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.health import prove
from tthtcd_tui.models.storage.backup import (
    ASKED,
    Backup,
    Proof,
    backups,
    backups_folder,
    make_backup,
    prune,
    unreadable,
    verified,
)
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.daily_backup import back_up_daily

pytestmark = pytest.mark.file_only("a backup is a copy of a file")

NOON = datetime(2026, 3, 5, 5, tzinfo=UTC)


@pytest.fixture
def year(path: Path) -> Path:
    store = Store(path)
    save(store, new_report(store), {"report/signer": "Lan"})
    store.close()
    return path


def days(path: Path) -> list[int]:
    return [
        backup.made.year * 10_000 + backup.made.timetuple().tm_yday for backup in backups(path, backups_folder(path))
    ]


def saved(path: Path, words: str) -> None:
    store = Store(path)
    save(store, 1, {"report/signer": words})
    store.close()


def test_what_somebody_asked_for_is_never_deleted(year: Path) -> None:
    folder = backups_folder(year)
    asked = make_backup(year, folder, ASKED, now=NOON)
    for day in range(1, 5):
        saved(year, f"ngày {day}")
        make_backup(year, folder, now=NOON + timedelta(days=day))
    prune(year, folder, keep=2)
    assert [backup.made.day for backup in backups(year, folder)] == [9, 8, 5]
    assert backups(year, folder)[-1] == asked


@pytest.mark.parametrize("wrong", [datetime(1990, 1, 1, tzinfo=UTC), datetime(2067, 1, 1, tzinfo=UTC)])
def test_a_clock_that_jumps_by_decades_costs_no_backup_of_another_day(year: Path, wrong: datetime) -> None:
    """A machine whose clock starts anew each morning until the network has told it the time."""
    for day in range(4):
        for moment in (wrong, NOON + timedelta(days=day)):
            saved(year, f"{moment}, {day}")
            assert back_up_daily(year, moment) == ""
    there = backups(year, backups_folder(year))
    assert {NOON.date() + timedelta(days=day) for day in range(4)} <= {backup.made.date() for backup in there}
    prune(year, backups_folder(year), keep=3)
    kept = [backup.made for backup in backups(year, backups_folder(year))]
    assert kept == [NOON + timedelta(days=3), wrong, NOON + timedelta(days=2)], "the last made are the newest"


def test_backups_of_flawed_data_push_out_no_sound_one(year: Path) -> None:
    folder = backups_folder(year)

    def flawed(path: Path, before: Backup | None) -> Proof:
        return Proof(("hỏng",), (0, 0))

    sound = make_backup(year, folder, now=NOON, prove=prove)
    for day in range(1, 9):
        saved(year, f"ngày {day}")
        make_backup(year, folder, now=NOON + timedelta(days=day), prove=flawed)
    prune(year, folder, keep=3)
    assert [backup.is_flawed for backup in backups(year, folder)] == [True] * 5 + [False]
    assert backups(year, folder)[-1] == sound


def test_a_days_backup_says_that_the_data_are_not_as_they_were_written(tmp_path: Path) -> None:
    path = final_database(tmp_path)
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho'")
    words = back_up_daily(path, NOON)
    assert words.startswith("Đã sao lưu, nhưng dữ liệu có chỗ hỏng"), words
    assert backups(path, backups_folder(path))[0].is_flawed


def test_a_days_backup_reads_what_came_after_the_last_sound_one(tmp_path: Path) -> None:
    path = final_database(tmp_path)
    assert back_up_daily(path, NOON) == ""
    older, newer = 1, 2
    store = Store(path, "gd")
    draft = next(year.report_id for year in store.years.all() if store.why_read_only(year.report_id, "gd") is None)
    save(store, draft, {"report/symbol": "BC"}, user="gd")
    store.close()
    spoil(path, f"UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = {older + newer - draft}")
    assert back_up_daily(path, NOON + timedelta(days=1)) == "", "nothing was saved in that year"
    spoil(path, f"UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = {draft}")
    saved_again = Store(path, "gd")
    save(saved_again, draft, {"report/symbol": "KH"}, user="gd")
    saved_again.close()
    assert "chỗ hỏng" in back_up_daily(path, NOON + timedelta(days=2))
    made = make_backup(path, backups_folder(path), ASKED, prove=prove)
    assert made.proof is not None
    # One that somebody asks for reads everything: both answers, and the final report that one of them stands in.
    assert len(made.proof.flaws) == 3


def test_what_may_not_be_read_is_called_that(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not damaged: an administrator who made it as root can give it away."""
    made = make_backup(year, backups_folder(year), now=NOON)
    assert unreadable(year, backups_folder(year)) == []
    monkeypatch.setattr("os.access", lambda path, _: path != made.path)  # root may read whatever its mode says
    assert unreadable(year, backups_folder(year)) == [made.path]
    with pytest.raises(StoreProblem, match="Không được phép đọc"):
        verified(made.path)


def test_what_is_not_as_its_manifest_says_is_called_that(year: Path) -> None:
    made = make_backup(year, backups_folder(year), now=NOON)
    made.path.write_bytes(made.path.read_bytes() + b"x")
    assert unreadable(year, backups_folder(year)) == [made.path]
