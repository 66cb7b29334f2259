"""What is pasted on a sheet goes where its labels say, else in from the cursor on; what it replaced is told."""

from __future__ import annotations

import pytest
from support.results import BLOCK, stored
from support.screens import Screens
from support.years import RESULTS

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to

POPULATION = "figure/dan_so"
DELETING = to.DeleteYear("báo cáo", lambda _: None)


def test_a_block_without_heading_and_total_fills_the_grid(results: Screens) -> None:
    results.paste(BLOCK)
    assert stored(results) == RESULTS
    assert results.message == "Đã dán 11 dòng theo thứ tự. Ctrl+Z để hoàn tác."
    results.press("ctrl+z")
    assert stored(results)["hoc_nghe"] == ("", ""), "the log gives it again"


def test_a_block_over_numbers_says_how_many_it_replaced(results: Screens) -> None:
    results.paste(BLOCK)
    results.paste(BLOCK)
    assert results.message == "Đã dán 11 dòng theo thứ tự. Ctrl+Z để hoàn tác.", "the same numbers are no news"
    results.press("down")
    before = stored(results)["hoc_nghe"]
    results.paste(f"7\t{before[1]}\n")
    assert stored(results)["hoc_nghe"] == ("7", before[1])
    assert results.message == "Đã dán 1 dòng theo thứ tự. Đã thay 1 ô đã nhập. Ctrl+Z để hoàn tác."


def labelled(cell: str = "") -> str:
    """The whole table as Word gives it; `cell` in place of the number of people that heard of health."""
    labels = {
        "xoa_mu_chu": "1\tHọc chương trình xóa mù chữ", "hoc_nghe": "2\tHọc nghề ngắn hạn",
        "phap_luat": "a\tGiáo dục pháp luật", "suc_khoe": "b\tGiáo dục sức khỏe",
        "moi_truong": "c\tGiáo dục môi trường", "van_hoa_xa_hoi": "d\tVăn hóa xã hội",
        "kinh_te": "e\tPhát triển kinh tế", "ky_nang_song": "g\tGiáo dục kỹ năng sống",
        "van_nghe": "4\tHoạt động văn nghệ, thể thao", "cau_lac_bo": "5\tHoạt động của các câu lạc bộ",
        "truyen_thanh": "6\tPhổ biến kiến thức qua đài truyền thanh",
    }  # fmt: skip
    lines = ["TT\tNội dung\tSố lớp\tSố lượt người tham gia"]
    for key, (classes, people) in RESULTS.items():
        if key == "phap_luat":
            lines.append("3\tCác chuyên đề\t\t")
        lines.append(f"{labels[key]}\t{classes}\t{cell if cell and key == 'suc_khoe' else people}")
    return "\n".join([*lines, "\tTỔNG\t445\t43.117"]) + "\n"


@pytest.mark.parametrize("keys", [[], ["down", "down", "down", "right"], ["down"] * 10])
def test_a_table_with_labels_lands_by_them_wherever_the_cursor_stands(results: Screens, keys: list[str]) -> None:
    results.press(*keys)
    at = results.at
    results.paste(labelled())
    assert (stored(results), results.at) == (RESULTS, at)
    assert results.message == "Đã dán 11 dòng theo nhãn; TỔNG khớp 445 / 43.117. Ctrl+Z để hoàn tác."
    results.press("ctrl+z")
    assert stored(results)["hoc_nghe"] == ("", ""), "one paste is one undo"


def test_a_cell_that_is_no_number_is_left_as_it_was_and_told(results: Screens) -> None:
    results.paste(labelled("trên dưới"))
    assert stored(results) == {**RESULTS, "suc_khoe": ("35", "4.025")}
    assert results.message == (
        "Đã dán 11 dòng theo nhãn; TỔNG khớp 445. Dòng 5 chưa dán được. F8 để xem và xếp. Ctrl+Z để hoàn tác."
    )


def test_a_paste_begins_at_the_cursor(results: Screens) -> None:
    results.press("down", "down", "right")
    results.paste("11\n12\n")
    assert stored(results)["phap_luat"] == ("26", "11")
    assert stored(results)["suc_khoe"] == ("35", "12")


