"""A block of cells pasted from a spreadsheet, laid over the rows of a sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import parse_number
from tthtcd_tui.text.pasted import without_list_tabs
from tthtcd_tui.text.tabbed import tabbed_rows
from tthtcd_tui.widgets.paste_labels import all_named, called_so, in_order, is_alike, is_label, label_column, named
from tthtcd_tui.widgets.paste_outcome import (
    Block,
    LeftOver,
    Spread,
    cells_shown,
    foreign,
    of_unknown_columns,
    shown,
    under_another_year,
)
from tthtcd_tui.widgets.paste_titles import (
    OfAnotherYear,
    Taken,
    Titles,
    by_contents,
    by_words,
    is_over_labels,
    is_title_of_labels,
    read_titles,
)
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

_MOST_CHOSEN_IN_ORDER: Final = 2
"""Options chosen by 1, 2, 3 … down a column: more of them are the column that numbers the lines."""
_FEWEST_SUMMED: Final = 2
_NIL: Final = "-"
_DASHES: Final = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212")
"""What word processors make of the hyphen that stands for «không có»."""
_BEYOND: Final = "thừa ở cuối: ở đây không còn hàng nào"
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER_ALONE: Final = re.compile(r"\W*[0-9][0-9.,\s]*%?\W*")


def grid(text: str) -> list[list[str]]:
    """The lines and cells of a pasted text; a dash alone in a cell is «không có», however long. Raises TextProblem.

    A cell of a spreadsheet may hold line breaks.
    """
    rows = tabbed_rows(without_list_tabs(clean(text)).rstrip("\n"))
    return [[_cell(cell.strip()) for cell in row] for row in rows]


def _cell(text: str) -> str:
    return _NIL if text in _DASHES else text


def spread(
    block: Block,
    rows: Sequence[SheetRow],
    column: int,
    taken: Taken,
    above: Sequence[SheetRow] = (),
    of_another_year: OfAnotherYear = lambda _: False,
) -> Spread:
    """Lays `block` over `rows`, the first of which the cursor is in, from `column` on.

    Where one chooses or writes, a block that names its rows is laid by its labels, on those `above` too, and one whose
    columns do not suit is refused whole.

    Passed over, and told: columns beside the cells (TT, Nội dung), a heading line, the total, which is computed, and
    what comes after it. A line without numbers falls on the row of a group, where the block has it.
    """
    if any(not cell.right for cell in rows[0].cells[column:]):
        every = [row for row in (*above, *rows) if row.kind is RowKind.CELLS and row.shape == rows[0].shape]
        labels = label_column(block, every)
        if labels is not None:
            titles = read_titles(block[0], labels, rows[0], [*above, *rows], taken, of_another_year)
            titles = by_words(titles, block[0], block[1:], rows[0], taken)
            return _by_labels(block, labels, every, titles, column, taken, of_another_year)
        if not _suits(block, rows[0].cells[column:], taken):
            return foreign(block)
    return _in_rows(block, rows, column, taken, of_another_year)


def _in_rows(
    block: Block, rows: Sequence[SheetRow], column: int, taken: Taken, of_another_year: OfAnotherYear
) -> Spread:
    """Each line to the next of `rows`, as they stand."""
    places = [cell.place for cell in rows[0].cells[column:]]
    result = Spread(are_numbers=all(cell.right for cell in rows[0].cells[column:]))
    first, is_one_of_many = _first_column(block, places, taken)
    if is_one_of_many:
        return foreign(block)
    _tell_columns(result, first, max(len(line) for line in block) - first - len(places))
    lines = [list(line[first : first + len(places)]) for line in block]
    start = _headings(lines, places, taken)
    if other := next(filter(of_another_year, (cell for line in block[:start] for cell in line)), ""):
        return under_another_year(block, other)
    if start:
        result.passed_over.append("dòng tiêu đề" if start == 1 else f"{start} dòng tiêu đề")
    targets = _targets(rows)
    # Without labels to tell, a line without numbers is the group's own if there are more lines than rows to fill.
    is_total = _is_total(lines[start:])
    count = len(lines) - start - is_total
    is_long = not first and count > sum(row.kind is not RowKind.HEADING for row in targets)
    waiting, turned = list(targets), ""
    for counted, (number, line) in enumerate(enumerate(lines[start:], start), 1):
        while waiting and waiting[0].kind is RowKind.HEADING:
            heading = waiting.pop(0)
            if not any(line) and (is_long or _names(block[number][:first], heading)):
                break
        else:
            if not waiting:
                for at in _tell_rest(result, number, lines, rows[len(targets) :]):
                    texts = _texts(lines[at], targets[-1], column)
                    result.left.append(LeftOver(at + 1 - start, cells_shown(block[at]), _BEYOND, texts=texts))
                break
            row = waiting.pop(0)
            turned = turned or _turns_to_words(line, row, rows[0], column)
            if is_total and number == len(lines) - 1 and count >= _FEWEST_SUMMED:
                turned = turned or "bằng tổng các dòng trên: chưa rõ là dòng tổng hay số của hàng này"
            if odd := _stranger(block[number][:first], row) or (turned and next(filter(None, line), "")):
                (result.unclear if turned else result.strangers).append(f"dòng {counted}: {shown(odd)}")
                reason = turned or f"{shown(odd)} không phải nhãn của hàng này"
                texts = _texts(line, row, column)
                result.left.append(LeftOver(counted, cells_shown(block[number]), reason, texts=texts))
                continue
            result.rows += 1
            result.columns = max(result.columns, len(line))
            _lay(line, row, column, counted, result, taken)
    return result


def _turns_to_words(line: Sequence[str], row: SheetRow, first: SheetRow, column: int) -> str:
    """Why a line of numbers is no longer laid: below a cell for numbers it falls on one for words or a choice."""
    for text, cell, above in zip(line, row.cells[column:], first.cells[column:], strict=False):
        if above.right and not cell.right and _NUMBER_ALONE.fullmatch(text):
            return f"dãy số đến “{row.label}”, ô không ghi số: chưa rõ số nào của ô nào"
    return ""


def _texts(line: Sequence[str], row: SheetRow, column: int) -> dict[str, str]:
    """What would be typed in a row like `row`, by field."""
    cells = zip(line, row.cells[column:], strict=False)
    return {cell.place.parts[-1]: text for text, cell in cells if text}


def _by_labels(
    block: Block,
    labels: int,
    rows: Sequence[SheetRow],
    titles: Titles,
    column: int,
    taken: Taken,
    of_another_year: OfAnotherYear,
) -> Spread:
    """Each line to the one of `rows` that it names: its columns by their titles, else in order from `column` on."""
    result = Spread(by_labels=True, are_numbers=False)
    done: list[SheetRow] = []
    places = [cell.place for cell in rows[0].cells[column:]]
    start = _has_titles(block, labels, rows, titles, places, taken)
    if start and titles.of_other_years and not titles.say_anything:
        return under_another_year(block, titles.of_other_years[0])
    if not start and len(titles.unknown) > 1 and not titles.say_anything and is_title_of_labels(block[0][labels]):
        return of_unknown_columns(block, titles.unknown)
    if start:
        result.passed_over.append("dòng tiêu đề")
    if not start or not titles.say_anything:
        titles = by_contents(block[start:], labels, rows[0]) if not column else Titles()
    result.passed_over += [f"cột {shown(title)}" for title in titles.unknown]
    named_rows = in_order([line[labels] if labels < len(line) else "" for line in block[start:]], rows)
    for number, (line, row) in enumerate(zip(block[start:], named_rows, strict=True), 1):
        laid = titles.laid(line, len(rows[0].cells)) if titles.say_anything else line[labels + 1 :]
        first = 0 if titles.say_anything else column
        if labels < len(line) and any(line) and of_another_year(line[labels]):
            why = f"{shown(line[labels])} không phải năm của báo cáo này"
            result.strangers.append(f"dòng {number}: {shown(line[labels])}")
            result.left.append(LeftOver(number, cells_shown(line), why, texts=_texts(laid or (), rows[0], first)))
        elif row is not None and row not in done and laid is not None:
            done.append(row)
            if not called_so(line[labels], [row]):
                result.read_as.append(f"{shown(line[labels])} ghi vào “{row.label}”")
            result.rows += 1
            result.columns = max(result.columns, len(line) - labels - 1)
            _lay(laid, row, first, number, result, taken)
        elif any(line):
            label = line[labels] if labels < len(line) else ""
            named = shown(label or next(filter(None, line)))
            found = len(all_named(line[labels], rows)) if labels < len(line) else 0
            (result.twins if found > 1 else result.strangers).append(f"dòng {number}: {named}")
            texts = _texts(laid or (), rows[0], first)
            result.left.append(LeftOver(number, cells_shown(line), _why_left(named, row, found, laid), texts=texts))
    return result


def _why_left(named: str, row: SheetRow | None, found: int, laid: Sequence[str] | None) -> str:
    if row is not None and laid is None:
        return f"{named} chưa rõ đánh dấu vào cột nào"
    if row is not None:
        return f"{named} đã có một dòng khác của bảng dán"
    return f"{named} là nhãn của {found} hàng" if found > 1 else f"{named} không khớp nhãn nào"


def _has_titles(
    block: Block, labels: int, rows: Sequence[SheetRow], titles: Titles, places: Sequence[Place], taken: Taken
) -> bool:
    """Whether the first line is that of the titles: what it holds are titles, or its label is one."""
    line = block[0]
    label = line[labels] if labels < len(line) else ""
    row = named(label, rows)
    if row is not None and fold(row.label).strip() == fold(label):
        return False
    is_over = not label or is_over_labels(label)
    return titles.are_sure or (is_over and (titles.say_anything or _is_heading(line[labels + 1 :], places, taken)))


def _suits(block: Block, cells: Sequence[Cell], taken: Taken) -> bool:
    """Whether each cell that takes no words takes most of its column, which does not only number the lines."""
    width = max(map(len, block))
    for at, cell in enumerate(cells[:width]):
        texts = [line[at] for line in block if at < len(line) and line[at]]
        if not texts:
            continue
        if cell.is_prose:
            if len(texts) > 1 and all(map(_NUMBER_ALONE.fullmatch, texts)):
                return False
            continue
        if sum(taken(cell.place, text) for text in texts) * 2 < len(texts):
            return False
        if (width > 1 or len(texts) > _MOST_CHOSEN_IN_ORDER) and _is_order(block, at):
            return False
    return width <= len(cells)


def _first_column(block: Block, places: Sequence[Place], taken: Taken) -> tuple[int, bool]:
    """Where in the block the sheet's own columns begin, and whether another beginning is as likely.

    It is where most can be taken, behind a column that numbers the lines; where nothing can, as far right as may be.
    """
    spare = max(len(line) for line in block) - len(places)
    if spare <= 0:
        return 0, False

    def fitting(first: int) -> int:
        pairs = [(text, place) for line in block for text, place in zip(line[first:], places, strict=False)]
        return sum(bool(text) and taken(place, text) for text, place in pairs)

    found = {first: fitting(first) for first in range(_is_order(block, 0), spare + 1)}
    most = max(found.values())
    best = [first for first, count in found.items() if count == most]
    return best[-1], most > 0 and len(best) > 1


def _is_order(block: Block, column: int) -> bool:
    """Whether a column only numbers the lines: 1, 2, 3 …"""
    texts = [line[column] for line in block if column < len(line) and line[column]]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _tell_columns(result: Spread, before: int, after: int) -> None:
    if before:
        result.passed_over.append(f"{before} cột đầu")
    if after > 0:
        result.passed_over.append(f"{after} cột cuối")


def _headings(lines: Block, places: Sequence[Place], taken: Taken) -> int:
    """How many lines above the first of numbers are words: titles of columns."""
    count = 0
    while count < len(lines) - 1 and _is_heading(lines[count], places, taken):
        count += 1
    return count


def _is_heading(line: Sequence[str], places: Sequence[Place], taken: Taken) -> bool:
    """Words, of which nothing can be taken: «~20» is no title, it is a number typed wrongly."""
    words = _YEAR.sub("", " ".join(line))
    if not any(letter.isalpha() for letter in words) or any(letter.isdigit() for letter in words):
        return False
    return not any(text and taken(place, text) for text, place in zip(line, places, strict=False))


def _is_total(lines: Block) -> bool:
    """Whether the last line adds up the others."""
    try:
        sums = [sum((_number(text) for text in column), Decimal(0)) for column in zip(*lines[:-1], strict=True)]
        return any(sums) and [_number(text) for text in lines[-1]] == sums
    except (TextProblem, ValueError):
        return False


def _number(text: str) -> Decimal:
    return Decimal(0) if text in ("", _NIL) else parse_number(text)


def _targets(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """The rows of the same table as the first, with the headings of groups among them."""
    shape = rows[0].shape
    found: list[SheetRow] = []
    for row in rows:
        if row.kind is not RowKind.HEADING and row.shape != shape:
            break
        found.append(row)
    while found[-1].kind is RowKind.HEADING:
        found.pop()
    return found


def _names(labels: Sequence[str], heading: SheetRow) -> bool:
    return any(fold(heading.label) == fold(label) for label in labels)


def _stranger(cells: Sequence[str], row: SheetRow) -> str:
    """The label among `cells`, those before what would be laid, that is another than the row's; nothing if none is."""
    labels = list(filter(is_label, cells))
    return "" if any(is_alike(label, row.label) for label in labels) else "".join(labels[:1])


