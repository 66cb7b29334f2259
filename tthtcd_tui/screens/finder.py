"""Lists that narrow as one types, without minding marks; to search everything is one (F3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.errors import ReportGone
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.kinds.registry import is_added
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.cells import Cells
from tthtcd_tui.screens.commands import Command
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.find_activities import ActivityFinder
from tthtcd_tui.tasks.years.centre_list import page, years_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Canvas
from tthtcd_tui.widgets.fit import fit, room_for
from tthtcd_tui.widgets.line_buffer import LineBuffer, is_text
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry, Menu
from tthtcd_tui.widgets.typed_line import caret_column, typed_spans

_MOST_ACTIVITIES: Final = 20
"""Of the log, below the places that were found; its own screen shows them all."""


_MOST_CENTRES: Final = 4
_MOST_YEARS: Final = 8
"""Of other years, at the end of all that was found."""
_LONGEST_QUERY: Final = 200
"""Letters that are looked for, of a page pasted by mistake."""
_BY_VALUE: Final = 2
"""The rank from which on a place is found by what stands in it."""


class QueryLine(Canvas):
    """What is being looked for."""

    DEFAULT_CSS = "QueryLine { height: 1; }"

    def show(self, buffer: LineBuffer) -> None:
        words = " Tìm: "
        room = max((self.size.width or 80) - len(words), 1)
        self.paint([((words, PLAIN), *typed_spans(buffer, room))])
        self.show_caret(len(words) + caret_column(buffer, room), 0)


class FinderScreen(BaseScreen):
    """A line to type in above a list; Enter takes the line under the cursor."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.menu = Menu()
        self.menu.has_caret = False
        self._query = QueryLine()
        self._buffer = LineBuffer()
        self._is_found = True

    def found(self, query: str) -> Sequence[Entry]:
        """The entries for what was typed, folded; all of them for nothing."""
        raise NotImplementedError

    def chosen(self, key: str) -> None:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._query
        yield self.menu
        yield self._message_line
        yield self._key_line

    def body(self) -> Widget:
        self.menu.glyphs = self.services.glyphs
        return self.menu

    @property
    def asked(self) -> str:
        """What was typed."""
        return self._buffer.text

    @property
    def folded_query(self) -> str:
        """What was typed, as it is looked for."""
        return fold(self._buffer.text[:_LONGEST_QUERY])

    def forget_query(self) -> None:
        """Show the whole list again."""
        self._buffer = LineBuffer()
        self.reload()

    def reload(self) -> None:
        self._query.show(self._buffer)
        entries = self.found(self.folded_query)
        self.menu.show(entries)
        self._is_found = bool(entries)
        self.say_hint()

    def hint(self) -> Message:
        """What there is no room for in the line under the cursor, and what to do."""
        if not self._is_found:
            return Message("Không tìm thấy. Thử ít chữ hơn.")
        cut = self.menu.cut
        return Message(f"{cut}. Enter để mở." if cut else "Gõ vài chữ, không cần dấu; Enter để mở.")

    def take(self, key: str, character: str | None) -> bool:
        if key == "enter":
            if self.menu.key:
                self.chosen(self.menu.key)
        elif key == "backspace":
            self._buffer.backspace()
            self._look_anew()
        elif key == "ctrl+u":
            self._buffer.clear()
            self._look_anew()
        elif self.menu.take(key):
            self.say_hint()
        elif is_text(character):
            self._buffer.insert(character)
            self._look_anew()
        else:
            return False
        return True

    @property
    def takes_blocks(self) -> bool:
        """Its Enter would open what is found first, and the rest be typed there."""
        return True

    def take_paste(self, text: str) -> None:
        self._buffer.insert(clean_line(text))
        self._look_anew()

    def _look_anew(self) -> None:
        """Show what is found for other words, the cursor on what fits best, wherever it stood before."""
        self.reload()
        self.menu.take("home")
        self.say_hint()


class _Found(NamedTuple):
    """A place that can be found: what is shown of it, and the words it is found by."""

    place: Place
    label: str
    value: str
    folded_label: str
    folded_value: str

    def rank(self, words: Sequence[str]) -> int | None:
        """How well it fits: its name begins with the words or holds them, what stands there does, or both together."""
        begins = f" {self.folded_label}"
        if all(f" {word}" in begins for word in words):
            return 0
        if all(word in begins for word in words):
            return 1
        if " ".join(words) in self.folded_value:
            return _BY_VALUE
        return _BY_VALUE + 1 if all(word in begins or word in self.folded_value for word in words) else None


