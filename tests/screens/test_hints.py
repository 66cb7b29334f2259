"""What the line below says of a cell: what it takes."""

from __future__ import annotations

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.hints import hint_at
from tthtcd_tui.text.periods import Period


def test_a_choice_tells_its_numbers_before_what_the_form_says_of_it() -> None:
    hint = hint_at(load_shipped(), Place("figure/danh_tu_khu"), Period.school_year(2023))
    assert hint.startswith("1 khu phố · 2 thôn")
    assert hint.endswith("0 Bỏ chọn. Từ này được dùng trong nhãn, câu văn và đơn vị của cả báo cáo.")


def test_a_day_is_shown_by_an_example_of_the_year_that_is_filled_in() -> None:
    form = load_shipped()
    assert hint_at(form, Place("report/date"), Period.school_year(2025)) == "Ngày, ví dụ 5/6/2026."
    assert hint_at(form, Place("report/date"), Period.calendar_year(2024)) == "Ngày, ví dụ 5/6/2024."
