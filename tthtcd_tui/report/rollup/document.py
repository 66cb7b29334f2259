"""A roll-up as an official report of the body above, in the decree's format, with a row a commune in an appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.report.compose.head import MOTTO, NATION
from tthtcd_tui.report.compose.signoff import ARCHIVE, AS_ABOVE
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, ResultColumn
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    AppendixHead,
    Block,
    Column,
    Heading,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    Run,
    RunKind,
    Runs,
    SignOff,
    Table,
    Title,
)
from tthtcd_tui.report.percent import change_text, share_text
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rollup.letterhead import LABELS, RollupHead
from tthtcd_tui.report.rollup.rollup import Line, Rollup, State
from tthtcd_tui.report.rollup.total import Total, number_at
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.submitted import total_place
from tthtcd_tui.report.writer import BLANK, STOPS, bare, stopped
from tthtcd_tui.text.dates import official_date, padded_date
from tthtcd_tui.text.numbers import format_number

_ABSTRACT: Final = "Tổng hợp kết quả hoạt động của các trung tâm học tập cộng đồng"
_APPENDIX: Final = "KẾT QUẢ HOẠT ĐỘNG CỦA TỪNG ĐƠN VỊ"
_MOST_NAMED: Final = 12
"""Communes named in a sentence; of more, their number and the appendix."""
_HUNDREDTH: Final = Decimal("0.01")
_BEFORE: Final = slice(4, 6)
"""Of a row of the appendix: the number of the year before, and the change since."""


def document(rollup: Rollup, head: RollupHead) -> Outline:
    """The report; a draft where something of the letterhead is missing."""
    writer = _Writer(rollup, head)
    return Outline(
        tuple(writer.blocks()),
        f"Báo cáo {_ABSTRACT[:1].lower()}{_ABSTRACT[1:]} {rollup.period.title}",
        head.issuer or f"[Chưa nhập: {LABELS['issuer']}]",
        head.date or rollup.period.end,
        bool(missing(head)),
    )


def missing(head: RollupHead) -> list[str]:
    """What the letterhead still lacks to be issued; number and date may be filled in by hand."""
    return [label for key, label in LABELS.items() if not getattr(head, key)]


class _Writer:
    def __init__(self, rollup: Rollup, head: RollupHead) -> None:
        self._rollup, self._head = rollup, head

    def blocks(self) -> Iterator[Block]:
        yield self._letterhead()
        yield Title((Run("BÁO CÁO"),), (Run(f"{_ABSTRACT} {self._rollup.period.title}"),))
        yield self._addressees()
        yield _paragraph(*self._name("issuer"), Run(f" báo cáo {self._subject} như sau:"))
        yield _heading("I.", "TÌNH HÌNH NỘP BÁO CÁO")
        yield from map(_paragraph_of, self._completeness())
        yield _heading("II.", "KẾT QUẢ HOẠT ĐỘNG")
        yield from map(_paragraph_of, self._results())
        yield self._categories()
        yield _heading("III.", "CÁC CHỈ TIÊU")
        yield _paragraph_of(_ABOUT_NUMBERS)
        yield self._numbers()
        yield _paragraph_of("Kết quả của từng đơn vị: kèm theo Phụ lục.")
        yield _paragraph(Run("Trên đây là báo cáo của "), *self._name("issuer"), Run("./."))
        yield self._sign_off()
        yield self._appendix()
        yield self._communes()

    # -- head and end -------------------------------------------------------------------------------------------------

    def _name(self, key: str, capitals: bool = False) -> Runs:
        text: str = getattr(self._head, key)
        if not text:
            return (Run(f"[Chưa nhập: {LABELS[key]}]", None, RunKind.GAP),)
        return (Run(text.upper() if capitals else text, None, RunKind.VALUE),)

    @property
    def _subject(self) -> str:
        area = f" {self._head.area}" if self._head.area else ""
        return f"{_ABSTRACT[:1].lower()}{_ABSTRACT[1:]}{area} {self._rollup.period.title}"

    def _letterhead(self) -> Letterhead:
        above = self._head.superior
        return Letterhead(
            (Run(above.upper(), None, RunKind.VALUE),) if above else (),
            self._name("issuer", capitals=True),
            (Run("Số: "), *self._number()),
            NATION,
            MOTTO,
            (*self._name("place"), Run(", "), self._dated()),
        )

    def _number(self) -> Runs:
        number = self._head.number
        if number.isascii() and number.isdigit():
            number = number.lstrip("0").rjust(2, "0")
        given = Run(number, None, RunKind.VALUE) if number else Run(BLANK, None, RunKind.GAP)
        return (given, Run("/"), *self._name("symbol"))

    def _dated(self) -> Run:
        if self._head.date is not None:
            return Run(official_date(self._head.date), None, RunKind.VALUE)
        return Run(f"ngày{BLANK}tháng{BLANK}năm{BLANK}", None, RunKind.GAP)

    def _addressees(self) -> Addressees:
        bodies = [(Run(bare(body), None, RunKind.VALUE),) for body in self._head.addressees]
        if len(bodies) > 1:
            return Addressees("Kính gửi:", tuple((Run("- "), *body) for body in stopped(bodies)))
        return Addressees("Kính gửi:", (bodies[0] if bodies else self._name("addressees"),))

    def _sign_off(self) -> SignOff:
        given = [bare(line).strip(STOPS) for line in self._head.recipients]
        archive = next((line for line in given if line.casefold().startswith("lưu")), ARCHIVE)
        others = [line for line in given if line not in (archive, AS_ABOVE)]
        lines = stopped((Run(line),) for line in (AS_ABOVE, *others, archive))
        capacity = [(Run(self._head.authority.upper()),)] if self._head.authority else []
        return SignOff(
            "Nơi nhận:",
            tuple((Run("- "), *line) for line in lines),
            (*capacity, self._name("position", capitals=True)),
            self._name("signer"),
        )

    # -- who is in ----------------------------------------------------------------------------------------------------

    def _completeness(self) -> Iterator[str]:
        rollup = self._rollup
        handed = len(rollup.having(State.IN, State.APPROVED, State.RETURNED))
        of = f" trên tổng số {format_number(rollup.expected)}" if rollup.is_listed else ""
        yield (
            f"Đến khi tổng hợp, {format_number(handed)} đơn vị cấp xã{of} đã nộp báo cáo,"
            f" số liệu của {format_number(len(rollup.communes))} đơn vị được tổng hợp.{self._late()}"
        )
        for words, lines in (
            ("Chưa nộp", rollup.having(State.MISSING)),
            ("Đã trả lại, chưa nộp lại nên chưa tổng hợp", rollup.having(State.RETURNED)),
            ("Đã gửi nhưng tệp không nhận được", rollup.having(State.REFUSED)),
            ("Chưa rõ thuộc đơn vị nào nên chưa tổng hợp", rollup.having(State.UNKNOWN)),
        ):
            if lines:
                yield f"{words}: {_named(lines)}."

    def _late(self) -> str:
        rollup = self._rollup
        if rollup.deadline is None:
            return ""
        day = padded_date(rollup.deadline)
        if not rollup.late:
            return f" Hạn nộp là ngày {day}, không có đơn vị nào nộp muộn."
        return f" Hạn nộp là ngày {day}; nộp muộn {format_number(len(rollup.late))} đơn vị: {_named(rollup.late)}."

    # -- what they add up to ------------------------------------------------------------------------------------------

    def _results(self) -> Iterator[str]:
        classes, taken = (self._rollup.total(total_place(column)) for column in ResultColumn)
        yield (
            f"Các trung tâm đã tổ chức {_shown(classes.sum) or '0'} lớp, buổi học tập và sinh hoạt,"
            f" với {_shown(taken.sum) or '0'} lượt người tham gia."
        )
        if taken.compared:
            yield (
                f"So với kỳ trước, tính trên {format_number(taken.compared)} đơn vị có số liệu cả hai kỳ, số lượt người"
                f" tham gia là {_shown(taken.now)}, kỳ trước là {_shown(taken.before)}{_change(taken)}."
            )

    def _categories(self) -> Table:
        words, fields = self._rollup.form.table, self._rollup.form.records[PlaceKind.RESULTS]
        columns = (
            _column(words.marker_title, Align.CENTRE, 7),
            _column(words.label_title, Align.LEFT, 47),
            _column(fields[CLASSES].label, Align.RIGHT, 12),
            _column(fields[PARTICIPATIONS].label, Align.RIGHT, 18),
            _column("Tỷ lệ số lượt", Align.RIGHT, 16),
        )
        rows = [self._category(row) for row in self._rollup.categories]
        totals = [self._rollup.total(total_place(column)) for column in ResultColumn]
        cells = (*(_shown(each.sum) for each in totals), "100%" if totals[1].sum else "")
        return Table(columns, (*rows, _row(RowRole.TOTAL, "", words.total_label, *cells)))

    def _category(self, row: ReportRow) -> Row:
        if not row.cells:
            return _row(row.role, row.marker, row.label, "", "", "")
        classes, taken = (self._rollup.total(Place.of(row.place, column)) for column in ResultColumn)
        whole = self._rollup.total(total_place(PARTICIPATIONS)).sum
        share = share_text(taken.sum * 100 / whole) if taken.sum is not None and whole else ""
        return _row(row.role, row.marker, row.label, _shown(classes.sum), _shown(taken.sum), share)

    def _numbers(self) -> Table:
        columns = (
            _column("TT", Align.CENTRE, 7),
            _column("Chỉ tiêu", Align.LEFT, 43),
            _column("Đơn vị tính", Align.CENTRE, 14),
            _column("Số đơn vị có", Align.RIGHT, 12),
            _column("Tổng, hoặc bình quân", Align.RIGHT, 24),
        )
        found = [
            self._rollup.total(each.place) for each in self._rollup.measures if each.place.kind != PlaceKind.RESULTS
        ]
        told = [each for each in found if each.said]
        rows = (
            _row(RowRole.BODY, str(at), each.measure.label, each.measure.unit, format_number(each.said), _value(each))
            for at, each in enumerate(told, 1)
        )
        return Table(columns, tuple(rows))

    # -- the appendix -------------------------------------------------------------------------------------------------

    def _appendix(self) -> AppendixHead:
        reference = (
            Run("(Kèm theo Báo cáo số "), *self._number(), Run(" "), self._dated(), Run(" của "),
            *self._name("issuer"), Run(")"),
        )  # fmt: skip
        title = f"{_APPENDIX} {self._rollup.period.title.upper()}"
        return AppendixHead((Run("Phụ lục"),), (Run(title),), reference, is_wide=True)

    def _communes(self) -> Table:
        """A row a commune, also of those that are not in."""
        fields = self._rollup.form.records[PlaceKind.RESULTS]
        columns = (
            _column("TT", Align.CENTRE, 6),
            _column("Đơn vị", Align.LEFT, 28),
            _column(fields[CLASSES].label, Align.RIGHT, 10),
            _column(fields[PARTICIPATIONS].label, Align.RIGHT, 14),
            _column("Số lượt kỳ trước", Align.RIGHT, 12),
            _column("Tăng, giảm", Align.RIGHT, 10),
            _column("Tình trạng", Align.LEFT, 20),
        )
        order = {commune.code: at for at, commune in enumerate(self._rollup.communes)}
        last = len(order)
        lines = sorted(self._rollup.lines, key=lambda line: order.get(line.code, last) if line.commune else last)
        rows = [_commune_row(at, line) for at, line in enumerate(lines, 1)]
        classes, taken = (self._rollup.total(total_place(column)) for column in ResultColumn)
        label = self._rollup.form.table.total_label
        rows.append(_row(RowRole.TOTAL, "", label, _shown(classes.sum), _shown(taken.sum), "", "", ""))
        if taken.compared:
            both = f"{format_number(taken.compared)} đơn vị có cả hai kỳ"
            cells = ("", _shown(taken.now), _shown(taken.before), _change(taken, bare=True), "")
            rows.append(_row(RowRole.TOTAL, "", both, *cells))
        return _without_the_year_before(Table(columns, tuple(rows)))


_ABOUT_NUMBERS: Final = (
    "Số liệu được cộng từ báo cáo đã chốt của từng đơn vị. Tỷ lệ không cộng được: có quyền số thì tính bình quân gia"
    " quyền, không thì nêu mức thấp nhất và cao nhất."
)


def _without_the_year_before(table: Table) -> Table:
    """`table`; where no commune's year before is known, without its columns: a page of empty cells says nothing."""
    if any(cell for row in table.rows for cell in row.cells[_BEFORE]):
        return table
    freed = sum(column.share for column in table.columns[_BEFORE])
    number, name, *others = (column for column in table.columns if column not in table.columns[_BEFORE])
    columns = (number, name._replace(share=name.share + freed), *others)
    rows = (row._replace(cells=row.cells[: _BEFORE.start] + row.cells[_BEFORE.stop :]) for row in table.rows)
    return Table(columns, tuple(rows))


