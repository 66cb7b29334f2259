"""The report as it will read, in the very words of the DOCX. Tab goes from gap to gap, Enter to the cell of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import ClassVar

from tthtcd_tui.report.compose.document import appendix_parts, parts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import left_to_hand
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.preview_lines import flow
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.found_words import located
from tthtcd_tui.widgets.bars import Message, hint_lines
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.fit import first_that_fits
from tthtcd_tui.widgets.flow import Flow, Passage
from tthtcd_tui.widgets.look import BAD, PLAIN, QUIET, WARN


class PreviewScreen(ReadingScreen):
    """A draft as long as there are errors, else the report as it can be signed. Written as far as it is read."""

    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "f3", "escape", "f1", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._missing = 0
        self._by_hand: Sequence[Place] = ()
        """What stands open and may be written once it is signed."""
        self._findings: Mapping[Place, Sequence[Finding]] = {}
        """What is wrong, errors first; what is about a text as a whole has no words."""
        self._wanted: Place | None = None
        """Where the cursor is to stand once there is a text."""

    @property
    def title_words(self) -> str:
        return "XEM TRƯỚC"

    @property
    def aside(self) -> str:
        tally = self.session.tally
        gaps = self._gaps()
        errors = f" · {tally.errors} lỗi" if tally.errors else ""
        return f"dự thảo · {gaps}{errors} " if tally.forbids_issue else f"bản chính thức · {gaps} "

    def _gaps(self) -> str:
        """What Tab goes to, and whether that keeps the report from being issued."""
        count = self._missing + len(self._by_hand)
        if count and not self._missing:
            return f"{', '.join(label_at(self.session.form, place) for place in self._by_hand)} ghi tay được"
        return f"{count} chỗ trống" if count else "không còn chỗ trống"

    def key_line(self) -> list[tuple[str, str]]:
        gaps = [("Tab", "Chỗ trống")] if self._missing or self._by_hand else []
        keys = [("F9", "Xuất tệp"), *gaps, ("Enter", "Đến ô nhập"), ("→", "Mục sau")]
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("F9", "xuất tệp"),
            ("Tab", "chỗ trống sau; Shift+Tab: trước"),
            ("Enter", "đến ô nhập của dòng này; Esc ở đó để về lại đây"),
            ("→ ←", "mục sau, mục trước"),
        ]
        return [*own, *(line for line in super().help_lines() if line[0] != "F9")]

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
        self._missing = sum(len(need.missing) for need in session.requirements)
        self._by_hand = left_to_hand(session.form, session.facts)
        self._findings = located(session)
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
        if passage.is_gap and passage.place in self._by_hand:
            return f"{glyphs.empty} ", QUIET
        return (f"{glyphs.missing} ", WARN) if passage.is_gap else ("  ", PLAIN)

    def _finding(self, passage: Passage) -> Finding | None:
        return next(iter(self._found(passage)), None)

    def _found(self, passage: Passage) -> list[Finding]:
        """What is wrong with a sentence of the line, a place of it, or the row of one; errors first."""
        places = dict.fromkeys([passage.place, *sorted(passage.places)]) if passage.place else {}
        at_places = dict.fromkeys(at for place in places if place for at in (place, place.parent))
        found = [finding for at in at_places for finding in self._findings.get(at, ()) if _is_here(finding, passage)]
        return sorted(found, key=lambda finding: finding.severity)

    def hint_of(self, passage: Passage) -> Message:
        label = label_at(self.session.form, passage.place) if passage.place else ""
        found = self._found(passage)
        if found:
            finding = found[0]
            more = f" Dòng này còn {len(found) - 1} điều nữa." if found[1:] else ""
            words = f"{finding.level.value}: {finding.told}"
            told = (f"{words}{more} Enter để đến ô nhập.", f"{words}{more}", words)
            room = (self.size.width or 80) - 1
            said = first_that_fits(told, room, hint_lines(self.app.size))
            return Message(said, finding.is_error, not finding.is_error)
        if passage.is_gap and passage.place in self._by_hand:
            return Message(f"{label} còn trống: Enter để nhập, hoặc ghi tay sau khi ký.")
        if passage.is_gap:
            return Message(f"Còn trống: {label}. Enter để đến ô nhập; Tab sang chỗ trống sau.", warn=True)
        if label:
            return Message(f"{label}. Enter để đến ô nhập, Esc ở đó để về lại đây.")
        gaps = "Tab đến chỗ còn trống; " if self._missing or self._by_hand else ""
        return Message(f"Mũi tên, PgDn để đọc; {gaps}→ mục sau; Enter đến ô nhập của dòng này; F9 để xuất tệp.")

    def do_preview(self) -> None:
        """F9 goes on: what has been read can be exported."""
        self.navigator.show(registry.EXPORT.name)


def _is_here(finding: Finding, passage: Passage) -> bool:
    """Whether the line has words of the sentence that it is about."""
    words = finding.words.casefold()
    return not words or any(words in sentence.casefold() for sentence in passage.sentences)
