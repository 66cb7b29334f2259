"""Why a year is deleted: one line, which may stay empty. Enter deletes once the line was seen, Esc does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Final

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.one_line import OneLine
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import SheetRow

_WHY: Final = Place("deleting/why")


class DeleteYearScreen(NoYearScreen, SheetScreen):
    """Made anew for each; who is asked has already said that the year may go."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False
    RESTED: ClassVar[str] = "Chưa xóa gì."

    def __init__(self, services: Services, what: str, delete: Callable[[str], None]) -> None:
        """`what` is to be deleted; `delete` does it, and is told why."""
        super().__init__(services)
        self._what = what
        self._delete = delete
        self._why = OneLine(_WHY)
        self._read = object()
        """The reason as it stands: another thing with each key, so that Enter answers what was drawn."""

    @property
    def answerable(self) -> Sequence[object]:
        return (self._read,)

    @property
    def title_words(self) -> str:
        return "XÓA BÁO CÁO"

    def rows(self) -> list[SheetRow]:
        return self._why.rows(f"Vì sao xóa {self._what}?", self.size.width)

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        """It is of the moment: without the deleting it says nothing."""
        yield from ()

    def take(self, key: str, character: str | None) -> bool:
        if key != "enter":
            self._read = object()
            self.show_frame()
            return super().take(key, character)
        if not self.sight.was_seen(self._read):  # it came with what was typed or pasted: it is the end of a line
            if self.sheet.typing:
                self.sheet.type(" ")  # the next line of what came goes on behind it
            self.announce("Chưa xóa gì: đọc lại lý do rồi Enter để xóa, Esc: không xóa.", warn=True)
        elif self.sheet.leave():
            self.navigator.back()
            self._delete(self._why.text)
        return True

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        problem = self._why.enter(cells)
        if problem is None:
            self.reload()
        return problem

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return False

    def hint(self) -> Message:
        wanted = "Gõ lý do (ghi vào sổ, không sửa xóa được), hoặc để trống; Enter để xóa, Esc: không xóa."
        return self.error_or(wanted)
