"""What a Sheet shows: rows of cells, made of Facts by whoever owns the sheet."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from tthtcd_tui.report.place import Place


class Cell(NamedTuple):
    """One place to type in. `raw` is the answer as it would be typed, `shown` as it stands on the screen."""

    place: Place
    raw: str
    shown: str
    width: int
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""
    options: tuple[str, ...] = ()
    """The labels of a choice: a digit chooses and goes down."""
    opens: bool = False
    """Whether Enter opens an editor of its own: paragraphs, lists."""
    previous: str = ""
    """Last year's answer as typed: what F4 copies."""


class RowKind(Enum):
    CELLS = auto()
    HEADING = auto()
    TEXT = auto()
    TOTAL = auto()
    ACTION = auto()


class SheetRow(NamedTuple):
    """A line of a sheet."""

    kind: RowKind
    label: str = ""
    cells: tuple[Cell, ...] = ()
    marker: str = ""
    note: str = ""
    """Quiet words after the cells: last year's numbers, where a number comes from."""
    wrong: bool = False
    """Whether a finding is about one of its cells."""
    action: str = ""
    """What Enter does in a row that is no cell."""
    texts: tuple[tuple[str, int], ...] = ()
    """In place of cells, words aligned under them: the totals, the titles of columns."""

    @property
    def stops(self) -> int:
        """How many places the cursor can stand in it."""
        return len(self.cells) or (1 if self.kind is RowKind.ACTION else 0)
