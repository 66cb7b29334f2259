"""Spreadsheets → rows of cells as they would be typed: xlsx, ods and old xls by calamine, csv and tsv by csv."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.blocks.grid import Grid, Line, Lines, Parted
from tthtcd_tui.imports.columns import Column, ColumnMaker
from tthtcd_tui.imports.sources.package import BROKEN, Package
from tthtcd_tui.imports.sources.unworked import unworked_in
from tthtcd_tui.imports.sources.xml import parse
from tthtcd_tui.imports.sources.xml_encoding import HEAD, refuse_foreign
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import are_clean_lines, clean, is_clean_line

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_ROWS: Final = 200_000
_MOST_COLUMNS: Final = 300
_MOST_CELLS: Final = 8_000_000
_LONGEST_CELL: Final = 32_767
_MOST_EXACT: Final = 1e15
_AT_ONCE: Final = 4_000
"""Rows: what is made of few stays at hand until it is read."""
_MOST_SHEETS: Final = 1_000
_MOST_HEADS: Final = 1_000
"""Rows of titles and blanks beside those of data."""
_LOOKED_AT_ONCE: Final = 1 << 18
"""Bytes: so few stay at hand while all is looked for in them."""
_LOOKED_CLOSELY: Final = 16
"""Chunks of a sheet in which each cell's column is looked at; what lies beyond, the limit of memory stops."""
_LOOKED_LAST: Final = 4
"""Chunks at its end."""
_PANIC: Final = "PanicException"
"""What calamine raises where a damaged file leads it outside of it: no Exception, nor of a module to import."""
_SHEET: Final = re.compile(r"xl/worksheets/sheet\d{1,9}\.xml")
_READ: Final = re.compile(r"xl/.*\.(?:xml|rels)|content\.xml", re.IGNORECASE)
"""Parts that may be read by calamine, to which all is UTF-8."""
_WORKBOOK: Final = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
_ODD: Final = ((b"'", b" r='"), (b"=", b" r ="), (b"&", b'"&#'), (b"&", b' r="&'))
"""What no office program writes about where a cell is, and what would keep a far one from being seen; each after a
sign that is looked for quickly, and that most parts have none of."""
_UNLIKE: Final = "Bảng tính viết không như Excel hay LibreOffice nên không nhận. Hãy mở ra rồi lưu lại."
_FAR_COLUMN: Final = re.compile(rb'r="(?:[K-Z][A-Z]|[A-Z]{3})[0-9]')
"""A cell in column KA or beyond. What it begins with is looked for quickly."""
_FAR_ROW: Final = re.compile(rb'r="([0-9]{6,})"')
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
_HIDDEN: Final = re.compile(rb'<(?:\w+:)?row\b[^<>]*\bhidden="(?:1|true)"')
_LONGEST_REST: Final = 1 << 16
_REPEATED: Final = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([^\"']*)")
_TAGS: Final = re.compile(rb"<\w+:(table-row|table-cell|covered-table-cell|table)\b[^<]*")
"""Up to the next tag: a sign «>» may stand in a value, «<» may not."""
_BLANKS: Final = re.compile(rb"<\w+:s\b[^<]*?:c\s*=\s*[\"']([^\"']*)")
"""Of an ods: how many blanks stand in a text."""
_MOST_BLANKS: Final = 1_000_000
_MOST_DIGITS: Final = 20
_MOST_BREAKS: Final = 5 * MOST_ROWS
"""Line breaks of a text: a cell may have several."""
_LONG_STRETCH: Final = 2 << 20
_TOO_LONG: Final = "Bảng có quá 200.000 dòng. Hãy chia thành các tệp nhỏ hơn."
_TOO_WIDE: Final = "Bảng có dòng quá dài hoặc quá nhiều ô. Hãy kiểm tra lại tệp, hoặc chia thành các tệp nhỏ."
_MARKS: Final = ";,\t|"
_TOO_LARGE: Final = (
    "Bảng tính có ô ở quá xa, hoặc có quá nhiều dòng trống có định dạng, nên không nhận."
    " Hãy chép phần có số liệu sang một tệp mới rồi nhập tệp đó."
)


class Sheet(NamedTuple):
    """A sheet: its name, and its cells as they would be typed."""

    name: str
    grid: Grid
    hidden_rows: int = 0
    is_hidden: bool = False
    unworked: frozenset[int] = frozenset()
    """Rows with a formula whose value the file does not have."""


class _Look(NamedTuple):
    """What is seen of a sheet before it is parsed, and not after."""

    hidden_rows: int = 0
    unworked: frozenset[int] = frozenset()


class Book(NamedTuple):
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def read_book(data: bytes) -> Book:
    """The sheets of an xlsx, ods or xls. Raises UnusableFile."""
    looks = _look_through(Package(data)) if data.startswith(b"PK") else {}
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = tuple(_within_limits(_sheets(book, looks)))
    except (CalamineError, OSError, ValueError, KeyError):
        raise UnusableFile(BROKEN) from None
    except BaseException as problem:
        if type(problem).__name__ != _PANIC:
            raise
        raise UnusableFile(BROKEN) from None
    return Book(sheets)


def _sheets(book: CalamineWorkbook, looks: dict[int, _Look]) -> Iterator[Sheet]:
    from python_calamine import SheetVisibleEnum

    shown = {sheet.name: sheet.visible is SheetVisibleEnum.Visible for sheet in book.sheets_metadata}
    for number, name in enumerate(book.sheet_names):
        grid = _grid(book.get_sheet_by_index(number))
        look = looks.get(number, _Look())
        yield Sheet(_tidy(name), grid, look.hidden_rows, not shown.get(name, True), look.unworked)


def _within_limits(sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    """Refuse more rows in all than one sheet may have: many sheets may be one part of the file."""
    rows = 0
    for number, sheet in enumerate(sheets, 1):
        rows += len(sheet.grid.lines)
        if rows > MOST_ROWS + _MOST_HEADS or number > _MOST_SHEETS:
            raise UnusableFile("Bảng tính có quá 200.000 dòng hoặc quá 1.000 trang. Hãy chia thành các tệp nhỏ hơn.")
        yield sheet


def _grid(sheet: CalamineSheet) -> Grid:
    end, start = sheet.end, sheet.start
    if end is None or start is None:
        return Grid((), Parted.TABS)
    if (
        end[1] - start[1] > _MOST_COLUMNS
        or (end[0] + 1) * (end[1] + 1) > _MOST_CELLS
        or end[0] >= MOST_ROWS + _MOST_HEADS
    ):
        raise UnusableFile(_TOO_LARGE)
    columns = _columns(_stretches(sheet, start[1]))
    height = max(map(_height, columns), default=0)
    whole = [column.rows(0, height) for column in columns]
    return Grid(Lines(whole, range(1, height + 1)) if height else (), Parted.TABS)


def _stretches(sheet: CalamineSheet, left: int) -> Iterator[Sequence[Sequence[Any]]]:
    """Its rows from the first of the sheet on, some at a time, without the `left` columns that hold nothing."""
    merged = sheet.merged_cell_ranges or ()
    rows: Iterator[Sequence[Any]] = sheet.iter_rows()
    if merged:
        filled = sheet.to_python(skip_empty_area=False)
        _fill_merged(filled, merged)
        rows = (row[left:] for row in filled)
    while stretch := list(islice(rows, _AT_ONCE)):
        yield stretch


def _columns(stretches: Iterable[Sequence[Sequence[Any]]]) -> list[Column]:
    """Column by column: what a column says over and over is read once, however many titles another has."""
    makers: list[ColumnMaker] = []
    for stretch in stretches:
        makers = makers or [ColumnMaker(_all_typed) for _ in stretch[0]]
        for maker, cells in zip(makers, zip(*stretch, strict=True), strict=True):
            maker.add(cells)
    return [maker.column() for maker in makers]


def _height(column: Column) -> int:
    """How many rows there are up to the last that holds anything."""
    return next((row + 1 for row in range(len(column) - 1, -1, -1) if column[row]), 0)


def _fill_merged(rows: list[list[Any]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """A cell merged over several rows of one column says the same in each of them."""
    heights = (min(bottom, len(rows)) - top for (top, _), (bottom, _) in merged if top < len(rows))
    if sum(heights) > len(rows) * _MOST_COLUMNS:
        raise UnusableFile(_TOO_LARGE)  # one cell over another, which no program makes
    for (top, left), (bottom, right) in merged:
        if left == right and bottom > top and top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                if left < len(row) and row[left] == "":
                    row[left] = rows[top][left]


def _all_typed(values: Sequence[Any]) -> Sequence[str]:
    """Cells as they would be typed; of one kind all in one go."""
    match set(map(type, values)):
        case kinds if kinds == {str}:
            if are_clean_lines(values):
                return values
            return [value if is_clean_line(value) else _tidy(value) for value in values]
        case kinds if (
            kinds == {float}
            and all(map(float.is_integer, values))
            and -_MOST_EXACT < min(values) <= max(values) < _MOST_EXACT
        ):
            return [*map(str, map(int, values))]
    return [*map(_typed, values)]


def _typed(value: Any) -> str:
    """A cell as it would be typed: 27, «2,5», 5/10/2018."""
    if isinstance(value, str):
        return value if is_clean_line(value) else _tidy(value)
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float):
        return (
            str(int(value))
            if value.is_integer() and abs(value) < _MOST_EXACT
            else f"{value:.6f}".rstrip("0").replace(".", ",")
        )
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (datetime, date)):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, (time, timedelta)):
        return str(value)
    return ""


def _tidy(text: str) -> str:
    if len(text) > _LONGEST_CELL:
        raise UnusableFile("Một ô của bảng dài quá 32.767 ký tự. Hãy kiểm tra lại tệp, có thể thiếu dấu nháy đóng.")
    return " ".join(clean(text).split())


# -- before the parser ------------------------------------------------------------------------------------------------


def _look_through(package: Package) -> dict[int, _Look]:
    """Refuse cells that lie too far out, and rows without end; what is seen of each sheet."""
    for part in filter(_READ.fullmatch, package.names):
        refuse_foreign(package.head(part, HEAD), takes_wide=False)
    content = package.read("content.xml")
    if content is not None:
        _refuse_repeated(content)
        package.xml("content.xml")
        return {}
    names = list(_sheet_parts(package))
    looks = {name: _look_at(package, name) for name in names}
    sheets = sorted(filter(_SHEET.fullmatch, names), key=lambda name: int(re.sub(r"\D", "", name)))
    return {number: looks[name] for number, name in enumerate(sheets)}


def _sheet_parts(package: Package) -> Iterator[str]:
    """The parts that the workbook may have for sheets, whatever they are called."""
    about = [data for name in package.names if name.lower() in _WORKBOOK and (data := package.xml(name))]
    elements = [element for data in about for element in parse(data).iter("{*}*")]
    named = {value for element in elements if element.get("Target") is None for value in element.attrib.values()}
    targets = {element.get("Target", "") for element in elements if element.get("Id") in named}
    wanted = {target.rpartition("/")[2].lower() for target in targets}
    for name in package.names:
        if name.lower().rpartition("/")[2] in wanted or _SHEET.fullmatch(name):
            yield name


def _look_at(package: Package, name: str) -> _Look:
    rows = hidden = 0
    unworked: set[int] = set()
    rest, last = b"", deque[bytes](maxlen=_LOOKED_LAST)
    for number, chunk in enumerate(package.chunks(name, _LOOKED_AT_ONCE)):
        block = rest + chunk
        has_formulas = b"<f" in block
        cut = _end_of(block, has_formulas=has_formulas)
        block, rest = block[:cut], block[cut:]
        if not rows and (b"<!DOCTYPE" in block or b"<!ENTITY" in block):  # it stands before all else or is none
            raise UnusableFile("Tệp có khai báo DTD, có thể gây hại nên không nhận. Hãy mở bằng Excel rồi lưu lại.")
        if any(sign in block and odd in block for sign, odd in _ODD):
            raise UnusableFile(_UNLIKE)
        rows += block.count(b"<row") or len(_ROW.findall(block))
        if b"hidden=" in block:
            hidden += len(_HIDDEN.findall(block))
        if has_formulas:
            unworked.update(unworked_in(block))
        if number < _LOOKED_CLOSELY:
            _refuse_far(block, rows)
        last.append(block)
    _refuse_far(b"".join([*last, rest]), rows)
    return _Look(hidden, frozenset(unworked.union(unworked_in(rest))))


def _end_of(block: bytes, *, has_formulas: bool) -> int:
    """Up to where a stretch of a sheet is looked at now: before its last tag, or cell where a formula may be in it."""
    cell = block.rfind(b"<c ") if has_formulas else -1
    return cell if cell > max(0, len(block) - _LONGEST_REST) else block.rfind(b"<")


def _refuse_far(block: bytes, rows: int) -> None:
    """Refuse cells far out; rows are in order, so that a far one stands at the end."""
    farthest = max(map(int, _FAR_ROW.findall(block)), default=0)
    if max(rows, farthest) > MOST_ROWS + _MOST_HEADS or _FAR_COLUMN.search(block):
        raise UnusableFile(_TOO_LARGE)


def _refuse_repeated(content: bytes) -> None:
    """Of an ods: what is repeated is said once, blank cells to the end of the sheet by the million.

    Counts what each sheet unfolds to, up to its last row and column that hold anything.
    """
    blanks = [_count(found[1]) for found in _BLANKS.finditer(content)]
    if max(blanks, default=0) > _LONGEST_CELL or sum(blanks) > _MOST_BLANKS:
        raise UnusableFile(_TOO_LARGE)
    height = last = widest = times = width = at = 0
    for tag in _TAGS.finditer(content):
        repeated = _count(found[1]) if (found := _REPEATED.search(tag[0])) else 1
        match tag[1]:
            case b"table":
                height = last = widest = 0
            case b"table-row":
                times, width, at = repeated, 0, 0
                height += times
            case _:
                at += repeated
                if b"value-type" in tag[0]:
                    width = at
        if width:
            last, widest = height, max(widest, width)
            if last > MOST_ROWS + _MOST_HEADS or widest > _MOST_COLUMNS or last * widest > _MOST_CELLS:
                raise UnusableFile(_TOO_LARGE)


def _count(said: bytes) -> int:
    """A number of an attribute. Raises UnusableFile for one that is written otherwise than any program does."""
    if not said.isdigit() or len(said) > _MOST_DIGITS:
        raise UnusableFile(_TOO_LARGE)
    return int(said)


# -- text -------------------------------------------------------------------------------------------------------------


def read_csv(data: bytes, name: str) -> Book:
    """The one sheet of a csv or tsv, whatever parts its cells and whatever encoding it was saved in."""
    from tthtcd_tui.text.decoding import decode  # a workbook needs neither
    from tthtcd_tui.text.guarded import unguarded

    if data.count(b"\n") > _MOST_BREAKS:
        raise UnusableFile(_TOO_LONG)
    if max(map(data.count, _MARKS.encode())) > _MOST_CELLS or _has_long_line(data):
        raise UnusableFile(_TOO_WIDE)
    decoded = decode(data)
    text = decoded.text.replace("\0", "")
    rows = _rows(text, _mark_of(text))
    if len(rows) > MOST_ROWS:
        raise UnusableFile(_TOO_LONG)
    if any(any(row[_MOST_COLUMNS:]) for row in rows):  # blank cells at the end are none
        raise UnusableFile(_TOO_WIDE)
    lines = [Line(number, tuple(_typed(unguarded(cell)) for cell in row)) for number, row in enumerate(rows, 1)]
    while lines and lines[-1].is_blank:
        lines.pop()
    notes = [decoded.legacy.message] if decoded.legacy else []
    if not decoded.is_sure and not decoded.legacy:
        notes.append(f"Chưa chắc bảng mã của tệp ({decoded.encoding}): hãy xem lại các chữ có dấu.")
    return Book((Sheet(name, Grid(tuple(lines), Parted.TABS)),), tuple(notes))


def _has_long_line(data: bytes) -> bool:
    """Whether a stretch of _LONG_STRETCH bytes stands on one line; told without a copy of it."""
    end = b"\n" if b"\n" in data else b"\r"
    stretches = range(0, len(data) - _LONG_STRETCH + 1, _LONG_STRETCH)
    return any(data.find(end, at, at + _LONG_STRETCH) < 0 for at in stretches)


def _mark_of(text: str) -> str:
    """What parts the cells: the sign that comes equally often in most of the first lines."""
    lines = [re.sub('"[^"]*"', "", line) for line in text.splitlines()[:60] if line.strip()]
    best, mark = 0.0, ";"
    for each in _MARKS:
        counts = [line.count(each) for line in lines]
        full = [count for count in counts if count]
        if full:
            most = max(set(full), key=full.count)
            score = full.count(most) * min(most, 12)
            if score > best:
                best, mark = score, each
    return mark


def _rows(text: str, mark: str) -> list[list[str]]:
    """Its rows. Quotes that stand within cells are themselves; one that is never closed is refused."""
    import csv

    try:
        return list(islice(csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True), MOST_ROWS + 1))
    except csv.Error as error:
        if "unexpected end" in str(error) or "field larger" in str(error):
            raise UnusableFile(
                "Bảng có dấu nháy không đóng nên không rõ ô nào hết ở đâu. Hãy mở bằng Excel, sửa ô ấy rồi lưu lại."
            ) from None
    rows = csv.reader(StringIO(text, newline=""), delimiter=mark, quoting=csv.QUOTE_NONE)
    return list(islice(rows, MOST_ROWS + 1))
