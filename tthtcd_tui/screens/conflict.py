"""Two people changed the same place: both values, and a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual.widget import Widget

from tthtcd_tui.forms.read import typed
from tthtcd_tui.models.writing import Conflict
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.shown import shown
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.question import WAITS
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.saving import SaveConflict
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.look import CURSOR, PLAIN, STRONG

_LONGEST_IN_CHOICE: Final = 20
_LINES_OF_A_VALUE: Final = 4


class _Choice(NamedTuple):
    words: str
    does: Callable[[], None]


class ConflictScreen(BaseScreen):
    """Asks until it is answered: keep mine, use theirs, of paragraphs keep both, or later.

    Arrows and Enter answer, and no digit: it may have been meant for a cell; nor a key that came before it was seen.
    """

    KEYS = ("f1", "ctrl+q")

    def __init__(self, services: Services, met: SaveConflict) -> None:
        super().__init__(services)
        self._met = met
        self._canvas = Canvas()
        self._at = -1
        """Which choice the cursor is on; to begin with the last, which changes nothing."""

    @property
    def title_words(self) -> str:
        return "HAI NGƯỜI CÙNG SỬA MỘT CHỖ"

    def body(self) -> Widget:
        return self._canvas

    def reload(self) -> None:
        """The choices come last and are always there: of long texts, and of many places, the beginning is shown."""
        choices = self._choices()
        self._at %= len(choices)
        room = max((self._canvas.size.height or 19) - len(choices) - 1, 0)
        lines: list[Line] = []
        for number, conflict in enumerate(self._met.conflicts):
            told = self._told(conflict)
            if lines and len(lines) + len(told) > room:
                lines.append(((f"… và {len(self._met.conflicts) - number} chỗ khác.", PLAIN),))
                break
            lines += told
        self._canvas.paint(
            [*lines[:room], *([()] if room else []), *(self._line(number) for number in range(len(choices)))]
        )

    def _line(self, number: int) -> Line:
        is_here = number == self._at
        sign = self.services.glyphs.here if is_here else " "
        return ((f"{sign} {self._choices()[number].words}", STRONG + CURSOR if is_here else STRONG),)

    def hint(self) -> Message:
        if self._offers_both:
            words = "Giữ cả hai: chỗ khác nhau thì lời của đồng nghiệp trước, của bạn sau. Để sau: chưa lưu gì."
        else:
            words = "Để sau: giá trị của đồng nghiệp ở lại, phần bạn đang gõ dở vẫn còn trong ô."
        return Message(f"↑ ↓ chọn, Enter. {words}")

    @property
    def _offers_both(self) -> bool:
        """Two texts can stand one after the other; two numbers cannot."""
        return self.session.can_keep_both(self._met)

    def _told(self, conflict: Conflict) -> list[Line]:
        theirs, ours = self._values(conflict)
        who = self.session.called(conflict.user)
        at = f"{conflict.at.astimezone(HOUR_OF_VIETNAM):%H:%M}"
        told = [f"{label_at(self.session.form, conflict.place)}."]
        if max(len(theirs), len(ours)) <= _LONGEST_IN_CHOICE:
            told[0] += f" Lúc {at} {who} đã sửa ô này thành {theirs}; bạn nhập {ours}."
        else:
            told += [f"Lúc {at} {who} đã sửa thành: {theirs}", f"Bạn nhập: {ours}"]
        width = (self._canvas.size.width or 80) - 2
        lines = [line for words in told for line in _beginning(wrap(words, width))]
        return [((f" {line}", PLAIN),) for line in lines]

    def _choices(self) -> list[_Choice]:
        """With the values themselves, where they are two and short."""
        theirs, ours = self._values(self._met.conflicts[0])
        if self._offers_both or len(self._met.conflicts) > 1 or max(len(theirs), len(ours)) > _LONGEST_IN_CHOICE:
            theirs, ours = "của đồng nghiệp", "của tôi"
        both = [_Choice("Giữ cả hai", self._keep_both)] if self._offers_both else []
        return [
            _Choice(f"Giữ {ours}", self._keep_mine),
            _Choice(f"Dùng {theirs}", self._use_theirs),
            *both,
            _Choice("Để sau", self._put_off),
        ]

    def _keep_mine(self) -> None:
        self.navigator.end_conflict(self.session.keep_mine(self._met), "Đã giữ giá trị của bạn.")

    def _use_theirs(self) -> None:
        self.navigator.end_conflict(self.session.use_theirs(self._met), "Đã dùng giá trị của đồng nghiệp.")

    def _keep_both(self) -> None:
        words = "Đã giữ cả hai. Hãy đọc lại rồi bỏ phần thừa."
        self.navigator.end_conflict(self.session.keep_both(self._met), words)

    def _put_off(self) -> None:
        words = "Chưa lưu: giá trị của đồng nghiệp đang ở đó. Lưu lại thì được hỏi lần nữa."
        self.navigator.end_conflict(None, words)

    def _values(self, conflict: Conflict) -> tuple[str, str]:
        form = self.session.form
        return shown(form, conflict.place, conflict.theirs), shown(form, conflict.place, conflict.ours)

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        """What waits for the choice may stand in no cell: a paste does not."""
        for edit in self._met.edits:
            field = field_at(self.session.form, edit.place)
            if field is not None and edit.place.kind != PlaceKind.CARRIED and not isinstance(edit.after, Activity):
                yield edit.place, typed(field, edit.after)

    def take(self, key: str, character: str | None) -> bool:
        if is_text(character):
            self.stray(character, WAITS)
        elif key in ("up", "down", "tab", "shift+tab"):
            self._at += 1 if key in ("down", "tab") else -1
            self.reload()
        elif key == "escape" and self.sight.was_seen(self):
            self._put_off()
        elif key == "enter" and self.sight.was_seen(self):
            self._choices()[self._at].does()
        else:
            return key in ("enter", "escape")
        return True

    @property
    def takes_text(self) -> bool:
        return False

    def take_paste(self, text: str) -> None:
        self.stray(text, WAITS)


def _beginning(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _LINES_OF_A_VALUE else [*lines[: _LINES_OF_A_VALUE - 1], "…"]
