"""The report as a file: which kind, draft or final, under which name; and how to get it to one's own machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final, TypeVar

from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.report.finding import Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.question import WritingScreen
from tthtcd_tui.screens.section import SheetScreen
from tthtcd_tui.tasks.export_file import fetching, usual_name
from tthtcd_tui.tasks.export_report import ExportFormat, export_to, format_of, render
from tthtcd_tui.tasks.problem import HasErrors, TaskProblem
from tthtcd_tui.tasks.read_report import OpenedReport
from tthtcd_tui.tasks.stored_report import report_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.numbers import format_size
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

_STATE: Final = Place("export/state")
_FORMAT: Final = Place("export/format")
_NAME: Final = Place("export/name")
_STATES: Final = ("Chính thức, để ký", "Dự thảo")
_MARGIN: Final = 30
_T = TypeVar("_T")


class ExportScreen(WritingScreen, SheetScreen):
    """Opened with the cursor on «Xuất tệp»: with what is proposed, Enter is all it takes."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "f8", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self._chosen_draft: bool | None = None
        self._format = ExportFormat.DOCX
        self._stem = ""
        """The name typed, without its ending; nothing for the one proposed."""
        self._told: list[str] = []
        self._revision = -1

    @property
    def title_words(self) -> str:
        return f"{len(self.session.form.screens) + 2} XUẤT BÁO CÁO"

    @property
    def aside(self) -> str:
        return f"{self.session.tally.words() or 'không còn lỗi'} "

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("Enter", "Xuất"), ("F2", "Xuất"), ("F8", "Chỗ cần sửa"), ("F9", "Xem trước")]
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    # -- what is proposed and chosen ----------------------------------------------------------------------------------

    @property
    def _is_draft(self) -> bool:
        """As chosen; before that, a draft as long as there are errors. JSON is data and neither."""
        if self._format.is_data:
            return False
        return self.session.tally.forbids_issue if self._chosen_draft is None else self._chosen_draft

    @property
    def _file_name(self) -> str:
        usual = usual_name(self.session.year, self._format, self._is_draft)
        return f"{self._stem}.{self._format}" if self._stem else usual

    def rows(self) -> Iterator[SheetRow]:
        yield SheetRow(RowKind.ACTION, f"Xuất tệp {self._file_name}", action="export")
        room = max(self._width - _MARGIN, 20)
        state = "không phân biệt" if self._format.is_data else _STATES[self._is_draft]
        yield self._row("Bản", Cell(_STATE, "", state, room, options=_STATES))
        yield self._row("Định dạng", Cell(_FORMAT, "", _capital(self._format.label), room, options=_LABELS))
        yield self._row("Tên tệp", Cell(_NAME, self._file_name, self._file_name, room))
        yield SheetRow(RowKind.TEXT, f"Thư mục: {self.owner.export_folder.folder}")
        for line in self._told:
            yield SheetRow(RowKind.HEADING, line)

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
            else:
                self._name_it(clean_line(raw))
        except (TextProblem, TaskProblem) as problem:
            return problem.message
        self.reload()
        return None

    def _name_it(self, name: str) -> None:
        """An ending that is one of ours chooses the format; another name gets the ending of the format chosen."""
        named = format_of(name)
        self._format = named or self._format
        self._stem = name[: -len(f".{named}")] if named else name

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def moved(self) -> None:
        self.show_frame()
        cell = self.sheet.cell
        if self.sheet.error:
            self.say(self.sheet.error, wrong=True)
        elif cell is not None and cell.options:
            choices = " · ".join(f"{number} {words}" for number, words in enumerate(cell.options, 1))
            self.say(f"{choices} · 0 Như chương trình đề nghị")
        elif cell is not None:
            self.say("Gõ đè, hoặc Backspace để sửa; Delete lấy lại tên đặt sẵn.")
        elif self._is_draft and self.session.tally.forbids_issue:
            self.say(f"Enter để xuất bản dự thảo. Báo cáo {self.session.tally.words()}: F8 đến chỗ cần sửa.", warn=True)
        else:
            self.say("Enter để xuất. Mũi tên xuống để đổi bản, định dạng, tên tệp.")

    # -- exporting ----------------------------------------------------------------------------------------------------

    def acted(self, row: SheetRow) -> None:  # noqa: ARG002 -- there is one
        self._export()

    def do_save(self) -> None:
        if self.leave_cell():
            self._export()

    def _export(self) -> None:
        self.write(self._file_name, self._export_to)

    def _export_to(self, path: Path, overwrite: bool) -> None:
        """What is typed meanwhile waits until the file is there."""
        try:
            self.session.refresh()
            store, year = self.session.store, self.session.year
            report = report_of(store, year, with_log=self._format.is_data)
        except (TaskProblem, StoreProblem) as problem:
            self.say(problem.message, wrong=True)
            return
        self.is_working = True
        self.say("Đang dựng văn bản…")
        work = partial(self._work, report, path, self._format, self._is_draft, overwrite)
        self.run_worker(work, thread=True)

    def _work(
        self, report: OpenedReport, path: Path, export_format: ExportFormat, draft: bool, overwrite: bool
    ) -> None:
        """In a thread of its own, on values that do not change."""
        try:
            data = render(report.form, report.report, export_format, draft)
            self.app.call_from_thread(self.say, f"Đang ghi {format_size(len(data))}…")
            export_to(path, data, overwrite)
        except TaskProblem as problem:
            self.app.call_from_thread(self._failed, problem)
        else:
            self.app.call_from_thread(self._done, path, len(data), export_format, draft)

    def _failed(self, problem: TaskProblem) -> None:
        if isinstance(problem, HasErrors):
            words = f"Chưa xuất được bản chính thức: {Tally.of(problem.findings).words()}. F8 đến chỗ cần sửa"
            self._go_on([])
            self.say(f"{words}, hoặc chọn bản dự thảo.", wrong=True)
        else:
            self._go_on([problem.message])
            self.say("Chưa xuất được: xem lý do ở trên.", wrong=True)

    def _done(self, path: Path, size: int, export_format: ExportFormat, draft: bool) -> None:
        command = fetching(self.owner.export_folder, path, self.session.year, export_format, draft, os.environ)
        told = [f"Đã xuất {path} ({format_size(size)})."]
        told += ["Để lấy về máy của bạn, gõ trên máy đó:", command] if command else []
        self._go_on(told)
        self.say(f"Đã xuất {path.name} ({format_size(size)}).", good=True)

    def _go_on(self, told: Sequence[str]) -> None:
        """Says `told` in full, under what can be chosen, and takes keys again."""
        self._told = [line for words in told for line in wrap(words, self._width - 1)]
        self.is_working = False
        self.show_all()
        self.owner.hand_on()


def _capital(label: str) -> str:
    """As it stands at the beginning of a line."""
    return label[:1].upper() + label[1:]


_LABELS: Final = tuple(_capital(known.label) for known in ExportFormat)


def _choice(raw: str, options: Sequence[_T]) -> _T:
    """What the digit stands for. Raises TaskProblem."""
    number = int(raw) if raw.isascii() and raw.isdigit() else 0
    if not 1 <= number <= len(options):
        raise TaskProblem(f"Không có lựa chọn {raw}. Bấm số từ 1 đến {len(options)}.")
    return options[number - 1]
