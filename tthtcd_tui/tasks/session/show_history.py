"""Who changed what when, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tthtcd_tui.errors import NoSuchPlace
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.fields import label_at, status_field
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.shown import shown, shown_in
from tthtcd_tui.report.status import BASE, FORM, STATUS, VERSION, Status
from tthtcd_tui.tasks.called import called
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.problem import quoted


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One place of one change; `mark` says whether it undid another change."""

    at: datetime
    user: str
    who: str
    """What they are called."""
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
            "name": self.who,
            "place": self.place,
            "label": self.label,
            "before": self.before,
            "after": self.after,
            "revision": self.revision,
        }


def history(store: Store, year: Year, place: str | None, limit: int) -> list[HistoryLine]:
    """The newest `limit` lines of a place and its cells, or of the whole report."""
    form = store.forms.read(year.form.digest)
    where = Place.parse(place) if place else None
    if place and where is None:
        raise _no_place(form, place)
    entries = store.history.of(year.report_id, where, limit)
    people = called(store, (entry.user for entry in entries), year.centre.id)
    return [
        HistoryLine(
            at=entry.at.astimezone(HOUR_OF_VIETNAM),
            user=entry.user,
            who=people[entry.user],
            place=entry.place,
            label=_label(form, entry.place),
            before=_shown(form, entry.place, entry.before),
            after=_shown(form, entry.place, entry.after),
            mark=" (hoàn tác)" if entry.undoes else "",
            revision=entry.revision,
        )
        for entry in entries
    ]


def _no_place(form: Form, typed: str) -> NoSuchPlace:
    from tthtcd_tui.report.nearest_place import place_meant  # only a mistake pays for it

    meant = place_meant(form, (), typed, or_above=True)
    return NoSuchPlace(f"{quoted(typed)} không phải một chỗ của báo cáo.{meant or ' Hãy kiểm tra lại tên chỗ.'}")


def _label(form: Form, place: Place) -> str:
    field = status_field(place)
    return field.label if field and place.kind == PlaceKind.STATUS else label_at(form, place)


def _shown(form: Form, place: Place, content: Content) -> str:
    """As `shown`, for entries about the report itself too, which cannot be «chưa nhập»."""
    field = status_field(place)
    if field is None or isinstance(content, Activity):
        return shown(form, place, content)
    if content is UNANSWERED:
        return _UNWRITTEN.get(place, _NONE)
    return f"mã {Base.parse(str(content)).facts[:8]}" if place == BASE else shown_in(field, content)


_NONE = "(không có)"
_UNWRITTEN = {STATUS: Status.DRAFT.words, VERSION: "0", FORM: ""}
