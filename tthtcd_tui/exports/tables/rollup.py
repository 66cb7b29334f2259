"""A roll-up as tables: who is in, communes, categories, every number, every choice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from tthtcd_tui.exports.tables.table import Cell, CellType, Column, Table, number
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, ResultColumn
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rollup.rollup import Rollup
from tthtcd_tui.report.rollup.total import Commune, Total, change, number_at
from tthtcd_tui.report.row import ReportRow
from tthtcd_tui.report.submitted import total_place

_NARROW: Final = 14
_NAME: Final = 30
_LABEL: Final = 44
_TENTH: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")


class RollupTable(StrEnum):
    """The value is what is typed."""

    COMPLETENESS = "completeness"
    COMMUNES = "communes"
    CATEGORIES = "categories"
    CLASSES = "classes"
    PARTICIPATIONS = "participations"
    NUMBERS = "numbers"
    CHOICES = "choices"


def rollup_tables(rollup: Rollup) -> dict[RollupTable, Table]:
    """Every table, in the order of a workbook's sheets."""
    return {
        RollupTable.COMPLETENESS: _completeness(rollup),
        RollupTable.COMMUNES: _communes(rollup),
        RollupTable.CATEGORIES: _categories(rollup),
        RollupTable.CLASSES: _matrix(rollup, CLASSES, "Số lớp theo xã"),
        RollupTable.PARTICIPATIONS: _matrix(rollup, PARTICIPATIONS, "Số lượt theo xã"),
        RollupTable.NUMBERS: _numbers(rollup),
        RollupTable.CHOICES: _choices(rollup),
    }


def _completeness(rollup: Rollup) -> Table:
    columns = (
        *_who(),
        Column("Tình trạng", width=26),
        Column("Ngày nhận", CellType.DATE, _NARROW),
        Column("Quá hạn", width=10),
        Column("Bản chốt", CellType.NUMBER, 10),
        Column("Lý do", width=50),
    )
    rows = tuple(
        (
            at,
            line.code,
            line.name,
            line.state.words,
            line.on,
            "muộn" if line.is_late else "",
            line.version or None,
            line.reason,
        )
        for at, line in enumerate(rollup.lines, 1)
    )
    return Table(None, "Tình hình nộp", columns, rows)


def _who() -> tuple[Column, ...]:
    return Column("TT", CellType.NUMBER, 6), Column("Mã", width=12), Column("Đơn vị", width=_NAME)


def _communes(rollup: Rollup) -> Table:
    """Each commune's totals beside those of the year before; what is sorted by, if that is something else."""
    shown = list(dict.fromkeys([total_place(CLASSES), total_place(PARTICIPATIONS), rollup.by]))
    columns = [*_who()]
    for place in shown:
        measure = rollup.measure(place)
        title = f"{measure.label} ({measure.unit})" if measure.unit else measure.label
        columns += [
            Column(title, CellType.NUMBER, _NARROW),
            Column("Năm trước", CellType.NUMBER, _NARROW),
            Column("Tăng, giảm", CellType.NUMBER, _NARROW),
        ]
    rows: list[tuple[Cell, ...]] = [
        (at, each.code, each.name, *(cell for place in shown for cell in _compared(rollup, each, place)))
        for at, each in enumerate(rollup.communes, 1)
    ]
    if rows:
        rows += _commune_totals(rollup, shown)
    strong = range(len(rollup.communes), len(rows))
    return Table(None, "Theo xã", tuple(columns), tuple(rows), frozenset(strong))


def _commune_totals(rollup: Rollup, shown: list[Place]) -> Iterator[tuple[Cell, ...]]:
    """All that is in; and like with like, those that are in for both years."""
    words, totals = rollup.form.table.total_label, [rollup.total(place) for place in shown]
    yield (None, "", words, *(cell for each in totals for cell in (_cell(each.sum), None, None)))
    if any(each.compared for each in totals):
        moved = [None if each.now is None or each.before is None else each.now - each.before for each in totals]
        both = zip(totals, moved, strict=True)
        cells = (cell for each, change in both for cell in (_cell(each.now), _cell(each.before), _cell(change)))
        yield (None, "", f"{words}, đơn vị có cả hai năm", *cells)


def _compared(rollup: Rollup, commune: Commune, place: Place) -> tuple[Cell, Cell, Cell]:
    moved = change(commune, rollup.measure(place))
    return _cell(number_at(commune.sums, place)), _cell(number_at(commune.before, place)), _cell(moved)


def _cell(value: Decimal | None) -> Cell:
    return None if value is None else number(value)


