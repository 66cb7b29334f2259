"""The rows of a section, made of the form and the year: another form gives other rows and needs no other code."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer
from tthtcd_tui.forms.model import Content, Field, Kind, Section
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Source
from tthtcd_tui.report.links import total_column, total_text
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session import Session
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

_WIDE = 30
_STATUS = 16
_WORDS = 14
_CLASSES = 8
_PARTICIPATIONS = 10
_LEVEL = 20
_MONEY = 12


class Rows:
    """Makes rows of one moment of a Session."""

    def __init__(self, session: Session) -> None:
        self._form = session.form
        self._facts = session.facts
        self._previous = session.previous
        self._wrong = {finding.place for finding in session.findings if finding.is_open and not finding.is_missing}

    def section(self, section: Section) -> Iterator[SheetRow]:
        """Everything that is filled in for a section, in the order of the report."""
        for figure in section.figures:
            yield self._field(Place.of("figure", figure.key), figure.field)
        for content in section.prints:
            yield from self._content(section, content)
        for own in self._facts.own_items:
            if own.section == section.key:
                yield self._item(own.label or "(chưa đặt tên)", "own", own.uid)
        if Content.CHECKLIST in section.prints:
            yield SheetRow(RowKind.ACTION, "Thêm nội dung của trung tâm", action=f"own:{section.key}")

    def details(self) -> Iterator[SheetRow]:
        """The report's own details: number, date, names, addressees, recipients, signer."""
        for key, field in self._form.records["report"].items():
            yield self._field(Place.of("report", key), field)

    def _content(self, section: Section, content: Content) -> Iterator[SheetRow]:
        match content:
            case Content.NARRATIVE:
                place = Place.of("narrative", section.key)
                yield self._field(place, self._form.records["narrative"]["text"], label="Các đoạn văn của mục này")
            case Content.BOARD:
                yield from self._board()
            case Content.CHECKLIST:
                for item in section.items:
                    yield self._item(item.label, "checklist", item.key)
            case Content.RESULTS:
                yield from self._results(section)
            case Content.RATINGS:
                for group in section.groups:
                    yield self._rating(group.key, group.label)
            case Content.INDICATORS:
                for indicator in section.indicators:
                    yield from self._indicator(indicator.key)

    # -- one kind each ------------------------------------------------------------------------------------------------

    def _field(self, place: Place, field: Field, label: str = "") -> SheetRow:
        return SheetRow(
            RowKind.CELLS,
            label or field.label,
            (self._cell(place, field, _WIDE),),
            note=self._before(place, field),
            wrong=self._is_wrong(place),
        )

    def _board(self) -> Iterator[SheetRow]:
        fields = self._form.records["board"]
        for number, member in enumerate(self._facts.board, 1):
            role = fields["role"].option(member.role)
            yield SheetRow(RowKind.HEADING, role.label if role else "Thành viên mới", marker=str(number))
            for key, field in fields.items():
                if key != "order":
                    yield self._field(Place.of("board", member.uid, key), field)
            yield SheetRow(RowKind.ACTION, "Xóa thành viên này", action=f"remove:board/{member.uid}")
        yield SheetRow(RowKind.ACTION, "Thêm thành viên Ban Giám đốc", action="board")

    def _item(self, label: str, kind: str, key: str) -> SheetRow:
        fields = self._form.records[kind]
        widths = {"status": _STATUS, "statement": _WORDS, "evidence": _WORDS}
        cells = tuple(self._cell(Place.of(kind, key, name), fields[name], width) for name, width in widths.items())
        return SheetRow(RowKind.CELLS, label, cells, wrong=self._is_wrong(Place.of(kind, key)))

    def _results(self, section: Section) -> Iterator[SheetRow]:
        fields = self._form.records["results"]
        before = self._previous.period.label if self._previous else ""
        titles = ((fields[CLASSES].label, _CLASSES), ("Lượt người", _PARTICIPATIONS))
        yield SheetRow(RowKind.TOTAL, "Nội dung", marker="TT", texts=titles, note=before)
        for row in section.rows:
            if row.group:
                yield SheetRow(RowKind.HEADING, row.label, marker=row.marker)
                continue
            cells = tuple(
                self._number(row.key, column, fields[column], width)
                for column, width in ((CLASSES, _CLASSES), (PARTICIPATIONS, _PARTICIPATIONS))
            )
            place = Place.of("results", row.key)
            label = f"  {row.label}" if row.under else row.label
            note = self._results_note(row.key)
            yield SheetRow(RowKind.CELLS, label, cells, row.marker, note, self._is_wrong(place))
        totals = tuple(
            (total_text(self._facts.total(column)) or "", width)
            for column, width in ((CLASSES, _CLASSES), (PARTICIPATIONS, _PARTICIPATIONS))
        )
        yield SheetRow(RowKind.TOTAL, self._form.table.total_label, texts=totals, note=self._total_note())

    def _number(self, row: str, column: str, field: Field, width: int) -> Cell:
        """A typed number, or the log's sum where there is none: typing over it makes it typed."""
        place = Place.of("results", row, column)
        answer = self._facts.result(row, column)
        shown = "–" if answer is NIL else printed(field, answer) or ""
        raw = typed(field, self._facts.answers.get(place, UNANSWERED))
        return Cell(place, raw, shown, width, right=True, previous=self._raw_before(place, field))

    def _results_note(self, row: str) -> str:
        sources = {self._facts.source(row, column) for column in (CLASSES, PARTICIPATIONS)}
        source = "nhật ký" if Source.LOG in sources else "nhập tay" if Source.TYPED in sources else "trống"
        if self._previous is None:
            return source
        numbers = [total_text(self._previous.result(row, column)) or "·" for column in (CLASSES, PARTICIPATIONS)]
        return f"{numbers[0]:>4} {numbers[1]:>6} {source}"

    def _total_note(self) -> str:
        if self._previous is None:
            return ""
        numbers = [total_text(self._previous.total(column)) or "·" for column in (CLASSES, PARTICIPATIONS)]
        return f"{numbers[0]:>4} {numbers[1]:>6}"

    def _rating(self, key: str, label: str) -> SheetRow:
        fields = self._form.records["rating"]
        widths = {"level": _LEVEL, "contribution": _MONEY}
        cells = tuple(self._cell(Place.of("rating", key, name), fields[name], width) for name, width in widths.items())
        note = self._before(Place.of("rating", key, "level"), fields["level"])
        return SheetRow(RowKind.CELLS, label, cells, note=note, wrong=self._is_wrong(Place.of("rating", key)))

    def _indicator(self, key: str) -> Iterator[SheetRow]:
        indicator = self._form.indicators[key]
        fields = self._form.records["indicator"]
        yield SheetRow(RowKind.HEADING, indicator.label)
        if indicator.value:
            value = indicator.value
            yield self._field(Place.of("indicator", key, "value"), value, "Giá trị")
        elif indicator.computed:
            total = total_text(self._facts.total(total_column(indicator.computed))) or "chưa có số liệu"
            yield SheetRow(RowKind.TEXT, f"Tự tính: {total} {indicator.unit}")
        names = ["source", "comparison", "text"] if indicator.value else ["text"]
        for name in names:
            yield self._field(Place.of("indicator", key, name), fields[name])

    # -- cells --------------------------------------------------------------------------------------------------------

    def _cell(self, place: Place, field: Field, width: int) -> Cell:
        answer = self._facts.answers.get(place, UNANSWERED)
        lines = field.kind in (Kind.PARAGRAPHS, Kind.LINES)
        return Cell(
            place,
            typed(field, answer),
            _shown(field, answer),
            width,
            right=field.kind.is_number,
            options=tuple(option.label for option in field.options) if field.kind is Kind.CHOICE else (),
            opens=lines,
            previous=self._raw_before(place, field),
        )

    def _raw_before(self, place: Place, field: Field) -> str:
        return typed(field, self._previous.answers.get(place, UNANSWERED)) if self._previous else ""

    def _before(self, place: Place, field: Field) -> str:
        """Last year's answer, to compare with."""
        if self._previous is None or field.kind in (Kind.PARAGRAPHS, Kind.LINES):
            return ""
        return printed(field, self._previous.answers.get(place, UNANSWERED)) or ""

    def _is_wrong(self, place: Place) -> bool:
        return any(wrong.within(place) for wrong in self._wrong)


def _shown(field: Field, answer: Answer) -> str:
    """An answer in a cell of one line."""
    if isinstance(answer, tuple) and field.kind is not Kind.CHOICES:
        return answer[0] if len(answer) == 1 else f"{len(answer)} đoạn: {answer[0]}"
    return printed(field, answer, unit=True) or ""
