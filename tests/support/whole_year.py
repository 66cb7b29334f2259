"""A whole year as a person types it: the keys for each screen, made of the form's rows and of what the year says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from support.terminal import pasted

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.log_activity import texts_of
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow

STICKY = ("date", "category")
"""Of an activity, what the line for the next one begins with: where one goes back to type another."""


class Typist:
    """Types what `facts` say. Keys are as `terminal.typed` takes them."""

    def __init__(self, form: Form, facts: Facts) -> None:
        self._form = form
        self._facts = facts

    def sheet(self, rows: Sequence[SheetRow]) -> list[str]:
        """A screen that a digit has opened: what one chooses down its column from the first cell, then all the rest.

        There the first Enter on a cell only says that one is there; on an action it does it.
        """
        chosen = [row for row in rows if row.cells and row.cells[0].options]
        keys: list[str] = [] if rows[0].action else ["enter"]
        if chosen:
            keys += ["down"] * sum(1 for row in rows[: rows.index(chosen[0])] if row.stops)
            keys += [self._digit(row.cells[0].place) for row in chosen]
            keys += ["up"] * len(rows)
        for row in rows:
            if row.action == "board":
                keys += [*self._board(), "tab"]
            for cell in row.cells:
                keys += ["tab"] if cell.options else self._cell(cell)
        return keys

    def log(self, activities: Iterable[Activity]) -> Iterator[list[str]]:
        """Each activity, from the first field of the line to enter one; of the later ones from their title."""
        for number, activity in enumerate(activities):
            texts = self._in_order(texts_of(self._form, activity))
            back = ["shift+tab"] * len(STICKY) if number else []
            onward = (key for text in texts for key in ("tab", text))
            next(onward)
            yield [*back, *onward, "f2"]

    def _in_order(self, texts: Mapping[str, str]) -> list[str]:
        """As the fields stand side by side: the category before the title; no empty ones at the end."""
        others = [text for key, text in texts.items() if key not in STICKY]
        while not others[-1]:
            others.pop()
        return [*(texts[key] for key in STICKY), *others]

    def _cell(self, cell: Cell) -> list[str]:
        """What is proposed and right, or not filled in, is passed over; the last key goes on to the next cell."""
        text = self._text(cell.place)
        if text == cell.raw:
            return ["tab"]
        emptied = ["delete"] if cell.raw else []
        return [*emptied, *(("enter", pasted(text), "tab") if cell.opens else (text, "tab"))]

    def _board(self) -> Iterator[str]:
        """From the row that adds a member, and back to it."""
        fields = {key: field for key, field in self._form.records["board"].items() if key != "order"}
        *_, last = fields
        for number, member in enumerate(self._facts.board, 1):
            yield "enter"
            for key, field in fields.items():
                place = Place.of("board", member.uid, key)
                if field.kind is FieldType.CHOICE:
                    yield self._digit(place)  # which goes down by itself
                else:
                    yield self._text(place)
                    yield "down" if key == last else "tab"
            yield from ["down"] * (2 if number > 1 else 1)  # over moving up, and removing

    def _digit(self, place: Place) -> str:
        """The number of what is chosen there; the sample leaves no choice open."""
        field = self._field(place)
        return str([option.key for option in field.options].index(str(self._facts.answers[place])) + 1)

    def _text(self, place: Place) -> str:
        return typed(self._field(place), self._facts.answers.get(place, UNANSWERED))

    def _field(self, place: Place) -> Field:
        field = field_at(self._form, place)
        assert isinstance(field, Field), place
        return field
