"""F9 from anywhere shows the report as it will read; Tab goes to a gap, Enter to the cell that fills it."""

from __future__ import annotations

from pathlib import Path

from support.screens import Screens, opened

from tthtcd_tui.screens.export import ExportScreen
from tthtcd_tui.screens.preview import PreviewScreen
from tthtcd_tui.screens.section import SectionScreen


def test_f9_shows_the_text_and_f9_again_exports(screens: Screens) -> None:
    screens.press("f9")
    assert isinstance(screens.screen, PreviewScreen)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in screens.text
    assert "bản chính thức · không còn chỗ trống" in screens.line("XEM TRƯỚC")
    assert "Tab" not in screens.lines[-1], "there is no gap to go to"
    screens.press("f9")
    assert isinstance(screens.screen, ExportScreen)


def test_what_is_being_typed_is_saved_before_it_is_shown(screens: Screens) -> None:
    screens.press("1", "down")
    screens.type("25")
    screens.press("f9")
    assert screens.stored("figure/dien_tich") == "25"
    assert "diện tích tự nhiên 25 km²" in screens.text


def test_a_gap_is_gone_to_filled_and_no_longer_there(screens: Screens) -> None:
    screens.colleague("figure/dan_so", "")
    screens.colleague("report/signer", "")
    screens.press("f5", "f9")
    assert "dự thảo · 2 chỗ trống" in screens.line("XEM TRƯỚC")
    assert "Tab Chỗ trống" in screens.lines[-1]
    screens.press("tab")
    assert "[Chưa nhập: Dân số]" in screens.line(">")
    assert screens.message.startswith("Còn trống: Dân số.")
    screens.press("enter")
    assert isinstance(screens.screen, SectionScreen)
    screens.type("41.000")
    screens.press("enter", "f9")
    assert "1 chỗ trống" in screens.line("XEM TRƯỚC")
    screens.press("tab")
    assert screens.message.startswith("Còn trống: Họ và tên người ký.")


def test_enter_on_a_heading_opens_what_follows_it(screens: Screens) -> None:
    screens.press("f9", "right", "right", "right")
    assert "BAN GIÁM ĐỐC" in screens.line(">").upper()
    screens.press("enter")
    assert screens.title == "2 BAN GIÁM ĐỐC"


def test_f9_in_a_cell_leads_to_its_sentence_and_every_esc_one_step_back(screens: Screens) -> None:
    screens.press("1", "down", "f9")
    sentence = screens.line("> ")
    assert "diện tích tự nhiên" in sentence
    screens.press("down", "enter")
    assert screens.at not in ("", "figure/dien_tich")
    screens.press("down", "escape")
    assert screens.line("> ") != sentence
    screens.press("up")
    assert screens.line("> ") == sentence, "back to the line one came from"
    screens.press("escape", "escape")
    assert screens.title == "TỔNG QUAN"


def test_there_and_back_again_is_no_longer_way(screens: Screens) -> None:
    screens.press("4", *["f9", "enter"] * 5, "escape", "escape", "escape")
    assert screens.title == "TỔNG QUAN"


def test_what_is_wrong_is_marked_where_it_will_be_printed(screens: Screens) -> None:
    screens.colleague("results/cau_lac_bo/participations", "0")
    screens.press("f5", "4", *["down"] * 9, "f9")
    assert screens.line(">X ").split() == [">X", "5", "Hoạt", "động", "của", "các", "câu", "lạc", "bộ", "110", "0"]
    assert screens.message.startswith("Lỗi: ")


def test_a_finding_of_a_text_is_marked_at_its_sentence_alone(screens: Screens) -> None:
    """The paragraph has three; the one in the middle says another number than its cell."""
    first = "Trung tâm tổ chức nhiều lớp học cho người dân ở mọi khu phố trong cả năm học."
    wrong = "Lớp giáo dục pháp luật thu hút 2.545 lượt người tham gia học tập."
    last = "Các câu lạc bộ hoạt động đều, thu hút đông đảo người dân ở mọi lứa tuổi đến học."
    screens.colleague("narrative/ket_qua", f"{first} {wrong} {last}")
    screens.press("f5", "f9")
    for _ in range(200):
        if "Trung tâm tổ chức nhiều lớp" in screens.cursor_line:
            break
        screens.press("down")
    assert screens.cursor_line.startswith("> "), "its first line has words of the first sentence alone"
    screens.press("down", "down", "down", "down")  # the whole paragraph is in sight
    marked = [" ".join(line[3:].split()) for line in screens.lines if line[1:2] == "!"]
    assert len(marked) in (1, 2), "the lines of the sentence, and no others"
    assert "2.545" in " ".join(marked)
    while "2.545" not in screens.cursor_line:
        screens.press("up")
    assert "ghi “2.545 lượt người tham gia" in screens.message


def test_it_is_read_to_the_end_at_any_size(screens: Screens) -> None:
    for columns, rows in ((120, 40), (40, 10), (80, 24)):
        screens.resize(columns, rows)
        screens.press("f9", "end")
        assert "Vũ Thanh Hải" in screens.text
        screens.press("home")
        assert "UBND PHƯỜNG MẠO KHÊ" in screens.text
        screens.press("escape")
        assert screens.title == "TỔNG QUAN"


def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    with opened(tmp_path) as screens:
        screens.colleague("narrative/dia_phuong", "[/] [bold]{{dan_so} &<b>\x1b[31m đỏ")
        screens.press("f5", "f9")
        assert "[/] [bold]{dan_so} &<b>[31m đỏ" in screens.text
        assert "\x1b" not in screens.text


def test_a_number_that_a_hand_may_write_is_no_gap_that_forbids_issue(screens: Screens) -> None:
    screens.colleague("report/number", "")
    screens.press("f5", "f9")
    assert screens.line("XEM TRƯỚC").endswith("bản chính thức · Số văn bản ghi tay được")
    screens.press("tab")
    assert screens.line(">").startswith(">·       Số:     /BC-TTHTCĐ")
    assert screens.message == "Số văn bản còn trống: Enter để nhập, hoặc ghi tay sau khi ký."
    screens.colleague("figure/dan_so", "")
    screens.press("f5")
    assert screens.line("XEM TRƯỚC").endswith("dự thảo · 2 chỗ trống"), "Tab goes to both"
