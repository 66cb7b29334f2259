"""ContentKind: everything a report needs to know of one kind of content, as functions of form and year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import filterfalse
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Form, Section
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import Linked, RecordKind, ReportRow

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block
    from tthtcd_tui.report.writer import Writer

_NIL_IN_WORDS = "không có"


def no_rows(form: Form, section: Section) -> Iterable[ReportRow]:
    """`rows` of a kind whose rows are all added by people."""
    return ()


def none_added(form: Form, facts: Facts, section: str) -> Iterable[ReportRow]:
    """`added` of a kind to which people cannot add rows."""
    return ()


def unanswered(facts: Facts, row: ReportRow) -> tuple[Place, ...]:
    """`missing` of most kinds: the places that the row needs and nobody has answered."""
    return tuple(filterfalse(facts.answers.__contains__, row.needs))


def answer_at(facts: Facts, place: Place) -> Answer:
    """`answer` of most kinds: the stored answer."""
    return facts.answers.get(place, UNANSWERED)


def linked_cell(kind: ContentKind, form: Form, facts: Facts, row: ReportRow, name: str) -> Linked:
    """`linked` of kinds whose rows have one linked cell, the first."""
    return linked_at(kind, facts, row, row.cells[0].place)


def linked_at(kind: ContentKind, facts: Facts, row: ReportRow, place: Place) -> Linked:
    """The link's target at `place`. A table prints «không có» as an empty cell; a sentence needs the words."""
    for cell in row.cells:
        if cell.place == place:
            text = printed(cell.field, kind.answer(facts, place))
            return Linked(place, cell.label, _NIL_IN_WORDS if text == "" else text)
    raise KeyError(place)


def always(form: Form, facts: Facts, place: Place) -> bool:
    """`is_printed` of a kind that prints every answer."""
    return True


def nothing(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Iterable[Block]:
    """`blocks` of a kind that is printed only through links in texts."""
    return ()


class ContentKind(NamedTuple):
    """One kind of content; `name` is that of its schema in `forms/kinds`."""

    name: str
    places: tuple[str, ...]
    """The kinds of Place of its answers, in the order of its rows: those of the form, then those that people added."""
    rows: Callable[[Form, Section], Iterable[ReportRow]] = no_rows
    """The rows every report of the form has in a section, in reading order."""
    added: Callable[[Form, Facts, str], Iterable[ReportRow]] = none_added
    """The rows people added to a section, after the form's; with "" the rows that belong to no section of the form."""
    records: Mapping[str, RecordKind] = {}
    """The rows people can add, by kind of Place."""
    missing: Callable[[Facts, ReportRow], tuple[Place, ...]] = unanswered
    """The places of a required row that are still to be filled in."""
    answer: Callable[[Facts, Place], Answer] = answer_at
    """The effective answer at a place: a sum may replace what nobody typed."""
    linked: Callable[[ContentKind, Form, Facts, ReportRow, str], Linked] = linked_cell
    """What a link to a row, by one of its names, stands for."""
    is_printed: Callable[[Form, Facts, Place], bool] = always
    """Whether the report prints what was written at a place."""
    blocks: Callable[[Writer, Section, Sequence[ReportRow]], Iterable[Block]] = nothing
    """How its rows print, each block made when it is read."""
    called: Mapping[str, str] = {}
    """What a whole kind of Place is called, where one speaks of it: «Kết quả hoạt động»."""
    counted: str = ""
    """What its rows are, where a form is described: «20 nội dung tự đánh giá»."""
    in_its_section: tuple[str, ...] = ()
    """Kinds of Place that belong to the section where this kind is printed, even without rows there."""
    is_in_sections: bool = True
    """Whether what is added to it belongs to a section; else to the report as a whole."""
    reads: tuple[str, ...] = ()
    """Kinds of Place beside its own that its rows depend on."""
