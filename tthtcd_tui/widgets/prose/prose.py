"""Prose: paragraphs, caret and selection as one frozen value; each edit or move gives a new one.

A link is one character (`report.linked_text`), so nothing here can cut one in two.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.linked_text import is_atom
from tthtcd_tui.widgets.line_buffer import step_back, step_on


class Spot(NamedTuple):
    """Between two letters: before the letter `at` of a paragraph."""

    paragraph: int
    at: int


START = Spot(0, 0)


@dataclass(frozen=True, slots=True)
class Prose:
    """At least one paragraph. Selected is what lies between `anchor` and `caret`."""

    paragraphs: tuple[str, ...] = ("",)
    caret: Spot = START
    anchor: Spot | None = None

    @classmethod
    def of(cls, text: str) -> Prose:
        """`text`, with the caret at its end."""
        paragraphs = tuple(text.split("\n"))
        return cls(paragraphs, Spot(len(paragraphs) - 1, len(paragraphs[-1])))

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    @property
    def end(self) -> Spot:
        return Spot(len(self.paragraphs) - 1, len(self.paragraphs[-1]))

    @property
    def paragraph(self) -> str:
        """The one the caret is in."""
        return self.paragraphs[self.caret.paragraph]

    @property
    def selection(self) -> tuple[Spot, Spot] | None:
        """From where to where; None where nothing is selected."""
        if self.anchor is None or self.anchor == self.caret:
            return None
        return (self.anchor, self.caret) if self.anchor < self.caret else (self.caret, self.anchor)

    @property
    def selected(self) -> str:
        return self.between(*self.selection) if self.selection else ""

    def between(self, start: Spot, end: Spot) -> str:
        """The text from `start` to `end`."""
        if start.paragraph == end.paragraph:
            return self.paragraphs[start.paragraph][start.at : end.at]
        first = self.paragraphs[start.paragraph][start.at :]
        last = self.paragraphs[end.paragraph][: end.at]
        return "\n".join((first, *self.paragraphs[start.paragraph + 1 : end.paragraph], last))

    # -- edits --------------------------------------------------------------------------------------------------------

    def replaced(self, start: Spot, end: Spot, text: str) -> Prose:
        """`text` in place of what lies between, the caret behind it, nothing selected."""
        head = self.paragraphs[start.paragraph][: start.at]
        tail = self.paragraphs[end.paragraph][end.at :]
        first, *more = (head + text).split("\n")
        new = (first, *more)
        caret = Spot(start.paragraph + len(more), len(new[-1]))
        new = (*new[:-1], new[-1] + tail)
        return Prose((*self.paragraphs[: start.paragraph], *new, *self.paragraphs[end.paragraph + 1 :]), caret)

    def typed(self, text: str) -> Prose:
        """`text` at the caret, or in place of what is selected; a mark that comes after its letter is joined to it."""
        if self.selection is not None:
            return self.replaced(*self.selection, text)
        paragraph, at = self.caret
        if text and at and unicodedata.combining(text[0]):
            before = step_back(self.paragraph, at)
            joined = unicodedata.normalize("NFC", self.paragraph[before:at] + text)
            return self.replaced(Spot(paragraph, before), self.caret, joined)
        return self.replaced(self.caret, self.caret, text)

    def without(self, other: Spot) -> Prose:
        """Delete the selection or, without one, the text between the caret and `other`."""
        start, end = self.selection or sorted((self.caret, other))
        return self.replaced(start, end, "")

    # -- moves --------------------------------------------------------------------------------------------------------

    def at(self, spot: Spot, *, selecting: bool = False) -> Prose:
        """The caret at `spot`; what lies between is selected if so wished, else nothing is."""
        return replace(self, caret=spot, anchor=(self.anchor or self.caret) if selecting else None)

    def before(self) -> Spot:
        """One letter back; from the beginning of a paragraph to the end of the one before."""
        paragraph, at = self.caret
        if at:
            return Spot(paragraph, step_back(self.paragraph, at))
        return Spot(paragraph - 1, len(self.paragraphs[paragraph - 1])) if paragraph else self.caret

    def after(self) -> Spot:
        """One letter on."""
        paragraph, at = self.caret
        if at < len(self.paragraph):
            return Spot(paragraph, step_on(self.paragraph, at))
        return Spot(paragraph + 1, 0) if paragraph + 1 < len(self.paragraphs) else self.caret

    def word_before(self) -> Spot:
        """Before the word the caret is in or behind."""
        paragraph, at = self.caret
        if not at:
            return self.before()
        text = self.paragraph
        while at and not _is_of_word(text[at - 1]):
            at -= 1
        if at and is_atom(text[at - 1]):
            return Spot(paragraph, at - 1)
        while at and _is_of_word(text[at - 1]) and not is_atom(text[at - 1]):
            at -= 1
        return Spot(paragraph, at)

    def word_after(self) -> Spot:
        """Behind the word the caret is in or before."""
        paragraph, at = self.caret
        text = self.paragraph
        if at == len(text):
            return self.after()
        while at < len(text) and not _is_of_word(text[at]):
            at += 1
        if at < len(text) and is_atom(text[at]):
            return Spot(paragraph, at + 1)
        while at < len(text) and _is_of_word(text[at]) and not is_atom(text[at]):
            at += 1
        return Spot(paragraph, at)


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or is_atom(letter) or bool(unicodedata.combining(letter))
