"""A form: what a report asks, in which order, with which words. Frozen; made by `load` from a TOML file.

A released form never changes; another year's form, or another kind of centre's, is another file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Protocol, TypeVar

from tthtcd_tui.forms.clauses import Paragraph
from tthtcd_tui.forms.links import pieces
from tthtcd_tui.named_tuple import NamedTuple


class FieldType(StrEnum):
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

    is_number: bool
    """Known once for each kind: a saved cell asks some fifty times."""


for _kind in FieldType:
    _kind.is_number = _kind in {FieldType.WHOLE, FieldType.DECIMAL, FieldType.PERCENT, FieldType.MONEY}


class Option(NamedTuple):
    """One answer of a closed set."""

    key: str
    label: str
    printed_label: str = ""
    """In the report, where that takes other words: «trung học cơ sở» for THCS."""

    @property
    def printed(self) -> str:
        return self.printed_label or self.label


class Field(NamedTuple):
    """One thing to fill in: its words, what it accepts, and how its answers print."""

    label: str
    kind: FieldType
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
    is_printed: bool = False
    """Whether a form has it printed that need not: of the ratings, what was given and what is noted."""

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


class SectionPart(StrEnum):
    """The kinds of content the program has of its own; `kinds.registry` joins them and whatever is added."""

    FIGURES = "figures"
    NARRATIVE = "narrative"
    BOARD = "board"
    CHECKLIST = "checklist"
    RESULTS = "results"
    GRID = "grid"
    RATINGS = "ratings"
    INDICATORS = "indicators"
    SCORE = "score"


class Entry(NamedTuple):
    """Something a section asks for, as far as the form as a whole must know it."""

    table: str
    """Its table in the TOML: figure, row, item. Empty for the section itself."""
    key: str
    is_linkable: bool = False
    """Whether its key is a name of links, which no other entry of the form may have."""
    links: tuple[str, ...] = ()
    """The names by which a text may link to it."""
    fields: tuple[tuple[str, Field], ...] = ()
    """Fields of its own, each with the table under this one that describes it, or nothing."""
    texts: tuple[Paragraph, ...] = ()
    """Paragraphs that a new year begins with."""


class Part(Protocol):
    """What a section asks for of one kind of content; each kind in `kinds` has its own."""

    def entries(self) -> Iterator[Entry]: ...


P = TypeVar("P", bound=Part)


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
    """1 for a part (I, II …), 2 for a section of the part before it, 3 for a section of that section."""
    prints: tuple[str, ...]
    """Names of kinds of content, in the order they are printed."""
    marker: Marker
    parts: tuple[Part, ...]
    """What it asks for, one part a kind of content."""

    def part(self, kind: type[P]) -> P | None:
        """What it asks for of one kind of content."""
        return next((part for part in self.parts if isinstance(part, kind)), None)

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


class FormSignature(NamedTuple):
    """Others who sign beside the report's signer, as the minutes of a meeting are signed."""

    title: str
    """In what capacity, in capitals: THƯ KÝ."""
    figure: str
    """The key of a figure that is text: their names, «;» between them."""
    least: int
    """How many there must be."""


class Noun(NamedTuple):
    """A word that a year chooses, wherever the form says `{link}` in a label, a unit or a hint."""

    link: str
    figure: str
    """The key of the figure, a choice, whose option is the word."""
    unsaid: str
    """The word while nobody has chosen."""


class FormAppendix(NamedTuple):
    """An appendix as a form words it."""

    key: str
    label: str
    """What it is called where one chooses it."""
    title: str
    """With links; printed in capitals."""
    citation: str
    """The sentence of the body that sends the reader there, with links and `{phu_luc}`."""
    section: str
    """The form's key of the section that ends with the citation; nothing for before the closing words."""
    attached: bool
    """Whether a report has it unless it says otherwise."""


