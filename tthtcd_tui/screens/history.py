"""Who changed what, when, from what to what: of one cell, or of the whole report. The newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len

from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.show_history import HistoryLine, history
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import PLAIN, QUIET, STRONG

_MOST: Final = 300
"""Changes that are shown; the command line shows more."""
_INDENT: Final = "    "
_UNDER: Final = "  "
"""Before what was changed, where there is no room for it beside who changed it."""
_LINES_OF_A_VALUE: Final = 4


class HistoryScreen(ReadingScreen):
    """Made anew for each. `place` is None for the whole report."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services, place: Place | None) -> None:
        super().__init__(services)
        self._place = place

    @property
    def title_words(self) -> str:
        label = label_at(self.session.form, self._place) if self._place else ""
        return f"LỊCH SỬ SỬA ĐỔI: {label or 'cả báo cáo'}"

    def passages(self, width: int) -> Sequence[Passage]:
        session = self.session
        lines = history(session.store, session.year, self._place, _MOST + 1)
        passages = [passage for line in lines[:_MOST] for passage in self._told(line, width)]
        if len(lines) > _MOST:
            words = f"Chỉ hiện {_MOST} lần sửa mới nhất. Xem hết: tthtcd history {session.year.period.label}"
            passages += [Passage(((line, QUIET),)) for line in wrap(words, width)]
        return passages or [Passage((("Chưa có lần sửa nào.", PLAIN),))]

    def _told(self, line: HistoryLine, width: int) -> Iterator[Passage]:
        when = f"{line.at:%d/%m/%Y %H:%M}  {line.who}{line.mark}"
        label = "" if line.place == self._place else f"  {line.label}"
        is_beside = cell_len(when) + cell_len(label) <= width
        yield Passage(((when, STRONG), (label if is_beside else "", PLAIN)), line.place, is_start=True)
        for piece in () if is_beside else wrap(label.strip(), max(width - len(_UNDER), 1)):
            yield Passage(((_UNDER + piece, PLAIN),), line.place)
        for word, value, look in (("trước", line.before, QUIET), ("sau", line.after, PLAIN)):
            lines = wrap(f"{word}: {value}", max(width - len(_INDENT), 1))
            cut = len(lines) > _LINES_OF_A_VALUE
            for piece in lines[: _LINES_OF_A_VALUE - 1] if cut else lines:
                yield Passage(((_INDENT + piece, look),), line.place)
            if cut:
                yield Passage(((f"{_INDENT}{self.services.glyphs.more}", QUIET),), line.place)

    def hint_of(self, passage: Passage) -> Message:
        to_cell = " Enter đến ô này." if passage.place else ""
        return Message(f"Mới nhất ở trên cùng. Mũi tên, PgDn để xem thêm; → lần sửa sau.{to_cell}")

    def do_preview(self) -> None:
        self.navigator.back()
        self.navigator.show(registry.PREVIEW.name)
