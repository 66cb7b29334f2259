"""One line asked for: why what looks wrong is right. Enter saves it, Esc goes back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.section import SheetScreen
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow


class PromptScreen(SheetScreen):
    """A reason, asked for by itself below what it is to explain: a sheet of one row."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO = False

    def __init__(self, place: Place, question: str, typed: str | None = None) -> None:
        super().__init__()
        self._place = place
        self._question = question
        self._typed = typed

    @property
    def title_words(self) -> str:
        return label_at(self.session.form, self._place).upper()

    def rows(self) -> list[SheetRow]:
        field = field_at(self.session.form, self._place)
        raw = typed(field, self.session.facts.answers.get(self._place, UNANSWERED)) if field else ""
        width = max((self.size.width or 80) - 10, 20)
        cell = Cell(self._place, raw, raw, width)
        subject = Place.of(*self._place.parts[1:])
        told = [finding.message for finding in self.session.findings if finding.place == subject]
        lines = [line for words in told for line in wrap(words, width)]
        explained = [SheetRow(RowKind.TEXT, f" {line}") for line in lines]
        return [SheetRow(RowKind.HEADING, self._question), *explained, SheetRow(RowKind.CELLS, "", (cell,))]

    def moved(self) -> None:
        super().moved()
        if not self.sheet.error:
            self.say("Gõ lý do rồi Enter để lưu; Esc để quay lại.")

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        return super().typed_cells() if self._typed is None else [(self._place, self._typed)]

    def reload(self) -> None:
        super().reload()
        if self._typed is not None:
            self.sheet.begin(self._typed)
            self._typed = None

    def take(self, key: str, character: str | None) -> bool:
        if key == "enter":
            if self.sheet.leave():
                self.owner.go_back()
            return True
        return super().take(key, character)
