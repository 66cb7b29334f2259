"""The report as it will read, in the very words of the DOCX. Tab goes from gap to gap, Enter to the cell of one."""

from __future__ import annotations

from itertools import chain
from typing import ClassVar

from tthtcd_tui.report.compose.document import appendix_parts, parts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.preview_lines import flow
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.flow import Flow, Passage
from tthtcd_tui.widgets.look import BAD, PLAIN, WARN


class PreviewScreen(ReadingScreen):
    """A draft as long as there are errors, else the report as it can be signed. Written as far as it is read."""

    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "f3", "escape", "f1", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._gaps = 0
        self._findings: dict[Place, Finding] = {}
        self._wanted: Place | None = None
        """Where the cursor is to stand once there is a text."""

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
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]

    def arrive(self, destination: to.Kept) -> None:
        if isinstance(destination, to.Preview):
            self._wanted = destination.place
            if self.is_ready:
                self._go_to_wanted()

    def reload(self) -> None:
        super().reload()
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and (self.reader.go_to(wanted) or self.reader.go_to(wanted.parent)):
            self.say_hint()

    def passages(self, width: int) -> Flow:
        session = self.session
        self._gaps = sum(len(need.missing) for need in session.requirements)
        self._findings = {f.place: f for f in reversed(session.findings) if f.is_open and not f.is_missing}
        written = chain(
            parts(session.form, session.facts), appendix_parts(session.form, session.facts, session.material)
        )
        blocks = chain.from_iterable(part.blocks() for part in written)
        return flow(blocks, width - 1, draft=session.tally.forbids_issue)

    def mark(self, passage: Passage) -> Span:
        """The sign of what is wrong in a line, as before a row of a sheet."""
        glyphs = self.services.glyphs
        finding = self._finding(passage)
        if finding is not None:
            return (f"{glyphs.failed} ", BAD) if finding.is_error else (f"{glyphs.warned} ", WARN)
        return (f"{glyphs.missing} ", WARN) if passage.is_gap else ("  ", PLAIN)

    def _finding(self, passage: Passage) -> Finding | None:
        """What is wrong with a place of the line, or with the row of one."""
        places = [passage.place, *sorted(passage.places)] if passage.place else []
        found = (self._findings.get(at) for place in places if place for at in (place, place.parent))
        return next(filter(None, found), None)

    def hint_of(self, passage: Passage) -> Message:
        label = label_at(self.session.form, passage.place) if passage.place else ""
        finding = self._finding(passage)
        if finding is not None:
            word = "Lỗi" if finding.is_error else "Cảnh báo"
            return Message(f"{word}: {finding.message} Enter để đến ô nhập.", finding.is_error, not finding.is_error)
        if passage.is_gap:
            return Message(f"Còn trống: {label}. Enter để đến ô nhập; Tab sang chỗ trống sau.", warn=True)
        if label:
            return Message(f"{label}. Enter để đến ô nhập, Esc ở đó để về lại đây.")
        gaps = "Tab đến chỗ còn trống; " if self._gaps else ""
        return Message(f"Mũi tên, PgDn để đọc; {gaps}→ mục sau; Enter đến ô nhập của dòng này; F9 để xuất tệp.")

    def do_preview(self) -> None:
        """F9 goes on: what has been read can be exported."""
        self.navigator.show(registry.EXPORT.name)
