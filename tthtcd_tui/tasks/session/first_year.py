"""What the screens begin with: the centre's current year; where that cannot be read, one that still can."""

from __future__ import annotations

from tthtcd_tui.errors import NotOnStaff, ReportGone, StoreProblem
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.open_store import years_by_age
from tthtcd_tui.tasks.session.session import Session


def first_session(store: Store, code: str | None, user: str) -> tuple[Session | None, str]:
    """A session on the newest year that can be read, and what to tell of newer ones; None where there is no year yet.

    Raises StoreProblem where there are years and none can be read.
    """
    lost = ""
    for year in years_by_age(store, code):
        try:
            session = opened_session(store, year, user, is_starting=True)
        except StoreProblem as problem:
            lost = lost or problem.message
            continue
        return session, f"{lost} Sẽ mở {year.period.title}, còn đọc được." if lost else ""
    if lost:
        raise StoreProblem(lost)
    return None, ""


def opened_session(store: Store, year: Year, user: str, *, is_starting: bool = False) -> Session:
    """A session on `year`. Raises StoreProblem, which names the year, where it cannot be read."""
    try:
        return Session(store, year, user, is_starting=is_starting)
    except (ReportGone, NotOnStaff):
        raise
    except StoreProblem as problem:
        raise StoreProblem(f"Không mở được {year.period.title}: {problem.message}") from problem
