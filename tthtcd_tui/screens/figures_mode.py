"""The list of figures below a text, to put one in as a link: it opens on `{`, and what is typed narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.look import PLAIN, QUIET
from tthtcd_tui.widgets.menu import Entry, Menu
from tthtcd_tui.widgets.prose.prose import Prose, Spot
from tthtcd_tui.widgets.prose_editor import ProseEditor

_MOST_ROWS: Final = 7
_KIND: Final = "word"
"""Of the edits made meanwhile: one undo takes back what was put in and the words that found it."""


class Figure(NamedTuple):
    """A link there is: its name, what it is called, what it reads as, and whether anything was entered for it."""

    name: str
    label: str
    value: str
    is_answered: bool = True


class FigureList(Menu):
    """Hidden until it is asked for."""

    DEFAULT_CSS = "FigureList { height: 1; display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self.has_caret = False
        self._figures: Sequence[Figure] = ()

    def on_resize(self) -> None:
        self.show(self._entries_of(self._figures))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self.styles.height = max(min(len(figures), _MOST_ROWS), 1)
        self.go_to_first()
        self.show(self._entries_of(figures))

    def _entries_of(self, figures: Sequence[Figure]) -> list[Entry]:
        return [Entry(figure.name, self._line_of(figure)) for figure in figures]

    def _line_of(self, figure: Figure) -> Line:
        width = self.size.width or 80
        value = fit(figure.value, min(max(width // 3, 1), 30)).rstrip()
        room = max(width - len(value) - 3, 1)
        return ((f" {fit(figure.label, room)}", PLAIN), (f" {value}", PLAIN if figure.is_answered else QUIET))


class FiguresMode:
    """What is typed goes into the text, and is taken out again with the brace when a figure is chosen.

    So a brace that begins no link is itself, and nothing that was typed is ever lost.
    """

    def __init__(self, editor: ProseEditor, figures: Sequence[Figure], listed: FigureList) -> None:
        self._editor = editor
        self._figures = sorted(figures, key=lambda figure: not figure.is_answered)
        self._list = listed
        self._brace: Spot | None = None
        """Where the brace stands that what is typed follows; None where a number is to be linked."""
        self._number: tuple[Spot, Spot] | None = None
        self._before: Prose | None = None
        """The text to go back to on Esc, where the brace was not typed by hand."""
        listed.display = editor.is_one_step = True

    @classmethod
    def on_brace(cls, editor: ProseEditor, figures: Sequence[Figure], listed: FigureList) -> FiguresMode:
        """A brace was typed just now."""
        mode = cls(editor, figures, listed)
        mode._brace = Spot(editor.prose.caret.paragraph, editor.prose.caret.at - 1)
        mode._narrow()
        return mode

    @classmethod
    def asked(cls, editor: ProseEditor, figures: Sequence[Figure], listed: FigureList) -> FiguresMode:
        """The list was asked for, in place of what is selected; Esc leaves the text as it was."""
        before = editor.prose
        editor.end_step()
        editor.type("{")
        mode = cls.on_brace(editor, figures, listed)
        mode._before = before
        return mode

    @classmethod
    def for_number(
        cls, editor: ProseEditor, figures: Sequence[Figure], listed: FigureList, number: tuple[Spot, Spot]
    ) -> FiguresMode:
        """One of `figures`, which read alike, is to take the place of the number that was typed."""
        mode = cls(editor, figures, listed)
        mode._number = number
        listed.show_figures(mode._figures)
        return mode

    @property
    def is_open(self) -> bool:
        return bool(self._list.display)

    def close(self) -> None:
        self._list.display = self._editor.is_one_step = False
        self._editor.redraw()

    def take(self, key: str, character: str | None) -> bool:
        """Deals with a key; whether it was one of these. Whatever is none closes the list."""
        if key in ("enter", "tab") and self._list.key:
            self._choose(self._list.key)
        elif key == "escape":
            self.close()
            if self._before is not None:
                self._editor.edit(self._before, _KIND)
        elif key in ("up", "down", "pageup", "pagedown"):
            self._list.take(key)
        elif self._brace is not None and (key == "backspace" or is_text(character)):
            self._editor.take(key, character)
            self._narrow()
        else:
            self.close()
            return False
        return True

    def _narrow(self) -> None:
        """Shows what the words behind the brace find; where they find nothing, or are none any more, it closes."""
        caret, brace = self._editor.prose.caret, self._brace
        text = self._editor.prose.paragraph
        is_behind = brace is not None and caret.paragraph == brace.paragraph and text[brace.at : brace.at + 1] == "{"
        typed = text[brace.at + 1 : caret.at] if brace is not None and is_behind and caret.at > brace.at else None
        found = [] if typed is None or typed[:1] in (" ", "{") else _found(self._figures, typed)
        if found:
            self._list.show_figures(found)
        else:
            self.close()

    def _choose(self, name: str) -> None:
        prose = self._editor.prose
        start, end = self._number or (self._brace or prose.caret, prose.caret)
        atom = self._editor.links.atom(name)
        if self._number is not None:
            tail = prose.between(end, prose.caret) if prose.caret > end else ""
            after = prose.replaced(start, max(end, prose.caret), atom + tail)
        else:
            after = prose.replaced(start, end, atom)
        self.close()
        self._editor.edit(after, _KIND)
        self._editor.end_step()


def _found(figures: Sequence[Figure], typed: str) -> list[Figure]:
    """Those whose label or value holds every word, those whose label begins with them first."""
    words = fold(typed).split()
    held = [figure for figure in figures if all(word in f"{fold(figure.label)} {figure.value}" for word in words)]
    begins = " ".join(words)
    return sorted(held, key=lambda figure: not fold(figure.label).startswith(begins))