def _commune_row(at: int, line: Line) -> Row:
    commune, places = line.commune, [total_place(column) for column in ResultColumn]
    classes, taken = (number_at(commune.sums, place) if commune else None for place in places)
    before = number_at(commune.before, places[1]) if commune else None
    moved = change_text(Quantity(taken), Quantity(before)) if taken is not None and before is not None else ""
    state = f"{line.state.words}, muộn" if line.is_late else line.state.words
    return _row(RowRole.BODY, str(at), line.name, _shown(classes), _shown(taken), _shown(before), moved, state)


def _named(lines: Sequence[Line]) -> str:
    """Their names; of many, how many there are."""
    if len(lines) > _MOST_NAMED:
        return f"{format_number(len(lines))} đơn vị (danh sách tại Phụ lục)"
    return ", ".join(line.name for line in lines)


def _value(found: Total) -> str:
    if found.sum is not None:
        return _shown(found.sum)
    if found.mean is not None:
        return f"bình quân {_shown(found.mean.quantize(_HUNDREDTH, ROUND_HALF_UP))}"
    low, high = _shown(found.least), _shown(found.most)
    return f"đều {low}" if low == high else f"từ {low} đến {high}"


def _change(found: Total, bare: bool = False) -> str:
    if found.now is None or found.before is None:
        return ""
    text = change_text(Quantity(found.now), Quantity(found.before))
    return text if bare or not text else f" ({text})"


def _shown(number: Decimal | None) -> str:
    return "" if number is None else format_number(number)


def _column(title: str, align: Align, share: int) -> Column:
    return Column((Run(title),), align, share)


def _row(role: RowRole, *cells: str) -> Row:
    return Row(role, tuple((Run(cell),) if cell else () for cell in cells))


def _heading(label: str, title: str) -> Heading:
    return Heading(1, Numbering.ROMAN, label, (Run(title),), "")


def _paragraph(*runs: Run) -> Paragraph:
    return Paragraph(runs)


def _paragraph_of(text: str) -> Paragraph:
    return Paragraph((Run(text),))
