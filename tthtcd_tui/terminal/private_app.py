"""App base on the lean renderer, without Textual's developer features.

They would disclose data: its crash page prints every local variable, a person's text or a password among them, and its
screenshots are saved anywhere.
"""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerFailed

from tthtcd_tui.terminal.driver import SteadyDriver
from tthtcd_tui.terminal.lean_renderer import LeanRenderer


class PrivateApp(App[None], inherit_bindings=False):
    """Ends silently where Textual would print a crash page; `crash` holds the exception for the caller.

    A class of its own, with one subclass, because it overrides methods that only Textual calls: the program above it
    touches none of them.
    """

    ENABLE_COMMAND_PALETTE = False

    crash: BaseException | None = None
    """The exception that ended the app, if any."""

    def __init__(self) -> None:
        super().__init__(driver_class=SteadyDriver, ansi_color=True)
        self._renderer = LeanRenderer(self)
        # What we have to say stands in a line of the screen: no screen needs a place for boxes that come and go.
        self._disable_tooltips = self._disable_notifications = True

    # -- drawing ------------------------------------------------------------------------------------------------------

    def force_redraw(self) -> None:
        """Send the whole screen again: another program may have written over it."""
        self._renderer.forget()
        self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self._renderer.display(screen, renderable):
            super()._display(screen, renderable)

    def _resume_signal(self) -> None:
        self._renderer.forget()
        super()._resume_signal()

    def _set_pointer_shape(self, shape: str) -> None:
        """There is no mouse, and some terminals print what they are told about its pointer."""

    # -- ending -------------------------------------------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or (error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 -- Textual's signature
        """Ends; what was to be shown of it is not."""
        self.crash = self.crash or RuntimeError("panic")
        self._return_code = 1
        self._close_messages_no_wait()

    # -- what a clerk has no use for ----------------------------------------------------------------------------------

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
