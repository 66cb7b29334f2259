"""Esc in a cell: it saves what is typed and stays; what could not be saved is left as a draft by the next Esc."""

from __future__ import annotations

from typing import ClassVar, Protocol

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.left_cell import LeftCell
from tthtcd_tui.widgets.sheet import Sheet


class Owner(Protocol):
    """The screen of a sheet."""

    RESTED: ClassVar[str]
    sheet: Sheet
    left: LeftCell

    def announce(self, text: str, *, wrong: bool = False, good: bool = False) -> None: ...


class PutDown:
    """Of one sheet."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen
        self._refused: tuple[Place, str] | None = None
        """What Esc could not save and stays in its cell."""

    @property
    def is_again(self) -> bool:
        """Whether what is typed is what Esc could not save, unchanged."""
        return self._refused is not None and self._refused == (self._screen.sheet.place, self._screen.sheet.typing)

    def put_down(self) -> bool:
        """Save what is typed; the cursor stays. Say what came of it, and return whether all is well."""
        screen, sheet = self._screen, self._screen.sheet
        place, typing = sheet.place, sheet.typing
        is_changed = sheet.cell is not None and typing != sheet.cell.raw
        if not sheet.leave():
            self._refused = (place, typing) if place is not None and typing is not None else None
            told = "Chưa lưu. Sửa lại rồi Enter. Bản nháp được giữ; Esc lần nữa để ra."  # why stands beside the cell
            screen.announce(told, wrong=True)
            return False
        if screen.left.is_refused:
            screen.announce(f"{screen.left.note} Esc lần nữa để ra.", wrong=True)
            return False
        words = (screen.RESTED if is_changed else "Ô giữ nguyên.", screen.left.note, "Esc lần nữa để quay lại.")
        screen.announce(" ".join(filter(None, words)), good=True)
        return True
