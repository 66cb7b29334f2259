"""Hints of the log: of the field being entered, of what can be looked for, of a record."""

from __future__ import annotations

from datetime import date

from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.log_cursor import ENDS
from tthtcd_tui.screens.log_rows import CATEGORY, ORDERS, SEARCH, details
from tthtcd_tui.tasks.session.categories import categories_of
from tthtcd_tui.tasks.session.log_activity import is_outside, listed
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.periods import Period
from tthtcd_tui.widgets.bars import Message


def hint_of_entry(session: Session, key: str, day: str) -> Message:
    """What a field of the line being entered takes; that its `day` lies outside the period comes first."""
    outside = outside_words(session, day)
    if outside:
        return Message(outside, warn=True)
    if key == "date":
        words = f"Ngày của hoạt động, {example_day(session.facts.period)} {session.facts.period.title}."
    elif key == "category":
        words = "Gõ số đứng đầu loại, hoặc vài chữ của tên, không cần dấu; rồi Enter."
    elif key == "title":
        words = "Tên hoạt động. Ngày và loại giữ như hoạt động trước; Shift+Tab để sửa."
    elif key in ENDS:
        words = "Enter lưu hoạt động và mở dòng mới. Tab: sang ô tiếp theo, còn địa điểm, đơn vị phối hợp, ghi chú."
    else:
        words = "Có thể để trống. F2 lưu ngay cả dòng."
    return Message(words)


def example_day(period: Period) -> str:
    """A day of the period, in full and as one types it."""
    fifths = (date(year, 3, 5) for year in range(period.start.year, period.end.year + 1))
    day = next((fifth for fifth in fifths if period.start <= fifth <= period.end), period.end)
    return f"ví dụ {format_date(day)}; gõ {day.day}/{day.month} thì năm lấy theo"


def hint_of_search(session: Session, place: Place) -> Message:
    if place == SEARCH:
        words = "Tìm trong tên, địa điểm, đơn vị phối hợp, ghi chú; không cần dấu. Enter để tìm; xóa trắng: xem hết."
    elif place == CATEGORY:
        words = f"0 Tất cả · {listed(categories_of(session.form).first)}"
    else:
        words = "Bấm số để xếp theo: " + " · ".join(f"{n} {order}" for n, order in enumerate(ORDERS.values(), 1))
    return Message(words)


def hint_of_record(session: Session, record: Activity | None, key: str, typing: str | None) -> Message:
    """All of it in one line: what its columns have no room for."""
    if record is None:
        return Message("")
    if key == "category" and typing is not None:
        return Message(listed(categories_of(session.form).found(typing)) or "Không có loại nào như vậy.")
    outside = outside_words(session, format_date(record.date))
    return Message(f"{outside} {details(session, record)}".strip(), warn=bool(outside))


def outside_words(session: Session, date: str) -> str:
    """That a date as typed lies outside the period, if it does."""
    period = session.facts.period
    day = is_outside(period, date)
    return f"Ngày {format_date(day)} nằm ngoài {period.title}: xem lại." if day else ""
