from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tthtcd_tui.widgets.fit import _measured_lines, fit, wrap

# As on the screen: cleaned text, which has no control characters.
TEXTS = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=40)


@given(TEXTS, st.integers(0, 50), st.sampled_from(["…", "...", ""]), st.booleans())
def test_it_is_exactly_as_wide_as_asked(text: str, width: int, more: str, right: bool) -> None:
    fitted = fit(text, width, more, right)
    assert cell_len(fitted) == width
    if cell_len(text) <= width:
        assert fitted.strip(" ") == text.strip(" ")
        assert fitted.startswith(text) or (right and fitted.endswith(text))


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Dân số", 8, "Dân số  "),
        ("Dân số", 6, "Dân số"),
        ("Dân số", 5, "Dân …"),
        ("中文字", 5, "中文…"),
        ("中文字", 4, "中 …"),
        ("abc", 1, "a"),
        ("abc", 0, ""),
    ],
)
def test_what_is_cut_says_so(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_numbers_stand_on_the_right() -> None:
    assert fit("2.554", 8, right=True) == "   2.554"


@given(TEXTS, st.integers(1, 30))
def test_wrapping_loses_nothing_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= max(width, 2) for line in lines)


@given(st.text("aế 中́", max_size=30), st.integers(1, 6))
def test_letters_of_one_cell_are_wrapped_as_those_that_are_measured(text: str, width: int) -> None:
    assert wrap(text, width) == list(_measured_lines(text, width))


def test_lines_break_between_words() -> None:
    assert wrap("Ô này chỉ nhận số nguyên", 10) == ["Ô này chỉ", "nhận số", "nguyên"]
    assert wrap("aaaaaaaaaaaa b", 5) == ["aaaaa", "aaaaa", "aa b"]
    assert wrap("", 5) == [""]
