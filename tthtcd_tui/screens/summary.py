"""The rich summary of the year, as `tthtcd summary` prints it; F9 goes on to the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.tasks.summarise import summarised
from tthtcd_tui.widgets.look import ASCII
from tthtcd_tui.widgets.reader import Passage


class SummaryScreen(ReadingScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "escape", "f1", "ctrl+q")

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
            ascii_only=self.owner.glyphs == ASCII,
        )
        return [Passage(line) for line in lines]

    def say_of(self, passage: Passage) -> None:  # noqa: ARG002 -- no line of it is of one place
        self.say("Mũi tên, PgDn để đọc. F8 đến chỗ cần sửa; F9 xem trước văn bản.")
