"""Who issues the report that adds up what was handed in, to whom, signed by whom: said by whose report it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.document import missing
from tthtcd_tui.report.rollup.letterhead import CALLED, LABELS
from tthtcd_tui.screens.cells import headings
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.typed_before import TypedBefore
from tthtcd_tui.tasks.upward.letterhead import letterhead, said, say
from tthtcd_tui.tasks.upward.look import office_of
from tthtcd_tui.tasks.upward.shared import Shared
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow

ROLLUP_HEAD: Final = "rollup_head"
"""The kind of place of its fields."""
_LABEL: Final = 26
_WIDEST: Final = 52
_HINTS: Final[Mapping[str, str]] = {
    "superior": "In ở đầu, dòng trên: Ủy ban nhân dân tỉnh …; để trống nếu ủy ban ban hành.",
    "issuer": "Tên đầy đủ: Sở Giáo dục và Đào tạo, Ủy ban nhân dân phường …",
    "symbol": "Ví dụ BC-SGDĐT, BC-UBND.",
    "number": "Để trống đến khi phát hành: in chỗ trống để ghi tay.",
    "place": "Tên tỉnh, xã in trước ngày tháng.",
    "date": "Để trống đến khi phát hành, hoặc ghi cả năm: 15/7/2021.",
    "area": "In sau trích yếu: trên địa bàn tỉnh …; có thể để trống.",
    "addressees": "Nhiều nơi: cách nhau bằng dấu chấm phẩy.",
    "recipients": "Cách nhau bằng dấu chấm phẩy. “Như trên”, “Lưu: VT” in sẵn; ghi “Lưu: VT, GDTX” nếu có đơn vị soạn.",
    "authority": "KT. GIÁM ĐỐC, TM. ỦY BAN NHÂN DÂN …; để trống nếu người đứng đầu ký.",
    "position": "GIÁM ĐỐC, PHÓ GIÁM ĐỐC, CHỦ TỊCH …",
    "signer": "Họ và tên, không ghi học hàm, học vị.",
}


class RollupHeadScreen(NoYearScreen, SheetScreen):
    """Made anew each time. A field is saved as it is left."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False
    WRITES_REPORT: ClassVar[bool] = False

    def __init__(self, services: Services, field: str = "", typed: str | None = None) -> None:
        """`typed` is what stood in `field` when a line dropped. Raises NotAllowed."""
        super().__init__(services)
        self._source, self._field = Shared(services.store), field
        self._before = TypedBefore(self.sheet, typed)
        self._letterhead = letterhead(self._source, None)

    @property
    def title_words(self) -> str:
        return "THỂ THỨC BÁO CÁO TỔNG HỢP"

    @property
    def where(self) -> str:
        return office_of(self._source) or super().where

    def rows(self) -> Iterator[SheetRow]:
        width = self.size.width or 80
        room = max(min(width - _LABEL - 6, _WIDEST), 12)
        about = "Đầu và cuối báo cáo tổng hợp của đơn vị bạn; dùng cho mọi kỳ, đến khi sửa lại."
        yield from headings(about, width)
        for field, label in CALLED.items():
            raw = said(self._letterhead, field)
            mark = Mark.MISSING if field in LABELS and not raw else Mark.NONE
            cell = Cell(Place.of(ROLLUP_HEAD, field), raw, raw, room)
            yield SheetRow(RowKind.CELLS, label, (cell,), mark=mark)

    def reload(self) -> None:
        super().reload()
        if self._field:
            self.sheet.go_to(Place.of(ROLLUP_HEAD, self._field))
            self._field = ""
        self._before.take_up()

    def typed_cells(self) -> Iterator[tuple[Place, str]]:
        if self._before.typing is not None and self.sheet.place is not None:
            yield self.sheet.place, self._before.typing

    def draft_place(self, place: Place) -> Place | None:
        return place

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        try:
            for place, raw in cells:
                say(self._source, place.parts[1], raw)
        except TextProblem as problem:
            return problem.message
        self._letterhead = letterhead(self._source, None)
        self.reload()
        return None

    def takes(self, place: Place, raw: str) -> bool:  # noqa: ARG002
        return place.kind == ROLLUP_HEAD

    def do_save(self) -> None:
        if self.leave_cell():
            self.say(self._state, good=True)

    @property
    def _state(self) -> str:
        gaps = missing(self._letterhead)
        return f"Còn thiếu: {', '.join(gaps)}. Báo cáo còn là DỰ THẢO." if gaps else "Đã đủ các mục của thể thức."

    def hint(self) -> Message:
        if self.sheet.error:
            return Message(self.sheet.error, wrong=True)
        place = self.sheet.place
        return Message(_HINTS[place.parts[1]] if place is not None else self._state)
