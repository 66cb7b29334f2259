"""A DOCX of ours that was edited in Word → the edits, each at its Place.

Each line is compared with the line that was exported. An edit inside the text of one Place is a value for that Place;
an edit of the form's own words, or across several Places, is unplaced and kept word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Final

from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.imports.found import Found, Unplaced
from tthtcd_tui.imports.sources.pieces import Document, Part
from tthtcd_tui.imports.sources.word import read_word
from tthtcd_tui.imports.sources.word_carried import carried_in
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.carried import read_carried
from tthtcd_tui.report.outline import Run, RunKind, Runs, plain
from tthtcd_tui.report.place import Place

_TOKEN: Final = re.compile(r"\w+(?:[.,]\w+)*|\s|.", re.DOTALL)
_ALIKE: Final = 0.5
"""How alike two lines are, of which one was the other."""
_STOPS: Final = " ;.,:"
DOUBT: Final = "sửa trong Word"


def read_own(data: bytes) -> dict[str, Any]:
    """What a DOCX of ours carries and what was edited in it, as plain data. Raises UnusableFile, CodecProblem."""
    carried, document = read_carried(carried_in(data)), read_word(data)
    answers = carried.report.get("answers")
    texts = {Place(place): value for place, value in answers.items() if _are_lines(value)} if answers else {}
    edited = edits_in(carried.lines, _before(lines_of(document), carried.end), texts)
    said = [Unplaced(piece.text, piece.where) for piece in document.pieces if piece.part is Part.NOTE and piece.text]
    return {
        "carry": carried.carry,
        "year": carried.uid,
        "report": carried.report,
        "found": [list(each) for each in edited.found],
        "unplaced": [list(each) for each in (*edited.unplaced, *said)],
        "notes": list(document.notes),
    }


def _are_lines(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(line, str) for line in value)


class Line(NamedTuple):
    """A line or cell of the document as it is now."""

    text: str
    where: str


def lines_of(document: Document) -> list[Line]:
    """The lines and cells of the pages, blank ones left out, in the order in which `printed_lines` has them."""
    found = []
    for piece in document.pieces:
        if piece.part is Part.BODY:
            cells = [cell for row in piece.rows for cell in row] if piece.rows else [piece.text]
            found += [Line(text, piece.where) for cell in cells if (text := _even(cell))]
    return found


def _before(lines: list[Line], end: Sequence[str]) -> list[Line]:
    """The lines of the report itself: appendices are made of the log, which is not edited in Word."""
    last = [_even(text) for text in end]
    stops = (n for n in range(len(lines)) if last and [line.text for line in lines[n : n + len(last)]] == last)
    return lines[: next(stops, len(lines))]


def _even(text: str) -> str:
    return " ".join(text.split())


class Edited(NamedTuple):
    """What was edited since the document was made."""

    found: tuple[Found, ...]
    unplaced: tuple[Unplaced, ...]


def edits_in(printed: Sequence[Runs], now: Sequence[Line], texts: Mapping[Place, Sequence[str]]) -> Edited:
    """What of `now` is not as it was `printed`. `texts` are the paragraphs, as they are stored, by Place."""
    comparing = _Comparing(texts)
    before = [_even(plain(line)) for line in printed]
    matcher = SequenceMatcher(None, before, [line.text for line in now], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        comparing.take(printed[start:end], now[first:last])
    return comparing.result()


@dataclass
class _Comparing:
    texts: Mapping[Place, Sequence[str]]
    _found: dict[Place, Found] = field(default_factory=dict)
    _unplaced: list[Unplaced] = field(default_factory=list)
    _prose: dict[Place, list[str]] = field(default_factory=dict)
    """By Place, its paragraphs as they are now."""
    _printed: dict[Place, int] = field(default_factory=dict)
    """How many of its paragraphs were printed so far."""
    _edited: dict[Place, str] = field(default_factory=dict)
    """Places of prose that were edited, with where first."""
    _last: Place | None = None
    """The prose that the line before belongs to."""

    def result(self) -> Edited:
        for place, where in self._edited.items():
            text = "\n".join(filter(None, self._prose[place]))
            self._found[place] = Found(place, text, is_sure=False, where=where, doubt=DOUBT)
        return Edited(tuple(self._found.values()), tuple(self._unplaced))

    def take(self, printed: Sequence[Runs], now: Sequence[Line]) -> None:
        """Lines that were, beside those that stand there now."""
        for runs, lines in _paired(printed, now):
            for line in lines[:-1] if runs is not None else lines:
                self._new(line)
            if runs is not None:
                self._compare(runs, lines[-1] if lines else None)

    def _new(self, line: Line) -> None:
        """A line that was not there: it goes on the prose above, if there is any."""
        if self._last is None:
            self._unplaced.append(Unplaced(line.text, line.where))
        else:
            self._prose[self._last].append(line.text)
            self._edited.setdefault(self._last, line.where)

    def _compare(self, runs: Runs, line: Line | None) -> None:
        prose = next((run.place for run in runs if run.place in self.texts and run.kind is RunKind.TEXT), None)
        self._last = prose
        if line is not None and line.text == _even(plain(runs)):
            if prose is not None:
                self._keep(prose)
            return
        if line is None:
            self._gone(runs, prose)
            return
        texts = _parted(runs, line.text)
        if texts is None or _is_of_the_form(runs, texts):
            self._unplaced.append(Unplaced(line.text, line.where))
            if prose is not None:
                self._keep(prose)
            return
        if prose is not None:
            self._take_prose(prose, runs, texts, line.where)
        for run, text in zip(runs, texts, strict=True):
            if run.place is not None and run.place != prose and text != run.text:
                self._take_value(run, text, line.where)

    def _gone(self, runs: Runs, prose: Place | None) -> None:
        where = "đoạn đã xóa"
        if prose is not None:
            self._prose.setdefault(prose, [])
            self._printed[prose] = self._printed.get(prose, 0) + 1
            self._edited.setdefault(prose, where)
        else:
            self._unplaced.append(Unplaced(f"(đã xóa) {_even(plain(runs))}", where))

    def _keep(self, prose: Place) -> None:
        self._prose.setdefault(prose, []).append(self._stored(prose))

    def _stored(self, prose: Place) -> str:
        """The next of its paragraphs, as it is stored."""
        number = self._printed.get(prose, 0)
        self._printed[prose] = number + 1
        return self.texts[prose][number] if number < len(self.texts[prose]) else ""

    def _take_prose(self, prose: Place, runs: Runs, texts: Sequence[str], where: str) -> None:
        stored = self._stored(prose)
        ours = [number for number, run in enumerate(runs) if run.place == prose]
        first, last = ours[0], ours[-1]
        names = [piece.name for piece in pieces(stored) if isinstance(piece, Link)]
        within = [n for n, run in enumerate(runs) if first <= n <= last and run.place != prose]
        linked = dict(zip(within, names, strict=False)) if len(within) == len(names) else {}
        words = [f"{{{linked[n]}}}" if n in linked and texts[n] else texts[n] for n in range(first, last + 1)]
        if any(texts[n] != runs[n].text for n in range(first, last + 1) if n not in linked or not texts[n]):
            self._edited.setdefault(prose, where)
            self._prose.setdefault(prose, []).append("".join(words).strip())
        else:  # a figure in it was edited, and is told as that figure's
            self._prose.setdefault(prose, []).append(stored)

    def _take_value(self, run: Run, text: str, where: str) -> None:
        assert run.place is not None  # of the form's words there is no value
        value = text.strip(_STOPS)
        if value:
            self._found.setdefault(run.place, Found(run.place, value, is_sure=False, where=where, doubt=DOUBT))
        elif run.place not in self.texts:
            self._unplaced.append(Unplaced(f"(đã xóa) {run.text.strip()}", where))


def _is_of_the_form(runs: Runs, texts: Sequence[str]) -> bool:
    """Whether words were edited that no Place gave."""
    both = zip(runs, texts, strict=True)
    return any(run.place is None and text.strip(_STOPS) != run.text.strip(_STOPS) for run, text in both)


def _paired(printed: Sequence[Runs], now: Sequence[Line]) -> Iterator[tuple[Runs | None, Sequence[Line]]]:
    """Each printed line with the line it has become, after those that are new before it; at the end what is new."""
    at = 0
    for number, runs in enumerate(printed):
        text, left = _even(plain(runs)), len(printed) - number - 1
        last = len(now) - left if len(now) - at > left else len(now)
        ratios = [(_likeness(text, now[n].text), -n) for n in range(at, max(last, at + 1)) if n < len(now)]
        best, chosen = max(ratios, default=(0.0, 0))
        if best >= _ALIKE:
            yield runs, now[at : -chosen + 1]
            at = -chosen + 1
        else:
            yield runs, ()
    if now[at:]:
        yield None, now[at:]


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    same = _TOKEN.findall(one), _TOKEN.findall(other)
    if min(map(len, same)) <= 2:  # a number in a cell stands where it stood
        return _ALIKE if one[:1].isdigit() == other[:1].isdigit() else 0.0
    return SequenceMatcher(None, *same, autojunk=False).ratio()


def _parted(runs: Runs, text: str) -> list[str] | None:
    """`text` parted as `runs` are; None where an edit goes across several of them."""
    before = [
        (token, number) for number, run in enumerate(runs) for token in _TOKEN.findall(" ".join(run.text.split("\n")))
    ]
    after = _TOKEN.findall(text)
    made = [""] * len(runs)
    matcher = SequenceMatcher(None, [token for token, _ in before], after, autojunk=False)
    slid = 0
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            for token, number in before[start + slid : end]:
                made[number] += token
            slid = 0
            continue
        slid = _slide(before, start, end) if tag == "delete" else 0
        for token, number in before[start : start + slid]:
            made[number] += token
        touched = list(dict.fromkeys(number for _, number in before[start + slid : end + slid]))
        touched = touched or _beside(runs, before, start)
        if len(touched) > 1:
            touched = _words_of_one(runs, touched)
        if len(touched) != 1:
            return None
        made[touched[0]] += "".join(after[first:last])
    return made


_Tokens = Sequence[tuple[str, int]]
"""Tokens, each with the number of the run it stands in."""


def _slide(before: _Tokens, start: int, end: int) -> int:
    """How far to the right what went may stand instead: «a b c» without «b» is «a c», whichever blank went with it."""
    by = 0
    while _is_across(before, start + by, end + by) and end + by < len(before):
        if before[start + by][0] != before[end + by][0]:
            return 0
        by += 1
    return 0 if _is_across(before, start + by, end + by) else by


def _is_across(before: _Tokens, start: int, end: int) -> bool:
    return len({number for _, number in before[start:end]}) > 1


def _beside(runs: Runs, before: _Tokens, at: int) -> list[int]:
    """The run that something put in at `at` belongs to: words before values, what has a place before what has none."""
    sides = [before[n][1] for n in (at - 1, at) if 0 <= n < len(before)]
    return sorted(set(sides), key=lambda n: (runs[n].place is None, runs[n].kind is not RunKind.TEXT))[:1]


def _words_of_one(runs: Runs, touched: Sequence[int]) -> list[int]:
    """Of runs that an edit goes across: the words of one Place, where the others are its links."""
    own = [n for n in touched if runs[n].kind is RunKind.TEXT]
    places = {runs[n].place for n in own}
    return own[:1] if len(places) == 1 and None not in places else list(touched)
