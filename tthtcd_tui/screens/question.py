"""A question before something is deleted or written over, answered by arrows and Enter, and an offer that Enter takes.

No digit answers either: it may have been meant for a cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textual import events

from tthtcd_tui.named_tuple import NamedTuple

_TOGGLES: Final = ("left", "right", "up", "down", "tab", "shift+tab")
KEYS: Final = " (← → chọn, Enter)"
WAITS: Final = "đang có câu hỏi: mũi tên chọn rồi Enter, hoặc Esc là không"


@dataclass(slots=True)
class Question:
    """`yes` is done when it is chosen as Enter comes; `no` is said on a no."""

    words: str
    yes: Callable[[], None]
    no: str
    is_yes: bool = False

    def text(self, room: int) -> str:
        """«Xóa nội dung này? [Không]  Có  (← → chọn, Enter)» in about `room` letters: the choices are always there."""
        choices = " Không  [Có]" if self.is_yes else "[Không]  Có "
        left = room - len(choices) - len(KEYS) - 1
        words = self.words if len(self.words) <= left else f"{self.words[: max(left - 1, 1)].rstrip()}…"
        return f"{words} {choices}{KEYS}"

    def toggles(self, event: events.Key | events.Paste) -> bool:
        """Whether `event` chose the other answer."""
        moves = isinstance(event, events.Key) and event.key in _TOGGLES
        self.is_yes ^= moves
        return moves

    def answer(self, event: events.Key | events.Paste) -> bool | None:
        """Whether `event` means yes; None where it is no answer at all."""
        if isinstance(event, events.Paste) or event.key not in ("enter", "escape"):
            return None
        return self.is_yes and event.key == "enter"


class Offer(NamedTuple):
    """Something that is done when Enter takes it; on Esc, or any other key, `decline` is done instead."""

    take: Callable[[], None]
    decline: Callable[[], None]

    def answer(self, event: events.Key | events.Paste) -> bool | None:
        """Whether `event` takes it; None for what is no answer, and does what it always does once it is declined."""
        if isinstance(event, events.Paste) or event.key not in ("enter", "escape"):
            return None
        return event.key == "enter"
