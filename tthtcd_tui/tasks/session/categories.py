"""Choosing a category of the activity log: by the numbers of the form's table, or by words of its name.

The first digit is the number printed before a row. If it opens a group, the next digit counts the rows in that: 31 is
«a» of 3. Anything else filters by name; no letter is a command.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tthtcd_tui.forms.kinds.results import ResultRow, result_rows_of
from tthtcd_tui.forms.kinds.schema import FORMS_KEPT
from tthtcd_tui.forms.model import Form, Option
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.fold import fold

_LONGEST_LABEL: Final = 200
"""Letters; longer input cannot be part of a category's name."""


class Category(NamedTuple):
    """A line of the list: what is typed for it, how the form marks it, and the group it opens or the option it is."""

    number: str
    marker: str
    label: str
    option: Option | None
    """None for a group."""

    @property
    def words(self) -> str:
        """«31 a) Giáo dục pháp luật»"""
        marker = f"{self.marker}) " if self.marker and self.marker != self.number else ""
        return f"{self.number} {marker}{self.label}"


class Categories(NamedTuple):
    """All lines, each group before its members."""

    lines: tuple[Category, ...]

    @property
    def first(self) -> list[Category]:
        """The lines listed before anything is typed: members of a group only once it is opened."""
        groups = [line.number for line in self.lines if line.option is None]
        return [line for line in self.lines if not any(_is_in(line, group) for group in groups)]

    def found(self, raw: str) -> list[Category]:
        """The lines that match `raw`: by number one line, or a group's members; else by name."""
        text = raw.strip()
        if len(text) > _LONGEST_LABEL:
            return []
        if text.isascii() and text.isdigit():
            return self._numbered(text)
        options = [line for line in self.lines if line.option is not None]
        exact = [line for line in options if line.option and text in (line.label, line.option.key)]
        words = fold(text).split()
        return exact or [line for line in options if all(word in fold(line.label) for word in words)]

    def _numbered(self, number: str) -> list[Category]:
        line = next((line for line in self.lines if line.number == number), None)
        if line is None or line.option is not None:
            return [line] if line else []
        return [held for held in self.lines if _is_in(held, number)]

    def option(self, raw: str) -> Option | None:
        """The option that `raw` means, if there is exactly one."""
        found = self.found(raw)
        is_group = len(found) == 1 and raw.strip() != found[0].number and raw.strip().isdigit()
        return found[0].option if len(found) == 1 and not is_group else None

    def line(self, key: str) -> Category | None:
        return next((line for line in self.lines if line.option and line.option.key == key), None)


def _is_in(line: Category, group: str) -> bool:
    return line.option is not None and len(line.number) > len(group) and line.number.startswith(group)


@lru_cache(FORMS_KEPT)
def categories_of(form: Form) -> Categories:
    options = form.records[PlaceKind.ACTIVITY]["category"].options
    rows = [row for row in result_rows_of(form).values() if row.group or any(row.key == each.key for each in options)]
    is_as_printed = _can_be_typed(rows) and len([row for row in rows if not row.group]) == len(options)
    lines = _as_printed(rows, options) if is_as_printed else _counted(options)
    return Categories(tuple(lines))


def _can_be_typed(rows: Sequence[ResultRow]) -> bool:
    """Whether the rows that stand in no group have numbers of their own."""
    markers = [row.marker for row in rows if not row.under]
    return all(marker.isascii() and marker.isdigit() for marker in markers) and len(set(markers)) == len(markers)


def _as_printed(rows: Sequence[ResultRow], options: Sequence[Option]) -> Iterator[Category]:
    by_key = {option.key: option for option in options}
    groups = {row.key: row.marker for row in rows if row.group}
    counts = dict.fromkeys(groups, 0)
    for row in rows:
        number = row.marker
        if row.under:
            counts[row.under] += 1
            number = f"{groups[row.under]}{counts[row.under]}"
        option = by_key.get(row.key)
        yield Category(number, row.marker, option.label if option else row.label, option)


def _counted(options: Sequence[Option]) -> Iterator[Category]:
    for number, option in enumerate(options, 1):
        yield Category(str(number), "", option.label, option)
