"""The bytes that PuTTY, Windows Terminal, MobaXterm and tmux send for the editor's keys, and what they do to a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desk import Desk, open_prose
from support.live import Live
from support.matrix import LONG
from support.terminal import typed

PROSE = "narrative/ket_qua"


@pytest.fixture
def prose(tmp_path: Path) -> Iterator[Live]:
    """The empty editor of PROSE."""
    desk = Desk.furnished(tmp_path)
    with Live(desk.database, environment=desk.environment) as live:
        open_prose(live)
        yield live


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        pytest.param(b"\x1b[1;5Dx", "một hai xba", marks=LONG),  # Ctrl+Left
        (b"\x1bb\x1bbx", "một xhai ba"),  # Alt+B
        pytest.param(b"\x1b[1;5Hx", "xmột hai ba", marks=LONG),  # Ctrl+Home
        pytest.param(b"\x1b[H\x1bf\x1b[1;5Cx", "một haix ba", marks=LONG),  # Home, Alt+F, Ctrl+Right
        (b"\x1b\x7f", "một hai"),  # Alt+Backspace
        pytest.param(b"\x1b[1;2D\x1b[1;2Dx", "một hai x", marks=LONG),  # Shift+Left
        pytest.param(b"\x1b[1;6Dx", "một hai x", marks=LONG),  # Ctrl+Shift+Left
        pytest.param(b"\x15x", "x", marks=LONG),  # Ctrl+U
        pytest.param(b"\x1b[H\x1bf\x0b", "một", marks=LONG),  # Ctrl+K
        pytest.param(b"\x1b[1;2H\x18y\x16", "ymột hai ba", marks=LONG),  # Shift+Home, Ctrl+X, Ctrl+V
        pytest.param(b"\x1b[1;6D\x03\x1b[F\x16", "một hai baba", marks=LONG),  # Ctrl+C
        pytest.param(b"\x1a", "một hai", marks=LONG),  # Ctrl+Z
        (b" tie\x7f\xc3\xaang", "một hai ba tiêng"),  # an input method takes back a letter
        pytest.param(b"\x0cso kh\r", "một hai ba{so_khu}", marks=LONG),  # Ctrl+L
        (b"{so kh\r.", "một hai ba{so_khu}."),
    ],
)
def test_in_one_packet(prose: Live, sent: bytes, text: str) -> None:
    prose.type("một hai ba")
    prose.wait_for("một hai ba")
    prose.send(sent + typed("f2").encode())
    prose.wait_stored({PROSE: text})


def test_an_alt_key_without_a_meaning_leaves_nothing_and_is_said(prose: Live) -> None:
    prose.send(b"a\x1bx")
    prose.wait_for("Bỏ qua Alt+x")
    prose.press("b", "f2")
    prose.wait_stored({PROSE: "ab"})


def test_the_terminals_cursor_follows_the_caret(prose: Live) -> None:
    prose.type("một hai")
    prose.wait_for("một hai")
    row = next(number for number, line in enumerate(prose.lines) if line.startswith("một hai"))
    prose.wait_until(lambda: prose.cursor == (7, row), "behind what was typed")
    prose.press("left", "left", "ctrl+f")
    prose.wait_for("Thay bằng")
    prose.type("m")
    prose.wait_for(" Tìm: m")
    row = prose.lines.index(" Tìm: m")
    prose.wait_until(lambda: prose.cursor == (len(" Tìm: m"), row), "in the line that is typed in")
