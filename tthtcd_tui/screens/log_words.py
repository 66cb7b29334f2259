"""What the log says in its message line: of the field being entered, of what can be looked for, of a record."""

from __future__ import annotations

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.log_pages import ENDS, ENTRY, PagedLog
from tthtcd_tui.screens.log_rows import CATEGORY, ORDERS, SEARCH, details
from tthtcd_tui.tasks.log_activity import fields_of, is_outside, matching, numbered
from tthtcd_tui.text.dates import format_date


class ToldLog(PagedLog):
    """The log with a hint for wherever the cursor stands."""

    def moved(self) -> None:
        super().moved()
        self.show_frame()
        place = self.sheet.place
        if self.sheet.error:
            self.say(self.sheet.error, wrong=True)
        elif place is None:
            self.say("")
        elif place.kind == ENTRY:
            outside = self._outside(self.draft.texts.get("date", ""))
            self.say(outside or self._entry_hint(place.parts[-1]), warn=bool(outside))
        elif place.kind == SEARCH.kind:
            self.say(self._find_hint(place))
        else:
            self._say_of_record(place.parts[-1])

    def _entry_hint(self, key: str) -> str:
        if key == "date":
            return f"Ngày của hoạt động, ví dụ 5/3/2021; gõ 5/3 thì năm lấy theo {self.session.facts.period.title}."
        if key == "category":
            return "Gõ số hoặc vài chữ của loại, không cần dấu, rồi Enter."
        if key == "title":
            return "Tên hoạt động. Ngày và loại giữ như hoạt động trước; Shift+Tab để sửa."
        if key in ENDS:
            return "Enter lưu hoạt động và mở dòng mới. Tab: sang ô tiếp theo, còn địa điểm, đơn vị phối hợp, ghi chú."
        return "Có thể để trống. F2 lưu ngay cả dòng."

    def _find_hint(self, place: Place) -> str:
        if place == SEARCH:
            return "Tìm trong tên, địa điểm, đơn vị phối hợp, ghi chú; không cần dấu. Enter để tìm; xóa trắng: xem hết."
        if place == CATEGORY:
            field = fields_of(self.session.form)["category"]
            return f"0 Tất cả · {numbered(field, field.options)}"
        return "Bấm số để xếp theo: " + " · ".join(f"{n} {words}" for n, words in enumerate(ORDERS.values(), 1))

    def _say_of_record(self, key: str) -> None:
        record = self.record
        if record is None:
            self.say("")
            return
        typing = self.sheet.typing
        field = fields_of(self.session.form)[key]
        if key == "category" and typing is not None:
            self.say(numbered(field, matching(field, typing)) or "Không có loại nào như vậy.")
            return
        outside = self._outside(format_date(record.date))
        self.say(f"{outside} {details(self.session, record)}".strip(), warn=bool(outside))

    def _outside(self, raw: str) -> str:
        period = self.session.facts.period
        day = is_outside(period, raw)
        return f"Ngày {format_date(day)} nằm ngoài {period.title}: xem lại." if day else ""
