"""Copy all data from a file to a server, from a server to a file, or to another file."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import PasswordInCommand
from tthtcd_tui.models.soundness.flaw import Flaw
from tthtcd_tui.models.storage.address import Location, ServerAddress, parse_location
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.tasks.care.open_store import open_store


class Copied(NamedTuple):
    target: Location
    rows: int
    flaws: tuple[Flaw, ...]
    """Differences from what the program wrote; the original has them as well."""


def copy_database(asked: Path | None, words: str, user: str | None = None) -> Copied:
    """Copy the database to the path or server address `words`, which must be empty, and read the copy deeply.

    Raises TaskProblem, StoreProblem; then nothing of it is kept.
    """
    target = parse_location(words)
    if isinstance(target, ServerAddress) and target.has_password:
        raise PasswordInCommand
    store = open_store(asked, user)
    try:
        rows = store.copy_to(target)
    finally:
        store.close()
    return Copied(target, rows, _flaws(target))


def _flaws(target: Location) -> tuple[Flaw, ...]:
    from tthtcd_tui.models.health import health, server_health

    if isinstance(target, Path):
        return health(target).flaws
    found = server_health(target)
    return found.flaws if found else ()
