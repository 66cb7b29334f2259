"""Somebody who comes, goes without a word while something is being typed, and comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.recover import RecoverScreen
from tthtcd_tui.screens.sheet_screen import SheetScreen

PEOPLE = "figure/dan_so"
PROSE = "narrative/ket_qua"


class Person:
    """Somebody who comes, goes without a word, and comes back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = sample_database(folder)

    @contextmanager
    def at_screens(self) -> Iterator[Screens]:
        with opened(self.folder, path=self.path, drafts=self.folder / "chua-luu") as screens:
            yield screens

    def dropped_while(self, typing: Callable[[Screens], object]) -> None:
        with self.at_screens() as screens:
            typing(screens)

    @property
    def files(self) -> list[Path]:
        """Drafts that are left. Whoever was quick never had one, nor a folder for it."""
        return list((self.folder / "chua-luu").glob("*"))


def in_people(text: str) -> Callable[[Screens], None]:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.AtPlace(Place(PEOPLE))))
        screens.type(text)

    return typing


def in_prose(text: str) -> Callable[[Screens], None]:
    def typing(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(PROSE))))
        screens.paste(text)

    return typing


def begin_activity(screens: Screens) -> None:
    """Leaves the log with a line that is not whole."""
    screens.press("f6", "tab", "tab")
    screens.type("Nói chuyện về Luật")
    screens.press("enter", "escape", "escape")
    assert isinstance(screens.screen, OverviewScreen), screens.text


def command(screens: Screens, words: str) -> None:
    screens.press("ctrl+g", "9")
    screens.type(words)
    screens.press("enter")


def offer(screens: Screens) -> str:
    screens.pause()
    assert isinstance(screens.screen, RecoverScreen), screens.text
    return screens.text


def typed_in_cell(screens: Screens) -> str | None:
    screen = screens.screen
    assert isinstance(screen, SheetScreen)
    return screen.sheet.typing
