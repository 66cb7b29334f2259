"""Two texts in one: nothing of either is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.tasks.session.both_texts import merged


@pytest.mark.parametrize(
    ("theirs", "ours", "both"),
    [
        ("A", "B", "AB"),
        ("A", "A", "A"),
        ("ABC", "ABC", "ABC"),
        ("AxC", "AyC", "AxyC"),  # one paragraph, changed by both
        ("ABC", "ABCD", "ABCD"),  # one more at the end
        ("ABCD", "ABC", "ABCD"),
        ("AC", "ABC", "ABC"),
        ("xABC", "ABCy", "xABCy"),
        ("AxByC", "AuBvC", "AxuByvC"),
        ("AB", "CD", "ABCD"),
        ("AAB", "AB", "AAB"),
    ],
)
def test_what_both_say_stands_once_and_where_they_differ_theirs_comes_first(theirs: str, ours: str, both: str) -> None:
    assert merged(tuple(theirs), tuple(ours)) == tuple(both)


PARAGRAPHS = st.lists(st.sampled_from("abcdef"), max_size=8).map(tuple)


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_of_both_is_there_in_its_order(theirs: tuple[str, ...], ours: tuple[str, ...]) -> None:
    both = merged(theirs, ours)
    assert _is_in(theirs, both)
    assert _is_in(ours, both)
    assert len(both) <= len(theirs) + len(ours)
    assert set(both) <= {*theirs, *ours}


def _is_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(any(found == wanted for found in rest) for wanted in part)
