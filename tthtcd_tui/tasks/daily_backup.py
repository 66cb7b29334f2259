"""The backup of each day, which nobody has to think of: before the first thing that is saved, or beside the screens."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from typing import Final

from tthtcd_tui.models.backups import backups, backups_folder, make_backup, prune
from tthtcd_tui.models.problem import BackupRunning, StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

_LAST_WAIT: Final = 10
"""Seconds that the end of a session waits for the day's backup."""


def back_up_daily(path: Path, now: datetime | None = None) -> str:
    """The day's backup, if there is none yet; why it could not be made, in words."""
    moment = now or datetime.now(UTC)
    folder = backups_folder(path)
    newest = next(iter(backups(path, folder)), None)
    if newest and _day(newest.made) == _day(moment):
        return ""
    try:
        make_backup(path, folder, now=moment)
    except BackupRunning:
        return ""
    except StoreProblem as problem:
        return f"Chưa sao lưu được dữ liệu của hôm nay: {problem.message}"
    prune(path, folder)
    return ""


class Beside:
    """A backup that is made while its user goes on: why it could not be made, in words."""

    def __init__(self, path: Path | None = None) -> None:
        """Begins it; without a `path` there is none to be made."""
        self._words = ""
        self._worker = Thread(target=self._work, args=(path,), daemon=True) if path else None
        if self._worker:
            self._worker.start()

    def _work(self, path: Path) -> None:
        self._words = back_up_daily(path)

    def so_far(self) -> str:
        """Nothing before it has ended."""
        return self._words

    def ended(self) -> str:
        """Waits for it."""
        if self._worker:
            self._worker.join(_LAST_WAIT)
        return self._words


def back_up_beside(store: Store) -> Beside:
    """Begins the day's backup, if there is anything to back up."""
    if store.refusal or not store.years():
        return Beside()
    store.before_writing(None)
    return Beside(store.path)


def _day(moment: datetime) -> date:
    return moment.astimezone(HOUR_OF_VIETNAM).date()
