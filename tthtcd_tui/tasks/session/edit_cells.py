"""Typed cells, one or many: parsed, validated by the form, saved."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Protocol

from tthtcd_tui.errors import NoSuchPlace, NothingSaved, TaskProblem, TextProblem, UserProblem, WrongCell
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
from tthtcd_tui.report.kinds.details import COMPARED
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
    """What parsing typed cells takes: a year's form and facts."""

    @property
    def form(self) -> Form: ...

    @property
    def facts(self) -> Facts: ...


class _AnyName:
    def __contains__(self, name: object) -> bool:
        return True


ANY_NAME: Final[Container[str]] = _AnyName()
"""Accepts any link name, for the screens: an unknown name in braces is stored as plain words.

A check finds it, and saving tells it, but half a sentence must not wait until the name is right.
"""


def edit_of(snapshot: Opened, cell: Typed, links: Container[str] | None = None) -> list[Edit]:
    """The edits that save `cell`, including the one that clears its not-reviewed mark. Raises NoSuchPlace, WrongCell.

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
    if place == COMPARED:
        answer = _labels(snapshot, answer)
    edits = without_habits(snapshot.facts, Edit(place, _as_written(place, field, answer)))
    return [*edits, *(mark for edit in edits for mark in reviewed(snapshot.facts, edit.place))]


def _labels(snapshot: Opened, answer: Answer) -> Answer:
    """The years to compare with, by the labels they are known by. Raises WrongCell for what names no period."""
    from tthtcd_tui.text.periods import parse_label  # only that cell pays for it

    if not isinstance(answer, tuple):
        return answer
    try:
        return tuple(dict.fromkeys(parse_label(line, snapshot.facts.period) for line in answer))
    except TextProblem as problem:
        raise WrongCell(label_at(snapshot.form, COMPARED), COMPARED, problem.message) from None


def _as_written(place: Place, field: Field, answer: Answer) -> Answer:
    """«4» for a class of towns is «loại IV», as reports write it."""
    if place != URBAN_CLASS or field.kind is not FieldType.TEXT or not isinstance(answer, str):
        return answer
    from tthtcd_tui.text.urban import urban_class  # only that cell pays for it

    return urban_class(answer) or answer


def note_on(session: Opened, cell: Typed) -> str:
    """A remark on how a saved `cell` was understood, where it is needed: «“10/6” chưa có năm: …»."""
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
    """Save the cells as one Change; returns how many. Raises TaskProblem, and saves nothing, if any is wrong.

    The problem names every wrong cell. Cells of an activity that is not in the log make a new one.
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
        made = activity_of(snapshot.form, uid, texts, snapshot.facts.period.days)
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
    """The year with the nouns and units chosen in `cells`, so that «3.100» is read in the unit chosen beside it."""
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
"""Unknown places that get a did-you-mean; not all, since a whole file may be of another form."""


def _suggested(snapshot: Snapshot, typed: str) -> NoSuchPlace:
    from tthtcd_tui.report.nearest_place import place_meant  # only a mistake pays for it

    return _no_such_place(typed, place_meant(snapshot.form, snapshot.facts.answers, typed))


def _no_such_place(typed: str, meant: str = "") -> NoSuchPlace:
    """The problem of an unknown place; `meant` is a did-you-mean sentence."""
    return NoSuchPlace(f"Biểu mẫu không có chỗ {quoted(typed)}.{meant or ' Hãy kiểm tra lại tên chỗ.'}")


def _new_activities(store: Store, snapshot: Snapshot, cells: Iterable[Typed]) -> dict[str, dict[str, str]]:
    """The cells of activities that are not in the log: by uid, the text typed for each field."""
    texts: dict[str, dict[str, str]] = {}
    for cell in cells:
        place = Place.parse(cell.place)
        if place and place.kind == PlaceKind.ACTIVITY and field_at(snapshot.form, place):
            texts.setdefault(place.parts[1], {})[place.parts[2]] = cell.raw
    known = store.log.called(snapshot.report_id, list(texts)) if texts else {}
    return {uid: typed for uid, typed in texts.items() if uid not in known}
