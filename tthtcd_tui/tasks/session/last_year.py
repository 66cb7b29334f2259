"""The year a user had open last, kept in a small file of their own for the next start."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.recovery.spool import owner_key
from tthtcd_tui.tasks.care.own_folder import LAST_YEARS, own_folder

_LARGEST: Final = 4_096
_MOST_DIGITS: Final = 18


def last_year(store: Store, user: str) -> Year | None:
    """The year `user` had open last in this database; None where that is not known, or the year is gone.

    The year of that number must be of the same centre and period: the database may have been restored since.
    """
    try:
        said = read_bounded(_note(user, store.path), _LARGEST)
    except FileProblem:
        return None
    number = said.partition(b"\n")[0]
    if not number.isdigit() or len(number) > _MOST_DIGITS:
        return None
    year = store.years.get(int(number))
    return year if year is not None and _words(year) == said else None


def remember_year(store: Store, user: str, year: Year) -> None:
    """Write down that `user` has `year` open. Where that cannot be done, the next start opens the newest."""
    note, words = _note(user, store.path), _words(year)
    with suppress(FileProblem):
        if read_bounded(note, _LARGEST) == words:
            return
    with suppress(FileProblem):
        make_own_folder(note.parent)
        write_whole(note, words, overwrite=True, mode=0o600, synced=False)


def forget_last_year(user: str, database: Path) -> None:
    """Delete the file of a user who is erased."""
    with suppress(OSError):
        _note(user, database).unlink(missing_ok=True)


def _note(user: str, database: Path) -> Path:
    return own_folder() / LAST_YEARS / owner_key(user, database)


def _words(year: Year) -> bytes:
    return f"{year.report_id}\n{year.centre.code}\n{year.period.label}\n".encode()
