"""Paragraphs or lines of one place, on a screen of their own. Enter breaks the line; Tab saves and goes on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.forms.read import is_same_text, typed
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.kinds.details import RECIPIENTS
from tthtcd_tui.report.linked_text import LinkedText
from tthtcd_tui.report.links import all_linked
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import Linked
from tthtcd_tui.report.rows import rows
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.figures_mode import Figure, FigureList, FiguresMode
from tthtcd_tui.screens.find_mode import FindMode
from tthtcd_tui.screens.number_links import figures_like, figures_of, number_before
from tthtcd_tui.screens.pasted_prose import landing
from tthtcd_tui.screens.pause import Pause
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.text_beside import TextBeside
from tthtcd_tui.tasks.session.edit_cells import Typed, note_on
from tthtcd_tui.tasks.session.saving import NotSaved, Refused, SaveConflict, Saved, Saving
from tthtcd_tui.terminal.bursts import Burst
from tthtcd_tui.text.pasted import pasted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.find_bar import FindBar
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.prose.prose import Spot
from tthtcd_tui.widgets.prose_editor import ProseEditor

_CONFLICT: Final = "Có người vừa sửa cùng chỗ này, nên chưa lưu. Bấm F2 để xem cả hai rồi chọn."
_EDITING: Final = (
    ("{", "danh sách số liệu; gõ để lọc, Enter chèn"),
    ("Tab", "lưu và sang ô sau; Shift+Tab ô trước"),
    ("Ctrl+← →", "từng từ; Alt+B, Alt+F cũng vậy. Ctrl+Home, Ctrl+End: đầu, cuối"),
    ("Shift+← →", "chọn; ^G 9 “Bắt đầu chọn” nếu cửa sổ không gửi Shift"),
    ("Alt+⌫ ^U ^K", "xóa từ trước; xóa đến đầu dòng, đến cuối dòng"),
    ("^F ^F", "thay trong cả báo cáo, từng chỗ cho xem trước"),
)
"""What the keys do here that are no commands."""


class ParagraphsScreen(BaseScreen):
    """One place being written; made anew for each."""

    KEYS: ClassVar[tuple[str, ...]] = (
        *("f2", "escape", "ctrl+f", "ctrl+l", "ctrl+z", "f1", "f4", "ctrl+g"),
        *("ctrl+x", "ctrl+c", "ctrl+v", "ctrl+y", "ctrl+q"),
    )
    IDLE_SECONDS: ClassVar[float] = 30.0
    """After so long without a key what is written is saved, so that the history has it in pieces one can read."""
    STATUS_SECONDS: ClassVar[float] = 0.25
    """After so long without a key the length is counted and shown."""

    def __init__(self, services: Services, place: Place, typed: str = "", instead: str | None = None) -> None:
        """`typed` is put at the end of what stands there; `instead` in place of it all."""
        super().__init__(services)
        self.place = place
        self.editor = ProseEditor(self._refuses)
        self._beside = TextBeside(services, place)
        self._figure_list = FigureList()
        self._bar = FindBar()
        self._typed = typed
        self._instead = services.drafts.unshelve(place) if instead is None else instead
        self._before: str | None = None
        """The text that is saved, as it was written; None before it was first shown."""
        self._seen = ""
        """What was stored when it was shown or saved last."""
        self._runs_on = bool(typed)
        """Whether what comes may be the next piece of a paste without brackets: a letter or a piece came last."""
        self._kept: str | None = None
        """The text that could not be saved, once this was said."""
        self._find: FindMode | None = None
        self._figures: FiguresMode | None = None
        self._links: dict[str, Linked] = {}
        self._idle: Pause | None = None
        self._rest: Pause | None = None

    CSS = """
    #beside { height: auto; max-height: 6; display: none; }
    #status { height: 1; }
    """

    @property
    def title_words(self) -> str:
        return label_at(self.session.form, self.place).upper()

    @property
    def is_typing(self) -> bool:
        """Whether something else stands there than is saved; a blank line alone makes no text one's own."""
        return self._is_touched and not is_same_text(self._kind, self.editor.written, self._before or "")

    @property
    def _is_touched(self) -> bool:
        return self._before is not None and self.editor.written != self._before

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        if self._instead is not None:
            yield self.place, self._instead
        elif self.is_typing:
            yield self.place, self.editor.written

    def body(self) -> Widget:
        return self.editor

    def compose(self) -> ComposeResult:
        """Side by side, not in a container: each widget in sight costs every key something."""
        self._figure_list.glyphs = self.services.glyphs
        yield self._head
        yield from (*self._beside.around(self.body()), self._figure_list, self._bar)
        yield self._message_line
        yield self._key_line

    def on_mount(self) -> None:
        self._idle = self.pause(self.IDLE_SECONDS, self._save_in_pause)
        self._rest = self.pause(self.STATUS_SECONDS, self._show_status)

    def help_lines(self) -> list[tuple[str, str]]:
        return [*super().help_lines(), *_EDITING]

    # -- what stands there --------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Shows what stands there now, unless something is being written over it."""
        self._links = all_linked(self.session.form, self.session.facts)
        self.editor.show_values({name: target.shown for name, target in self._links.items()})
        if not self._is_touched:
            self._show_stored()
        self.editor.redraw()
        if self._find is not None:
            self._find.draw()  # the caret stands there
        self._beside.show(self.size, is_prose=self._is_prose)
        self._show_status()

    def _stored(self) -> str:
        field = field_at(self.session.form, self.place)
        return typed(field, self.session.facts.answers.get(self.place, UNANSWERED)) if field else ""

    def _show_stored(self) -> None:
        stored = self._stored()
        if self._before is not None and stored == self._seen:
            return
        links = LinkedText(self._values()) if self._is_prose else LinkedText()
        self._before = self._seen = stored
        self.editor.write(stored, links)
        if self._typed:
            self.editor.type(self._typed if stored else self._typed.lstrip("\n"))
            self._typed = ""
        if self._instead is not None:
            self.editor.replace(self._instead)
            self._instead = None

    def _values(self) -> dict[str, str]:
        return {name: target.shown for name, target in self._links.items()}

    def _show_status(self) -> None:
        self._beside.show_length(self.editor, is_list=self._is_list)

    @cached_property
    def _is_prose(self) -> bool:
        """Whether links are filled in here."""
        return rows(self.session.form, self.session.facts).is_prose(self.place)

    @cached_property
    def _is_list(self) -> bool:
        return self._kind is FieldType.LINES

    @cached_property
    def _kind(self) -> FieldType:
        field = field_at(self.session.form, self.place)
        return field.kind if field is not None else FieldType.PARAGRAPHS

    # -- what is said -------------------------------------------------------------------------------------------------

    def hint(self) -> Message:
        """What can be done here, where there is nothing else to say."""
        if self._find is not None:
            return self._find.message()
        return Message(self._advice())

    def _advice(self) -> str:
        if self._figures is not None:
            return "Gõ tên hoặc số để lọc; mũi tên chọn, Enter chèn; Esc: để nguyên chữ đã gõ."
        if self.session.read_only:
            return "Chỉ xem. Esc để quay lại."
        if self._is_list:
            return "Mỗi dòng một mục. F2 lưu; Tab lưu và sang ô sau; Esc lưu, Esc nữa để quay lại."
        if self._beside.written_before and not self.editor.written:
            return "F4 chép đoạn năm trước. Gõ { để chèn số liệu. Tab lưu và sang ô sau; Esc quay lại."
        return "Mỗi dòng là một đoạn. Gõ { để chèn số liệu. F2 lưu; Tab lưu và sang ô sau; Esc lưu, Esc nữa ra."

    # -- keys ---------------------------------------------------------------------------------------------------------

    def receive(self, event: events.Key | events.Paste) -> None:
        before, was_typing, said = self.editor.prose, self.is_typing, self.saying.last
        self._runs_on &= isinstance(event, Burst)
        super().receive(event)
        self._runs_on = isinstance(event, Burst) or (isinstance(event, events.Key) and is_text(event.character))
        if self.editor.prose.paragraphs is not before.paragraphs:
            self._changed(was_typing)
        if self._find is not None or (said is not None and self.saying.last is said):
            self.say_hint()

    def _changed(self, was_typing: bool) -> None:
        self._kept = None
        if self._idle is not None and self._rest is not None:
            self._idle.touch()
            self._rest.touch()
        if self.is_typing != was_typing:
            self.show_frame()

    def take(self, key: str, character: str | None) -> bool:
        if self._find is not None:
            if key != "escape" and (key == "ctrl+f" or self._find.take(key, character)):
                if key == "ctrl+f":
                    self.do_find()
                return True
            self._close_find()
            if key == "escape":
                return True
        if self._figures is not None:
            taken = self._figures.take(key, character)
            if not self._figures.is_open:
                self._figures = None
                self.say_hint()
            if taken:
                return True
        return self._take(key, character)

    def _take(self, key: str, character: str | None) -> bool:
        if key in ("tab", "shift+tab"):
            if self.leave_cell():
                self.navigator.back_past(self.place, backwards=key == "shift+tab")
            return True
        before = self.editor.prose
        taken = self.editor.take(key, character)
        if taken and self.editor.prose is not before and character:
            if character == "{" and self._links and self._is_prose:
                self._open_figures()
            elif not character.isalnum():
                self._offer_number()
        return taken

    def shows(self, place: Place) -> bool:
        return place == self.place

    @property
    def takes_blocks(self) -> bool:
        return self._find is None and self._figures is None

    @property
    def takes_prose(self) -> bool:
        return self.takes_blocks

    def take_paste(self, text: str) -> None:
        if self._find is not None:
            self._find.paste(text)
            return
        self.offer_conversion(text, self._paste)

    def _paste(self, text: str) -> None:
        text, left_out = self._received(text)
        found = pasted(text)
        told = ", ".join(filter(None, (left_out, found.told)))
        if found.text:
            self.editor.paste(landing(self.editor.prose, found, text, runs_on=self._runs_on))
        if told:
            self.announce(f"{told}; đọc lại. Ctrl+Z lấy lại.")

    def _received(self, text: str) -> tuple[str, str]:
        """`text` without the half of who signs where recipients are written, and what is said of that."""
        if self.place != RECIPIENTS:
            return text, ""
        from tthtcd_tui.text.signing_half import halves  # only this place has one

        found = halves(text)
        return found.recipients, found.told

    def _refuses(self) -> bool:
        """Read only means that the first letter is refused, with the reason."""
        reason = self.session.read_only
        if reason:
            self.announce(f"Chưa ghi gì. {advised(reason)}", wrong=True)
        return reason is not None

    # -- saving -------------------------------------------------------------------------------------------------------

    def _save(self) -> Saving:
        """Saves what stands there and leaves everything as it is: the caret, what is selected, what can be undone."""
        written = self.editor.written
        saving = self.session.enter([Typed(self.place, written)])
        self.services.saves.record_save(saving)
        if isinstance(saving, Saved):
            self._before, self._seen, self._kept = written, self._stored(), None
            self.services.drafts.keep()
        return saving

    def _save_in_pause(self) -> None:
        """What cannot be saved, and what a colleague's change met, waits: nobody is asked in the middle of a word."""
        if self.is_typing:
            self._save_unasked()

    def _save_unasked(self) -> None:
        match self._save():
            case SaveConflict():
                self.say(_CONFLICT, warn=True)
            case NotSaved(problem) | Refused(problem):
                self.announce(advised(problem), wrong=True)
            case Saved():
                pass
        self.show_frame()

    def leave_cell(self) -> bool:
        """Saves the text; one that is as it was is not saved anew."""
        return not self.is_typing or self.saved(self._save()) is None

    def finish_cell(self) -> bool:
        """As far as it can be saved; what is done without leaving goes on where it cannot, and says why."""
        if self.is_typing:
            self._save_unasked()
        return True

    def drop_typing(self) -> None:
        self._before = None
        self._show_stored()

    def do_save(self) -> None:
        """Saves; of a text carried over that was left as it is, says that it has been reviewed, and goes on."""
        carried = [place for place in (self.place, self.place.parent) if self.session.facts.carried_from(place)]
        if self.is_typing:
            if self.leave_cell():
                self._say_saved("Đã lưu.")
        elif carried:
            if self.saved(self.session.review(carried)) is None:
                self.navigator.back()
                self.go_on_reviewing(self.place)
        else:
            reason = self.session.read_only
            self.announce(advised(reason) if reason else "Không có gì mới để lưu.")

    def do_back(self) -> None:
        """Esc saves and stays; the next one leaves. What could not be saved is kept as a draft."""
        if self.editor.is_marking or (self.editor.prose.selection and not self.is_typing):
            self.editor.unselect()
        elif not self.is_typing:
            self.navigator.back()
        elif self._kept == self.editor.written:
            self.services.drafts.shelve(self.place, self.editor.written)
            self.navigator.back()
            self.navigator.set_greeting("Chưa lưu. Bản nháp được giữ: mở lại ô này để viết tiếp.")
        else:
            self._kept, problem = self.editor.written, self.saved(self._save())
            if problem is None:
                self._say_saved("Đã lưu. Esc lần nữa để quay lại.")
            elif self.is_on_top:
                self.announce(f"{problem} Bản nháp được giữ; Esc lần nữa để ra.", wrong=True)

    def _say_saved(self, words: str) -> None:
        note = note_on(self.session, Typed(self.place, self.editor.written))
        self.announce(f"{words} {note}".strip(), good=not note, warn=bool(note))

    def do_leave(self) -> None:
        """Always leaves: what cannot be saved is kept, and offered at the next start."""
        if self.is_typing:
            self._save()
        self.services.program.exit()

    def do_discard(self) -> None:
        """Back to what is saved, as an edit that Ctrl+Z takes back."""
        if self.is_typing:
            self.services.drafts.discard({self.place: self.editor.written})
            self.editor.replace(self._before or "")
            self.announce("Đã bỏ phần đang gõ. Ctrl+Z lấy lại.")
        else:
            self.announce("Không có phần nào đang gõ dở.")

    # -- editing ------------------------------------------------------------------------------------------------------

    def do_undo(self) -> None:
        """What is written here is taken back first; then what was saved."""
        if not self.editor.undo():
            super().do_undo()

    def do_redo(self) -> None:
        if not self.editor.redo():
            super().do_redo()

    def do_history(self) -> None:
        if self.leave_cell():
            self.navigator.open(to.History(self.place))

    def do_copy_previous(self) -> None:
        before = self._beside.written_before
        if self.editor.written.strip():
            self.announce("Chỉ chép vào ô còn trống.")
        elif not before:
            self.announce("Năm trước ô này cũng trống.")
        else:
            self.editor.replace(before)

    def do_begin_selection(self) -> None:
        self.editor.is_marking = True
        self.announce("Đang chọn: mũi tên để nới; ^X cắt, ^C chép, gõ đè hoặc Delete để xóa; Esc để thôi.")

    def do_cut(self) -> None:
        if self._copied():
            self.editor.cut()
            self.announce("Đã cắt; ^V để dán.")

    def do_copy(self) -> None:
        if self._copied():
            self.editor.unselect()
            self.announce("Đã chép; ^V để dán.")

    def _copied(self) -> bool:
        selected = self.editor.selected
        if selected:
            self.services.clipboard.text = selected
        else:
            self.announce("Chưa chọn chữ nào: Shift+mũi tên, hoặc ^G 9 “Bắt đầu chọn” rồi mũi tên.")
        return bool(selected)

    def do_paste(self) -> None:
        if self.services.clipboard.text:
            self.editor.paste(self.services.clipboard.text)
        else:
            self.announce("Chưa cắt hay chép gì ở đây. Chữ từ nơi khác: dán bằng phím dán của cửa sổ này.")

    # -- figures ------------------------------------------------------------------------------------------------------

    def do_insert_figure(self) -> None:
        """The list of figures; behind a number, those that read like it."""
        if not self._links or not self._is_prose:
            self.announce("Ô này không nhận số liệu tự điền.")
            return
        number, alike = self._number_before()
        if number and alike:
            self._figures = FiguresMode.for_number(self.editor, alike, self._figure_list, number)
            self.announce("Enter: nối số vừa gõ với số liệu này, để tự đổi theo. Esc: để nguyên.")
        elif not self._refuses():
            self._open_figures(asked=True)

    def _open_figures(self, *, asked: bool = False) -> None:
        begin = FiguresMode.asked if asked else FiguresMode.on_brace
        mode = begin(self.editor, figures_of(self._links), self._figure_list)
        self._figures = mode if mode.is_open else None
        self.say_hint()

    def do_link_number(self) -> None:
        number, alike = self._number_before()
        if number and len(alike) == 1:
            end = max(number[1], self.editor.prose.caret)
            tail = self.editor.prose.between(number[1], end)
            self.editor.end_step()
            self.editor.edit(self.editor.prose.replaced(number[0], end, self.editor.links.atom(alike[0].name) + tail))
            self.announce(f"Đã nối với {alike[0].label}; số sẽ tự đổi theo. Ctrl+Z để bỏ nối.", good=True)
        elif alike:
            self.do_insert_figure()
        else:
            self.announce("Trước con trỏ không có số nào bằng một số liệu đã nhập.")

    def _number_before(self) -> tuple[tuple[Spot, Spot] | None, list[Figure]]:
        """The number the caret is behind, and the figures that read like it."""
        number = number_before(self.editor.prose)
        return number, figures_like(self._links, self.editor.prose.between(*number)) if number else []

    def _offer_number(self) -> None:
        """A number just typed that a figure has is offered as a link; nothing is done unasked."""
        if not self._links or not self._is_prose:
            return
        number, alike = self._number_before()
        if number and alike:
            shown = self.editor.prose.between(*number)
            others = f" (và {len(alike) - 1} số liệu khác)" if len(alike) > 1 else ""
            self.announce(f"{shown} bằng {alike[0].label}{others}. ^L rồi Enter: nối, để số tự đổi theo số liệu.")

    # -- finding ------------------------------------------------------------------------------------------------------

    def do_find(self, *, replacing: bool = False) -> None:
        """Find here; once more, in the whole report."""
        if self._find is not None:
            self.do_replace_everywhere()
            return
        selected = self.editor.links.shown(self.editor.prose.selected)
        words = selected if "\n" not in selected else ""
        self._find = FindMode(self.editor, self._bar, words, replacing=replacing)
        self.say_hint()

    def do_replace(self) -> None:
        self.do_find(replacing=True)

    def do_replace_everywhere(self) -> None:
        words = (
            self._find.words if self._find is not None else (self.editor.links.shown(self.editor.prose.selected), "")
        )
        if self.leave_cell():
            self._close_find()
            self.navigator.open(to.ReplaceWords(*words))

    def _close_find(self) -> None:
        if self._find is not None:
            self._find.close()
            self._find = None
            self.say_hint()
