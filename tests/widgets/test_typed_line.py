from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.typed_line import typed_spans


def drawn(text: str, cursor: int, width: int) -> str:
    """The line with its caret between brackets."""
    before, caret, after = (span for span, _ in typed_spans(LineBuffer(text, cursor), width))
    return f"{before}[{caret}]{after}"


def test_the_caret_is_at_the_cursor_and_of_a_long_line_the_part_around_it_is_shown() -> None:
    assert drawn("26", 2, 8) == "26[ ]     "
    assert drawn("26", 1, 8) == "2[6]      "
    assert drawn("", 0, 3) == "[ ]  "
    assert drawn("abcdefgh", 8, 4) == "fgh[ ]"
    assert drawn("abcdefgh", 0, 4) == "[a]bcd"
    assert drawn("中文字", 3, 5) == "文字[ ]"


def test_what_does_not_show_takes_a_space_and_no_control_goes_out() -> None:
    assert drawn("a\u200b", 2, 5) == "a [ ]  "
    assert drawn("a\n\x1b[31m", 0, 9) == "[a]  [31m  "


@given(st.text(max_size=30), st.integers(0, 30), st.integers(2, 20))
def test_it_is_as_wide_as_its_cell_whatever_is_typed(text: str, cursor: int, width: int) -> None:
    spans = typed_spans(LineBuffer(text, min(cursor, len(text))), width)
    shown = "".join(span for span, _ in spans)
    assert cell_len(shown) == width
    assert shown.isprintable()
