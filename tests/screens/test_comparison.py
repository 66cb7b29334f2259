"""This year beside those before it, on the screen."""

from __future__ import annotations

import pytest
from support.screens import Screens
from support.stores import number, save

from tthtcd_tui.text.periods import Period


@pytest.fixture
def compared(screens: Screens) -> Screens:
    screens.press("ctrl+p")
    screens.type("so sanh voi")
    screens.press("enter")
    return screens


def test_totals_are_bars_and_every_number_has_its_line(compared: Screens) -> None:
    assert compared.title.startswith("SO SÁNH CÁC NĂM")
    bars = [line for line in compared.lines if "█" in line and line.lstrip("> ").startswith("20")]
    assert [line.split()[-1] for line in bars] == ["402", "+10,7%", "39.871", "+8,1%"]
    head = next(line for line in compared.lines if "Nội dung" in line)
    assert head.split()[-4:] == ["2019-2020", "2020-2021", "so", "trước"] or "19-20" in head
    compared.press("pagedown")
    assert any("▁" in line for line in compared.lines)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40)])
def test_enter_goes_to_the_cell_at_any_size(compared: Screens, size: tuple[int, int]) -> None:
    compared.resize(*size)
    while "Học nghề ngắn" not in compared.message:
        compared.press("down")
    compared.press("enter")
    assert compared.at.startswith("results/hoc_nghe")
    compared.press("escape")
    assert compared.title.startswith("SO SÁNH")


@pytest.mark.long
def test_years_without_a_number_in_common_are_told_apart_from_no_year_before(screens: Screens) -> None:
    screens.choose("Các năm, trung tâm")
    screens.choose("Tạo năm mới")
    screens.type("2018-2019")
    screens.press("enter")
    screens.choose("Tạo năm 2018-2019")
    screens.choose("Các năm, trung tâm")
    screens.press("up", "enter")
    screens.press("ctrl+p")
    screens.type("so sanh voi")
    screens.press("enter")
    assert screens.lines[2] == "> Chưa có số nào có ở cả năm nay lẫn năm trước, nên chưa so sánh được."


@pytest.fixture
def five(screens: Screens) -> Screens:
    """The sample year with five before it."""
    store, year = screens.store, screens.year
    for first in range(2015, 2019):
        made = store.years.add(year.centre.id, store.forms.read(year.form.digest), Period.school_year(first))
        save(store, made, {"results/phap_luat/classes": number(first - 2000)})
    screens.press("ctrl+p")
    screens.type("so sanh voi")
    screens.press("enter")
    return screens


def test_the_years_are_chosen_with_the_space_bar_and_kept_with_the_report(five: Screens) -> None:
    years = [line.strip(" >") for line in five.lines if "[" in line]
    assert years == ["[x] 2019-2020", "[x] 2018-2019", "[x] 2017-2018", "[x] 2016-2017", "[ ] 2015-2016"]
    for _ in range(5):
        five.press("down")
    five.press("space")
    assert "Đã chọn đủ 4 năm" in five.message
    five.press("up", "space")
    five.press("down", "enter")
    assert [line.strip(" >") for line in five.lines if "[x]" in line][-1] == "[x] 2015-2016"
    assert five.stored("report/compared") == "2019-2020\n2018-2019\n2017-2018\n2015-2016"


def test_enter_on_the_heading_of_the_choice_leads_to_its_first_year(five: Screens) -> None:
    five.press("enter")
    assert five.title.startswith("SO SÁNH CÁC NĂM")
    assert five.cursor_line.strip(" >") == "[x] 2019-2020"


def test_one_year_is_left_at_least_and_the_usual_ones_are_not_stored(five: Screens) -> None:
    five.press("down", "space", "down", "space", "down", "space", "down", "space")
    assert "Phải còn ít nhất một năm" in five.message
    assert five.stored("report/compared") == "2016-2017"
    for _ in range(3):
        five.press("up", "space")
    assert five.stored("report/compared") == ""
