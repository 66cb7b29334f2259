"""What is sent makes a terminal show what is meant, whatever stood there before; proved against an emulator."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TypeAlias

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.terminal.cells import BLANK, Cell, cells_of
from tthtcd_tui.terminal.frame import Frame

WIDTH, HEIGHT = 24, 4
CUTS = (0, 1, 9, WIDTH)
"""Where the widgets of a line meet."""
STYLES = {
    "": (False, False, False, "default"),
    "1": (True, False, False, "default"),
    "7": (False, True, False, "default"),
    "1;31": (True, False, False, "red"),
    "4;32": (False, False, True, "green"),
}
"""Codes, and what they are in the emulator: bold, reverse, underline, colour."""
LETTERS = ["abc", "0", "12", " ", "   ", ".", "│", "●", "đế", "e\u0301", "Ệ", "…", "世", "界"]
"""A mark on a wide letter is not among them: the emulator puts it beside."""


class Emulated:
    """A terminal that shows something else at first."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self.feed("\x1b[?7l\x1b[?25l" + "".join(f"\x1b[{y};1H{'#' * width}" for y in range(1, height + 1)))

    def feed(self, sent: str) -> None:
        self._stream.feed(sent)

    def row(self, y: int) -> list[tuple[str, tuple[bool, bool, bool, str]]]:
        letters = [self._screen.buffer[y][x] for x in range(self._screen.columns)]
        return [(unicodedata.normalize("NFC", c.data), (c.bold, c.reverse, c.underscore, c.fg)) for c in letters]

    @property
    def cursor(self) -> tuple[int, int]:
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def has_margins(self) -> bool:
        """Whether a part of it alone would move: what a cut line would leave behind."""
        return self._screen.margins is not None

    @property
    def is_plain(self) -> bool:
        attributes = self._screen.cursor.attrs
        return not (attributes.bold or attributes.reverse or attributes.underscore) and attributes.fg == "default"


Looks: TypeAlias = tuple[str, tuple[bool, bool, bool, str]]
"""A letter in the emulator, and how it is drawn."""


def shown(cells: list[Cell]) -> list[Looks]:
    """Cells as the emulator has them: of the second half of a wide letter it keeps no colours."""
    return [(unicodedata.normalize("NFC", text), STYLES[codes]) for text, codes in cells]


def seen(looks: Looks) -> object:
    """What an eye sees of it: of a blank neither boldness nor a colour of letters, of half a letter nothing."""
    text, (_, reverse, underline, colour) = looks
    if text == " ":
        return (reverse, underline, colour if reverse else "")
    return looks if text else ""


def same(row: list[Looks], cells: list[Cell]) -> bool:
    return list(map(seen, row)) == list(map(seen, shown(cells)))


@st.composite
def widget_lines(draw: st.DrawFn, width: int) -> list[Cell]:
    """A line of a widget: spans of text, cut and filled to its width as Textual does."""
    spans = draw(
        st.lists(
            st.tuples(st.lists(st.sampled_from(LETTERS), max_size=6).map("".join), st.sampled_from(list(STYLES))),
            max_size=4,
        )
    )
    cells = cells_of(spans)[:width]
    if cells and len(cells_of([cells[-1]])) > 1:
        cells[-1] = BLANK  # a wide letter of which only half would fit
    return cells + [BLANK] * (width - len(cells))


@st.composite
def pieces(draw: st.DrawFn) -> tuple[int, int, list[Cell]]:
    y = draw(st.integers(0, HEIGHT - 1))
    part = draw(st.integers(0, len(CUTS) - 2))
    return y, CUTS[part], draw(widget_lines(CUTS[part + 1] - CUTS[part]))


WHOLE = st.tuples(*(widget_lines(end - start) for _ in range(HEIGHT) for start, end in pairwise(CUTS)))
CURSORS = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1))


@given(WHOLE, st.lists(st.tuples(st.lists(pieces(), max_size=5), CURSORS), max_size=6))
def test_the_terminal_shows_what_is_meant(
    first: tuple[list[Cell], ...], updates: list[tuple[list[tuple[int, int, list[Cell]]], tuple[int, int]]]
) -> None:
    terminal, frame = Emulated(), Frame(WIDTH, HEIGHT)
    parts = len(CUTS) - 1
    whole = [(n // parts, CUTS[n % parts], cells) for n, cells in enumerate(first)]
    meant: list[list[Cell]] = [[BLANK] * WIDTH for _ in range(HEIGHT)]
    for drawn, cursor in [(whole, (0, 0)), *updates]:
        for y, x, cells in drawn:
            meant[y][x : x + len(cells)] = cells
        terminal.feed(frame.show(drawn, cursor))
        for y, cells in enumerate(meant):
            assert same(terminal.row(y), cells)
        assert terminal.cursor == cursor
        assert terminal.is_plain
        assert frame.show([(y, 0, cells) for y, cells in enumerate(meant)], cursor) == ""


@given(
    st.lists(st.sampled_from(LETTERS), max_size=9).map("".join), st.integers(-3, WIDTH + 3), st.integers(-2, HEIGHT + 2)
)
def test_what_is_beyond_the_edge_is_not_drawn(text: str, x: int, y: int) -> None:
    terminal, frame = Emulated(), Frame(WIDTH, HEIGHT)
    blank = [(row, 0, [BLANK] * WIDTH) for row in range(HEIGHT)]
    terminal.feed(frame.show(blank))
    cells = cells_of([(text, "")])
    terminal.feed(frame.show([(y, x, cells)]))
    if 0 <= y < HEIGHT and x >= 0 and x + len(cells) <= WIDTH:
        assert same(terminal.row(y)[x : x + len(cells)], cells)
    for row in set(range(HEIGHT)) - {y}:
        assert same(terminal.row(row), [BLANK] * WIDTH)


def test_half_of_a_wide_letter_is_drawn_again_whole() -> None:
    frame = Frame(6, 1)
    frame.show([(0, 0, cells_of([("世界 a", "")]))])
    assert frame.show([(0, 1, [("x", "")])]) == "\x1b[Cx\r"
    assert frame.show([(0, 0, cells_of([("世", "")]))]).startswith("世")
    assert frame.show([(0, 2, [("y", "")])]) == "\x1b[2Cy\r"
    assert frame.show([(0, 0, cells_of([("世界", "")]))]).replace("\x1b[1;3H", "") == "\x1b[2C界\x1b[H"


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("Một hai ba", "Một hai ba", ""),
        ("Một hai ba", "Một hai bạ", "\x1b[9Cạ\r"),
        ("Một hai ba", "Mọt hai bạ", "\x1b[Cọ\x1b[7Cạ\r"),
        ("Một hai ba", "Một ha  bạ", "\x1b[6C  bạ\r"),  # two letters between: shorter than a way past them
        ("Một hai ba", "Một", "\x1b[4C\x1b[K\r"),
        ("Một", "", "   \r"),
        ("Một hai", "Một ai ", "\x1b[4Cai \r"),
    ],
)
def test_what_stands_there_already_is_not_sent(before: str, after: str, sent: str) -> None:
    frame = Frame(40, 1)
    frame.show([(0, 0, cells_of([(f"{before:<40}", "")]))])
    assert frame.show([(0, 0, cells_of([(f"{after:<40}", "")]))]) == sent


def test_a_style_is_sent_once_for_what_stands_in_it() -> None:
    frame = Frame(40, 1)
    frame.show([(0, 0, [BLANK] * 40)])
    assert frame.show([(0, 0, cells_of([("Một ", "1"), ("hai", "1"), (" ba", "7")]))]) == (
        "\x1b[1mMột hai\x1b[;7m ba\x1b[m\r"
    )


def test_a_row_is_drawn_from_the_cursor_on_where_something_changed_there() -> None:
    frame = Frame(40, 1)
    line = cells_of([(">", "1"), ("    Nội quy    ", ""), ("Xong", "7"), (" " * 20, "")])
    frame.show([(0, 0, line)], (0, 16))
    assert frame.show([(0, 0, cells_of([("     Nội quy    Xong", "")]))], (0, 16)) == "Xong\r \x1b[15C"


def test_blanks_before_what_is_plain_are_drawn_where_that_is_shorter() -> None:
    frame = Frame(40, 1)
    frame.show([(0, 0, [BLANK] * 40)])
    assert frame.show([(0, 0, cells_of([("Xong", "7"), ("  ", ""), ("Lời", "")]))]) == "\x1b[7mXong\x1b[m  Lời\r"
    assert "\x1b[2C" in frame.show([(0, 0, cells_of([("Rồi!", "7"), ("  ", ""), ("Lờ", "2")]))])
