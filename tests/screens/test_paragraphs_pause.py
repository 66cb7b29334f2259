"""Paragraphs are saved in a pause too, under the hands of whoever writes them, who notices nothing of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.drafts import kept
from support.screens import Screens, opened

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
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
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(PROSE))))
        yield screens


def wait_for_pauses(screens: Screens) -> None:
    """Until a pause would have been one several times over."""
    until = time.monotonic() + 5 * ParagraphsScreen.IDLE_SECONDS
    screens.wait_until(lambda: time.monotonic() > until)


def editor(screens: Screens) -> ParagraphsScreen:
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens.screen


def test_in_a_pause_it_is_saved_and_nothing_moves(writing: Screens, drafts: Path) -> None:
    writing.type("Ba lớp")
    writing.press("home", "right")
    writing.wait_until(lambda: writing.stored(PROSE) == "Ba lớp")
    assert editor(writing).editor.prose.caret == (0, 1)
    assert "● Đã lưu 14:02" in writing.text
    writing.type("ả")
    writing.press("end", "enter")
    writing.wait_until(lambda: writing.stored(PROSE) == "Bảa lớp")
    assert editor(writing).editor.written == "Bảa lớp\n", "a line just begun is not taken away"
    assert editor(writing).editor.prose.caret == (1, 0)
    writing.wait_until(lambda: kept(drafts) == {})
    before = writing.changes
    writing.press("left", "right")
    writing.pause()
    assert writing.changes == before


def test_what_cannot_be_saved_waits_without_a_word(writing: Screens) -> None:
    writing.type("Có {dan_")
    message = writing.message
    wait_for_pauses(writing)
    assert editor(writing).editor.written == "Có {dan_"
    assert writing.message == message
    writing.type("so} người")
    writing.wait_until(lambda: writing.stored(PROSE) == "Có {dan_so} người")


def test_over_a_colleagues_text_nobody_is_asked_in_the_middle_of_a_word(writing: Screens) -> None:
    writing.colleague(PROSE, "Bốn lớp")
    writing.type("Ba lớp")
    writing.wait_until(lambda: "Có người vừa sửa cùng chỗ này" in writing.message)
    assert editor(writing).editor.written == "Ba lớp"
    assert writing.stored(PROSE) == "Bốn lớp"
    writing.press("f2")
    assert writing.title == "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"


def test_help_in_the_meantime_is_not_disturbed(writing: Screens) -> None:
    writing.type("Ba")
    writing.press("f1")
    title = writing.title
    wait_for_pauses(writing)
    assert writing.title == title
    writing.press("escape")
    assert editor(writing).editor.written == "Ba"