def test_a_table_pasted_into_a_cell_of_words_goes_by_its_labels(locality: Screens) -> None:
    locality.press("up", "up")
    assert locality.at == "figure/loai_do_thi"
    locality.paste("Dân số\t41.000\nSố hộ gia đình\t9.900")
    assert (locality.stored("figure/loai_do_thi"), locality.sheet.typing) == ("loại IV", None)
    assert (locality.stored(POPULATION), locality.stored("figure/so_ho")) == ("41.000", "9.900")
    assert locality.message == "Đã dán 2 dòng theo nhãn. Đã thay 2 ô đã nhập. Ctrl+Z để hoàn tác."


@pytest.mark.parametrize("opens", [to.Comment(Place(POPULATION)), to.Reason(Place(POPULATION)), DELETING])
def test_where_one_line_is_asked_for_a_table_is_one_line_and_no_row_of_it_is_kept_elsewhere(
    screens: Screens, opens: to.Comment | to.Reason | to.DeleteYear
) -> None:
    screens.do(lambda app: app.navigator.open(opens))
    screens.paste("Niên giám\t2020\nThống kê\t2021\n")
    assert screens.sheet.typing == "Niên giám 2020 Thống kê 2021"
    assert screens.message == "Ô này chỉ ghi một dòng: đã nối 2 dòng làm một. Hãy xem lại rồi Enter."
    assert screens.app.report.session.refused.count == 0


@pytest.mark.parametrize(
    "line",
    ["loại III\tSố: 12/BC", "loại III        Số: 12/BC", "loại III  Số: 12/BC"],
    ids=["a tab", "blanks of a PDF", "two blanks"],
)
def test_two_cells_of_a_line_are_not_joined_in_a_cell_of_one(locality: Screens, line: str) -> None:
    locality.press("up", "up")
    locality.paste(line)
    assert (locality.stored("figure/loai_do_thi"), locality.sheet.typing) == ("loại IV", None)
    assert "dòng dán có 2 ô (“loại III”, “Số: 12/BC”), ở đây chỉ ghi một ô" in locality.message


@pytest.mark.parametrize("line", ["Loại đô thị\tloại III", "Loại đô thị:\tloại III", "-\tloại III", "loại  III"])
def test_a_row_s_own_label_or_a_bullet_before_its_value_is_no_second_cell(locality: Screens, line: str) -> None:
    locality.press("up", "up")
    locality.paste(line)
    locality.press("enter")
    assert " ".join(locality.stored("figure/loai_do_thi").removeprefix("- ").split()) == "loại III"


def test_one_blank_too_many_in_a_name_goes_and_is_told(locality: Screens) -> None:
    locality.press("up", "up")
    locality.paste("loại  III")
    assert locality.sheet.typing == "loại III"
    assert locality.message == "Dòng dán có khoảng trắng thừa: đã bỏ. Hãy xem lại rồi Enter."


@pytest.mark.parametrize(("cells", "is_one"), [
    (("Lò Thị Hạnh", "Phó Giám đốc"), False), (("0912 345 678", "0987 654 321"), False),
    (("ttht.bansen.vn", "fb.com/ttht"), False), (("Lò Thị", "Hạnh"), True),
    (("Chuyển đổi số", "trong học tập"), True),
])  # fmt: skip
def test_two_blanks_part_what_can_stand_alone(locality: Screens, cells: tuple[str, str], is_one: bool) -> None:
    locality.press("up", "up")
    locality.paste("  ".join(cells))
    assert locality.sheet.typing == (" ".join(cells) if is_one else None)


def test_a_few_lines_of_a_table_pasted_on_paragraphs_are_words(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("checklist/kinh_phi/statement"))))
    before = screens.stored("figure/kinh_phi_huy_dong")
    screens.paste("Kinh phí từ ngân sách\t40.000.000\nKinh phí huy động\t17.500.000\n")
    assert screens.stored("figure/kinh_phi_huy_dong") == before
    assert "Đã đổi 2 dòng của bảng thành 2 dòng chữ" in screens.message


def test_so_little_money_is_told_by_thousands_or_millions_and_not_stored(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("figure/kinh_phi_chi"))))
    before = screens.stored("figure/kinh_phi_huy_dong")
    screens.paste("Kinh phí từ ngân sách\t40 triệu\nKinh phí huy động\t17.500\n")
    assert (screens.stored("figure/kinh_phi_ngan_sach"), screens.stored("figure/kinh_phi_huy_dong")) == (
        "40.000.000", before,
    )  # fmt: skip
    assert "“17.500 đồng” quá nhỏ. Hãy gõ số đủ" in screens.message


