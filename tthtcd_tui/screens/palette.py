"""Every command and every screen in one list (Ctrl+P, Ctrl+G 9), found by what a clerk calls it, without marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from tthtcd_tui.screens import asked, registry
from tthtcd_tui.screens.commands import COMMANDS, Commanded
from tthtcd_tui.screens.finder import FinderScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry

_SHOWN: Final = 6
"""Cells of a key."""
_MARGIN: Final = _SHOWN + 3


class Item(NamedTuple):
    """A line of the list: what opens it, its key, its own words, and what else it is asked for by."""

    key: str
    shown: str
    words: str
    asked: tuple[str, ...]

    def rank(self, query: str) -> tuple[int, str] | None:
        """How well `query`, folded, fits, and the name that it was found by; None where it does not.

        A name that begins so comes first, then one with words that do, then one that holds them somewhere.
        """
        words = query.split()
        best: tuple[int, str] | None = None
        for number, name in enumerate((self.words, *self.asked)):
            rank = _rank(fold(name), query, words)
            if rank is not None and (best is None or rank < best[0]):
                best = rank, name if number else ""
        if best is None and all(word in fold(" ".join((self.words, *self.asked))) for word in words):
            best = _AMONG_ALL, ""
        return best


_WHOLE, _BEGINS, _OF_WORDS, _SOMEWHERE, _AMONG_ALL = range(5)


def _rank(name: str, query: str, words: Sequence[str]) -> int | None:
    if name == query:
        return _WHOLE
    if name.startswith(query):
        return _BEGINS
    if all(f" {word}" in f" {name}" for word in words):
        return _OF_WORDS
    return _SOMEWHERE if all(word in name for word in words) else None


class PaletteScreen(FinderScreen):
    """For those who do not know the key."""

    def __init__(self, services: Services, under: Commanded) -> None:
        super().__init__(services)
        self._under = under

    @property
    def title_words(self) -> str:
        return "MỌI LỆNH"

    def found(self, query: str) -> Sequence[Entry]:
        ranked = [(*rank, item) for item in self._items() if (rank := item.rank(query)) is not None]
        ranked.sort(key=lambda each: each[0])
        return [self._entry(item, name if query else "") for _, name, item in ranked]

    def _items(self) -> Iterator[Item]:
        for command in COMMANDS:
            yield Item(command.name, command.shown, command.words, asked.COMMANDS[command.name])
        for screen in registry.NAMED:
            yield Item(f"named:{screen.name}", "", screen.title, asked.SCREENS[screen.name])
        for number, screen in enumerate((registry.DETAILS, *registry.sections(self.session.form))):
            names = (screen.title, f"mục {number}", *asked.SCREENS.get(screen.name, ()))
            yield Item(f"number:{number}", f"^G {number}", f"Mở: {screen.title}", names)

    def _entry(self, item: Item, name: str) -> Entry:
        """With the name it was found by, where that is none of its own words and there is room."""
        line: list[Span] = [(f" {fit(item.shown, _SHOWN)} ", QUIET), (item.words, PLAIN)]
        room = (self.menu.size.width or 80) - _MARGIN - cell_len(item.words)
        told = f"  ({name})" if name and name not in item.words else ""
        if told and cell_len(told) <= room:
            line.append((told, QUIET))
        return Entry(item.key, tuple(line))

    def chosen(self, key: str) -> None:
        self.navigator.back()
        kind, _, name = key.partition(":")
        if kind in ("named", "number") and not self._under.leave_cell():
            return
        if kind == "named":
            self.navigator.show(name)
        elif kind == "number":
            self.navigator.open_number(int(name))
        else:
            command = next(command for command in COMMANDS if command.name == key)
            if command.key:
                self._under.press(command.key, None)  # as if pressed: some screens have a meaning of their own for it
            else:
                self._under.run_command(command)
