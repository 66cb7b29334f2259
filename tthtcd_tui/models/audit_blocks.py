"""The audit entries of a Change of many places, packed into one row.

The audit of an imported or carried-over year takes a fifth of the space that rows would; a province's database, half.

Entries about the report itself stay rows, because SQL looks them up; so do those of a Change too large to be read at
once. The format of a released block never changes: a JSON list of [place, before, after], compressed by zlib.
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
"""The revision, for conditions on blocks: as a bare column it would have the engine scan an index of later changes."""
FEWEST: Final = 16
"""Places; fewer take less space as rows."""
MOST: Final = 1_000
_MOST_LETTERS: Final = 1_000_000
_STATUS: Final = f"{PlaceKind.STATUS}/"


def parted(told: Sequence[Told]) -> tuple[Sequence[Told], Sequence[Told]]:
    """Split a Change's entries into those for its block and those that stay rows, each in their order."""
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
    """The blocks of the report's Changes that meet all the conditions `of`, newest first.

    Conditions do not name the report, and name the revision as `REVISION`, so that the query starts from the blocks,
    of which a report has few.
    """
    head = (AuditChange.op_id, AuditChange.revision, AuditChange.user, AuditChange.at, AuditChange.undoes)
    query = AuditBlock.select(*head, AuditBlock.data).join(AuditChange).where(AuditBlock.report == report_id, *of)
    for *head, data in query.order_by(AuditChange.revision.desc()).tuples().execute(database):
        with guard_decoding():
            told = unpack(data)
        yield Block((head[0], head[1], head[2], head[3], head[4]), told)


def newest_first(found: Iterable[Block]) -> Iterator[Row]:
    """The entries of blocks one by one, the last of each Change first."""
    for block in found:
        yield from reversed(block.rows)
