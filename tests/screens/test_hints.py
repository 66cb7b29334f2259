"""What the line below says of a cell: what it takes."""

from __future__ import annotations

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.hints import hint_at


def test_a_choice_tells_its_numbers_before_what_the_form_says_of_it() -> None:
    hint = hint_at(load_shipped(2), Place("figure/danh_tu_khu"))
    assert hint.startswith("1 khu phố · 2 thôn")
    assert hint.endswith("0 Bỏ chọn. Từ này được dùng trong nhãn, câu văn và đơn vị của cả báo cáo.")
