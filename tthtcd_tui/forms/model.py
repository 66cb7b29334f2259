"""A form: what a report asks, in which order, with which words. Frozen; made by `load` from a TOML file.

A released form never changes; another year's form, or another kind of centre's, is another file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tthtcd_tui.forms.links import pieces


class Kind(StrEnum):
    """What may be typed in a field, and so the type of the value that comes of it."""

    WHOLE = "whole"
    """A whole number, 0 or more → Quantity."""
    DECIMAL = "decimal"
    """A number, 0 or more → Quantity."""
    PERCENT = "percent"
    """A number from 0 to 100 → Quantity."""
    MONEY = "money"
    """Whole đồng → Quantity."""
    TEXT = "text"
    """One line → str."""
    LINES = "lines"
    """One name a line, or separated by «;» → tuple of str."""
    PARAGRAPHS = "paragraphs"
    """One paragraph a line, with links → tuple of str."""
    CHOICE = "choice"
    """One of the field's options → its key."""
    CHOICES = "choices"
    """Some of the field's options → their keys, in the form's order."""
    DATE = "date"
    """A day → date."""

    @property
    def is_number(self) -> bool:
        return self in _NUMBERS


_NUMBERS = frozenset({Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT, Kind.MONEY})


class Option(NamedTuple):
    key: str
    label: str


class Field(NamedTuple):
    """One thing to fill in: its words, what it accepts, and how its answers print."""

    label: str
    kind: Kind
    unit: str = ""
    required: bool = False
    qualified: bool = False
    """Whether a number may carry a qualifier («trên 40.000»)."""
    maximum: Decimal | None = None
    options: tuple[Option, ...] = ()
    zero: str = "0"
    """How the number 0 prints; «không có» for a count that is good news."""
    nil: str = "không có"
    """How «không có» (Nil, typed ``-``) prints; an empty cell in the results table."""
    not_applicable: str = "không áp dụng"
    default: str = ""
    """What a new year starts with, as it would be typed."""
    hint: str = ""

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


class Figure(NamedTuple):
    """A number or a few words about the place in the year (form.md section I); texts link to it."""

    key: str
    section: str
    field: Field


class Item(NamedTuple):
    """A «nội dung tự đánh giá»: has a status, a statement and an evidence."""

    key: str
    section: str
    label: str
    required: bool
    hint: str


class ResultRow(NamedTuple):
    """A row of the results table (form.md section III.2)."""

    key: str
    section: str
    marker: str
    """What stands under TT: 1, 2, 3, a, b …"""
    label: str
    group: bool
    """A heading without numbers of its own."""
    under: str
    """The key of the group it belongs to, or nothing."""
    required: bool


class Group(NamedTuple):
    """One of those whose participation is rated (form.md section IV)."""

    key: str
    section: str
    label: str
    required: bool


class Indicator(NamedTuple):
    """An effectiveness indicator (form.md section V)."""

    key: str
    section: str
    label: str
    value: Field | None
    """None for one told in words alone."""
    computed: str
    """The name of the link that gives its value (tong_luot), or nothing. A computed value is never typed."""
    unit: str
    """Of a computed value; a typed one has its field's."""
    required: bool
    narrative_required: bool
    """Whether its paragraphs are what must be filled in."""
    paragraphs: tuple[str, ...]
    hint: str


class Content(StrEnum):
    """What a section can print."""

    NARRATIVE = "narrative"
    BOARD = "board"
    CHECKLIST = "checklist"
    RESULTS = "results"
    RATINGS = "ratings"
    INDICATORS = "indicators"


class Marker(StrEnum):
    """What stands before the statements and indicators of a section."""

    NONE = "none"
    LETTERS = "letters"
    """a) b) c) d) đ) …, as in the Decree's App. I, II.6."""
    DASHES = "dashes"


