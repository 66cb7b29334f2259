"""Every command and every screen in one list (Ctrl+P, Ctrl+G 9), found by what a clerk calls it, without marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Final

from rich.cells import cell_len

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.screens import asked, registry
from tthtcd_tui.screens.commands import COMMANDS, Commanded
from tthtcd_tui.screens.finder import FinderScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.upward.above import has_received
from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry

_SHOWN: Final = 6
"""Cells of a key."""
_MARGIN: Final = _SHOWN + 3
_FOR_WRITERS: Final = (registry.IMPORT, registry.REFUSED, registry.REVIEW, registry.UPGRADE)
"""Of no use to who may only look at the report."""


class Item(NamedTuple):
    """A line of the list: what opens it, its key, its own words, what else it is asked for by.

    `is_idle` where it does nothing on the screen beneath.
    """

    key: str
    shown: str
    words: str
    asked: tuple[str, ...]
    is_idle: bool = False

    def rank(self, query: str) -> tuple[int, str] | None:
        """How well `query`, folded, fits, and the name that it was found by; None where it does not.

        What begins so comes first, then names with words that do, then those that hold them somewhere; its own words
        before what else it is called.
        """
        words = query.split()
        ranks = [
            (_RANKS[kind][bool(number)], name if number else "")
            for number, name in enumerate((self.words, *self.asked))
            if (kind := _fits(fold(name), query, words)) is not None
        ]
        if ranks:
            return min(ranks, key=lambda each: each[0])
        every = fold(" ".join((self.words, *self.asked)))
        return (_AMONG_ALL, "") if all(word in every for word in words) else None


class _Fit(Enum):
    WHOLE = auto()
    BEGINS = auto()
    OF_WORDS = auto()
    SOMEWHERE = auto()


_RANKS: Final = {_Fit.WHOLE: (0, 2), _Fit.BEGINS: (1, 3), _Fit.OF_WORDS: (4, 5), _Fit.SOMEWHERE: (6, 7)}
"""Of a line's own words, and of another name."""
_AMONG_ALL: Final = 8


def _fits(name: str, query: str, words: Sequence[str]) -> _Fit | None:
    if name == query:
        return _Fit.WHOLE
    if name.startswith(query):
        return _Fit.BEGINS
    if all(f" {word}" in f" {name}" for word in words):
        return _Fit.OF_WORDS
    return _Fit.SOMEWHERE if all(word in name for word in words) else None


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
        ranked.sort(key=lambda each: (each[0], each[2].is_idle))
        return [self._entry(item, name if query else "") for _, name, item in ranked]

    def _items(self) -> Iterator[Item]:
        for command in COMMANDS:
            called = asked.COMMANDS.get(command.name, ())
            yield Item(command.name, command.shown, command.words, called, not self._under.has_command(command))
        for screen in filter(self._is_of_use, registry.NAMED):
            yield Item(f"named:{screen.name}", "", self._title(screen), asked.SCREENS.get(screen.name, ()))
        for number, screen in enumerate((registry.DETAILS, *registry.sections(self.session.form))):
            names = (screen.title, f"mục {number}", *asked.SCREENS.get(screen.name, ()))
            yield Item(f"number:{number}", f"^G {number}", f"Mở: {screen.title}", names)

    def _title(self, screen: registry.Entry) -> str:
        """What it is for this person: where a centre finalises, those above it answer."""
        answers = screen == registry.FINALISE and self.session.supervises
        return "Duyệt, trả lại, các bản đã chốt" if answers else screen.title

    def _is_of_use(self, screen: registry.Entry) -> bool:
        """Whether it does anything for this person: no list leads to where one is only told to turn back."""
        if screen == registry.RECEIVED:
            return has_received(self.session.store)
        return screen not in _FOR_WRITERS or not isinstance(self.session.read_only, NotAllowed)

    def _entry(self, item: Item, name: str) -> Entry:
        """With the name it was found by, where that is none of its own words and there is room; pale where idle."""
        line: list[Span] = [(f" {fit(item.shown, _SHOWN)} ", QUIET), (item.words, QUIET if item.is_idle else PLAIN)]
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
