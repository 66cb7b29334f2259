"""Backups on request, and restoring them."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import NoBackup, NoDatabase
from tthtcd_tui.models.health import prove
from tthtcd_tui.models.storage import restore as restoring
from tthtcd_tui.models.storage.backup import ASKED, Backup, backups, backups_folder, make_backup
from tthtcd_tui.models.storage.locations import backed_up_file, is_there, restored_file
from tthtcd_tui.models.storage.restore import Restored
from tthtcd_tui.tasks.care.daily_backup import back_up_daily
from tthtcd_tui.tasks.care.open_store import database_location
from tthtcd_tui.text.problem import quoted


def back_up(asked: Path | None, folder: Path | None = None) -> Backup:
    """Make a backup now, all of it read deeply, in `folder` or else beside the database. Raises TaskProblem.

    The program never deletes it. `flaws` of its proof are the differences from what was written.
    """
    path = _existing(asked)
    return make_backup(path, folder or backups_folder(path), ASKED, prove=prove)


def back_up_today(asked: Path | None) -> str:
    """Make the day's backup if there is none yet; returns a warning in words, or "". Raises TaskProblem."""
    return back_up_daily(_existing(asked))


def backups_of(asked: Path | None) -> list[Backup]:
    """The backups kept beside the database, newest first."""
    path = backed_up_file(database_location(asked))
    return backups(path, backups_folder(path))


def restore(asked: Path | None, backup: Path) -> Restored:
    """Put `backup` in the place of the database, if there is one. Raises TaskProblem, StoreProblem."""
    path = restored_file(database_location(asked))
    if not is_there(backup):
        raise NoBackup(f"Không có tệp {quoted(str(backup))}. Hãy kiểm tra lại đường dẫn.")
    return restoring.restore(path, backup)


def _existing(asked: Path | None) -> Path:
    path = backed_up_file(database_location(asked))
    if not is_there(path):
        raise NoDatabase(f"Chưa có tệp dữ liệu {quoted(str(path))} để sao lưu.")
    return path
