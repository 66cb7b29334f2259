"""How screens look: columns stand under each other, and what is cut says so, at every size there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.screens import Screens, opened

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.widgets.bars import MessageBar

Open = Callable[[int, int], Screens]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Open]:
    """The sample year in a window of a size."""
    with ExitStack() as stack:
        yield lambda columns, rows: stack.enter_context(opened(tmp_path, columns, rows))


def carried_over(screens: Screens) -> None:
    """Open a new year that begins with last year's words."""
    screens.press("end", "enter", "f4", "enter")


def column(screens: Screens, words: str) -> int:
    """Where `words` begin, in the one line that holds them."""
    return screens.line(words).index(words)


# -- the export screen -------------------------------------------------------------------------------------------------


def test_the_folder_stands_under_its_fellows_and_is_whole(at: Open, tmp_path: Path) -> None:
    for size in ((80, 24), (40, 20)):
        screens = at(*size)
        screens.press("8")
        assert column(screens, "Thư mục: ") == column(screens, "Định dạng")


def test_all_formats_are_listed_whatever_the_width(at: Open) -> None:
    for size in ((80, 24), (40, 20)):
        screens = at(*size)
        screens.press("8", "down", "down")
        for words in ("1 DOCX", "4 XLSX", "6 M", "7 PDF", "8 ZIP"):
            assert words in screens.message
        assert "…" not in screens.message


def test_a_letter_on_a_long_choice_is_answered_in_what_there_is_room_for(at: Open) -> None:
    screens = at(80, 24)
    screens.press("8", "down", "down")
    screens.type("x")
    assert screens.message.startswith("Chưa ghi “x”: ở đây bấm số để chọn")
    assert "…" not in screens.message


# -- sheets ------------------------------------------------------------------------------------------------------------


def test_money_in_the_checklist_stands_under_the_statuses(at: Open) -> None:
    screens = at(80, 24)
    screens.colleague("figure/kinh_phi_ngan_sach", "31500000")
    screens.press("f5", "3", *["pagedown"] * 2)
    status = column(screens, "Đã thực hiện     Kinh phí")
    line = screens.line("Kinh phí từ ngân sách")
    assert line[:status].strip(" >") == "Kinh phí từ ngân sách"
    assert line[status - 2 : status] == "  "
    assert line[status:].strip() == "31.500.000 đồng"


def test_what_will_be_printed_is_said_once(at: Open) -> None:
    screens = at(80, 24)
    screens.press("2", "down", "down")
    assert screens.text.count("Phó Chủ tịch UBND phường, phụ trách") == 1, "in the line of print, and not below it too"
    assert screens.message == ""
    screens = at(110, 40)
    screens.press("2", "down", "down")
    assert "│ >    - Giám đốc: Phó Chủ tịch UBND phường," in screens.text
    assert screens.text.count("Sẽ in") == 1, "beside, and not below it too"
    assert screens.message == "Chức vụ và đơn vị công tác."
    screens.press("down")
    assert "Không in" in screens.text, "why not is told in words"


def test_what_is_not_printed_is_said_in_full(at: Open) -> None:
    screens = at(80, 24)
    screens.press("3", "down", "right", "right")
    assert screens.message.endswith("Ban Giám đốc: Tủ hồ sơ số 1, tập Quyết định")


def test_beside_its_section_last_year_has_room(at: Open) -> None:
    screens = at(110, 40)
    screens.press("1")
    assert "trên 40.000 người       gần 40.000  │" in screens.line("    Dân số")
    screens.press("escape", "5")
    assert "2019-2020" in screens.line("Tham gia của …")


# -- 40 columns --------------------------------------------------------------------------------------------------------


def test_a_command_too_long_for_the_palette_ends_with_a_sign(at: Open) -> None:
    screens = at(40, 20)
    screens.press("ctrl+p")
    assert screens.line("Mở nhật ký hoạt động của").endswith(" F6     Mở nhật ký hoạt động của dòng n…")
    screens.resize(80, 24)
    assert screens.line("Mở nhật ký hoạt động của").endswith("của dòng này")


def test_the_overview_counts_what_it_has_no_room_to_name(at: Open) -> None:
    screens = at(40, 20)
    carried_over(screens)
    assert screens.line("Đặc điểm").endswith("?19 !7")
    assert screens.line("Hiệu quả").endswith("X1 ?5 !8")
    assert screens.lines[1].endswith("29%  X1  !48")
    cut = [line for line in screens.lines[2:17] if line.endswith("…")]
    assert not cut, screens.text


def test_the_overview_names_what_there_is_room_to_read(at: Open) -> None:
    screens = at(80, 24)
    carried_over(screens)
    assert screens.line("Chi tiết báo cáo").endswith("? thiếu 1 ! 9 cảnh báo")
    assert screens.line("Kết quả hoạt động").endswith("? thiếu 11: Học chương trình …")
    assert screens.line("Hiệu quả").endswith("X 1 lỗi ? thiếu 5 ! 8 cảnh báo")


