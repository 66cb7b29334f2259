"""The backup of each day, which nobody has to think of: before the first thing that is saved, or beside the screens."""

from __future__ import annotations

from collections.abc import Callable
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


def back_up_beside(store: Store) -> Callable[[], str]:
    """Begins the day's backup while its user goes on; what is given back waits for it and says what came of it."""
    words: list[str] = []
    worker = Thread(target=lambda: words.append(back_up_daily(store.path)), daemon=True)
    if store.refusal or not store.years():
        return str
    store.before_writing(None)
    worker.start()

    def ended() -> str:
        worker.join(_LAST_WAIT)
        return "".join(words)

    return ended


def _day(moment: datetime) -> date:
    return moment.astimezone(HOUR_OF_VIETNAM).date()
