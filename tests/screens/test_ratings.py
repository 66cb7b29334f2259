"""Sự tham gia của xã hội: five digits rate five groups; contribution and note below."""

from __future__ import annotations

import pytest
from support.screens import Screens

GROUPS = ("co_quan", "doanh_nghiep", "nha_hao_tam", "ton_giao", "doan_the")


@pytest.fixture
def ratings(screens: Screens) -> Screens:
    screens.press("5", "enter")
    assert screens.at == "rating/co_quan/level"
    screens.keys = 0
    return screens


def levels(ratings: Screens) -> list[str]:
    return [ratings.stored(f"rating/{group}/level") for group in GROUPS]


def test_five_lines_with_last_years_rating_beside(ratings: Screens) -> None:
    assert ratings.lines[2:8] == [
        "     Tham gia của …                Mức đánh giá           2019-2020",
        ">    cơ quan chuyên môn            Thực hiện tốt          Thực hiện tốt",
        "     các doanh nghiệp              Thực hiện tốt          Thực hiện tốt",
        "     nhà hảo tâm                   Thực hiện tốt          Thực hiện tốt",
        "     các cơ sở tôn giáo            Thực hiện tốt          Thực hiện khá",
        "     các đoàn thể, tổ chức xã hội  Thực hiện tốt          Thực hiện tốt",
    ]
    assert ratings.message == (
        "1 Thực hiện tốt · 2 Thực hiện khá · 3 Đạt yêu cầu · 4 Chưa đạt · 5 Không có trên địa bàn · 0 Bỏ chọn"
    )


def test_five_digits_rate_all_and_0_clears(ratings: Screens) -> None:
    ratings.press("1", "2", "3", "4", "5")
    assert levels(ratings) == [
        "Thực hiện tốt", "Thực hiện khá", "Đạt yêu cầu", "Chưa đạt", "Không có trên địa bàn",
    ]  # fmt: skip
    assert ratings.at == "rating/co_quan/contribution", "on to what may be said besides"
    ratings.press("up", "0")
    assert levels(ratings)[-1] == ""
    assert ratings.cursor_line.split()[-4:] == ["·", "Thực", "hiện", "tốt"]
    ratings.press("f4")
    assert levels(ratings)[-1] == "Thực hiện tốt"


def test_a_digit_too_many_is_no_contribution(ratings: Screens) -> None:
    ratings.type("1111123")
    assert levels(ratings) == ["Thực hiện tốt"] * 5
    assert (ratings.at, ratings.sheet.typing) == ("rating/co_quan/contribution", None)
    assert ratings.message == "Chưa ghi “23”: bấm Enter hoặc mũi tên vào ô trước."
    ratings.press("enter")
    ratings.type("2,5 triệu")
    ratings.press("enter")
    assert ratings.stored("rating/co_quan/contribution") == "2.500.000"


def test_contribution_and_note_are_filled_in_below(ratings: Screens) -> None:
    ratings.press(*["down"] * 6)
    assert ratings.at == "rating/doanh_nghiep/contribution"
    ratings.type("2,5 triệu")
    ratings.press("enter")
    assert ratings.at == "rating/doanh_nghiep/note"
    ratings.type("Tặng máy tính")
    ratings.press("enter")
    assert ratings.stored("rating/doanh_nghiep/contribution") == "2.500.000"
    assert ratings.stored("rating/doanh_nghiep/note") == "Tặng máy tính"
    assert ratings.lines[10] == "     các doanh nghiệp                    2.500.000 đồng  Tặng máy tính"


def test_the_largest_contribution_is_not_cut(ratings: Screens) -> None:
    ratings.press(*["down"] * 5)
    ratings.type("999.999.999.999")
    ratings.press("enter")
    assert "999.999.999.999 đồng" in ratings.text


def test_f8_finds_a_group_without_rating(ratings: Screens) -> None:
    ratings.press("down", "0", "escape", "f8")
    assert ratings.at == "rating/doanh_nghiep/level"
    assert ratings.message.startswith("Còn thiếu. 1 Thực hiện tốt")


def test_a_first_row_whose_level_there_is_not_is_no_title_and_is_kept(ratings: Screens) -> None:
    ratings.paste("Cơ quan chuyên môn\tXuất sắc\nNhà hảo tâm\tThực hiện khá\n")
    assert ratings.stored("rating/nha_hao_tam/level") == "Thực hiện khá"
    assert "“Xuất sắc”" in ratings.message
    assert ratings.screen.session.refused.count == 1


def test_of_two_years_the_column_of_this_one_is_taken_and_another_years_alone_is_refused(ratings: Screens) -> None:
    ratings.paste(
        "Nhóm\tNăm học 2019-2020\tNăm học 2020-2021\nCơ quan chuyên môn\tĐạt yêu cầu\tThực hiện khá\n"
        "Nhà hảo tâm\tChưa đạt\tĐạt yêu cầu\n"
    )
    assert (levels(ratings)[0], levels(ratings)[2]) == ("Thực hiện khá", "Đạt yêu cầu")
    assert "cột “Năm học 2019-2020”" in ratings.message
    ratings.paste("Nhóm\tNăm học 2019-2020\nCơ quan chuyên môn\tChưa đạt\nNhà hảo tâm\tChưa đạt\n")
    assert (levels(ratings)[0], levels(ratings)[2]) == ("Thực hiện khá", "Đạt yêu cầu")
    assert ratings.message.startswith("Chưa dán gì: bảng dán ghi “Năm học 2019-2020”, không phải năm của báo cáo này.")
    assert ratings.screen.session.refused.count == 2


def test_money_pasted_in_millions_is_millions(ratings: Screens) -> None:
    ratings.press(*["down"] * 5)
    assert ratings.at == "rating/co_quan/contribution"
    ratings.paste("Nhóm\tSố tiền (triệu đồng)\nNhà hảo tâm\t25\nCác doanh nghiệp\t12,5\n")
    assert ratings.stored("rating/nha_hao_tam/contribution") == "25.000.000"
    assert ratings.stored("rating/doanh_nghiep/contribution") == "12.500.000"
