"""Lists that narrow as one types, without minding marks: search everything (F3), every command (Ctrl+P, Ctrl+G 9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.commands import COMMANDS
from tthtcd_tui.screens.owner import Commanded
from tthtcd_tui.tasks.show_cells import places_of, shown_cells_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.canvas import Canvas
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import LineBuffer, is_text
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry, Menu
from tthtcd_tui.widgets.typed_line import typed_spans

_MOST_ACTIVITIES: Final = 20
"""Of the log, below the places that were found; its own screen shows them all."""


_LONGEST_QUERY: Final = 200
"""Letters that are looked for, of a page pasted by mistake."""
_BY_VALUE: Final = 2
"""The rank from which on a place is found by what stands in it."""


class QueryLine(Canvas):
    """What is being looked for."""

    DEFAULT_CSS = "QueryLine { height: 1; }"

    def show(self, buffer: LineBuffer) -> None:
        words = " Tìm: "
        self.paint([((words, PLAIN), *typed_spans(buffer, (self.size.width or 80) - len(words)))])


class FinderScreen(BaseScreen):
    """A line to type in above a list; Enter takes the line under the cursor."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self.menu = Menu()
        self._query = QueryLine()
        self._buffer = LineBuffer()

    def found(self, query: str) -> Sequence[Entry]:
        """The entries for what was typed, folded; all of them for nothing."""
        raise NotImplementedError

    def chosen(self, key: str) -> None:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._query
        yield self.menu
        yield self._message
        yield self._keys

    def body(self) -> Widget:
        self.menu.glyphs = self.owner.glyphs
        return self.menu

    @property
    def asked(self) -> str:
        """What was typed."""
        return self._buffer.text

    def reload(self) -> None:
        self._query.show(self._buffer)
        entries = self.found(fold(self._buffer.text[:_LONGEST_QUERY]))
        self.menu.show(entries)
        self.say("Gõ vài chữ, không cần dấu; Enter để mở." if entries else "Không tìm thấy. Gõ ít chữ hơn.")

    def take(self, key: str, character: str | None) -> bool:
        if key == "enter":
            if self.menu.key:
                self.chosen(self.menu.key)
        elif key == "backspace":
            self._buffer.backspace()
            self.reload()
        elif self.menu.take(key):
            pass
        elif is_text(character):
            self._buffer.insert(character)
            self.menu.go_to_first()
            self.reload()
        else:
            return False
        return True

    def take_paste(self, text: str) -> None:
        try:
            self._buffer.insert(clean_line(text))
        except TextProblem as problem:
            self.say(problem.message, wrong=True)
            return
        self.reload()


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

    def __init__(self) -> None:
        super().__init__()
        self._places: list[_Found] = []
        self._revision = -1

    @property
    def title_words(self) -> str:
        return "TÌM"

    def found(self, query: str) -> Sequence[Entry]:
        words = query.split()
        ranked = [(rank, place) for place in self._all() if (rank := place.rank(words)) is not None]
        places = [place for _, place in sorted(ranked, key=lambda each: each[0])]
        missing = {place for need in self.session.requirements for place in need.missing}
        entries = [
            self._entry(place.place, place.label, place.value or ("(còn thiếu)" if place.place in missing else ""))
            for place in places
        ]
        if not words:
            return entries
        named = sum(rank < _BY_VALUE for rank, _ in ranked)
        called, others = self._activities(query, words)
        return [*self._screens(words), *entries[:named], *called, *entries[named:], *others]

    def _screens(self, words: Sequence[str]) -> list[Entry]:
        return [
            self._entry(Place.of("screen", str(number)), f"Mục {number}: {screen.label}", "cả mục")
            for number, screen in enumerate(self.session.form.screens, 1)
            if all(word in fold(screen.label) for word in words)
        ]

    def _all(self) -> list[_Found]:
        """Folded once for each state of the year, not at each key."""
        session = self.session
        if self._revision != session.revision:
            form, facts = session.form, session.facts
            records = [place for place in facts.answers if place.kind in ("board", "own")]
            shown = [place for place in records if place.parts[-1] not in ("order", "section")]
            cells = shown_cells_of(form, facts, [*places_of(form), *shown])
            self._places = [
                _Found(place, label, cell.raw.replace("\n", " "), fold(label), fold(cell.raw))
                for cell in cells
                for place in [Place(cell.place)]
                for label in [label_at(form, place)]
            ]
            self._revision = session.revision
        return self._places

    def _activities(self, query: str, words: Sequence[str]) -> tuple[list[Entry], list[Entry]]:
        """Those that are called so, and those of which something else is."""
        try:
            page = self.session.store.activities(self.session.year.report, search=query, limit=_MOST_ACTIVITIES)
        except StoreProblem as problem:
            return [], [Entry("", ((f" {problem.message}", QUIET),))]
        called: list[Entry] = []
        others: list[Entry] = []
        for each in page.activities:
            label = f"Nhật ký {format_date(each.date)}: {each.title}"
            title = fold(each.title)
            into = called if all(word in title for word in words) else others
            into.append(self._entry(Place.of("activity", each.uid), label, each.place))
        return called, others

    def _entry(self, place: Place, label: str, value: str) -> Entry:
        width = self.menu.size.width or 80
        room = max(width * 3 // 5 - 2, 1)
        more = self.owner.glyphs.more
        line = ((f" {fit(label, room, more)} ", PLAIN), (fit(value, max(width - room - 3, 1), more), QUIET))
        return Entry(place, line)

    def chosen(self, key: str) -> None:
        place = Place(key)
        self.owner.go_back()
        if place.kind == "activity":
            self.owner.open_found(place.parts[1], self.asked)
        elif place.kind == "screen":
            self.owner.open_number(int(place.parts[1]))
        else:
            self.owner.open_place(place)


class PaletteScreen(FinderScreen):
    """Every command and every screen, by its words; for those who do not know the key."""

    def __init__(self, under: Commanded) -> None:
        super().__init__()
        self._under = under

    @property
    def title_words(self) -> str:
        return "MỌI LỆNH"

    def found(self, query: str) -> Sequence[Entry]:
        items = [(command.name, command.shown, command.words) for command in COMMANDS]
        items += [(f"named:{name}", "", words) for name, words in self.owner.named_screens().items()]
        labels = ["Chi tiết báo cáo", *(screen.label for screen in self.session.form.screens)]
        items += [(f"number:{number}", f"^G {number}", f"Mở: {label}") for number, label in enumerate(labels)]
        return [
            Entry(key, ((f" {fit(shown, 6)} ", QUIET), (words, PLAIN)))
            for key, shown, words in items
            if all(word in fold(words) for word in query.split())
        ]

    def chosen(self, key: str) -> None:
        self.owner.go_back()
        kind, _, name = key.partition(":")
        if kind == "named":
            self.owner.open_named(name)
        elif kind == "number":
            self.owner.open_number(int(name))
        else:
            command = next(command for command in COMMANDS if command.name == key)
            if command.key:
                self._under.press(command.key, None)  # as if pressed: some screens have a meaning of their own for it
            else:
                self._under.run_command(command)
