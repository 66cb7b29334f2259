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
from tthtcd_tui.widgets.prose_editor import ProseEditor


class ParagraphsScreen(BaseScreen):
    """One place being written; made anew for each."""

    AUTO_FOCUS = "#prose"
    KEYS: ClassVar[tuple[str, ...]] = ("f2", "escape", "f4", "ctrl+z", "f1", "ctrl+q")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.editor = ProseEditor(self.press, self._refused)
        self._before = ""
        self._begun = False

    @property
    def title_words(self) -> str:
        return label_at(self.session.form, self.place).upper()

    @property
    def is_typing(self) -> bool:
        return self._begun and self.editor.text != self._before

    def body(self) -> Widget:
        return self.editor

    def on_mount(self) -> None:
        self._before = self._stored()
        self.editor.write(self._before)
        self._begun = True

    def reload(self) -> None:
        field = field_at(self.session.form, self.place)
        if field and field.kind is Kind.LINES:
            self.say(f"Mỗi nơi một dòng. {field.hint}")
        else:
            self.say("Mỗi dòng là một đoạn. {dan_so} là số liệu, được điền khi in. F2 hoặc PgDn lưu và quay lại.")

    def _stored(self) -> str:
        field = field_at(self.session.form, self.place)
        return typed(field, self.session.facts.answers.get(self.place, UNANSWERED)) if field else ""

    def on_text_area_changed(self) -> None:
        self.show_frame()

    def _refused(self, message: str) -> None:
        self.say(message, wrong=True)

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if key in ("pagedown", "f2"):
            if self.leave_cell():
                self.owner.go_back()
        elif key == "tab":
            self.editor.type("\n")
        else:
            return False
        return True

    def leave_cell(self) -> bool:
        """Saves the text; one that is as it was is not saved anew."""
        if not self.is_typing:
            return True
        if self.saved(self.session.enter([Typed(self.place, self.editor.text)])) is not None:
            return False
        self._before = self.editor.text
        return True

    def do_back(self) -> None:
        """Esc drops what was written since it was opened; a second Esc goes back."""
        if self.is_typing:
            self.editor.write(self._before)
            self.say("Đã bỏ phần vừa viết. Esc lần nữa để quay lại.")
        else:
            self.owner.go_back()

    def do_copy_previous(self) -> None:
        field = field_at(self.session.form, self.place)
        previous = self.session.previous
        if self.editor.text.strip() or previous is None or field is None:
            self.say("F4 chỉ chép vào ô còn trống.")
        else:
            self.editor.write(typed(field, previous.answers.get(self.place, UNANSWERED)))
