"""What the numbers of an activity make of the report: the row of the results table that they go into, in the hint."""

from __future__ import annotations

from tthtcd_tui.report.facts import ResultColumn
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.log_entry import LogEntry
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.tasks.session.log_prints import category_key, row_printed
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.bars import Message


class LogInPrint:
    """Of one log; worked out once nobody has typed for a moment."""

    def __init__(self, entry: LogEntry, window: LogWindow) -> None:
        self._entry = entry
        self._window = window
        self._shown: tuple[Place, str] | None = None
        """What was worked out, and where."""

    def work_out(self, session: Session, place: Place | None) -> bool:
        """Of the activity at `place`; return whether there is something new to show."""
        if place is None or place.parts[-1] not in tuple(ResultColumn):
            return False
        if self._entry.key is not None:
            texts = self._entry.texts()
            words = row_printed(session, category_key(session, texts.get("category", "")), texts)
        else:
            record = self._window.activity(place)
            words = row_printed(session, record.category) if record else ""
        if not words or self._shown == (place, words):
            return False
        self._shown = place, words
        return True

    def before(self, hint: Message, place: Place | None) -> Message:
        """Say it before the hint of the cell it was worked out for."""
        if self._shown is None or self._shown[0] != place:
            return hint
        return Message(f"{self._shown[1]} {hint.text}")
