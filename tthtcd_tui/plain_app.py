"""An App that shows and writes down nothing of its insides: what Textual would do for a developer, undone for a clerk.

Its crash page prints every local variable, a person's text or a password among them, and its screenshots go wherever it
likes. Written against the exactly pinned Textual, whose private methods these are.
"""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.worker import WorkerFailed


class PlainApp(App[None], inherit_bindings=False):
    """Ends without a word where Textual would print: `crash` says of what, to whoever started it."""

    ENABLE_COMMAND_PALETTE = False

    crash: BaseException | None = None
    """What ended it, if it did not end by itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # What we have to say stands in a line of the screen: no screen needs a place for boxes that come and go.
        self._disable_tooltips = self._disable_notifications = True

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or (error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002
        """Ends; what was to be shown of it is not."""
        self.crash = self.crash or RuntimeError("panic")
        self._return_code = 1
        self._close_messages_no_wait()

    def action_screenshot(self, *_: object, **__: object) -> None:
        """There is none."""

    def action_suspend_process(self) -> None:
        """There is no shell to go back to."""

    def save_screenshot(self, *_: object, **__: object) -> str:
        raise NotImplementedError

    def deliver_screenshot(self, *_: object, **__: object) -> str | None:
        return None

    def deliver_text(self, *_: object, **__: object) -> str | None:
        return None

    def deliver_binary(self, *_: object, **__: object) -> str | None:
        return None

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """There is no browser at the other end of a line."""
