"""The rows of a section, made of the form and the year: another form gives other rows and needs no other code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from tthtcd_tui.forms.model import Section, SectionPart
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.registry import is_added
from tthtcd_tui.report.kinds.results import total_column, total_text
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell, ReportRow, RowRole
from tthtcd_tui.report.summed import label_of
from tthtcd_tui.screens.cells import BETWEEN, LEAST_LABEL, MARGIN, Cells, longest, title
from tthtcd_tui.screens.grid_rows import GridRows
from tthtcd_tui.screens.results_rows import ResultsRows
from tthtcd_tui.screens.score_rows import ScoreRows
from tthtcd_tui.screens.widths import fitted
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_LONGEST_LABEL: Final = 26
"""Of an item, where what is written of it stands beside."""
_CONTRIBUTION: Final = 20
_NUMBER: Final = 10
_WORDS: Final = 24
"""Cells of a column of numbers, and of one of words."""
_ROOM_FOR_WORDS: Final = 60
"""Cells of a screen on which the longest status has room beside what is written."""


class Rows:
    """Makes rows of one moment of a Session, for a sheet of `width` cells."""

    def __init__(self, session: Session, width: int = 80, findings: Sequence[Finding] | None = None) -> None:
        """`findings` mark the rows: those of the year, where no others are given."""
        self._cells = Cells(session, width, session.findings if findings is None else findings)
        self._form = session.form
        self._facts = session.facts
        self._rows = session.rows
        self._width = width
        self._is_titled = False

    def sections(self, sections: Sequence[Section]) -> tuple[SheetRow, ...]:
        """Everything that is filled in for the sections of a screen, in the order of the report."""
        return fitted(self._sections(sections), self._width)

    def _sections(self, sections: Sequence[Section]) -> Iterator[SheetRow]:
        for section in sections:
            if len(sections) > 1:
                yield SheetRow(RowKind.HEADING, self._cells.filled(section.title), begins=True)
            yield from self._section(section)

    def section(self, section: Section) -> tuple[SheetRow, ...]:
        """Everything that is filled in for one section."""
        return fitted(self._section(section), self._width)

    def _section(self, section: Section) -> Iterator[SheetRow]:
        """Everything that is filled in for one section: what texts link to, what it prints, what was added."""
        for kind, rows in self._rows.section(section.key):
            if kind.name not in section.prints:
                yield from self.standard([row for row in rows if not is_added(row.place.kind)])
        for name in section.prints:
            yield from LAYOUTS.get(name, Rows.standard)(self, self._rows.of(section.key, name))
        for row in self._rows.of(section.key, SectionPart.CHECKLIST):
            if row.place.kind == PlaceKind.OWN:
                yield from self._own(row)
        if SectionPart.CHECKLIST in section.prints:
            yield SheetRow(RowKind.ACTION, "Thêm nội dung khác", action=f"{PlaceKind.OWN}:{section.key}")

    def details(self) -> tuple[SheetRow, ...]:
        """The report's own details: number, date, names, addressees, recipients, signer."""
        return fitted(self._details(), self._width)

    def _details(self) -> Iterator[SheetRow]:
        period = self._facts.period
        days = f"{period.start:%d/%m/%Y}–{period.end:%d/%m/%Y}"
        yield from self._text(f"Kỳ báo cáo: {period.title} ({days})")
        yield from self.standard(self._rows.layout.details)
        shown = {key for screen in self._form.screens for key in screen.sections}
        for own in self._facts.own_items:
            row = self._rows.row_at(Place.of(PlaceKind.OWN, own.uid))
            if row is not None and row.section not in shown:
                yield from self._unplaced(row)

    def standard(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        """A line a row: one cell wide, or the cells of a table under their titles."""
        columns = next((row.cells for row in rows if len(row.cells) > 1), ())
        if columns:
            titles = tuple(title(cell.field, self._column(cell, len(columns))) for cell in columns)
            yield SheetRow(RowKind.HEADS, "", texts=titles)
        for row in rows:
            if row.role is RowRole.GROUP:
                yield SheetRow(RowKind.HEADING, row.label, marker=row.marker)
            elif len(row.cells) == 1:
                yield self._cells.row(row.cells[0].place, row.cells[0].field)
            elif row.cells:
                label = f"  {row.label}" if row.role is RowRole.SUB else row.label
                cells = tuple(
                    self._cells.cell(cell.place, cell.field, self._column(cell, len(columns))) for cell in row.cells
                )
                yield SheetRow(RowKind.CELLS, label, cells, row.marker, mark=self._cells.mark(row.place))

    def _column(self, cell: ReportCell, count: int) -> int:
        """The width of one of so many columns."""
        return max(
            min(_NUMBER if cell.field.kind.is_number else _WORDS, self._width // (count + 1) - BETWEEN), LEAST_LABEL
        )

    def narrative(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        for row in rows:
            for cell in row.cells:
                yield self._cells.row(cell.place, cell.field, "Lời văn của mục này")

    def _text(self, words: str) -> Iterator[SheetRow]:
        """Words to read, whole at any width."""
        return (SheetRow(RowKind.TEXT, f" {line}") for line in wrap(words, max(self._width - MARGIN - 1, LEAST_LABEL)))

    # -- the board ----------------------------------------------------------------------------------------------------

    def board(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        fields = self._form.records[PlaceKind.BOARD]
        members = [row for row in rows if row.cells]
        for number, member in enumerate(members, 1):
            role = fields["role"].option(self._facts.text_at(member.place, "role"))
            words = role.label if role else "Thành viên mới"
            yield SheetRow(RowKind.HEADING, words, marker=str(number), begins=True)
            for cell in member.cells:
                if cell.key != "order":
                    yield self._cells.row(cell.place, cell.field)
            if number > 1:
                yield SheetRow(RowKind.ACTION, "Chuyển lên trên", action=f"up:{member.place}")
            yield self._removal(member.place, "thành viên này")
        yield SheetRow(RowKind.ACTION, "Thêm thành viên Ban Giám đốc", action=str(PlaceKind.BOARD))

    def _removal(self, record: Place, words: str) -> SheetRow:
        return SheetRow(RowKind.ACTION, f"Xóa {words}", action=f"remove:{record}")

    # -- checklists ---------------------------------------------------------------------------------------------------

    def _item_widths(self) -> dict[str, int]:
        """The label gives way first, then what is written: the status is what one comes for."""
        fields = self._form.records[PlaceKind.CHECKLIST]
        status = longest([fields["status"].label, *(option.label for option in fields["status"].options)])
        share = 4 if self._width >= _ROOM_FOR_WORDS else 5
        status = max(min(status + 1, self._width // share), LEAST_LABEL)
        room = self._width - MARGIN - status - 3 * BETWEEN
        words = max((room - min(max(_LONGEST_LABEL, room // 2), room * 2 // 3)) // 2, 5)
        return {"status": status, "statement": words, "evidence": words}

    def items(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        """The form's items; above the first of the screen the titles of what is filled in."""
        items = [row for row in rows if row.place.kind == PlaceKind.CHECKLIST]
        if items and not self._is_titled:
            self._is_titled = True
            fields = self._form.records[PlaceKind.CHECKLIST]
            titles = tuple(title(fields[key], width) for key, width in self._item_widths().items())
            yield SheetRow(RowKind.HEADS, self._form.records[PlaceKind.OWN]["label"].label, texts=titles)
        for item in items:
            yield self._item(item, item.label)

    def _item(self, row: ReportRow, label: str) -> SheetRow:
        widths = self._item_widths()
        cells = [(cell, width) for key, width in widths.items() if (cell := row.cell(key))]
        drawn = tuple(self._cells.cell(cell.place, cell.field, width) for cell, width in cells)
        return SheetRow(RowKind.CELLS, label, drawn, mark=self._cells.mark(row.place))

    def _own(self, row: ReportRow) -> Iterator[SheetRow]:
        """An item of the centre's own: its name can be typed too, and the whole removed."""
        name = self._facts.text_at(row.place, "label")
        called = self._form.records[PlaceKind.OWN]["label"]
        yield self._cells.row(Place.of(row.place, "label"), called, "Nội dung thêm: tên gọi")
        yield self._item(row, name or "(chưa đặt tên)")
        yield self._removal(row.place, f"nội dung “{name}”" if name else "nội dung này")

    def _unplaced(self, row: ReportRow) -> Iterator[SheetRow]:
        """An item of the centre's own that stands on no screen, to be given its section."""
        called = self._rows.label_at(Place(PlaceKind.OWN))
        yield SheetRow(RowKind.HEADING, f"{called}, chưa thuộc mục nào", begins=True)
        for key in ("section", "label"):
            yield self._cells.row(Place.of(row.place, key), self._form.records[PlaceKind.OWN][key])
        yield self._removal(row.place, self._facts.text_at(row.place, "label") or "nội dung này")

    # -- results and ratings ------------------------------------------------------------------------------------------

    def results(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        return ResultsRows(self._cells, rows).rows()

    def ratings(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        """A line a group, so that a digit rates and goes down; what else may be said of them stands below."""
        fields = self._form.records[PlaceKind.RATING]
        start, labels = _parted([row.label for row in rows])
        level = max(min(longest(option.label for option in fields["level"].options), self._width // 3), LEAST_LABEL)
        before = label_of(self._cells.previous) if self._cells.previous else ""
        yield SheetRow(RowKind.HEADS, start, texts=(title(fields["level"], level),), note=before)
        for row, label in zip(rows, labels, strict=True):
            place = Place.of(row.place, "level")
            cell = self._cells.cell(place, fields["level"], level)
            note, mark = self._cells.before(place, fields["level"]), self._cells.mark(place)
            yield SheetRow(RowKind.CELLS, label, (cell,), note=note, mark=mark)
        widths = {"contribution": min(_CONTRIBUTION, self._width // 4), "note": max(self._width // 4, LEAST_LABEL)}
        titles = tuple(title(fields[key], width) for key, width in widths.items())
        yield SheetRow(RowKind.HEADS, "Ghi thêm, nếu có", texts=titles)
        for row, label in zip(rows, labels, strict=True):
            cells = tuple(
                self._cells.cell(Place.of(row.place, key), fields[key], width) for key, width in widths.items()
            )
            mark = max((cell.mark for cell in cells), key=lambda mark: mark.value)
            yield SheetRow(RowKind.CELLS, label, cells, mark=mark)

    def grid(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        return GridRows(self._cells, rows).rows()

    def score(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        return ScoreRows(self._cells, rows).rows()

    # -- indicators ---------------------------------------------------------------------------------------------------

    def indicators(self, rows: Sequence[ReportRow]) -> Iterator[SheetRow]:
        for row in rows:
            yield SheetRow(RowKind.HEADING, row.label, begins=True)
            value = row.cell("value")
            if row.computed:
                total = total_text(self._facts.total(total_column(row.computed))) or "chưa có số liệu"
                yield from self._text(f"Tự tính từ bảng kết quả: {total} {row.unit}")
            for cell in row.cells if value else row.cells[-1:]:
                label = "Số liệu" if cell is value and cell.field.label == row.label else ""
                yield self._cells.row(cell.place, cell.field, label)


Layout: TypeAlias = Callable[[Rows, Sequence[ReportRow]], Iterator[SheetRow]]

LAYOUTS: Final[dict[str, Layout]] = {
    SectionPart.NARRATIVE: Rows.narrative,
    SectionPart.BOARD: Rows.board,
    SectionPart.CHECKLIST: Rows.items,
    SectionPart.RESULTS: Rows.results,
    SectionPart.GRID: Rows.grid,
    SectionPart.RATINGS: Rows.ratings,
    SectionPart.INDICATORS: Rows.indicators,
    SectionPart.SCORE: Rows.score,
}
"""How a kind of content looks on a sheet, where `Rows.standard` does not serve."""


def _parted(labels: Sequence[str]) -> tuple[str, list[str]]:
    """The words all labels begin with, and what is left of each: «Tham gia của …», «các doanh nghiệp»."""
    words = [label.split() for label in labels]
    count = 0
    while len(words) > 1 and all(len(each) > count + 1 for each in words) and len({each[count] for each in words}) == 1:
        count += 1
    if not count:
        return "", list(labels)
    return f"{' '.join(words[0][:count])} …", [" ".join(each[count:]) for each in words]
