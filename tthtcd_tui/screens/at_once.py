"""A screen that draws what changed as soon as it has nothing else to do.

Textual draws by a clock of 60 Hz that each screen starts when it first wants to draw: what a new screen shows first
comes a beat late, and the next thing another. Here only what follows within a beat of the last drawing waits for the
clock: a paste, or keys typed ahead, are not drawn one by one.

Written against the exactly pinned Textual, whose private methods these are.
"""

from __future__ import annotations

from time import monotonic

from textual import events
from textual.geometry import Size
from textual.screen import UPDATE_PERIOD, Screen


class AtOnceScreen(Screen[None]):
    """Draws at once, and at most 60 times a second."""

    _drawn_at = 0.0

    def _screen_resized(self, size: Size) -> None:
        """Of two sizes that come one upon the other, only the newer: Textual would go back and forth for ever."""
        if size == self.app.size:
            super()._screen_resized(size)

    async def _on_idle(self, event: events.Idle) -> None:
        """Textual's own, which follows, starts the clock for what is not drawn here."""
        if self.is_current and not self.app._batch_count and self._has_changed and self._is_a_beat_ago:
            event.prevent_default()
            self._on_timer_update()

    @property
    def _has_changed(self) -> bool:
        return bool(self._dirty_widgets) or self._layout_required or self._scroll_required or self._repaint_required

    @property
    def _is_a_beat_ago(self) -> bool:
        return monotonic() - self._drawn_at >= UPDATE_PERIOD

    def _on_timer_update(self) -> None:
        super()._on_timer_update()
        self._drawn_at = monotonic()
