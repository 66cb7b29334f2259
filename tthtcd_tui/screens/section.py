"""A section's screen: its rows on one sheet. Which sections share a screen, the form says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import uuid4

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Screen, Section, SectionPart
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.completeness import Progress, Requirement, progress
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.summed import label_of
from tthtcd_tui.screens.board_pastes import BoardPastes
from tthtcd_tui.screens.rows import Rows
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.widgets.sheet_rows import SheetRow

_UNORDERED = 10**9


class SectionScreen(SheetScreen):
    """One of the form's screens, with the sections it holds."""

    KEEPS_REFUSED = True
    ASKS_OF_NUMBERS = True
    IS_PRINTED = True

    def __init__(self, services: Services, number: int, key: str) -> None:
        super().__init__(services)
        self.number = number
        self.key = key
        self._progress: tuple[list[Requirement], Progress] | None = None
        """How far it is, and the requirements of which that was counted."""
        self._members = BoardPastes(self)

    @property
    def _screen(self) -> Screen:
        return next(screen for screen in self.session.form.screens if screen.key == self.key)

    @property
    def title_words(self) -> str:
        return f"{self.number} {self._screen.label.upper()}"

    @property
    def aside(self) -> str:
        """How far it is, and what stands on the right."""
        done = self._done()
        previous = self.session.previous if self.sheet.has_untitled_notes else None
        return f"{done.done}/{done.total}{f' · bên phải: {label_of(previous)}' if previous else ''} "

    def _done(self) -> Progress:
        if self._progress is not None and self.is_held:
            return self._progress[1]
        wanted = self.session.requirements
        if self._progress is None or self._progress[0] is not wanted:
            mine = set(self._screen.sections)
            self._progress = wanted, progress([need for need in wanted if need.section in mine])
        return self._progress[1]

    def sections(self) -> list[Section]:
        mine = self._screen.sections
        return [section for section in self.session.form.sections if section.key in mine]

    def printed_sections(self) -> Sequence[str]:
        return self._screen.sections

    def rows(self) -> Iterable[SheetRow]:
        return Rows(self.session, self.width, self.findings).sections(self.sections())

    def shows(self, place: Place) -> bool:
        """All of its sections, also what was added there and is gone."""
        mine = self._screen.sections
        if place.kind == PlaceKind.OWN and self.session.section_of(place) is None:
            return any(SectionPart.CHECKLIST in section.prints for section in self.sections())
        return self.session.section_of(place) in mine

    def paste(self, text: str) -> None:
        """A table of the board's members where the board stands; anything else as on any sheet."""
        has_board = any(SectionPart.BOARD in section.prints for section in self.sections())
        if not (has_board and self._members.take(text)):
            super().paste(text)

    def stores(self, edits: Iterable[Edit]) -> bool:
        return self.saved(self.session.save(edits)) is None

    def acted(self, row: SheetRow) -> None:
        kind, _, rest = row.action.partition(":")
        uid = uuid4().hex[:12]
        if kind == "up":
            self._move_up(Place(rest))
        elif kind == PlaceKind.BOARD:
            order = _following(member.order for member in self.session.facts.board)
            self._begin(Place.of(PlaceKind.BOARD, uid), order, [], "role")
        elif kind == PlaceKind.OWN:
            order = _following(item.order for item in self.session.facts.own_items)
            self._begin(
                Place.of(PlaceKind.OWN, uid), order, [Edit(Place.of(PlaceKind.OWN, uid, "section"), rest)], "label"
            )
        else:
            super().acted(row)

    def _begin(self, place: Place, order: int, edits: list[Edit], first: str) -> None:
        """A new record after those there are, with the cursor where one types first."""
        placed = Edit(Place.of(place, "order"), Quantity(Decimal(order)))
        if self.saved(self.session.save([*edits, placed])) is None:
            self.sheet.go_to(Place.of(place, first))
            self.moved()

    def _move_up(self, row: Place) -> None:
        """Counts all members anew, this one before the one it stood behind."""
        uids = [member.uid for member in self.session.facts.board]
        at = uids.index(row.parts[1])
        uids[at - 1 : at + 1] = uids[at], uids[at - 1]
        edits = [
            Edit(Place.of(PlaceKind.BOARD, uid, "order"), Quantity(Decimal(number)))
            for number, uid in enumerate(uids, 1)
        ]
        if self.saved(self.session.save(edits), "Đã chuyển lên trên. Ctrl+Z để hoàn tác.") is None:
            self.sheet.go_to(Place.of(row, "role"))


class DetailsScreen(SheetScreen):
    """The report's own details: number, date, names, addressees, recipients, signer."""

    KEEPS_REFUSED = True
    IS_PRINTED = True

    def printed_sections(self) -> Sequence[str]:
        """What stands before the sections and after them."""
        return ("",)

    @property
    def title_words(self) -> str:
        return "0 CHI TIẾT BÁO CÁO"

    def rows(self) -> Iterable[SheetRow]:
        return Rows(self.session, self.width, self.findings).details()

    def shows(self, place: Place) -> bool:
        return place.kind == PlaceKind.REPORT or super().shows(place)


def _following(orders: Iterable[int]) -> int:
    """The place after the last that has one."""
    return max((order for order in orders if order < _UNORDERED), default=0) + 1
