"""The automatic daily backup: before the first write of a command, or in the background of the screens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Final

from tthtcd_tui.errors import BackupRunning, UserProblem
from tthtcd_tui.models.storage.backup import Backup, Proof, backups, backups_folder, day_of, make_backup, prune
from tthtcd_tui.models.store import Store

_LAST_WAIT: Final = 10
"""Seconds that the end of a session waits for the day's backup."""


def back_up_daily(path: Path, now: datetime | None = None) -> str:
    """Make the day's backup if there is none yet; returns in words why it failed or what flaws it has, else ""."""
    moment = now or datetime.now(UTC)
    folder = backups_folder(path)
    newest = next(iter(backups(path, folder)), None)
    if newest and day_of(newest.made) == day_of(moment):
        return ""
    try:
        made = make_backup(path, folder, now=moment, prove=prove)
    except BackupRunning:
        return ""
    except UserProblem as problem:
        return f"Chưa sao lưu được dữ liệu của hôm nay: {problem.message}"
    prune(path, folder)
    return flawed_words(made)


def flawed_words(made: Backup) -> str:
    """A warning in words about a backup whose data have flaws; empty for a sound one."""
    if not made.is_flawed or not made.proof:
        return ""
    first, count = made.proof.flaws[0], len(made.proof.flaws)
    more = f" và {count - 1} chỗ khác" if count > 1 else ""
    return (
        f"Đã sao lưu, nhưng dữ liệu có chỗ hỏng hoặc bị sửa ngoài chương trình ({first}{more})."
        " Hãy báo quản trị viên kiểm tra."
    )


def prove(path: Path, before: Backup | None) -> Proof | None:
    from tthtcd_tui.models import health  # a start need not wait for what reads everything

    return health.prove(path, before)


class BackgroundBackup:
    """A backup made in a thread while its user goes on."""

    def __init__(self, path: Path | None = None) -> None:
        """Start the thread; without a `path` there is nothing to do."""
        self._words = ""
        self._worker = Thread(target=self._work, args=(path,), daemon=True) if path else None
        if self._worker:
            self._worker.start()

    def _work(self, path: Path) -> None:
        self._words = back_up_daily(path)

    def error(self) -> str:
        """Why it could not be made, in words; empty while it is running, or if it succeeded."""
        return self._words

    def join(self) -> str:
        """Wait for the thread; returns `error`."""
        if self._worker:
            self._worker.join(_LAST_WAIT)
        return self._words


def back_up_beside(store: Store) -> BackgroundBackup:
    """Start the day's backup in the background, where this program makes the backups."""
    if not store.keeps_backups or store.refusal or not store.years.any():
        return BackgroundBackup()
    store.before_writing(None)
    return BackgroundBackup(store.path)
