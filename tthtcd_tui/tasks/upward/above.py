"""Whether somebody looks at centres from above: what a screen asks before it offers what was handed in."""

from __future__ import annotations

from tthtcd_tui.models.store import Store


def looks_from_above(store: Store) -> bool:
    """Whether what centres hand in here is theirs to see: a supervisor's, or of one who reads every centre."""
    return bool(store.rights.supervised()) or (store.rights.reads_all() and store.units.are_there())