def test_a_share_as_excel_keeps_it_is_told_and_not_stored(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("figure/truong_dat_chuan"))))
    before = screens.stored("figure/truong_dat_chuan")
    screens.paste("Tỷ lệ trường đạt chuẩn quốc gia (%)\t0,75\n")
    assert screens.stored("figure/truong_dat_chuan") == before
    assert "“0,75” có thể là 75% (Excel ghi tỷ lệ như vậy) hoặc 0,75%" in screens.message


def test_labels_with_nothing_on_their_right_say_so(locality: Screens) -> None:
    before = locality.stored(POPULATION)
    locality.paste("5.128\tDân số\n1.128\tSố hộ gia đình\n")
    assert locality.stored(POPULATION) == before
    assert locality.message.startswith("Chưa dán gì. Bên phải các nhãn không có gì.")


def test_a_digit_beside_a_label_is_no_choice(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("rating/co_quan/level"))))
    before = [screens.stored(f"rating/{key}/level") for key in ("co_quan", "doanh_nghiep")]
    screens.paste("Nội dung\tĐiểm\nTham gia của cơ quan chuyên môn\t1\nTham gia của các doanh nghiệp\t3\n")
    assert [screens.stored(f"rating/{key}/level") for key in ("co_quan", "doanh_nghiep")] == before
    assert "2 ô không đúng kiểu (dòng 1: “1”; dòng 2: “3”)" in screens.message


def test_a_line_that_lacks_a_number_is_left_where_blanks_part_the_cells(results: Screens) -> None:
    before = stored(results)["hoc_nghe"]
    results.paste("Nội dung  Số lớp  Lượt người\nHọc nghề ngắn hạn  92\nGiáo dục pháp luật  14  1.126\n")
    assert (stored(results)["hoc_nghe"], stored(results)["phap_luat"]) == (before, ("14", "1.126"))
    assert "Dòng 1 chưa dán được." in results.message or "dòng 1: thiếu một số" in results.message


def test_more_classes_than_people_are_asked(results: Screens) -> None:
    before = stored(results)
    results.paste("Học nghề ngắn hạn: 30 lớp, 1 người\nGiáo dục pháp luật: 14 lớp, 1.126 người\n")
    assert stored(results) == before
    assert "Dòng 1: 30 lớp, 1 lượt người: số lớp lớn hơn số lượt người" in results.message
    results.press("enter")
    assert stored(results)["hoc_nghe"] == ("30", "1")


def test_two_lines_without_brackets_are_one_text_where_no_line_waits_for_the_second(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("figure/chu_de"))))
    before = screens.stored("narrative/dia_phuong")
    screens.packet("Chuyển đổi số trong học tập\nGắn kết cộng đồng\n")
    assert screens.sheet.typing == "Chuyển đổi số trong học tập Gắn kết cộng đồng"
    assert screens.message == "Ô này chỉ ghi một dòng: đã nối 2 dòng làm một. Hãy xem lại rồi Enter."
    assert screens.stored("narrative/dia_phuong") == before


def test_what_is_typed_ahead_goes_where_enter_goes(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.AtPlace(Place("report/signer"))))
    following = screens.sheet.cursor.following
    assert following is not None
    assert (following.is_prose, following.raw) == (True, "")
    screens.packet("Lò Thị Hạnh\nBản Sen\n")
    assert (screens.stored("report/signer"), screens.sheet.typing) == ("Lò Thị Hạnh", None)


def test_who_signs_is_no_recipient(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.open(to.Paragraphs(Place("report/recipients"))))
    screens.press("ctrl+end")
    screens.paste("Nơi nhận:\tGIÁM ĐỐC\r\n- Hội Khuyến học;\t\r\n- Lưu: VT.\tLò Thị Hạnh\r\n")
    assert "Bỏ qua phần người ký (GIÁM ĐỐC; Lò Thị Hạnh)" in screens.message
    screens.press("f2")
    assert screens.stored("report/recipients").split("\n")[-1] == "Hội Khuyến học"
