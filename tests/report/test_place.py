"""Place: the one address of anything in a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.report.place import Place


@pytest.mark.parametrize(
    ("text", "kind", "parts", "parent"),
    [
        ("figure/dan_so", "figure", ("figure", "dan_so"), "figure"),
        ("results/phap_luat/classes", "results", ("results", "phap_luat", "classes"), "results/phap_luat"),
        ("activity/hd-001/title", "activity", ("activity", "hd-001", "title"), "activity/hd-001"),
        ("report/signer", "report", ("report", "signer"), "report"),
        ("results", "results", ("results",), "results"),
        ("reason/results/a/classes", "reason", ("reason", "results", "a", "classes"), "reason/results/a"),
        ("0/1", "0", ("0", "1"), "0"),
        ("a/b/c/d/e", "a", ("a", "b", "c", "d", "e"), "a/b/c/d"),
    ],
)  # fmt: skip
def test_what_a_place_says(text: str, kind: str, parts: tuple[str, ...], parent: str) -> None:
    place = Place.parse(text)
    assert place is not None
    assert (place, place.kind, place.parts, place.parent) == (text, kind, parts, parent)
    assert Place.of(*parts) == place
    assert isinstance(place.parent, Place)


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "a/", "/a", "a//b", "a/b/c/d/e/f", "A", "a b", "đ/a", "a/Đ", "a.b", "a\n", "\na", "a/\x1b[31m", "-a",
        "a-", "_a", "a_", "a/-", "a" * 65, "../a", "a/..", "a/*", "١", "a\u200b", "ａ", "a/b\\c", "a|b", "a'", "\ud800",
    ],
)  # fmt: skip
def test_what_is_no_place(text: str) -> None:
    assert Place.parse(text) is None


@pytest.mark.parametrize("text", ["a", "a-b_c", "a--b", "9", "a" * 64, "a1/2b"])
def test_what_may_be_a_part(text: str) -> None:
    assert Place.parse(text) == text


@given(any_text)
def test_a_place_is_plain_wherever_it_came_from(text: str) -> None:
    place = Place.parse(text)
    if place is not None:
        assert place.isascii()
        assert place.isprintable()
        assert "/".join(place.parts) == place == text
        assert all(1 <= len(part) <= 64 for part in place.parts)


@given(any_text | st.from_regex(r"[a-z0-9_/-]{0,66}"))
def test_a_part_is_a_place_of_one_part(text: str) -> None:
    assert Place.is_part(text) == (Place.parse(text) is not None and "/" not in text)


def test_within_counts_whole_parts() -> None:
    row = Place("results/phap_luat")
    assert Place("results/phap_luat/classes").within(row)
    assert row.within(row)
    assert row.within(Place("results"))
    assert not Place("results/phap_luat_2/classes").within(row)
    assert not row.within(Place("results/phap_luat/classes"))


def test_a_place_is_a_key_that_sorts_and_stays_itself() -> None:
    assert {Place("figure/a"): 1}[Place.of("figure", "a")] == 1
    assert sorted([Place("b"), Place("a/b"), Place("a")]) == ["a", "a/b", "b"]
    assert f"{Place('a/b')}" == "a/b"
    assert not hasattr(Place("a"), "__dict__")
