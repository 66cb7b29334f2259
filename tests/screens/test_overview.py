"""The first screen: how far each section is, what is wrong, where one stopped, and that Enter goes on there."""

from __future__ import annotations

from pathlib import Path

from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.screens.overview import OverviewScreen


def test_a_line_a_section_with_its_number_its_bar_and_its_state(screens: Screens) -> None:
    screens.colleague("results/cau_lac_bo/participations", "0")
    screens.colleague("results/truyen_thanh/classes", "")
    screens.colleague("rating/ton_giao/level", "")
    screens.press("f5")
    assert screens.line("Đặc điểm địa phương") == "  1 Đặc điểm địa phương (I)     ██████████ 24/24  xong"
    assert screens.line("Kết quả hoạt động").startswith(
        "  4 Kết quả hoạt động (III.2)   █████████░ 10/11  X 1 lỗi ? thiếu 1: Hoạt động"
    )
    assert screens.line("Sự tham gia của xã hội") == (
        "  5 Sự tham gia của xã hội (IV) ████████░░  4/5   ? thiếu 1: Tham gia của các c…"
    )
    assert screens.line("Hoàn thành").endswith("Hoàn thành 97%   Lỗi 1   Cảnh báo 0")
    assert screens.line("Xuất báo cáo DOCX").endswith("dự thảo")
    assert "chưa chốt được: thiếu 2 chỗ, 1 lỗi" in screens.line("Chốt báo cáo")


def test_a_warning_stands_where_nothing_is_missing_and_is_counted(screens: Screens) -> None:
    screens.colleague("figure/so_truong", "16")
    screens.press("f5")
    assert "! 1 cảnh báo: Tổng số trường" in screens.line("Đặc điểm địa phương")
    assert screens.line("Hoàn thành").endswith("Lỗi 0   Cảnh báo 1")
    assert screens.line("Xuất báo cáo DOCX").endswith("xuất được; còn 1 cảnh báo")
    assert screens.line("Chốt báo cáo").endswith("chốt được; còn 1 cảnh báo")


def test_ready_is_only_what_nobody_has_to_look_at_any_more(screens: Screens) -> None:
    assert screens.line("Xuất báo cáo DOCX").endswith("sẵn sàng")
    assert screens.line("Chốt báo cáo").endswith("chưa chốt")


def test_what_was_carried_over_and_not_reviewed_is_counted_before_finalising(screens: Screens) -> None:
    screens.colleague("figure/dan_so", "")
    screens.press("f5", "1", *["down"] * 2, "f4", "escape")
    assert screens.line("Xuất báo cáo DOCX").endswith("xuất được; còn 1 chỗ chưa rà soát")
    assert screens.line("Chốt báo cáo").endswith("chưa chốt được: 1 chỗ chưa rà soát")
    screens.colleague("figure/so_truong", "16")
    screens.press("f5")
    assert screens.line("Xuất báo cáo DOCX").endswith("xuất được; còn 1 chỗ chưa rà soát, 1 cảnh báo")
    assert screens.line("Chốt báo cáo").endswith("chưa chốt được: 1 chỗ chưa rà soát, 1 cảnh báo")
    screens.resize(40, 20)
    screens.press("end")
    assert screens.line("Chốt báo cáo").endswith("chưa chốt được")


def test_a_digit_opens_a_line_and_esc_comes_back(screens: Screens) -> None:
    for number, title in enumerate(
        ["CHI TIẾT", "ĐẶC ĐIỂM", "BAN GIÁM ĐỐC", "NỘI DUNG", "KẾT QUẢ", "SỰ THAM GIA", "HIỆU QUẢ"]
    ):
        screens.press(str(number))
        assert screens.title.startswith(f"{number} {title}")
        screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen)
    screens.press("7")
    assert screens.title == "7 TỔNG HỢP"
    screens.press("escape", "8")
    assert screens.title == "8 XUẤT BÁO CÁO"
    screens.press("escape", "9")
    assert screens.title == "MỌI LỆNH", "as after Ctrl+G"


def test_the_arrows_choose_a_line_and_enter_opens_it(screens: Screens) -> None:
    screens.press("down", "down", "enter")
    assert screens.title == "2 BAN GIÁM ĐỐC"
    screens.press("escape", "end", "enter")
    assert screens.title == "CÁC NĂM, TRUNG TÂM"
    screens.press("escape", "end", "up", "enter")
    assert screens.title == "NHẬT KÝ HOẠT ĐỘNG"


def test_enter_goes_on_where_one_stopped(screens: Screens) -> None:
    screens.press("4", "down", "down", "right", "escape")
    assert screens.message == "Lần trước bạn dừng ở: Giáo dục pháp luật: Số lượt người tham gia. Enter để tiếp tục."
    assert screens.cursor_line.startswith("> 4 Kết quả")
    screens.press("enter")
    assert screens.at == "results/phap_luat/participations"
    screens.press("escape", "down")
    assert screens.message.endswith("Số lượt người tham gia. Enter mở dòng đang chọn.")
    screens.press("enter")
    assert screens.title.startswith("5 "), "another line is opened as it is"


def test_where_one_stopped_outlives_the_program(tmp_path: Path) -> None:
    path = sample_database(tmp_path)
    with opened(tmp_path, path=path) as first:
        assert first.message.startswith("Bấm số để mở một mục"), "nobody has stopped anywhere yet"
        first.press("1", "down", "down")
        first.type("41000")
        first.press("enter")
        first.colleague("figure/so_ho", "1")
    with opened(tmp_path, path=path) as again:
        assert again.message == "Lần trước bạn dừng ở: Dân số. Enter để tiếp tục."
        again.press("enter")
        assert again.at == "figure/dan_so"


def test_esc_says_what_is_not_saved(screens: Screens) -> None:
    screens.press("1", "down", "down", "down")
    screens.type("đông")
    screens.press("enter")
    screens.press("escape")
    screens.press("escape")
    assert screens.message == (
        "Đây là màn hình đầu. Chưa lưu vì gõ sai: “Số hộ gia đình”, được giữ đến lần mở sau. Ctrl+Q để thoát."
    )


def test_esc_leaves_nothing_and_says_how_to_leave(screens: Screens) -> None:
    screens.press("escape")
    assert screens.message == "Đây là màn hình đầu. Bấm Ctrl+Q để thoát; mọi thứ đã được lưu."
    screens.press("ctrl+q")
    assert not screens.app.is_running


def test_the_key_line_says_what_enter_does_on_the_line_under_the_cursor(screens: Screens) -> None:
    assert "Enter Mở dòng" in screens.lines[-1]
    screens.press("1", "enter", "escape")
    assert "Enter Tiếp tục" in screens.lines[-1]
    screens.press("down")
    assert "Enter Mở dòng" in screens.lines[-1]
