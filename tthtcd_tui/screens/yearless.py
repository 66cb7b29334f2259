"""A screen about years, not of one: what works on the opened year has no place here."""

from __future__ import annotations

from tthtcd_tui.screens.base import BaseScreen


class YearlessScreen(BaseScreen):
    """Undo would take back something in a year nobody sees here."""

    def do_undo(self) -> None:
        self.say("Ở đây không có gì để hoàn tác. Mở năm cần sửa rồi bấm Ctrl+Z.")

    def do_redo(self) -> None:
        self.say("Ở đây không có gì để làm lại. Mở năm cần sửa rồi bấm Ctrl+Y.")

    def do_refresh_now(self) -> None:
        self.show_all()
