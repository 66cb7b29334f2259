"""Two people changed the same place: both values, and a person chooses."""

from __future__ import annotations

from textual.widget import Widget

from tthtcd_tui.report.fields import label_at
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.tasks.edit_cells import shown
from tthtcd_tui.tasks.session import Met
from tthtcd_tui.tasks.show_history import HOUR_OF_VIETNAM
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import PLAIN, STRONG


class ConflictScreen(BaseScreen):
    """Asks until it is answered: keep mine, use theirs, or later."""

    KEYS = ("f1", "ctrl+q")

    def __init__(self, met: Met) -> None:
        super().__init__()
        self._met = met
        self._canvas = Canvas()

    @property
    def title_words(self) -> str:
        return "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"

    def body(self) -> Widget:
        return self._canvas

    def reload(self) -> None:
        form = self.session.form
        lines: list[Line] = []
        for conflict in self._met.conflicts:
            at = conflict.at.astimezone(HOUR_OF_VIETNAM)
            theirs, ours = (shown(form, conflict.place, content) for content in (conflict.theirs, conflict.ours))
            words = (
                f"{label_at(form, conflict.place)}. Lúc {at:%H:%M} {conflict.user} đã sửa ô này thành {theirs};"
                f" bạn nhập {ours}."
            )
            lines += [((line, PLAIN),) for line in wrap(words, (self.size.width or 80) - 2)]
            lines.append(())
        lines.append((("1 Giữ của tôi · 2 Dùng của đồng nghiệp · 3 Để sau", STRONG),))
        self._canvas.paint(lines)
        self.say("“Để sau”: giá trị của đồng nghiệp ở lại, giá trị bạn gõ vẫn còn trong ô đang nhập.")

    def take(self, key: str, character: str | None) -> bool:
        if character == "1":
            self.owner.go_back()
            self.owner.note(self.session.keep_mine(self._met))
        elif character == "2":
            self.session.use_theirs()
            self.owner.drop_typing()
            self.owner.go_back()
        elif character == "3" or key == "escape":
            self.owner.go_back()
        else:
            return False
        return True