class SearchScreen(FinderScreen):
    """Every section and place of the report, by its label and by what stands in it, and the activities of the log."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._places: list[_Found] = []
        self._revision = -1
        self._log: ActivityFinder | None = None
        """What was typed last finds on in the log, while it is the same year's."""
        self._log_of = -1

    @property
    def title_words(self) -> str:
        return "TÌM"

    def has_command(self, command: Command) -> bool:
        return command.name != "search" and super().has_command(command)

    def hint(self) -> Message:
        if self._is_found:
            return Message(f"{super().hint().text} Ctrl+F: thay chữ trong cả báo cáo.")
        return Message("Không tìm thấy. Thử ít chữ hơn. Tìm lệnh thì bấm Ctrl+P.")

    def do_find(self) -> None:
        """What F3 looks for in the whole report, Ctrl+F replaces there, as in the editor."""
        words = self.asked
        self.navigator.back()
        self.navigator.open(to.ReplaceWords(words))

    def found(self, query: str) -> Sequence[Entry]:
        words = query.split()
        ranked = self._ranked(words)
        places = [place for _, place in ranked]
        missing = {place for need in self.session.requirements for place in need.missing}
        entries = [
            self._entry(place.place, place.label, place.value or ("(còn thiếu)" if place.place in missing else ""))
            for place in places
        ]
        if not words:
            return entries
        named = sum(rank < _BY_VALUE for rank, _ in ranked)
        called, others = self._activities(words)
        return [*self._screens(words), *entries[:named], *called, *entries[named:], *others, *self._years(words)]

    def _ranked(self, words: Sequence[str]) -> list[tuple[int, _Found]]:
        """The places that fit, the best first: one named so before one in which the words stand."""
        ranked = [(rank, place) for place in self._all() if (rank := place.rank(words)) is not None]
        return sorted(ranked, key=lambda each: each[0])

    def _years(self, words: Sequence[str]) -> list[Entry]:
        """Other years, by their period and by their centre's name."""
        store, here = self.session.store, self.session.year.report_id
        lines = page(store, words, 0, _MOST_CENTRES).lines
        years = [year for line in lines for year in years_of(store, line, words) if year.report_id != here]
        return [
            self._entry(Place.of("year", str(year.report_id)), year.period.title.capitalize(), year.centre.name)
            for year in years[:_MOST_YEARS]
        ]

    def _screens(self, words: Sequence[str]) -> list[Entry]:
        return [
            self._entry(Place.of("screen", str(number)), f"Mục {number}: {screen.title}", "cả mục")
            for number, screen in enumerate(registry.sections(self.session.form), 1)
            if all(word in fold(screen.title) for word in words)
        ]

    def _all(self) -> list[_Found]:
        """Folded once for each state of the year, not at each key."""
        session = self.session
        if self._revision != session.revision:
            answers, cells = session.facts.answers, Cells(session, self.menu.size.width or 80, ())
            self._places = [
                _Found(cell.place, cell.label, value.replace("\n", " "), fold(cell.label), fold(value))
                for cell in session.rows.cells()
                if not is_added(cell.place.kind) or (cell.place in answers and cell.key not in ("order", "section"))
                for value in [cells.whole(cell.field, answers.get(cell.place, UNANSWERED))]
            ]
            self._revision = session.revision
        return self._places

    def _activities(self, words: Sequence[str]) -> tuple[list[Entry], list[Entry]]:
        """Those that are called so, and those of which something else is."""
        session, report = self.session, self.session.year.report_id
        if self._log is None or self._log_of != report:
            self._log, self._log_of = ActivityFinder(session.store, report, _MOST_ACTIVITIES), report
        called: list[Entry] = []
        others: list[Entry] = []
        for each in self._log.find(words, session.revision):
            label = f"Nhật ký {format_date(each.date)}: {each.title}"
            title = fold(each.title)
            into = called if all(word in title for word in words) else others
            into.append(self._entry(Place.of(PlaceKind.ACTIVITY, each.uid), label, each.place))
        return called, others

    def _entry(self, place: Place, label: str, value: str) -> Entry:
        width = self.menu.size.width or 80
        room = max(width * 3 // 5 - 2, 1)
        more = self.services.glyphs.more
        line = ((f" {fit(label, room, more)} ", PLAIN), (fit(value, max(width - room - 3, 1), more), QUIET))
        return Entry(place, line, label if room_for(label, room) > room else "")

    def chosen(self, key: str) -> None:
        place = Place(key)
        self.navigator.back()
        if place.kind == PlaceKind.ACTIVITY:
            self.navigator.open(to.LogFound(place.parts[1], self.asked))
        elif place.kind == "year":
            self._open_year(int(place.parts[1]))
        elif place.kind == "screen":
            self.navigator.open_number(int(place.parts[1]))
        else:
            self.navigator.open(to.AtPlace(place))

    def _open_year(self, report_id: int) -> None:
        year = self.services.store.years.get(report_id)
        if year is None:
            raise ReportGone(report_id)
        self.navigator.open_year(year, f"Đã mở {year.period.title}.")
