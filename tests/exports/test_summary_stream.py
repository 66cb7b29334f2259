"""Where the summary is printed: colour, width and letters as the stream has them."""

from __future__ import annotations

import fcntl
import io
import os
import struct
import termios

import pytest
from rich.console import Console
from support import mao_khe
from support.summaries import ESCAPES, FINDINGS, GAPS, printed, without

from tthtcd_tui.exports.summary import print_summary, summary


class Terminal(io.StringIO):
    """A terminal so many columns wide, or one that does not know its width."""

    def __init__(self, columns: int | None = None) -> None:
        super().__init__()
        self._ends: tuple[int, int] | None = None
        if columns is not None:
            self._ends = os.openpty()
            fcntl.ioctl(self._ends[1], termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._ends[1] if self._ends else super().fileno()

    def close(self) -> None:
        for end in self._ends or ():
            os.close(end)
        super().close()


def on(stream: io.StringIO) -> str:
    with stream:
        print_summary(mao_khe.FORM, mao_khe.facts(), FINDINGS, stream, previous=mao_khe.year_before())
        return stream.getvalue()


def test_coloured_it_says_the_same() -> None:
    year, before = without(mao_khe.facts(), *GAPS), mao_khe.year_before()
    for width in (20, 40, 80, 120):
        coloured = printed(year, FINDINGS, width=width, colour=True, previous=before)
        assert "\x1b[" in coloured
        assert ESCAPES.sub("", coloured) == printed(year, FINDINGS, width=width, colour=False, previous=before)


def test_only_the_sixteen_colours_are_used() -> None:
    codes = {code for found in ESCAPES.findall(printed(mao_khe.facts(), FINDINGS, colour=True)) for code in
             found[2:-1].split(";")}  # fmt: skip
    assert codes <= {"0", "1", "2", "31", "32", "33", "36"}


def test_a_terminal_gets_colour() -> None:
    assert "\x1b[" in on(Terminal())


@pytest.mark.parametrize(
    ("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("TERM", "")], ids=["NO_COLOR", "dumb", "no TERM"]
)
def test_a_terminal_may_ask_for_none(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in on(Terminal())


def test_an_empty_no_color_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in on(Terminal())


@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TTY_INTERACTIVE"])
def test_in_a_pipe_it_is_plain_whatever_is_asked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    assert on(io.StringIO()) == printed(mao_khe.facts(), FINDINGS, previous=mao_khe.year_before())


@pytest.mark.parametrize("columns", [40, 100])
def test_as_wide_as_the_terminal(columns: int) -> None:
    plain = printed(mao_khe.facts(), FINDINGS, width=columns, previous=mao_khe.year_before())
    assert ESCAPES.sub("", on(Terminal(columns))) == plain


def test_without_a_width_80(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = printed(mao_khe.facts(), FINDINGS, width=80, previous=mao_khe.year_before())
    assert on(io.StringIO()) == usual
    assert ESCAPES.sub("", on(Terminal(0))) == usual
    assert ESCAPES.sub("", on(Terminal())) == usual
    for columns in ("0", "-5", "rộng", "", "9" * 5000):
        monkeypatch.setenv("COLUMNS", columns)
        assert on(io.StringIO()) == usual


def test_columns_says_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    plain = printed(mao_khe.facts(), FINDINGS, width=50, previous=mao_khe.year_before())
    assert on(io.StringIO()) == plain
    assert ESCAPES.sub("", on(Terminal(100))) == plain


def test_very_wide_is_as_wide_as_can_be_read() -> None:
    assert printed(mao_khe.facts(), width=300) == printed(mao_khe.facts(), width=120)


def test_very_narrow_is_20() -> None:
    assert printed(mao_khe.facts(), width=3) == printed(mao_khe.facts(), width=20)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258"])
def test_a_stream_that_cannot_hold_it_gets_what_it_can(encoding: str) -> None:
    kept = io.BytesIO()
    stream = io.TextIOWrapper(kept, encoding=encoding)
    print_summary(mao_khe.FORM, mao_khe.facts(), FINDINGS, stream)
    stream.flush()
    text = kept.getvalue().decode(encoding)
    assert "43.117" in text
    assert "[##########] 24/24" in text


def test_rich_can_print_it_in_its_own_place() -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=80, color_system=None, legacy_windows=False)
    console.print(summary(mao_khe.FORM, mao_khe.facts(), FINDINGS, mao_khe.year_before()))
    assert stream.getvalue() == printed(mao_khe.facts(), FINDINGS, previous=mao_khe.year_before())
