"""A plan: what of a pasted block goes where, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Final, Self

from tthtcd_tui.imports.columns import Column, Rows, all_but
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ACTIVITY_FIELDS
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.imports.blocks.grid import Line

_MOST_TOLD: Final = 3
_LONGEST_SHOWN: Final = 24


class Placement(NamedTuple):
    """A cell and what would be typed in it; `line` of the block it comes from."""

    place: Place
    text: str
    line: int


class Doubt(NamedTuple):
    """A line that could not be placed, or a cell of it, and why."""

    line: int
    text: str
    reason: str
    place: Place | None = None
    cells: tuple[str, ...] = ()
    """The whole line."""
    texts: Mapping[str, str] = {}
    """What would be typed, by field, once it is known in which row."""


class TotalCheck(NamedTuple):
    """A total of the block beside what its rows add up to."""

    pasted: Decimal
    added: Decimal
    label: str

    @property
    def agrees(self) -> bool:
        return self.pasted == self.added


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the cells of a block go."""

    placements: tuple[Placement, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    skipped: int = 0
    """Lines passed over because they hold nothing to store: headings, groups, the total."""
    totals: tuple[TotalCheck, ...] = ()
    notes: tuple[str, ...] = ()
    by_labels: bool = False
    is_guessed: bool = False
    """Whether rows or columns were found by their order alone where that may be wrong: shown, and stored when taken."""
    has_half_labels: bool = False
    """Whether that is said for labels alone that are the beginning of a row's."""
    above: int = 0
    """The number of the last line above the rows, that of the titles; 0 where they begin with the first."""

    def as_pasted(self) -> Plan:
        """With its lines counted as one counts the rows of a table: from the first below the titles on."""
        if not self.above:
            return self
        placements = tuple(each._replace(line=each.line - self.above) for each in self.placements)
        doubts = tuple(each._replace(line=each.line - self.above) for each in self.doubts)
        return replace(self, placements=placements, doubts=doubts, above=0)

    @property
    def is_sure(self) -> bool:
        """Whether `placements` can be stored unasked. Doubts are told in any case."""
        return bool(self.placements) and not self.is_guessed

    @property
    def rows(self) -> int:
        """How many lines of the block are placed."""
        return len({placement.line for placement in self.placements})

    @property
    def offer(self) -> str:
        """«9 dòng khớp nhãn, 2 dòng chưa xếp được»: what is shown before it is taken."""
        found = [f"{self.rows} dòng {'khớp nhãn' if self.by_labels else 'theo thứ tự'}"] if self.placements else []
        if self.doubts:
            found.append(f"{len({doubt.line for doubt in self.doubts})} dòng chưa xếp được")
        return ", ".join(found) or "không có dòng nào dán được"

    @property
    def is_clean(self) -> bool:
        """Whether nothing of the block is left over or disagrees."""
        return not self.doubts and all(total.agrees for total in self.totals)

    @property
    def reasons(self) -> str:
        """What is odd, to be shown before it is taken."""
        told = [*self.notes, *([f"Chưa xếp được {_reasons(self.doubts)}."] if self.doubts else [])]
        return " ".join([*told, *(f"{words}." for words in disagreeing(self.totals))])

    @property
    def stored(self) -> str:
        """«Đã dán 11 dòng theo nhãn; TỔNG khớp 445 / 43.117.» – and what was not pasted, with its reasons."""
        return told(self._placed, self.totals, self.doubts, self.notes)

    @property
    def _placed(self) -> str:
        how = "theo nhãn" if self.by_labels else "theo thứ tự"
        return f"{self.rows} dòng {how}" if self.placements else ""

    @property
    def brief(self) -> tuple[str, ...]:
        """The same in fewer and fewer words, for where there is no room: what is left out is `remarks`."""
        return brief(self._placed, self.totals, [doubt.line for doubt in self.doubts])

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said besides: what was passed over, which totals disagree."""
        return (*self.notes, *(f"{words}." for words in disagreeing(self.totals)))


class LogRow(NamedTuple):
    """An activity as it would be typed: its values in the order of ACTIVITY_FIELDS, empty where not said."""

    line: int
    values: tuple[str, ...]
    doubt: str = ""
    """Why it is not stored unasked; nothing for a row that is sure."""
    is_complete: bool = True
    """Whether it could be stored if somebody says so."""
    cells: tuple[str, ...] = ()
    """Of a row with a doubt the whole line, as it stands in the block."""

    @classmethod
    def of(cls, line: int, fields: Mapping[str, str], doubt: str = "", is_complete: bool = True) -> Self:
        return cls(line, tuple(fields.get(key, "") for key in ACTIVITY_FIELDS), doubt, is_complete)

    @property
    def fields(self) -> dict[str, str]:
        """What is said, by field."""
        return {key: text for key, text in zip(ACTIVITY_FIELDS, self.values, strict=True) if text}


class RowDoubt(NamedTuple):
    """Why a row is not stored unasked, and what else a LogRow says of one."""

    why: str
    is_complete: bool
    cells: tuple[str, ...] = ()


class LogRows(Rows[LogRow]):
    """The rows of a block in their order, held by columns; `doubts` by row."""

    def __init__(
        self,
        numbers: Sequence[int] = (),
        columns: Mapping[str, Column] | None = None,
        doubts: Mapping[int, RowDoubt] | None = None,
    ) -> None:
        self.numbers = numbers
        self.columns = columns or {key: Column([]) for key in ACTIVITY_FIELDS}
        self.doubts = doubts or {}

    def __len__(self) -> int:
        return len(self.numbers)

    def _row(self, number: int) -> LogRow:
        values = tuple(self.columns[key][number] for key in ACTIVITY_FIELDS)
        return LogRow(self.numbers[number], values, *self.doubts.get(number, ()))

    def __iter__(self) -> Iterator[LogRow]:
        values = zip(*(self.columns[key].cells() for key in ACTIVITY_FIELDS), strict=True)
        for number, (line, row) in enumerate(zip(self.numbers, values, strict=True)):
            yield LogRow(line, row, *self.doubts.get(number, ()))

    @classmethod
    def of(cls, rows: Sequence[LogRow]) -> LogRows:
        columns = dict(
            zip(ACTIVITY_FIELDS, map(Column.of, zip(*(row.values for row in rows), strict=True)), strict=True)
        )
        doubts = {n: RowDoubt(*row[2:]) for n, row in enumerate(rows) if row.doubt}
        return cls([row.line for row in rows], columns, doubts)

    @property
    def sure(self) -> LogRows:
        """Those without a doubt."""
        return self.without(self.doubts)

    @property
    def doubtful(self) -> tuple[LogRow, ...]:
        return tuple(map(self._row, self.doubts))

    def without(self, dropped: Collection[int]) -> LogRows:
        """All but some rows."""
        if not dropped:
            return self
        is_kept = all_but(dropped, len(self))
        columns = {key: column.picked(is_kept) for key, column in self.columns.items()}
        row_of = accumulate(is_kept, initial=0)
        doubts = {n: doubt for row, n in enumerate(row_of) if (doubt := self.doubts.get(row)) and is_kept[row]}
        return LogRows(list(compress(self.numbers, is_kept)), columns, doubts)


def _counted(rows: Sequence[LogRow], above: int) -> tuple[LogRow, ...]:
    return tuple(row._replace(line=row.line - above) for row in rows)


@dataclass(frozen=True, slots=True)
class LogPlan:
    """The activities of a block."""

    read: LogRows = field(default_factory=LogRows)
    """All of them, in their order."""
    rows: Sequence[LogRow] = ()
    doubtful: tuple[LogRow, ...] = ()
    skipped: int = 0
    totals: tuple[TotalCheck, ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """What each column was taken for: the key of a field, or nothing."""
    is_guessed: bool = False
    """Whether a column was told by its place alone: shown, and stored when taken."""
    is_untitled: bool = False
    """Whether no titles said which column holds what."""
    part_named: Mapping[int, str] = field(default_factory=dict)
    """By row of `read`, what a kind was taken for that says but a part of its name: shown, and stored when taken."""
    more_classes: tuple[str, ...] = ()
    """Of the rows that have more classes than people, what is said: shown, and stored when taken."""
    yearless: str = ""
    """What a day without its year was taken for; nothing where every day has one."""
    category: str = ""
    """The kind, as it is typed, that is offered for every row: the block names none."""
    above: int = 0
    """As of a Plan."""
    asides: Sequence[Line] = ()
    """Lines between and below the rows that are neither activities nor sums nor headings."""

    def as_pasted(self) -> LogPlan:
        """As of a Plan: the rows that are told, which are the doubtful."""
        return replace(self, doubtful=_counted(self.doubtful, self.above), above=0) if self.above else self

    @property
    def is_sure(self) -> bool:
        """Whether `rows` can be stored unasked. The doubtful are told in any case."""
        return bool(self.rows) and not (self.is_guessed or self.is_odd)

    @property
    def is_odd(self) -> bool:
        """Whether a row is odd though it can be read."""
        return bool(self.part_named or self.more_classes)

    @property
    def offer(self) -> str:
        """«12 hoạt động, 1 dòng chưa xếp được»; «3 hoạt động, loại “Học nghề ngắn hạn”»"""
        found = [f"{len(self.rows)} hoạt động"] if self.rows else []
        if self.rows and self.category:
            found.append(f"loại {quoted(self.category)}")
        if self.doubtful:
            found.append(f"{len(self.doubtful)} dòng chưa xếp được")
        return ", ".join(found) or "không có hoạt động nào dán được"

    @property
    def is_clean(self) -> bool:
        """Whether nothing of the block is left over or disagrees."""
        return not self.doubtful and all(total.agrees for total in self.totals)

    @property
    def reasons(self) -> str:
        """What is odd, to be shown before it is taken."""
        doubts = [Doubt(row.line, "", row.doubt) for row in self.doubtful]
        told = (*self.notes, *self._of_rows)
        return " ".join([*told, *([f"Chưa xếp được {_reasons(doubts)}."] if doubts else [])])

    @property
    def stored(self) -> str:
        """«Đã dán 2 hoạt động; TỔNG khớp 2 / 90.»"""
        doubts = [Doubt(row.line, "", row.doubt) for row in self.doubtful]
        return told(self._placed, self.totals, doubts, (*self.notes, *self._of_rows))

    @property
    def _of_rows(self) -> tuple[str, ...]:
        """What is said of rows that are pasted, and not of those of a file, which are looked through one by one."""
        return tuple(f"{told}." for told in (*self.more_classes, self.yearless) if told)

    @property
    def _placed(self) -> str:
        return f"{format_number(len(self.rows))} hoạt động" if self.rows else ""

    @property
    def brief(self) -> tuple[str, ...]:
        """As of a Plan."""
        return brief(self._placed, self.totals, [row.line for row in self.doubtful])

    @property
    def remarks(self) -> tuple[str, ...]:
        """As of a Plan."""
        return (*self.notes, *self._of_rows, *(f"{words}." for words in disagreeing(self.totals)))

    def texts(self, row: LogRow) -> dict[str, str]:
        """What would be typed of a row, by field; of what cannot be read, what stands there."""
        raw = {key: text for key, text in zip(self.columns, row.cells, strict=False) if key and text}
        return raw | row.fields


def shown(text: str) -> str:
    """A cell as a message quotes it."""
    return quoted(text, _LONGEST_SHOWN)


def told(what: str, totals: Sequence[TotalCheck], doubts: Sequence[Doubt], notes: Iterable[str]) -> str:
    """What was pasted, whether its total agrees, what was not and why; `what` is empty if nothing was."""
    wrong = [total for total in totals if not total.agrees]
    agreed = f"TỔNG khớp {_numbers(total.pasted for total in totals)}" if totals and not wrong else ""
    first = "; ".join(filter(None, [f"Đã dán {what}", agreed, *disagreeing(totals)])) if what else "Chưa dán gì"
    reasons = _reasons(doubts)
    reasons = f"Chưa dán {reasons}" if what else f"{reasons[:1].upper()}{reasons[1:]}"
    return " ".join([f"{first}.", *([f"{reasons}."] if doubts else []), *notes])


def brief(what: str, totals: Sequence[TotalCheck], refused: Iterable[int]) -> tuple[str, ...]:
    """«Đã dán 9 dòng theo nhãn; TỔNG khớp 445. Dòng 4, 7 chưa dán được.», and the same without its total."""
    lines = _lines(sorted(set(refused)))
    left = f" {lines[:1].upper()}{lines[1:]} chưa dán được." if lines else ""
    first = f"Đã dán {what}" if what else "Chưa dán gì"
    return (f"{told(what, totals, (), ())}{left}", f"{first}.{left}")


def disagreeing(totals: Iterable[TotalCheck]) -> list[str]:
    """«TỔNG trong bảng dán 186 / 9.953, cộng được 19 / 1.256»: the columns of one row together."""
    wrong: dict[str, list[TotalCheck]] = {}
    for total in totals:
        if not total.agrees:
            wrong.setdefault(total.label, []).append(total)
    return [
        f"{label} trong bảng dán {_numbers(total.pasted for total in found)},"
        f" cộng được {_numbers(total.added for total in found)}"
        for label, found in wrong.items()
    ]


def _numbers(numbers: Iterable[Decimal]) -> str:
    return " / ".join(map(format_number, numbers))


def _reasons(doubts: Sequence[Doubt]) -> str:
    """«dòng 4: …; dòng 7, 9: …; còn 3 chỗ khác»: lines with one reason together."""
    lines: dict[str, list[int]] = {}
    for doubt in doubts:
        lines.setdefault(doubt.reason.rstrip("."), []).append(doubt.line)
    told = [f"{_lines(numbers)}: {reason}" for reason, numbers in list(lines.items())[:_MOST_TOLD]]
    left = len(lines) - _MOST_TOLD
    return "; ".join([*told, *([f"còn {left} chỗ khác"] if left > 0 else [])])


def _lines(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    return f"{len(numbers)} dòng" if len(numbers) > _MOST_TOLD else f"dòng {', '.join(map(str, numbers))}"
