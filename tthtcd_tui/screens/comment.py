"""What is asked and answered at one cell: what was said so far, a line to say more, and settling it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from tthtcd_tui.models.comments import Thread
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import comment_at
from tthtcd_tui.screens.cells import headings
from tthtcd_tui.screens.one_line import OneLine
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.typed_before import TypedBefore
from tthtcd_tui.tasks.upward.comment import people_of, remarks, say
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_MARGIN: Final = 10
_BESIDE: Final = 18
"""Cells of the label before the line, and around it."""
_SETTLE: Final = "settle"


class CommentScreen(SheetScreen):
    """Made anew for each."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False

    def __init__(self, services: Services, subject: Place, typed: str | None = None) -> None:
        """`typed` is what stood in the line when a line dropped."""
        super().__init__(services)
        self._before = TypedBefore(self.sheet, typed)
        self._subject = subject
        self._line = OneLine(comment_at(subject))

    @property
    def title_words(self) -> str:
        return "GÓP Ý, TRẢ LỜI"

    @property
    def _thread(self) -> Thread | None:
        """What is open here."""
        return next((each for each in self.session.threads if each.place == self._subject), None)

    def rows(self) -> Iterator[SheetRow]:
        width = self.size.width or 80
        yield from headings(label_at(self.session.form, self._subject), width)
        thread = self._thread
        people = people_of(self.session.store, self.session.year, [thread]) if thread else {}
        for words in remarks(thread, people) if thread else ():
            yield from (SheetRow(RowKind.TEXT, f" {line}") for line in wrap(words, max(width - _MARGIN, 20)))
        yield SheetRow(RowKind.CELLS, "Trả lời" if thread else "Góp ý", (self._line.cell(width, _BESIDE),))
        if thread:
            yield SheetRow(RowKind.ACTION, "Khép góp ý: đã xong", action=_SETTLE)

    def hint(self) -> Message:
        if self.sheet.error:
            return Message(self.sheet.error, wrong=True)
        if self.sheet.cell is None:
            return Message("Enter: khép góp ý. Người nêu góp ý, hoặc cấp trên, mới khép được.")
        what = "câu trả lời" if self._thread else "góp ý"
        return Message(f"Gõ {what} rồi Enter; Esc để quay lại. Còn góp ý chưa khép thì chưa duyệt được.")

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        """Kept if the line drops, though nothing of it is the report's."""
        if self._before.typing is not None:
            yield self._line.place, self._before.typing

    def reload(self) -> None:
        super().reload()
        self._before.take_up()

    def draft_place(self, place: Place) -> Place | None:
        return place

    def take(self, key: str, character: str | None) -> bool:
        if key != "enter" or self.sheet.cell is None:
            return super().take(key, character)
        what = "câu trả lời" if self._thread else "góp ý"
        if self.sheet.leave() and self._line.text:
            self._done(f"Đã ghi {what}.")
        return True

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        problem = self._line.enter(cells)
        if problem is None and self._line.text:
            say(self.session.store, self.session.year, self._subject, self._line.text, self.session.user)
        return problem

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def acted(self, row: SheetRow) -> None:
        if row.action == _SETTLE:
            self.session.store.comments.settle(self.session.year.report_id, self._subject, self.session.user)
            self._done("Đã khép góp ý.")

    def _done(self, words: str) -> None:
        """Back to where one was."""
        self.session.refresh()
        self.navigator.back()
        self.navigator.set_greeting(words)
