"""Asks of an activity's name that is a day, a number or a period, once nobody has typed for a moment; it costs no key.

As with an implausible number, what is asked of was taken: whoever does not answer goes on, and is asked again when the
activity is saved. What was typed ahead answers nothing and passes nothing by: names wait until their question was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.choice import Answer, Choice
from tthtcd_tui.screens.log_draft import STICKY, Draft
from tthtcd_tui.screens.log_rows import ENTRY
from tthtcd_tui.tasks.session.log_activity import fields_of
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.no_name import Meant


_MOST_TIMES: Final = 2
"""How often one types on over the question of an activity that is in the log, before the check alone tells of it."""


class NamesActivities(Protocol):
    """The screen of the log, as a question about a name sees it."""

    draft: Draft

    def go_to_name(self, line: Place, name: str) -> None:
        """Put the cursor on the name of an activity; of one that is not shown, say how `name` is found."""

    def move_name(self, key: str, raw: str) -> None:
        """Put what was typed as the name of the line being entered into another of its fields, as `raw`."""

    def ask_on(self) -> None:
        """Have `NameDoubts.ask` called once nobody has typed for a moment."""


@dataclass(slots=True)
class _Typed:
    """A name as it was typed, in the line being entered or in an activity of the log."""

    line: Place
    name: str
    choice: Choice | None = None
    """The question about it, if it was asked."""
    times: int = 0
    """How often one typed on over it."""


class NameDoubts:
    """The names that were typed and may be none. However many came in one packet, the question of each is seen."""

    def __init__(self, screen: BaseScreen, log: NamesActivities) -> None:
        self._screen = screen
        self._log = log
        self._typed: list[_Typed] = []
        """The names nobody has looked at, or answered for, the oldest first."""
        self._mended: Place | None = None
        """The line whose name is being typed again: no other is asked of meanwhile."""

    def add(self, line: Place, name: str) -> None:
        """`name` was taken in that line."""
        self._typed = [each for each in self._typed if each.line != line]
        if any(map(str.isdigit, name)):  # a name without digits is neither a day, a number nor a period
            self._typed.append(_Typed(line, name))

    def saved_as(self, uid: str) -> None:
        """The line being entered is the activity `uid` now: whoever typed on over the question is asked once more."""
        for each in self._typed:
            if each.line == ENTRY:
                each.line, each.times = Place.of(PlaceKind.ACTIVITY, uid), 0

    def ask(self) -> None:
        """Nobody has typed for a moment."""
        if not self._typed or self._screen.is_asking or self._is_mending:
            return
        self._typed = [each for each in self._typed if self._is_open(each)]
        for each in list(self._typed):
            if each.line == ENTRY and each.times:
                continue  # asked once it is saved
            if self._ask(each):
                return
            self._typed.remove(each)

    @property
    def _is_mending(self) -> bool:
        if self._mended is not None and self._screen.cursor_place != Place.of(self._mended, "title"):
            self._mended = None
        return self._mended is not None

    def _is_open(self, typed: _Typed) -> bool:
        """Whether it stands there still, unanswered; of one that was typed over, counts that."""
        if self._stands_at(typed.line) != typed.name:
            return False
        if typed.choice is not None and typed.choice.is_passed_over:
            typed.times += 1
        typed.choice = None
        return typed.line == ENTRY or typed.times < _MOST_TIMES

    def _stands_at(self, line: Place) -> str | None:
        """The name there now; None where there is no such activity any more."""
        if line == ENTRY:
            return self._log.draft.texts.get("title")
        session = self._screen.session
        found = session.store.log.called(session.year.report_id, [line.parts[1]])
        return next((activity.title for activity in found.values()), None)

    def _ask(self, typed: _Typed) -> bool:
        """Whether there is something to ask."""
        from tthtcd_tui.tasks.session.no_name import no_name  # a start does without it

        session = self._screen.session
        found = no_name(session.form, session.facts.period, typed.name)
        if found is None:
            return False
        label = fields_of(session.form)["title"].label
        answers = self._answers(typed, found.meant if typed.line == ENTRY else ())
        words = f"{found.asks} {label} đang là {quoted(typed.name)}."
        typed.choice = Choice(words, tuple(Answer(each.words, self._answered(typed, each.does)) for each in answers))
        self._screen.choose(typed.choice)
        return True

    def _answered(self, typed: _Typed, does: Callable[[], None]) -> Callable[[], None]:
        def answer() -> None:
            self._typed.remove(typed)
            does()
            self._log.ask_on()

        return answer

    def _answers(self, typed: _Typed, meant: tuple[Meant, ...]) -> Iterator[Answer]:
        """Keep it, put it where it may have been meant for, type it again."""
        yield Answer("Giữ làm tên", lambda: self._screen.announce("Giữ làm tên hoạt động.", good=True))
        texts = self._log.draft.texts
        free = (each for each in meant if each.key in STICKY or not texts.get(each.key))
        yield from (Answer(each.words, self._moving(each)) for each in free)
        yield Answer("Gõ lại", lambda: self._mend(typed))

    def _moving(self, meant: Meant) -> Callable[[], None]:
        return lambda: self._log.move_name(meant.key, meant.raw)

    def _mend(self, typed: _Typed) -> None:
        self._mended = typed.line
        self._log.go_to_name(typed.line, typed.name)
