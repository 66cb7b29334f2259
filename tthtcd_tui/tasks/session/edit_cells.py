"""One cell typed, or many: read, checked against the form, saved."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Protocol

from tthtcd_tui.errors import NoSuchPlace, NothingSaved, TaskProblem, UserProblem, WrongCell
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.forms.nouns import refusal
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, reading
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.defaults import edited
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import days_of, field_at, label_at
from tthtcd_tui.report.kinds.figures import URBAN_CLASS
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import layout
from tthtcd_tui.tasks.save_change import save
from tthtcd_tui.tasks.session.habits import without_habits
from tthtcd_tui.tasks.session.log_activity import activity_of
from tthtcd_tui.tasks.years.carry_over import reviewed
from tthtcd_tui.text.problem import quoted


@dataclass(frozen=True, slots=True)
class Typed:
    """A place and what was typed for it."""

    place: str
    raw: str


class Opened(Protocol):
    """A year, as what is typed is read in it."""

    @property
    def form(self) -> Form: ...

    @property
    def facts(self) -> Facts: ...


class _AnyName:
    def __contains__(self, name: object) -> bool:
        return True


ANY_NAME: Final[Container[str]] = _AnyName()
"""Links as the screens read them: a name between braces that no figure has is words, kept as they were written.

A check finds it, and it is told when it is saved: half a sentence must not wait for the name to be right.
"""


def edit_of(snapshot: Opened, cell: Typed, links: Container[str] | None = None) -> list[Edit]:
    """The edits that saving `cell` takes, its mark as carried over among them. Raises NoSuchPlace, WrongCell.

    `links` are the names that paragraphs may link to; without, those of the form.
    """
    place = Place.parse(cell.place)
    if place and place.kind == PlaceKind.ACTIVITY and len(place.parts) == 2 and not cell.raw:
        return [Edit(place, UNANSWERED)]
    field = field_at(snapshot.form, place) if place else None
    if place is None or field is None:
        raise _no_such_place(cell.place)
    known = snapshot.form.link_names if links is None else links
    answer = read(field, cell.raw, known, days_of(snapshot.facts.period, place))
    if isinstance(answer, Problem):
        raise WrongCell(label_at(snapshot.form, place), place, refusal(snapshot.form, field, cell.raw, answer))
    edits = without_habits(snapshot.facts, Edit(place, _as_written(place, field, answer)))
    return [*edits, *(mark for edit in edits for mark in reviewed(snapshot.facts, edit.place))]


def _as_written(place: Place, field: Field, answer: Answer) -> Answer:
    """«4» for a class of towns is «loại IV», as reports write it."""
    if place != URBAN_CLASS or field.kind is not FieldType.TEXT or not isinstance(answer, str):
        return answer
    from tthtcd_tui.text.urban import urban_class  # only that cell pays for it

    return urban_class(answer) or answer


def note_on(session: Opened, cell: Typed) -> str:
    """How `cell`, which is stored, was understood, where that wants a word: «“10/6” chưa có năm: …»."""
    place = Place.parse(cell.place)
    field = field_at(session.form, place) if place else None
    if place is None or field is None:
        return ""
    if field.kind is FieldType.PARAGRAPHS:
        unknown = unknown_links(cell.raw, session.form.link_names)
        return f"Không có số liệu nào tên “{{{unknown[0]}}}”: giữ nguyên như chữ đã gõ." if unknown else ""
    if place == URBAN_CLASS and field.kind is FieldType.TEXT:
        return _urban_note(cell.raw.strip())
    return reading(field, cell.raw, (), days_of(session.facts.period, place)).note


def _urban_note(raw: str) -> str:
    from tthtcd_tui.text.urban import urban_class

    found = urban_class(raw)
    return f"{quoted(raw)}: hiểu là {found}." if found and found != raw else ""


def typed_lines(data: bytes) -> list[Typed]:
    r"""«PLACE VALUE» lines: \n in a value breaks its line, \\ is a backslash, # begins a comment.

    Raises TaskProblem.
    """
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise TaskProblem("Đầu vào không phải chữ UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.") from None
    cells = []
    for line in lines:
        place, _, raw = line.strip().partition(" ")
        if place and not place.startswith("#"):
            cells.append(Typed(place, _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else "\\", raw)))
    return cells


def typed_line(cell: Typed) -> str:
    """The line that `typed_lines` reads `cell` from."""
    raw = cell.raw.replace("\\", r"\\").replace("\n", r"\n")
    return f"{cell.place} {raw}".rstrip()


_ESCAPED = re.compile(r"\\([\\n])")


def save_cells(store: Store, year: Year, cells: Iterable[Typed], user: str) -> int:
    """Saves what was typed as one Change; the number of cells. Raises TaskProblem and saves nothing if one is wrong.

    Every wrong cell is told, not only the first. The cells of an activity that the log has not make a new one.
    """
    asked = list(cells)
    snapshot = store.snapshot(year.report_id)
    new = _new_activities(store, snapshot, asked)
    chosen = _with_words_chosen(snapshot, asked)
    edits: list[Edit] = []
    wrong: list[UserProblem] = []
    for cell in asked:
        place = Place.parse(cell.place)
        if place and place.kind == PlaceKind.ACTIVITY and place.parts[1:2] and place.parts[1] in new:
            continue
        try:
            edits += edit_of(chosen, cell)
        except NoSuchPlace as problem:
            wrong.append(problem if len(wrong) >= _MOST_SUGGESTED else _suggested(snapshot, cell.place))
        except TaskProblem as problem:
            wrong.append(problem)
    for uid, texts in new.items():
        made = activity_of(snapshot.form, uid, texts)
        if isinstance(made, Activity):
            edits.append(Edit(Place.of(PlaceKind.ACTIVITY, uid), made))
        else:
            wrong += [
                WrongCell("Hoạt động mới", Place.of(PlaceKind.ACTIVITY, uid, each.key), each.message) for each in made
            ]
    if wrong:
        raise NothingSaved("Chưa lưu gì, vì có chỗ nhập sai:" if len(asked) > 1 else "Chưa lưu:", wrong)
    save(store, snapshot, edits, user)
    return len(asked)


def _with_words_chosen(snapshot: Snapshot, cells: Iterable[Typed]) -> Snapshot:
    """The year with the nouns and units that `cells` choose: «3.100» is read in the unit chosen beside it."""
    nouns = layout(snapshot.form).nouns
    edits: list[Edit] = []
    for cell in cells:
        if Place.parse(cell.place) in nouns:
            with suppress(WrongCell):  # told where it is saved
                edits += edit_of(snapshot, cell)
    if not edits:
        return snapshot
    form, facts = edited(snapshot.form, snapshot.facts, edits)
    return snapshot._replace(form=form, facts=facts)


_MOST_SUGGESTED: Final = 20
"""Places for which one that may be meant is looked for: a whole file may be of another form."""


def _suggested(snapshot: Snapshot, typed: str) -> NoSuchPlace:
    from tthtcd_tui.report.nearest_place import place_meant  # only a mistake pays for it

    return _no_such_place(typed, place_meant(snapshot.form, snapshot.facts.answers, typed))


def _no_such_place(typed: str, meant: str = "") -> NoSuchPlace:
    """`meant` asks whether another place was."""
    return NoSuchPlace(f"Biểu mẫu không có chỗ {quoted(typed)}.{meant or ' Hãy kiểm tra lại tên chỗ.'}")


def _new_activities(store: Store, snapshot: Snapshot, cells: Iterable[Typed]) -> dict[str, dict[str, str]]:
    """By uid, what was typed for the cells of activities that the log has not."""
    texts: dict[str, dict[str, str]] = {}
    for cell in cells:
        place = Place.parse(cell.place)
        if place and place.kind == PlaceKind.ACTIVITY and field_at(snapshot.form, place):
            texts.setdefault(place.parts[1], {})[place.parts[2]] = cell.raw
    known = store.log.called(snapshot.report_id, list(texts)) if texts else {}
    return {uid: typed for uid, typed in texts.items() if uid not in known}
