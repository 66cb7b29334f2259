"""The values that screens propose for a new year or centre; the user sees them before anything is made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import timedelta

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.years.known_forms import form_asked
from tthtcd_tui.tasks.years.names import Commune
from tthtcd_tui.tasks.years.years import add_centre, new_year
from tthtcd_tui.text.periods import Period, PeriodKind

_LONGEST_CODE = 40
_KIND_OF_CENTRE = r"(?:tthtcd|trung-tam-hoc-tap-cong-dong|trung-tam)-"
_KIND_OF_PLACE = r"(?:phuong|xa|thi-tran|dac-khu)-"


def code_of(name: str, is_taken: Callable[[str], bool] = lambda _: False) -> str:
    """A code for a centre called `name`: «TTHTCĐ phường Mạo Khê» → `mao-khe`, or `mao-khe-2` where that is taken."""
    letters = unicodedata.normalize("NFKD", name.lower().replace("đ", "d"))
    words = re.sub("[^a-z0-9]+", "-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")
    short = re.sub(f"^{_KIND_OF_PLACE}", "", re.sub(f"^{_KIND_OF_CENTRE}", "", words))
    code = short[:_LONGEST_CODE].strip("-") or "trung-tam"
    number = 1
    while is_taken(numbered := code if number == 1 else f"{code}-{number}"):
        number += 1
    return numbered


def period_after(period: Period) -> Period | None:
    """The next period of the same kind; None after a period from-to, which tells nothing of the next."""
    try:
        if period.kind is PeriodKind.SCHOOL_YEAR:
            return Period.school_year(period.start.year + 1)
        if period.kind is PeriodKind.CALENDAR_YEAR:
            return Period.calendar_year(period.start.year + 1)
        after = period.end + timedelta(days=1)
        if (after.day, after.month) == (period.start.day, period.start.month):
            return Period.custom(after, after.replace(year=after.year + period.end.year - period.start.year) - _DAY)
    except (TextProblem, ValueError):
        pass
    return None


def newest(years: Sequence[Year]) -> Year | None:
    """The year to carry over from."""
    return max(years, key=lambda year: (year.period.end, year.report_id), default=None)


def form_choices(store: Store) -> list[Form]:
    """The forms for a new year, the newest version of each, the shipped one first."""
    shipped = load_shipped()
    keys = dict.fromkeys([shipped.key, *(row.key for row in store.forms.all())])
    return [form_asked(store, key) for key in keys]


def make_year(
    store: Store, centre: CentreRow, period: Period, user: str, previous: Year | None = None, form: Form | None = None
) -> Year:
    """Make a year of `form`, else of the newest version of the form of `previous`."""
    wanted = form or form_asked(store, previous.form.key if previous else None)
    return new_year(store, centre, period, wanted, user, previous)


def make_first_year(
    store: Store,
    code: str,
    name: str,
    period: Period,
    user: str,
    form: Form | None = None,
    commune: Commune | None = None,
) -> Year:
    """Make a centre and its first year in one transaction. Raises TaskProblem.

    `commune`, if it was asked for; else it is derived from `name` where possible.
    """
    with store.together():
        centre = add_centre(store, code, name)
        return new_year(store, centre, period, form or form_asked(store, None), user, commune=commune)


_DAY = timedelta(days=1)
