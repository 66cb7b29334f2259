"""Paragraphs or lines of one place, on a screen of their own. Enter breaks the line, PgDn or F2 saves and leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.timer import Timer
from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Kind
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.hints import TOO_LONG
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.tasks.session import Met, NotSaved, Refused, Saved
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.prose_editor import ProseEditor, is_too_long


class ParagraphsScreen(BaseScreen):
    """One place being written; made anew for each."""

    AUTO_FOCUS = "#prose"
    KEYS: ClassVar[tuple[str, ...]] = ("f2", "escape", "f4", "ctrl+z", "f1", "ctrl+g", "ctrl+q")
    IDLE_SECONDS: ClassVar[float] = 30.0
    """After so long without a key what is written is saved, so that the history has it in pieces one can read."""

    def __init__(self, place: Place, typed: str = "", instead: str | None = None) -> None:
        """`typed` is put at the end of what stands there; `instead` in place of it all."""
        super().__init__()
        self.place = place
        self.editor = ProseEditor()
        self._typed = typed
        self._instead = instead
        self._before = ""
        self._dropped = ""
        self._pause: Timer | None = None

    @property
    def title_words(self) -> str:
        return label_at(self.session.form, self.place).upper()

    @property
    def is_typing(self) -> bool:
        return self.is_ready and self.editor.text != self._before

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        if self._instead is not None:
            yield self.place, self._instead
        elif self.is_typing:
            yield self.place, self.editor.text

    def body(self) -> Widget:
        return self.editor

    def receive(self, event: events.Key | events.Paste) -> None:
        super().receive(event)
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(self.IDLE_SECONDS, self._save_in_pause) if self.is_typing else None

    def _save_in_pause(self) -> None:
        """Saves what stands there and leaves everything as it is: whoever comes back to it goes on where they were.

        What cannot be saved, and what a colleague's change met, waits: nobody may be asked in the middle of a word.
        """
        if not self.is_typing or not self.is_current:
            return
        written = self.editor.text
        saving = self.session.enter([Typed(self.place, written)])
        self.owner.note(saving)
        match saving:
            case Saved():
                self._before = written
                self.owner.keep_typing()
            case Met():
                self.say("Có người vừa sửa cùng chỗ này, nên chưa lưu. Bấm F2 để xem cả hai rồi chọn.", warn=True)
            case NotSaved(message):
                self.say(message, wrong=True)
            case Refused():
                pass  # half a word may be wrong; it is said when they leave
        self.show_frame()

    def reload(self) -> None:
        """Shows what stands there now, unless something is being written over it."""
        if not self.is_typing:
            if is_too_long(self._stored()):
                self.owner.go_back()
                return
            self._show_stored()
        field = field_at(self.session.form, self.place)
        if field and field.kind is Kind.LINES:
            self.say(f"Mỗi nơi một dòng. {field.hint}")
        else:
            self.say("Mỗi dòng là một đoạn. {dan_so} là số liệu, được điền khi in. F2 hoặc PgDn lưu và quay lại.")

    def _stored(self) -> str:
        field = field_at(self.session.form, self.place)
        return typed(field, self.session.facts.answers.get(self.place, UNANSWERED)) if field else ""

    def _show_stored(self) -> None:
        stored = self._stored()
        if not self.is_ready or stored != self._before or self.is_typing:
            self._before = stored
            self.editor.write(stored)
            self.editor.type(self._typed)
            self._typed = ""
            if self._instead is not None:
                self.editor.write(self._instead)
                self._instead = None

    def on_text_area_changed(self) -> None:
        self.show_frame()

    def take(self, key: str, character: str | None) -> bool:
        if key in ("pagedown", "f2"):
            if self.leave_cell():
                self.owner.go_on_from(self.place)
        elif key == "tab":
            self.editor.type("\n")
        else:
            return self.editor.take(key, character)
        return True

    def take_paste(self, text: str) -> None:
        try:
            cleaned = clean(text)
        except TextProblem as problem:
            self.say(problem.message, wrong=True)
            return
        row, _ = self.editor.cursor_location
        if is_too_long(self.editor.document[row] + cleaned):
            self.say(f"Chưa dán: {TOO_LONG} Ngắt đoạn ở nơi chép rồi dán lại.", wrong=True)
        else:
            self.editor.type(cleaned)

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
            return
        before = typed(field, previous.answers.get(self.place, UNANSWERED))
        if is_too_long(before):
            self.say(f"Chưa chép: {TOO_LONG}", wrong=True)
        else:
            self.editor.write(before)
