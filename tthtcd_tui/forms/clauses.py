"""Paragraphs made of clauses, each of which is kept, reworded or left out with its separator, as the year answers.

A paragraph is a list of phrases, a phrase a lead and clauses. A phrase of which no clause is kept is left out with its
lead. Commas, the capital of a sentence and its full stop are added here, so that no form has to handle combinations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, StrEnum, auto

from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.named_tuple import NamedTuple


class Join(StrEnum):
    """The separator before a clause or a phrase that is not the first of its sentence."""

    COMMA = ","
    SEMICOLON = ";"
    AND = "và"
    SPACE = ""
    SENTENCE = "."
    """The clause begins a new sentence."""


_SEPARATORS = {Join.COMMA: ", ", Join.SEMICOLON: "; ", Join.AND: " và ", Join.SPACE: " "}


class Said(Enum):
    """The kinds of answers that clauses distinguish at a linked place."""

    VALUE = auto()
    """A value, or a gap that waits for one."""
    ONE = auto()
    """A value too: the number 1, or a choice of several with one chosen."""
    NIL = auto()
    """«Không có», or the number 0."""
    NOT_APPLICABLE = auto()
    """«Không áp dụng», or unanswered where that is allowed."""


class Clause(NamedTuple):
    text: str
    nil: str = ""
    """The text if anything it links to is Nil or 0; empty: the clause is left out."""
    not_applicable: str = ""
    """The text if anything it links to does not apply; empty: the clause is left out."""
    join: Join = Join.COMMA
    one: str = ""
    """In its place where something it links to or needs is 1; empty: as `text`."""
    needs: tuple[str, ...] = ()
    """Links it does not print: where one of them is Nil, 0 or does not apply, it goes, whatever else is answered."""

    def how(self, how: Callable[[str], Said]) -> Said:
        """Which of its texts is used in a year in which the link `name` is answered `how(name)`."""
        answers = {how(name) for name in (*links_of(self.text), *self.needs)}
        return next((each for each in (Said.NOT_APPLICABLE, Said.NIL, Said.ONE) if each in answers), Said.VALUE)

    def said(self, how: Callable[[str], Said]) -> str:
        """Its words in such a year."""
        if not _are_there(self.needs, how):
            return ""
        words = {Said.NOT_APPLICABLE: self.not_applicable, Said.NIL: self.nil, Said.ONE: self.one or self.text}
        return words.get(self.how(how), self.text)


class Phrase(NamedTuple):
    clauses: tuple[Clause, ...]
    lead: str = ""
    """The words before the first clause that is kept."""
    join: Join = Join.SENTENCE
    is_list: bool = False
    """Whether its clauses are joined as an enumeration: «a, b và c»."""
    has: str = ""
    """The words between lead and enumeration; Nil items are then enumerated separately, after `lacks`."""
    lacks: str = ""
    one: str = ""
    """In place of the lead where something the phrase needs is 1; empty: as `lead`."""
    needs: tuple[str, ...] = ()
    """As those of a clause, for all of the phrase."""
    instead: bool = False
    """Whether it stands only where the phrase before it said nothing."""

    def said(self, how: Callable[[str], Said]) -> str:
        if not _are_there(self.needs, how):
            return ""
        lead = self.one if self.one and any(how(name) is Said.ONE for name in self.needs) else self.lead
        if self.lacks:
            return self._counted_apart(lead, how)
        found = [(clause.join, words) for clause in self.clauses if (words := clause.said(how))]
        if not found:
            return ""
        text = f"{lead} {found[0][1]}".strip()
        for number, (join, words) in enumerate(found[1:], 2):
            ends = self.is_list and number == len(found)
            text += _SEPARATORS[Join.AND if ends else join] + words
        return text

    def _counted_apart(self, lead: str, how: Callable[[str], Said]) -> str:
        """«Trên địa bàn có 5 a và 2 b, chưa có c»; nothing where none of them applies."""
        answers = [(clause.said(how), clause.how(how)) for clause in self.clauses]
        there = [words for words, answer in answers if answer in (Said.VALUE, Said.ONE)]
        not_there = [words for words, answer in answers if answer is Said.NIL and words]
        told = ((self.has, there), (self.lacks, not_there))
        said = ", ".join(f"{verb} {counted(items)}" for verb, items in told if items)
        return said and f"{lead} {said}"


def _are_there(names: Sequence[str], how: Callable[[str], Said]) -> bool:
    """Whether each link has a value, or a gap that waits for one."""
    return all(how(name) in (Said.VALUE, Said.ONE) for name in names)


Paragraph = str | tuple[Phrase, ...]
"""A text with links, or phrases that depend on the answers."""


def composed(paragraph: Paragraph, how: Callable[[str], Said]) -> str:
    """The text of `paragraph` in a year, links not filled in; empty where nothing of it is kept."""
    if isinstance(paragraph, str):
        return paragraph
    sentences: list[str] = []
    begins = True
    words = ""
    for phrase in paragraph:
        begins = begins or phrase.join is Join.SENTENCE
        if words and phrase.instead:
            continue
        if not (words := phrase.said(how)):
            continue
        if begins:
            sentences.append(words)
        else:
            sentences[-1] += _SEPARATORS[phrase.join] + words
        begins = False
    return " ".join(map(_sentence, sentences))


def _sentence(words: str) -> str:
    ended = words if words.endswith((".", "!", "?", "…", ":")) else f"{words}."
    return ended[:1].upper() + ended[1:]


def counted(items: Sequence[str]) -> str:
    """«a, b và c»."""
    return " và ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def links_of(text: str) -> Iterator[str]:
    """The names linked in `text`."""
    return (piece.name for piece in pieces(text) if isinstance(piece, Link))


def texts_of(paragraph: Paragraph) -> Iterator[str]:
    """Every text in it, for whoever looks for links; what is needed and not printed as a text of its links."""
    if isinstance(paragraph, str):
        yield paragraph
        return
    for phrase in paragraph:
        yield from (phrase.lead, phrase.one, _linking(phrase.needs))
        for clause in phrase.clauses:
            yield from (clause.text, clause.nil, clause.not_applicable, clause.one, _linking(clause.needs))


def _linking(names: Sequence[str]) -> str:
    return "".join(f"{{{name}}}" for name in names)


def beginnings(paragraph: Paragraph) -> Iterator[str]:
    """The words with which a sentence of it may begin."""
    for phrase in paragraph if not isinstance(paragraph, str) else ():
        if phrase.lead:
            yield from filter(None, (phrase.lead, phrase.one))
            continue
        for clause in phrase.clauses:
            yield from filter(None, (clause.text, clause.nil, clause.not_applicable, clause.one))
