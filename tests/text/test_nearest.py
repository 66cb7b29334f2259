"""Did-you-mean suggests what is there, and only what is alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.text.nearest import did_you_mean, nearest

COMMANDS = ("demo", "new", "years", "delete", "centre", "set", "history", "undo", "redo", "summary", "check", "export")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yeras", "years"),
        ("YEARS", "years"),
        ("sumary", "summary"),
        ("exprot", "export"),
        ("center", "centre"),
        ("undone", "undo"),
        ("", None),
        ("frob", None),
        ("báo cáo", None),
        ("years" * 20, None),
    ],
)
def test_a_mistyped_command(typed: str, meant: str | None) -> None:
    assert nearest(typed, COMMANDS) == meant
    assert did_you_mean(typed, COMMANDS) == (f" Có phải bạn định gõ “{meant}”?" if meant else "")


def test_case_and_marks_are_no_mistake() -> None:
    assert nearest("figure/Dân_số", ["figure/dan_so", "figure/so_ho"]) == "figure/dan_so"
    assert nearest("he 2021", ["Hè 2021", "2020-2021"]) == "Hè 2021"


def test_where_nothing_is_known_nothing_is_suggested() -> None:
    assert nearest("years", []) is None


@given(any_text, st.lists(any_text, max_size=5))
def test_a_suggestion_is_one_of_those_there_are(typed: str, known: list[str]) -> None:
    found = nearest(typed, known)
    assert found is None or found in known
    assert all(character.isprintable() for character in did_you_mean(typed, known))


@given(st.text("abcdefghij-", min_size=4, max_size=20), st.data())
def test_one_letter_too_many_is_seen_through(name: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(name)))
    assert nearest(f"{name[:position]}x{name[position:]}", [name]) == name