def _categories(rollup: Rollup) -> Table:
    """What the communes add up to by category; a share is of the sums, never of shares."""
    words, fields = rollup.form.table, rollup.form.records[PlaceKind.RESULTS]
    titles = [fields[column].label for column in ResultColumn]
    columns = (
        Column(words.marker_title, width=6),
        Column(words.label_title, width=_LABEL),
        Column("Số đơn vị có", CellType.NUMBER, _NARROW),
        *(Column(title, CellType.NUMBER, _NARROW) for title in titles),
        *(Column(f"Tỷ lệ {title[:1].lower()}{title[1:]} (%)", CellType.SHARE, _NARROW) for title in titles),
        Column("Đơn vị có cả hai năm", CellType.NUMBER, _NARROW),
        *(Column(f"{title} năm nay của các đơn vị ấy", CellType.NUMBER, _NARROW) for title in titles),
        *(Column(f"{title} năm trước", CellType.NUMBER, _NARROW) for title in titles),
    )
    rows = [_category(rollup, row) for row in rollup.categories]
    strong = {at for at, row in enumerate(rollup.categories) if not row.cells}
    totals = [rollup.total(total_place(column)) for column in ResultColumn]
    strong.add(len(rows))
    rows.append((
        "", words.total_label, max(each.said for each in totals), *(_cell(each.sum) for each in totals),
        *(100 if each.sum else None for each in totals), *_both_years(totals),
    ))  # fmt: skip
    return Table(None, "Theo nội dung", columns, tuple(rows), frozenset(strong))


def _category(rollup: Rollup, row: ReportRow) -> tuple[Cell, ...]:
    if not row.cells:
        return (row.marker, row.label, *[None] * 10)
    totals = [rollup.total(Place.of(row.place, column)) for column in ResultColumn]
    shares = [
        _share(each, rollup.total(total_place(column))) for each, column in zip(totals, ResultColumn, strict=True)
    ]
    count = max(each.said for each in totals)
    return (
        row.marker, row.label, count, *(_cell(each.sum) for each in totals), *shares, *_both_years(totals),
    )  # fmt: skip


def _both_years(totals: list[Total]) -> Iterator[Cell]:
    """How many communes say it in both years, and what those add up to in each."""
    yield max(each.compared for each in totals) or None
    yield from (_cell(each.now) for each in totals)
    yield from (_cell(each.before) for each in totals)


def _share(part: Total, whole: Total) -> Decimal | None:
    if part.sum is None or not whole.sum:
        return None
    return (part.sum * 100 / whole.sum).quantize(_TENTH, ROUND_HALF_UP)


def _matrix(rollup: Rollup, column: ResultColumn, title: str) -> Table:
    """A row a commune, a column a category."""
    categories = [row for row in rollup.categories if row.cells]
    places = [*(Place.of(row.place, column) for row in categories), total_place(column)]
    columns = (
        *_who(),
        *(Column(row.label, CellType.NUMBER, _NARROW) for row in categories),
        Column(rollup.form.table.total_label, CellType.NUMBER, _NARROW),
    )
    rows = [
        (at, each.code, each.name, *(_cell(number_at(each.sums, place)) for place in places))
        for at, each in enumerate(rollup.communes, 1)
    ]
    if rows:
        sums = (_cell(rollup.total(place).sum) for place in places)
        rows.append((None, "", rollup.form.table.total_label, *sums))
    return Table(None, title, columns, tuple(rows), frozenset({len(rows) - 1} if rows else ()))


def _numbers(rollup: Rollup) -> Table:
    columns = (
        Column("Chỉ tiêu", width=_LABEL),
        Column("Đơn vị tính", width=_NARROW),
        Column("Số đơn vị có", CellType.NUMBER, _NARROW),
        Column("Trong đó số ước", CellType.NUMBER, _NARROW),
        Column("Tổng", CellType.NUMBER, 18),
        Column("Bình quân gia quyền", CellType.NUMBER, _NARROW),
        Column("Nhỏ nhất", CellType.NUMBER, _NARROW),
        Column("Lớn nhất", CellType.NUMBER, _NARROW),
        Column("Đơn vị có cả hai năm", CellType.NUMBER, _NARROW),
        Column("Tổng năm nay của các đơn vị ấy", CellType.NUMBER, 18),
        Column("Năm trước", CellType.NUMBER, 18),
        Column("Ghi chú", width=36),
    )
    return Table(None, "Chỉ tiêu", columns, tuple(_number_rows(rollup)))


def _number_rows(rollup: Rollup) -> Iterator[tuple[Cell, ...]]:
    for measure in rollup.measures:
        found = rollup.total(measure.place)
        mean = found.mean.quantize(_HUNDREDTH, ROUND_HALF_UP) if found.mean is not None else None
        weight = (rollup.weights or {}).get(measure.place)
        note = f"quyền số: {weight.label}" if weight and mean is not None else found.why_no_mean
        yield (
            measure.label, measure.unit, found.said, found.about or None, _cell(found.sum), _cell(mean),
            _cell(found.least), _cell(found.most), found.compared or None, _cell(found.now), _cell(found.before), note,
        )  # fmt: skip


def _choices(rollup: Rollup) -> Table:
    columns = (
        Column("Nội dung", width=_LABEL),
        Column("Trả lời", width=_NAME),
        Column("Số đơn vị", CellType.NUMBER, _NARROW),
    )
    rows = [
        (choice.label, label, rollup.counts(choice)[key]) for choice in rollup.choices for key, label in choice.options
    ]
    return Table(None, "Trả lời", columns, tuple(rows))
