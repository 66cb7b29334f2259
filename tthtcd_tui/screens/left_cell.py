"""What is said of the cell that was just left, over the hint of the next one, until the next key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.sitting import Done
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message


class Owner(Protocol):
    """The screen of a sheet."""

    @property
    def session(self) -> Session: ...

    def announce(self, text: str, *, wrong: bool = False) -> None: ...


class LeftCell:
    """Of one sheet."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen
        self._said: Message | None = None

    @property
    def note(self) -> str:
        """What is said of it, if anything is."""
        return self._said.text if self._said is not None else ""

    @property
    def is_refused(self) -> bool:
        """Whether it was left with something in it that could not be saved."""
        return self._said is not None and self._said.wrong

    def forget(self) -> None:
        self._said = None

    def was_saved(self, note: str) -> None:
        self._said = Message(note)

    def was_refused(self, problem: str) -> None:
        """It keeps what was typed, as a draft."""
        self._said = Message(f"{problem} Ô ấy chưa lưu; F8 để quay lại.", wrong=True)

    def stayed(self, shown: str) -> None:
        """What was typed over it was taken back, and it still shows `shown`."""
        self._said = Message(f"Ô vừa rời vẫn là {quoted(shown)}; muốn xóa trống thì Delete.")

    def was_placed(self, places: Iterable[Place], before: Done | None) -> None:
        """`places` were saved: if a paste had been refused there, say how many are left of it."""
        refused = self._screen.session.refused
        if refused and refused.placed_at(places, before) and (count := refused.count):
            self.was_saved(f"Còn {count} dòng dán chưa xếp: F8 để xếp tiếp.")

    def tell(self, more: str = "") -> None:
        """Say it, and behind it `more`, for which there is no room where something was refused."""
        if self.is_refused and more:
            return
        words = " ".join(filter(None, (self.note, more)))
        if words:
            self._screen.announce(words, wrong=self.is_refused)
