"""What a sheet has from the year before is reviewed, by F2 or by being changed, and all of a section at once."""

from __future__ import annotations

import pytest
from support.review import review_section
from support.screens import Screens

from tthtcd_tui.report.place import Place


@pytest.fixture
def years(screens: Screens) -> Screens:
    """The list of years."""
    screens.press("end", "enter")
    return screens


def test_what_was_carried_over_is_reviewed_with_f2_or_by_changing_it(years: Screens) -> None:
    years.press("f4", "enter", "0", "enter")
    assert years.message == "Chép từ 2020-2021, chưa rà soát. Sửa lại, hoặc F2 để xác nhận là đúng."
    assert years.cursor_line.startswith(">")
    first = years.at
    years.press("f2")
    assert years.message == "Đã rà soát. Đây là chỗ tiếp theo: F2 nếu đúng, hoặc sửa lại."
    assert marked(years, first) == ""
    second = years.at
    assert marked(years, second) == "2020-2021", "never more than the one"
    years.type("Trung tâm học tập cộng đồng phường Mạo Khê mới")
    years.press("enter")
    assert marked(years, second) == ""


def test_what_is_missing_on_the_way_to_the_next_is_counted(years: Screens) -> None:
    years.press("f4", "enter", "1", "enter", *["down"] * 2)
    assert years.at == "figure/loai_do_thi"
    years.press("f2")
    assert years.at == "figure/muc_chat_luong"
    assert years.message == "Đã rà soát. Đi qua 16 chỗ còn thiếu. Đây là chỗ tiếp theo: F2 nếu đúng, hoặc sửa lại."
    above = years.lines[: years.lines.index(years.cursor_line)]
    assert all(line.startswith(" ?") for line in above[-16:]), "each of them stands there"


def test_a_carried_over_text_with_a_reason_is_not_said_to_want_more(years: Screens) -> None:
    years.press("f4", "enter", "0", "enter", "ctrl+o")
    years.type("Chưa đổi.")
    years.press("enter")
    assert years.message == "Chép từ 2020-2021, đã ghi lý do. F2 để xác nhận là đúng."


def test_a_section_is_reviewed_at_once_when_all_of_it_stood_on_the_screen(years: Screens) -> None:
    years.press("f4", "enter", "2", "enter")
    review_section(years)
    assert years.message.startswith("Còn ")
    while "Thêm thành viên" not in years.text:
        years.press("pagedown")
    review_section(years)
    assert years.message.startswith("4 chỗ chép từ năm trước ở mục này đều đúng?  Không  [Có]")
    years.press("enter")
    assert years.message.startswith("Đã rà soát 4 chỗ. Đi qua 1 chỗ còn thiếu. Đây là chỗ tiếp theo")
    assert not marked(years, "board/giam-doc")
    years.press("ctrl+z")
    assert marked(years, "board/giam-doc") == "", "what is not seen is said first"
    years.press("ctrl+z")
    assert marked(years, "board/giam-doc") == "2020-2021"


def marked(years: Screens, place: str) -> str:
    """From which year what stands there was copied and not yet reviewed."""
    year = next(year for year in years.store.years.all() if year.period.label == "2021-2022")
    return years.store.snapshot(year.report_id).facts.carried_from(Place(place))
