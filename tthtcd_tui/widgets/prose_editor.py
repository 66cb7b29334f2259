"""Editor of paragraphs, drawn row by row, with caret, selection, and links shown as their values.

Every key is handled at once and in order, in `take`, so that an input method's `tie⌫êng` comes out right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from rich.cells import cell_len
from rich.style import Style

from tthtcd_tui.report.linked_text import LinkedText, is_atom
from tthtcd_tui.widgets.canvas import Canvas, Line, Span
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import TypedTones, is_text
from tthtcd_tui.widgets.look import FOUND, LINK, PLAIN, SELECTED, TEXT_CARET
from tthtcd_tui.widgets.prose.history import History, common_ends
from tthtcd_tui.widgets.prose.layout import Layout, Row, Widths
from tthtcd_tui.widgets.prose.prose import START, Prose, Spot

_WORD: Final = "word"
"""The kind of an edit of one letter: those of a word are one step of undo."""


class ProseEditor(Canvas):
    """Text with soft wrap; Enter breaks the line."""

    def __init__(self, refuses: Callable[[], bool] = lambda: False) -> None:
        """`refuses` is called before each edit; if it returns True it has told the user why."""
        super().__init__(id="prose")
        self.prose = Prose()
        self.links = LinkedText()
        self.is_marking = False
        """Whether moving selects, as if Shift were held down."""
        self.has_caret = True
        """Whether it is typed in: else the terminal's cursor is somebody else's."""
        self.is_one_step = False
        """Whether what is typed now is one step of undo, blanks or not."""
        self.found: tuple[Spot, Spot] | None = None
        """What a search has found here, to be shown."""
        self._refuses = refuses
        self._history = History()
        self._layout: Layout | None = None
        self._plain: dict[str, Line] = {}
        """The rows as they were drawn last, by their text, that neither the caret nor a mark is in."""
        self._top = Row(0, 0)
        self._goal: int | None = None
        """The column that moves up and down keep to."""
        self._stored: tuple[Prose, str] | None = None
        self._parted: Prose | None = None
        """As a cut left it that had to put a space between a brace and a link, where the caret is."""
        self._tones = TypedTones()
        """Of the paragraph the caret is in."""

    # -- the text -----------------------------------------------------------------------------------------------------

    @property
    def written(self) -> str:
        """The text as it is stored."""
        if self._stored is None or self._stored[0].paragraphs is not self.prose.paragraphs:
            self._stored = self.prose, self.links.decode(self.prose.text)
        return self._stored[1]

    def write(self, text: str, links: LinkedText | None = None) -> None:
        """Load `text` with the caret at its end and an empty history."""
        if links is not None:
            self.links = links
        self.prose = Prose.of(self.links.encode(text))
        self._tones.forget()
        self._history = History()
        self._layout, self._top, self._goal, self.is_marking, self.found = None, Row(0, 0), None, False, None
        self.redraw()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show links with these values."""
        if self.links.set_values(values):
            self._layout = None
            self.redraw()

    def edit(self, prose: Prose, kind: str = "") -> bool:
        """Replace the contents by `prose`, as a new step of undo, or within the last one of the same `kind`."""
        if self._refuses():
            return False
        before, after = self.prose, self._settled(prose)
        self._history.record(before, after, kind)
        self.prose = after
        self.is_marking, self.found, self._goal = False, None, None
        self.redraw()
        return True

    def end_step(self) -> None:
        """End the current step of undo."""
        self._history.close(self.prose)

    def type(self, typed: str) -> None:
        """Puts `typed` at the caret, or in place of what is selected."""
        is_letter = len(typed) == 1 and typed != "\n" and self.prose.selection is None
        is_mark = is_letter and self.prose.caret.at > 0 and unicodedata.combining(typed)
        if not is_letter:
            self._tones.forget()
        if self.edit(self.prose.typed(typed), _WORD if is_letter else "") and typed.isspace() and not self.is_one_step:
            self.end_step()
        if is_mark:
            self._tones.note(self.prose.before().at, self._letter_before(), typed)

    def _letter_before(self) -> str:
        return self.prose.between(self.prose.before(), self.prose.caret) if self.prose.caret.at else ""

    def replace(self, text: str) -> None:
        """Replace everything by `text`, as one step of undo."""
        self.end_step()
        self.edit(Prose.of(self.links.encode(text)))

    def undo(self) -> bool:
        """Undo the last step; returns whether there was one."""
        return self._restored(self._history.undo(self.prose))

    def redo(self) -> bool:
        """Redo the last undone step; returns whether there was one."""
        return self._restored(self._history.redo(self.prose))

    def _restored(self, prose: Prose | None) -> bool:
        if prose is None or self._refuses():
            return False
        self._tones.forget()
        self.prose, self.is_marking, self.found, self._goal = prose, False, None, None
        self.redraw()
        return True

    def _settled(self, prose: Prose) -> Prose:
        """`prose` with a link wherever the name of one was just written out."""
        first, last = common_ends(self.prose.paragraphs, prose.paragraphs)
        changed = prose.paragraphs[first : len(prose.paragraphs) - last]
        settled = tuple(map(self.links.settle, changed))
        if settled == changed:
            return prose
        paragraphs = (*prose.paragraphs[:first], *settled, *prose.paragraphs[len(prose.paragraphs) - last :])
        at = prose.caret.paragraph - first
        caret = prose.caret
        if 0 <= at < len(changed):
            caret = Spot(caret.paragraph, self._moved(changed[at], settled[at], caret.at))
        return Prose(paragraphs, caret)

    def _moved(self, old: str, new: str, at: int) -> int:
        """Where `at` of `old` is in `new`: behind the same words, or before the same."""
        before = self.links.settle(old[:at])
        if new.startswith(before):
            return len(before)
        after = self.links.settle(old[at:])
        return len(new) - len(after) if new.endswith(after) else len(new)

    # -- what is selected ---------------------------------------------------------------------------------------------

    @property
    def selected(self) -> str:
        """What is selected, as it is stored."""
        return self.links.decode(self.prose.selected)

    def cut(self) -> None:
        """Take away what is selected; put back where it was, it leaves the text as it was."""
        self.end_step()
        cut = self.prose.without(self.prose.caret)
        cut = self._apart(cut, cut.caret)
        if self.edit(cut) and len(self.prose.text) > len(cut.text):
            self._parted = self.prose

    def paste(self, stored: str) -> None:
        """Puts `stored` at the caret, or in place of what is selected, as one step."""
        self._tones.forget()
        self.end_step()
        prose = self._unparted() if self.prose is self._parted else self.prose
        start = prose.selection[0] if prose.selection else prose.caret
        pasted = prose.typed(self.links.encode(stored))
        self.edit(self._apart(self._apart(pasted, start), pasted.caret))
        self.end_step()

    def _unparted(self) -> Prose:
        """Without the space that a cut has put between a brace and a link: it goes where what is pasted parts them."""
        paragraph, at = self.prose.caret
        is_space = self.prose.paragraph[at : at + 1] == " "
        return self.prose.replaced(self.prose.caret, Spot(paragraph, at + is_space), "")

    def _apart(self, prose: Prose, spot: Spot) -> Prose:
        """`prose` in which what stands before and after `spot` makes no link."""
        paragraphs = list(prose.paragraphs)
        paragraphs[spot.paragraph] = self.links.apart(paragraphs[spot.paragraph], spot.at)
        return replace(prose, paragraphs=tuple(paragraphs))

    def unselect(self) -> None:
        """Leaves the caret where it is, and nothing selected."""
        self.is_marking = False
        self._go(self.prose.at(self.prose.caret))

    def show_found(self, start: Spot, end: Spot) -> None:
        """Goes to what was found, and marks it; the step of undo goes on, so that replacing it all is one."""
        self.found = (start, end)
        self.prose = self.prose.at(start)
        self.redraw()

    # -- keys ---------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        """Handle a key; return whether it was consumed."""
        name = key.replace("shift+", "")
        if key != "backspace" and not is_text(character):
            self._tones.forget()
        if name in _MOVES:
            self._move(name, key != name or self.is_marking)
        elif key in _EDITS:
            _EDITS[key](self)
        elif is_text(character):
            self.type(character)
        else:
            return False
        return True

    def _move(self, name: str, selecting: bool) -> None:
        collapsed = None if selecting or name not in ("left", "right") else self.prose.selection
        spot = collapsed[name == "right"] if collapsed else _MOVES[name](self)
        goal = self._goal if name in _VERTICAL else None
        self._go(self.prose.at(spot, selecting=selecting))
        self._goal = goal

    def _go(self, prose: Prose) -> None:
        self.end_step()
        self.prose = prose
        self._goal = None
        self.redraw()

    def _vertical(self, rows: int) -> Spot:
        """So many rows down, or up, in the same column; beyond the first and the last row, to their ends."""
        layout = self._laid_out()
        here = layout.row_of(self.prose.caret)
        if self._goal is None:
            self._goal = layout.column_of(self.prose.caret)
        row = layout.moved(here, rows)
        if row == here:
            return layout.row_start(here) if rows < 0 else Spot(here.paragraph, layout.bounds(here)[1])
        return layout.spot_at(row, self._goal)

    def _page(self, step: int) -> Spot:
        rows = max(self._height - 1, 1) * step
        self._top = self._laid_out().moved(self._top, rows)
        return self._vertical(rows)

    def _row_start(self) -> Spot:
        layout = self._laid_out()
        return layout.row_start(layout.row_of(self.prose.caret))

    def _row_end(self) -> Spot:
        layout = self._laid_out()
        return layout.row_end(layout.row_of(self.prose.caret))

    def _erase(self, to: Spot) -> None:
        self.end_step()
        self.edit(self.prose.without(to))
        self.end_step()

    def _erase_letter(self, to: Spot) -> None:
        """A letter taken back belongs to the word that is being typed: an input method does so all the time."""
        start, end = sorted((self.prose.caret, to))
        gone = self.prose.selected or self.prose.between(start, end)
        self.edit(self.prose.without(to), "" if self.prose.selection else _WORD)
        if gone.isspace():
            self.end_step()

    def _backspace(self) -> None:
        """The letter before the caret; of one whose tone an input method sent by itself, the tone."""
        caret, start = self.prose.caret, self.prose.before()
        left = "" if self.prose.selection else self._tones.without_tone(start.at, self._letter_before())
        if left:
            self.edit(self.prose.replaced(start, caret, left), _WORD)
        else:
            self._erase_letter(start)
        self._tones.forget(start.at if start.paragraph == caret.paragraph else 0)

    def _erase_to_start(self) -> None:
        """To the beginning of the row as it is seen; from there on to that of the one above."""
        layout, caret = self._laid_out(), self.prose.caret
        row = layout.row_of(caret)
        to = layout.row_start(row)
        if to == caret:
            to = layout.row_start(layout.moved(row, -1)) if caret.at else self.prose.before()
        self._erase(to)

    def _erase_to_end(self) -> None:
        """To the end of the row as it is seen; from the end of a paragraph the next one joins it."""
        layout, caret = self._laid_out(), self.prose.caret
        end = layout.bounds(layout.row_of(caret))[1]
        self._erase(Spot(caret.paragraph, end) if end > caret.at else self.prose.after())

    # -- drawing ------------------------------------------------------------------------------------------------------

    @property
    def _height(self) -> int:
        return self.size.height or 19

    def _laid_out(self) -> Layout:
        width = max((self.size.width or 80) - 1, 1)  # the last column is for the caret behind a full row
        layout = self._layout
        if layout is None or layout.width != width:
            layout = self._layout = Layout(width, Widths(lambda letter: min(self._cells(letter), width)))
            self._plain = {}
        layout.show(self.prose.paragraphs)
        return layout

    def _cells(self, letter: str) -> int:
        if is_atom(letter):
            return cell_len(_printable(self.links.shown_atom(letter)))
        return cell_len(letter if letter.isprintable() else " ")

    def new_lines(self) -> list[Line]:
        layout = self._laid_out()
        height = self._height
        here = layout.row_of(self.prose.caret)
        self._keep_in_sight(here, layout, height)
        known, self._plain = self._plain, {}
        is_marked = bool(self.prose.selection or self.found)
        lines: list[Line] = []
        for row, start, end in layout.rows_from(self._top, height):
            if row == here and self.has_caret:
                self.show_caret(layout.column_of(self.prose.caret), len(lines))
            if row == here or is_marked:
                lines.append(tuple(self._spans(row, layout)))
                continue
            text = self.prose.paragraphs[row.paragraph][start:end]
            line = self._plain[text] = known.get(text) or tuple(self._spans(row, layout))
            lines.append(line)
        return lines

    def on_resize(self) -> None:
        self.redraw()

    def _keep_in_sight(self, here: Row, layout: Layout, height: int) -> None:
        """Has the caret's row within the window."""
        last = len(self.prose.paragraphs) - 1
        top = layout.moved(
            Row(min(self._top.paragraph, last), 0), 0 if self._top.paragraph > last else self._top.number
        )
        if here < top:
            top = here
        elif layout.distance(top, here, height) >= height:
            top = layout.moved(here, 1 - height)
        # A window that has grown is filled again: no row is left blank while there is text above.
        shown = layout.distance(top, layout.moved(top, height - 1), height)
        self._top = layout.moved(top, shown + 1 - height) if shown < height - 1 else top

    def _spans(self, row: Row, layout: Layout) -> Iterator[Span]:
        """A row as it is drawn, cut where its look changes."""
        start, end = layout.bounds(row)
        text = self.prose.paragraphs[row.paragraph]
        while end > start and text[end - 1] == " " and layout.cells(text[start:end]) > layout.width:
            end -= 1  # blanks that hang over the edge
        caret = self.prose.caret
        is_here = layout.row_of(caret) == row if caret.paragraph == row.paragraph else False
        marked = self.prose.selection or self.found
        cuts = {start, end}
        if is_here and caret.at < end:
            cuts |= {caret.at, self.prose.after().at}
        if marked:
            cuts |= {spot.at for spot in marked if spot.paragraph == row.paragraph and start < spot.at < end}
        places = sorted(cuts)
        for at, to in pairwise(places):
            base = self._look(Spot(row.paragraph, at), marked)
            if is_here and at == caret.at:
                base = TEXT_CARET
            for words, is_link in self.links.spans(text[at:to]):
                shown = _printable(words)
                if is_link and cell_len(shown) > layout.width:
                    shown = fit(shown, layout.width)
                yield shown, base + LINK if is_link else base
        if is_here and caret.at >= end:
            yield " ", TEXT_CARET

    def _look(self, spot: Spot, marked: tuple[Spot, Spot] | None) -> Style:
        if marked is None or not marked[0] <= spot < marked[1]:
            return PLAIN
        return SELECTED if self.prose.selection else FOUND


