"""The entries of a Change of many places, packed into one row: of a year that was read in or carried over, the audit
takes a fifth of the room, and of a province's reports the file a half.

What is told of the report itself stays in rows, for SQL looks it up; so does what is too much to be read at once. The
format of a released block never changes: a JSON list of [place, before, after], compressed by zlib.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from tthtcd_tui.models.storage.engine import Below, Database, guard_decoding
from tthtcd_tui.models.storage.orm import Expression
from tthtcd_tui.models.tables import AuditBlock, AuditChange
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import PlaceKind

Told: TypeAlias = tuple[str, str | None, str | None]
"""A place, and what stood there before and after as the JSON that the audit keeps."""

REVISION: Final = AuditChange.revision + 0
"""For what is asked of blocks: as a bare column, an index would have the engine go through all later changes."""
FEWEST: Final = 16
"""Places: fewer take less room as rows than they would packed."""
MOST: Final = 1_000
_MOST_LETTERS: Final = 1_000_000
_STATUS: Final = f"{PlaceKind.STATUS}/"


def parted(told: Sequence[Told]) -> tuple[Sequence[Told], Sequence[Told]]:
    """What of a Change goes into its block, and what stays in rows; together they are all of it, in this order."""
    if not FEWEST <= len(told) <= MOST or sum(map(_letters, told)) > _MOST_LETTERS:
        return (), told
    loose = [row for row in told if row[0] == PlaceKind.STATUS or row[0].startswith(_STATUS)]
    return [row for row in told if row not in loose] if loose else told, loose


def _letters(row: Told) -> int:
    return len(row[1] or "") + len(row[2] or "")


def pack(rows: Sequence[Told]) -> bytes:
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def unpack(data: bytes) -> list[Told]:
    """Raises ValueError for what is no block of ours."""
    try:
        return [(str(place), _side(before), _side(after)) for place, before, after in json.loads(zlib.decompress(data))]
    except (zlib.error, TypeError) as error:
        raise ValueError(data) from error


def _side(content: object) -> str | None:
    return None if content is None else str(content)


Head: TypeAlias = tuple[str, int, str, str, str | None]
"""Of a Change: op_id, revision, user, when, what it undoes."""
Row: TypeAlias = tuple[str, int, str, str, str | None, str, str | None, str | None]
"""A Head with one entry."""


class Block(NamedTuple):
    """A Change, and what its block says."""

    head: Head
    told: list[Told]

    @property
    def revision(self) -> int:
        return self.head[1]

    @property
    def rows(self) -> list[Row]:
        """As the rows of the audit are read."""
        return [(*self.head, *each) for each in self.told]


def block_of(report_id: int, rows: Sequence[Told]) -> Below:
    """The block of a Change, to be written with it."""
    return Below(AuditBlock, ("change", "report", "data"), [(report_id, pack(rows))])


def blocks(database: Database, report_id: int, *of: Expression) -> Iterator[Block]:
    """Of the report's Changes of which all this is so, those that have one, the newest first.

    `of` says nothing of the report, and of the revision as `REVISION`: a report has few blocks, and they come first.
    """
    head = (AuditChange.op_id, AuditChange.revision, AuditChange.user, AuditChange.at, AuditChange.undoes)
    query = AuditBlock.select(*head, AuditBlock.data).join(AuditChange).where(AuditBlock.report == report_id, *of)
    for *head, data in query.order_by(AuditChange.revision.desc()).tuples().execute(database):
        with guard_decoding():
            told = unpack(data)
        yield Block((head[0], head[1], head[2], head[3], head[4]), told)


def newest_first(found: Iterable[Block]) -> Iterator[Row]:
    """Entry by entry, the last of each Change first."""
    for block in found:
        yield from reversed(block.rows)
