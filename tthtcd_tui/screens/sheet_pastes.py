"""What is pasted on a sheet: figures and results go where their table says, anything else goes in at the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.paste_offers import PasteOffers
from tthtcd_tui.screens.told_paste import Teller, ToldPaste, elsewhere, tell_pasted, written_over
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.tasks.session.sitting import Done
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.pasted import is_table
from tthtcd_tui.widgets.look import BROKEN
from tthtcd_tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.paste_block import Plan
    from tthtcd_tui.widgets.paste_outcome import Spread

_TABLES: Final = frozenset({PlaceKind.RESULTS, PlaceKind.FIGURE, PlaceKind.INDICATOR})
"""What is asked for in tables whose rows a pasted one may name."""


class Owner(Teller, Protocol):
    """The screen of a sheet."""

    NO_CELL: ClassVar[str]
    sheet: Sheet
    offers: PasteOffers

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Save what was pasted; None, or why it was not taken."""


class SheetPastes:
    """Of one sheet."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen
        self.is_piece = False
        """Whether what is pasted came without brackets, maybe in pieces."""
        self._before: Done | None = None
        """What was done last before a block was pasted."""
        self._stood: Mapping[Place, Answer] = {}
        """What stood in the report then."""

    def paste(self, text: str) -> None:
        """A table where tables are asked for, by its plan; anything else at the cursor."""
        sheet, cell = self._screen.sheet, self._screen.sheet.cell
        plan = self._plan(text)
        if plan is not None:
            if sheet.leave():
                self._propose(plan, text)
            return
        self._before, self._stood = self._screen.sitting.latest, self._screen.session.facts.answers
        if cell is not None:
            sheet.paste(text, self.is_piece)
        elif not sheet.paste_named(text):
            self._tell_no_cell()

    def paste_line(self, text: str) -> None:
        """All of `text` as one line, where nothing is the report's and so no table has anywhere to go.

        Raises UnusableCharacter where it holds what nothing may.
        """
        sheet = self._screen.sheet
        if sheet.cell is None:
            self._tell_no_cell()
            return
        lines = [line for line in text.splitlines() if line.strip()]
        sheet.paste(clean_line("\n".join(lines)), self.is_piece)
        if len(lines) > 1 and sheet.typing is not None:
            words = f"Ô này chỉ ghi một dòng: đã nối {len(lines)} dòng làm một. Hãy xem lại rồi Enter."
            self._screen.announce(words)

    def _tell_no_cell(self) -> None:
        words = f"Chưa dán gì: {self._screen.NO_CELL}. Đưa con trỏ vào ô cần dán rồi dán lại."
        self._screen.announce(words, warn=True)

    def _plan(self, text: str) -> Plan | None:
        from tthtcd_tui.tasks.session.paste_block import added_to, block_plan, is_of_rows  # only a paste pays for it

        form, facts, sheet = self._screen.session.form, self._screen.session.facts, self._screen.sheet
        shown = {cell.place.kind for row in sheet.cursor.rows for cell in row.cells}
        words = sheet.cell if sheet.cell is not None and sheet.cell.is_for_prose(text) else None
        # What the line has broken is no table either: the cell says what it does not take, then how much was broken.
        if not shown & _TABLES or (words is not None and (BROKEN in text or not is_table(text))):
            return None
        plan = block_plan(form, facts.period, text, shown, sheet.place)
        here = {cell.place for row in sheet.cursor.rows for cell in row.cells}
        if plan is None:
            return None
        if words is not None and not is_of_rows(plan, form, facts.answers, words.place, here):
            return None
        return added_to(plan, form, facts.answers)

    def _propose(self, plan: Plan, text: str) -> None:
        if plan.placements:
            self._screen.offers.propose(plan, [plan.reasons], lambda: self._store(plan, text), text)
        else:
            self._tell_stored(plan, text, "")

    def _store(self, plan: Plan, text: str) -> None:
        cells = [(placement.place, placement.text) for placement in plan.placements]
        latest, before = self._screen.sitting.latest, self._screen.session.facts.answers
        if self._screen.enter(cells) is None:
            over = " ".join(filter(None, (self._replaced(before, cells), self._elsewhere(cells))))
            self._tell_stored(plan, text, over, latest)

    def _tell_stored(self, plan: Plan, text: str, replaced: str, before: Done | None = None) -> None:
        from tthtcd_tui.tasks.session.paste_block import refused_of

        told = ToldPaste((plan.stored, *plan.brief), refused_of(plan), plan.remarks, text, replaced, plan.is_clean)
        tell_pasted(self._screen, told, before, is_stored=bool(plan.placements))

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None:
        """Of a block at the cursor all that could be laid was saved, if anything could: tell of it."""
        kind = self._screen.sheet.place.kind if self._screen.sheet.place is not None else ""
        rows = [
            RefusedRow(each.line, each.cells, each.reason, kind, each.texts, place=each.place) for each in laid.left
        ]
        words, passed = (laid.words(), laid.brief()), tuple(f"Bỏ qua {what}." for what in laid.passed_over)
        told = ToldPaste(words, rows, passed, text, self._replaced(self._stood, laid.cells), is_clean=True)
        tell_pasted(self._screen, told, self._before, is_stored=is_saved)

    def _replaced(self, before: Mapping[Place, Answer], cells: Sequence[tuple[Place, str]]) -> str:
        """What the paste did to answers of `before`."""
        return written_over(before, self._screen.session.facts.answers, [place for place, _ in cells])

    def _elsewhere(self, cells: Sequence[tuple[Place, str]]) -> str:
        return elsewhere(self._screen, [place for place, _ in cells])
