"""Another name for a centre: one line. Enter saves it, Esc goes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.section import SheetScreen
from tthtcd_tui.screens.yearless import YearlessScreen
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.tasks.years import rename_centre
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

RENAMED: Final = "rename"
"""The kind of place that a name being typed is kept under, with the code of its centre."""
_NAME: Final = Place("centre/name")


class RenameScreen(YearlessScreen, SheetScreen):
    """Made anew for each."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False

    def __init__(self, centre: CentreRow, typed: str | None = None) -> None:
        """`typed` is what stood there when a line dropped."""
        super().__init__()
        self._centre = centre
        self._typed = typed

    @property
    def title_words(self) -> str:
        return "ĐỔI TÊN TRUNG TÂM"

    def rows(self) -> list[SheetRow]:
        name = self._centre.name
        cell = Cell(_NAME, name, name, max((self.size.width or 80) - 10, 20))
        heading = f"Tên mới của trung tâm (mã {self._centre.code} giữ nguyên)"
        return [SheetRow(RowKind.HEADING, heading), SheetRow(RowKind.CELLS, "", (cell,))]

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        typing = self._typed if self._typed is not None else self.sheet.typing
        if typing is not None:
            yield Place.of(RENAMED, self._centre.code), typing

    def reload(self) -> None:
        super().reload()
        if self._typed is not None:
            self.sheet.begin(self._typed)
            self._typed = None

    def take(self, key: str, character: str | None) -> bool:
        if key != "enter":
            return super().take(key, character)
        if self.sheet.leave():
            self.owner.go_back()
        return True

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        try:
            self._centre = rename_centre(self.owner.store, self._centre, cells[0][1])
        except (TaskProblem, StoreProblem) as problem:
            return problem.message
        self.owner.read_anew()
        self.reload()
        return None

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def moved(self) -> None:
        self.show_frame()
        hint = "Gõ đè, hoặc Backspace để sửa; Enter để lưu. Tên in trong báo cáo được sửa ở Chi tiết báo cáo."
        self.say(self.sheet.error or hint, wrong=bool(self.sheet.error))
