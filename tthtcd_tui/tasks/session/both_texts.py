"""Two people's paragraphs at one place made into one text that keeps every paragraph of both."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def merged(theirs: Sequence[str], ours: Sequence[str]) -> tuple[str, ...]:
    """What both say once, in its order; where they differ, their paragraphs and then ours."""
    both: list[str] = []
    for _, their_start, their_end, our_start, our_end in SequenceMatcher(None, theirs, ours, False).get_opcodes():
        same = theirs[their_start:their_end] == ours[our_start:our_end]
        both += theirs[their_start:their_end]
        both += () if same else ours[our_start:our_end]
    return tuple(both)
