"""Another name for a centre: one line. Enter saves it, Esc goes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from tthtcd_tui.errors import TaskProblem, TextProblem
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.cells import headings
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.typed_before import TypedBefore
from tthtcd_tui.tasks.years.years import rename_centre
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

RENAMED: Final = "rename"
"""The kind of place that a name being typed is kept under, with the code of its centre."""
_NAME: Final = Place("centre/name")


class RenameScreen(NoYearScreen, SheetScreen):
    """Made anew for each."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False

    def __init__(self, services: Services, centre: CentreRow, typed: str | None = None) -> None:
        """`typed` is what stood there when a line dropped."""
        super().__init__(services)
        self._centre = centre
        self._before = TypedBefore(self.sheet, typed)

    @property
    def title_words(self) -> str:
        return "ĐỔI TÊN TRUNG TÂM"

    def rows(self) -> list[SheetRow]:
        name = self._centre.name
        cell = Cell(_NAME, name, name, max((self.size.width or 80) - 10, 20))
        heading = f"Tên mới của trung tâm (mã {self._centre.code} giữ nguyên)"
        return [*headings(heading, self.size.width or 80), SheetRow(RowKind.CELLS, "", (cell,))]

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        if self._before.typing is not None:
            yield Place.of(RENAMED, self._centre.code), self._before.typing

    def draft_place(self, place: Place) -> Place | None:  # noqa: ARG002 -- there is one
        return Place.of(RENAMED, self._centre.code)

    def reload(self) -> None:
        super().reload()
        self._before.take_up()

    def take(self, key: str, character: str | None) -> bool:
        if key != "enter":
            return super().take(key, character)
        before = self._centre.name
        if self.sheet.leave():
            self.navigator.back()
            if self._centre.name != before:
                self.navigator.set_greeting(f"Đã đổi tên {quoted(before)} thành {quoted(self._centre.name)}.")
        return True

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        try:
            self._centre = rename_centre(self.services.store, self._centre, cells[0][1])
        except (TextProblem, TaskProblem) as problem:
            return problem.message
        self.services.report.reload()
        self.reload()
        return None

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def hint(self) -> Message:
        wanted = "Gõ đè, hoặc Backspace để sửa; Enter để lưu. Tên in trong báo cáo được sửa ở Chi tiết báo cáo."
        return self.error_or(wanted)
