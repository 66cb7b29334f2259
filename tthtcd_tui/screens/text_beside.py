"""What stands around a text that is being written: the item's hint and last year's words above, its length below."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from textual.geometry import Size
from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.linked_text import LinkedText
from tthtcd_tui.report.links import all_linked
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import rows
from tthtcd_tui.screens.hints import hint_at
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.look import QUIET
from tthtcd_tui.widgets.prose_editor import ProseEditor

_SMALL: Final = 22
"""Rows of a window below which last year's text and the hint are told in fewer lines."""
_MOST_SHOWN: Final = 600
"""Letters of last year's text of which a few lines are shown."""


class TextBeside:
    """Of the text at one place."""

    def __init__(self, services: Services, place: Place) -> None:
        self._services = services
        self._place = place
        self._above = Canvas(id="beside")
        self._below = Canvas(id="status")

    def around(self, editor: Widget) -> tuple[Widget, ...]:
        return self._above, editor, self._below

    @property
    def _session(self) -> Session:
        return self._services.report.session

    def show(self, window: Size, *, is_prose: bool) -> None:
        """The hint of the item, and last year's text: a few lines of each."""
        width = max((window.width or 80) - 2, 10)
        is_small = (window.height or 24) < _SMALL
        lines: list[Line] = []
        for words, most in ((self._hint(), 1 if is_small else 2), (self._last_year(is_prose), 2 if is_small else 3)):
            found = wrap(words, width, most + 1) if words else []
            if len(found) > most:
                found = [*found[: most - 1], fit(" ".join(found[most - 1 :]), width)]
            lines += [((f" {line}", QUIET),) for line in found]
        self._above.display = bool(lines)
        self._above.styles.height = max(len(lines), 1)
        self._above.paint(lines)

    def _hint(self) -> str:
        hint = hint_at(self._session.form, self._place, self._session.facts.period)
        return f"Gợi ý: {hint}" if hint else ""

    def _last_year(self, is_prose: bool) -> str:
        previous = self._session.previous
        before = self.written_before[:_MOST_SHOWN].replace("\n", " ¶ ")
        if previous is None or not before:
            return ""
        if is_prose:
            links = LinkedText({name: each.shown for name, each in all_linked(self._session.form, previous).items()})
            before = links.shown(links.encode(before))
        return f"{previous.period.label}: {before}"

    @cached_property
    def written_before(self) -> str:
        """Last year's text, as it is stored."""
        field, previous = field_at(self._session.form, self._place), self._session.previous
        return typed(field, previous.answers.get(self._place, UNANSWERED)) if field and previous else ""

    def show_length(self, editor: ProseEditor, *, is_list: bool) -> None:
        """How long it is, and whether it will be printed: while somebody types it is counted in a pause."""
        prose, shown = editor.prose, editor.links.shown
        words = sum(len(shown(paragraph).split()) for paragraph in prose.paragraphs)
        parts = sum(1 for paragraph in prose.paragraphs if paragraph.strip())
        is_printed = rows(self._session.form, self._session.facts).is_printed(self._place)
        printed = "in trong báo cáo" if is_printed else "không in"
        told = f" {format_number(words)} chữ · {format_number(parts)} {'dòng' if is_list else 'đoạn'} · {printed}"
        self._below.paint([((told, QUIET),)])
