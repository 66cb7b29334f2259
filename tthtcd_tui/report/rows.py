"""The report walked once: its rows and cells in reading order, with an index by Place.

`rows(form, facts)` gives the rows of one snapshot. The Layout, which the form alone decides, is made once a form and
shared by all its years; a snapshot adds the rows that people added, and tells what is missing. Requirements, the
order of findings, look-ups, screens, search and printing all read the report's structure here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.forms.clauses import links_of, texts_of
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.completeness import Requirement
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import ISSUER, LOCALITY, PLACE, UNPRINTED, details
from tthtcd_tui.report.kinds.kind import ContentKind, answer_at, linked_at, none_added
from tthtcd_tui.report.kinds.registry import KINDS, record_of
from tthtcd_tui.report.kinds.results import linked_total
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import Linked, ReportCell, ReportRow

_DETAILS: Final = ContentKind("details", (PlaceKind.REPORT,))
_NAMED: Final = {"ten_trung_tam": ISSUER, "ten_dia_phuong": LOCALITY, "dia_danh": PLACE}
_PERIOD: Final = "Kỳ báo cáo"
_FORMS_KEPT: Final = 16

Group = tuple[ContentKind, tuple[ReportRow, ...]]
"""The rows of one kind in one section."""


Required = tuple[ReportRow, Requirement]


class Found(NamedTuple):
    """A row with the kind of content it is of."""

    kind: ContentKind
    row: ReportRow


def _can_grow(kind: ContentKind) -> bool:
    """Whether people can add rows to those of the form."""
    return kind.added is not none_added


class Layout:
    """The part that the form alone decides: the rows that every report of it has."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.details = tuple(details(form))
        self.sections: dict[str, tuple[Group, ...]] = {}
        """By section, the rows of each kind that has some there, or to which some can be added."""
        self.rows: dict[str, Found] = {}
        self.cells: dict[Place, ReportCell] = {}
        self.links: dict[str, Found] = {}
        self.homes: dict[str, str] = {}
        """By kind of Place, the section that prints it as a whole."""
        self._index(((_DETAILS, self.details),))
        for section in form.sections:
            groups = [(kind, tuple(kind.rows(form, section))) for kind in KINDS]
            kept = self.sections[section.key] = tuple(
                group for group in groups if group[1] or (_can_grow(group[0]) and group[0].is_in_sections)
            )
            self._index(kept)
            for kind, _ in groups:
                if kind.name in section.prints:
                    self.homes |= dict.fromkeys(kind.in_its_section, section.key)

    def _index(self, groups: Sequence[Group]) -> None:
        for kind, rows in groups:
            for row in rows:
                found = self.rows[row.place] = Found(kind, row)
                for cell in row.cells:
                    self.cells[cell.place] = cell
                for name in row.links:
                    self.links[name] = found

    @cached_property
    def followed(self) -> frozenset[Place]:
        """The places whose answers can change the form's default texts."""
        texts = [cell.begins for cell in self.cells.values() if isinstance(cell.begins, tuple)]
        made = [paragraph for paragraphs in texts for paragraph in paragraphs if not isinstance(paragraph, str)]
        names = {name for paragraph in made for text in texts_of(paragraph) for name in links_of(text)}
        places = {_NAMED[name] for name in names & _NAMED.keys()}
        figures = {noun.figure for noun in self.form.nouns}
        return frozenset(places).union(*(self._cells_of(name) for name in names | figures))

    @cached_property
    def nouns(self) -> frozenset[Place]:
        """The places at which a year chooses its nouns, such as the word for its quarters."""
        return frozenset(Place.of(PlaceKind.FIGURE, noun.figure) for noun in self.form.nouns)

    def _cells_of(self, link: str) -> Iterator[Place]:
        found = self.links.get(link)
        return iter((*(cell.place for cell in found.row.cells), *found.row.reads)) if found else iter(())

    def counts(self) -> Iterator[tuple[str, int]]:
        """How many rows to fill in there are of each kind, and what they are called."""
        for kind in KINDS:
            if kind.counted:
                found = (
                    row for groups in self.sections.values() for each, rows in groups if each is kind for row in rows
                )
                yield kind.counted, sum(bool(row.cells) for row in found)

    def cell_at(self, place: Place) -> ReportCell | None:
        """The cell at `place`, one that people add among them; None where this form has no such cell."""
        found = self.cells.get(place)
        if found is not None:
            return found
        kind, *rest = place.split("/")
        if len(rest) != 2 or (record := record_of(kind)) is None:
            return None
        field = self.form.records[kind].get(rest[1])
        if field is None:
            return None
        carried = record.carried is None or rest[1] in record.carried
        return ReportCell(place, field, f"{record.label}: {field.label}", carried)

    def row_at(self, place: Place) -> Found | None:
        """The row that every report has at `place` or around it."""
        return self.rows.get(place) or self.rows.get(place.parent)

    def label_at(self, place: Place) -> str:
        """What `place` is called; nothing where this form has no such place."""
        cell = self.cell_at(place)
        if cell is not None:
            return cell.label
        kind, *rest = place.split("/")
        if len(rest) > 1:
            return ""
        record = record_of(kind)
        if record is not None:
            return record.label
        if not rest:
            return next((each.called[kind] for each in KINDS if kind in each.called), "")
        found = self.rows.get(place)
        return found.row.label if found else ""

    def section_at(self, place: Place) -> str | None:
        """The key of the section that asks for `place`, whatever has been added to a report; None for the details."""
        kind, *rest = place.split("/")
        if kind in self.homes:
            return self.homes[kind]
        found = self.rows.get("/".join((kind, *rest[:1])))
        return (found.row.section or None) if found else None


