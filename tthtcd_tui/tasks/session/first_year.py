"""The year that the screens start with: the one this person had open last, else the newest that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.errors import NotOnStaff, ReportGone, StoreProblem
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.open_store import years_by_age
from tthtcd_tui.tasks.session.last_year import last_year
from tthtcd_tui.tasks.session.session import Session


def first_session(store: Store, code: str | None, user: str) -> tuple[Session | None, str]:
    """A session on the year `user` had open last, else on the newest; with it a notice about years that cannot be read.

    None where there is no year yet, and for supervisors, who start with what was handed in to them, unless a centre is
    named. Raises StoreProblem where there are years and none can be read.
    """
    if code is None and store.rights.supervised():
        return None, ""
    lost = ""
    for year in _to_begin_with(store, code, user):
        try:
            session = opened_session(store, year, user, is_starting=True)
        except StoreProblem as problem:
            lost = lost or problem.message
            continue
        return session, f"{lost} Sẽ mở {year.period.title}, còn đọc được." if lost else ""
    if lost:
        raise StoreProblem(lost)
    return None, ""


def _to_begin_with(store: Store, code: str | None, user: str) -> Iterator[Year]:
    """The years to try, of that centre or of all; fetched lazily."""
    last = last_year(store, user)
    if last is not None and code in (None, last.centre.code):
        yield last
    yield from (year for year in years_by_age(store, code) if last is None or year.report_id != last.report_id)


def opened_session(store: Store, year: Year, user: str, *, is_starting: bool = False) -> Session:
    """A session on `year`. Raises StoreProblem, which names the year, where it cannot be read."""
    try:
        return Session(store, year, user, is_starting=is_starting)
    except (ReportGone, NotOnStaff):
        raise
    except StoreProblem as problem:
        raise StoreProblem(f"Không mở được {year.period.title}: {problem.message}") from problem
