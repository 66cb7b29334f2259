"""What is gathered from an old report while it is read, and what of it contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.imports.found import Found, Unplaced
from tthtcd_tui.imports.sources.pieces import Piece
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.problem import quoted


@dataclass
class _Prose:
    lines: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    is_sure: bool = True
    doubt: str = ""


@dataclass
class Gathered:
    """Values by place, prose by place, what has no place, and notes."""

    form: Form
    values: dict[str, list[Found]] = field(default_factory=dict)
    prose: dict[str, _Prose] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(
        self, place: str, value: str, where: str, *, is_sure: bool = True, doubt: str = "", instead: Field | None = None
    ) -> bool:
        """A value for `place`, if the form has it and takes what would be typed; whether it does.

        `instead` stands in for the form's own where a year has not chosen its unit yet.
        """
        known = instead or field_at(self.form, Place(place))
        if known is None:
            return False
        text = self._read(known, value)
        if text is None:
            return False
        self.values.setdefault(place, []).append(Found(place, text, is_sure, where, doubt))
        return True

    def _read(self, known: Field, value: str) -> str | None:
        try:
            answer = read(known, value, self.form.link_names)
        except TextProblem as problem:
            self.notes.append(f"{known.label}: {problem.message}")
            return None
        if isinstance(answer, Problem):
            self.notes.append(f"{known.label}: {answer.message}")
            return None
        return typed(known, answer) or None

    def add_prose(self, place: str, text: str, where: str, *, is_sure: bool = True, doubt: str = "") -> None:
        """A paragraph more at `place`."""
        prose = self.prose.setdefault(place, _Prose())
        prose.lines.append(text)
        prose.places.append(where)
        prose.is_sure &= is_sure
        prose.doubt = prose.doubt or doubt

    def leave(self, pieces: Iterable[Piece]) -> None:
        """Pieces that have no place."""
        for piece in pieces:
            if piece.is_table:
                for number, row in enumerate(piece.rows, 1):
                    text = " · ".join(" ".join(cell.split()) for cell in row if cell.strip())
                    if text:
                        row_at = piece.where if len(piece.rows) == 1 else f"{piece.where}, dòng {number}"
                        self.unplaced.append(Unplaced(text, row_at))
            elif text := whole_text(piece):
                self.unplaced.append(Unplaced(text, piece.where))

    def results(self) -> list[Found]:
        """A value a place. Where a file says two, it is the first, and neither is sure."""
        told = [self._agreed(found) for found in self.values.values()]
        for place, prose in self.prose.items():
            told.append(Found(place, "\n".join(prose.lines), prose.is_sure, spanned(prose.places), prose.doubt))
        return told

    def _agreed(self, found: Sequence[Found]) -> Found:
        first = next((each for each in found if each.is_sure), found[0])
        others = list(dict.fromkeys((each.value, each.where) for each in found if each.value != first.value))
        if not others:
            return first
        said = ", ".join(f"{quoted(value)} ({where})" for value, where in [(first.value, first.where), *others])
        return first._replace(is_sure=False, doubt=f"tệp ghi hai giá trị khác nhau: {said}")


_LEADERS: Final = re.compile(r"(?<=[^\s.…])\s*:?\s*(?:\.{4,}|…{2,})\s*(?=[^\s.…])")
"""Dots that lead from a label to its value."""


def whole_text(piece: Piece) -> str:
    """The text of a paragraph with the number a word processor puts before it."""
    text = _LEADERS.sub(": ", " ".join(piece.text.split()))
    return f"{piece.label} {text}".strip() if piece.label else text


def spanned(places: Sequence[str]) -> str:
    """«đoạn 3», or «đoạn 3 đến đoạn 9»."""
    return places[0] if len(set(places)) == 1 else f"{places[0]} đến {places[-1]}"


def unread_rows(table: Piece, was_read: Sequence[bool]) -> list[Piece]:
    """The table where none of its rows was read; else the rows that were not, its heads aside."""
    if not any(was_read):
        return [table]
    first = list(was_read).index(True)
    return [
        Piece("", f"{table.where}, dòng {number}", (row,))
        for number, (row, told) in enumerate(zip(table.rows, was_read, strict=True), 1)
        if not told and number > first and any(map(str.strip, row))
    ]
