"""The titles over the columns of a pasted table: which cell of a row each of its columns fills in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.units import known
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

Taken: TypeAlias = Callable[[Place, str], bool]
"""Whether a place takes a text."""
OfAnotherYear: TypeAlias = Callable[[str], bool]
"""Whether a title says that what stands below is of another year than the report."""

_NAMES: Final = {
    "status": (
        "muc thuc hien",
        "trang thai",
        "tinh trang",
        "ket qua",
        "ket qua thuc hien",
        "muc do thuc hien",
        "tien do",
        "thuc hien",
    ),
    "statement": (
        "loi danh gia",
        "danh gia",
        "tu danh gia",
        "noi dung danh gia",
        "nhan xet",
        "dien giai",
        "thuyet minh",
        "loi van",
    ),
    "evidence": (
        "minh chung",
        "tai lieu minh chung",
        "van ban minh chung",
        "ho so minh chung",
        "minh chung kem theo",
        "noi luu",
    ),
    "level": ("muc danh gia", "muc", "muc do", "danh gia", "xep loai", "ket qua", "muc tham gia", "muc thuc hien"),
    "contribution": ("dong gop", "so tien", "kinh phi", "gia tri dong gop", "kinh phi dong gop", "so tien dong gop"),
    "note": ("ghi chu", "chu thich"),
}
"""What offices write over a column, beside the field's own label; folded, without its unit in brackets."""
_OVER_LABELS: Final = re.compile(
    r"(?:cac |ten )?(?:noi dung|chi tieu|tieu chi|hang muc|nhom|to chuc|don vi|muc|ten|hoat dong|chi so)\b.*|s?tt"
)
_TITLES_OF_LABELS: Final = frozenset(
    ("noi dung", "chi tieu", "tieu chi", "hang muc", "nhom", "ten", "noi dung danh gia", "noi dung tu danh gia")
)
_WHEN: Final = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}(?: (?:(?:19|20)?[0-9]{2}))?|nam hoc nay|nam nay|k[iy] nay|nam hoc|nam)\b"
)
_UNITS: Final = frozenset({"dvt", "don vi tinh", "don vi"})
_DOCUMENT: Final = re.compile(
    r"(?:(?:quyết định|công văn|kế hoạch|quy chế|tờ trình|báo cáo|biên bản|thông báo|giấy mời|nghị quyết|qđ|kh|cv)\s+)?"
    r"(?:số\s*:?\s*)?[0-9]+\s*[-/]\s*[A-ZĐa-zđ]{1,6}\b",
    re.IGNORECASE,
)
_MAY_BE_OVER_WORDS: Final = frozenset(("ket qua", "ket qua thuc hien", "thuc hien"))
"""The titles of a status that stand over sentences too."""
_FEWEST_WORDS: Final = 4
"""Of a sentence: «Có», «Đã xong», «Chưa làm» say how far something was done, in words that are not the form's."""
_MARKS: Final = frozenset("x+v✓✔√☑☒")
"""What one puts under the title that is true."""


class Titles(NamedTuple):
    """What the titles of a block say: the cell of a row, by column; and the columns in which a mark chooses."""

    cells: Mapping[int, int] = {}
    marks: Mapping[int, tuple[int, str]] = {}
    """By column, which cell of a row is chosen there, and as what."""
    unknown: tuple[str, ...] = ()
    """The titles of the columns that are none of a row's cells."""
    of_other_years: tuple[str, ...] = ()
    """Those of them that say another year than the report's."""
    units: Mapping[int, str] = {}
    """By cell, in what its numbers are, where its title says so: «Đóng góp (triệu đồng)»."""
    beside: int = -1
    """The column that says so for each row; -1 where none does."""

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
            texts[at] = self._with_unit(line[column] if column < len(line) else "", at, line)
        for column, (at, option) in self.marks.items():
            said = line[column] if column < len(line) else ""
            if said and (fold(said) not in _MARKS or texts[at]):
                return None
            texts[at] = option if said else texts[at]
        return texts

    def _with_unit(self, text: str, at: int, line: Sequence[str]) -> str:
        unit = self.units.get(at)
        if unit == "" and 0 <= self.beside < len(line):
            unit = known(line[self.beside])
        return f"{text} {unit}" if unit and text and not any(map(str.isalpha, text)) else text


