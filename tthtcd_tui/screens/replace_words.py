"""Words replaced in the whole report: every place is shown before one Enter replaces those that are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.widget import Widget

from tthtcd_tui.report.fields import label_at
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.replace_words import Occurrence, WordsFound
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.find_bar import FindBar
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import EDITS, LineBuffer, is_text
from tthtcd_tui.widgets.look import FOUND, PLAIN, QUIET, STRONG
from tthtcd_tui.widgets.menu import Entry, Menu
from tthtcd_tui.widgets.panes import Stacked

_QUERY, _REPLACEMENT, _LIST = 0, 1, 2
_REPLACE: Final = "replace"
"""The key of the last line: it does what is chosen above it."""
_CHOSEN: Final = {True: " [x]", False: " [ ]"}


class ReplaceWordsScreen(BaseScreen):
    """Asks for two words, lists where the first stands, and replaces it as one Change."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    NO_CELL: ClassVar[str] = "đang ở danh sách; Shift+Tab về ô để gõ"

    def __init__(self, services: Services, words: str = "", replacement: str = "") -> None:
        super().__init__(services)
        self._buffers = (LineBuffer.at_end(words), LineBuffer.at_end(replacement))
        self._active = _LIST if words and replacement else _REPLACEMENT if words else _QUERY
        self._bar = FindBar()
        self._menu = Menu()
        self._found: WordsFound | None = None
        self._revision = -1
        self._chosen: set[Occurrence] = set()
        self._seen: set[Occurrence] = set()

    @property
    def title_words(self) -> str:
        return "THAY TRONG CẢ BÁO CÁO"

    def body(self) -> Widget:
        self._menu.glyphs = self.services.glyphs
        self._bar.display = True
        return Stacked(self._bar, self._menu)

    def reload(self) -> None:
        words = self._buffers[_QUERY].text
        if self._found is None or self._found.words != words or self._revision != self.session.revision:
            self._revision = self.session.revision
            self._found = WordsFound(self.session.form, self.session.facts, words)
            self._chosen = {each for each in self._found.occurrences if each.is_plain}
            self._seen = set()
            self._menu.go_to_first()
        self._draw()

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        self._bar.show(self._buffers, self._active)
        self._menu.has_caret = self._active == _LIST
        self._menu.show(list(self._entries()))
        shown = {entry.key for entry in self._menu.in_sight}
        self._seen |= {each for number, each in enumerate(self._occurrences) if str(number) in shown}
        self.say_hint()

    @property
    def _occurrences(self) -> list[Occurrence]:
        return self._found.occurrences if self._found else []

    def _entries(self) -> Iterator[Entry]:
        for number, each in enumerate(self._occurrences):
            yield Entry(str(number), self._line(each))
        if self._occurrences:
            yield Entry(_REPLACE, ((f" Thay {len(self._chosen)} chỗ đã chọn", STRONG),))

    def _line(self, each: Occurrence) -> Line:
        """The words with what stands around them, as far as there is room."""
        width = self._menu.size.width or 80
        label = f" {fit(label_at(self.session.form, each.place), max(width // 4, 8))} "
        room = max(width - cell_len(label) - 4, 8)
        found = fit(each.found, min(cell_len(each.found), room))
        before = _tail(each.before, max((room - cell_len(found)) // 2, 0))
        after = fit(each.after, max(room - cell_len(found) - cell_len(before), 0))
        chosen = _CHOSEN[each in self._chosen]
        return ((chosen, STRONG), (label, QUIET), (before, PLAIN), (found, FOUND), (after, PLAIN))

    def hint(self) -> Message:
        return Message(self._hint())

    def _hint(self) -> str:
        count = len(self._occurrences)
        if self._active == _QUERY:
            return f"{count} chỗ. Enter: gõ chữ thay vào." if count else "Gõ chữ cần thay, đúng dấu; Esc để thôi."
        if self._active == _REPLACEMENT:
            return "Gõ chữ thay vào rồi Enter; để trống là bỏ chữ ấy. Chưa thay gì."
        if not count:
            return "Không có chỗ nào trong các đoạn văn. Shift+Tab sửa chữ cần tìm; Esc để quay lại."
        if self._menu.key == _REPLACE:
            return f"Enter: thay {len(self._chosen)} chỗ, lưu một lần. Ctrl+Z lấy lại tất cả."
        if self._at is not None and self._at.has_link:
            return "Chỗ này là số liệu tự điền; thay thì thành chữ thường. Enter chọn hay bỏ; End đến dòng thay."
        if self._at is not None and not self._at.is_plain:
            return "Chỗ này nằm trong một từ dài hơn. Enter chọn hay bỏ; End đến dòng thay."
        return "Enter chọn hay bỏ một chỗ; PgDn xem tiếp; End đến dòng thay. Esc: không thay gì."

    @property
    def _at(self) -> Occurrence | None:
        key = self._menu.key
        return self._occurrences[int(key)] if key.isdecimal() else None

    # -- keys ---------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        if self._active == _LIST:
            return self._take_in_list(key)
        buffer = self._buffers[self._active]
        if key in ("enter", "tab", "down"):
            self._active += 1
        elif key in ("shift+tab", "up"):
            self._active = max(self._active - 1, _QUERY)
        elif key in EDITS:
            EDITS[key](buffer)
        elif is_text(character):
            buffer.insert(character)
        else:
            return False
        self.reload()
        return True

    def _take_in_list(self, key: str) -> bool:
        if key == "shift+tab":
            self._active = _REPLACEMENT if self._occurrences else _QUERY
        elif key == "enter" and self._menu.key == _REPLACE:
            self._replace()
            return True
        elif key == "enter" and self._at is not None:
            self._chosen ^= {self._at}
        elif not self._menu.take(key):
            return False
        self._draw()
        return True

    def take_paste(self, text: str) -> None:
        if self._active == _LIST:
            self.announce(f"Chưa dán gì: {self.NO_CELL}.", warn=True)
            return
        self._buffers[self._active].insert(clean_line(text))
        self.reload()

    def _replace(self) -> None:
        unseen = [each for each in self._chosen if each not in self._seen]
        if unseen:
            self.announce(
                f"Còn {len(unseen)} chỗ chưa hiện trên màn hình. PgUp, PgDn xem hết rồi Enter ở đây.", warn=True
            )
        elif not self._chosen or self._found is None:
            self.announce("Chưa chọn chỗ nào.")
        else:
            count = len(self._chosen)
            saving = self.session.enter(self._found.replaced(self._chosen, self._buffers[_REPLACEMENT].text))
            if self.saved(saving) is None:
                self.navigator.back()
                self.navigator.set_greeting(f"Đã thay {count} chỗ trong báo cáo. Ctrl+Z lấy lại tất cả.")


def _tail(text: str, width: int) -> str:
    """The end of `text` in at most `width` cells, with a sign where its beginning is cut off."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) + 1 > width:
        text = text[max(len(text) - width, 1) :] if len(text) > width else text[1:]
    return f"…{text}" if width else ""