class RuleKind(StrEnum):
    """How numbers of a report are held against one another or against a bound."""

    RANGE = "range"
    """Each of `of` from `least` to `most`."""
    RATIO = "ratio"
    """`of` as a share of `to`, in per cent, from `least` to `most`."""
    AT_MOST = "at_most"
    """Each of `of` no more than what `to` adds up to."""
    SUM = "sum"
    """`of` is what `to` adds up to."""
    CHANGE = "change"
    """Each of `of` from `least` to `most` times what it was the year before."""
    PER = "per"
    """How many of `of` come to one of `to`, from `least` to `most`; with `*`, in each row of the results table."""


class RuleLevel(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Operand(NamedTuple):
    """A number that a rule reads: at a place, under the name of a total, or a constant."""

    place: str
    """`figure/dan_so`, `results/*/classes`, `tong_luot`; nothing for a constant."""
    constant: Decimal | None = None
    last_year: bool = False


class FormRule(NamedTuple):
    """What the numbers of a report should keep to, as the form says it; checked, and no part of what a year keeps."""

    key: str
    kind: RuleKind
    of: tuple[Operand, ...]
    to: tuple[Operand, ...]
    least: Decimal | None
    most: Decimal | None
    size: Decimal
    """Of a change: a smaller difference is passed over."""
    zero_ok: bool
    """Whether 0 is never objected to."""
    unit: str
    """The unit in which the first of `of` must be for the rule to apply; nothing for any."""
    level: RuleLevel
    sentence: str
    """What is found, with links; nothing for the words of the kind."""
    advice: str
    """What to do; nothing for the usual words."""


RULE_LINKS: Mapping[str, str] = {
    "so": "số bị xét",
    "moc": "số đem so",
    "ket_qua": "kết quả phép so",
}
"""Links that only the sentence of a rule may hold, and what each gives."""

ANY_ROW = "*"
"""Stands for each row of the results table in the operands of a rule."""


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
    numbering: tuple[str, ...]
    """How each level of headings counts, two or three: roman, arabic, letter, part, point."""
    sections: tuple[Section, ...]
    screens: tuple[Screen, ...]
    records: Mapping[str, Mapping[str, Field]]
    """The fields every form has, by record (report, board, checklist …) and key; see `records.RECORDS`."""
    table: ResultsTable
    nouns: tuple[Noun, ...]
    """Words of the year's own in labels, units and hints."""
    follows: bool
    """Whether a text nobody edited is no part of the year, and follows its answers; else a new year is given it."""
    sums: tuple[SumRule, ...]
    """What is checked for adding up; the totals of the results table always do, because they are computed."""
    rules: tuple[FormRule, ...]
    """What else the numbers should keep to."""
    appendices: tuple[FormAppendix, ...]
    """Every appendix that can go along, in the order in which they are numbered."""
    template: Form | None = field(default=None, repr=False, compare=False)
    """The form before a year's nouns were put in its labels; None for one that is as its file says."""
    signatures: tuple[FormSignature, ...] = ()
    """Who signs beside the signer, in their order; none of a report, some of minutes."""

    @cached_property
    def section_by_key(self) -> Mapping[str, Section]:
        return {section.key: section for section in self.sections}

    def parts(self, kind: type[P]) -> Iterator[tuple[Section, P]]:
        """Every section that asks for something of a kind of content, with what that is."""
        for section in self.sections:
            if (part := section.part(kind)) is not None:
                yield section, part

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def link_names(self) -> frozenset[str]:
        """Every name that may stand between braces in a text of this form."""
        return frozenset(self.link_order)

    @cached_property
    def link_order(self) -> tuple[str, ...]:
        """The same in the order of the form: what a list to choose from shows."""
        return tuple(self._links())

    def _links(self) -> Iterator[str]:
        yield from NAME_LINKS
        yield from TOTAL_LINKS
        yield from (noun.link for noun in self.nouns)
        for section in self.sections:
            for part in section.parts:
                for entry in part.entries():
                    yield from entry.links


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
