"""The editor of paragraphs: opened at a place, and what stands in it."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.paragraphs import ParagraphsScreen
from tthtcd_tui.widgets.prose_editor import ProseEditor

PLACE = "narrative/ban_giam_doc"
EMPTY = "narrative/ket_qua"


def opened_at(screens: Screens, place: str, text: str = "") -> Screens:
    """The editor of `place`, in which `text` stands."""
    if text:
        screens.colleague(place, text)
        screens.press("f5")
    screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(place))))
    return screens


def widget(screens: Screens) -> ProseEditor:
    assert isinstance(screens.screen, ParagraphsScreen)
    return screens.screen.editor


def editor(screens: Screens) -> str:
    return widget(screens).written


def command(screens: Screens, words: str) -> None:
    """A command by its words, in the list that Ctrl+G 9 opens."""
    screens.press("ctrl+g", "9")
    screens.type(words)
    screens.press("enter")
