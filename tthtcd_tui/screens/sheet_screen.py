"""Screen of a sheet: rows of cells, what is typed in them, and what is said of the cell under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.evidence import CITING
from tthtcd_tui.report.fields import days_of, field_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.summed import label_of
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.carried_cells import CarriedCells
from tthtcd_tui.screens.cell_hint import finding_at
from tthtcd_tui.screens.commands import WRITING
from tthtcd_tui.screens.doubts import Doubts
from tthtcd_tui.screens.hurry import Hurry
from tthtcd_tui.screens.in_print import InPrint
from tthtcd_tui.screens.left_cell import LeftCell
from tthtcd_tui.screens.paste_offers import PasteOffers
from tthtcd_tui.screens.put_down import PutDown
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_hint import SheetHint
from tthtcd_tui.screens.sheet_pastes import SheetPastes
from tthtcd_tui.screens.undo_words import record_words
from tthtcd_tui.screens.unsaved_cell import UnsavedCell
from tthtcd_tui.tasks.session.edit_cells import ANY_NAME, Typed, note_on
from tthtcd_tui.tasks.session.saving import Saved, Saving
from tthtcd_tui.tasks.session.sitting import Discarded
from tthtcd_tui.terminal.bursts import Burst
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.print_pane import pane_width
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow, held

if TYPE_CHECKING:
    from tthtcd_tui.widgets.paste_outcome import Spread


class SheetScreen(BaseScreen):
    """A screen whose body is a sheet."""

    KEYS: ClassVar[tuple[str, ...]] = (
        *("f8", "f4", "escape", "f1", "ctrl+g", "ctrl+z", "f3", "f9", "f6", "f7"),
        *("ctrl+d", "ctrl+o", "ctrl+y", "f2", "f5", "ctrl+p", "ctrl+q"),
    )
    NO_CELL: ClassVar[str] = "dòng này không có ô để gõ"
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = True
    """Whether the overview and F8 go on from its cells."""
    WRITES_REPORT: ClassVar[bool] = True
    """Whether what is typed becomes the report's, which may be read only."""
    REST_SECONDS: ClassVar[float] = 0.25
    """Without a key, until what belongs to none is drawn."""
    RESTED: ClassVar[str] = "Đã lưu."
    """What is said when Esc has put down what was typed."""
    KEEPS_REFUSED: ClassVar[bool] = False
    """Whether a number or a day that cannot be read stays in its cell as a draft while one goes on."""

    TABLE: ClassVar[Place | None] = None
    """What takes a pasted table where the cursor stands in no cell."""
    ASKS_OF_NUMBERS: ClassVar[bool] = False
    """Whether an implausible number is asked of once it is saved."""
    IS_PRINTED: ClassVar[bool] = False
    """Whether what a cell will print is shown below, and beside where there is room."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.sheet = Sheet(self)
        self._in_print = InPrint(services, self.sheet, self.printed_sections) if self.IS_PRINTED else None
        self._hurry = Hurry()
        """Draws what belongs to no key: marks, totals, the save state, what will be printed."""
        self._hint = SheetHint(self.sheet, self._hurry, self._in_print.tells_of if self._in_print else None)
        self._doubts = Doubts(self, self._go_to) if self.ASKS_OF_NUMBERS else None
        self.offers = PasteOffers(self)
        self._pastes = SheetPastes(self)
        self._put_down = PutDown(self)
        self._unsaved = UnsavedCell(self)
        self._carried = CarriedCells(self)
        self.left = LeftCell(self)

    @property
    def width(self) -> int:
        """The cells a row may take."""
        window = self.size.width or 80
        return window - pane_width(window) if self._in_print is not None else self.sheet.size.width or window

    def rows(self) -> Iterable[SheetRow]:
        """What the sheet shows now."""
        raise NotImplementedError

    def printed_sections(self) -> Sequence[str]:
        """The keys of the sections whose print is shown beside."""
        return ()

    @property
    def is_held(self) -> bool:
        """Whether marks, totals and notes are as they were: one types cell after cell, and each is saved."""
        return self._hurry.is_held

    @property
    def findings(self) -> Sequence[Finding]:
        """What marks the rows: nothing where they keep the marks they have."""
        return () if self.is_held else self.session.findings

    def settle(self) -> None:
        self._hurry.end()

    def _release(self) -> None:
        """Nobody has typed for a moment: draw what was held back."""
        if self._hurry.over():
            self.sheet.show(tuple(self.rows()))
        self.show_frame()
        if self._in_print is not None:
            self._in_print.show()
        if self._doubts is not None:
            self._doubts.ask()

    @property
    def is_entering(self) -> bool:
        return self.is_typing or self.is_held

    def body(self) -> Widget:
        self.sheet.glyphs = self.services.glyphs
        return self.sheet

    def compose(self) -> ComposeResult:
        if self._in_print is None:
            yield from super().compose()
            return
        yield self._head
        self.body()
        yield from self._in_print.compose()
        yield self._message_line
        yield self._key_line

    def on_mount(self) -> None:
        if self.WRITES_REPORT:
            self._hurry.begin(self.pause(self.REST_SECONDS, self._release))
        if self._in_print is not None:
            self._in_print.fit_into(*self.app.size)

    def on_resize(self) -> None:
        if self._in_print is not None:
            self._in_print.fit_into(*self.size)
        super().on_resize()

    def set_armed(self, is_armed: bool) -> None:
        self.sheet.set_armed(is_armed)
        self.say_hint()

    def shows(self, place: Place) -> bool:
        cells = (cell for row in self.sheet.cursor.rows for cell in row.cells)
        return any(cell.place.within(place) for cell in cells)

    @property
    def has_cells(self) -> bool:
        return True

    @property
    def is_for_reading(self) -> bool:
        return self.WRITES_REPORT and self.services.report.has_year and self.session.is_for_reading

    @property
    def takes_blocks(self) -> bool:
        return self.WRITES_REPORT

    @property
    def takes_prose(self) -> bool:
        cell = self.sheet.cell
        return cell is not None and (cell.opens or (cell.is_prose and not self._goes_on_in_words))

    @property
    def _goes_on_in_words(self) -> bool:
        """Whether a second line typed ahead has an empty line for words to go to: elsewhere it was pasted."""
        following = self.sheet.cursor.following
        return following is not None and following.is_prose and not following.opens and not following.raw

    @property
    def cursor_place(self) -> Place | None:
        return self.sheet.place

    def go_past(self, place: Place, *, backwards: bool = False) -> None:
        if self.sheet.place == place:
            self.sheet.take("shift+tab" if backwards else "tab", None)

    def arrive(self, destination: to.Kept) -> None:
        """Put the cursor on the place, to go on with what was typed there."""
        if isinstance(destination, to.AtPlace):
            self.sheet.show(tuple(self.rows()))
            place = destination.place
            _ = self.sheet.go_to(place) or self.sheet.go_to(place.parent)
            if destination.typed is not None and "\t" in destination.typed:
                self.paste(destination.typed)  # a table that was not taken
                return
            if destination.typed is not None:
                self._unsaved.take_up(place, destination.typed, destination.refused if self.KEEPS_REFUSED else "")
            self.moved()

    def reload(self) -> None:
        rows = held(tuple(self.rows()), self.sheet.rows) if self.is_held else None
        if rows is None:
            self._hurry.is_held = False
            rows = tuple(self.rows())
        self.sheet.show(rows)
        self.moved()

    def take(self, key: str, character: str | None) -> bool:
        return self.sheet.take(key, character)

    def take_paste(self, text: str) -> None:
        self.offer_conversion(text, self.paste)

    def paste(self, text: str) -> None:
        """A table where tables are asked for, by its plan; anything else at the cursor."""
        if self.WRITES_REPORT:
            kept = len(self.session.refused.pending)
            self._pastes.paste(text)
            if self._doubts is not None and len(self.session.refused.pending) > kept:
                self._doubts.forget()  # what a paste left over is more than whether the one number it stored can be
        else:
            self._pastes.paste_line(text)

    def receive(self, event: events.Key | events.Paste) -> None:
        self.left.forget()
        self._hurry.begin_key()
        self._pastes.is_piece = isinstance(event, Burst)
        super().receive(event)

    def reset(self) -> None:
        super().reset()
        self.sheet.forget()
        if self._doubts is not None:
            self._doubts.forget()

    def leave_cell(self) -> bool:
        """Leaving the screen waits once where something was refused just now, so that it is read."""
        return self.sheet.leave() and not self.left.is_refused

    def do_next_gap(self) -> None:
        """To what was refused on this sheet, before anything that is missing."""
        if self.leave_cell():
            if self.sheet.go_to_refused():
                self.moved()
            else:
                self.go_to_next_gap()

    @property
    def is_typing(self) -> bool:
        return self.sheet.typing is not None

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        place, typing = self.sheet.place, self.sheet.typing
        if typing is not None and place is not None and field_at(self.session.form, place) is not None:
            yield place, typing

    def drop_typing(self) -> None:
        self.sheet.cancel()

    def do_back(self) -> None:
        """Esc saves what is typed and stays; the next one leaves. What cannot be saved is kept as a draft."""
        if self.sheet.typing is None:
            self.go_back()
        elif self._put_down.is_again:
            self._keep_draft()
            self.go_back()
        elif self._put_down.put_down() and self._doubts is not None:
            self._doubts.forget()  # who rests here reads what the check says of the cell

    def go_back(self) -> None:
        """Leave for the screen below: nothing is being typed."""
        self.navigator.back()

    def _keep_draft(self) -> None:
        """What is typed cannot be saved: it stays in its cell."""
        self._unsaved.keep()

    def do_discard(self) -> None:
        """Drop what is typed, or was refused, under the cursor; Ctrl+Z brings it back."""
        if not self._unsaved.throw_away():
            super().do_discard()

    def restore(self, discarded: Discarded) -> None:
        """Go on typing what was thrown away, if that was here."""
        if not self._unsaved.bring_back(discarded):
            super().restore(discarded)

    def draft_place(self, place: Place) -> Place | None:
        """Under which place what is typed at `place` can be found again; None for what is of the moment."""
        return place if self.WRITES_REPORT and field_at(self.session.form, place) is not None else None

    def reverse(self, saving: Saving, told: str) -> None:
        """Where what was undone is on this sheet, the cursor goes there."""
        super().reverse(saving, told)
        if isinstance(saving, Saved):
            any(self.sheet.go_to(place) for place in sorted(saving.places, key=self.session.rows.rank))

    # -- what the sheet hands on --------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        before, latest = self.session.facts, self.sitting.latest
        if len(cells) == 1:
            self._hurry.hold()
        problem = self.saved(self.session.enter(Typed(place, raw) for place, raw in cells))
        if problem is None:
            if self._doubts is not None and len(cells) == 1:
                self._doubts.add(cells[0][0], before.at(cells[0][0]))
            self.left.was_placed((place for place, _ in cells), latest)
            for place, raw in cells:
                self.services.drafts.unshelve(place)
                if note := note_on(self.session, Typed(place, raw)):
                    self.left.was_saved(note)
            self.sheet.settle(place for place, _ in cells)
        return problem

    def keeps(self, place: Place, raw: str, problem: str) -> bool:
        field = field_at(self.session.form, place) if self.KEEPS_REFUSED else None
        if field is None or self.takes(place, raw):
            return False
        self.services.drafts.shelve(place, raw)
        self.left.was_refused(problem)
        return True

    def stays(self, cell: Cell) -> bool:
        """A key pressed by chance empties no answer; what is of the moment is empty when it was emptied."""
        is_answer = self.draft_place(cell.place) is not None
        if is_answer:
            self.left.stayed(cell.shown)
        return is_answer

    def _go_to(self, place: Place) -> None:
        self.sheet.go_to(place)
        self.moved()

    def takes(self, place: Place, raw: str) -> bool:
        field = field_at(self.session.form, place)
        if field is None:
            return False
        days = days_of(self.session.facts.period, place)
        return not isinstance(read(field, raw, ANY_NAME, days), Problem)

    def is_of_another_year(self, title: str) -> bool:
        """Whether the title of a pasted column says another year than this report's."""
        from tthtcd_tui.tasks.session.paste_block import is_of_another_year  # only a paste pays for it

        return is_of_another_year(self.session.facts.period, title)

    def opened(self, cell: Cell, typed: str, told: str = "") -> None:
        """What was typed or pasted goes on in the editor; `told` is what a paste was made into."""
        self.navigator.open(to.Paragraphs(cell.place, typed))
        if told:
            self.navigator.set_greeting(f"{told}; đọc lại. Ctrl+Z lấy lại.")

    def acted(self, row: SheetRow) -> None:
        """A record is taken away with all that is said of it; other rows that are no cell are each screen's own."""
        kind, _, record = row.action.partition(":")
        if kind == "remove":
            words = record_words(self.session.form, self.session.facts, Place(record))
            self.ask(f"Xóa {words}?", lambda: self._remove(Place(record), words))

    def _remove(self, record: Place, words: str) -> None:
        answers = self.session.facts.answers
        edits = [Edit(place, UNANSWERED) for place in answers if place.subject.within(record)]
        self.saved(self.session.save(edits), f"Đã xóa {words}. Ctrl+Z để lấy lại.")

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None:
        self._pastes.pasted(laid, text, is_saved=is_saved)

    def told(self, message: str) -> None:
        """Behind what is said of the cell just left; what was refused there matters more."""
        self.left.tell(message)

    def refuses(self) -> bool:
        """Read only means that the first letter is refused, with the reason."""
        reason = self.session.read_only if self.WRITES_REPORT else None
        if reason:
            self.announce(f"Chưa ghi gì. {advised(reason)}", wrong=True)
        return reason is not None

    def moved(self) -> None:
        cell = self.sheet.cell
        if cell is not None and self.IS_PLACE_TO_RETURN_TO:
            self.services.report.last_place = cell.place
        if self._in_print is not None:
            self._hurry.touch()
        self.say_hint()
        self.left.tell()

    def hint(self) -> Message:
        return self._hint.at(self.session)

    def whole_hint(self) -> Message:
        """What a row does is read whole before it is done: the hint of a cell names its label itself."""
        row, hint = self.sheet.row, self.hint()
        if row is None or not row.is_action or not (words := self.sheet.cut_label):
            return hint
        return hint._replace(text=f"{words.rstrip('.')}. {hint.text}".rstrip())

    def key_line(self) -> list[tuple[str, str]]:
        """Without the keys that write, for somebody who may not."""
        return self._of_use(super().key_line())

    def help_lines(self) -> list[tuple[str, str]]:
        return self._of_use(super().help_lines())

    def _of_use(self, keys: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """All of `keys`, or those that write nothing for somebody who may only read."""
        return [each for each in keys if each[0] not in WRITING] if self.is_for_reading else [*keys]

    def error_or(self, wanted: str) -> Message:
        """The hint of a screen that asks for one line: why it was not taken, else what is `wanted`."""
        return Message(self.sheet.error or wanted, wrong=bool(self.sheet.error))

    def do_save(self) -> None:
        """Saves what is typed; a cell carried over from last year is right, and on to the next one."""
        if self.sheet.typing is not None:
            super().do_save()
            return
        if not (self.WRITES_REPORT and self._carried.review_here()):
            reason = self.session.read_only if self.WRITES_REPORT else None
            self.announce(advised(reason) if reason else "Không có gì mới để lưu.")

    def do_review_section(self) -> None:
        """Everything carried over here is right: asked, once all of it stood on the screen."""
        if self.leave_cell():
            self._carried.review_all()

    def do_copy_previous(self) -> None:
        """Last year's answer, marked until somebody has reviewed it."""
        if self._lacks_cell("Chưa chép gì"):
            return
        found = self.sheet.previous()  # nothing where no year is open
        if found is not None and (previous := self.session.previous) is not None:
            label = label_of(previous)
            saving = self.session.copy_previous(Typed(*found), label)
            self.saved(saving, f"Chép từ {label}, chưa rà soát: sửa lại, hoặc F2 nếu đúng.")

    def do_copy_above(self) -> None:
        if not self._lacks_cell("Chưa chép gì"):
            self.sheet.copy_above()

    def _lacks_cell(self, told: str) -> bool:
        """Whether the cursor stands in no cell: then it is told why nothing is done."""
        lacks = self.sheet.cell is None
        if lacks:
            self.announce(f"{told}: {self.NO_CELL}.")
        return lacks

    def do_reason(self) -> None:
        cell = self.sheet.cell
        if not self._lacks_cell("Chưa ghi lý do") and cell is not None and self.leave_cell():
            finding = finding_at(self.session, cell)
            self.navigator.open(to.Reason(finding.place if finding else cell.place))

    def do_log(self) -> None:
        """The log behind the results row under the cursor."""
        place = self.sheet.place
        if self.leave_cell():
            self.navigator.open(to.Log(place.parts[1] if place is not None and place.kind == PlaceKind.RESULTS else ""))

    def do_history(self) -> None:
        place = self.sheet.place
        if place is None:
            super().do_history()
        elif self.leave_cell():
            self.navigator.open(to.History(place))

    def do_comment(self) -> None:
        """What is asked and answered at the cell under the cursor; where there is none, of the whole report."""
        place = self.sheet.place
        if place is None or field_at(self.session.form, place) is None:
            super().do_comment()
        elif self.leave_cell():
            self.navigator.open(to.Comment(place))

    def do_evidence(self) -> None:
        """To the cell that cites what proves this; from there, and from anywhere else, to the register."""
        place = self.sheet.place
        cell = CITING.get(place.kind) if place is not None else None
        if not self.leave_cell():
            return
        citing = Place.of(*place.parts[:2], cell) if place is not None and cell else None
        if citing is None or citing == place or not self.sheet.go_to(citing):
            self.navigator.visit(to.AtPlace(Place(PlaceKind.EVIDENCE)))
        else:
            self.moved()
