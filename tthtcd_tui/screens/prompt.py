"""One line asked for: why what looks wrong is right. Enter saves it and goes back, Esc saves it and stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.cells import headings
from tthtcd_tui.screens.choice import Answer, Choice
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.typed_before import TypedBefore
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.doubts import ChangeSentence


class PromptScreen(SheetScreen):
    """A reason, asked for by itself below what it is to explain: a sheet of one row."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO = False

    def __init__(self, services: Services, subject: Place, typed: str | None = None) -> None:
        """`subject` is what the reason is for; `typed` is what stood there when a line dropped."""
        super().__init__(services)
        self._subject = subject
        self._place = Place.of(PlaceKind.REASON, subject)
        self._before = TypedBefore(self.sheet, typed)

    @property
    def title_words(self) -> str:
        return label_at(self.session.form, self._place).upper()

    def rows(self) -> list[SheetRow]:
        field = field_at(self.session.form, self._place)
        raw = typed(field, self.session.facts.answers.get(self._place, UNANSWERED)) if field else ""
        width = max((self.size.width or 80) - 10, 20)
        cell = Cell(self._place, raw, raw, width)
        lines = [line for finding in self._told() for line in wrap(finding.told, width)]
        explained = [SheetRow(RowKind.TEXT, f" {line}") for line in lines]
        label = label_at(self.session.form, self._subject)
        question = f"Ghi chú: {label}" if self._is_in_vain() else f"Vì sao số liệu này đúng? {label}"
        return [*headings(question, self.size.width or 80), *explained, SheetRow(RowKind.CELLS, "", (cell,))]

    def _told(self) -> list[Finding]:
        return [finding for finding in self.session.findings if finding.place == self._subject]

    def _is_in_vain(self) -> bool:
        """Whether what is wrong is nothing that a reason settles: something is missing, or cannot be."""
        told = self._told()
        return bool(told) and all(finding.severity is Severity.ERROR for finding in told)

    def hint(self) -> Message:
        if self.sheet.error:
            return super().hint()
        if self._is_in_vain():
            return Message("Lý do không thay được chỗ thiếu hay lỗi: vẫn phải nhập, sửa. Esc để quay lại.", warn=True)
        return Message("Gõ lý do rồi Enter để lưu; Esc để quay lại.")

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        return [] if self._before.typing is None else [(self._place, self._before.typing)]

    def reload(self) -> None:
        super().reload()
        self._before.take_up()

    def paste(self, text: str) -> None:
        """No table goes anywhere from here."""
        self._pastes.paste_line(text)

    def take(self, key: str, character: str | None) -> bool:
        if key == "enter":
            if self.sheet.leave():
                self._go_on()
            return True
        return super().take(key, character)

    def _go_on(self) -> None:
        """Back, once it was asked whether the change goes into the report with its reason."""
        from tthtcd_tui.tasks.session.doubts import change_sentence  # only a reason pays for it

        sentence = change_sentence(self.session, self._subject) if self.session.facts.reason(self._subject) else None
        if sentence is None:
            self.navigator.back()
            return
        add = Answer("In vào báo cáo", lambda: self._print(sentence))
        words = f"In câu này ở “{sentence.where}”? {sentence.words}"
        self.choose(Choice(words, (Answer("Không in", self.navigator.back), add)))

    def _print(self, sentence: ChangeSentence) -> None:
        if self.saved(self.session.save([sentence.edit])) is None:
            self.navigator.back()
            self.navigator.set_greeting(f"Đã thêm một câu vào “{sentence.where}”. Ctrl+Z để bỏ.")
