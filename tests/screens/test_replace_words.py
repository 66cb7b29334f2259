"""Words replaced in the whole report: what is asked stands above the list of where it was found."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.screens import destinations as to


def test_the_list_stands_below_the_two_words(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.ReplaceWords("phường", "xã")))
    assert screens.lines[1].startswith("THAY TRONG CẢ BÁO CÁO")
    query, replacement, *listed = screens.lines[2:-3]
    assert ("phường" in query, "xã" in replacement) == (True, True), screens.text
    assert sum("phường" in line.lower() for line in listed) > 5, screens.text
