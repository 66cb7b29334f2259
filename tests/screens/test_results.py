"""Kết quả hoạt động: the grid of numbers, its paste, its total, and where each number comes from."""

from __future__ import annotations

import pytest
from support.results import stored
from support.screens import Screens
from support.years import RESULTS

from tthtcd_tui.screens.log import LogScreen


def test_the_table_with_last_year_and_the_source_of_each_row(results: Screens) -> None:
    assert results.lines[2:8] == [
        "  TT Nội dung                          Số lớp  Lượt người│    2019-2020 Nguồn",
        ">  1 Học chương trình xóa mù chữ            –           –│    –       – nhập tay",
        "   2 Học nghề ngắn hạn                      2         540│    3     410 nhật ký",
        "   3 Các chuyên đề",
        "   a   Giáo dục pháp luật                  26       2.554│   24   2.310 nhập tay",
        "   b   Giáo dục sức khỏe                   35       4.025│   31   3.720 nhập tay",
    ]
    assert results.line("TỔNG") == "     TỔNG                                 445      43.117│  402  39.871 +8,1%"


def test_22_numbers_with_enter_each_saved_as_it_is_left_and_the_total_follows(results: Screens) -> None:
    for numbers in RESULTS.values():
        for number in numbers:
            results.type(str(int(number.replace(".", "")) * 2) if number != "-" else "1")
            results.press("enter")
    assert stored(results)["phap_luat"] == ("52", "5.108")
    assert results.line("TỔNG").split("│")[0].split() == ["TỔNG", "891", "86.235"]
    assert results.at == "narrative/ket_qua"


def test_22_numbers_typed_ahead_land_where_they_were_meant_though_the_fifth_is_refused(results: Screens) -> None:
    numbers = [str(1000 + number) for number in range(22)]
    numbers[4] = "40,000"
    results.send(*(key for number in numbers for key in [*number, "enter"]))
    cells = [number for row in stored(results).values() for number in row]
    assert cells[:4] + cells[5:] == [f"1.0{number:02}" for number in range(22) if number != 4]
    assert cells[4] == "26", "the cell keeps what it had"
    assert results.at == "narrative/ket_qua"
    results.press("f8")
    assert results.at == "results/phap_luat/classes"
    assert "40,000" in results.cursor_line
    assert "“40,000” có thể là 40.000 hoặc 40." in results.text
    results.type("40")
    results.press("enter")
    assert stored(results)["phap_luat"][0] == "40"
    assert "40,000" not in results.text


def test_a_refused_number_is_told_with_both_readings_and_marked_while_one_goes_on(results: Screens) -> None:
    results.type("40,000")
    results.press("enter")
    assert results.at == "results/xoa_mu_chu/participations"
    assert "“40,000” có thể là 40.000 hoặc 40." in results.message
    assert "40,000" in results.line(" 1 Học chương trình xóa mù chữ")
    results.press("down")
    assert results.line(" 1 Học chương trình xóa mù chữ").startswith(" X")


def test_a_number_in_the_fifth_row_is_changed(results: Screens) -> None:
    results.press(*["down"] * 4)
    results.type("30")
    results.press("enter")
    assert stored(results)["moi_truong"] == ("30", "3.270")


def test_what_the_log_gives_is_shown_typed_over_and_got_back(results: Screens) -> None:
    results.press("down")
    assert results.at == "results/hoc_nghe/classes"
    assert results.message == "Cộng từ nhật ký; gõ số là ghi đè. F6 xem nhật ký."
    results.press("f4")
    assert results.message == "Chép từ 2019-2020, chưa rà soát: sửa lại, hoặc F2 nếu đúng."
    assert results.stored("results/hoc_nghe/classes") == "3", "a number the log gave too"
    assert results.stored("carried/results/hoc_nghe/classes") == "2019-2020"
    results.press("f2")
    assert results.stored("carried/results/hoc_nghe/classes") == ""
    results.press("right", "left")
    assert results.cursor_line.endswith("cả hai")
    assert results.message.startswith("Cảnh báo: Học nghề ngắn hạn: Số lớp: đã nhập 3, nhật ký hoạt động cộng được 2.")
    assert results.sheet.cell is not None
    results.press("delete")
    assert results.cursor_line.endswith("nhật ký")
    assert stored(results)["hoc_nghe"] == ("", "")


def test_ctrl_o_explains_a_number_the_log_does_not_bear_out(results: Screens) -> None:
    results.press("down")
    results.type("3")
    results.press("enter", "left", "ctrl+o")
    results.type("Một lớp ghi sau.")
    results.press("enter")
    assert results.stored("reason/results/hoc_nghe/classes") == "Một lớp ghi sau."
    assert results.message.startswith("Đã giải trình: Học nghề ngắn hạn")
    assert results.at == "results/hoc_nghe/classes"


def test_classes_without_anybody_are_an_error_at_the_cell(results: Screens) -> None:
    results.press(*["down"] * 9, "right")
    assert results.at == "results/cau_lac_bo/participations"
    results.type("0")
    results.press("f2")
    assert results.message == (
        "Lỗi: Hoạt động của các câu lạc bộ: có 110 lớp nhưng 0 lượt người. Sửa một trong hai số."
    )
    results.press("up")
    assert results.line("câu lạc bộ").startswith(" X 5")


def test_ctrl_d_copies_the_number_above_from_the_log_too(results: Screens) -> None:
    results.press("down", "down", "ctrl+d")
    assert stored(results)["phap_luat"] == ("2", "2.554")


def test_f6_opens_the_log_behind_the_row_and_esc_comes_back(results: Screens) -> None:
    results.press("down", "f6")
    assert isinstance(results.screen, LogScreen)
    assert results.lines[1].endswith("Học nghề ngắn hạn")
    assert "1–2 / 2 hoạt động · tổng loại này: 2 lớp, 540 lượt người" in results.text
    results.press("escape")
    assert results.at == "results/hoc_nghe/classes"


def test_nil_and_zero_are_two_answers(results: Screens) -> None:
    results.press("down", "down")
    results.type("0")
    results.press("enter")
    results.type("-")
    results.press("enter")
    assert stored(results)["phap_luat"] == ("0", "-")
    assert results.line("Giáo dục pháp luật").split("│")[0].split()[-2:] == ["0", "–"]


@pytest.mark.parametrize(
    "titles", ["Nam\tNữ", "Học kỳ I\tHọc kỳ II", "Kế hoạch\tThực hiện", "Số lớp kế hoạch\tSố lượt kế hoạch"]
)
def test_numbers_under_titles_of_something_else_are_refused_and_kept(results: Screens, titles: str) -> None:
    before = results.changes
    results.paste(f"Nội dung\t{titles}\nHọc nghề ngắn hạn\t3\t87\nGiáo dục môi trường\t8\t671\n")
    assert "không phải cột nào của bảng này" in results.message
    assert results.changes == before
    assert results.screen.session.refused.count == 2
