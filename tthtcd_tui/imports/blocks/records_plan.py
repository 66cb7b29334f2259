"""What a pasted table says of records, the members of the board or documents: rows as they would be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tthtcd_tui.imports.blocks.plan import Doubt, brief, told
from tthtcd_tui.named_tuple import NamedTuple


class RecordRow(NamedTuple):
    """A document or a member as it would be typed, by field; of what cannot be read, what stands there."""

    line: int
    texts: Mapping[str, str]
    cells: tuple[str, ...]
    doubt: str = ""
    """Why it is not stored unasked; nothing for one that is sure."""
    wrong: tuple[str, ...] = ()
    """The fields that want mending."""


@dataclass(frozen=True, slots=True)
class RecordsPlan:
    """The records of a block."""

    rows: tuple[RecordRow, ...] = ()
    doubtful: tuple[RecordRow, ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """What each column was taken for: the key of a field, or nothing."""
    is_guessed: bool = False
    """Whether columns were told without headings, or a role by the one above: shown, and stored when taken."""
    above: int = 0
    """As of a Plan."""

    def as_pasted(self) -> RecordsPlan:
        """As of a Plan: with its lines counted from the first below the titles on."""
        return replace(self, rows=self._counted(self.rows), doubtful=self._counted(self.doubtful), above=0)

    def _counted(self, rows: Sequence[RecordRow]) -> tuple[RecordRow, ...]:
        return tuple(row._replace(line=row.line - self.above) for row in rows)

    @property
    def is_sure(self) -> bool:
        """Whether `rows` can be stored unasked. The doubtful are told in any case."""
        return bool(self.rows) and not self.is_guessed

    def offer(self, placed: str) -> str:
        """«12 minh chứng, 1 dòng chưa xếp được»; `placed` is what would be stored."""
        left = f", {len(self.doubtful)} dòng chưa xếp được" if self.doubtful else ""
        return f"{placed}{left}"

    def stored(self, placed: str) -> tuple[str, ...]:
        """«Đã dán 12 minh chứng.» – and what was not pasted, with its reasons; then in fewer and fewer words."""
        doubts = [Doubt(row.line, "", row.doubt) for row in self.doubtful]
        full = told(placed, (), doubts, self.notes)
        return full, *brief(placed, (), [row.line for row in self.doubtful])