@pytest.mark.parametrize("key", ["1", "2", "6"])
def test_a_head_does_not_promise_last_year_where_it_has_no_room(at: Open, key: str) -> None:
    screens = at(40, 20)
    screens.press(key)
    assert "bên phải" not in screens.lines[1]
    assert "…" not in screens.lines[1]


def test_a_head_tells_whole_what_there_is_room_for(at: Open) -> None:
    screens = at(40, 20)
    screens.press("f9")
    assert screens.lines[1] == "XEM TRƯỚC                bản chính thức"
    screens.press("escape")
    carried_over(screens)
    screens.choose("Rà soát")
    assert screens.lines[1].endswith(" còn 48 chỗ")


def test_a_question_has_room_for_its_answers(at: Open) -> None:
    screens = at(40, 20)
    screens.press("end", "enter", "delete")
    assert screens.message == (
        "Xóa cả báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê? Một bản sao được giữ lại."
        " [Không]  Có  (← → chọn, Enter)"
    )
    screens.agree()
    assert "TTHTCĐ phường Mạo Khê?" in " ".join(line.strip() for line in screens.lines[2:4])


def test_a_number_is_whole_with_its_unit(at: Open) -> None:
    screens = at(40, 20)
    screens.press("1")
    assert screens.line("    Dân số").endswith("trên 40.000 người")
    assert screens.line("Doanh nghiệp tư").endswith("100 doanh nghiệp")


def test_a_head_that_is_cut_says_so(at: Open) -> None:
    screens = at(40, 20)
    screens.press("3")
    assert screens.line("Nội dung t…").endswith("Trạng t…  Lời …  Minh…")
    screens.press("escape", "4")
    assert screens.line("TT Nội dung").endswith("Số lớp  Lượt người")


# -- review ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_the_cursor_of_the_review_never_stands_on_a_blank_line(at: Open, size: tuple[int, int]) -> None:
    screens = at(*size)
    carried_over(screens)
    screens.press("end", "up", "up", "up", "up", "up")
    screens.choose("Rà soát")
    for key in (*["down"] * 25, "pagedown", "pagedown", *["up"] * 12, "pageup", "end", "home"):
        screens.press(key)
        line = next(line for line in screens.lines if line.startswith(">"))
        assert line.strip("> │"), f"after {key}\n{screens.text}"


# -- what is said ------------------------------------------------------------------------------------------------------


def test_what_is_said_takes_the_rows_it_needs_until_the_next_key(at: Open) -> None:
    screens = at(80, 24)
    screens.colleague("figure/so_ho", "200")
    screens.press("f5")
    screens.do(lambda app: app.navigator.open(to.Reason(Place("figure/so_ho"))))
    screens.type("sáp nhập hai khu vực sau khi điều chỉnh địa giới theo nghị quyết của Quốc hội, số hộ tách ra lớn")
    rows = len(screens.lines)
    screens.press("enter")
    assert screens.message.startswith("In câu này ở “Đặc điểm tình hình địa phương: Nội dung”? Số hộ gia đình giảm 98%")
    assert screens.message.endswith("In vào báo cáo (← → chọn, Enter)")
    assert "…" not in screens.message
    assert screens.lines[-5].startswith("In câu này"), "it grew by a row"
    screens.press("escape", "1")
    assert not screens.lines[-4].startswith(" In"), "and the work has it back"
    assert len(screens.lines) == rows


def test_a_narrow_window_has_rows_for_a_hint_that_do_not_move(at: Open) -> None:
    screens = at(40, 20)
    screens.press("5")
    assert screens.message == (
        "Enter để vào ô. cơ quan chuyên môn. 1 Thực hiện tốt · 2 Thực hiện khá · 3 Đạt yêu cầu · 4 Chưa đạt ·"
        " 5 Không có trên địa bàn · 0 Bỏ chọn"
    )
    tops = set()
    for _ in range(6):
        screens.press("down")
        tops.add(screens.screen.query_one(MessageBar).region.y)
    assert tops == {15}, "four rows above the keys"


@pytest.mark.long
@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
@pytest.mark.parametrize("keys", ["0", "1", "2", "3", "4", "5", "6", "8", "f9", "end enter"])
@pytest.mark.parametrize("is_carried", [False, True])
def test_no_hint_and_no_question_is_cut(at: Open, size: tuple[int, int], keys: str, is_carried: bool) -> None:
    screens = at(*size)
    if is_carried:
        carried_over(screens)
    screens.press(*keys.split())
    for _ in range(40):
        screens.press("down")
        assert not screens.message.endswith("…"), screens.text
    screens.press("delete")
    assert "…" not in screens.message, screens.text
