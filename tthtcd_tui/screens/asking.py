"""The questions, offers and choices of a screen, and the keys that answer them.

A key that came before the words were drawn is no answer (`Sight`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from textual import events

from tthtcd_tui.screens.saying import Saying
from tthtcd_tui.screens.services import Navigator
from tthtcd_tui.screens.sight import Sight
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.line_buffer import is_text

if TYPE_CHECKING:
    from tthtcd_tui.screens.choice import Choice
    from tthtcd_tui.screens.question import Offer, Question

Typed: TypeAlias = events.Key | events.Paste


class Owner(Protocol):
    """The screen."""

    @property
    def is_on_top(self) -> bool: ...

    @property
    def navigator(self) -> Navigator: ...

    @property
    def saying(self) -> Saying: ...

    @property
    def sight(self) -> Sight: ...

    @property
    def room_to_ask(self) -> int:
        """The letters there is room for in all the lines that a question may take."""

    def say(self, text: str, *, warn: bool = False) -> None: ...

    def announce(self, text: str, *, warn: bool = False) -> None: ...

    def say_hint(self) -> None: ...

    def stray(self, typed: str, why: str) -> None: ...


class Asking:
    """Of one screen."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen
        self._question: Question | None = None
        self._proposal: Offer | None = None
        self._choice: Choice | None = None

    @property
    def asked(self) -> list[Question | Offer | Choice]:
        """The open questions of the message line."""
        return [each for each in (self._choice, self._question, self._proposal) if each is not None]

    @property
    def is_asking(self) -> bool:
        return bool(self.asked)

    @property
    def is_offering(self) -> bool:
        return self._proposal is not None

    def ask(self, question: Question) -> None:
        self._question = question
        self._screen.say(question.text(self._screen.room_to_ask), warn=True)

    def offer(self, words: str, offer: Offer) -> None:
        """`words` name both keys."""
        self._proposal = offer
        self._screen.announce(words, warn=True)

    def choose(self, choice: Choice) -> None:
        self._choice = choice
        self._screen.announce(choice.text(self._screen.room_to_ask), warn=True)

    def receive(self, event: Typed, otherwise: Callable[[Typed], None]) -> None:
        """Answer with `event` what is asked; `otherwise` does what else it is for."""
        declined: Message | None = None
        if self._proposal is not None:
            if self._answer_offer(self._proposal, event):
                return
            declined = self._screen.saying.announced
        if self._choice is not None and self._answer_choice(self._choice, event):
            return
        if self._question is None or not self._answer(self._question, event):
            otherwise(event)
        if declined is not None:
            self._tell_declined(declined.text)

    def _tell_declined(self, words: str) -> None:
        """Show that an offer was declined by another key, beside what that key did, on whatever screen it led to."""
        announced = self._screen.saying.announced
        if not self._screen.is_on_top:
            self._screen.navigator.set_greeting(words)
        elif self._proposal is None:
            self._screen.announce(f"{words} {announced.text}" if announced else words, warn=True)

    def _answer_offer(self, offer: Offer, event: Typed) -> bool:
        """Whether `event` was used up by `offer`; a key that came before it was drawn is ignored, the offer stays."""
        answer = offer.answer(event)
        if answer is not None and not self._screen.sight.was_seen(offer):
            return True
        self._proposal = self._screen.saying.announced = None
        (offer.take if answer else offer.decline)()
        return answer is not None

    def _answer_choice(self, choice: Choice, event: Typed) -> bool:
        """Whether `event` is for `choice`, which has been drawn: else it is over, and nothing is changed."""
        is_seen = self._screen.sight.was_seen(choice)
        if is_seen and choice.moves(event):
            self.choose(choice)
            return True
        answer = choice.answer(event) if is_seen else None
        choice.is_passed_over = is_seen and answer is None
        self._choice = self._screen.saying.announced = None
        if answer is not None:
            self._screen.say_hint()
            answer.does()
        return answer is not None

    def _answer(self, question: Question, event: Typed) -> bool:
        """Whether `event` is for the question: it answers, chooses, or is no key for it and waits.

        What was typed before the question was seen means no, and then does what it always does; so does a command.
        """
        is_seen = self._screen.sight.was_seen(question)
        answer = question.answer(event)
        if is_seen and question.toggles(event):
            self.ask(question)
            return True
        if is_seen and answer is None and (isinstance(event, events.Paste) or is_text(event.character)):
            from tthtcd_tui.screens.question import WAITS  # loaded with the question

            self._screen.stray(event.text if isinstance(event, events.Paste) else event.character or "", WAITS)
            return True
        self._question = None
        if answer and is_seen:
            question.yes()
        elif answer is not None:
            self._screen.say(question.no)
        return answer is not None
