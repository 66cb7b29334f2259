"""Help: the keys of the screen beneath, read and left again."""

from __future__ import annotations

from support.screens import Screens


def test_f1_opens_it_and_f1_again_leaves_it(screens: Screens) -> None:
    screens.press("1", "f1")
    assert screens.title == "TRỢ GIÚP: 1 ĐẶC ĐIỂM ĐỊA PHƯƠNG"
    screens.press("f1")
    assert screens.title == "1 ĐẶC ĐIỂM ĐỊA PHƯƠNG"
