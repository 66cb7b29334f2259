"""Who else is at the year stands on the overview; and the others are told where one is."""

from __future__ import annotations

from support.screens import USER, Screens

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place


def look(screens: Screens) -> None:
    """What the program does by itself every few seconds."""
    screens.do(lambda app: app.presence.poll())


def test_a_colleague_is_seen_on_the_overview_until_they_leave(screens: Screens) -> None:
    look(screens)
    assert screens.message == "Bấm số để mở một mục; Enter mở dòng đang chọn; F8 đến chỗ còn thiếu."
    colleague = Store(screens.store.path)
    colleague.presence.announce(screens.year.report_id, "canbo2", Place("board"))
    look(screens)
    assert screens.message.startswith("canbo2 đang sửa Ban Giám đốc · ")
    colleague.presence.leave(screens.year.report_id, "canbo2")
    colleague.close()
    look(screens)
    assert "canbo2" not in screens.text


def test_the_others_are_told_where_one_is_and_that_one_has_left(screens: Screens) -> None:
    screens.press("2")
    look(screens)
    (present,) = screens.store.presence.present(screens.year.report_id)
    assert present.user == USER
    assert present.place is not None
    assert present.place.kind == "board"
    screens.do(lambda app: app.navigator.close_year())
    assert screens.store.presence.present(screens.year.report_id) == []
