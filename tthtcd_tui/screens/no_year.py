"""A screen about years, not of one: what works on the opened year has no place here."""

from __future__ import annotations

from typing import Any, ClassVar

from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.commands import Command
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting


class NoYearScreen(BaseScreen):
    """Undo would take back something in a year nobody sees here; only what was thrown away here comes back."""

    IS_OF_YEAR: ClassVar[bool] = False

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._sitting = Sitting()

    @property
    def sitting(self) -> Sitting:
        return self._sitting

    def has_command(self, command: Command) -> bool:
        return command.name not in ("undo", "redo") and super().has_command(command)

    def do_undo(self) -> None:
        latest = self.sitting.latest
        if isinstance(latest, Discarded):
            self.sitting.took_back(latest)
            self.restore(latest)
        else:
            self.say("Ở đây không có gì để hoàn tác. Mở năm cần sửa rồi bấm Ctrl+Z.")

    def do_redo(self) -> None:
        self.say("Ở đây không có gì để làm lại. Mở năm cần sửa rồi bấm Ctrl+Y.")

    def do_refresh_now(self) -> None:
        if self.finish_cell():
            self.show_all()
