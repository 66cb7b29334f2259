"""What a Sheet shows: rows of cells, made of Facts by whoever owns the sheet."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from tthtcd_tui.report.place import Place

MOST_DIGITS: Final = 9


class Mark(Enum):
    """What stands before a row, so that one sees from afar where there is something to do; the worst comes last."""

    NONE = auto()
    MISSING = auto()
    """Something required is not filled in."""
    WARNING = auto()
    """It looks wrong, and nobody has said why it is right."""
    ERROR = auto()


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
    mark: Mark = Mark.NONE
    values: tuple[str, ...] = ()
    """What choosing each option enters; without, its number. A label may be a digit and not be its number."""

    @property
    def has_digits(self) -> bool:
        """Whether one digit chooses: of more options their numbers are typed like any other answer."""
        return 0 < len(self.options) <= MOST_DIGITS


class RowKind(Enum):
    CELLS = auto()
    HEADING = auto()
    TEXT = auto()
    TOTAL = auto()
    ACTION = auto()


class Word(NamedTuple):
    """In place of a cell, words of its width: a total, the title of a column."""

    text: str
    width: int
    right: bool = True


class SheetRow(NamedTuple):
    """A line of a sheet."""

    kind: RowKind
    label: str = ""
    cells: tuple[Cell, ...] = ()
    marker: str = ""
    note: str = ""
    """Quiet words after the cells: last year's numbers, where a number comes from."""
    parted: bool = False
    """Whether a bar stands before the note."""
    mark: Mark = Mark.NONE
    action: str = ""
    """What Enter does in a row that is no cell."""
    texts: tuple[Word, ...] = ()
    begins: bool = False
    """Whether PgUp and PgDn stop here: a member, an indicator, a section."""

    @property
    def shape(self) -> tuple[tuple[int, bool, bool], ...]:
        """What rows of one table have in common: the widths of their cells, which of them open, which are chosen."""
        return tuple((cell.width, cell.opens, bool(cell.options)) for cell in self.cells)

    @property
    def stops(self) -> int:
        """How many places the cursor can stand in it."""
        return len(self.cells) or (1 if self.kind is RowKind.ACTION else 0)
