"""Who changed what when, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.edit_cells import shown
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.problem import quoted

HOUR_OF_VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Times are kept in UTC and shown as the clock in Viet Nam says, which has no summer time."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One place of one change. `mark` says that it took another change back."""

    at: datetime
    user: str
    place: Place
    label: str
    before: str
    after: str
    mark: str
    revision: int

    def tree(self) -> dict[str, str | int]:
        return {
            "at": self.at.isoformat(),
            "user": self.user,
            "place": self.place,
            "label": self.label,
            "before": self.before,
            "after": self.after,
            "revision": self.revision,
        }


def history(store: Store, year: Year, place: str | None, limit: int) -> list[HistoryLine]:
    """The newest `limit` lines of a place and its cells, or of the whole report."""
    where = Place.parse(place) if place else None
    if place and where is None:
        raise TaskProblem(f"{quoted(place)} không phải một chỗ của báo cáo. Gõ “tthtcd show KỲ” để xem các chỗ.")
    form = store.form(year.form.digest)
    return [
        HistoryLine(
            at=entry.at.astimezone(HOUR_OF_VIETNAM),
            user=entry.user,
            place=entry.place,
            label=label_at(form, entry.place),
            before=shown(form, entry.place, entry.before),
            after=shown(form, entry.place, entry.after),
            mark=" (hoàn tác)" if entry.undoes else "",
            revision=entry.revision,
        )
        for entry in store.history(year.report, where, limit)
    ]
