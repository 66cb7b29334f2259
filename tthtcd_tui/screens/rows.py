"""The rows of a section, made of the form and the year: another form gives other rows and needs no other code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.forms.model import Content, Section
from tthtcd_tui.report.facts import OwnItem
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.links import total_column, total_text
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.cells import BETWEEN, LEAST_LABEL, MARGIN, Cells, longest, title
from tthtcd_tui.screens.results_rows import ResultsRows
from tthtcd_tui.tasks.session import Session
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_LONGEST_LABEL: Final = 26
"""Of an item, where what is written of it stands beside."""
_CONTRIBUTION: Final = 20


class Rows:
    """Makes rows of one moment of a Session, for a sheet of `width` cells."""

    def __init__(self, session: Session, width: int = 80) -> None:
        self._cells = Cells(session, width)
        self._form = session.form
        self._facts = session.facts
        self._width = width
        self._is_titled = False

    def sections(self, sections: Sequence[Section]) -> Iterator[SheetRow]:
        """Everything that is filled in for the sections of a screen, in the order of the report."""
        for section in sections:
            if len(sections) > 1:
                yield SheetRow(RowKind.HEADING, self._cells.filled(section.title), begins=True)
            yield from self.section(section)

    def section(self, section: Section) -> Iterator[SheetRow]:
        """Everything that is filled in for one section."""
        for figure in section.figures:
            yield self._cells.row(Place.of("figure", figure.key), figure.field)
        for content in section.prints:
            yield from self._content(section, content)
        for own in self._facts.own_items:
            if own.section == section.key:
                yield from self._own(own)
        if Content.CHECKLIST in section.prints:
            yield SheetRow(RowKind.ACTION, "Thêm nội dung của trung tâm", action=f"own:{section.key}")

    def details(self) -> Iterator[SheetRow]:
        """The report's own details: number, date, names, addressees, recipients, signer."""
        period = self._facts.period
        days = f"{period.start:%d/%m/%Y}–{period.end:%d/%m/%Y}"
        yield SheetRow(RowKind.TEXT, f" Kỳ báo cáo: {period.title} ({days})")
        for key, field in self._form.records["report"].items():
            yield self._cells.row(Place.of("report", key), field)
        shown = {key for screen in self._form.screens for key in screen.sections}
        for own in self._facts.own_items:
            if own.section in shown:
                continue
            yield SheetRow(RowKind.HEADING, f"{label_at(self._form, Place('own'))}, chưa thuộc mục nào", begins=True)
            for key in ("section", "label"):
                yield self._cells.row(Place.of("own", own.uid, key), self._form.records["own"][key])
            yield self._removal(f"own/{own.uid}", own.label or "nội dung này")

    def _content(self, section: Section, content: Content) -> Iterator[SheetRow]:
        match content:
            case Content.NARRATIVE:
                place = Place.of("narrative", section.key)
                yield self._cells.row(place, self._form.records["narrative"]["text"], "Các đoạn văn của mục này")
            case Content.BOARD:
                yield from self._board()
            case Content.CHECKLIST:
                yield from self._items(section)
            case Content.RESULTS:
                yield from ResultsRows(self._cells, section).rows()
            case Content.RATINGS:
                yield from self._ratings(section)
            case Content.INDICATORS:
                for indicator in section.indicators:
                    yield from self._indicator(indicator.key)

    # -- the board ----------------------------------------------------------------------------------------------------

    def _board(self) -> Iterator[SheetRow]:
        fields = self._form.records["board"]
        for number, member in enumerate(self._facts.board, 1):
            role = fields["role"].option(member.role)
            words = role.label if role else "Thành viên mới"
            yield SheetRow(RowKind.HEADING, words, marker=str(number), begins=True)
            for key, field in fields.items():
                if key != "order":
                    yield self._cells.row(Place.of("board", member.uid, key), field)
            if number > 1:
                yield SheetRow(RowKind.ACTION, "Đưa lên trước một bậc", action=f"up:board/{member.uid}")
            yield self._removal(f"board/{member.uid}", "thành viên này")
        yield SheetRow(RowKind.ACTION, "Thêm thành viên Ban Giám đốc", action="board")

    def _removal(self, record: str, words: str) -> SheetRow:
        return SheetRow(RowKind.ACTION, f"Xóa {words}", action=f"remove:{record}")

    # -- checklists ---------------------------------------------------------------------------------------------------

    def _item_widths(self) -> dict[str, int]:
        """The label gives way first, then what is written: the status is what one comes for."""
        fields = self._form.records["checklist"]
        status = longest([fields["status"].label, *(option.label for option in fields["status"].options)])
        status = max(min(status + 1, self._width // 5), LEAST_LABEL)
        room = self._width - MARGIN - status - 3 * BETWEEN
        words = max((room - min(max(_LONGEST_LABEL, room // 2), room * 2 // 3)) // 2, 5)
        return {"status": status, "statement": words, "evidence": words}

    def _items(self, section: Section) -> Iterator[SheetRow]:
        """The items; above the first of the screen the titles of what is filled in."""
        if section.items and not self._is_titled:
            self._is_titled = True
            fields = self._form.records["checklist"]
            titles = tuple(title(fields[key], width) for key, width in self._item_widths().items())
            yield SheetRow(RowKind.TOTAL, self._form.records["own"]["label"].label, texts=titles)
        for item in section.items:
            yield self._item(item.label, "checklist", item.key)

    def _item(self, label: str, kind: str, key: str) -> SheetRow:
        fields = self._form.records[kind]
        widths = self._item_widths()
        cells = tuple(
            self._cells.cell(Place.of(kind, key, name), fields[name], width) for name, width in widths.items()
        )
        return SheetRow(RowKind.CELLS, label, cells, mark=self._cells.mark(Place.of(kind, key)))

    def _own(self, own: OwnItem) -> Iterator[SheetRow]:
        """An item of the centre's own: its name can be typed too, and the whole removed."""
        place = Place.of("own", own.uid, "label")
        yield self._cells.row(place, self._form.records["own"]["label"], "Nội dung thêm: tên gọi")
        yield self._item(own.label or "(chưa đặt tên)", "own", own.uid)
        yield self._removal(f"own/{own.uid}", f"nội dung “{own.label}”" if own.label else "nội dung này")

    # -- ratings ------------------------------------------------------------------------------------------------------

    def _ratings(self, section: Section) -> Iterator[SheetRow]:
        """A line a group, so that a digit rates and goes down; what else may be said of them stands below."""
        fields = self._form.records["rating"]
        start, labels = _parted([group.label for group in section.groups])
        level = max(min(longest(option.label for option in fields["level"].options), self._width // 3), LEAST_LABEL)
        before = self._cells.previous.period.label if self._cells.previous else ""
        yield SheetRow(RowKind.TOTAL, start, texts=(title(fields["level"], level),), note=before)
        for group, label in zip(section.groups, labels, strict=True):
            place = Place.of("rating", group.key, "level")
            cell = self._cells.cell(place, fields["level"], level)
            note, mark = self._cells.before(place, fields["level"]), self._cells.mark(place)
            yield SheetRow(RowKind.CELLS, label, (cell,), note=note, mark=mark)
        widths = {"contribution": min(_CONTRIBUTION, self._width // 4), "note": max(self._width // 4, LEAST_LABEL)}
        titles = tuple(title(fields[key], width) for key, width in widths.items())
        yield SheetRow(RowKind.TOTAL, "Ghi thêm, nếu có", texts=titles)
        for group, label in zip(section.groups, labels, strict=True):
            row = Place.of("rating", group.key)
            cells = tuple(self._cells.cell(Place.of(row, key), fields[key], width) for key, width in widths.items())
            mark = max((cell.mark for cell in cells), key=lambda mark: mark.value)
            yield SheetRow(RowKind.CELLS, label, cells, mark=mark)

    # -- indicators ---------------------------------------------------------------------------------------------------

    def _indicator(self, key: str) -> Iterator[SheetRow]:
        indicator = self._form.indicators[key]
        fields = self._form.records["indicator"]
        yield SheetRow(RowKind.HEADING, indicator.label, begins=True)
        if indicator.value:
            label = "" if indicator.value.label != indicator.label else "Giá trị"
            yield self._cells.row(Place.of("indicator", key, "value"), indicator.value, label)
        elif indicator.computed:
            total = total_text(self._facts.total(total_column(indicator.computed))) or "chưa có số liệu"
            yield SheetRow(RowKind.TEXT, f" Tự tính từ bảng kết quả: {total} {indicator.unit}")
        for name in ["source", "comparison", "text"] if indicator.value else ["text"]:
            yield self._cells.row(Place.of("indicator", key, name), fields[name])


def _parted(labels: Sequence[str]) -> tuple[str, list[str]]:
    """The words all labels begin with, and what is left of each: «Tham gia của …», «các doanh nghiệp»."""
    words = [label.split() for label in labels]
    count = 0
    while len(words) > 1 and all(len(each) > count + 1 for each in words) and len({each[count] for each in words}) == 1:
        count += 1
    if not count:
        return "", list(labels)
    return f"{' '.join(words[0][:count])} …", [" ".join(each[count:]) for each in words]
