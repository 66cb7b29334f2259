"""Which column of a log holds which field: by its title, by what it holds, or by its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Field
from tthtcd_tui.imports.blocks.categories import Categories
from tthtcd_tui.imports.blocks.days import is_day
from tthtcd_tui.imports.blocks.grid import Line
from tthtcd_tui.imports.blocks.headings import (
    ORDER,
    is_of_one_sex,
    is_of_something_else,
    read_headings,
    says_magnitude,
    with_all_people,
)
from tthtcd_tui.imports.blocks.plan import shown
from tthtcd_tui.imports.blocks.shapes import looks_like_quantity
from tthtcd_tui.imports.blocks.table import read_cell
from tthtcd_tui.imports.blocks.words import marker_alone
from tthtcd_tui.text.fold import fold

_SCREEN_ORDER: Final = ("date", "category", "title", "classes", "participations", "place", "partner", "note")
NUMBERS: Final = ("classes", "participations")
_WORDS: Final = ("title", "place", "partner", "note")
SAMPLE: Final = 200
"""Rows by which columns are told: a long log begins as it goes on."""
_COUNTS: Final = re.compile(r"\b(?:so|luot|nguoi|hoc vien|tham|du|dang k[iy]|lop|buoi|si so|sl|hv|thuc hien|ket qua)\b")
"""What stands over a column that may count classes or people."""
_MOST: Final = Decimal("0.6")
"""The share of a column's cells that tells what it holds."""


@dataclass(frozen=True)
class LogColumns:
    """Which column holds which field, and how that was told."""

    where: Mapping[str, int] = field(default_factory=dict)
    is_guessed: bool = False
    notes: tuple[str, ...] = ()
    problem: str = ""
    """Why a column cannot be told; then no row is sure."""
    is_untitled: bool = False
    """Whether no titles said any of it."""


