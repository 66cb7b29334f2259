"""The report as a file: which kind, draft or final, under which name; and how to get it to one's own machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from rich.cells import cell_len

from tthtcd_tui.errors import NotIssued, TaskProblem, UserProblem
from tthtcd_tui.forms.appendices import COMPARISON
from tthtcd_tui.report.appendices.attached import attached, toggled
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.advice import advice, advised
from tthtcd_tui.screens.cells import BETWEEN, MARGIN
from tthtcd_tui.screens.fetching import Asked, Which, fetching, fetching_short, sending
from tthtcd_tui.screens.file_writer import FileWriter
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.template_choice import OWN_LOOK, TemplateChoice
from tthtcd_tui.tasks.session.export_year import opened_for
from tthtcd_tui.tasks.transfer.export_file import short_name, usual_name
from tthtcd_tui.tasks.transfer.export_report import Carry, ExportFormat, TableName, export_to, format_of, render
from tthtcd_tui.tasks.transfer.read_in_child import read_look
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.tasks.transfer.short_text import LONGEST_SHORT, short_text
from tthtcd_tui.tasks.years.stored_report import report_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.numbers import format_size
from tthtcd_tui.widgets.bars import MESSAGE_LINES, Message
from tthtcd_tui.widgets.fit import first_that_fits, wrap
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

if TYPE_CHECKING:
    from tthtcd_tui.report.document_look import DocumentLook

_STATE: Final = Place("export/state")
_FORMAT: Final = Place("export/format")
_NAME: Final = Place("export/name")
_TABLE: Final = Place("export/table")
_APPENDIX: Final = Place("export/appendix")
_WITH, _WITHOUT = "Kèm theo", "Không kèm"
_SHORTER: Final = {COMPARISON: "So sánh các năm trước"}
"""What an appendix is called where its label has no room beside its cell."""
_CARRY: Final = Place("export/carry")
_TEMPLATE: Final = Place("export/template")
_LOOKED: Final = (ExportFormat.DOCX, ExportFormat.PDF, ExportFormat.PACKAGE)
_CARRIES: Final = (Carry.PRINTED, Carry.ALL, Carry.NOTHING)
_CARRIED: Final = ("Những gì đã in", "Cả năm: nhật ký, ghi chú, điện thoại", "Không mang gì")
_STATES: Final = ("Chính thức, để ký", "Dự thảo")
_MARGIN: Final = 32
_T = TypeVar("_T")


class ExportScreen(SheetScreen):
    """Opened with the cursor on «Xuất tệp»: with what is proposed, Enter is all it takes."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "f8", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._writer = FileWriter(self)
        self._chosen_draft: bool | None = None
        self._format = ExportFormat.DOCX
        self._carry = Carry.PRINTED
        self._chosen_table: TableName | None = None
        self._stem = ""
        """The name typed, without its ending; nothing for the one proposed."""
        self._told: list[str] = []
        self._revision = -1
        self._templates = TemplateChoice(services)

    @property
    def title_words(self) -> str:
        return f"{len(self.session.form.screens) + 2} XUẤT BÁO CÁO"

    @property
    def aside(self) -> str:
        return f"{self.session.tally.words() or 'không còn lỗi'} "

    def key_line(self) -> list[tuple[str, str]]:
        """Enter where it is what writes the file; in the choices below it only goes on to the next."""
        way = [("F2", "Xuất")] if self.sheet.cell is not None else [("Enter", "Xuất"), ("F2", "Xuất")]
        return [
            *way,
            ("F8", "Chỗ cần sửa"),
            ("F9", "Xem trước"),
            ("Esc", "Quay lại"),
            ("F1", "Trợ giúp"),
            ("^G", "Đi tới"),
            ("^Q", "Thoát"),
        ]

    def came_to(self) -> None:
        self.sheet.go_to_first()

    # -- what is proposed and chosen ----------------------------------------------------------------------------------

    @property
    def _is_draft(self) -> bool:
        """As chosen; before that, a draft as long as there are errors. JSON is data and neither."""
        if self._format.is_data:
            return False
        return self.session.tally.forbids_issue if self._chosen_draft is None else self._chosen_draft

    @property
    def _table(self) -> TableName | None:
        """Which table goes out; None for all of them, and for what is no table."""
        if not self._format.is_tables:
            return None
        return self._chosen_table or (TableName.ACTIVITIES if self._format is ExportFormat.CSV else None)

    @property
    def _tables(self) -> tuple[TableName | None, ...]:
        """What can be chosen: a workbook holds all tables, a csv one."""
        return tuple(TableName) if self._format is ExportFormat.CSV else (None, *TableName)

    @property
    def _file_name(self) -> str:
        usual = usual_name(self.session.year, self._format, self._is_draft, self._table)
        return f"{self._stem}.{self._format}" if self._stem else usual

    @property
    def _short_name(self) -> str:
        return short_name(self.session.year)

    def rows(self) -> Iterator[SheetRow]:
        yield from self._finish()
        room = max(self._width - _MARGIN, 20)
        state = "không phân biệt" if self._format.is_data else _STATES[self._is_draft]
        yield self._row("Bản", Cell(_STATE, "", state, room, options=_STATES))
        yield self._row("Định dạng", Cell(_FORMAT, "", _capital(self._format.label), room, options=_LABELS))
        if self._format.is_tables:
            options = tuple(map(_table_label, self._tables))
            yield self._row("Bảng", Cell(_TABLE, "", _table_label(self._table), room, options=options))
            yield from self._texts(_numbered(options))
        yield self._row("Tên tệp", Cell(_NAME, self._file_name, self._file_name, room))
        if self._format is ExportFormat.DOCX:
            carried = _CARRIED[_CARRIES.index(self._carry)]
            label = self._label("Dữ liệu mang theo", "Mang theo", beside=room)
            yield self._row(label, Cell(_CARRY, "", carried, room, options=_CARRIED))
        yield from self._texts(f"Thư mục: {self.services.export_folder().folder}")
        # Not below a cell that a digit chooses in: from there the cursor goes down by itself, and Enter would export.
        short = ("Xuất tóm tắt ngắn, để dán vào Zalo hay thư", "Xuất tóm tắt ngắn, để dán vào Zalo")
        label = self._label(f"Xuất tóm tắt ngắn {self._short_name}, để dán vào Zalo hay thư", *short)
        yield SheetRow(RowKind.ACTION, label, action="short")
        yield from self._appendices(room)
        for line in self._told:
            yield SheetRow(RowKind.HEADING, line)
        if self._format in _LOOKED:
            yield from self._template_rows(room)

    def _finish(self) -> Iterator[SheetRow]:
        """With the whole name of the file, beside it or below."""
        full, name = f"Xuất tệp {self._file_name}", self._file_name
        label = self._label(full, "Xuất tệp")
        yield SheetRow(RowKind.FINISH, label, action="export")
        if label != full:
            yield from self._texts(name)

    def _label(self, *words: str, beside: int = 0) -> str:
        """The first of these, which say the same in fewer and fewer words, that has room `beside` a cell so wide."""
        room = self._width - MARGIN - (beside + BETWEEN if beside else 0)
        return next((each for each in words if cell_len(each) <= room), words[-1])

    def _template_rows(self, room: int) -> Iterator[SheetRow]:
        """The centre's choice, whoever exports; below it the Word files it can be chosen from."""
        kept, options = self._templates.kept(self.session), self._templates.options()
        yield SheetRow(RowKind.HEADING, "Kiểu chữ, lề của báo cáo Word")
        yield self._row("Theo mẫu", Cell(_TEMPLATE, "", kept.name if kept else OWN_LOOK, room, options=options))
        if len(options) > 1:
            yield from self._texts(_numbered(options))
        if kept and kept.told:
            yield from self._texts(f"Mẫu có {len(kept.told)} điều khác thể thức, báo cáo không lấy theo.")

    def _appendices(self, room: int) -> Iterator[SheetRow]:
        """Which go along: what is chosen here is the report's, whoever exports or finalises it."""
        yield SheetRow(RowKind.HEADING, "Phụ lục")
        going = {each.form.key: each.label for each in attached(self.session.form, self.session.facts)}
        room = min(room, max(map(len, (*going.values(), _WITHOUT))))  # the labels are long, and there is little to show
        for appendix in self.session.form.appendices:
            shown = going.get(appendix.key, _WITHOUT)
            cell = Cell(Place.of(_APPENDIX, appendix.key), "", shown, room, options=(_WITH, _WITHOUT))
            yield self._row(self._label(appendix.label, _SHORTER.get(appendix.key, ""), beside=room), cell)

    def _texts(self, words: str) -> Iterator[SheetRow]:
        """All of `words`, under the labels."""
        for line in wrap(words, self._width - MARGIN - 1):
            yield SheetRow(RowKind.TEXT, f" {line}")

    def _row(self, label: str, cell: Cell) -> SheetRow:
        return SheetRow(RowKind.CELLS, label, (cell,))

    @property
    def _width(self) -> int:
        return self.sheet.size.width or 80

    def reload(self) -> None:
        if self._revision != self.session.revision:
            self._revision, self._told = self.session.revision, []  # what was exported is not what stands here now
        super().reload()

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        (place, raw), *_ = cells
        try:
            if place == _STATE:
                self._chosen_draft = _choice(raw, (False, True)) if raw else None
            elif place == _FORMAT:
                self._format = _choice(raw, tuple(ExportFormat)) if raw else ExportFormat.DOCX
            elif place == _CARRY:
                self._carry = _choice(raw, _CARRIES) if raw else Carry.PRINTED
            elif place == _TABLE:
                self._chosen_table = _choice(raw, self._tables) if raw else None
            elif place == _TEMPLATE:
                return self._choose_template(raw)
            elif place.parent == _APPENDIX:
                return self._choose_appendix(place.parts[-1], _choice(raw, (True, False)) if raw else False)
            else:
                self._name_it(clean_line(raw))
        except UserProblem as problem:
            return problem.message
        self.reload()
        return None

    def _choose_appendix(self, key: str, wanted: bool) -> str | None:
        return self.saved(self.session.save([toggled(self.session.form, self.session.facts, key, wanted)]))

    # -- what it looks like -------------------------------------------------------------------------------------------

    def _choose_template(self, raw: str) -> str | None:
        """What is typed meanwhile waits until the file is read."""
        name = _choice(raw, ("", *self._templates.files())) if raw else ""
        if not name:
            self._templates.forget(self.session)
            self.reload()
            return None
        data = self._templates.read(name)
        self.is_working = True
        self.say("Đang đọc mẫu…")
        self.run_worker(partial(self._look, data, name), thread=True)
        return None

    def _look(self, data: bytes, name: str) -> None:
        """In a thread of its own."""
        try:
            look = read_look(data, name)
        except UserProblem as problem:
            self.app.call_from_thread(self._look_failed, problem)
        else:
            self.app.call_from_thread(self._looked, data, name, look)

    def _look_failed(self, problem: UserProblem) -> None:
        self._go_on([advised(problem)])
        self.say("Chưa dùng được mẫu: xem lý do ở trên.", wrong=True)

    def _looked(self, data: bytes, name: str, look: DocumentLook) -> None:
        try:
            kept = self._templates.choose(self.session, name, data, look)
        except UserProblem as problem:
            self._look_failed(problem)
            return
        self._go_on([f"Mẫu {name}:", *kept.told] if kept.told else [])
        more = f" Có {len(kept.told)} điều khác thể thức, xem ở trên." if kept.told else ""
        words = f"Từ nay báo cáo Word của trung tâm theo mẫu {name}.{more}"
        self.say(words, good=not kept.told, warn=bool(kept.told))

    def _name_it(self, name: str) -> None:
        """An ending that is one of ours chooses the format; another name gets the ending of the format chosen."""
        named = format_of(name)
        self._format = named or self._format
        self._stem = name[: -len(f".{named}")] if named else name

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def hint(self) -> Message:
        cell = self.sheet.cell
        if self.sheet.error:
            return Message(self.sheet.error, wrong=True)
        if cell is not None and cell.place == _TABLE:
            return Message("Gõ số của một bảng trong danh sách ở dưới, rồi Enter; Delete lấy lại như đề nghị.")
        if cell is not None and cell.place == _TEMPLATE:
            return Message(self._templates.hint())
        if cell is not None and cell.options:
            usual = _WITHOUT if cell.place.parent == _APPENDIX else "Như chương trình đề nghị"
            said = [f"{_numbered(cell.options)} · 0 {usual}", _numbered(cell.options)]
            if self.sheet.row is not None and self._label(self.sheet.row.label, "", beside=cell.width) == "":
                said.insert(0, f"{self.sheet.row.label}: {_numbered(cell.options)}")
            if cell.place == _FORMAT:
                said += [f"{_SHORT_LABELS} · 0 {usual}", f"{_SHORT_LABELS} · 0 Đề nghị"]
            return Message(first_that_fits(said, self._width - 1, MESSAGE_LINES))
        if cell is not None:
            return Message("Gõ đè, hoặc Backspace để sửa; Delete lấy lại tên đặt sẵn.")
        if self.sheet.row is not None and self.sheet.row.action == "short":
            return Message(f"Enter để ghi vài dòng, nhiều nhất {LONGEST_SHORT} ký tự, ra tệp và hiện ở đây.")
        if self._is_draft and self.session.tally.forbids_issue:
            return Message(
                f"Enter để xuất bản dự thảo. Báo cáo {self.session.tally.words()}: F8 đến chỗ cần sửa.", warn=True
            )
        return Message("Enter để xuất. Mũi tên xuống để đổi bản, định dạng, tên tệp.")

    # -- exporting ----------------------------------------------------------------------------------------------------

    def acted(self, row: SheetRow) -> None:
        if row.action == "short":
            self._writer.write(self._short_name, self._write_short)
        else:
            self._export()

    def _write_short(self, path: Path, overwrite: bool) -> None:
        """Few lines, quickly made; they stand on the screen too, to be copied from there."""
        self.session.refresh()
        text = short_text(report_of(self.session.store, self.session.year))
        try:
            export_to(path, text.encode(), overwrite)
        except UserProblem as problem:
            self._go_on([advised(problem)])
            self.say("Chưa xuất được: xem lý do ở trên.", wrong=True)
            return
        command = fetching_short(self.services.export_folder(), path, Which.of(self.session), os.environ)
        home = ["Để lấy về máy của bạn, gõ trên máy đó:", command] if command else []
        self._go_on([f"Đã xuất {path}:", *text.splitlines(), *home])
        self.say(f"Đã xuất {path.name}.", good=True)

    def go_to_next_gap(self) -> None:
        """First to what forbids the report: a warning forbids nothing, and may stand before it."""
        forbidding = (each.place for each in self.session.findings if each.severity is Severity.ERROR)
        place = None if self.session.refused.wants_look else next(forbidding, None)
        if place is None:
            super().go_to_next_gap()
        else:
            self.navigator.open(to.AtPlace(place))

    def do_save(self) -> None:
        if self.leave_cell():
            self._export()

    def _export(self) -> None:
        self._writer.write(self._file_name, self._export_to)

    def _export_to(self, path: Path, overwrite: bool) -> None:
        """What is typed meanwhile waits until the file is there."""
        self.session.refresh()
        store, year = self.session.store, self.session.year
        report = opened_for(store, year, self._format, self._is_draft, table=self._table, carry=self._carry)
        report.context.load()
        self.is_working = True
        self.say("Đang dựng văn bản…")
        asked = Asked(self._format, self._is_draft, self._table, self._carry)
        work = partial(self._work, report, path, asked, overwrite)
        self.run_worker(work, thread=True)

    def _work(self, report: OpenedReport, path: Path, asked: Asked, overwrite: bool) -> None:
        """In a thread of its own, on values that do not change."""
        try:
            data = render(report, asked.format, asked.is_draft, table=asked.table)
            self.app.call_from_thread(self.say, f"Đang ghi {format_size(len(data))}…")
            export_to(path, data, overwrite)
        except UserProblem as problem:
            self.app.call_from_thread(self._failed, problem)
        else:
            self.app.call_from_thread(self._done, path, len(data), asked)

    def _failed(self, problem: UserProblem) -> None:
        if isinstance(problem, NotIssued):
            self._go_on([])
            words = f"Chưa xuất được bản chính thức: {self.session.tally.words()}."
            self.say(f"{words} {advice(problem)}", wrong=True)
        else:
            self._go_on([advised(problem)])
            self.say("Chưa xuất được: xem lý do ở trên.", wrong=True)

    def _done(self, path: Path, size: int, asked: Asked) -> None:
        command = fetching(self.services.export_folder(), path, Which.of(self.session), asked, os.environ)
        told = [f"Đã xuất {path} ({format_size(size)})."]
        told += ["Để lấy về máy của bạn, gõ trên máy đó:", command] if command else []
        if command and self.services.export_folder().is_served and asked.format is ExportFormat.DOCX:
            told += ["Sửa trong Word xong, gửi lại bằng một trong hai lệnh:", *sending(path.name, os.environ)]
        self._go_on(told)
        self.say(f"Đã xuất {path.name} ({format_size(size)}).", good=True)

    def _go_on(self, told: Sequence[str]) -> None:
        """Says `told` in full, under what can be chosen, and takes keys again."""
        self._told = [line for words in told for line in wrap(words, self._width - 1)]
        self.is_working = False
        self.show_all()
        self.services.keys.dispatch_pending()


def _capital(label: str) -> str:
    """As it stands at the beginning of a line."""
    return label[:1].upper() + label[1:]


def _numbered(options: Sequence[str]) -> str:
    return " · ".join(f"{number} {words}" for number, words in enumerate(options, 1))


def _table_label(name: TableName | None) -> str:
    return name.label if name else "Mọi bảng"


_LABELS: Final = tuple(_capital(known.label) for known in ExportFormat)
_SHORT_LABELS: Final = _numbered([known.upper() for known in ExportFormat])


def _choice(raw: str, options: Sequence[_T]) -> _T:
    """What the digit stands for. Raises TaskProblem."""
    number = int(raw) if raw.isascii() and raw.isdigit() else 0
    if not 1 <= number <= len(options):
        raise TaskProblem(f"Không có lựa chọn {raw}. Bấm số từ 1 đến {len(options)}.")
    return options[number - 1]
