"""What undo or redo would do and did, in the words of who did it: the same place before and after.

A member is back, an activity is gone, a figure is as it was. Of many places the first in the order of the report is
named, and the others are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at, status_field
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.refused_rows import REFUSED
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.models.audit import Entry
    from tthtcd_tui.tasks.session.session import Session

_NAMES = {PlaceKind.BOARD: "name", PlaceKind.OWN: "label", PlaceKind.EVIDENCE: "code"}
"""The field by which a record that was added is called."""
_WHAT = {
    PlaceKind.BOARD: "thành viên",
    PlaceKind.OWN: "nội dung",
    PlaceKind.EVIDENCE: "minh chứng",
    PlaceKind.ACTIVITY: "hoạt động",
}


class Reversal(NamedTuple):
    """What is done to what: «hoàn tác» to «Dân số», «lấy lại» to «thành viên Nông Văn Dền»."""

    does: str
    what: str
    is_record: bool

    @property
    def asked(self) -> str:
        """Behind «… lần nữa để»."""
        return f"{self.does}{'' if self.is_record else ':'} {self.what}."

    @property
    def told(self) -> str:
        return f"Đã {self.asked}"


def record_words(form: Form, facts: Facts, record: Place) -> str:
    """«thành viên Nông Văn Dền», «nội dung “Thư viện”»."""
    kind = PlaceKind(record.kind)
    name = facts.text_at(record, _NAMES[kind])
    return _called(form, kind, name, facts.text_at(record, "role") if kind == PlaceKind.BOARD else "")


def _called(form: Form, kind: PlaceKind, name: str, role: str) -> str:
    option = form.records[PlaceKind.BOARD]["role"].option(role)
    called = name or (option.label if option else "")
    return f"{_WHAT[kind]} {_as_name(kind, called) if called else 'này'}"


def _as_name(kind: PlaceKind, name: str) -> str:
    return quoted(name) if kind == PlaceKind.OWN else name


def reversal(session: Session, does: str, entries: Sequence[Entry]) -> Reversal:
    """What taking back `entries` is, where it `does` «hoàn tác» or «làm lại»."""
    records = list(_coming_or_going(session.form, entries))
    kinds = {record.place.kind for record in records}
    is_more = any(not _is_of(records, entry.place.subject) for entry in entries)
    if len(kinds) != 1 or is_more:
        of_what = f"{does} rà soát" if entries and all(map(_is_review, entries)) else does
        return Reversal(of_what, places_words(session, (entry.place for entry in entries)), is_record=False)
    first, count = min(records, key=lambda record: record.order), len(records) - 1
    more = f" và {count} {_WHAT[PlaceKind(first.place.kind)]} khác" if count else ""
    return Reversal("lấy lại" if first.is_back else "bỏ", f"{first.words}{more}", is_record=True)


def _is_review(entry: Entry) -> bool:
    """Whether it took the mark off what was carried over, or put it back: a review, where nothing else came along."""
    return entry.place.kind == PlaceKind.CARRIED


def _is_of(records: Iterable[_Record], place: Place) -> bool:
    return any(place.within(record.place) for record in records)


def places_words(session: Session, places: Iterable[Place]) -> str:
    """«Dân số và 2 chỗ khác»; a mark is told by what it is on, a row that a paste was refused by its kind."""
    subjects = {place.unmarked for place in places}
    if subjects and all(place.kind == REFUSED for place in subjects):
        return f"{len(subjects)} dòng dán chưa xếp được"
    ranked = sorted(subjects, key=lambda place: session.rows.rank(place.subject))
    labels = [label for place in ranked if (label := _called_at(session, place))]
    more = f" và {len(labels) - 1} chỗ khác" if len(labels) > 1 else ""
    return f"{labels[0]}{more}" if labels else f"{max(len(ranked), 1)} chỗ biểu mẫu này không có"


def _called_at(session: Session, place: Place) -> str:
    """A record by its own name, which its label does not tell."""
    if place.kind in _NAMES and place.parent.kind == place.parent:
        return record_words(session.form, session.facts, place)
    status = status_field(place)
    return status.label if status else label_at(session.form, place)


class _Record(NamedTuple):
    """A record that comes back or goes as a whole."""

    place: Place
    is_back: bool
    words: str
    order: str
    """Of several the first is named: the earliest activity."""


def _coming_or_going(form: Form, entries: Sequence[Entry]) -> Iterator[_Record]:
    for entry in entries:
        place, is_back = entry.place, entry.after is UNANSWERED
        content = entry.before if is_back else entry.after
        if not is_back and entry.before is not UNANSWERED:
            continue
        if isinstance(content, Activity):
            words = f"hoạt động {quoted(content.title)} ({format_date(content.date)})"
            yield _Record(place, is_back, words, f"{content.date} {content.title}")
        elif place.kind in _NAMES and place.parts[-1] == "order":
            words = _called_in(form, entries, place.parent)
            yield _Record(place.parent, is_back, words, words)


def _called_in(form: Form, entries: Sequence[Entry], record: Place) -> str:
    kind = PlaceKind(record.kind)
    said = {entry.place.parts[-1]: entry for entry in entries if entry.place.parent == record}
    name, role = (_text(said.get(field)) for field in (_NAMES[kind], "role"))
    return _called(form, kind, name, role)


def _text(entry: Entry | None) -> str:
    return next((each for each in (entry.before, entry.after) if isinstance(each, str)), "") if entry else ""
