"""Ask, answer and settle at a Place of a year: between a centre and those above it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tthtcd_tui.errors import NoSuchPlace
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.comments import Thread
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import MARKS, Place
from tthtcd_tui.tasks.called import called
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.problem import quoted


def place_named(form: Form, typed: str) -> Place:
    """The cell that was typed. Raises NoSuchPlace."""
    place = Place.parse(typed)
    if place is None or place.kind in MARKS or field_at(form, place) is None:
        from tthtcd_tui.report.nearest_place import place_meant  # only a mistake pays for it

        meant = place_meant(form, (), typed)
        raise NoSuchPlace(f"{quoted(typed)} không phải một chỗ của báo cáo.{meant or ' Hãy kiểm tra lại tên chỗ.'}")
    return place


def say(store: Store, year: Year, place: Place, text: str, user: str) -> None:
    """Raises NotAllowed, CannotAnswer, TextProblem."""
    store.comments.say(year.report_id, place, clean_line(text), user)


def people_of(store: Store, year: Year, threads: Collection[Thread]) -> dict[str, str]:
    """What all who spoke in them are called, by their logins."""
    logins = {remark.user for thread in threads for remark in thread.remarks}
    logins |= {thread.settled[1] for thread in threads if thread.settled is not None}
    return called(store, logins, year.centre.id)


def told(form: Form, thread: Thread, people: Mapping[str, str]) -> Iterator[str]:
    """A thread in lines: where, what was said by whom, how it stands."""
    yield f"{thread.place} · {label_at(form, thread.place)} · {state_of(thread)}"
    yield from (f"  {words}" for words in remarks(thread, people))


def state_of(thread: Thread) -> str:
    if not thread.is_open:
        return "đã xong"
    return "đã trả lời, chờ xem" if thread.is_answered else "chưa xong"


def remarks(thread: Thread, people: Mapping[str, str]) -> Iterator[str]:
    """Each word of it, and who settled it, by what `people` are called; in the time of Viet Nam."""
    for remark in thread.remarks:
        yield f"{remark.at.astimezone(HOUR_OF_VIETNAM):%d/%m/%Y %H:%M} {people[remark.user]}: {remark.text}"
    if thread.settled is not None:
        at, by = thread.settled
        yield f"{at.astimezone(HOUR_OF_VIETNAM):%d/%m/%Y %H:%M} {people[by]}: khép góp ý"


def tree(thread: Thread, people: Mapping[str, str]) -> dict[str, object]:
    """As JSON."""
    said = [
        {"user": each.user, "name": people[each.user], "at": each.at.isoformat(), "text": each.text}
        for each in thread.remarks
    ]
    settled = None
    if thread.settled is not None:
        at, by = thread.settled
        settled = {"at": at.isoformat(), "user": by, "name": people[by]}
    return {"place": thread.place, "remarks": said, "settled": settled}
