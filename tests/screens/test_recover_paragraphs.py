"""Coming back after a dropped line to prose: what was typed stands in its editor, above or with a colleague's."""

from __future__ import annotations

import pytest
from support.dropped import PROSE, Person, in_prose, offer
from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.paragraphs import ParagraphsScreen


def test_of_prose_what_is_not_saved_is_shown_with_its_links_as_they_read(person: Person) -> None:
    def add(screens: Screens) -> None:
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place("checklist/noi_quy/statement"))))
        assert "Nội quy và quy chế" in screens.text
        screens.press("ctrl+end", "enter")
        screens.type("Dân số {dan_so} người.")

    person.dropped_while(add)
    with person.at_screens() as screens:
        told = offer(screens)
        assert "{" not in told
        assert "Dân số trên 40.000 người." in told, told
        assert "Nội quy và quy chế" not in told, "it stands in the report already"


def test_prose_goes_on_in_its_editor(person: Person) -> None:
    person.dropped_while(in_prose("Đã mở ba lớp\nxóa mù"))
    with person.at_screens() as screens:
        assert "Đã mở ba lớp\n   xóa mù\n" in offer(screens)
        screens.press("enter")
        assert isinstance(screens.screen, ParagraphsScreen)
        assert "Đã khôi phục" in screens.message
        screens.type(" chữ")
        screens.press("f2")
        assert screens.stored(PROSE) == "Đã mở ba lớp\nxóa mù chữ"
    assert person.files == []


@pytest.mark.long
def test_prose_that_a_colleague_changed_stands_above_mine(person: Person) -> None:
    person.dropped_while(in_prose("Đã mở ba lớp"))
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PROSE, "Đã mở bốn lớp")
    with person.at_screens() as screens:
        screens.press("enter")
        assert isinstance(screens.screen, ParagraphsScreen)
        assert screens.screen.editor.written == "Đã mở bốn lớp\nĐã mở ba lớp"
        assert "canbo2 đã sửa chỗ này" in screens.message
        assert screens.stored(PROSE) == "Đã mở bốn lớp"
        screens.press("f2")
        assert screens.stored(PROSE) == "Đã mở bốn lớp\nĐã mở ba lớp"


@pytest.mark.long
def test_of_a_text_that_both_changed_what_they_share_stands_there_once(person: Person) -> None:
    def typing(screens: Screens) -> None:
        screens.colleague(PROSE, "Mở đầu\nKết thúc")
        screens.press("f5")
        screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(PROSE))))
        screens.type(" của tôi")

    person.dropped_while(typing)
    with person.at_screens() as screens:
        screens.press("escape")
        screens.colleague(PROSE, "Mở đầu\nKết thúc của họ")
    with person.at_screens() as screens:
        screens.press("enter")
        assert isinstance(screens.screen, ParagraphsScreen)
        assert screens.screen.editor.written == "Mở đầu\nKết thúc của họ\nKết thúc của tôi"
