"""Which columns of the activity log stand side by side: as many as there is room for, the rest on the next part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FIRST: Final = ("date", "category", "title", "classes", "participations")
"""What is typed of every activity."""
MORE: Final = ("place", "partner", "note")
KEYS: Final = (*FIRST, *MORE)

_LEAST: Final[Mapping[str, int]] = {"date": 10, "category": 12, "title": 20, "classes": 6, "participations": 10}
_LEAST_WORDS: Final = 15
_GROWS: Final[Mapping[str, int]] = {"title": 3, "category": 1, "place": 1, "partner": 1, "note": 1}
_BETWEEN: Final = 2
_MARGIN: Final = 5
"""The sign of the cursor and the mark of the row."""
_NAME: Final = 14
"""Kept for the name of the activity where the title's own column is on another part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Columns shown together, each with its width."""

    columns: tuple[tuple[str, int], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.columns)

    @property
    def names_rows(self) -> bool:
        """Whether a row must be told by a name before its cells."""
        return "title" not in self.keys


def parts(width: int) -> tuple[Part, ...]:
    """Every column, in parts that fit into `width` cells; a column that never fits has a part of its own."""
    found: list[list[str]] = []
    for key in KEYS:
        if found and _needed([*found[-1], key]) <= width:
            found[-1].append(key)
        else:
            found.append([key])
    return tuple(Part(_widened(keys, width)) for keys in found)


def _needed(keys: list[str]) -> int:
    name = 0 if "title" in keys else _NAME
    return _MARGIN + name + sum(_LEAST.get(key, _LEAST_WORDS) + _BETWEEN for key in keys)


def _widened(keys: list[str], width: int) -> tuple[tuple[str, int], ...]:
    """The columns of words share what room is left, where no name takes it."""
    spare = max(width - _needed(keys), 0) if "title" in keys else 0
    shares = sum(_GROWS.get(key, 0) for key in keys) or 1
    sizes = {key: _LEAST.get(key, _LEAST_WORDS) + spare * _GROWS.get(key, 0) // shares for key in keys}
    if "title" in sizes:
        sizes["title"] += max(width - _MARGIN - sum(size + _BETWEEN for size in sizes.values()), 0)
    return tuple(sizes.items())
