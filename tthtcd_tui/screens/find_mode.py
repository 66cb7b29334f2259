"""Find and replace within the text of an editor: keys that are dealt with while it is open."""

from __future__ import annotations

from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.find import in_the_case_of
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.find_bar import FindBar
from tthtcd_tui.widgets.line_buffer import EDITS, LineBuffer, is_text
from tthtcd_tui.widgets.prose.search import Match, matches
from tthtcd_tui.widgets.prose_editor import ProseEditor

_QUERY, _REPLACEMENT = 0, 1


class FindMode:
    """What is looked for is found while it is typed. Each place is shown before Enter replaces it."""

    def __init__(self, editor: ProseEditor, bar: FindBar, words: str, *, replacing: bool) -> None:
        """`words` are looked for at first."""
        self._editor = editor
        self._bar = bar
        self._buffers = (LineBuffer.at_end(words), LineBuffer())
        self._active = _REPLACEMENT if replacing and words else _QUERY
        self._matches: list[Match] = []
        self._at = 0
        self._asked: Match | None = None
        """The link that Enter makes words of, now that it was said."""
        self._unmarked = False
        self._told: Message | None = None
        """What is said until the next key."""
        self._from = editor.prose.selection[0] if editor.prose.selection else editor.prose.caret
        self._is_offered = bool(words)
        """Whether the first letter takes the place of the words, which nobody typed."""
        editor.end_step()
        editor.has_caret = False
        bar.display = True
        self._search()

    @property
    def words(self) -> tuple[str, str]:
        """What is looked for, and what is to take its place."""
        return self._buffers[_QUERY].text, self._buffers[_REPLACEMENT].text

    def close(self) -> None:
        self._bar.display = False
        self._editor.has_caret = True
        self._editor.found = None
        self._editor.end_step()
        self._editor.redraw()

    def draw(self) -> None:
        """Have both words drawn."""
        self._bar.show(self._buffers, self._active)

    # -- keys ---------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        """Deals with a key; whether it was one of these."""
        buffer, self._told = self._buffers[self._active], None
        if key in ("tab", "shift+tab"):
            self._active = 1 - self._active
        elif key == "enter":
            self._enter()
        elif key in ("up", "down"):
            self._step(1 if key == "down" else -1)
        elif key in EDITS:
            EDITS[key](buffer)
            self._typed()
        elif is_text(character):
            self._insert(character)
        else:
            return False
        self.draw()
        return True

    def _insert(self, typed: str) -> None:
        if self._is_offered and self._active == _QUERY:
            self._buffers[_QUERY].clear()
        self._buffers[self._active].insert(typed)
        self._typed()

    def paste(self, text: str) -> None:
        self._insert(clean_line(text))
        self.draw()

    def _typed(self) -> None:
        self._asked, self._is_offered = None, False
        if self._active == _QUERY:
            self._search()

    def _enter(self) -> None:
        if self._active == _QUERY:
            self._step(1)
        elif self._matches:
            self._replace(self._matches[self._at])

    # -- finding ------------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        """Looks for the words; where they are not, as they would be without their marks."""
        self._find()
        after = [number for number, match in enumerate(self._matches) if match.start >= self._from]
        self._show(after[0] if after else 0)

    def _find(self) -> None:
        paragraphs, links = self._editor.prose.paragraphs, self._editor.links
        query = self._buffers[_QUERY].text
        self._matches = matches(paragraphs, links, query)
        self._unmarked = not self._matches
        if self._unmarked:
            self._matches = matches(paragraphs, links, query, unmarked=True)

    def _step(self, step: int) -> None:
        if self._matches:
            self._show((self._at + step) % len(self._matches))
            self._from = self._matches[self._at].start

    def _show(self, number: int) -> None:
        self._asked = None
        self._at = number
        if self._matches:
            match = self._matches[number]
            self._editor.show_found(match.start, match.end)
        else:
            self._editor.found = None
            self._editor.redraw()
        self.draw()

    def message(self) -> Message:
        """What was found, and what the keys do with it."""
        if self._told is not None:
            return self._told
        if not self._buffers[_QUERY].text:
            return Message("Gõ chữ cần tìm. Tab sang chữ thay vào; Esc để thôi.")
        if not self._matches:
            return Message("Không tìm thấy ở đây. Thử ít chữ hơn; ^F tìm trong cả báo cáo.", warn=True)
        does = "Enter thay chỗ này, ↓ bỏ qua" if self._active == _REPLACEMENT else "Enter, ↓ chỗ sau; Tab thay bằng"
        unmarked = " (không kể dấu)" if self._unmarked else ""
        return Message(f"Chỗ {self._at + 1}/{len(self._matches)}{unmarked}. {does}; ^F cả báo cáo; Esc để thôi.")

    # -- replacing ----------------------------------------------------------------------------------------------------

    def _replace(self, match: Match) -> None:
        if match.has_link and self._asked != match:
            self._asked = match
            words = "Chỗ này là số liệu tự điền; thay thì thành chữ thường, không đổi theo số liệu nữa."
            self._told = Message(f"{words} Enter lần nữa để thay, ↓ bỏ qua.", warn=True)
            return
        prose = self._editor.prose
        words = in_the_case_of(self._text_of(match), *self.words)
        if not self._editor.edit(prose.replaced(match.start, match.end, words), "replace"):
            return
        self._from = self._editor.prose.caret
        self._find()
        following = [number for number, each in enumerate(self._matches) if each.start >= self._from]
        if following:
            self._show(following[0])
        else:
            self._at = 0
            count = sum(map(self._would_change, self._matches))
            left = f"Còn {count} chỗ ở trên." if count else "Không còn chỗ nào."
            self._told = Message(f"Đã thay. {left} ^Z lấy lại tất cả; Esc để thôi.")

    def _text_of(self, match: Match) -> str:
        return self._editor.links.shown(self._editor.prose.between(match.start, match.end))

    def _would_change(self, match: Match) -> bool:
        """Without marks the words put in are found again: «khuyen hoc» is in «Khuyến học»."""
        found = self._text_of(match)
        return found != in_the_case_of(found, *self.words)
