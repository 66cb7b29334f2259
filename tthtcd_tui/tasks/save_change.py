"""Save edits as one Change: those of a report at hand, or the first ones of a new year."""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.errors import EditConflict
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.writing import Applied, Conflict, Conflicted
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.shown import shown
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted


def save(store: Store, snapshot: Snapshot, edits: Iterable[Edit], user: str, received: Base | None = None) -> Applied:
    """Save `edits` as one Change on `snapshot`; `received` is the base of their file. Raises EditConflict."""
    outcome = store.apply(snapshot.report_id, Change(new_op_id(), tuple(edits)), snapshot.revision, user, received)
    if isinstance(outcome, Conflicted):
        raise EditConflict(outcome.conflicts, [_both(snapshot.form, conflict) for conflict in outcome.conflicts])
    return outcome


def year_with(
    store: Store,
    centre: CentreRow,
    period: Period,
    form: Form,
    user: str,
    edits: list[Edit],
    received: Base | None = None,
) -> Year:
    """Make a new year and its first Change in one transaction; `received` is the base of the file they come from."""
    with store.together():
        report = store.years.add(centre.id, form, period)
        store.apply(report, Change(new_op_id(), tuple(edits)), 0, user, received)
    return next(year for year in store.years.of(centre.id) if year.report_id == report)


def _both(form: Form, conflict: Conflict) -> str:
    theirs, ours = (shown(form, conflict.place, content) for content in (conflict.theirs, conflict.ours))
    label = label_at(form, conflict.place)
    return f"{label} ({conflict.place}): {conflict.user} đã sửa thành {quoted(theirs)}; bạn nhập {quoted(ours)}."
