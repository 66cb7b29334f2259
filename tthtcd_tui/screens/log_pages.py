"""The log's sheet as a window on the log: what is shown is read page by page, and the cursor turns the pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.models.activities import Page
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.log_columns import KEYS, Part, parts
from tthtcd_tui.screens.log_draft import Draft
from tthtcd_tui.screens.log_rows import ABOVE, SEARCH, LogRows, Wanted
from tthtcd_tui.screens.section import SheetScreen
from tthtcd_tui.widgets.sheet_rows import SheetRow

ENTRY: Final = Place("entry")
ENDS: Final = ("participations", "note")
"""Where Enter ends a line: the last of what is typed of every activity, and the last of all."""


class PagedLog(SheetScreen):
    """The rows and the cursor's ways; never more of the log is read than the screen has lines."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft()
        self.wanted = Wanted()
        self.page = Page((), 0)
        self._part = 0
        self._choosing: str | None = None
        self._problem = ""

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        """Of the line being entered all its fields, under the name the activity will have."""
        place, typing = self.sheet.place, self.sheet.typing
        texts = dict(self.draft.texts)
        if place is not None and place.kind == ENTRY and typing is not None:
            texts[place.parts[-1]] = typing
        elif not self.draft.is_touched:
            return super().typed_cells()
        return [(Place.of("activity", self.draft.uid, key), text) for key, text in texts.items() if text]

    # -- what is shown ------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        self.read_page()
        self.moved()
        if self._problem:
            self.say(self._problem, wrong=True)

    def read_page(self) -> None:
        """The page that is wanted, as it stands in the log now; from the last one there is, if it ends before."""
        wanted, limit = self.wanted, self._lines
        try:
            self.page = self._read(wanted.offset, limit)
            if not self.page.activities and self.page.total:
                wanted.offset = max(self.page.total - limit, 0)
                self.page = self._read(wanted.offset, limit)
            self._problem = ""
        except StoreProblem as problem:
            self._problem = problem.message
        self.show_rows()

    def _read(self, offset: int, limit: int) -> Page:
        wanted = self.wanted
        return self.session.store.activities(
            self.session.year.report,
            search=wanted.search,
            category=wanted.category,
            order=wanted.order,
            offset=offset,
            limit=limit,
        )

    def rows(self) -> Iterable[SheetRow]:
        made = LogRows(self.session, self.draft, self.wanted, self.page, self.part, self._width)
        return made.rows(self._choosing)

    def show_rows(self) -> None:
        self.sheet.show(tuple(self.rows()))

    def moved(self) -> None:
        """While a category is being chosen the categories stand where the records do."""
        at = self.sheet.place
        choosing = None
        if at == Place.of(ENTRY, "category"):
            typing = self.sheet.typing
            choosing = typing if typing is not None else ""
        if choosing != self._choosing:
            self._choosing = choosing
            self.show_rows()

    @property
    def part(self) -> Part:
        found = parts(self._width)
        self._part = min(self._part, len(found) - 1)
        return found[self._part]

    @property
    def _width(self) -> int:
        return self.sheet.size.width or 80

    @property
    def _lines(self) -> int:
        """How many records there is room for."""
        return max((self.sheet.size.height or 19) - ABOVE, 1)

    @property
    def record(self) -> Activity | None:
        """The activity under the cursor."""
        index = self._index
        return self.page.activities[index] if index is not None else None

    @property
    def _index(self) -> int | None:
        place = self.sheet.place
        if place is None or place.kind != "activity":
            return None
        uids = [activity.uid for activity in self.page.activities]
        return uids.index(place.parts[1]) if place.parts[1] in uids else None

    # -- the cursor ---------------------------------------------------------------------------------------------------

    def go(self, row: Place, key: str) -> None:
        """Onto a field of a line that is shown, in whichever part of the columns it is."""
        for number, part in enumerate(parts(self._width)):
            if key in part.keys:
                self._part = number
        self.show_rows()
        self.sheet.go_to(Place.of(row, key))
        self.moved()

    def go_to_record(self, number: int, key: str, *, at_top: bool) -> None:
        """Onto the activity of that number, counted from 0 through the whole log; turns the page if it must."""
        if not 0 <= number < self.page.total:
            return
        wanted, shown = self.wanted, len(self.page.activities)
        if not wanted.offset <= number < wanted.offset + shown:
            kept = max(self._lines - 1, 1)  # a line of the page before stays, so that one knows where one is
            wanted.offset = max(number - 1 if at_top and kept > 1 else number if at_top else number - kept, 0)
            self.read_page()
        index = number - wanted.offset
        if index < len(self.page.activities):
            self.go(Place.of("activity", self.page.activities[index].uid), key)

    def take_move(self, key: str) -> bool:
        """Deals with the keys that go beyond the columns or the records shown; whether it was one."""
        place = self.sheet.place
        if place is None or place.kind == SEARCH.kind:
            return False
        sideways = self.sheet.typing is None
        if key in ("enter", "tab") or (key == "right" and sideways):
            return self._forward(key, place)
        if key == "shift+tab" or (key == "left" and sideways):
            return self._backward(place)
        return self._vertical(key, place)

    def _forward(self, key: str, place: Place) -> bool:
        name = place.parts[-1]
        ends = ENDS if key == "enter" else ENDS[-1:]
        if name not in ends and name != self.part.keys[-1]:
            return False
        if not self.sheet.leave():
            return True
        if name not in ends:
            self.go(place.parent, KEYS[KEYS.index(name) + 1])
        elif place.kind == ENTRY:
            self.go(SEARCH.parent, SEARCH.parts[-1])
        elif self._index is not None:
            self.go_to_record(self.wanted.offset + self._index + 1, KEYS[0], at_top=True)
        return True

    def _backward(self, place: Place) -> bool:
        name = place.parts[-1]
        if self._part == 0 or name != self.part.keys[0]:
            return False
        if self.sheet.leave():
            self.go(place.parent, KEYS[KEYS.index(name) - 1])
        return True

    def _vertical(self, key: str, place: Place) -> bool:
        """Beyond the records shown; within them the sheet knows its way."""
        index, name = self._index, place.parts[-1]
        steps = {"up": -1, "down": 1, "pageup": -self._lines, "pagedown": self._lines}
        if index is None or key not in steps:
            return False
        number = self.wanted.offset + index + steps[key]
        is_page = key in ("pageup", "pagedown")
        if is_page:
            number = min(max(number, 0), self.page.total - 1)
        if not is_page and (
            number < 0 or self.wanted.offset <= number < self.wanted.offset + len(self.page.activities)
        ):
            return False
        if self.sheet.leave():
            self.go_to_record(number, name, at_top=steps[key] > 0)
        return True
