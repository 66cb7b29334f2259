"""What is typed and not yet saved, as plain data: it is read by threads while everything else may be stuck."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from tthtcd_tui.report.place import Place

_FORMAT: Final = 1


class Draft(NamedTuple):
    """What one person has typed, place by place, over what a report said at `revision`.

    The report is named as its owners name it: a copy of the database brought back from a backup may number it anew.
    All three names are empty where no year is open yet.
    """

    centre: str
    form: str
    period: str
    revision: int
    at: datetime
    """When it was typed (UTC)."""
    cells: Mapping[Place, str]


def encode(draft: Draft) -> bytes:
    tree = {
        "format": _FORMAT,
        "centre": draft.centre,
        "form": draft.form,
        "period": draft.period,
        "revision": draft.revision,
        "at": draft.at.astimezone(UTC).isoformat(),
        "cells": dict(draft.cells),
    }
    return json.dumps(tree, indent=1).encode("ascii")  # half a character may have been typed: JSON escapes it


def decode(data: bytes) -> Draft | None:
    """The draft that `encode` wrote, or None for anything else."""
    try:
        tree: dict[str, Any] = json.loads(data)
        if tree["format"] != _FORMAT:
            return None
        cells = {place: str(text) for name, text in tree["cells"].items() if (place := Place.parse(name))}
        at = datetime.fromisoformat(tree["at"]).astimezone(UTC)
        centre, form, period = (str(tree[name]) for name in ("centre", "form", "period"))
        return Draft(centre, form, period, int(tree["revision"]), at, cells) if cells else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
