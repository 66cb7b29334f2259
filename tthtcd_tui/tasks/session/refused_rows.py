"""Rows of a pasted table that were not stored: kept with the reason until each is placed or dropped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.sitting import Done, Sitting

if TYPE_CHECKING:
    from tthtcd_tui.imports.blocks.records_plan import RecordsPlan

REFUSED: Final = "pasted"
"""The first part of the Places under which drafts keep such rows; no report has it."""


class RefusedRow(NamedTuple):
    """A row of a pasted table that was not stored, or one whose cell was not."""

    line: int
    """As it is counted in the table: from 1, the first below its titles."""
    cells: tuple[str, ...]
    """The whole row as it was pasted."""
    reason: str
    kind: str
    """The kind of the Places it may go to, a PlaceKind; nothing where that is not known."""
    texts: Mapping[str, str] = {}
    """What is to be typed, by field; nothing where no column could be told."""
    wrong: tuple[str, ...] = ()
    """The fields that want mending first."""
    place: Place | None = None
    """The cell it is meant for, where one cell alone was refused."""
    uid: str = ""
    """What it will be called: of an activity or a document, as it will be stored."""

    @property
    def key(self) -> Place:
        return Place.of(REFUSED, self.uid)

    @property
    def text(self) -> str:
        """Its cells as one would quote them."""
        return " · ".join(filter(None, self.cells))


def refused_records(plan: RecordsPlan, kind: PlaceKind) -> list[RefusedRow]:
    """The rows of a plan that are not stored, each with what would be typed of it."""
    return [RefusedRow(row.line, row.cells, row.doubt, kind, dict(row.texts), row.wrong) for row in plan.doubtful]


class RefusedBlock(NamedTuple):
    """The rows of one paste that were not stored."""

    uid: str
    at: str
    """What it was pasted into, as its screen is called."""
    rows: tuple[RefusedRow, ...]
    notes: tuple[str, ...] = ()
    """What else is to be said of the paste."""
    op: Done = ""
    """The change that stored the rest; nothing where there was none, or in another sitting."""

    @property
    def key(self) -> Place:
        return Place.of(REFUSED, self.uid)


class RefusedRows:
    """The refused rows of one year in one sitting. Undoing a paste takes its rows along, redo brings them back."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._blocks: list[RefusedBlock] = []
        self._placed: dict[str, Done] = {}
        """By row, the change that stored it."""
        self._dropped: set[str] = set()
        self._unseen: set[str] = set()
        """The pastes of which nobody has looked at what was refused."""
        self.is_at_work = False
        """Whether somebody goes from row to row: F8 leads to the next."""
        self._encoded: dict[tuple[str, ...], str] = {}
        """What is kept, by the names of a paste and its rows: it is encoded once, not at each key."""

    def __bool__(self) -> bool:
        """Whether anything was refused, now or in an earlier sitting."""
        return bool(self._blocks)

    @property
    def pending(self) -> list[RefusedBlock]:
        """What is still to be placed, the newest paste first; of one without rows, what is to be said until it was."""
        found = (
            block._replace(rows=tuple(self._left(block))) for block in reversed(self._blocks) if self._holds(block)
        )
        return [block for block in found if block.rows or (block.notes and block.uid in self._unseen)]

    @property
    def count(self) -> int:
        return sum(len(block.rows) for block in self.pending)

    @property
    def wants_look(self) -> bool:
        """Whether F8 leads here."""
        pending = self.pending if self._blocks else []
        return any(block.uid in self._unseen for block in pending) or (self.is_at_work and bool(pending))

    def _holds(self, block: RefusedBlock) -> bool:
        return not block.op or self._sitting.has(block.op)

    def _left(self, block: RefusedBlock) -> Iterator[RefusedRow]:
        for row in block.rows:
            if row.uid not in self._dropped and not self._is_placed(row):
                yield row

    def _is_placed(self, row: RefusedRow) -> bool:
        return row.uid in self._placed and self._sitting.has(self._placed[row.uid])

    def add(
        self, at: str, rows: Iterable[RefusedRow], notes: Iterable[str] = (), pasted: str = "", op: Done = ""
    ) -> None:
        """Keep the rows refused of a paste into `at`; `op` is the Change that stored the rest.

        A line of `pasted` that was refused before is replaced: only its latest refusal counts.
        """
        again = set(map(_bare, pasted.replace("\r", "\n").split("\n")))
        for number, block in enumerate(self._blocks):
            left = tuple(row for row in block.rows if _bare(" ".join(row.cells)) not in again)
            self._blocks[number] = block._replace(rows=left)
        block = RefusedBlock(uuid4().hex[:12], at, tuple(_named(rows)), tuple(notes), op)
        self._blocks.append(block)
        self._unseen.add(block.uid)

    def take_up(self, block: RefusedBlock) -> None:
        """Rows that were left behind, or dropped, are to be placed again."""
        self._dropped -= {row.uid for row in block.rows}
        known = {row.uid for each in self._blocks for row in each.rows}
        rows = tuple(row for row in block.rows if row.uid not in known)
        if rows:
            self._blocks.append(block._replace(uid=uuid4().hex[:12], rows=rows, op=""))

    def look(self) -> None:
        """Note that the user has the list on the screen."""
        self._unseen -= {block.uid for block in self.pending}

    def placed(self, uid: str, before: Done | None) -> bool:
        """Note that the record `uid` is stored, by a change later than `before` or already.

        Returns whether it is a row that was refused.
        """
        if all(row.uid != uid for block in self._blocks for row in block.rows):
            return False
        if (latest := self._sitting.latest) is None or latest == before:
            self._dropped.add(uid)
        else:
            self._placed[uid] = latest
        self.is_at_work &= bool(self.count)
        return True

    def placed_at(self, places: Iterable[Place], before: Done | None) -> bool:
        """As `placed`, of what was stored at `places`; return whether a cell refused there is dealt with by that."""
        wanted = set(places)
        found = [row.uid for block in self.pending for row in block.rows if row.place in wanted]
        for uid in found:
            self.placed(uid, before)
        return bool(found)

    def drop(self, row: RefusedRow) -> None:
        """Drop a row: it is not to be placed."""
        self._dropped.add(row.uid)

    def drafts(self) -> dict[Place, str]:
        """The drafts that keep the rows in case nobody places them in this sitting."""
        if not self._blocks:
            return {}
        blocks = {(block.uid, *(row.uid for row in block.rows)): block for block in self.pending if block.rows}
        self._encoded = {names: self._encoded.get(names) or encode(block) for names, block in blocks.items()}
        return {blocks[names].key: text for names, text in self._encoded.items()}


