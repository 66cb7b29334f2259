"""Whether somebody looks at centres from above: what a screen asks before it offers what was handed in."""

from __future__ import annotations

from tthtcd_tui.models.store import Store


def looks_from_above(store: Store) -> bool:
    """Whether what centres hand in here is theirs to see: a supervisor's, or of one who reads every centre."""
    return bool(store.rights.supervised()) or (store.rights.reads_all() and store.units.are_there())


def has_received(store: Store) -> bool:
    """Whether there is anything to see of what was handed in, here or in a register of mail beside the database."""
    if looks_from_above(store):
        return True
    if store.units.are_there() or not store.rights.reads_all():
        return False
    from tthtcd_tui.tasks.upward.open_register import open_register  # the overview asks no register

    return open_register(None, store.path).is_there
