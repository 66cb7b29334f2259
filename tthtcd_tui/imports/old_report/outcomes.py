"""The results of an old report: a table however it came, or a sentence a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.blocks.listed import LISTED, NUMBER
from tthtcd_tui.imports.blocks.plan import Plan
from tthtcd_tui.imports.blocks.results import results_plan
from tthtcd_tui.imports.blocks.table import Table, number_of, read_cell
from tthtcd_tui.imports.blocks.upside_down import MORE_CLASSES, upside_down
from tthtcd_tui.imports.old_report.figures import is_of_now, is_planned
from tthtcd_tui.imports.old_report.gathered import Gathered, whole_text
from tthtcd_tui.imports.old_report.loose_rows import LooseRow, alone, meant
from tthtcd_tui.imports.sources.pieces import Piece
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_SENTENCE: Final = re.compile(
    rf"(?P<classes>{NUMBER})\s+(?P<what>lớp|buổi|cuộc|đợt|chuyên đề|lượt phát|hoạt động)(?P<label>[^.;\d]{{2,120}}?)"
    rf"(?:,|với|cho|thu hút|có|gồm|và)?\s*(?P<people>{NUMBER})\s*(?:lượt(?: người)?|người|học viên|lượt học viên)(?!\w)",
    re.IGNORECASE,
)
_FILLED: Final = re.compile(r"\s*(?:,|với|cho|thu hút được|thu hút|có sự tham gia của|có|gồm|và|về)\s*$", re.IGNORECASE)
_PROSE: Final = re.compile(r"[.;:!…]\s*$")
_LONGEST_LABEL: Final = 90
_GROUPS: Final = (("classes", "classes"), ("participations", "people"))
"""The key of each number of a row, and the group of the patterns above that holds it."""


def quoted_cell(cell: str) -> str:
    """A cell as a spreadsheet copies it: in quotes where it holds a tab or a line break."""
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[\t\n"]', cell) else cell


def as_block(piece: Piece) -> str:
    """A table as the text that copying it gives: what the reader of pasted blocks takes."""
    return "\n".join("\t".join(map(quoted_cell, row)) for row in piece.rows)


class OutcomeReader:
    """Reads the section of results."""

    def __init__(self, form: Form, period: Period, gathered: Gathered) -> None:
        self._form = form
        self._period = period
        self._gathered = gathered
        self._table = Table(form)
        self._told_totals: dict[str, str] = {}
        self._loose: list[LooseRow] = []

    def read(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Reads tables and rows in sentences; the pieces that are prose."""
        rest = [piece for piece in pieces if piece.is_table and not self.table(piece)]
        lines = [piece for piece in pieces if not piece.is_table]
        block = _table_lines(lines)
        if block and not self._lines(block):
            rest += block
            block = []
        told = {id(piece) for piece in block}
        for piece in lines:
            if id(piece) in told or piece.is_blank or self._listed(piece):
                continue
            self._sentence(piece)
            rest.append(piece)
        self._compare()
        self._doubt_odd()
        self._propose()
        return rest

    def table(self, piece: Piece) -> bool:
        """Reads a table of a document; whether it is one of results."""
        return self._take(as_block(piece), lambda line: f"{piece.where}, dòng {line}")

    def _lines(self, pieces: Sequence[Piece]) -> bool:
        """Lines of a text that make a table."""
        wheres = [piece.where for piece in pieces]
        return self._take(
            "\n".join(piece.text for piece in pieces),
            lambda line: wheres[line - 1] if 0 < line <= len(wheres) else wheres[0],
            span=f"{wheres[0]} đến {wheres[-1]}",
        )

    def _take(self, raw: str, where: Callable[[int], str], span: str = "") -> bool:
        try:
            plan = results_plan(self._form, self._period, raw)
        except TextProblem:
            return False
        if not plan.by_labels or len({placement.place.parent for placement in plan.placements}) < 2:
            return False
        self._add(plan, where, span)
        return True

    def _add(self, plan: Plan, where: Callable[[int], str], span: str) -> None:
        is_guessed = plan.is_guessed and not plan.has_half_labels  # a whole table of results says which rows are which
        for placement in plan.placements:
            at = span or where(placement.line)
            self._gathered.add(
                placement.place,
                placement.text,
                at,
                is_sure=not is_guessed,
                doubt="cột được đoán theo thứ tự" if is_guessed else "",
            )
        for doubt in plan.doubts:
            self._gathered.leave([Piece(doubt.text, span or where(doubt.line))])
            self._gathered.notes.append(f"{span or where(doubt.line)}: {doubt.reason}.")
        for total in plan.totals:
            if not total.agrees:
                self._gathered.notes.append(
                    f"{total.label} trong tệp {format_number(total.pasted)}, cộng được {format_number(total.added)}"
                )
        self._gathered.notes += [note for note in plan.notes if note not in self._gathered.notes]

    # -- lists and sentences

    def _listed(self, piece: Piece) -> bool:
        """Reads a line that is a row, or the total of such; whether it is one."""
        found = LISTED.match(whole_text(piece))
        if found is None:
            return False
        if self._table.is_total(found["label"]):
            self._told_totals = {"classes": _grouped(found["classes"]), "participations": _grouped(found["people"])}
            return True
        row = self._row("", found["label"])
        if row is None:
            self._note_loose(found, found["label"], piece.where)
        return row is not None and all(
            self._gathered.add(Place.of(row, key), _grouped(found[group]), piece.where) for key, group in _GROUPS
        )

    def _compare(self) -> None:
        """The total that was told in words beside what the rows add up to."""
        for key, told in self._told_totals.items():
            field = self._table.fields[key]
            rows = [found[0] for place, found in self._gathered.values.items() if _is_of(place, key)]
            added = sum((number_of(read_cell(field, found.value)) for found in rows), Decimal(0))
            total = number_of(read_cell(field, told))
            if total != added:
                self._gathered.notes.append(f"Tổng trong tệp {format_number(total)}, cộng được {format_number(added)}")
        self._told_totals = {}

    def _doubt_odd(self) -> None:
        """What says of itself that its columns are the other way round is not sure."""
        values = self._gathered.values
        for place in upside_down({place: found[0].value for place, found in values.items() if _is_of_results(place)}):
            values[place] = [found._replace(is_sure=False, doubt=MORE_CLASSES) for found in values[place]]

    def _sentence(self, piece: Piece) -> None:
        text = whole_text(piece)
        for found in _SENTENCE.finditer(text):
            before = _last_sentence(text[: found.start()])
            if is_planned(before) or not is_of_now(before, self._period):
                continue
            label = _FILLED.sub("", found["label"]).strip(" ,:")
            row = self._row(found["what"], label)
            if row is None:
                self._note_loose(found, label, piece.where)
            else:
                for key, group in _GROUPS:
                    self._gathered.add(Place.of(row, key), _grouped(found[group]), piece.where)

    def _note_loose(self, found: re.Match[str], label: str, where: str) -> None:
        """A line that names no row as the form does: it stays where it stands, and what it may mean is proposed."""
        row = meant(label, self._table.by_place)
        if row is not None and self._table.by_place[row].role is not RowRole.GROUP:
            told = {Place.of(row, key): _grouped(found[group]) for key, group in _GROUPS}
            if told not in (each.values for each in self._loose):
                self._loose.append(LooseRow(row, label.strip(), told, where))

    def _propose(self) -> None:
        """What loosely named lines may mean, of rows of which nothing else is said."""
        for each in alone(self._loose):
            if self._gathered.values.keys().isdisjoint(each.values):
                doubt = f"tệp gọi dòng này là {quoted(each.label, _LONGEST_LABEL)}"
                for place, value in each.values.items():
                    self._gathered.add(place, value, each.where, is_sure=False, doubt=doubt)
        self._loose = []

    def _row(self, what: str, label: str) -> Place | None:
        for words in (label, f"{what} {label}", re.sub(r"^(?:học|về|chuyên đề|tuyên truyền)\s+", "", label)):
            if words and (key := self._table.labels.match(words).key):
                return key
        return None


