"""What a pasted table says of the members of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tthtcd_tui.imports.blocks.plan import Doubt, RecordRow, brief, told


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """The members of a block."""

    rows: tuple[RecordRow, ...] = ()
    doubtful: tuple[RecordRow, ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """What each column was taken for: the key of a field, or nothing."""
    is_guessed: bool = False
    """Whether columns were told without headings, or a role by the one above: shown, and stored when taken."""
    above: int = 0
    """As of a Plan."""

    def as_pasted(self) -> BoardPlan:
        """As of a LogPlan."""
        return replace(self, rows=self._counted(self.rows), doubtful=self._counted(self.doubtful), above=0)

    def _counted(self, rows: Sequence[RecordRow]) -> tuple[RecordRow, ...]:
        return tuple(row._replace(line=row.line - self.above) for row in rows)

    def stored(self, placed: str) -> str:
        """«Đã dán 2 thành viên mới.» – and what was not pasted, with its reasons; `placed` is what was."""
        return told(placed, (), [Doubt(row.line, "", row.doubt) for row in self.doubtful], self.notes)

    def brief(self, placed: str) -> tuple[str, ...]:
        """The same in fewer words."""
        return brief(placed, (), [row.line for row in self.doubtful])
