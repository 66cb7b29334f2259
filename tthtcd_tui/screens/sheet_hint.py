"""The hint of a sheet: what is wrong with the cell under the cursor, or what it wants; of cells passed by nothing."""

from __future__ import annotations

from collections.abc import Callable

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.cell_hint import finding_at, hint_of_action, hint_of_cell, hint_to_read, lacking_beside, said_at
from tthtcd_tui.screens.hurry import Hurry
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet import Sheet


class SheetHint:
    """Of one sheet."""

    def __init__(self, sheet: Sheet, hurry: Hurry, tells_of: Callable[[Place], bool] | None) -> None:
        """`tells_of` says whether what a cell holds can be read as it will be printed."""
        self._sheet = sheet
        self._hurry = hurry
        self._tells_of = tells_of
        self._last = Message("")

    def at(self, session: Session) -> Message:
        """Of `session` as it is now; in a hurry what was said last stands, unless something was refused."""
        if not self._hurry.is_passing or self._sheet.error:
            self._last = self._now(session)
        return self._last

    def _now(self, session: Session) -> Message:
        sheet, is_held = self._sheet, self._hurry.is_held
        if sheet.error:
            return hint_of_refused(sheet)
        cell, row = sheet.cell, sheet.row
        if cell is None:
            return hint_of_action(session, row) if row is not None and row.action else Message("")
        finding = None if is_held else finding_at(session, cell)
        is_told = self._tells_of is not None and self._tells_of(cell.place)
        if session.is_for_reading:
            return said_at(session, cell) or hint_to_read(session, cell, sheet.cut_label, finding, is_told=is_told)
        beside = lacking_beside(session, row, cell) if row is not None and finding is None and not is_held else ""
        is_typing = sheet.typing is not None
        hint = said_at(session, cell) or hint_of_cell(
            session, cell, sheet.cut_label, finding, beside, is_told=is_told, is_typing=is_typing
        )
        return hint if sheet.is_armed else hint._replace(text=f"Enter để vào ô. {hint.text}")


def hint_of_refused(sheet: Sheet) -> Message:
    """What one can do about what was not taken; why it was not stands beside its cell."""
    if sheet.typing is None:
        return Message("Chưa lưu: gõ lại rồi Enter, hoặc Delete để xóa trống ô này.")
    return Message("Sửa lại rồi Enter; Esc để sau; ^G 9 “Bỏ phần đang gõ”: ô giữ giá trị cũ.")
