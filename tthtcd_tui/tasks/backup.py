"""Backups made when they are asked for, and put back."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.models import restoring
from tthtcd_tui.models.backups import Backup, backups, backups_folder, make_backup, prune
from tthtcd_tui.models.restoring import Restored
from tthtcd_tui.models.schema import is_there
from tthtcd_tui.tasks.open_store import database_path
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.problem import quoted


def back_up(asked: Path | None, folder: Path | None = None) -> Backup:
    """A backup now: in `folder`, else beside the database, where the newest 30 are kept. Raises TaskProblem."""
    path = _existing(asked)
    made = make_backup(path, folder or backups_folder(path))
    if folder is None:
        prune(path, backups_folder(path))
    return made


def backups_of(asked: Path | None) -> list[Backup]:
    """Those kept beside the database, the newest first."""
    path = database_path(asked)
    return backups(path, backups_folder(path))


def restore(asked: Path | None, backup: Path) -> Restored:
    """Puts `backup` in the place of the database, which need not be there. Raises TaskProblem, StoreProblem."""
    if not is_there(backup):
        raise TaskProblem(f"Không có tệp {quoted(str(backup))}. Gõ “tthtcd backup --list” để xem các bản sao lưu.")
    return restoring.restore(database_path(asked), backup)


def _existing(asked: Path | None) -> Path:
    path = database_path(asked)
    if not is_there(path):
        raise TaskProblem(f"Chưa có tệp dữ liệu {quoted(str(path))} để sao lưu. Hãy chỉ rõ tệp bằng --db.")
    return path
