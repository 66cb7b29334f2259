"""Did-you-mean: the known name nearest to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.text.problem import quoted

_LONGEST: Final = 80
"""Characters; nobody mistypes more than this, and comparing takes the square of it."""
_LIKENESS: Final = 0.6
"""From 0 to 1, of difflib's: about two letters of three the same and in order."""


def nearest(typed: str, known: Iterable[str], likeness: float = _LIKENESS) -> str | None:
    """The one of `known` that `typed` is nearest to, whatever their case and marks; None where none is that like it."""
    from difflib import get_close_matches  # only a mistake pays for loading these

    from tthtcd_tui.text.fold import fold

    if len(typed) > _LONGEST:
        return None
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(fold(name), name)
    found = get_close_matches(fold(typed), names, n=1, cutoff=likeness)
    return names[found[0]] if found else None


def did_you_mean(typed: str, known: Iterable[str], likeness: float = _LIKENESS) -> str:
    """The question to put after «there is no ‹typed›», with a space before it; empty where nothing is near."""
    name = nearest(typed, known, likeness)
    return f" Có phải bạn định gõ {quoted(name, 2 * _LONGEST)}?" if name is not None else ""