class ColumnTeller:
    """Tells the columns of one block of `width` columns by a `sample` of its rows.

    `is_joined`: cells were joined that may have been one; then what stands over the table may be in the first title.
    """

    def __init__(
        self,
        fields: Mapping[str, Field],
        categories: Categories,
        width: int,
        sample: Sequence[Line],
        is_joined: bool,
    ) -> None:
        self._fields = fields
        self._categories = categories
        self._width = width
        self._sample = sample
        self._is_joined = is_joined

    def tell(self, above: Sequence[Line]) -> LogColumns:
        """The columns by the titles `above` the rows, else by what they hold, else as the screen has them."""
        titles = read_headings(above)
        named = with_all_people(titles, titles.named({key: each.label for key, each in self._fields.items()}))
        where = {
            key: column
            for column, key in enumerate(named)
            if key is not None and key in self._fields and named.count(key) == 1
        }
        free = [c for c in range(self._width) if c not in where.values()]
        if named and len(where) > 1:
            days = [] if "date" in where or self._is_joined else self._holding(free, is_day)
            skip = [c for c in free if c < len(named) and titles.titles[c] and c not in days]
            passed_over = self._passed_over(titles.titles, named)
            columns = self._by_contents(where, [c for c in free if c not in skip], passed_over)
            odd = [titles.titles[c] for c in days if c < len(named) and titles.titles[c]]
            problem = (
                columns.problem or self._untold(titles.titles, named, columns.where) or self._by_thousands(titles.above)
            )
            return replace(columns, is_guessed=columns.is_guessed or bool(odd), problem=problem)
        found = self._by_contents({}, [c for c in free if not (c < len(named) and named[c] == ORDER)])
        return replace(found, is_untitled=True)

    @staticmethod
    def _by_thousands(titles: Sequence[str]) -> str:
        """Why numbers do not say how many came, where a title says so."""
        title = next(filter(says_magnitude, titles), "")
        return f"{shown(title)} không đếm từng người, từng lớp; hãy đổi ra số đủ rồi dán lại" if title else ""

    def _untold(self, titles: Sequence[str], named: Sequence[str | None], where: Mapping[str, int]) -> str:
        """Why numbers may be lost: those of a column passed over may be the ones no column is for."""
        passed = [c for c, title in enumerate(titles) if title and c not in where.values() and named[c] != ORDER]
        for column in self._holding(passed, looks_like_quantity):
            title = titles[column]
            if told := self._by_thousands([title]):
                return told
            is_missing = any(key not in where for key in NUMBERS)
            if "participations" not in where and is_of_one_sex(title):
                return f"cột {shown(title)} chỉ là một phần số lượt người, bảng dán không có cột tổng số"
            if is_missing and _COUNTS.search(fold(title)) and not is_of_something_else(title):
                return f"chưa rõ cột {shown(title)} là số lớp hay số lượt người; hãy ghi rõ trên tiêu đề rồi dán lại"
        return ""

    def _passed_over(self, titles: Sequence[str], named: Sequence[str | None]) -> tuple[str, ...]:
        """Columns with titles that are no fields of an activity."""
        left = [
            title for title, key in zip(titles, named, strict=True) if title and (key is None or named.count(key) > 1)
        ]
        return (f"Bỏ qua cột {', '.join(map(shown, left))}.",) if left else ()

    def _by_contents(self, where: Mapping[str, int], free: Sequence[int], notes: tuple[str, ...] = ()) -> LogColumns:
        """Tell the `free` columns by what they hold, for the fields no heading named."""
        found = dict(where)
        left = [c for c in free if any(line.cell(c) for line in self._sample)]
        days = self._holding(left, is_day)
        if "date" not in found and days:
            found["date"] = days[0]
        left = [c for c in left if c not in days]
        left = [c for c in left if not self._is_order(c, found.get("date"))]
        numbers = [c for c in self._holding(left, looks_like_quantity) if not self._all_markers(c)]
        words = [c for c in left if c not in numbers]
        is_guessed = False
        if "category" not in found and (kinds := self._kinds(words)):
            found["category"] = kinds[0]
            is_guessed |= len(kinds) > 1
            words.remove(kinds[0])
        problem = self._problem(found, numbers, words)
        if len(days) > 1:
            problem = f"có {len(days)} cột ngày, chưa rõ cột nào là ngày của hoạt động; hãy dán cả dòng tiêu đề"
        found |= dict(zip((key for key in NUMBERS if key not in found), numbers, strict=False))
        missing = [key for key in _WORDS if key not in found]
        found |= dict(zip(missing, words, strict=False))
        is_guessed |= len(words) > 1 and bool(missing)
        if not where and not {"date", "category", "title"} <= set(found):
            return self._in_screen_order() or LogColumns(found, True, notes, problem)
        return LogColumns(found, is_guessed, notes, problem)

    def _problem(self, found: Mapping[str, int], numbers: Sequence[int], words: Sequence[int]) -> str:
        """Why the columns left over cannot be told."""
        missing = [key for key in NUMBERS if key not in found]
        if numbers and len(numbers) != len(missing):
            return f"cột {numbers[0] + 1} chưa rõ là số gì; hãy dán cả dòng tiêu đề"
        where = {**found, **dict(zip(missing, numbers, strict=False))}
        if len(numbers) > 1 and self._falls(where):
            return "cột số đầu lớn hơn cột sau, chưa rõ cột nào là số lớp; hãy dán cả dòng tiêu đề"
        room = sum(key not in found for key in _WORDS)
        return f"cột {words[room] + 1} chưa rõ là gì; hãy dán cả dòng tiêu đề" if len(words) > room else ""

    def _in_screen_order(self) -> LogColumns | None:
        """As the screen has the columns, if what they hold may be so."""
        if not 2 < self._width <= len(_SCREEN_ORDER):
            return None
        found = dict(zip(_SCREEN_ORDER, range(self._width), strict=False))
        numbers = self._holding(range(self._width), looks_like_quantity)
        if any(column in numbers for key, column in found.items() if key in _WORDS):
            return None
        return LogColumns(found, True)

    def _holding(self, columns: Iterable[int], test: Callable[[str], object]) -> list[int]:
        """Those of which most cells pass the test, in order; of equals the first."""
        return [c for c in columns if self._share(c, test) >= _MOST]

    def _share(self, column: int, test: Callable[[str], object]) -> Decimal:
        cells = [line.cell(column) for line in self._sample if line.cell(column)]
        return Decimal(sum(bool(test(cell)) for cell in cells)) / len(cells) if cells else Decimal(0)

    def _is_order(self, column: int, day: int | None) -> bool:
        """Whether a column only numbers the rows: 1, 2, 3 … before the day."""
        cells = [marker_alone(line.cell(column)) for line in self._sample]
        if not all(cell.isdecimal() for cell in cells) or (day is not None and column > day):
            return False
        numbers = list(map(int, cells))
        return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and column == 0

    def _all_markers(self, column: int) -> bool:
        return self._share(column, lambda cell: not looks_like_quantity(cell)) == 1

    def _kinds(self, columns: Sequence[int]) -> list[int]:
        """The columns that name kinds of activity, that with most of them first; those as good as it after it."""
        shares = {c: self._share(c, self._categories.key) for c in columns}
        best = max(shares.values(), default=Decimal(0))
        return [c for c in columns if shares[c] == best] if best >= _MOST else []

    def _falls(self, where: Mapping[str, int]) -> bool:
        """Whether most rows that say both have more classes than people."""
        cells = [
            [read_cell(self._fields[key], line.cell(where[key])).answer for key in NUMBERS] for line in self._sample
        ]
        pairs = [(a.number, b.number) for a, b in cells if isinstance(a, Quantity) and isinstance(b, Quantity)]
        return sum(classes > people for classes, people in pairs) * 2 > len(pairs)