class Section(NamedTuple):
    key: str
    title: str
    level: int
    """1 for a part (I, II …), 2 for a section of the part before it."""
    prints: tuple[Content, ...]
    marker: Marker
    paragraphs: tuple[str, ...]
    """The default text; a year owns its copy."""
    narrative_required: bool
    figures: tuple[Figure, ...]
    items: tuple[Item, ...]
    rows: tuple[ResultRow, ...]
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]

    @property
    def name(self) -> str:
        """The title for lists and messages: without the links that only a year can fill in."""
        words = "".join(piece for piece in pieces(self.title) if isinstance(piece, str))
        return " ".join(words.split()) or self.title


class Screen(NamedTuple):
    """Sections filled in on one screen."""

    key: str
    label: str
    sections: tuple[str, ...]


class ResultsTable(NamedTuple):
    """The words of the results table."""

    marker_title: str
    label_title: str
    total_label: str


class SumRule(NamedTuple):
    """A typed figure that its parts should add up to: the schools of a place, level by level."""

    total: str
    """The key of a figure that is a number; so is each of the parts."""
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """What a report asks. `text` is the TOML it was made from; its SHA-256, `digest`, is the form's identity."""

    key: str
    version: int
    name: str
    text: str
    digest: str
    document_type: str
    """In capitals: BÁO CÁO."""
    abstract: str
    """With links: Tự đánh giá … {ky_bao_cao}."""
    end_mark: str
    numbering: tuple[str, str]
    """How parts and sections count: roman, arabic, letter, part."""
    sections: tuple[Section, ...]
    screens: tuple[Screen, ...]
    records: Mapping[str, Mapping[str, Field]]
    """The fields every form has, by record (report, board, checklist …) and key; see `records.RECORDS`."""
    table: ResultsTable
    sums: tuple[SumRule, ...]
    """What is checked for adding up; the totals of the results table always do, because they are computed."""

    @cached_property
    def section_by_key(self) -> Mapping[str, Section]:
        return {section.key: section for section in self.sections}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return {figure.key: figure for section in self.sections for figure in section.figures}

    @cached_property
    def items(self) -> Mapping[str, Item]:
        return {item.key: item for section in self.sections for item in section.items}

    @cached_property
    def rows(self) -> Mapping[str, ResultRow]:
        """The rows of the results table that hold numbers, and the groups between them."""
        return {row.key: row for section in self.sections for row in section.rows}

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        return {group.key: group for section in self.sections for group in section.groups}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        return {indicator.key: indicator for section in self.sections for indicator in section.indicators}

    @cached_property
    def link_names(self) -> frozenset[str]:
        """Every name that may stand between braces in a text of this form."""
        return frozenset(self._links())

    def _links(self) -> Iterator[str]:
        yield from NAME_LINKS
        yield from TOTAL_LINKS
        yield from self.figures
        for row in self.rows.values():
            if not row.group:
                yield f"{row.key}.{CLASSES_LINK}"
                yield f"{row.key}.{PARTICIPATIONS_LINK}"
        yield from (key for key, indicator in self.indicators.items() if indicator.value or indicator.computed)


NAME_LINKS: Mapping[str, str] = {
    "nam_hoc": "nhãn của kỳ báo cáo, 2020-2021",
    "ky_bao_cao": "kỳ báo cáo, năm học 2020-2021",
    "ten_trung_tam": "tên chính thức của trung tâm",
    "ten_dia_phuong": "tên xã, phường",
    "dia_danh": "địa danh ghi trước ngày tháng",
}
"""Links to the names of the year, and what each gives."""

TOTAL_LINKS: Mapping[str, str] = {"tong_lop": "tổng số lớp", "tong_luot": "tổng số lượt người tham gia"}
"""Links to the computed totals of the results table."""

CLASSES_LINK = "lop"
PARTICIPATIONS_LINK = "luot"
"""A results row is linked as `{phap_luat.lop}`, `{phap_luat.luot}`."""