def _named(rows: Iterable[RefusedRow]) -> Iterator[RefusedRow]:
    from tthtcd_tui.tasks.session.log_activity import new_uids

    for row, uid in zip(rows, new_uids(), strict=False):
        yield row if row.uid else row._replace(uid=uid)


def _bare(line: str) -> str:
    return "".join(line.split())


def encode(block: RefusedBlock) -> str:
    """As a draft keeps it."""
    rows = [{**row._asdict(), "texts": dict(row.texts)} for row in block.rows]
    return json.dumps({"at": block.at, "notes": block.notes, "rows": rows}, ensure_ascii=False)


def decode(text: str) -> RefusedBlock | None:
    """What `encode` made; None for anything else: a draft is a file, and may have been written by a later release."""
    try:
        tree: dict[str, Any] = json.loads(text)
        rows = tuple(_row(each) for each in tree["rows"])
        return RefusedBlock(uuid4().hex[:12], str(tree["at"]), rows, tuple(map(str, tree["notes"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _row(tree: Mapping[str, Any]) -> RefusedRow:
    place = Place.parse(tree["place"]) if tree["place"] else None
    texts = {str(key): str(text) for key, text in tree["texts"].items()}
    cells, wrong = (tuple(map(str, tree[name])) for name in ("cells", "wrong"))
    return RefusedRow(
        int(tree["line"]), cells, str(tree["reason"]), str(tree["kind"]), texts, wrong, place, str(tree["uid"])
    )


def readable(place: Place, text: str) -> str:
    """A draft as a person reads it: of refused rows a line each."""
    block = decode(text) if place.kind == REFUSED else None
    return "\n".join(f"Dòng {row.line}: {row.text}" for row in block.rows) if block else text
