"""The one place where problems of keys and timers are caught and shown, so that no screen has to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from tthtcd_tui.errors import NotOnStaff, ReportGone, StoreProblem, UserProblem
from tthtcd_tui.services.open_report import OpenReport


class Telling(Protocol):
    """A screen, as problems are told on it."""

    def tell(self, problem: UserProblem) -> None: ...


class Screens(Protocol):
    """The screens there are, covered while nothing of the report may be seen."""

    @property
    def top(self) -> Telling | None: ...

    @property
    def is_covered(self) -> bool: ...

    def cover(self, problem: NotOnStaff) -> None:
        """Show why instead of any screen; what is typed in them stays."""

    def back(self) -> None: ...

    def close_year(self) -> None:
        """The open year is gone: back to the list of years."""


class ProblemTeller:
    """Shows a problem on the top screen; what was typed stays where it is."""

    def __init__(self, report: OpenReport, screens: Screens, set_aside: Callable[[], None]) -> None:
        """`set_aside` keeps what is typed now to be offered: its place is gone."""
        self._report = report
        self._screens = screens
        self._set_aside = set_aside

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show a problem raised inside the block: for callers that no key started, such as a timer."""
        try:
            yield
        except UserProblem as problem:
            self.tell(problem)

    def tell(self, problem: UserProblem) -> None:
        match problem:
            case NotOnStaff():
                self._shut_out(problem)
            case ReportGone(report_id=gone) if self._is_open(gone):
                self._leave_gone_report(problem)
            case _:
                if (top := self._screens.top) is not None:
                    top.tell(problem)

    def admits(self) -> bool:
        """Whether the key may go to the top screen; False where it has only shut the user out, or let them in again."""
        was_covered = self._screens.is_covered
        return self.is_shut_out() == was_covered

    def is_shut_out(self) -> bool:
        """Cover all screens while this user is off the list of staff; returns whether they are.

        Other problems of reading the list are ignored here: they are shown where something is read or saved.
        """
        try:
            self._report.store.rights.refuse_strangers(self._report.user)
        except NotOnStaff as problem:
            self._shut_out(problem)
        except StoreProblem:
            pass
        else:
            if self._screens.is_covered:
                self._screens.back()
        return self._screens.is_covered

    def _shut_out(self, problem: NotOnStaff) -> None:
        if not self._screens.is_covered:
            self._screens.cover(problem)

    def _is_open(self, report_id: int) -> bool:
        session = self._report.current
        return session is not None and session.year.report_id == report_id

    def _leave_gone_report(self, problem: ReportGone) -> None:
        """Close the year, which somebody has deleted; what was typed in it is offered, to be read and copied."""
        self._set_aside()
        self._screens.close_year()
        self.tell(problem)
