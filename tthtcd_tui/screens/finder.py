"""Lists that narrow as one types, without minding marks: search everything (F3), every command (Ctrl+P, Ctrl+G 9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from tthtcd_tui.report.completeness import requirements
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.commands import COMMANDS
from tthtcd_tui.screens.owner import Commanded
from tthtcd_tui.tasks.show_cells import places_of, shown_cells_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.canvas import Canvas
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import LineBuffer, is_text
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry, Menu
from tthtcd_tui.widgets.typed_line import typed_spans


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
        return self.menu

    def reload(self) -> None:
        self._query.show(self._buffer)
        entries = self.found(fold(self._buffer.text))
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


class SearchScreen(FinderScreen):
    """Every place of the report, by its label and by what stands in it."""

    @property
    def title_words(self) -> str:
        return "TÌM"

    def found(self, query: str) -> Sequence[Entry]:
        form, facts = self.session.form, self.session.facts
        missing = {place for wanted in requirements(form, facts) for place in wanted.missing}
        width = self.menu.size.width or 80
        entries = []
        for cell in shown_cells_of(form, facts, places_of(form)):
            place = Place(cell.place)
            label = label_at(form, place)
            if all(word in fold(f"{label} {cell.raw}") for word in query.split()):
                value = cell.raw.replace("\n", " ") or ("(còn thiếu)" if place in missing else "")
                line = ((f" {fit(label, 46)} ", PLAIN), (fit(value, max(width - 49, 1)), QUIET))
                entries.append(Entry(place, line))
        return entries

    def chosen(self, key: str) -> None:
        self.owner.go_back()
        self.owner.open_place(Place(key))


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
        items += [
            (f"number:{number}", f"^G {number}", f"Mở: {screen.label}")
            for number, screen in enumerate(self.session.form.screens, 1)
        ]
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
            self._under.run_command(next(command for command in COMMANDS if command.name == key))
