"""Two people changed the same place: both values, and a person chooses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.widget import Widget

from tthtcd_tui.forms.read import typed
from tthtcd_tui.models.writing import Conflict
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.tasks.edit_cells import shown
from tthtcd_tui.tasks.session import Met
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import PLAIN, STRONG

_LONGEST_IN_CHOICE: Final = 20
_LINES_OF_A_VALUE: Final = 4


class ConflictScreen(BaseScreen):
    """Asks until it is answered: keep mine, use theirs, of paragraphs keep both, or later."""

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
        """The choice comes last and is always there: of long texts, and of many places, the beginning is shown."""
        room = (self._canvas.size.height or 19) - 3
        lines: list[Line] = []
        for number, conflict in enumerate(self._met.conflicts):
            told = self._told(conflict)
            if lines and len(lines) + len(told) > room:
                lines.append(((f"… và {len(self._met.conflicts) - number} chỗ khác.", PLAIN),))
                break
            lines += told
        self._canvas.paint([*lines[: max(room, 1)], (), ((self._choices(), STRONG),)])
        if self._offers_both:
            self.say("3 Giữ cả hai: chỗ khác nhau thì lời của đồng nghiệp trước, của bạn sau. 4 Để sau: chưa lưu gì.")
        else:
            self.say("3 Để sau: giá trị của đồng nghiệp ở lại, phần bạn đang gõ dở vẫn còn trong ô.")

    @property
    def _offers_both(self) -> bool:
        """Two texts can stand one after the other; two numbers cannot."""
        return self.session.can_keep_both(self._met)

    @property
    def _later(self) -> str:
        return "4" if self._offers_both else "3"

    def _told(self, conflict: Conflict) -> list[Line]:
        theirs, ours = self._values(conflict)
        at = f"{conflict.at.astimezone(HOUR_OF_VIETNAM):%H:%M}"
        told = [f"{label_at(self.session.form, conflict.place)}."]
        if max(len(theirs), len(ours)) <= _LONGEST_IN_CHOICE:
            told[0] += f" Lúc {at} {conflict.user} đã sửa ô này thành {theirs}; bạn nhập {ours}."
        else:
            told += [f"Lúc {at} {conflict.user} đã sửa thành: {theirs}", f"Bạn nhập: {ours}"]
        width = (self._canvas.size.width or 80) - 2
        lines = [line for words in told for line in _beginning(wrap(words, width))]
        return [((f" {line}", PLAIN),) for line in lines]

    def _choices(self) -> str:
        """With the values themselves, where they are two and short."""
        theirs, ours = self._values(self._met.conflicts[0])
        if self._offers_both or len(self._met.conflicts) > 1 or max(len(theirs), len(ours)) > _LONGEST_IN_CHOICE:
            theirs, ours = "của đồng nghiệp", "của tôi"
        both = " · 3 Giữ cả hai" if self._offers_both else ""
        return f" 1 Giữ {ours} · 2 Dùng {theirs}{both} · {self._later} Để sau"

    def _values(self, conflict: Conflict) -> tuple[str, str]:
        form = self.session.form
        return shown(form, conflict.place, conflict.theirs), shown(form, conflict.place, conflict.ours)

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        """What waits for the choice may stand in no cell: a paste does not."""
        for edit in self._met.edits:
            field = field_at(self.session.form, edit.place)
            if field is not None and edit.place.kind != "carried" and not isinstance(edit.after, Activity):
                yield edit.place, typed(field, edit.after)

    def take(self, key: str, character: str | None) -> bool:
        if character == "1":
            self.owner.end_conflict(self.session.keep_mine(self._met), "Đã giữ giá trị của bạn.")
        elif character == "2":
            self.owner.end_conflict(self.session.use_theirs(self._met), "Đã dùng giá trị của đồng nghiệp.")
        elif character == "3" and self._offers_both:
            self.owner.end_conflict(self.session.keep_both(self._met), "Đã giữ cả hai. Hãy đọc lại rồi bỏ phần thừa.")
        elif character == self._later or key == "escape":
            self.owner.end_conflict(None, "Chưa lưu: giá trị của đồng nghiệp đang ở đó. Lưu lại thì được hỏi lần nữa.")
        else:
            return False
        return True


def _beginning(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _LINES_OF_A_VALUE else [*lines[: _LINES_OF_A_VALUE - 1], "…"]
