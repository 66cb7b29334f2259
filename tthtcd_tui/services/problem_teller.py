"""The teller of problems: the one place where they end, whichever key or timer met them. No screen has to remember."""

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
    """Tells a problem on the screen on top; what was typed stays where it is."""

    def __init__(self, report: OpenReport, screens: Screens, set_aside: Callable[[], None]) -> None:
        """`set_aside` keeps what is typed now to be offered: its place is gone."""
        self._report = report
        self._screens = screens
        self._set_aside = set_aside

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the problem raised inside: for what no key began, such as a timer."""
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
        """Whether a key goes to the screen on top as ever; False for one that has only shut out or let in again."""
        was_covered = self._screens.is_covered
        return self.is_shut_out() == was_covered

    def is_shut_out(self) -> bool:
        """Cover all screens once this person was taken off the list of staff, until they are put back; whether so.

        Whatever else keeps the list from being read says so itself, where something is read or saved.
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
