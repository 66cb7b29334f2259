"""What was thrown away unsaved in the last days: a list to go on from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from tthtcd_tui.screens.finder import FinderScreen
from tthtcd_tui.screens.recover import go_on
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.recover import RecoveryAction, RecoveryItem, moment
from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry

_MOST_SHOWN: Final = 200
"""Letters of a text that a line may have room for."""


class DiscardedScreen(FinderScreen):
    """Made anew for each; what is listed is nobody else's meanwhile."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._items = services.drafts.discarded()

    @property
    def title_words(self) -> str:
        return "PHẦN ĐANG GÕ ĐÃ BỎ TRONG 7 NGÀY"

    def on_unmount(self) -> None:
        self.services.drafts.leave_discarded()

    def found(self, query: str) -> Sequence[Entry]:
        words = query.split()
        lines = [(number, *_told(item)) for number, item in enumerate(self._items)]
        return [
            Entry(str(number), self._line(label, text))
            for number, label, text in lines
            if all(word in fold(f"{label} {text}") for word in words)
        ]

    def _line(self, label: str, text: str) -> Line:
        width = self.menu.size.width or 80
        room, more = max(width // 2 - 2, 1), self.services.glyphs.more
        return ((f" {fit(label, room, more)} ", PLAIN), (fit(text, max(width - room - 3, 1), more), QUIET))

    def hint(self) -> Message:
        if not self._items:
            return Message("Trong 7 ngày qua chưa bỏ phần đang gõ nào. Esc để quay lại.")
        return super().hint()._replace(text="Enter đưa về chỗ đang gõ, chưa lưu. Gõ vài chữ để lọc; Esc để quay lại.")

    def chosen(self, key: str) -> None:
        item = self._items[int(key)]
        if item.way is RecoveryAction.NOWHERE:
            self.announce(f"Chỗ này không còn. Nội dung: {_told(item)[1]}", warn=True)
        elif go_on(self.services, item):
            self.services.drafts.take_discarded(item)


def _told(item: RecoveryItem) -> tuple[str, str]:
    """When and where it was typed, and what."""
    label = item.labels.get(item.place) or "Trung tâm, năm mới"
    text = " · ".join(item.read(place)[:_MOST_SHOWN] for place in item.cells)
    return f"{moment(item.draft.at, datetime.now(UTC))} {label}", "".join(c if c.isprintable() else " " for c in text)
