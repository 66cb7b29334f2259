"""Screen of a sheet: rows of cells, what is typed in them, and what is said of the cell under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED, Answer
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
from tthtcd_tui.screens.cell_hint import finding_at, hint_of_action, hint_of_cell, lacking_beside, said_at
from tthtcd_tui.screens.doubts import Doubts
from tthtcd_tui.screens.in_print import InPrint
from tthtcd_tui.screens.pause import Pause
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.told_paste import ToldPaste, elsewhere, tell_pasted, written_over
from tthtcd_tui.screens.undo_words import record_words
from tthtcd_tui.tasks.session.edit_cells import ANY_NAME, Typed, note_on
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.tasks.session.session import Saved, Saving
from tthtcd_tui.tasks.session.sitting import Discarded, Done
from tthtcd_tui.terminal.bursts import Burst
from tthtcd_tui.text.pasted import is_table
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.look import BROKEN
from tthtcd_tui.widgets.print_pane import pane_width
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow, held

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.paste_block import Plan
    from tthtcd_tui.widgets.paste_block import Spread

_TABLES: Final = frozenset({PlaceKind.RESULTS, PlaceKind.FIGURE, PlaceKind.INDICATOR})
"""What is asked for in tables whose rows a pasted one may name."""


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
        self._rest_of_keys: Pause | None = None
        """Draws what belongs to no key: marks, totals, the save state, what will be printed."""
        self.is_held = False
        """Whether marks, totals and notes are as they were: one types cell after cell, and each is saved."""
        self._is_hurried = False
        """Whether the last key came within a pause of the one before: the hint stays until nobody types."""
        self._hinted = Message("")
        self._doubts = Doubts(self, self._go_to) if self.ASKS_OF_NUMBERS else None
        self._is_piece = False
        """Whether what is pasted came without brackets, maybe in pieces."""
        self._before_paste: Done | None = None
        """What was done here last before a block was pasted."""
        self._stood: Mapping[Place, Answer] = {}
        """What stood in the report then."""
        self._left: Message | None = None
        """What is said of the cell that was just left, over the hint of the next one."""
        self._put_down: tuple[Place, str] | None = None
        """What Esc could not save and stays in its cell: the next one leaves it there as a draft."""

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
    def findings(self) -> Sequence[Finding]:
        """What marks the rows: nothing where they keep the marks they have."""
        return () if self.is_held else self.session.findings

    def settle(self) -> None:
        if self._rest_of_keys is not None:
            self._rest_of_keys.end()

    def _release(self) -> None:
        """Nobody has typed for a moment: draw what was held back."""
        self._is_hurried = False
        if self.is_held:
            self.is_held = False
            self.sheet.show(tuple(self.rows()))
        self.show_frame()
        if self._in_print is not None:
            self._in_print.show()
        if self._doubts is not None:
            self._doubts.ask()

    def _hold(self) -> None:
        if self._rest_of_keys is not None:
            self.is_held = True
            self._rest_of_keys.touch()

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
            self._rest_of_keys = self.pause(self.REST_SECONDS, self._release)
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
    def takes_blocks(self) -> bool:
        return self.WRITES_REPORT

    @property
    def takes_prose(self) -> bool:
        return self.sheet.cell is not None and self.sheet.cell.opens

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
                self.sheet.begin(destination.typed)
            if destination.typed and destination.refused and self.KEEPS_REFUSED:
                self.services.drafts.shelve(place, destination.typed)
                self.sheet.set_aside(destination.refused)
            self.moved()

    def reload(self) -> None:
        rows = held(tuple(self.rows()), self.sheet.rows) if self.is_held else None
        if rows is None:
            self.is_held = False
            rows = tuple(self.rows())
        self.sheet.show(rows)
        self.moved()

    def take(self, key: str, character: str | None) -> bool:
        return self.sheet.take(key, character)

    def take_paste(self, text: str) -> None:
        self.offer_conversion(text, self.paste)

    def paste(self, text: str) -> None:
        """A table where tables are asked for, by its plan; anything else at the cursor."""
        cell = self.sheet.cell
        plan = self._plan(text, cell)
        if plan is not None:
            if self.sheet.leave():
                self._propose(plan, text)
        elif cell is None:
            self.announce(f"Chưa dán gì: {self.NO_CELL}. Đưa con trỏ vào ô cần dán rồi dán lại.", warn=True)
        else:
            self._before_paste, self._stood = self.sitting.latest, self.session.facts.answers
            self.sheet.paste(text, self._is_piece)

    def _plan(self, text: str, cell: Cell | None) -> Plan | None:
        from tthtcd_tui.tasks.session.paste_block import added_to, block_plan, is_of_rows  # only a paste pays for it

        form, facts = self.session.form, self.session.facts
        shown = {cell.place.kind for row in self.sheet.cursor.rows for cell in row.cells}
        is_words = cell is not None and cell.is_for_prose(text)
        # What the line has broken is no table either: the cell says what it does not take, then how much was broken.
        if not shown & _TABLES or (is_words and (BROKEN in text or not is_table(text))):
            return None
        plan = block_plan(form, facts.period, text, shown, self.sheet.place)
        if plan is None or (is_words and not is_of_rows(plan, form, facts.answers)):
            return None
        return added_to(plan, form, facts.answers)

    def _propose(self, plan: Plan, text: str) -> None:
        """Stored if it is sure, as one change; else shown, and stored when it is taken."""
        if plan.is_sure or not plan.placements:
            self._store(plan, text)
        else:
            asks = f"Dán {plan.offer}? Enter để nhận, Esc: không dán."
            words = self.as_fits(f"{asks} {plan.reasons}".strip(), asks)
            self.offer(words, lambda: self._store(plan, text), lambda: self.decline_paste(text))

    def decline_paste(self, text: str) -> None:
        """A table whose plan was not taken is not lost: it can be pasted again from where it was."""
        place = self.sheet.place or self.TABLE
        if place is None:
            self.announce("Chưa dán gì.", warn=True)
            return
        kept = self.draft_place(place)
        if kept is not None:
            self.services.drafts.discard({kept: text})
        self.sitting.did(Discarded(((place, text),), is_table=True))
        self.announce("Chưa dán gì. Ctrl+Z để xem lại bảng vừa dán.", warn=True)

    def _store(self, plan: Plan, text: str) -> None:
        cells = [(placement.place, placement.text) for placement in plan.placements]
        latest = self.sitting.latest
        before = self.session.facts.answers
        if not cells:
            self._tell_pasted(plan, text, "")
        elif self.enter(cells) is None:
            places = [place for place, _ in cells]
            over = written_over(before, self.session.facts.answers, places)
            self._tell_pasted(plan, text, " ".join(filter(None, (over, elsewhere(self, places)))), latest)

    def _tell_pasted(self, plan: Plan, text: str, replaced: str, before: Done | None = None) -> None:
        from tthtcd_tui.tasks.session.paste_block import refused_of

        told = ToldPaste((plan.stored, *plan.brief), refused_of(plan), plan.remarks, text, replaced, plan.is_clean)
        self._tell(told, before, is_stored=bool(plan.placements))

    def _tell(self, told: ToldPaste, before: Done | None, *, is_stored: bool) -> None:
        """What a paste left over is more than whether the one number it stored can be."""
        tell_pasted(self, told, before, is_stored=is_stored)
        if told.rows and self._doubts is not None:
            self._doubts.forget()

    def receive(self, event: events.Key | events.Paste) -> None:
        self._left = None
        self._is_hurried = self._rest_of_keys is not None and self._rest_of_keys.is_pending
        if self.is_held:
            self._hold()
        self._is_piece = isinstance(event, Burst)
        super().receive(event)

    def reset(self) -> None:
        super().reset()
        self.sheet.forget()
        if self._doubts is not None:
            self._doubts.forget()

    def leave_cell(self) -> bool:
        """Leaving the screen waits once where something was refused just now, so that it is read."""
        return self.sheet.leave() and (self._left is None or not self._left.wrong)

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
        elif self._put_down == (self.sheet.place, self.sheet.typing):
            self._keep_draft()
            self.go_back()
        else:
            self._rest()

    def go_back(self) -> None:
        """Leave for the screen below: nothing is being typed."""
        self.navigator.back()

    def _rest(self) -> None:
        """Save what is typed; the cursor stays."""
        place, typing = self.sheet.place, self.sheet.typing
        is_changed = self.sheet.cell is not None and typing != self.sheet.cell.raw
        if not self.sheet.leave():
            self._put_down = (place, typing) if place is not None and typing is not None else None
            told = "Chưa lưu. Sửa lại rồi Enter. Bản nháp được giữ; Esc lần nữa để ra."  # why stands beside the cell
            self.announce(told, wrong=True)
        elif self._left is not None and self._left.wrong:
            self.announce(f"{self._left.text} Esc lần nữa để ra.", wrong=True)
        else:
            if self._doubts is not None:
                self._doubts.forget()  # who rests here reads what the check says of the cell
            words = self.RESTED if is_changed else "Ô giữ nguyên."
            note = f" {self._left.text}" if self._left is not None else ""
            self.announce(f"{words}{note} Esc lần nữa để quay lại.", good=True)

    def _keep_draft(self) -> None:
        """What is typed cannot be saved: it stays in its cell, and is offered at the next start."""
        place, typing = self.sheet.place, self.sheet.typing
        if place is not None and typing is not None:
            self.services.drafts.shelve(place, typing)
            self.sheet.set_aside(self.sheet.error)

    def do_discard(self) -> None:
        """Drop what is typed, or was refused, under the cursor; Ctrl+Z brings it back."""
        place, text = self.sheet.place, self.sheet.discardable
        if place is None or not text:
            super().do_discard()
            return
        kept = self.draft_place(place)
        if kept is not None:
            self.services.drafts.discard({kept: text})
        self.sheet.discard()
        self.services.drafts.unshelve(place)
        self.sitting.did(Discarded(((place, text),)))
        self.announce(f"Đã bỏ {quoted(text)}. Ctrl+Z lấy lại.")

    def restore(self, discarded: Discarded) -> None:
        """Go on typing what was thrown away, if that was here."""
        if discarded.is_table and self.sheet.go_to(discarded.place):
            self.paste(discarded.text)
        elif self.sheet.go_to(discarded.place):
            self.sheet.begin(discarded.text)
            self.announce("Đã lấy lại phần vừa bỏ, chưa lưu: Enter để lưu.")
        else:
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
            self._hold()
        problem = self.saved(self.session.enter(Typed(place, raw) for place, raw in cells))
        if problem is None:
            if self._doubts is not None and len(cells) == 1:
                self._doubts.add(cells[0][0], before.at(cells[0][0]))
            self._tell_placed((place for place, _ in cells), latest)
            for place, raw in cells:
                self.services.drafts.unshelve(place)
                if note := note_on(self.session, Typed(place, raw)):
                    self._left = Message(note)
            self.sheet.settle(place for place, _ in cells)
        return problem

    def _tell_placed(self, places: Iterable[Place], before: Done | None) -> None:
        """Of a cell that a paste was refused, how many are left."""
        refused = self.session.refused
        if refused and refused.placed_at(places, before) and (count := refused.count):
            self._left = Message(f"Còn {count} dòng dán chưa xếp: F8 để xếp tiếp.")

    def keeps(self, place: Place, raw: str, problem: str) -> bool:
        field = field_at(self.session.form, place) if self.KEEPS_REFUSED else None
        if field is None or self.takes(place, raw):
            return False
        self.services.drafts.shelve(place, raw)
        self._left = Message(f"{problem} Ô ấy chưa lưu; F8 để quay lại.", wrong=True)
        return True

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
        kind = self.sheet.place.kind if self.sheet.place is not None else ""
        rows = [
            RefusedRow(each.line, each.cells, each.reason, kind, each.texts, place=each.place) for each in laid.left
        ]
        replaced = written_over(self._stood, self.session.facts.answers, [place for place, _ in laid.cells])
        words, passed = (laid.words(), laid.brief()), tuple(laid.passed_over)
        told = ToldPaste(words, rows, passed, text, replaced, is_clean=True)
        self._tell(told, self._before_paste, is_stored=is_saved)

    def told(self, message: str) -> None:
        """Behind what is said of the cell just left; what was refused there matters more."""
        if self._left is None:
            self.announce(message)
        elif not self._left.wrong:
            self.announce(f"{self._left.text} {message}")

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
        if self._in_print is not None and self._rest_of_keys is not None:
            self._rest_of_keys.touch()
        self.say_hint()
        if self._left is not None:
            self.announce(self._left.text, wrong=self._left.wrong)

    def hint(self) -> Message:
        """What is wrong with the cell under the cursor, or what it wants; of cells passed by in a hurry nothing."""
        is_passing = self._is_hurried and self._rest_of_keys is not None and self._rest_of_keys.is_pending
        if not is_passing or self.sheet.error:
            self._hinted = self._hint()
        return self._hinted

    def hint_of_refused(self) -> Message:
        """What one can do about what was not taken; why it was not stands beside its cell."""
        if self.sheet.typing is None:
            return Message("Chưa lưu: gõ lại rồi Enter, hoặc Delete để xóa trống ô này.")
        return Message("Sửa lại rồi Enter; Esc để sau; ^G 9 “Bỏ phần đang gõ”: ô giữ giá trị cũ.")

    def _hint(self) -> Message:
        cell = self.sheet.cell
        if self.sheet.error:
            return self.hint_of_refused()
        if cell is not None:
            finding = None if self.is_held else finding_at(self.session, cell)
            row = self.sheet.row if finding is None and not self.is_held else None
            beside = lacking_beside(self.session, row, cell) if row is not None else ""
            is_told = self._in_print is not None and self._in_print.tells_of(cell.place)
            hint = said_at(self.session, cell) or hint_of_cell(
                self.session, cell, self.sheet.cut_label, finding, beside, is_told=is_told
            )
            return hint if self.sheet.is_armed else hint._replace(text=f"Enter để vào ô. {hint.text}")
        row = self.sheet.row
        return hint_of_action(self.session, row) if row is not None and row.action else Message("")

    def do_save(self) -> None:
        """Saves what is typed; a cell carried over from last year is right, and on to the next one."""
        if self.sheet.typing is not None:
            super().do_save()
            return
        cell = self.sheet.cell
        carried = [place for place in (cell.place, cell.place.parent) if self._is_carried(place)] if cell else []
        if cell is None or not carried:
            reason = self.session.read_only if self.WRITES_REPORT else None
            self.announce(advised(reason) if reason else "Không có gì mới để lưu.")
        elif self.saved(self.session.review(carried)) is None:
            self.go_on_reviewing(carried[0])

    def do_review_section(self) -> None:
        """Everything carried over here is right: asked, once all of it stood on the screen."""
        if not self.leave_cell():
            return
        carried = [place for place in self.session.carried if self.shows(place)]
        unseen = [place for place in carried if not any(cell.within(place) for cell in self.sheet.seen)]
        if not carried:
            self.announce("Mục này không còn chỗ nào chép từ năm trước mà chưa rà soát.")
        elif unseen:
            self.sheet.go_to(unseen[0])
            self.moved()
            self.announce(f"Còn {len(unseen)} chỗ chưa hiện trên màn hình. PgDn xem hết rồi làm lại.", warn=True)
        else:
            words = f"{len(carried)} chỗ chép từ năm trước ở mục này đều đúng?"
            self.ask(words, lambda: self._review(carried), "Chưa xác nhận gì.", is_safe=True)

    def _review(self, carried: Sequence[Place]) -> None:
        if self.saved(self.session.review(carried)) is None:
            self.go_on_reviewing(carried[-1], f"Đã rà soát {len(carried)} chỗ.")

    def _is_carried(self, place: Place) -> bool:
        return bool(self.session.facts.carried_from(place))

    def do_copy_previous(self) -> None:
        """Last year's answer, marked until somebody has reviewed it."""
        found, previous = self.sheet.previous(), self.session.previous
        if found is not None and previous is not None:
            label = label_of(previous)
            saving = self.session.copy_previous(Typed(*found), label)
            self.saved(saving, f"Chép từ {label}, chưa rà soát: sửa lại, hoặc F2 nếu đúng.")

    def do_copy_above(self) -> None:
        self.sheet.copy_above()

    def do_reason(self) -> None:
        cell = self.sheet.cell
        if cell is not None and self.leave_cell():
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
