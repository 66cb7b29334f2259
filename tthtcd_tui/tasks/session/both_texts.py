"""Merge two people's paragraphs at one place into a text that keeps every paragraph of both."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def merged(theirs: Sequence[str], ours: Sequence[str]) -> tuple[str, ...]:
    """Common paragraphs once, in their order; where the texts differ, first `theirs`, then `ours`."""
    both: list[str] = []
    for _, their_start, their_end, our_start, our_end in SequenceMatcher(None, theirs, ours, False).get_opcodes():
        same = theirs[their_start:their_end] == ours[our_start:our_end]
        both += theirs[their_start:their_end]
        both += () if same else ours[our_start:our_end]
    return tuple(both)
