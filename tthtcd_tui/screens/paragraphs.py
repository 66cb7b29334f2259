"""Paragraphs or lines of one place, on a screen of their own. Enter breaks the line, PgDn or F2 saves and leaves."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Kind
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.prose_editor import ProseEditor


class ParagraphsScreen(BaseScreen):
    """One place being written; made anew for each."""

    AUTO_FOCUS = "#prose"
    KEYS: ClassVar[tuple[str, ...]] = ("f2", "escape", "f4", "ctrl+z", "f1", "ctrl+q")

    def __init__(self, place: Place, typed: str = "") -> None:
        super().__init__()
        self.place = place
        self.editor = ProseEditor()
        self._typed = typed
        self._before = ""
        self._dropped = ""

    @property
    def title_words(self) -> str:
        return label_at(self.session.form, self.place).upper()

    @property
    def is_typing(self) -> bool:
        return self.is_ready and self.editor.text != self._before

    def body(self) -> Widget:
        return self.editor

    def reload(self) -> None:
        """Shows what stands there now, unless something is being written over it."""
        if not self.is_typing:
            self._show_stored()
        field = field_at(self.session.form, self.place)
        if field and field.kind is Kind.LINES:
            self.say(f"Mỗi nơi một dòng. {field.hint}")
        else:
            self.say("Mỗi dòng là một đoạn. {dan_so} là số liệu, được điền khi in. F2 hoặc PgDn lưu và quay lại.")

    def _show_stored(self) -> None:
        field = field_at(self.session.form, self.place)
        stored = typed(field, self.session.facts.answers.get(self.place, UNANSWERED)) if field else ""
        if not self.is_ready or stored != self._before or self.is_typing:
            self._before = stored
            self.editor.write(stored)
            self.editor.type(self._typed)
            self._typed = ""

    def on_text_area_changed(self) -> None:
        self.show_frame()

    def take(self, key: str, character: str | None) -> bool:
        if key in ("pagedown", "f2"):
            if self.leave_cell():
                self.owner.go_back()
        elif key == "tab":
            self.editor.type("\n")
        else:
            return self.editor.take(key, character)
        return True

    def take_paste(self, text: str) -> None:
        try:
            self.editor.type(clean(text))
        except TextProblem as problem:
            self.say(problem.message, wrong=True)

    def leave_cell(self) -> bool:
        """Saves the text; one that is as it was is not saved anew."""
        if not self.is_typing:
            return True
        written = self.editor.text
        if self.saved(self.session.enter([Typed(self.place, written)])) is not None:
            return False
        self._before = written
        self._show_stored()
        return True

    def drop_typing(self) -> None:
        self._show_stored()

    def do_back(self) -> None:
        """Esc drops what was written since it was opened; a second Esc goes back."""
        if self.is_typing:
            self._dropped = self.editor.text
            self.drop_typing()
            self.say("Đã bỏ phần vừa viết. Ctrl+Z để lấy lại; Esc lần nữa để quay lại.")
        else:
            self.owner.go_back()

    def do_undo(self) -> None:
        """What is being written is taken back first; then what was saved."""
        if self.is_typing:
            self.editor.undo()
        elif self._dropped:
            self.editor.write(self._dropped)
            self._dropped = ""
        else:
            super().do_undo()

    def do_redo(self) -> None:
        if not self.editor.redone():
            super().do_redo()

    def do_history(self) -> None:
        if self.leave_cell():
            self.owner.open_history(self.place)

    def do_copy_previous(self) -> None:
        field = field_at(self.session.form, self.place)
        previous = self.session.previous
        if self.editor.text.strip() or previous is None or field is None:
            self.say("F4 chỉ chép vào ô còn trống.")
        else:
            self.editor.write(typed(field, previous.answers.get(self.place, UNANSWERED)))
