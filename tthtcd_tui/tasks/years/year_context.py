"""The Context of a stored year: the year before, the centre's former names and the log are read when asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress

from tthtcd_tui.checks.context import Context
from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.summed import summed
from tthtcd_tui.text.periods import Period


class StoredLog(NamedTuple):
    """The activity log of a report, in the database."""

    store: Store
    report_id: int

    def all(self) -> Iterator[Activity]:
        return self.store.log.each(self.report_id)

    def on_days_of(self, uids: Collection[str]) -> list[Activity]:
        return self.store.log.on_days_of(self.report_id, uids)


def context_of(store: Store, year: Year, form: Form, facts: Facts) -> Context:
    """The context of a year; other stored data are read when a rule asks."""
    return Context(
        form,
        facts,
        read_before=lambda: readable_before(store, year),
        read_names=lambda: names_of(store, year.centre),
        log=StoredLog(store, year.report_id),
        read_earlier=lambda: _chosen_before(store, year, facts),
    )


def _chosen_before(store: Store, year: Year, facts: Facts) -> list[Facts]:
    from tthtcd_tui.report.comparison import chosen_years  # most reports are compared with none

    return earlier_years(store, year, chosen_years(facts))


def earlier_years(store: Store, year: Year, labels: Sequence[str] = ()) -> list[Facts]:
    """The years to compare with: those of `labels`, else the newest of the same form that ended before this one began.

    Where the centre has none of its own, the sum of the centres that it continues (`report/summed`).
    """
    from tthtcd_tui.report.comparison import MOST_OTHERS

    form = store.forms.read(year.form.digest)
    found: list[Facts] = []
    for period in _periods_before(store, year):
        if len(found) == MOST_OTHERS:
            break
        if not labels or period.label in labels:
            with suppress(StoreProblem):  # a damaged one: this year does without it
                facts = _facts_of(store, form, year.centre, period)
                found += [facts] if facts is not None else []
    return found


def comparable(store: Store, year: Year) -> list[str]:
    """The labels of all years that `earlier_years` could give, the newest first."""
    return [period.label for period in _periods_before(store, year)]


def facts_before(store: Store, year: Year) -> Facts | None:
    """The newest year of the same form that ended before this one began; None where there is none.

    A sum in which a centre's report is missing does not count.
    """
    for period in _periods_before(store, year)[:1]:
        facts = _facts_of(store, store.forms.read(year.form.digest), year.centre, period)
        return facts if facts is not None and not (facts.summed and facts.summed.lacking) else None
    return None


def readable_before(store: Store, year: Year) -> Facts | None:
    """As `facts_before`; None where that year is damaged, which is told to whoever opens it."""
    try:
        return facts_before(store, year)
    except StoreProblem:
        return None


def names_of(store: Store, centre: CentreRow) -> tuple[str, ...]:
    """The names of the centre, its commune and the body above it in its years and in those of the old centres."""
    names = store.centres.names_used(centre.id)
    for old in store.centres.continued(centre.id):
        names += names_of(store, old)
    return tuple(dict.fromkeys(names))


# -- the years before, of a centre and of those it continues ----------------------------------------------------------


def _periods_before(store: Store, year: Year) -> list[Period]:
    """The periods before this year, each once, newest first."""
    wanted = {
        each.period.label: each.period
        for each in _years_with_old(store, year.centre.id)
        if each.form.key == year.form.key and each.period.end < year.period.start
    }
    return sorted(wanted.values(), key=lambda period: (period.start, period.end), reverse=True)


def _years_with_old(store: Store, centre: int) -> Iterator[Year]:
    yield from store.years.of(centre)
    for old in store.centres.continued(centre):
        yield from _years_with_old(store, old.id)


def _facts_of(store: Store, form: Form, centre: CentreRow, period: Period) -> Facts | None:
    """The centre's year of that period, else the sum of those it continues; None where it has neither."""
    for each in store.years.of(centre.id):
        if each.form.key == form.key and each.period.label == period.label:
            return store.snapshot(each.report_id).facts
    found, lacking = [], []
    for old in store.centres.continued(centre.id):
        facts = _facts_of(store, form, old, period)
        if facts is None or (facts.summed and facts.summed.lacking):
            lacking.append(old.name)
        else:
            found.append(facts)
    return summed(form, Centre(centre.code, centre.name), found, lacking) if found else None
