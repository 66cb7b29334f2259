"""Whether those above a centre share its database, or receive its files by mail: what their commands begin with.

A folder that is named is a register of mail. Else it is the database where that has units, and a register beside it
where it has none.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tthtcd_tui.models.storage.locations import is_there
from tthtcd_tui.models.store import Store
from tthtcd_tui.register.register import Register
from tthtcd_tui.tasks.care.open_store import database_location, open_store
from tthtcd_tui.tasks.people.belonging import known_units
from tthtcd_tui.tasks.upward.open_register import open_register
from tthtcd_tui.tasks.upward.shared import Shared


def open_source(
    asked: Path | None, database: Path | None, user: str | None, *, is_served: bool = False
) -> Register | Shared:
    """Where what was handed in is found; `is_served`: in the database alone, whose rights say who may see what.

    Raises StoreProblem, NotAllowed; NoSuchUnit where it is served and there are no units.
    """
    if is_served or (asked is None and has_units(database)):
        store = open_store(database, user)
        known_units(store)
        return Shared(store)
    return open_register(asked, database)


def has_units(database: Path | None) -> bool:
    """Whether there is a database, and units in it."""
    location = database_location(database)
    if not is_there(location):
        return False
    with closing(Store(location)) as store:
        return bool(store.units.all())


def store_for_units(asked: Path | None, database: Path | None, user: str | None, *, is_shared: bool) -> Store | None:
    """The database that a list of units goes into; None where a register takes it.

    `is_shared`: it does, although there is a register beside it.
    """
    if asked is not None or not is_there(database_location(database)):
        return None
    if is_shared or has_units(database) or not open_register(None, database).is_there:
        return open_store(database, user)
    return None
