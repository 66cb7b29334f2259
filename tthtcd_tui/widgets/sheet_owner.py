"""Who a sheet hands on to: the screen around it, as the sheet and what is pasted into it see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow

if TYPE_CHECKING:
    from tthtcd_tui.widgets.paste_outcome import Spread


class SheetOwner(Protocol):
    """Who a sheet hands on to. Each call is made and answered before the next key is looked at."""

    def refuses(self) -> bool:
        """Whether nothing may be written here; asked before the first letter, and told why if so."""

    def stray(self, typed: str, why: str) -> None:
        """`typed` went nowhere, and `why`: it is told with what went nowhere right before it."""

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Save what was typed; None, or why it was not taken. The owner shows the new rows itself."""

    def takes(self, place: Place, raw: str) -> bool:
        """Whether `raw` can be read at `place`."""

    def is_of_another_year(self, title: str) -> bool:
        """Whether the title of a pasted column says another year than the report's."""

    def keeps(self, place: Place, raw: str, problem: str) -> bool:
        """Whether `raw`, which was not taken for `problem`, is kept as a draft, so that one may go on."""

    def stays(self, cell: Cell) -> bool:
        """Whether what stands in `cell` stands, where all that was typed over it was taken back before it was left."""

    def opened(self, cell: Cell, typed: str, told: str = "") -> None:
        """Enter on a cell that has an editor of its own, or something typed for it."""

    def acted(self, row: SheetRow) -> None:
        """Enter on a row that is an action."""

    def moved(self) -> None:
        """The cursor stands elsewhere, or what it stands on has changed."""

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None:
        """Of the block `text` all that could be laid was saved, if anything could."""

    def told(self, message: str) -> None:
        """Something to say in the message line."""
