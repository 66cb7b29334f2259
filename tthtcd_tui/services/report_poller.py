"""Report poller: has the top screen show what a colleague has saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from tthtcd_tui.screens.advice import advised
from tthtcd_tui.services.open_report import OpenReport

POLL_SECONDS: Final = 1.0
"""Seconds between two polls; a colleague's change has to appear within two."""


class Polled(Protocol):
    """A screen, as the pollers see it."""

    @property
    def is_typing(self) -> bool: ...

    def show_all(self) -> None: ...

    def announce(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None: ...


class ReportPoller:
    """Refreshes the Session, never while something is being typed over it, on whatever screen."""

    def __init__(self, report: OpenReport, screens: Callable[[], Sequence[Polled]]) -> None:
        """`screens` are those on the stack, the one on top last."""
        self._report = report
        self._screens = screens

    def poll(self) -> None:
        """Poll the open report and refresh the top screen. Raises StoreProblem, ReportGone."""
        screens = self._screens()
        if not self._report.has_year or not screens or any(screen.is_typing for screen in screens):
            return
        session, top = self._report.session, screens[-1]
        before = session.read_only
        if session.refresh():
            top.show_all()
        closed = session.read_only
        if type(closed) is not type(before):
            words = advised(closed) if closed else "Báo cáo lại sửa được."
            top.announce(words, warn=bool(closed), good=not closed)
