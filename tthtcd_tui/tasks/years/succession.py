"""Centres that continue old ones after communes were merged: recording it, and starting from an old one's texts."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.errors import CannotEdit, NoReport, TaskProblem
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.open_store import find_year, period_label
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted


def merge_centres(store: Store, centre: CentreRow, old: Sequence[CentreRow]) -> None:
    """Record that `centre` continues `old` and no others; their reports stay as they are.

    Raises TaskProblem, NotAllowed for all but directors of all centres.
    """
    try:
        store.centres.merge(centre.id, [each.id for each in old])
    except CannotEdit as problem:
        raise TaskProblem(problem.message) from None


def source_year(store: Store, centre: CentreRow, asked: str) -> Year:
    """The year to copy texts from: a period of the centre itself, or «code/period» of one that it continues."""
    code, slash, label = asked.partition("/")
    old = store.centres.continued(centre.id)
    known = {each.code: each for each in old}
    if slash and code in known:
        return _year_of(store, known[code], label)
    if slash and old and not code.strip().isdigit():
        meant = did_you_mean(code, known)
        codes = ", ".join(known)
        raise TaskProblem(f"{centre.name} không tiếp nối trung tâm mã {quoted(code)}.{meant} Chọn một trong: {codes}.")
    try:
        return find_year(store, centre.code, asked)
    except NoReport:
        having = [each for each in old if _has(store, each, asked)]
        if not having:
            raise
        choices = ", ".join(f"{each.code}/{period_label(asked)}" for each in having)
        raise TaskProblem(
            f"{centre.name} chưa có báo cáo kỳ {quoted(asked)}, các trung tâm cũ thì có. Chọn chép của trung tâm nào:"
            f" {choices}."
        ) from None


def _year_of(store: Store, centre: CentreRow, label: str) -> Year:
    years = store.years.of(centre.id)
    found = next((year for year in years if year.period.label == period_label(label)), None)
    if found is None:
        known = [year.period.label for year in years]
        raise NoReport(f"Chưa có báo cáo kỳ {quoted(label)} của {centre.name}.", period_label(label), known)
    return found


def _has(store: Store, centre: CentreRow, label: str) -> bool:
    return any(year.period.label == period_label(label) for year in store.years.of(centre.id))


def sources(store: Store, centre: CentreRow) -> list[Year]:
    """The years whose texts a new one can start from: the centre's own, then the old centres', newest first."""
    old = [year for each in store.centres.continued(centre.id) for year in store.years.of(each.id)]
    return [*store.years.of(centre.id), *sorted(old, key=lambda year: year.period.end, reverse=True)]
