"""Every screen as a person sees it, kept and looked at whenever it changes: tests/golden/screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from support.forms import shipped
from support.golden import golden
from support.matrix import long_but
from support.pictures import picture
from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.years.years import add_centre, new_year
from tthtcd_tui.text.periods import Period


def keys(*names: str) -> Callable[[Screens], None]:
    return lambda screens: screens.press(*names)


def refused(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("1,5")
    screens.press("enter")


def wrong(screens: Screens) -> None:
    """A number the log does not bear out, classes without anybody, and a gap."""
    screens.press("4", "down")
    screens.type("3")
    screens.press("enter", *["down"] * 8)
    screens.type("0")
    screens.press("enter", "delete", "left", "up")


def met(screens: Screens) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("54")
    screens.colleague("figure/so_khu", "45")
    screens.press("enter")


def searched(screens: Screens) -> None:
    screens.press("f3")
    screens.type("may vi")


def own_item(screens: Screens) -> None:
    screens.press("3", *["down"] * 5, "enter")
    screens.type("Thư viện khu phố")
    screens.press("enter")


def reason(screens: Screens) -> None:
    screens.press("4", "down")
    screens.type("3")
    screens.press("enter", "left", "ctrl+o")


def choosing(screens: Screens) -> None:
    screens.press("f6")
    screens.type("5/3")
    screens.press("enter")
    screens.type("giao duc")


def guide(step: int) -> Callable[[Screens], None]:
    def show(screens: Screens) -> None:
        screens.press("ctrl+p")
        screens.type("huong dan")
        screens.press(*["enter"] * step)

    return show


SAMPLE: Final = {
    "overview": keys(),
    "details": keys("0", "enter"),
    "locality": keys("1", "enter"),
    "unarmed": keys("1", "2"),
    "refused": refused,
    "board": keys("2", "enter"),
    "checklist": keys("3", "enter"),
    "own-item": own_item,
    "results": keys("4", "enter"),
    "results-wrong": wrong,
    "ratings": keys("5", "enter"),
    "indicators": keys("6", "enter"),
    "paragraphs": keys("3", "enter", "enter", "enter"),
    "reason": reason,
    "conflict": met,
    "search": searched,
    "palette": keys("ctrl+p"),
    "help": keys("1", "f1"),
    "going": keys("1", "ctrl+g"),
    "log": keys("f6"),
    "log-choosing": choosing,
    "log-deleting": keys("f6", "down", "down", "delete"),
    "years": keys("end", "enter"),
    "years-deleting": keys("end", "enter", "delete"),
    "new-year": keys("end", "enter", "f4"),
    "new-centre": keys("end", "enter", "end", "enter"),
    "rename": keys("end", "enter", "down", "down", "down", "enter"),
    "guide-1": guide(1),
    "guide-2": guide(2),
}


@pytest.mark.parametrize("name", SAMPLE)
def test_at_80_by_24(screens: Screens, name: str) -> None:
    SAMPLE[name](screens)
    written = picture(screens)
    assert written == golden(f"screens/{name}-80.txt", written)


@pytest.mark.parametrize("name", ["checklist", "log"])
def test_at_120_by_40(tmp_path: Path, name: str) -> None:
    with opened(tmp_path, 120, 40) as screens:
        SAMPLE[name](screens)
        written = picture(screens)
        assert written == golden(f"screens/{name}-120.txt", written)


@pytest.mark.parametrize("name", ["overview", "results", "log"])
def test_at_40_by_10(tmp_path: Path, name: str) -> None:
    with opened(tmp_path, 40, 10) as screens:
        SAMPLE[name](screens)
        written = picture(screens)
        assert written == golden(f"screens/{name}-40.txt", written)


@pytest.mark.parametrize("name", ["overview", "results-wrong"])
def test_with_the_signs_of_every_keyboard(tmp_path: Path, name: str) -> None:
    with opened(tmp_path, ascii_only=True) as screens:
        SAMPLE[name](screens)
        written = picture(screens)
        assert written == golden(f"screens/{name}-ascii-80.txt", written)


FRESH: Final = {
    "fresh-overview": keys(),
    "fresh-locality": keys("1"),
    "fresh-board": keys("2"),
    "fresh-checklist": keys("3", "enter"),
    "fresh-results": keys("4", "enter"),
    "fresh-ratings": keys("5", "enter"),
}


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A year carried over from nothing: what a new centre sees."""
    path = tmp_path / "moi.db"
    store = Store(path)
    new_year(store, add_centre(store, "moi", "TTHTCĐ xã Mới"), Period.school_year(2021), shipped(), "lan")
    store.close()
    return path


@pytest.mark.parametrize("name", long_but(["fresh-overview", "fresh-results"], FRESH))
def test_a_year_with_nothing_filled_in(tmp_path: Path, fresh: Path, name: str) -> None:
    with opened(tmp_path, path=fresh) as screens:
        FRESH[name](screens)
        written = picture(screens)
        assert written == golden(f"screens/{name}-80.txt", written)


def test_a_year_carried_over(tmp_path: Path) -> None:
    with opened(tmp_path, path=sample_database(tmp_path)) as screens:
        screens.press("end", "enter", "f4", "enter")
        written = picture(screens)
        assert written == golden("screens/carried-overview-80.txt", written)
        screens.press("f8", "f8")
        written = picture(screens)
        assert written == golden("screens/carried-details-80.txt", written)