def _tell_rest(result: Spread, number: int, lines: Block, after: Sequence[SheetRow]) -> list[int]:
    """Tell, and give back, which lines go beyond the last row, from the line `number` on; the total comes first."""
    rest = [at for at in range(number, len(lines)) if any(lines[at])]
    if rest and after and after[0].kind is RowKind.TOTAL:
        result.passed_over.append("dòng tổng (tự tính)")
        rest.pop(0)
    if rest:
        result.passed_over.append(f"{len(rest)} dòng thừa ở cuối")
    return rest


def _lay(line: Sequence[str], row: SheetRow, column: int, number: int, result: Spread, taken: Taken) -> None:
    """What each cell takes of a line; a digit chooses where it is typed, in a table with labels it may be anything."""
    for text, cell in zip(line, row.cells[column:], strict=False):
        if not text:
            continue
        is_number = result.by_labels and bool(cell.options) and text.isdecimal() and text not in cell.options
        if not is_number and taken(cell.place, text):
            result.cells.append((cell.place, text))
        else:
            result.refused.append(f"dòng {number}: {shown(text)}")
            wrong = "không phải số" if result.are_numbers else "không đúng kiểu của ô"
            texts = {cell.place.parts[-1]: text}
            whole = tuple(filter(None, (row.label, text)))
            result.left.append(LeftOver(number, whole, f"{shown(text)} {wrong}", cell.place, texts))
