"""Rows of a table with headings between them, as a form's TOML gives them: results and grids alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from tthtcd_tui.forms.kinds.schema import Fault

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

R = TypeVar("R")


class HeadedRow(Protocol):
    """A row, or a heading (`group`) that the rows `under` it belong to."""

    @property
    def key(self) -> str: ...
    @property
    def group(self) -> bool: ...
    @property
    def under(self) -> str: ...
    @property
    def required(self) -> bool: ...


def read_row(table: TomlTable, section: str, make: Callable[[str, str, str, str, bool, str, bool], R]) -> R:
    """One row; `make` takes key, section, marker, label, group, under, required. A heading is required only if said.

    Raises FormProblem.
    """
    group = table.flag("group", False)
    row = make(
        table.key(),
        section,
        table.text("marker", ""),
        table.text("label"),
        group,
        table.text("under", ""),
        table.flag("required", not group),
    )
    table.finish()
    return row


def misplaced(table: str, rows: Iterable[HeadedRow]) -> Iterator[Fault]:
    """A row belongs to the heading right above it, or to none; `table` is what rows are called in the TOML."""
    group = ""
    for row in rows:
        where = f"{table}:{row.key}"
        if row.group:
            group = row.key
            if row.under or row.required:
                yield Fault(where, "group", "dòng tiêu đề không có số, không thuộc dòng khác, không bắt buộc.")
        elif row.under and row.under != group:
            yield Fault(where, "under", f"“{row.under}” không phải dòng tiêu đề ngay phía trên.")
        elif not row.under:
            group = ""
