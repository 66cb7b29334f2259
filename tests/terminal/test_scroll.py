"""Rows that have moved are moved by the terminal: what then stands there is what a drawing of everything would show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal.test_frame import STYLES, Emulated, same

from tthtcd_tui.terminal.cells import BLANK, Cell, cells_of
from tthtcd_tui.terminal.frame import Frame
from tthtcd_tui.terminal.scroll import Scroll, scroll_between

WIDTH, HEIGHT = 24, 10
TEXTS = ["", "a", "đế chế và ngôi nhà", "● Tổng cộng    1.234", "世界 số lượt người", "chương trình xóa mù chữ"]


def row(text: str, codes: str = "") -> list[Cell]:
    cells = cells_of([(text, codes)])[:WIDTH]
    return cells + [BLANK] * (WIDTH - len(cells))


ROWS = st.builds(row, st.sampled_from(TEXTS), st.sampled_from(list(STYLES)))
CURSORS = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1))


@st.composite
def moved(draw: st.DrawFn, screen: list[list[Cell]]) -> list[list[Cell]]:
    """`screen` with some of its rows moved, some of them others, or all of them."""
    top, bottom = sorted(draw(st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, HEIGHT - 1))))
    height = bottom + 1 - top
    rows = draw(st.integers(-height, height))
    blank: list[Cell] = [BLANK] * WIDTH
    after = Scroll(top, bottom, rows).applied(screen, blank) if rows else list(screen)
    for y in draw(st.lists(st.integers(0, HEIGHT - 1), max_size=4)):
        after[y] = draw(ROWS)
    return after


@given(st.lists(ROWS, min_size=HEIGHT, max_size=HEIGHT), st.data())
def test_the_screen_is_as_if_drawn_anew(first: list[list[Cell]], data: st.DataObject) -> None:
    terminal, frame = Emulated(WIDTH, HEIGHT), Frame(WIDTH, HEIGHT)
    screen = first
    for turn in range(6):
        cursor = data.draw(CURSORS)
        terminal.feed(frame.show([(y, 0, cells) for y, cells in enumerate(screen)], cursor))
        anew = Emulated(WIDTH, HEIGHT)
        anew.feed(Frame(WIDTH, HEIGHT, scrolls=False).show([(y, 0, cells) for y, cells in enumerate(screen)], cursor))
        for y, cells in enumerate(screen):
            assert same(terminal.row(y), cells), (turn, y)
            assert same(anew.row(y), cells), (turn, y)
        assert terminal.cursor == anew.cursor == cursor
        assert terminal.is_plain
        assert not terminal.has_margins
        screen = data.draw(moved(screen))


LIST = [row(f"{number} dòng chữ thứ {number * 37}") for number in range(40)]


def piece_of(first: int) -> list[tuple[int, int, list[Cell]]]:
    """A head, eight lines of a list, and a foot."""
    return [
        (y, 0, cells) for y, cells in enumerate([row("ĐẦU", "7"), *LIST[first : first + HEIGHT - 2], row("CUỐI", "7")])
    ]


@pytest.mark.parametrize(
    ("to", "sent"),
    [
        (11, "\x1b[2;9r\x1b[9H\x1bD\x1b[r\x1b[9H18 dòng chữ thứ 666\x1b[H"),
        (9, "\x1b[2;9r\x1b[2H\x1bM\x1b[r\x1b[2H9 dòng chữ thứ 333\x1b[H"),
    ],
)
def test_a_line_of_scrolling_is_a_line_drawn(to: int, sent: str) -> None:
    frame = Frame(WIDTH, HEIGHT)
    frame.show(piece_of(10))
    assert frame.show(piece_of(to)) == sent


def with_cursor(number: int, rows: list[list[Cell]]) -> list[tuple[int, int, list[Cell]]]:
    """The rows of a list, its cursor on one: a sign before it, and a cell of it filled."""
    marked = [(">", "1"), *rows[number][1:14], *cells_of([("xong", "7")]), *rows[number][18:]]
    return [(y, 0, marked if y == number else cells) for y, cells in enumerate(rows)]


def test_the_row_that_the_cursor_leaves_is_drawn_before_it_moves() -> None:
    rows = [row(f" dòng {number:<8}xong {number * 37}") for number in range(40)]
    frame = Frame(WIDTH, HEIGHT)
    frame.show(with_cursor(9, rows[:10]), (9, 14))
    sent = frame.show(with_cursor(9, rows[1:11]), (9, 14))
    assert sent == (
        "xong\r "  # from where the terminal's cursor stands
        "\x1b[1;10r\x1b[10H\x1bD\x1b[r"
        "\x1b[10H\x1b[1m>\x1b[mdòng 10\x1b[6C\x1b[7mxong\x1b[m 370\x1b[8D"
    )


def test_a_terminal_that_cannot_is_sent_the_rows() -> None:
    frame = Frame(WIDTH, HEIGHT, scrolls=False)
    frame.show(piece_of(10))
    sent = frame.show(piece_of(11))
    assert "r" not in sent.replace("chữ", "").replace("\r", "")
    assert "\x1bD" not in sent


def test_what_is_cheaper_drawn_is_drawn() -> None:
    blank: list[Cell] = [BLANK] * WIDTH
    before = [row(text) for text in ("1", "2", "3")]
    assert scroll_between(before, [row(text) for text in ("2", "3", "4")], blank) is None
    assert scroll_between(LIST[:8], LIST[1:9], blank) == Scroll(0, 7, 1)
    assert scroll_between(LIST[:8], LIST[3:11], blank) == Scroll(0, 7, 3)
    assert scroll_between(LIST[:8], LIST[20:28], blank) is None
