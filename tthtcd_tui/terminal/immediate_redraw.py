"""Screen that redraws as soon as it is idle, with all changes of a key in one frame.

Textual draws by a 60 Hz timer that each screen starts at its first draw, so a new screen appears a tick late. Here
only what follows within a tick of the last frame waits for the timer: a paste, or keys typed ahead, are drawn together.

A key only marks what it changes; `before_drawing` makes the lines once, right before they are sent.

Only the top screen is drawn. Textual also renders the one beneath, for transparent backgrounds, which this program has
none of.

A screen is not drawn before its contents were asked for once; until then the previous one stays visible.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual import events
from textual.geometry import Size
from textual.screen import UPDATE_PERIOD, Screen


class ImmediateRedrawScreen(Screen[None], inherit_css=False):
    """Redraws immediately, at most 60 times a second.

    A class of its own, with one subclass, because it overrides methods that only Textual calls: the screens above it
    touch none of them.
    """

    _drawn_at = 0.0
    _has_something_to_show = False

    def __init__(self) -> None:
        super().__init__()
        self._preparations: dict[Callable[[], None], None] = {}
        self._conclusions: dict[Callable[[], None], None] = {}

    def before_drawing(self, prepare: Callable[[], None]) -> None:
        """Schedule `prepare` once before the next frame, however often it is requested."""
        self._preparations[prepare] = None
        self.check_idle()

    def after_drawing(self, conclude: Callable[[], None]) -> None:
        """Schedule `conclude` once, right after the frame that is being prepared, before any key is handled."""
        self._conclusions[conclude] = None

    def _prepare(self) -> None:
        while self._preparations:
            asked, self._preparations = self._preparations, {}
            for prepare in asked:
                prepare()

    def _screen_resized(self, size: Size) -> None:
        """Ignore stale resize events: with two in close succession Textual would alternate between both sizes for ever.

        Ignore also a size it is laid out for already: a new screen is told its size four times.
        """
        if size == self.app.size != self.outer_size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        """Textual also draws a new screen as soon as it is laid out, when there is nothing on it."""
        if self._has_something_to_show:
            super()._compositor_refresh()

    async def _on_idle(self, event: events.Idle) -> None:
        """Textual's own, which follows, starts the clock for what is not drawn here."""
        if not self._is_on_top or self.app._batch_count or not self._has_changed:
            return
        if self._is_a_beat_ago and (self._has_something_to_show or not self._waits_for_keys):
            event.prevent_default()
            self._on_timer_update()
        elif self._preparations:
            event.prevent_default()
            self._update_timer.resume()

    @property
    def _is_on_top(self) -> bool:
        return self.is_current and self.app.screen is self

    @property
    def _has_changed(self) -> bool:
        return (
            bool(self._preparations)
            or bool(self._dirty_widgets)
            or self._layout_required
            or self._scroll_required
            or self._repaint_required
        )

    @property
    def _waits_for_keys(self) -> bool:
        """Whether keys wait that were typed before a new screen was seen; they are handled before it is drawn."""
        return self.app.message_queue_size > 0

    @property
    def _is_a_beat_ago(self) -> bool:
        return monotonic() - self._drawn_at >= UPDATE_PERIOD

    def _end_drawing(self) -> None:
        asked, self._conclusions = self._conclusions, {}
        for conclude in asked:
            conclude()

    def _on_timer_update(self) -> None:
        if not self._has_something_to_show and self._waits_for_keys:
            return
        self._has_something_to_show = True
        if self._is_on_top:
            self._prepare()
        super()._on_timer_update()
        self._drawn_at = monotonic()
        if self._conclusions and self._is_on_top and not self.app._batch_count:
            self._end_drawing()
