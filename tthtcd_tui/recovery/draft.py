"""Draft: unsaved text as plain data, which any thread can read while everything else may be stuck.

On disk it is one line of JSON, followed by a line for each change: a letter in a long text costs the change, not the
text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place

_FORMAT: Final = 1
_NAMES: Final = 4
"""The fields of a Draft that identify its report."""


class Draft(NamedTuple):
    """What one person has typed, by Place, on top of a report's `revision`.

    The report is identified by centre, period and form, because its number may be another one in a restored backup. All
    three are empty where no year is open yet.
    """

    centre: str
    form: str
    period: str
    revision: int
    at: datetime
    """When it was typed (UTC)."""
    cells: Mapping[Place, str]


def encode(draft: Draft) -> bytes:
    """The whole draft, as the first line of its file."""
    tree = {
        "format": _FORMAT,
        "centre": draft.centre,
        "form": draft.form,
        "period": draft.period,
        "revision": draft.revision,
        "at": _moment(draft),
        "cells": dict(draft.cells),
    }
    return _line(tree)


def encode_change(before: Draft, draft: Draft) -> bytes | None:
    """The change since `before`, as a line to append; None where `before` is the draft of another report."""
    if (before[:_NAMES], set(before.cells)) != (draft[:_NAMES], set(draft.cells)):
        return None
    changed = {
        place: _difference(before.cells[place], text)
        for place, text in draft.cells.items()
        if text != before.cells[place]
    }
    return _line({"at": _moment(draft), "cells": changed})


def decode(data: bytes) -> Draft | None:
    """The draft in `data`. An incomplete last line is ignored; None where there is no complete line."""
    try:
        draft, changes = _first(data)
        for line in changes:
            changed = _changed(draft, line) if draft else None
            if changed is None:
                break
            draft = changed
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return draft


def _first(data: bytes) -> tuple[Draft | None, list[bytes]]:
    """The draft in the first line, and the complete lines after it."""
    head, *rest = data.split(b"\n")
    try:
        tree: dict[str, Any] = json.loads(head)
    except ValueError:
        tree, rest = json.loads(data), []  # a draft of several lines, as earlier releases wrote it
    if tree["format"] != _FORMAT:
        return None, []
    cells = {place: str(text) for name, text in tree["cells"].items() if (place := Place.parse(name))}
    at = datetime.fromisoformat(tree["at"]).astimezone(UTC)
    centre, form, period = (str(tree[name]) for name in ("centre", "form", "period"))
    return (Draft(centre, form, period, int(tree["revision"]), at, cells) if cells else None), rest[:-1]


def _changed(draft: Draft, line: bytes) -> Draft | None:
    """`draft` with the change of a line applied; None for a line that a power cut has left half written."""
    try:
        tree: dict[str, Any] = json.loads(line)
        cells = dict(draft.cells)
        for name, (start, removed, text) in tree["cells"].items():
            before = cells[Place(name)]
            cells[Place(name)] = f"{before[:start]}{text}{before[start + removed :]}"
        return draft._replace(at=datetime.fromisoformat(tree["at"]).astimezone(UTC), cells=cells)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """The difference of two texts: offset, number of letters removed, text inserted."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return start, len(before) - start - end, after[start : len(after) - end]


def _alike(one: str, other: str) -> int:
    """The length of the common beginning, by bisection: texts of half a million letters are compared at each pause."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _moment(draft: Draft) -> str:
    return draft.at.astimezone(UTC).isoformat()


def _line(tree: dict[str, object]) -> bytes:
    return json.dumps(tree).encode("ascii") + b"\n"  # half a character may have been typed: JSON escapes it
