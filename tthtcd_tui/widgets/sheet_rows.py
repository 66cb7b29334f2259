"""What a Sheet shows: rows of cells, made of Facts by whoever owns the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.pasted import is_table

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
    """Whether it is a number: in a column of numbers aligned to the right."""
    options: tuple[str, ...] = ()
    """The labels of a choice: a digit chooses and goes down."""
    opens: bool = False
    """Whether Enter opens an editor of its own: paragraphs, lists."""
    previous: str = ""
    """Last year's answer as typed: what F4 copies."""
    mark: Mark = Mark.NONE
    values: tuple[str, ...] = ()
    """What choosing each option enters; without, its number. A label may be a digit and not be its number."""
    field_width: int = 0
    """Of a number with a row to itself, how many of its `width` cells it is written in, from where one types on."""

    @property
    def room(self) -> int:
        """The cells there are for what it shows."""
        return self.field_width or self.width

    @property
    def has_digits(self) -> bool:
        """Whether one digit chooses: of more options their numbers are typed like any other answer."""
        return 0 < len(self.options) <= MOST_DIGITS

    @property
    def is_prose(self) -> bool:
        """Whether words are written here: neither a number nor a choice."""
        return self.opens or not (self.right or self.options)

    def is_for_prose(self, text: str) -> bool:
        """Whether `text`, pasted here, is words: a table is that only where paragraphs are written.

        Raises UnusableCharacter where it holds what nothing may.
        """
        return self.opens or (self.is_prose and not is_table(text))


class RowKind(Enum):
    CELLS = auto()
    HEADING = auto()
    HEADS = auto()
    """The heads of the columns below."""
    TEXT = auto()
    TOTAL = auto()
    ACTION = auto()
    FINISH = auto()
    """An action that ends what is filled in above it: Enter comes here after the last field."""


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
        return len(self.cells) or (1 if self.is_action else 0)

    @property
    def is_action(self) -> bool:
        """Whether Enter does something there."""
        return self.kind in (RowKind.ACTION, RowKind.FINISH)

    @property
    def is_entered(self) -> bool:
        """Whether Enter and Tab come here: never to an action, which is gone to by arrows."""
        return bool(self.cells) or self.kind is RowKind.FINISH


def held(rows: Sequence[SheetRow], before: Sequence[SheetRow]) -> Sequence[SheetRow] | None:
    """`rows` with the marks, notes and totals of `before`: of what one types into cell after cell only the cells are
    drawn at once. None where other cells stand there, or in other columns.
    """
    if len(rows) != len(before) or any(map(_differ, rows, before)):
        return None
    return tuple(map(_held, rows, before))


def _differ(row: SheetRow, before: SheetRow) -> bool:
    return [(cell.place, cell.width) for cell in row.cells] != [(cell.place, cell.width) for cell in before.cells] or [
        word.width for word in row.texts
    ] != [word.width for word in before.texts]


def _held(row: SheetRow, before: SheetRow) -> SheetRow:
    if not row.cells:
        return before if row.kind is before.kind is RowKind.TOTAL else row
    cells = tuple(
        cell if cell.mark is was.mark else cell._replace(mark=was.mark)
        for cell, was in zip(row.cells, before.cells, strict=True)
    )
    return row._replace(cells=cells, note=before.note, mark=before.mark)