def _printable(text: str) -> str:
    """`text` with a space for what does not show, as an input method's helpers."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)


_VERTICAL: Final = frozenset({"up", "down", "pageup", "pagedown"})
_MOVES: Final[Mapping[str, Callable[[ProseEditor], Spot]]] = {
    "left": lambda editor: editor.prose.before(),
    "right": lambda editor: editor.prose.after(),
    "ctrl+left": lambda editor: editor.prose.word_before(),
    "alt+b": lambda editor: editor.prose.word_before(),
    "ctrl+right": lambda editor: editor.prose.word_after(),
    "alt+f": lambda editor: editor.prose.word_after(),
    "up": lambda editor: editor._vertical(-1),
    "down": lambda editor: editor._vertical(1),
    "pageup": lambda editor: editor._page(-1),
    "pagedown": lambda editor: editor._page(1),
    "home": ProseEditor._row_start,
    "end": ProseEditor._row_end,
    "ctrl+home": lambda _: START,
    "ctrl+end": lambda editor: editor.prose.end,
}
_EDITS: Final[Mapping[str, Callable[[ProseEditor], None]]] = {
    "enter": lambda editor: editor.type("\n"),
    "backspace": ProseEditor._backspace,
    "delete": lambda editor: editor._erase_letter(editor.prose.after()),
    "alt+backspace": lambda editor: editor._erase(editor.prose.word_before()),
    "ctrl+u": ProseEditor._erase_to_start,
    "ctrl+k": ProseEditor._erase_to_end,
}
