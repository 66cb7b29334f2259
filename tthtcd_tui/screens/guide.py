"""The first steps, tried out on the sample year: a database of its own that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.report.completeness import progress
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import layout
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.guide_steps import STEPS, Picture, Step
from tthtcd_tui.screens.rows import Rows
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.gaps import gap_after
from tthtcd_tui.tasks.session.guide_seen import remember_guide
from tthtcd_tui.tasks.session.saving import SaveConflict, Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.gauges import bar
from tthtcd_tui.widgets.look import PLAIN, STRONG
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow

if TYPE_CHECKING:
    from tthtcd_tui.widgets.paste_outcome import Spread

LEAST_WORDS: Final = 5
"""Lines for what a step is about, where they have room for it."""
_LABEL: Final = 27
_ROOM_FOR_BARS: Final = 70
_PREVIEWED = 40
"""Lines of the text that are shown of it."""


class WordsPane(Canvas):
    """What the step is about."""

    DEFAULT_CSS = f"WordsPane {{ height: {LEAST_WORDS}; }}"


class GuideScreen(BaseScreen):
    """Enter goes on, Esc ends it; each step waits for the key it teaches, and says so when it was found."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._at = 0
        self._is_done = False
        self._words = WordsPane()
        self._canvas = Canvas()
        self.sheet = Sheet(self)
        self._open = ExitStack()
        self._sample: Session | None = None
        self._place = Place("")

    @property
    def step(self) -> Step:
        return STEPS[self._at]

    @property
    def session(self) -> Session:
        """The sample's, never the one that is open."""
        if self._sample is None:
            self._sample = self._opened()
        return self._sample

    def _opened(self) -> Session:
        from tthtcd_tui.tasks.demo import scratch_samples  # costs what a guide may cost, and a start may not

        store, year = self._open.enter_context(scratch_samples())
        rows = layout(store.snapshot(year.report_id).form)
        self._place = next(
            cell.place
            for cell in rows.cells.values()
            if cell.place.kind == PlaceKind.FIGURE and cell.field.kind is FieldType.WHOLE and not cell.field.qualified
        )
        emptied = [cell for cell in rows.cells.values() if cell.place.kind == PlaceKind.RESULTS][-1]
        Session(store, year, "mẫu").enter([Typed(emptied.place, "")])
        return Session(store, year, self.services.user)

    def on_unmount(self) -> None:
        self._open.close()

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def title_words(self) -> str:
        return f"HƯỚNG DẪN NHANH · {self._at + 1}/{len(STEPS)}"

    @property
    def where(self) -> str:
        return f"Báo cáo mẫu: {self.session.year.centre.name}"

    def key_line(self) -> list[tuple[str, str]]:
        is_last = self._at + 1 == len(STEPS)
        skip = "Bỏ qua hướng dẫn" if self.size.width >= _ROOM_FOR_BARS else "Bỏ qua"
        return [("Enter", "Xong" if is_last else "Tiếp"), ("Esc", skip), ("^Q", "Thoát")]

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._words
        yield self._canvas
        yield self.sheet
        yield self._message_line
        yield self._key_line

    def body(self) -> Widget:
        return self.sheet

    def reload(self) -> None:
        width = self.size.width or 80
        is_sheet = self._picture is Picture.SHEET
        self.sheet.display, self._canvas.display = is_sheet, not is_sheet
        lines: list[Line] = [((f" {self.step.title}", STRONG),)]
        lines += [((f" {line}", PLAIN),) for line in wrap(self.step.words, width - 2)]
        self._words.styles.height = max(len(lines), LEAST_WORDS)
        self._words.paint(lines)
        if is_sheet:
            self.sheet.show(self._rows())
        else:
            self._canvas.paint(list(self._overview() if self._picture is Picture.OVERVIEW else self._preview()))

    @property
    def _picture(self) -> Picture:
        """What a digit opens is seen as soon as it was pressed."""
        is_opened = self._is_done and self.step.picture is Picture.OVERVIEW
        return Picture.SHEET if is_opened else self.step.picture

    def hint(self) -> Message:
        if self.sheet.error:
            return Message(self.sheet.error, wrong=True)
        if self._is_done:
            on = "kết thúc" if self._at + 1 == len(STEPS) else "tiếp tục"
            return Message(f"{self.step.done} Enter để {on}.", good=True)
        return Message(f"{self.step.attempt} (Hoặc Enter để bỏ qua bước này.)")

    def _rows(self) -> tuple[SheetRow, ...]:
        key = self.session.section_of(self._place)
        rows = Rows(self.session, self.size.width or 80)
        return tuple(rows.section(self.session.form.section_by_key[key])) if key else ()

    def _overview(self) -> Iterator[Line]:
        form = self.session.form
        wanted = self.session.requirements
        for number, screen in enumerate(form.screens, 1):
            mine = [requirement for requirement in wanted if requirement.section in screen.sections]
            done = progress(mine)
            missing = next((requirement.label for requirement in mine if requirement.missing), "")
            state = f"thiếu: {missing}" if missing else "xong"
            width, more = self.size.width or 80, self.services.glyphs.more
            drawn = f" {bar(*done, self.services.glyphs)}" if width >= _ROOM_FOR_BARS else ""
            label = fit(screen.label, min(_LABEL, width // 2), more)
            line = f" {number:>2} {label}{drawn} {done.done:>2}/{done.total:<2}  {state}"
            yield ((fit(line, width, more), PLAIN),)

    def _preview(self) -> Iterator[Line]:
        if not self._is_done:
            return
        from tthtcd_tui.report.activity import ActivityLog
        from tthtcd_tui.report.codec import ReportData
        from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
        from tthtcd_tui.tasks.transfer.read_report import OpenedReport

        opened = OpenedReport.alone(self.session.form, ReportData(self.session.facts, ActivityLog()))
        text = render(opened, ExportFormat.TEXT, draft=True).decode()
        for line in text.splitlines()[:_PREVIEWED]:
            yield from (((f" {part}", PLAIN),) for part in wrap(line, (self.size.width or 80) - 2))

    # -- keys ---------------------------------------------------------------------------------------------------------

    def press(self, key: str, character: str | None) -> None:
        """Only what is taught works here: what it would open is not the sample's."""
        if key == "ctrl+q":
            self.do_leave()
        elif key == "escape":
            if self.sheet.typing is None:
                self._end()
            elif not self.sheet.leave():
                self.sheet.cancel()  # of the sample nothing is worth keeping, and the next Esc leaves
        elif self.step.teaches in (key, character):
            self._try(key)
        elif key == "enter":
            self._next()
        elif self.step.picture is Picture.SHEET and key not in ("f4", "ctrl+d"):
            self.sheet.take(key, character)

    def _try(self, key: str) -> None:
        if key == "enter":
            if self.sheet.typing is None:
                self._next()
            else:
                self.sheet.take("enter", None)
            return
        if key == "ctrl+z" and not isinstance(self.session.undo(), Saved):
            self.say("Bạn chưa sửa gì để hoàn tác: gõ một số, mũi tên xuống, rồi Ctrl+Z.")
            return
        if key == "f8":
            gap = gap_after(self.session, self._place)
            self._place = gap.place if gap else self._place
        self._is_done = True
        self.show_all()
        if key == "f8":
            self.sheet.go_to(self._place)

    def _next(self) -> None:
        self.sheet.cancel()
        if self._at + 1 == len(STEPS):
            self._end()
            return
        self._at += 1
        self._is_done = False
        self.show_all()
        if self.step.picture is Picture.SHEET and self.step.teaches == "enter":
            self.sheet.go_to(self._place)

    def _end(self) -> None:
        remember_guide()
        self.navigator.back()

    def take_paste(self, text: str) -> None:
        if self.step.teaches == "enter":
            self.sheet.paste(text)

    # -- what the sheet hands on --------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        saving = self.session.enter(Typed(place, raw) for place, raw in cells)
        if isinstance(saving, Saved):
            self._is_done = self._is_done or self.step.teaches == "enter"
            self.reload()
            return None
        return "Có người vừa sửa cùng chỗ này." if isinstance(saving, SaveConflict) else advised(saving.problem)

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def is_of_another_year(self, title: str) -> bool:  # noqa: ARG002
        return False

    def refuses(self) -> bool:
        return False

    def keeps(self, place: Place, raw: str, problem: str) -> bool:  # noqa: ARG002
        return False

    def stays(self, cell: Cell) -> bool:  # noqa: ARG002
        return True

    def opened(self, cell: Cell, typed: str, told: str = "") -> None:  # noqa: ARG002
        self.say("Ô này là các đoạn văn; ở đây chỉ tập gõ số. Mũi tên lên để quay lại.")

    def acted(self, row: SheetRow) -> None:
        """The sample has no such rows here."""

    def moved(self) -> None:
        self.say_hint()

    def told(self, message: str) -> None:
        self.say(message)

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None:  # noqa: ARG002
        self.say(laid.words())
