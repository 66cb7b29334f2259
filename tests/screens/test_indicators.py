"""Hiệu quả hoạt động: value, range, last year's value, narrative; PgDn to the next indicator."""

from __future__ import annotations

import pytest
from support.screens import Screens

KEYS = (
    "ty_le_biet_chu", "luot_nguoi_tham_gia", "ho_ngheo", "y_thuc_moi_truong", "thu_nhap", "tien_bo_khkt",
    "kinh_nghiem_ung_dung", "phong_chong_dich", "an_ninh", "van_hoa_the_thao",
)  # fmt: skip


@pytest.fixture
def indicators(screens: Screens) -> Screens:
    screens.press("6")
    return screens


def test_pgdn_and_pgup_go_from_indicator_to_indicator(indicators: Screens) -> None:
    assert indicators.at == "figure/tre_khong_di_hoc"
    seen = []
    for _ in KEYS:
        indicators.press("pagedown")
        seen.append(indicators.at)
    assert [place.split("/")[1] for place in seen] == list(KEYS)
    indicators.press("pageup")
    assert indicators.at == seen[-2]
    for _ in KEYS:
        indicators.press("pageup")
    assert indicators.at == "figure/tre_khong_di_hoc"


def test_value_unit_range_and_last_year(indicators: Screens) -> None:
    indicators.press("pagedown")
    assert indicators.cursor_line == ">    Số liệu                        100%                           100"
    assert indicators.message.startswith("Từ 0 đến 100. - là không có, -- là không áp dụng.")
    indicators.type("101")
    indicators.press("enter")
    assert any(line.startswith(" X ") and "101" in line for line in indicators.lines), indicators.text
    assert "100" in indicators.message
    assert indicators.at == "indicator/ty_le_biet_chu/source", "on to the next: what is refused stays in its cell"
    indicators.press("up", "delete")
    indicators.type("99,5")
    indicators.press("enter")
    assert indicators.stored("indicator/ty_le_biet_chu/value") == "99,5"


def test_what_is_computed_is_told_and_not_typed(indicators: Screens) -> None:
    assert "     Tự tính từ bảng kết quả: 43.117 lượt người" in indicators.lines
    indicators.press("pagedown", "pagedown")
    assert indicators.at == "indicator/luot_nguoi_tham_gia/text"


def test_the_narrative_is_below_and_says_what_to_tell(indicators: Screens) -> None:
    indicators.press(*["pagedown"] * 4)
    assert indicators.at == "indicator/y_thuc_moi_truong/text"
    indicators.press("delete")
    assert indicators.message == ("Còn thiếu. Enter mở để viết. Phong trào, mô hình nào; chuyển biến ra sao.")
    indicators.press("enter")
    indicators.type("Mỗi khu phố một tổ.")
    indicators.press("tab")
    assert "Mỗi khu phố một tổ." in indicators.stored("indicator/y_thuc_moi_truong/text")
    assert indicators.at == "indicator/thu_nhap/value", "what is done with goes on to the next"


TABLE = (
    "TT\tChỉ tiêu\tĐơn vị\tKết quả\n"
    "1\tTỷ lệ biết chữ trong các độ tuổi\t%\t99,2\n"
    "2\tSố hộ nghèo\thộ\t12\n"
    "3\tThu nhập bình quân đầu người\tUSD\t3.100\n"
)


def values(screens: Screens) -> list[str]:
    return [screens.stored(f"indicator/{key}/value") for key in ("ty_le_biet_chu", "ho_ngheo", "thu_nhap")]


@pytest.mark.parametrize("downs", [0, 1, 2, 6])
def test_a_pasted_table_goes_where_its_labels_say_wherever_the_cursor_stands(indicators: Screens, downs: int) -> None:
    before = values(indicators)
    indicators.press(*["down"] * downs)
    indicators.paste(TABLE)
    assert values(indicators) == ["99,2", "12", "3.100"]
    assert indicators.message == "Đã dán 3 dòng theo nhãn. Đã thay 3 ô đã nhập. Ctrl+Z để hoàn tác."
    indicators.press("ctrl+z")
    assert values(indicators) == before


def test_pasted_on_another_screen_it_is_said_where_it_went(screens: Screens) -> None:
    screens.press("1", "enter")
    screens.paste(TABLE)
    assert values(screens) == ["99,2", "12", "3.100"]
    assert "Các ô này ở mục 6." in screens.message


def test_pasted_words_go_below_those_that_stand(indicators: Screens) -> None:
    before = indicators.stored("indicator/an_ninh/text")
    indicators.press("enter")
    indicators.paste("Số hộ nghèo\t12\nAn ninh, quốc phòng\tGiữ vững trật tự.\n")
    assert indicators.stored("indicator/an_ninh/text") == f"{before}\nGiữ vững trật tự."
    assert "1 ô có thêm đoạn." in indicators.message
    indicators.paste("Số hộ nghèo\t12\nAn ninh, quốc phòng\tGiữ vững trật tự.\n")
    assert indicators.stored("indicator/an_ninh/text") == f"{before}\nGiữ vững trật tự.", "once is enough"
