"""Words replaced in every paragraph of a report: where they stand, and what takes their place there."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.linked_text import LinkedText
from tthtcd_tui.report.links import all_linked
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import rows
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.text.find import in_the_case_of


class Occurrence(NamedTuple):
    """One place where the words stand: what a reader sees before them, of them, and after."""

    place: Place
    paragraph: int
    start: int
    end: int
    has_link: bool
    """Whether a figure filled in is a part of them: replaced, it would be words like others."""
    before: str
    found: str
    after: str

    @property
    def is_plain(self) -> bool:
        """Whether it is what is looked for and nothing more: neither a figure nor a part of a longer word."""
        return not (self.has_link or self.before[-1:].isalnum() or self.after[:1].isalnum())


class WordsFound:
    """Every occurrence of some words in the year's paragraphs, in the order of the form."""

    def __init__(self, form: Form, facts: Facts, words: str) -> None:
        self.words = words
        self._links = LinkedText({name: target.shown for name, target in all_linked(form, facts).items()})
        report = rows(form, facts)
        prose = [
            place for place, answer in facts.answers.items() if isinstance(answer, tuple) and report.is_prose(place)
        ]
        self._texts = {
            place: [self._links.encode(line) for line in facts.lines_at(place)]
            for place in sorted(prose, key=report.rank)
        }
        self.occurrences = [each for place in self._texts for each in self._in(place)]

    def _in(self, place: Place) -> Iterator[Occurrence]:
        shown = self._links.shown
        for number, text in enumerate(self._texts[place]):
            for start, end, has_link in self._links.find(text, self.words):
                words = shown(text[:start]), shown(text[start:end]), shown(text[end:])
                yield Occurrence(place, number, start, end, has_link, *words)

    def replaced(self, chosen: Container[Occurrence], replacement: str) -> list[Typed]:
        """What to enter so that `replacement` stands in place of the occurrences that are `chosen`."""
        texts = {place: list(lines) for place, lines in self._texts.items()}
        changed: list[Place] = []
        for each in reversed(self.occurrences):  # from the end back: what stands before is where it was
            if each in chosen:
                line = texts[each.place][each.paragraph]
                words = in_the_case_of(each.found, self.words, replacement)
                texts[each.place][each.paragraph] = line[: each.start] + words + line[each.end :]
                changed.append(each.place)
        return [
            Typed(place, "\n".join(self._links.decode(self._links.settle(line)) for line in texts[place]))
            for place in dict.fromkeys(reversed(changed))
        ]
