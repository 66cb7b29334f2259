"""At the numbers of an activity: the row of the report they go into, as it will be printed."""

from __future__ import annotations

from support.screens import Screens


def test_the_row_that_an_activity_is_counted_in_is_in_sight(log: Screens) -> None:
    for text in ("5/3", "2", "Dạy may"):
        log.type(text)
        log.press("enter")
    assert log.message.startswith("Sẽ in: 2 · Học nghề ngắn hạn · 2 · 540.")
    log.type("3")
    assert log.message.startswith("Sẽ in: 2 · Học nghề ngắn hạn · 5 · 540.")
    log.press("shift+tab", "shift+tab")
    log.type("31")
    log.press("enter", "enter")
    assert log.message.startswith("Không in từ nhật ký: dòng này của bảng kết quả dùng số nhập tay.")
