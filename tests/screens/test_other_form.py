"""Another form, as unlike the shipped one as real reports are: other screens, and no other Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.forms import other
from support.golden import golden
from support.pictures import picture
from support.screens import Screens, opened

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.paragraphs import ParagraphsScreen
from tthtcd_tui.tasks.years.years import add_centre, new_year
from tthtcd_tui.text.periods import Period


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Screens]:
    """A calendar year of the other form, with only its default words."""
    path = tmp_path / "khac.db"
    store = Store(path)
    new_year(store, add_centre(store, "khac", "TTVH-TT&HTCĐ xã Khác"), Period.calendar_year(2021), other(), "lan")
    store.close()
    with opened(tmp_path, path=path) as opened_screens:
        yield opened_screens


@pytest.mark.long
def test_its_own_three_screens_then_summary_and_export(screens: Screens) -> None:
    assert [line[:28].strip() for line in screens.lines[2:8]] == [
        "> 0 Chi tiết báo cáo", "1 Tình hình chung", "2 Tổ chức và kết quả", "3 Đánh giá, phương hướng",
        "4 Tổng hợp, xem trước", "5 Xuất báo cáo DOCX",
    ]  # fmt: skip
    assert "0-5 Mở" in screens.lines[-1]
    screens.press("7")
    assert screens.title == "TỔNG QUAN"
    screens.press("ctrl+g")
    assert "1–5" in screens.message
    screens.press("6")
    assert screens.message == "Không có mục 6: Tổng quan có các mục từ 0 đến 5."
    screens.press("4")
    assert screens.title == "4 TỔNG HỢP"


@pytest.mark.long
@pytest.mark.parametrize("number", ["0", "1", "2", "3"])
def test_each_screen_as_the_form_has_it(screens: Screens, number: str) -> None:
    screens.press(number, "down", "up")
    screens.resize(80, 40)
    written = picture(screens)
    assert written == golden(f"screens/other-{number}-80.txt", written)


@pytest.mark.long
def test_every_kind_of_field_is_typed_and_stored(screens: Screens) -> None:
    typed = {
        "figure/so_ap": "12", "figure/dan_so": "trên 9.000", "figure/mat_do": "2,5", "figure/ty_le_ho_tich_cuc": "80",
        "figure/thu_ngan_sach": "2,5 tỷ", "figure/doan_the": "1,3", "figure/ngay_thanh_lap": "2/9/2000",
        "figure/ten_goi_cu": "TTHTCĐ xã Cũ",
    }  # fmt: skip
    stored = {
        **typed, "figure/thu_ngan_sach": "2.500.000.000", "figure/doan_the": "Hội Phụ nữ, Hội Nông dân",
    }  # fmt: skip
    screens.press("1", "enter")
    assert screens.at == "figure/so_ap"
    for _ in range(9):
        if screens.at == "figure/xep_loai":
            screens.press("2", "up", "down")  # without an arrow, a digit behind a choice goes into no other cell
            continue
        screens.type(typed[screens.at])
        screens.press("enter")
    assert {place: screens.stored(place) for place in typed} == stored
    assert screens.stored("figure/xep_loai") == "nông thôn mới nâng cao, kiểu mẫu"
    assert screens.at == "narrative/dac_diem"


@pytest.mark.long
def test_its_range_is_told_and_held(screens: Screens) -> None:
    screens.press("1", "enter")
    assert screens.message == "Còn thiếu. Số nguyên từ 0 đến 200; - là không có, -- là không áp dụng."
    screens.type("201")
    screens.press("enter")
    assert screens.at != "figure/so_ap", "on to the next one: what is refused stays in its cell, marked"
    assert any(line.startswith(" X ") and "201" in line for line in screens.lines)
    assert "200" in screens.message
    assert screens.stored("figure/so_ap") != "201"


@pytest.mark.long
def test_its_scale_rates_its_items(screens: Screens) -> None:
    screens.press("2")
    while not screens.at.startswith("checklist/"):
        screens.press("down")
    assert screens.message == "Còn thiếu. 1 0 · 2 1 · 3 2 · 4 Không chấm · 0 Bỏ chọn"
    screens.press("3", "1", "4")
    answers = screens.store.snapshot(screens.year.report_id).facts.answers
    assert [answers[Place(f"checklist/{item}/status")] for item in ("quy_che", "nhan_su", "thi_dua")] == [
        "hai", "khong", "not_applicable",
    ]  # fmt: skip


def test_its_results_add_up(screens: Screens) -> None:
    screens.press("2")
    while not screens.at.startswith("results/"):
        screens.press("down")
    screens.paste("3\t30\n4\t40\n\n5\t50\n")
    screens.resize(80, 40)
    assert screens.line("Cộng  ").split("│")[0].split() == ["Cộng", "12", "120"]


@pytest.mark.long
def test_a_section_title_with_a_link_is_read_filled_in(screens: Screens) -> None:
    screens.press("2", "pagedown", "pagedown")
    assert "Kết quả năm 2021" in screens.text


@pytest.mark.long
def test_its_indicator_keeps_the_name_of_its_value(screens: Screens) -> None:
    screens.press("3")
    assert "Số hộ nghèo" in screens.text
    assert "Tự tính từ bảng kết quả: chưa có số liệu lớp" in screens.text


@pytest.mark.long
def test_a_narrative_of_its_own_is_written(screens: Screens) -> None:
    screens.press("1")
    while screens.at != "narrative/kho_khan":
        screens.press("down")
    screens.press("enter")
    assert isinstance(screens.screen, ParagraphsScreen)
    screens.type("Đường xa.")
    screens.press("tab")
    assert screens.stored("narrative/kho_khan") == "Đường xa."


@pytest.mark.long
def test_f8_leads_through_all_that_it_requires(screens: Screens) -> None:
    seen: list[tuple[str, str]] = []
    for _ in range(60):
        screens.press("f8")
        here = (screens.title, screens.at or screens.cursor_line)
        if seen and here == seen[0]:
            break
        seen.append(here)
    assert len(seen) == len(set(seen))
    assert len(seen) > 20
    assert {title for title, _ in seen} == {
        "0 CHI TIẾT BÁO CÁO", "1 TÌNH HÌNH CHUNG", "2 TỔ CHỨC VÀ KẾT QUẢ", "3 ĐÁNH GIÁ, PHƯƠNG HƯỚNG",
    }  # fmt: skip