layout: Final = lru_cache(_FORMS_KEPT)(Layout)
"""The layout of a form, made when it is first asked for."""


class ReportRows:
    """The rows of one snapshot. Everything is worked out when it is first asked for, a section by itself."""

    def __init__(self, form: Form, facts: Facts) -> None:
        self.form = form
        self.facts = facts
        self.layout = layout(form)
        self._sections: dict[str, tuple[Group, ...]] = {}
        self._required: dict[str, list[Required]] = {}

    # -- the rows -----------------------------------------------------------------------------------------------------

    def section(self, key: str) -> tuple[Group, ...]:
        """The rows of a section, kind by kind: the form's, then what was added."""
        if key not in self._sections:
            self._sections[key] = tuple([self._grown(group, key) for group in self.layout.sections[key]])
        return self._sections[key]

    def _grown(self, group: Group, section: str) -> Group:
        kind, own = group
        if not _can_grow(kind):
            return group
        return kind, (*own, *kind.added(self.form, self.facts, section))

    def of(self, section: str, kind: str) -> tuple[ReportRow, ...]:
        """The rows of one kind of content in a section."""
        for each, found in self.section(section):
            if each.name == kind:
                return found
        return ()

    def sections_of(self, kind: str) -> Iterator[tuple[str, tuple[ReportRow, ...]]]:
        """Every section with rows of one kind of content, and those rows."""
        for key in self.layout.sections:
            if found := self.of(key, kind):
                yield key, found

    @cached_property
    def unplaced(self) -> tuple[Group, ...]:
        """Rows that people added and that belong to no section of the form."""
        return tuple([self._grown((kind, ()), "") for kind in KINDS if _can_grow(kind)])

    def groups(self) -> Iterator[Group]:
        """All groups in reading order: the details, the sections, then the rows without a section."""
        yield _DETAILS, self.layout.details
        for key in self.layout.sections:
            yield from self.section(key)
        yield from self.unplaced

    def __iter__(self) -> Iterator[ReportRow]:
        return chain.from_iterable([found for _, found in self.groups()])

    def cells(self) -> Iterator[ReportCell]:
        """Every cell that every report of the form has, then those of what was added."""
        yield from self.layout.cells.values()
        for found in self._added.values():
            yield from found.row.cells

    # -- look-ups -----------------------------------------------------------------------------------------------------

    @cached_property
    def _ranks(self) -> Mapping[Place, int]:
        return {row.place: rank for rank, row in enumerate(self)}

    @cached_property
    def _added(self) -> Mapping[Place, Found]:
        grown = [group for key in self.layout.sections for group in self.section(key) if _can_grow(group[0])]
        return {
            row.place: Found(kind, row)
            for kind, found in (*grown, *self.unplaced)
            for row in found
            if row.place not in self.layout.rows
        }

    def _found(self, place: Place) -> Found | None:
        return self.layout.row_at(place) or self._added.get(place) or self._added.get(place.parent)

    def row_at(self, place: Place) -> ReportRow | None:
        """The row at `place` or around it."""
        found = self._found(place)
        return found.row if found else None

    def cell_at(self, place: Place) -> ReportCell | None:
        return self.layout.cell_at(place)

    def label_at(self, place: Place) -> str:
        return self.layout.label_at(place)

    def answer_at(self, place: Place) -> Answer:
        """The effective answer at a cell: a sum of the log may replace what nobody typed."""
        found = self._found(place)
        return found.kind.answer(self.facts, place) if found else answer_at(self.facts, place)

    def is_needed(self, place: Place) -> bool:
        """Whether a row that is required needs `place`."""
        row = self.row_at(place)
        return row is not None and row.is_required and place in row.needs

    def section_of(self, place: Place) -> str:
        """The key of the section that asks for `place` or for what is said of it; nothing for the details."""
        subject = place.subject
        known = self.layout.section_at(subject)
        if known is None and (found := self._found(subject)):
            return found.row.section
        return known or ""

    def rank(self, place: Place) -> tuple[int, int, Place]:
        """The sort key of `place` in reading order: row by row, within a row cell by cell."""
        ranks = self._ranks
        if place in ranks:
            return ranks[place], -1, place
        row = self.row_at(place)
        cells = [cell.place for cell in row.cells] if row else []
        return ranks.get(place.parent, len(ranks)), cells.index(place) if place in cells else 0, place

    def is_printed(self, place: Place) -> bool:
        """Whether the report prints what was written at `place`."""
        found = self._found(place)
        if found is None or found.kind is _DETAILS:
            return place not in UNPRINTED
        return bool(found.row.section) and found.kind.is_printed(self.form, self.facts, place)

    @cached_property
    def printed_texts(self) -> Sequence[tuple[Place, str]]:
        """Every line of the year's own prose that the report prints, with its place, in the order of places."""
        prose = ((place, lines) for place, lines in self.facts.answers.items() if isinstance(lines, tuple))
        found = [each for each in sorted(prose) if self.is_prose(each[0]) and self.is_printed(each[0])]
        return [(place, line) for place, lines in found for line in lines]

    def is_prose(self, place: Place) -> bool:
        """Whether links are filled in there: paragraphs, not lists of names or of chosen options."""
        cell = self.cell_at(place)
        return cell is not None and cell.field.kind is FieldType.PARAGRAPHS

    # -- what is said of them -----------------------------------------------------------------------------------------

    def required_of(self, section: str) -> Sequence[Required]:
        """The rows a section requires, with what of each is missing; with "" the details."""
        if section not in self._required:
            groups = self.section(section) if section else ((_DETAILS, self.layout.details),)
            self._required[section] = self._wanted(groups)
        return self._required[section]

    def required(self) -> Sequence[Required]:
        """All that is required, in reading order."""
        return self._all_required

    @cached_property
    def _all_required(self) -> Sequence[Required]:
        found = [each for key in ("", *self.layout.sections) for each in self.required_of(key)]
        return found + self._wanted(self.unplaced)

    @cached_property
    def requirements(self) -> list[Requirement]:
        """What is required, without its rows."""
        return [requirement for _, requirement in self._all_required]

    def _wanted(self, groups: Sequence[Group]) -> list[Required]:
        facts = self.facts
        return [
            (row, Requirement(row.section, row.label, kind.missing(facts, row)))
            for kind, found in groups
            for row in found
            if row.is_required
        ]

    def linked(self, name: str) -> Linked | None:
        """What `{name}` stands for in a text, or None where the form knows no such name."""
        found = self.layout.links.get(name)
        if found is not None:
            return found.kind.linked(found.kind, self.form, self.facts, found.row, name)
        return linked_total(self.facts, name) or self._named(name) or self._noun(name)

    def _noun(self, name: str) -> Linked | None:
        """The target of a link to a noun that the year chooses: «thôn»."""
        for noun in self.form.nouns:
            if noun.link == name:
                return self.linked(noun.figure)
        return None

    def _named(self, name: str) -> Linked | None:
        if name == "nam_hoc":
            return Linked(None, _PERIOD, self.facts.period.label)
        if name == "ky_bao_cao":
            return Linked(None, _PERIOD, self.facts.period.title)
        place = _NAMED.get(name)
        return linked_at(_DETAILS, self.facts, self.layout.rows[place].row, place) if place else None


_newest: Final[deque[ReportRows]] = deque(maxlen=2)
"""Cache of the latest snapshots' rows (this year's, and that of the year before): many callers ask for the same."""


def rows(form: Form, facts: Facts) -> ReportRows:
    """The rows of one snapshot, made once while it is the newest."""
    for made in _newest:
        if made.facts is facts and made.form is form:
            return made
    made = ReportRows(form, facts)
    _newest.append(made)
    return made


def requirements(form: Form, facts: Facts) -> list[Requirement]:
    """Everything a form requires of a year, in the order of the report."""
    return rows(form, facts).requirements
