"""A question with several answers below the sheet, chosen by arrows and Enter. It stops nobody who types on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textual import events

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.screens.question import KEYS

_STEPS: Final = {"left": -1, "right": 1}
_LEAST_WORDS: Final = 20
"""Letters of the question that are shown however long the answers are."""


class Answer(NamedTuple):
    """One way to answer."""

    words: str
    does: Callable[[], None]


@dataclass(slots=True)
class Choice:
    """To begin with the first answer is chosen, which changes nothing: Esc means it, too."""

    words: str
    answers: tuple[Answer, ...]
    at: int = 0
    is_passed_over: bool = False
    """Whether somebody saw it and typed on."""

    def text(self, room: int) -> str:
        """«25.540? … [Giữ 25.540]  2.554  Ghi lý do (← → chọn, Enter)» in about `room` letters."""
        told = [f"[{each.words}]" if number == self.at else each.words for number, each in enumerate(self.answers)]
        answers = "  ".join(told) + KEYS
        left = max(room - len(answers) - 1, _LEAST_WORDS)
        words = self.words if len(self.words) <= left else f"{self.words[: left - 1].rstrip()}…"
        return f"{words} {answers}"

    def moves(self, event: events.Key | events.Paste) -> bool:
        """Whether `event` chose another answer."""
        step = _STEPS.get(event.key, 0) if isinstance(event, events.Key) else 0
        self.at = (self.at + step) % len(self.answers)
        return bool(step)

    def answer(self, event: events.Key | events.Paste) -> Answer | None:
        """The answer that `event` gives; None for what is no answer, and does what it always does."""
        if isinstance(event, events.Paste) or event.key not in ("enter", "escape"):
            return None
        return self.answers[self.at if event.key == "enter" else 0]