def is_over_labels(title: str) -> bool:
    """Whether it stands over a column of labels: «Nội dung», «Chỉ tiêu»."""
    return _OVER_LABELS.fullmatch(_plain(title)) is not None


def is_title_of_labels(title: str) -> bool:
    """Whether it is the whole title of such a column, and so no label."""
    return _plain(title) in _TITLES_OF_LABELS


def read_titles(
    line: Sequence[str],
    labels: int,
    row: SheetRow,
    rows: Sequence[SheetRow],
    taken: Taken,
    of_another_year: OfAnotherYear = lambda _: False,
) -> Titles:
    """What the titles in `line` say of the cells of `row`, on the right of the column of `labels`.

    `rows` are the sheet's, with the titles that it shows over its own columns.
    """
    called = _called(row, rows)
    cells: dict[int, int] = {}
    marks: dict[int, tuple[int, str]] = {}
    units: dict[int, str] = {at: "" for at, cell in enumerate(row.cells) if cell.right}
    unknown: list[str] = []
    others: list[str] = []
    beside = -1
    for column, title in enumerate(line):
        if column <= labels or not title:
            continue
        at = _at(title, called)
        if of_another_year(title):
            others.append(title)
        elif at is not None and at not in cells.values():
            cells[column] = at
            if at in units:
                units[at] = next(filter(known, re.findall(r"\(([^()]*)\)", title)), "")
        elif (chosen := _choosing(title, row.cells, taken)) is not None:
            marks[column] = (chosen, title)
        elif _plain(title) in _UNITS:
            beside = column
        else:
            unknown.append(title)
    return Titles(cells, marks, (*unknown, *others), tuple(others), units, beside)


def by_words(
    titles: Titles, said: Sequence[str], lines: Sequence[Sequence[str]], row: SheetRow, taken: Taken
) -> Titles:
    """`titles`, but «Kết quả thực hiện» over sentences is what was written of the item, not how far it was done.

    `said` is the line of the titles.
    """
    at = {cell.place.parts[-1]: number for number, cell in enumerate(row.cells)}
    status, statement = at.get("status"), at.get("statement")
    column = next((column for column, number in titles.cells.items() if number == status), None)
    if column is None or status is None or statement is None or statement in titles.cells.values():
        return titles
    texts = [line[column] for line in lines if column < len(line) and line[column]]
    sentences = sum(len(text.split()) >= _FEWEST_WORDS for text in texts)
    are_words = _plain(said[column]) in _MAY_BE_OVER_WORDS and sentences * 2 > len(texts)
    if not are_words or any(taken(row.cells[status].place, text) for text in texts):
        return titles
    return titles._replace(cells={**titles.cells, column: statement})


def by_contents(lines: Sequence[Sequence[str]], labels: int, row: SheetRow) -> Titles:
    """What a block without titles shows by itself: numbers of documents beside a status are evidence, no statement."""
    keys = [cell.place.parts[-1] for cell in row.cells]
    beside = [line[labels + 1 :] for line in lines]
    last = [texts[1] for texts in beside if len(texts) > 1 and texts[1]]
    is_as_wide = all(len(texts) <= 2 for texts in beside)
    if keys[:3] != ["status", "statement", "evidence"] or not is_as_wide or not last:
        return Titles()
    return Titles({labels + 1: 0, labels + 2: 2}) if all(map(_DOCUMENT.match, last)) else Titles()


def _at(title: str, called: Sequence[set[str]]) -> int | None:
    """The cell that a title names; where a row has but one, this year names it too."""
    plain = _plain(title)
    bare = " ".join(_WHEN.sub(" ", plain).split())
    if plain and not bare:
        return 0 if len(called) == 1 else None
    return next((at for at, names in enumerate(called) if plain in names or bare in names), None)


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
