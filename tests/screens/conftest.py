from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.dropped import Person
from support.paragraphs import PLACE
from support.screens import Screens, opened

from tthtcd_tui.screens.paragraphs import ParagraphsScreen


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Screens]:
    """The sample year at 80×24."""
    with opened(tmp_path) as opened_screens:
        yield opened_screens


@pytest.fixture
def paragraphs(screens: Screens) -> Screens:
    """The paragraphs of Ban Giám đốc, one, in the editor."""
    screens.colleague(PLACE, "Đã dự tập huấn.")
    screens.press("f5", "2", "end", *["pagedown"] * 3, "enter")
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens


@pytest.fixture
def locality(screens: Screens) -> Screens:
    """At «Dân số», of which the year before has «gần 40.000»."""
    screens.press("1", "down", "down")
    assert screens.at == "figure/dan_so"
    screens.keys = 0
    return screens


@pytest.fixture
def results(screens: Screens) -> Screens:
    """The table of results, at its first number."""
    screens.press("4", "enter")
    assert screens.at == "results/xoa_mu_chu/classes"
    screens.keys = 0
    return screens


@pytest.fixture
def log(screens: Screens) -> Screens:
    """The log, at the line to enter."""
    screens.press("f6")
    assert screens.at == "entry/date"
    screens.keys = 0
    return screens


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)
