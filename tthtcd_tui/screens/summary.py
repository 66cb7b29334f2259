"""The rich summary of the year, as `tthtcd summary` prints it; F9 goes on to the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.tasks.transfer.summarise import summarised
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import ASCII


class SummaryScreen(ReadingScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "escape", "f1", "ctrl+g", "ctrl+q")

    @property
    def title_words(self) -> str:
        return f"{len(self.session.form.screens) + 1} TỔNG HỢP"

    def passages(self, width: int) -> Sequence[Passage]:
        session = self.session
        lines = summarised(
            session.form,
            session.facts,
            session.findings,
            session.previous,
            width=width,
            ascii_only=self.services.glyphs == ASCII,
            others=session.material.earlier,
        )
        return [Passage(line) for line in lines]

    def hint_of(self, passage: Passage) -> Message:  # noqa: ARG002 -- no line of it is of one place
        return Message("Mũi tên, PgDn để đọc. F8 đến chỗ cần sửa; F9 xem trước văn bản.")
