"""Centres and years on screen: made, opened, carried over, renamed, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.models.store import Store
from tthtcd_tui.screens.new_year import NewYearScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.years import YearsScreen
from tthtcd_tui.tasks.guide_seen import remember_guide


@pytest.fixture
def years(screens: Screens) -> Screens:
    screens.press("end", "enter")
    assert isinstance(screens.screen, YearsScreen)
    screens.keys = 0
    return screens


def labels(screens: Screens) -> list[str]:
    return sorted(year.period.label for year in screens.store.years())


def test_each_centre_with_its_years_and_how_far_they_are(years: Screens) -> None:
    assert years.lines[1:9] == [
        "CÁC NĂM, TRUNG TÂM                                           1 trung tâm, 2 năm",
        " TTHTCĐ phường Mạo Khê  (mao-khe)",
        ">  Năm học 2020-2021                      [##########] 100%   đang mở",
        "   Năm học 2019-2020                      [##########] 100%",
        "   + Tạo năm mới",
        "   Đổi tên trung tâm này",
        "",
        " + Thêm trung tâm",
    ]


def test_another_year_is_opened_and_every_screen_shows_it(years: Screens) -> None:
    years.press("down", "enter")
    assert isinstance(years.screen, OverviewScreen)
    assert years.message == "Đã mở năm học 2019-2020."
    assert "Năm học 2019-2020" in years.lines[0]
    years.press("1")
    assert "gần 40.000 người" in years.line(" Dân số")


def test_a_year_is_carried_over_with_two_keys(years: Screens) -> None:
    years.press("f4", "enter")
    assert years.keys == 2
    assert labels(years) == ["2019-2020", "2020-2021", "2021-2022"]
    assert years.message == ("Đã tạo năm học 2021-2022. Các chỗ chép sang được đánh dấu để rà soát: F8.")
    years.press("2")
    assert "Giám đốc" in years.cursor_line
    assert years.message == "Chép từ 2020-2021, chưa rà soát. Sửa lại, hoặc F2 để xác nhận là đúng."


def test_what_was_carried_over_is_reviewed_with_f2_or_by_changing_it(years: Screens) -> None:
    years.press("f4", "enter", "0")
    assert years.message == "Chép từ 2020-2021, chưa rà soát. Sửa lại, hoặc F2 để xác nhận là đúng."
    assert years.cursor_line.startswith(">")
    years.press("f2")
    assert years.message == "Đã rà soát."
    years.press("down")
    years.type("Trung tâm học tập cộng đồng phường Mạo Khê mới")
    years.press("enter", "up")
    assert "chưa rà soát" not in years.message


def test_f4_copies_from_last_year_what_was_not_carried_over(years: Screens) -> None:
    years.press("f4", "enter", "1", "down", "down", "f4")
    assert years.sheet.cell is not None
    assert years.sheet.cell.raw == "trên 40.000"


def test_a_year_of_ones_own_words(years: Screens) -> None:
    years.press("down", "down", "enter")
    assert isinstance(years.screen, NewYearScreen)
    years.type("2021")
    years.press("enter")
    assert years.at == "new/source"
    years.press("1")
    assert years.cursor_line == "  > Tạo năm 2021, chép từ năm học 2020-2021"
    years.press("enter")
    assert labels(years)[2] == "2021"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("2020-2022", "2020-2022"), ("năm nay", "năm nay"), ("2020-2021", "Đã có báo cáo kỳ “2020-2021”")],
)
def test_a_period_that_cannot_be_is_refused_in_words(years: Screens, typed: str, says: str) -> None:
    years.press("down", "down", "enter")
    years.type(typed)
    years.press("enter", "f2")
    assert says in years.text
    assert labels(years) == ["2019-2020", "2020-2021"]


def test_esc_makes_nothing(years: Screens) -> None:
    years.press("f4", "escape")
    assert isinstance(years.screen, YearsScreen)
    assert labels(years) == ["2019-2020", "2020-2021"]


def test_a_centre_is_renamed(years: Screens) -> None:
    years.press("down", "down", "down", "enter")
    assert years.title == "ĐỔI TÊN TRUNG TÂM"
    years.type("TTHTCĐ phường Đông Triều")
    years.press("enter")
    assert [centre.name for centre in years.store.centres()] == ["TTHTCĐ phường Đông Triều"]
    assert years.lines[0].startswith(" TTHTCĐ phường Đông Triều · Năm học 2020-2021")
    assert " TTHTCĐ phường Đông Triều  (mao-khe)" in years.lines
    years.press("down", "enter")
    years.press("delete")
    years.press("enter")
    assert [centre.name for centre in years.store.centres()] == ["TTHTCĐ phường Đông Triều"]


def test_a_second_centre_has_its_own_years(years: Screens) -> None:
    years.press("end", "enter")
    assert years.title == "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"
    years.type("TTHTCĐ xã Bình Khê")
    years.press("enter")
    years.type("2021-2022")
    years.press("enter", "enter")
    assert sorted(centre.code for centre in years.store.centres()) == ["binh-khe", "mao-khe"]
    assert years.lines[0].startswith(" TTHTCĐ xã Bình Khê · Năm học 2021-2022")
    assert years.line("Hoàn thành").endswith("Lỗi 0   Cảnh báo 0"), "nothing is wrong before anything is filled in"


def test_a_centre_without_a_name_is_not_made(years: Screens) -> None:
    years.press("end", "enter", "f2")
    assert years.message.startswith("Chưa tạo: Tên trung tâm đang để trống.")
    assert years.at == "new/name"
    assert len(years.store.centres()) == 1


def test_deleting_a_year_asks_and_keeps_a_copy_and_closes_what_was_open(years: Screens, tmp_path: Path) -> None:
    years.press("delete")
    assert years.message.startswith("Xóa cả báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê?")
    years.press("escape")
    assert labels(years) == ["2019-2020", "2020-2021"]
    years.press("delete", "2")
    assert labels(years) == ["2019-2020"]
    copies = list((tmp_path / "da-xoa").iterdir())
    assert len(copies) == 1
    assert copies[0].name in years.text.replace("\n", "").replace(" ", "")
    assert years.lines[0].startswith(" Chưa mở năm nào")
    years.press("escape", "f3", "ctrl+g", "4")
    assert years.title == "CÁC NĂM, TRUNG TÂM", "without a year there is nowhere to go"
    years.press("home", "enter")
    assert years.title == "TỔNG QUAN"


def test_delete_on_another_line_says_where_it_belongs(years: Screens) -> None:
    years.press("end", "delete")
    assert years.message == "Delete dùng ở dòng của một năm."


def test_undo_here_touches_no_year(years: Screens) -> None:
    years.press("ctrl+z")
    assert years.message.startswith("Ở đây không có gì để hoàn tác.")


# -- the very first start ---------------------------------------------------------------------------------------------


def test_on_an_empty_database_the_guide_comes_first_then_the_first_centre(tmp_path: Path) -> None:
    with opened(tmp_path, path=tmp_path / "moi.db") as first:
        assert first.title == "HƯỚNG DẪN NHANH · 1/5"
        first.press("escape")
        assert first.title == "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"
        first.type("TTHTCĐ phường Mạo Khê")
        first.press("enter")
        assert "mao-khe" in first.line("Mã (tự đặt theo tên)")
        first.type("2020-2021")
        first.press("enter")
        assert first.cursor_line == "  > Tạo trung tâm và năm đầu tiên"
        first.press("enter")
        assert isinstance(first.screen, OverviewScreen)
        assert first.message == "Đã tạo năm học 2020-2021."
        first.press("f8")
        assert first.title == "0 CHI TIẾT BÁO CÁO"
        assert first.message.startswith("Còn thiếu")
    store = Store(tmp_path / "moi.db")
    assert [year.period.label for year in store.years()] == ["2020-2021"]
    store.close()


def test_who_has_seen_the_guide_is_not_shown_it_again(tmp_path: Path) -> None:
    remember_guide()
    with opened(tmp_path, path=tmp_path / "moi.db") as first:
        assert first.title == "TẠO TRUNG TÂM VÀ NĂM ĐẦU TIÊN"
        first.press("escape")
        assert isinstance(first.screen, YearsScreen)
        assert first.message.startswith("Chưa có trung tâm nào.")
        first.press("escape")
        assert "Ctrl+Q để thoát" in first.message


def test_on_a_database_with_years_there_is_no_guide(tmp_path: Path) -> None:
    with opened(tmp_path, path=sample_database(tmp_path)) as screens:
        assert isinstance(screens.screen, OverviewScreen)
