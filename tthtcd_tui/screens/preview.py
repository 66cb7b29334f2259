"""The report as it will read, in the very words of the DOCX. Tab goes from gap to gap, Enter to the cell of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.screens.preview_lines import preview
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.widgets.reader import Passage


class PreviewScreen(ReadingScreen):
    """A draft as long as there are errors, else the report as it can be signed."""

    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "f3", "escape", "f1", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self._gaps = 0

    @property
    def title_words(self) -> str:
        return "XEM TRƯỚC"

    @property
    def aside(self) -> str:
        tally = self.session.tally
        gaps = f"{self._gaps} chỗ trống" if self._gaps else "không còn chỗ trống"
        errors = f" · {tally.errors} lỗi" if tally.errors else ""
        return f"dự thảo · {gaps}{errors} " if tally.forbids_issue else f"bản chính thức · {gaps} "

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("F9", "Xuất tệp"), ("Tab", "Chỗ trống"), ("Enter", "Đến ô nhập"), ("→", "Mục sau")]
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def passages(self, width: int) -> Sequence[Passage]:
        is_draft = self.session.tally.forbids_issue
        passages = preview(compose(self.session.form, self.session.facts, is_draft), width)
        self._gaps = sum(passage.is_gap for passage in passages)
        return passages

    def say_of(self, passage: Passage) -> None:
        label = label_at(self.session.form, passage.place) if passage.place else ""
        if passage.is_gap:
            self.say(f"Còn trống: {label}. Enter để đến ô nhập; Tab sang chỗ trống sau.", warn=True)
        elif label:
            self.say(f"{label}. Enter để đến ô nhập.")
        else:
            gaps = "Tab đến chỗ còn trống; " if self._gaps else ""
            self.say(f"Mũi tên, PgDn để đọc; {gaps}→ mục sau; Enter đến ô nhập của dòng này; F9 để xuất tệp.")

    def do_preview(self) -> None:
        """F9 goes on: what has been read can be exported."""
        self.owner.open_named("export")
