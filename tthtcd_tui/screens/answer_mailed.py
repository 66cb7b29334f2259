"""The answer to a submission that came by mail: who answers, why, and the file that goes back to the centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from tthtcd_tui.files.names import safe_name
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.reply import ReplyKind
from tthtcd_tui.screens.cells import headings
from tthtcd_tui.screens.file_writer import FileWriter
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.one_line import OneLine
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.upward.letterhead import letterhead
from tthtcd_tui.tasks.upward.open_register import open_register
from tthtcd_tui.tasks.upward.reply import Verdict, answer
from tthtcd_tui.text.periods import Period
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_BY, _REASON = Place("answer/by"), Place("answer/reason")
_LABELS: Final = {_BY: "Cơ quan trả lời", _REASON: "Lý do, ý kiến"}
_LABEL: Final = 24
_ACTIONS: Final = {
    ReplyKind.RETURNED: "Trả lại: làm tệp để gửi lại trung tâm",
    ReplyKind.APPROVED: "Duyệt: làm tệp để gửi lại trung tâm",
}
_FILES: Final = {ReplyKind.RETURNED: "tra-lai", ReplyKind.APPROVED: "duyet"}
_HINTS: Final = {
    _BY: "Trung tâm đọc thấy tên này. Lần sau khỏi gõ: ghi cơ quan ban hành vào the-thuc.toml.",
    _REASON: "Vì sao trả lại, hoặc ý kiến kèm khi duyệt. Trung tâm đọc thấy.",
}


class AnswerMailedScreen(NoYearScreen, SheetScreen):
    """Made anew for each."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False

    def __init__(
        self, services: Services, period: Period, code: str, name: str, answered: Callable[[str], None]
    ) -> None:
        """Of the unit `code`, called `name`; `answered` is told in words what has become of it."""
        super().__init__(services)
        self._register = open_register(None, services.store.path)
        self._period, self._code, self._unit, self._answered = period, code, name, answered
        self._lines = {_BY: OneLine(_BY, letterhead(self._register, None).issuer or ""), _REASON: OneLine(_REASON)}
        self._writer = FileWriter(self)

    @property
    def title_words(self) -> str:
        return "TRẢ LỜI BẢN NỘP"

    @property
    def where(self) -> str:
        return self._unit

    def rows(self) -> Iterator[SheetRow]:
        width = self.size.width or 80
        yield from headings(f"Báo cáo {self._period.title} của {self._unit}", width)
        for place, line in self._lines.items():
            yield SheetRow(RowKind.CELLS, _LABELS[place], (line.cell(width, _LABEL),))
        for kind, words in _ACTIONS.items():  # a reason is mostly one to send it back: there Enter leads next
            finishes = kind is ReplyKind.RETURNED
            yield SheetRow(RowKind.FINISH if finishes else RowKind.ACTION, words, action=kind.value)

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        """It is of the moment: what was not answered says nothing."""
        yield from ()

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        for cell in cells:
            if problem := self._lines[cell[0]].enter([cell]):
                return problem
        self.reload()
        return None

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def acted(self, row: SheetRow) -> None:
        kind = ReplyKind(row.action)
        if not self._lines[_BY].text:
            self.say("Chưa ghi cơ quan trả lời: trung tâm cần biết ai trả lời. Ghi ở ô trên cùng.", wrong=True)
        elif kind is ReplyKind.RETURNED and not self._lines[_REASON].text:
            self.say("Trả lại bản nộp phải có lý do. Hãy ghi lý do.", wrong=True)
        else:
            name = safe_name(f"{_FILES[kind]}-{self._code}-{self._period.label}", ".json")
            self._writer.write(name, partial(self._answer, kind))

    def _answer(self, kind: ReplyKind, path: Path, overwrite: bool) -> None:
        verdict = Verdict(kind, self._lines[_REASON].text, self._lines[_BY].text)
        who = self.services.user
        reply = answer(self._register, self._period, self._code, verdict, who, path, overwrite=overwrite)
        self.navigator.back()
        self._answered(f"Đã {kind.words} bản chốt {reply.version} của {self._unit}. Hãy gửi trung tâm tệp {path}")

    def hint(self) -> Message:
        row, place = self.sheet.row, self.sheet.place
        if self.sheet.error:
            return Message(self.sheet.error, wrong=True)
        if place is not None:
            return Message(_HINTS[place])
        is_action = row is not None and bool(row.action)
        return Message("Enter: ghi vào sổ tiếp nhận và làm tệp .json để gửi lại trung tâm." if is_action else "")
