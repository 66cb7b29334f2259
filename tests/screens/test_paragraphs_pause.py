"""Paragraphs are saved in a pause too, under the hands of whoever writes them, who notices nothing of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.drafts import kept
from support.screens import Screens, opened
from support.terminal import PATIENCE

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.paragraphs import ParagraphsScreen

PROSE = "narrative/ket_qua"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "chua-luu"


@pytest.fixture
def writing(tmp_path: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screens]:
    """In an editor for PROSE, where a pause is soon one."""
    monkeypatch.setattr(ParagraphsScreen, "IDLE_SECONDS", 0.05)
    with opened(tmp_path, drafts=drafts) as screens:
        screens.do(lambda app: app.open_paragraphs(Place(PROSE)))
        yield screens


def wait_until(screens: Screens, holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, screens.text
        screens.pause()


def editor(screens: Screens) -> ParagraphsScreen:
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens.screen


def test_in_a_pause_it_is_saved_and_nothing_moves(writing: Screens, drafts: Path) -> None:
    writing.type("Ba lớp")
    writing.press("home", "right")
    wait_until(writing, lambda: writing.stored(PROSE) == "Ba lớp")
    assert editor(writing).editor.cursor_location == (0, 1)
    assert "● Đã lưu 14:02" in writing.text
    writing.type("ả")
    writing.press("end", "enter")
    wait_until(writing, lambda: writing.stored(PROSE) == "Bảa lớp")
    assert editor(writing).editor.text == "Bảa lớp\n", "a line just begun is not taken away"
    assert editor(writing).editor.cursor_location == (1, 0)
    wait_until(writing, lambda: kept(drafts) == {})
    before = writing.changes
    writing.press("left", "right")
    writing.pause()
    assert writing.changes == before


def test_what_cannot_be_saved_waits_without_a_word(writing: Screens) -> None:
    writing.type("Có {dan_")
    message = writing.message
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        writing.pause()
    assert editor(writing).editor.text == "Có {dan_"
    assert writing.message == message
    writing.type("so} người")
    wait_until(writing, lambda: writing.stored(PROSE) == "Có {dan_so} người")


def test_over_a_colleagues_text_nobody_is_asked_in_the_middle_of_a_word(writing: Screens) -> None:
    writing.colleague(PROSE, "Bốn lớp")
    writing.type("Ba lớp")
    wait_until(writing, lambda: "Có người vừa sửa cùng chỗ này" in writing.message)
    assert editor(writing).editor.text == "Ba lớp"
    assert writing.stored(PROSE) == "Bốn lớp"
    writing.press("f2")
    assert writing.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"


def test_help_in_the_meantime_is_not_disturbed(writing: Screens) -> None:
    writing.type("Ba")
    writing.press("f1")
    title = writing.title
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        writing.pause()
    assert writing.title == title
    writing.press("escape")
    assert editor(writing).editor.text == "Ba"
