"""Who changed what: of a cell, of the whole report; Enter goes to the cell."""

from __future__ import annotations

import re

import pytest
from support.screens import Screens

from tthtcd_tui.screens import history
from tthtcd_tui.screens.history import HistoryScreen
from tthtcd_tui.screens.section import SectionScreen

_WHEN = re.compile(r"\d\d/\d\d/\d{4} \d\d:\d\d")


def open_history(screens: Screens, words: str) -> None:
    screens.press("ctrl+p")
    screens.type(words)
    screens.press("enter")
    assert isinstance(screens.screen, HistoryScreen)


def test_of_the_cell_under_the_cursor_the_newest_first(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.colleague("figure/dan_so", "41.000")
    screens.press("f5")
    screens.type("42.000")
    screens.press("f2", "ctrl+z")
    open_history(screens, "lich su cua o nay")
    assert screens.title == "LỊCH SỬ SỬA ĐỔI: Dân số"
    lines = [_WHEN.sub("–", line).strip() for line in screens.lines[2:-3] if line]
    assert lines[:9] == [
        "> –  canbo1 (hoàn tác)", "trước: 42.000", "sau: 41.000",
        "–  canbo1", "trước: 41.000", "sau: 42.000",
        "–  canbo2", "trước: trên 40.000", "sau: 41.000",
    ]  # fmt: skip
    screens.press("escape")
    assert isinstance(screens.screen, SectionScreen)


def test_of_the_whole_report_each_with_its_label_and_a_way_to_it(screens: Screens) -> None:
    screens.colleague("rating/doanh_nghiep/level", "2")
    screens.press("f5")
    open_history(screens, "lich su bao cao")
    assert screens.line("canbo2").endswith("Tham gia của các doanh nghiệp: Mức đánh giá")
    screens.press("enter")
    assert screens.title.startswith("5 ")
    assert "doanh nghiệp" in screens.line(">  ")


def test_only_the_newest_are_shown_and_it_is_said(screens: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_MOST", 3)
    open_history(screens, "lich su bao cao")
    assert "Chỉ hiện 3 lần sửa mới nhất. Xem hết: tthtcd history 2020-2021" in screens.text


def test_a_long_text_is_cut_with_a_sign(screens: Screens) -> None:
    screens.colleague("narrative/dia_phuong", "Một đoạn rất dài. " * 60)
    screens.press("f5")
    open_history(screens, "lich su bao cao")
    assert "      …" in screens.lines
    assert sum("Một đoạn" in line for line in screens.lines) == 3
