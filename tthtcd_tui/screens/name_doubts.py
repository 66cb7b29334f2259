"""Asks of an activity's name that is a day, a number or a period, once nobody has typed for a moment; it costs no key.

As with an implausible number, what is asked of was taken: whoever does not answer goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.choice import Answer, Choice
from tthtcd_tui.screens.log_draft import STICKY, Draft
from tthtcd_tui.screens.log_rows import ENTRY
from tthtcd_tui.tasks.session.log_activity import fields_of
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.no_name import Meant


class NamesActivities(Protocol):
    """The screen of the log, as a question about a name sees it."""

    draft: Draft

    def go_to_name(self, line: Place, name: str) -> None:
        """Put the cursor on the name of an activity; of one that is not shown, say how `name` is found."""

    def move_name(self, key: str, raw: str) -> None:
        """Put what was typed as the name of the line being entered into another of its fields, as `raw`."""


class NameDoubts:
    """The name that was typed last, in the line being entered or in an activity of the log."""

    def __init__(self, screen: BaseScreen, log: NamesActivities) -> None:
        self._screen = screen
        self._log = log
        self._typed: tuple[Place, str] | None = None

    def add(self, line: Place, name: str) -> None:
        """`name` was taken in that line."""
        self._typed = line, name

    def saved_as(self, uid: str) -> None:
        """The line being entered is the activity `uid` now."""
        if self._typed is not None and self._typed[0] == ENTRY:
            self._typed = Place.of(PlaceKind.ACTIVITY, uid), self._typed[1]

    def ask(self) -> None:
        """Nobody has typed for a moment."""
        if self._typed is None or self._screen.is_asking:
            return
        from tthtcd_tui.tasks.session.no_name import no_name  # a start does without it

        (line, name), self._typed = self._typed, None
        session = self._screen.session
        is_gone = line == ENTRY and self._log.draft.texts.get("title") != name
        found = None if is_gone else no_name(session.form, session.facts.period, name)
        if found is not None:
            label = fields_of(session.form)["title"].label
            answers = self._answers(line, name, found.meant if line == ENTRY else ())
            self._screen.choose(Choice(f"{found.asks} {label} đang là {quoted(name)}.", tuple(answers)))

    def _answers(self, line: Place, name: str, meant: tuple[Meant, ...]) -> Iterator[Answer]:
        """Keep it, put it where it may have been meant for, type it again."""
        yield Answer("Giữ làm tên", lambda: self._screen.announce("Giữ làm tên hoạt động.", good=True))
        texts = self._log.draft.texts
        free = (each for each in meant if each.key in STICKY or not texts.get(each.key))
        yield from (Answer(each.words, self._moving(each)) for each in free)
        yield Answer("Gõ lại", lambda: self._log.go_to_name(line, name))

    def _moving(self, meant: Meant) -> Callable[[], None]:
        return lambda: self._log.move_name(meant.key, meant.raw)
