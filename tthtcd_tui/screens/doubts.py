"""Asks of an implausible number right where it was typed, once nobody has typed for a moment; it costs no key.

The number is saved before it is asked of: whoever does not answer goes on, and the finding stands in the check.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import Answer as Stored
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.choice import Answer, Choice

if TYPE_CHECKING:
    from tthtcd_tui.checks.asked import Question


class Doubts:
    """The number of a sheet that was saved last: of those typed ahead before it the check tells."""

    def __init__(self, screen: BaseScreen, go_to: Callable[[Place], None]) -> None:
        """`go_to` puts the cursor of the sheet on a place."""
        self._screen = screen
        self._go_to = go_to
        self._saved: tuple[Place, Stored] | None = None

    def add(self, place: Place, before: Stored) -> None:
        """A number was saved at `place`, over `before`."""
        self._saved = place, before

    def forget(self) -> None:
        self._saved = None

    def ask(self) -> None:
        """Nobody has typed for a moment."""
        if self._saved is None or self._screen.is_typing or self._screen.is_asking:
            return
        from tthtcd_tui.tasks.session.doubts import doubt  # a start does without the rules

        (place, before), self._saved = self._saved, None
        found = doubt(self._screen.session, place, before)
        if found is not None:
            # What a finding advises behind what is odd is what the answers offer, and there is room for one of them.
            odd = found.why.split(". ")[0].removesuffix(".")
            self._screen.choose(Choice(f"{found.asks} {odd}.", tuple(self._answers(found))))

    def _answers(self, found: Question) -> list[Answer]:
        """Keep it, what may have been meant, why it is right, type it again."""
        readings = [Answer(reading.words, self._taking(reading.edits)) for reading in found.readings if reading.edits]
        keep = Answer("Giữ", lambda: self._screen.announce("Giữ số vừa gõ. Rà soát vẫn nhắc chỗ này.", good=True))
        again = Answer("Gõ lại", lambda: self._go_to(found.place))
        why = [Answer("Ghi lý do", lambda: self._explain(found.place))] if found.wants_reason else []
        return [keep, *readings, *why, again]

    def _taking(self, edits: tuple[Edit, ...]) -> Callable[[], None]:
        def take() -> None:
            self._screen.saved(self._screen.session.save(edits), "Đã sửa. Ctrl+Z để lấy lại số đã gõ.")

        return take

    def _explain(self, place: Place) -> None:
        self._go_to(place)
        self._screen.navigator.open(to.Reason(place))
