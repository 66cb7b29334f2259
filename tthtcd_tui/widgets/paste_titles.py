"""The titles over the columns of a pasted table: which cell of a row each of its columns fills in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from tthtcd_tui.report.place import Place
from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

Taken: TypeAlias = Callable[[Place, str], bool]
"""Whether a place takes a text."""

_NAMES: Final = {
    "status": ("trang thai", "tinh trang", "ket qua", "ket qua thuc hien", "muc do thuc hien", "tien do", "thuc hien"),
    "statement": ("danh gia", "tu danh gia", "noi dung danh gia", "nhan xet", "dien giai", "thuyet minh", "loi van"),
    "evidence": ("tai lieu minh chung", "van ban minh chung", "ho so minh chung", "minh chung kem theo", "noi luu"),
    "level": ("muc", "muc do", "danh gia", "xep loai", "ket qua", "muc tham gia", "muc thuc hien"),
    "contribution": ("dong gop", "so tien", "kinh phi", "gia tri dong gop", "kinh phi dong gop", "so tien dong gop"),
    "note": ("ghi chu", "chu thich"),
}
"""What offices write over a column, beside the field's own label; folded, without its unit in brackets."""
_OVER_LABELS: Final = re.compile(
    r"(?:cac |ten )?(?:noi dung|chi tieu|tieu chi|hang muc|nhom|to chuc|don vi|muc|ten|hoat dong|chi so)\b.*|s?tt"
)
_MARKS: Final = frozenset("x+v✓✔√☑☒")
"""What one puts under the title that is true."""


class Titles(NamedTuple):
    """What the titles of a block say: the cell of a row, by column; and the columns in which a mark chooses."""

    cells: Mapping[int, int] = {}
    marks: Mapping[int, tuple[int, str]] = {}
    """By column, which cell of a row is chosen there, and as what."""
    unknown: tuple[tuple[int, str], ...] = ()
    """The columns that are none of a row's cells, with their titles."""

    @property
    def say_anything(self) -> bool:
        return bool(self.cells or self.marks)

    @property
    def are_sure(self) -> bool:
        """Whether they can be nothing but titles: one option may be a row's own."""
        return bool(self.cells) or len(self.marks) > 1

    def laid(self, line: Sequence[str], width: int) -> list[str] | None:
        """The texts of a row's cells in their order; None where two marks choose for one cell, or one is no mark."""
        texts = [""] * width
        for column, at in self.cells.items():
            texts[at] = line[column] if column < len(line) else ""
        for column, (at, option) in self.marks.items():
            said = line[column] if column < len(line) else ""
            if said and (fold(said) not in _MARKS or texts[at]):
                return None
            texts[at] = option if said else texts[at]
        return texts


def is_over_labels(title: str) -> bool:
    """Whether it stands over a column of labels: «Nội dung», «Chỉ tiêu»."""
    return _OVER_LABELS.fullmatch(_plain(title)) is not None


def read_titles(line: Sequence[str], labels: int, row: SheetRow, rows: Sequence[SheetRow], taken: Taken) -> Titles:
    """What the titles in `line` say of the cells of `row`, on the right of the column of `labels`.

    `rows` are the sheet's, with the titles that it shows over its own columns.
    """
    called = _called(row, rows)
    cells: dict[int, int] = {}
    marks: dict[int, tuple[int, str]] = {}
    unknown: list[tuple[int, str]] = []
    for column, title in enumerate(line):
        if column <= labels or not title:
            continue
        plain = _plain(title)
        at = next((at for at, names in enumerate(called) if plain in names), None)
        if at is not None and at not in cells.values():
            cells[column] = at
        elif (chosen := _choosing(title, row.cells, taken)) is not None:
            marks[column] = (chosen, title)
        else:
            unknown.append((column, title))
    return Titles(cells, marks, tuple(unknown))


def _called(row: SheetRow, rows: Sequence[SheetRow]) -> list[set[str]]:
    """What each cell of `row` is called: by the sheet's own title over it, and elsewhere."""
    widths = [cell.width for cell in row.cells]
    own = next(
        (
            [word.text for word in head.texts]
            for head in rows
            if head.kind is RowKind.HEADS and [word.width for word in head.texts] == widths
        ),
        [""] * len(widths),
    )
    return [
        {*_NAMES.get(cell.place.parts[-1], ()), *filter(None, [_plain(title)])}
        for cell, title in zip(row.cells, own, strict=True)
    ]


def _choosing(title: str, cells: Sequence[Cell], taken: Taken) -> int | None:
    """The cell of which the title is an option."""
    return next((at for at, cell in enumerate(cells) if cell.options and taken(cell.place, title)), None)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", fold(re.sub(r"\([^()]*\)", " ", title))))
