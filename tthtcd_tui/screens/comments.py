"""All that was asked and answered in the report, the open ones first; Enter goes to the cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final

from tthtcd_tui.models.comments import Thread
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.tasks.upward.comment import people_of, remarks, state_of
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import GOOD, PLAIN, QUIET, STRONG, WARN

_INDENT: Final = "    "


class CommentsScreen(ReadingScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f8", "f5", "escape", "f1", "ctrl+g", "ctrl+q")

    @property
    def title_words(self) -> str:
        return "GÓP Ý, TRẢ LỜI"

    def passages(self, width: int) -> Sequence[Passage]:
        session = self.session
        found = sorted(session.store.comments.of(session.year.report_id), key=lambda thread: not thread.is_open)
        people = people_of(session.store, session.year, found)
        passages = [passage for thread in found for passage in self._told(thread, people, width)]
        return passages or [Passage((("Chưa có góp ý nào.", PLAIN),))]

    def _told(self, thread: Thread, people: Mapping[str, str], width: int) -> Iterator[Passage]:
        label = label_at(self.session.form, thread.place) or thread.place
        style = GOOD if not thread.is_open else PLAIN if thread.is_answered else WARN
        yield Passage(((label, STRONG), (f"  {state_of(thread)}", style)), thread.place, is_start=True)
        for words in remarks(thread, people):
            for line in wrap(words, max(width - len(_INDENT), 1)):
                yield Passage(((_INDENT + line, PLAIN if thread.is_open else QUIET),), thread.place)

    def hint_of(self, passage: Passage) -> Message:
        if passage.place is None:
            return Message("Góp ý ở một ô: đưa con trỏ vào ô ấy, Ctrl+P, gõ “góp ý”, Enter.")
        return Message("Enter đến ô này; ở đó Ctrl+P, gõ “góp ý” để trả lời hoặc khép.")
