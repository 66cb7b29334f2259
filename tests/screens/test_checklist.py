"""Nội dung tự đánh giá: a digit chooses and goes down, Enter opens what is written, items of the centre's own."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.screens.paragraphs import ParagraphsScreen


@pytest.fixture
def checklist(screens: Screens) -> Screens:
    screens.press("3", "enter")
    assert screens.at == "checklist/noi_quy/status"
    screens.keys = 0
    return screens


def test_an_item_a_line_under_the_titles_of_what_is_filled_in(checklist: Screens) -> None:
    assert checklist.lines[2:5] == [
        "Triển khai và thực hiện văn bản chỉ đạo của cấp trên",
        "     Nội dung tự đánh giá          Trạng thái       Lời đánh giá   Minh chứng",
        ">    Nội quy, quy chế              Đã thực hiện     Nội quy và q…  Tủ hồ sơ số …",
    ]
    assert checklist.text.count("Lời đánh giá") == 1


def test_a_digit_chooses_and_goes_down_from_section_to_section_and_0_or_delete_clears(checklist: Screens) -> None:
    checklist.press("2", "3", "1")
    assert [checklist.stored(f"checklist/{key}/status") for key in ("noi_quy", "kien_toan", "phan_cong")] == [
        "Đang thực hiện", "Chưa thực hiện", "Đã thực hiện",
    ]  # fmt: skip
    assert checklist.at == "checklist/luu_tru_ho_so/status"
    checklist.press("0")
    assert checklist.stored("checklist/luu_tru_ho_so/status") == ""
    assert checklist.at == "checklist/luu_tru_ho_so/status"
    assert checklist.message.startswith("Còn thiếu. 1 Đã thực hiện · 2 Đang thực hiện · 3 Chưa thực hiện")
    checklist.press("up", "delete")
    assert checklist.stored("checklist/phan_cong/status") == ""
    checklist.press("9")
    assert checklist.stored("checklist/phan_cong/status") == ""
    assert checklist.message.startswith("Bấm số để chọn: 1 Đã thực hiện · 2 Đang thực hiện")


def test_enter_goes_to_the_statement_opens_it_and_tab_goes_on_to_the_evidence(
    checklist: Screens,
) -> None:
    checklist.press("enter")
    assert checklist.at == "checklist/noi_quy/statement"
    checklist.press("enter")
    assert isinstance(checklist.screen, ParagraphsScreen)
    assert checklist.title == "NỘI QUY, QUY CHẾ: LỜI ĐÁNH GIÁ"
    checklist.press("enter")
    checklist.type("Thêm một đoạn.")
    checklist.press("tab")
    assert checklist.stored("checklist/noi_quy/statement").endswith("\nThêm một đoạn.")
    assert checklist.at == "checklist/noi_quy/evidence"
    checklist.type("Quyết định số 5")
    checklist.press("enter")
    assert checklist.stored("checklist/noi_quy/evidence") == "Quyết định số 5"
    assert checklist.at == "checklist/kien_toan/status"


def test_esc_from_the_statement_stays_at_it(checklist: Screens) -> None:
    checklist.press("enter", "enter", "escape")
    assert checklist.at == "checklist/noi_quy/statement"


def test_a_statement_is_read_with_its_links_filled_in(checklist: Screens) -> None:
    checklist.colleague("checklist/noi_quy/statement", "Có {so_khu} khu phố.")
    checklist.press("f5", "tab")
    assert "  Có 24 khu ph…  " in checklist.cursor_line
    assert "Sẽ in: Có 24 khu phố." in checklist.text
    assert checklist.message.startswith("Enter mở để viết. Nội quy, quy chế hoạt động"), "and what it should tell"
    checklist.press("enter")
    assert "Có 24 khu phố." in checklist.lines


def test_an_empty_statement_says_what_to_tell_and_takes_a_line_at_once(checklist: Screens) -> None:
    checklist.press("tab", "delete")
    assert checklist.message == (
        "Còn thiếu. Enter mở để viết. Nội quy, quy chế hoạt động nào đã ban hành; số, ngày văn bản."
    )
    checklist.type("Đã ban hành.")
    checklist.press("enter")
    assert checklist.stored("checklist/noi_quy/statement") == "Đã ban hành."


@pytest.mark.long
def test_while_a_line_is_typed_enter_is_not_said_to_open_it(checklist: Screens) -> None:
    checklist.colleague("checklist/noi_quy/statement", "")
    checklist.press("f5", "right")
    assert "Enter mở để viết." in checklist.message
    checklist.type("Có")
    assert "Enter lưu, sang ô sau." in checklist.message
    checklist.press("enter")
    assert checklist.at == "checklist/noi_quy/evidence"


def test_no_status_is_cut_where_the_print_stands_beside(checklist: Screens) -> None:
    checklist.resize(110, 40)
    checklist.press("2", "3")
    assert "Đang thực hiện" in checklist.text
    assert "Chưa thực hiện" in checklist.text


def test_a_filled_in_cell_of_a_marked_row_says_which_other_one_is_empty(checklist: Screens) -> None:
    checklist.colleague("checklist/noi_quy/statement", "")
    checklist.press("f5")
    assert checklist.cursor_line.startswith(">?"), "the row is marked"
    assert checklist.message.startswith("Dòng này còn thiếu “Lời đánh giá”. 1 Đã thực hiện")
    checklist.press("right")
    assert checklist.message.startswith("Còn thiếu. Enter mở để viết."), "where it is empty it says what to write"
    checklist.press("down")
    assert "còn thiếu" not in checklist.message.lower()


def test_a_letter_over_a_statement_opens_it_and_writes_over_nothing(checklist: Screens) -> None:
    before = checklist.stored("checklist/noi_quy/statement")
    checklist.press("tab")
    checklist.type("a")
    assert isinstance(checklist.screen, ParagraphsScreen)
    checklist.press("f2")
    assert checklist.stored("checklist/noi_quy/statement") == f"{before} a"


def test_f7_goes_to_the_evidence_of_the_item(checklist: Screens) -> None:
    checklist.press("down", "f7")
    assert checklist.at == "checklist/kien_toan/evidence"
    checklist.press("escape", "1", "f7")
    assert checklist.title.startswith("DANH MỤC MINH CHỨNG")


def test_pgdn_goes_from_section_to_section(checklist: Screens) -> None:
    seen = [checklist.at]
    for _ in range(3):
        checklist.press("pagedown")
        seen.append(checklist.at)
    assert seen == [
        "checklist/noi_quy/status", "checklist/tham_muu/status",
        "figure/kinh_phi_ngan_sach", "checklist/dieu_tra/status",
    ]  # fmt: skip
    assert "Công tác hoạt động" in checklist.text


def own(checklist: Screens) -> list[tuple[str, str]]:
    items = checklist.store.snapshot(checklist.year.report_id).facts.own_items
    return [(item.section, item.label) for item in items]


def test_items_of_the_centres_own_are_added_named_answered_and_removed(checklist: Screens) -> None:
    checklist.press(*["down"] * 5)
    assert checklist.cursor_line == ">    Thêm nội dung khác"
    checklist.press("enter")
    assert checklist.at.startswith("own/")
    assert checklist.at.endswith("/label")
    checklist.type("Thư viện khu phố")
    checklist.press("enter")
    assert own(checklist) == [("van_ban", "Thư viện khu phố")]
    assert checklist.at.endswith("/status")
    checklist.press("1")
    assert checklist.at == "checklist/tham_muu/status", "on to the next item, over what stands between"
    checklist.press("up", "up", "up", "enter")
    checklist.type("Đã mở.")
    checklist.press("tab")
    item = checklist.at.rpartition("/")[0]
    assert checklist.at == f"{item}/evidence"
    assert (checklist.stored(f"{item}/status"), checklist.stored(f"{item}/statement")) == ("Đã thực hiện", "Đã mở.")
    assert "21/21" in checklist.lines[1]
    checklist.press("down")
    assert checklist.cursor_line == ">    Xóa nội dung “Thư viện khu phố”"
    checklist.press("enter")
    checklist.agree()
    assert own(checklist) == []
    checklist.press("ctrl+z")
    assert own(checklist) == [("van_ban", "Thư viện khu phố")]
    assert checklist.stored(f"{item}/statement") == "Đã mở."


def test_own_items_stand_in_the_order_they_were_added(checklist: Screens) -> None:
    for name in ("Một", "Hai", "Ba"):
        checklist.choose("Thêm nội dung khác")
        checklist.type(name)
        checklist.press("enter")
    assert [label for _, label in own(checklist)] == ["Một", "Hai", "Ba"]


def test_f8_finds_an_own_item_without_a_name(checklist: Screens) -> None:
    checklist.press(*["down"] * 5, "enter", "escape", "f8")
    assert checklist.at.endswith("/label")
    assert checklist.message.startswith("Còn thiếu")


def test_a_column_of_statuses_is_pasted(checklist: Screens) -> None:
    checklist.paste("Đang thực hiện\n1\nchua thuc hien\nkhông rõ\n")
    stored = [checklist.stored(f"checklist/{key}/status") for key in ("noi_quy", "kien_toan", "phan_cong")]
    assert stored == ["Đang thực hiện", "Đã thực hiện", "Chưa thực hiện"]
    assert "bỏ qua 1 ô không đúng kiểu (dòng 4: “không rõ”)" in checklist.message
    checklist.press("ctrl+z")
    assert checklist.stored("checklist/noi_quy/status") == "Đã thực hiện"


def test_statuses_beside_their_labels_go_where_these_say(checklist: Screens) -> None:
    checklist.press("down", "down")
    checklist.paste("Phân công nhiệm vụ\tĐang thực hiện\nNội quy, quy chế\tChưa thực hiện\nLạ lắm\tĐã thực hiện\n")
    stored = [checklist.stored(f"checklist/{key}/status") for key in ("noi_quy", "phan_cong")]
    assert stored == ["Chưa thực hiện", "Đang thực hiện"]
    assert checklist.message.startswith(
        "Đã dán 2 dòng theo nhãn; bỏ qua 1 dòng không khớp nhãn của hàng ở đây (dòng 3: “Lạ lắm”)."
    )


@pytest.mark.parametrize(
    "block",
    [
        "Phân công nhiệm vụ\tĐang thực hiện\tPhân công mới.\nNội quy, quy chế\tChưa thực hiện\tNội quy mới.\n",
        "Phân công nhiệm vụ\tPhân công mới.\nNội quy, quy chế\tNội quy mới.\n",
    ],
)
def test_a_table_that_names_the_rows_is_no_paragraph_of_one_of_them(checklist: Screens, block: str) -> None:
    before = checklist.stored("checklist/noi_quy/status")
    for key in ("noi_quy", "phan_cong"):
        checklist.colleague(f"checklist/{key}/statement", "")
    checklist.press("f5", "right")
    assert checklist.at == "checklist/noi_quy/statement"
    checklist.paste(block)
    replaced = "Đã thay 2 ô đã nhập. " if "Chưa" in block else ""
    assert checklist.message == f"Đã dán 2 dòng theo nhãn. {replaced}Ctrl+Z để hoàn tác."
    told = [checklist.stored(f"checklist/{key}/statement") for key in ("noi_quy", "phan_cong")]
    assert told == ["Nội quy mới.", "Phân công mới."]
    assert checklist.stored("checklist/noi_quy/status") == ("Chưa thực hiện" if "Chưa" in block else before)


def test_a_table_that_names_the_rows_is_laid_from_a_line_that_adds_a_row_too(checklist: Screens) -> None:
    checklist.press(*["down"] * 5)
    assert checklist.cursor_line.lstrip(">").strip() == "Thêm nội dung khác"
    checklist.paste("Nội dung\tMinh chứng\nNội quy, quy chế\tQĐ 12\nPhân công nhiệm vụ\tTB 3\n")
    assert checklist.stored("checklist/noi_quy/evidence") == "QĐ 12"
    assert checklist.stored("checklist/phan_cong/evidence") == "TB 3"
    assert checklist.message.startswith("Đã dán 2 dòng theo nhãn")
    checklist.paste("Lạ\tlắm\nKhông\tcó\n")
    assert checklist.message.startswith("Chưa dán gì: dòng này không có ô để gõ.")


def test_a_sentence_typed_on_a_filled_cell_goes_on_behind_a_blank(checklist: Screens) -> None:
    checklist.colleague("checklist/noi_quy/statement", "Đã ban hành quy chế.")
    checklist.press("f5", "right")
    checklist.type("Niêm yết tại bản.")
    checklist.press("f2")
    assert checklist.stored("checklist/noi_quy/statement") == "Đã ban hành quy chế. Niêm yết tại bản."
    checklist.press("escape")
    checklist.type("…")
    checklist.press("f2")
    assert checklist.stored("checklist/noi_quy/statement").endswith("tại bản.…")


def test_such_a_table_writes_over_no_paragraphs(checklist: Screens) -> None:
    before = checklist.stored("checklist/phan_cong/statement")
    checklist.press("right")
    checklist.paste("Phân công nhiệm vụ\tPhân công mới.\nNội quy, quy chế\tNội quy mới.\n")
    assert "Phân công nhiệm vụ: Phân công mới." in checklist.text, "it is opened, to be read and saved"
    assert checklist.stored("checklist/phan_cong/statement") == before


def test_a_table_of_anything_else_is_words_where_paragraphs_are_written(checklist: Screens) -> None:
    checklist.press("right")
    checklist.paste("Tên lớp\tSố người\nLớp may\t20\n")
    assert "Tên lớp: Số người" in checklist.text


def test_a_label_that_two_rows_have_is_that_between_its_neighbours(checklist: Screens) -> None:
    checklist.paste(
        "Thông tin kịp thời nội dung\tĐang thực hiện\nTuyên truyền, vận động\tChưa thực hiện\n"
        "Quản lý, lưu trữ hồ sơ\tĐang thực hiện\n"
    )
    assert checklist.message.startswith("Đã dán 3 dòng theo nhãn; “Thông tin kịp thời…” ghi vào"), "of half a label"
    told = [checklist.stored(f"checklist/{key}/status") for key in ("tuyen_truyen", "van_dong_ke_hoach")]
    assert told == ["Chưa thực hiện", "Đã thực hiện"]


def test_a_table_most_lines_of_which_name_rows_is_no_paragraph_either(checklist: Screens) -> None:
    for key in ("noi_quy", "phan_cong"):
        checklist.colleague(f"checklist/{key}/statement", "")
    checklist.press("f5", "right")
    checklist.paste("Phân công nhiệm vụ\tPhân công mới.\nNội quy, quy chế\tNội quy mới.\nLạ lắm\tChuyện lạ.\n")
    assert checklist.message.startswith("Đã dán 2 dòng theo nhãn; bỏ qua 1 dòng không khớp nhãn của hàng ở đây")
    assert checklist.stored("checklist/noi_quy/statement") == "Nội quy mới."


def test_a_label_that_two_rows_have_goes_to_neither_and_says_so(checklist: Screens) -> None:
    before = checklist.stored("checklist/tuyen_truyen/status")
    checklist.colleague("checklist/phan_cong/status", "")
    checklist.press("f5")
    checklist.paste("Phân công nhiệm vụ\tĐang thực hiện\nTuyên truyền, vận động\tChưa thực hiện\n")
    assert checklist.message.startswith(
        "Đã dán 1 dòng theo nhãn; bỏ qua 1 dòng có nhãn của nhiều hàng ở đây (dòng 2: “Tuyên truyền, vận đ…”)."
    )
    assert checklist.stored("checklist/tuyen_truyen/status") == before
    checklist.press("f8")
    assert "“Tuyên truyền, vận đ…” là nhãn của 2 hàng" in checklist.text


@pytest.mark.parametrize(
    "block", ["1\tHọc nghề ngắn hạn\t5\t127\n2\tPháp luật\t16\t1.482", "1\tĐan lát\n2\tMay", "Đan lát\t5\nMay\t6"]
)
def test_a_table_of_something_else_is_refused_whole(checklist: Screens, block: str) -> None:
    checklist.paste(block)
    assert checklist.message.startswith("Chưa dán gì: các cột của khối dán không hợp với các ô ở đây.")
    assert checklist.stored("checklist/noi_quy/status") == "Đã thực hiện"
    assert checklist.stored("checklist/kien_toan/statement") != "May"


def test_pieces_of_a_paste_without_brackets_go_on_in_the_middle_of_a_word(checklist: Screens) -> None:
    place = "checklist/noi_quy/statement"
    checklist.press("right", "delete")
    assert (checklist.at, checklist.stored(place)) == (place, "")
    checklist.type("Trung tâm mở hai lớp ngh")
    checklist.burst("ề.\nNhân dân ủng")
    checklist.burst(" hộ.\n")
    checklist.press("f2")
    assert checklist.stored(place) == "Trung tâm mở hai lớp nghề.\nNhân dân ủng hộ."


# -- a table with titles ----------------------------------------------------------------------------------------------


def test_the_columns_of_a_pasted_table_are_what_its_titles_say(checklist: Screens) -> None:
    checklist.paste(
        "TT\tNội dung\tTrạng thái\tMinh chứng\tPhụ trách\n"
        "1\tNội quy, quy chế\tĐang thực hiện\tQuy chế số 02\tÔng Sáng\n"
        "2\tPhân công nhiệm vụ\tChưa thực hiện\tQuyết định số 11\tBà Hoa\n"
    )
    assert checklist.stored("checklist/noi_quy/status") == "Đang thực hiện"
    assert checklist.stored("checklist/noi_quy/evidence") == "Quy chế số 02"
    assert checklist.stored("checklist/phan_cong/evidence") == "Quyết định số 11"
    assert "Quy chế số 02" not in checklist.stored("checklist/noi_quy/statement")
    assert "cột “Phụ trách”" in checklist.message


def test_a_pasted_cell_of_two_lines_is_one_cell(checklist: Screens) -> None:
    checklist.paste(
        'Nội dung\tLời đánh giá\nNội quy, quy chế\t"Đã ban hành.\nNiêm yết tại ""phòng học""."\n'
        "Phân công nhiệm vụ\tĐã phân công.\n"
    )
    assert checklist.stored("checklist/noi_quy/statement") == 'Đã ban hành.\nNiêm yết tại "phòng học".'


def test_marks_under_the_options_choose_them(checklist: Screens) -> None:
    checklist.paste(
        "Nội dung\tĐã thực hiện\tĐang thực hiện\tChưa thực hiện\n"
        "Nội quy, quy chế\t\tx\t\nPhân công nhiệm vụ\tx\tx\t\nTham quan, học hỏi\t\t\tX\n"
    )
    assert checklist.stored("checklist/noi_quy/status") == "Đang thực hiện"
    assert checklist.stored("checklist/phan_cong/status") == "Đã thực hiện", "as it was"
    assert checklist.stored("checklist/tham_quan/status") == "Chưa thực hiện"
    assert checklist.screen.session.refused.count == 1


TABLE = "TT\tNội dung\tKết quả\n1\tHồ sơ lớp học\tĐủ\n2\tSổ đăng ký\tĐã lập 3 quyển\n"
LINES = "TT. Nội dung: Kết quả\n1. Hồ sơ lớp học: Đủ\n2. Sổ đăng ký: Đã lập 3 quyển"


@pytest.mark.parametrize("opens", [False, True], ids=["in its cell", "in the editor"])
def test_a_table_pasted_below_words_that_stand_becomes_lines_one_can_read(checklist: Screens, *, opens: bool) -> None:
    before = checklist.stored("checklist/noi_quy/statement")
    checklist.press("enter")
    if opens:
        checklist.press("enter", "ctrl+end")
    checklist.paste(TABLE)
    assert checklist.message == "Đã đổi 3 dòng của bảng thành 3 dòng chữ; đọc lại. Ctrl+Z lấy lại."
    checklist.press("f2")
    assert checklist.stored("checklist/noi_quy/statement") == f"{before}\n{LINES}"
    checklist.press("ctrl+z", "f2")
    assert checklist.stored("checklist/noi_quy/statement") == before


def test_without_titles_the_numbers_of_documents_are_evidence_and_words_a_statement(checklist: Screens) -> None:
    before = checklist.stored("checklist/noi_quy/statement")
    checklist.paste(
        "Nội quy, quy chế\tĐang thực hiện\t02/QC-TTHTCĐ\nTham quan, học hỏi\tĐã thực hiện\tQuyết định số 5/QĐ-UBND\n"
    )
    assert checklist.stored("checklist/noi_quy/evidence") == "02/QC-TTHTCĐ"
    assert checklist.stored("checklist/tham_quan/evidence") == "Quyết định số 5/QĐ-UBND"
    assert checklist.stored("checklist/noi_quy/statement") == before


@pytest.mark.parametrize(
    "titles",
    [
        "TT\tNội dung tự đánh giá\tTrạng thái\tLời đánh giá\tMinh chứng\n",
        "\tNội dung\tTrạng thái\tLời văn\tMinh chứng\n",
        "\tThông tin, nội dung công việc\tTrạng thái\tLời văn\tMinh chứng\n",
    ],
    ids=["numbered", "named", "by what is chosen"],
)
def test_the_titles_of_a_pasted_table_are_no_row_of_it(checklist: Screens, titles: str) -> None:
    rows = [
        "1\tNội quy, quy chế\tĐã thực hiện\tMới.\tQĐ 12",
        "2\tChăn nuôi\tĐã thực hiện\tCó.\tQĐ 13",
        "3\tPhân công nhiệm vụ\tĐã thực hiện\tRõ việc.\tBảng phân công",
    ]
    checklist.paste(titles + "\n".join(rows))
    assert checklist.stored("checklist/noi_quy/evidence") == "QĐ 12"
    assert checklist.message.startswith("Đã dán 2 dòng")
    checklist.press("f8")
    assert "> Dòng 2: 2 · Chăn nuôi · Đã thực hiện · Có. · QĐ 13" in checklist.lines
    assert "    “Chăn nuôi” không khớp nhãn nào." in checklist.lines
    assert "còn 1 dòng" in checklist.text


def test_of_bytes_broken_on_the_line_it_is_told_how_many(checklist: Screens) -> None:
    before = checklist.stored("checklist/noi_quy/statement")
    checklist.press("enter")
    checklist.paste("L\ufffdp h\ufffdc m\ufffd t\ufffdi thôn.")
    assert checklist.message.startswith("Phần vừa dán có 4 ký tự hỏng trên đường truyền. Hãy xem lại,")
    assert checklist.stored("checklist/noi_quy/statement") == before