def _last_sentence(text: str) -> str:
    """The sentence that goes on where `text` ends, in small letters."""
    return re.split(r"[.!?…]\s", text.lower())[-1]


def _grouped(digits: str) -> str:
    """A number as it is typed here: «1 603» is 1.603."""
    return digits.replace(" ", ".")


def _is_of_results(place: str) -> bool:
    return place.startswith(f"{PlaceKind.RESULTS}/")


def _is_of(place: str, key: str) -> bool:
    return _is_of_results(place) and place.endswith(f"/{key}")


def _table_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines between the first and the last that belong to a table, those of headings and blanks among them."""
    like = [_is_row(piece, pieces, at) for at, piece in enumerate(pieces)]
    if sum(like) < 3:
        return []
    first, last = like.index(True), len(like) - 1 - like[::-1].index(True)
    return list(pieces[first : last + 1])


def _is_row(piece: Piece, pieces: Sequence[Piece], at: int) -> bool:
    text = piece.text
    stripped = text.strip()
    if not stripped:
        return False
    if "\t" in stripped or re.search(r"[|│┃].*[|│┃]", stripped) or re.fullmatch(r"[-=_+:| ]{6,}", stripped):
        return not _is_prose(stripped)
    if re.search(r"\s\d[\d.]*\s*$", stripped) and not _is_prose(stripped):
        return True
    return (not _is_prose(stripped) and not any(map(str.isalpha, stripped))) or (
        len(stripped) < _LONGEST_LABEL and not _is_prose(stripped) and _has_neighbours(pieces, at)
    )


def _has_neighbours(pieces: Sequence[Piece], at: int) -> bool:
    """Whether short lines stand above or below: cells that a copy set one under the other."""
    near = [piece.text.strip() for piece in (*pieces[max(0, at - 2) : at], *pieces[at + 1 : at + 3])]
    return sum(0 < len(text) < _LONGEST_LABEL and not _is_prose(text) for text in near) > 1


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) > 22 or (
        len(words) > 4 and bool(_PROSE.search(text)) and not re.search(r"\d[\d.]*\s*[.;]?$", text)
    )
