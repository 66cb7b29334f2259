"""Old reports laid out in more ways than one thinks of: each was read wrong, or not at all, before it stood here."""

from __future__ import annotations

import pytest
from support.old_reports import END, HEAD, at, docx, found_in, paragraph, section, table, values

PLACE = "I. Đặc điểm tình hình"
RESULTS = "2. Kết quả mở lớp"
RATINGS = "IV. Sự tham gia của xã hội"
BOARD = "1. Ban Giám đốc"


def test_thousands_that_blanks_part_are_one_number() -> None:
    found = found_in(section(PLACE, "Xã có 12 thôn, 2 596 hộ gia đình với 8 171 nhân khẩu, 1 010 học sinh."))
    told = [values(found)[f"figure/{key}"] for key in ("so_khu", "so_ho", "dan_so", "so_hoc_sinh")]
    assert told == ["12", "2.596", "8.171", "1.010"]


def test_a_number_that_is_a_name_takes_no_thousands_from_what_follows() -> None:
    """«thôn 3 120 hộ» may be 120 households of the third: nothing is told for sure."""
    assert "figure/so_ho" not in values(found_in(section(PLACE, "Ở thôn 3 120 hộ gia đình được dùng nước sạch.")))


@pytest.mark.parametrize(
    "line",
    [
        "Giáo dục pháp luật: 26 lớp, 1 603 lượt người",
        "3. Giáo dục pháp luật (26 lớp; 1.603 lượt người)",
        "+ Giáo dục pháp luật: 26 lớp/1.603 lượt",
        "* Giáo dục pháp luật ............ 26 lớp, 1603 lượt người",
    ],
)
def test_results_in_lines_of_any_look(line: str) -> None:
    found = values(found_in(section(RESULTS, line, "Giáo dục sức khỏe: 2 lớp, 40 lượt người")))
    assert (found["results/phap_luat/classes"], found["results/phap_luat/participations"]) == ("26", "1.603")


def test_dots_lead_from_a_group_to_its_level() -> None:
    found = found_in(section(RATINGS, "- Doanh nghiệp ............ Đạt yêu cầu", "- Nhà hảo tâm …… Thực hiện khá"))
    assert [at(found, f"rating/{key}/level").value for key in ("doanh_nghiep", "nha_hao_tam")] == [
        "Đạt yêu cầu", "Thực hiện khá",
    ]  # fmt: skip


def test_an_office_in_brackets_is_no_part_of_a_name() -> None:
    line = "1. Đ/c Hồ Văn Mẫu (Phó Chủ tịch UBND xã): Giám đốc"
    found = values(found_in(section(BOARD, line)))
    assert [found[f"board/nhap-1/{key}"] for key in ("name", "duty", "role")] == [
        "Hồ Văn Mẫu", "Phó Chủ tịch UBND xã", "Giám đốc",
    ]  # fmt: skip


def test_what_does_not_look_like_a_name_is_not_sure() -> None:
    found = found_in(section(BOARD, "1. Đ/c Mẫu, nghỉ từ tháng 3: Giám đốc"))
    assert not any(each.is_sure for each in found.found if each.place.startswith("board/"))


def test_two_offices_in_a_table_are_told_apart_by_what_stands_over_them() -> None:
    rows = [
        ("STT", "Họ và tên", "Chức vụ chính quyền", "Chức vụ trong Trung tâm"),
        ("1", "Hồ Văn Mẫu", "Phó Chủ tịch UBND xã", "Giám đốc"),
    ]
    body = "".join(map(paragraph, (HEAD + BOARD).split("\n"))) + table(rows) + "".join(map(paragraph, END.split("\n")))
    found = values(found_in(docx(body), "bao-cao.docx"))
    assert (found["board/nhap-1/duty"], found["board/nhap-1/role"]) == ("Phó Chủ tịch UBND xã", "Giám đốc")


def test_a_report_framed_as_a_table_of_one_column_is_read_as_if_it_were_not() -> None:
    rows = [
        (PLACE,),
        ("Xã có 12 thôn.\nBà con quen học buổi tối.",),
        (RESULTS,),
        ("Giáo dục pháp luật: 2 lớp, 45 lượt",),
    ]
    body = "".join(map(paragraph, HEAD.split("\n"))) + table(rows) + "".join(map(paragraph, END.split("\n")))
    found = found_in(docx(body), "bao-cao.docx")
    assert values(found)["figure/so_khu"] == "12"
    assert values(found)["results/phap_luat/participations"] == "45"
    assert "Bà con quen học buổi tối." in values(found)["narrative/dia_phuong"]


def test_lines_broken_at_a_width_are_the_paragraphs_they_were() -> None:
    lines = (
        "Trên địa bàn xã có 2 trường mầm non, 3 trường tiểu học, 1 trường",
        "THCS với 91 lớp. Bà con quen với việc học buổi tối sau khi xong",
        "việc đồng áng.",
    )
    found = values(found_in(section(PLACE, *lines)))
    assert found["figure/truong_thcs"] == "1"
    assert "figure/so_truong" not in found
    assert found["narrative/dia_phuong"].endswith("Bà con quen với việc học buổi tối sau khi xong việc đồng áng.")


def test_a_table_of_markdown_is_a_table() -> None:
    text = section(RATINGS, "| Lực lượng | Mức |", "|:--|:--:|", "| Doanh nghiệp | Đạt yêu cầu |")
    found = found_in(text, "bao-cao.md")
    assert at(found, "rating/doanh_nghiep/level").value == "Đạt yêu cầu"


@pytest.mark.parametrize("when", ["Năm trước", "So với năm trước, khi", "Năm học 2015-2016", "Năm tới sẽ"])
def test_results_of_another_year_in_a_sentence_are_not_this_years(when: str) -> None:
    found = values(found_in(section(RESULTS, f"{when} mở 2 lớp học nghề ngắn hạn cho 60 lượt người.")))
    assert not [place for place in found if place.startswith("results/")]


def test_a_group_that_did_not_do_well_is_not_put_on_the_lowest_level() -> None:
    """«Chưa tốt» is no level of the scale, and may be any but the best."""
    found = values(found_in(section(RATINGS, "- Nhà hảo tâm: chưa tốt", "- Doanh nghiệp: Khá")))
    assert [place for place in found if place.startswith("rating/")] == ["rating/doanh_nghiep/level"]


def test_a_report_copied_from_a_terminal_is_read_without_its_colours() -> None:
    found = found_in(section(PLACE, "\x1b[31mDân số 7.200 người\x1b[0m, 1.800 hộ gia đình."))
    assert values(found)["figure/dan_so"] == "7.200"
    assert "31m" not in "".join(each.value for each in found.found)


def test_more_classes_than_people_are_not_sure() -> None:
    rows = ["TT\tNội dung\tSố lớp\tSố lượt người", "1\tGiáo dục pháp luật\t640\t12", "2\tGiáo dục sức khỏe\t10\t240"]
    found = found_in(section(RESULTS, *rows, "3\tGiáo dục môi trường\t12\t300"))
    sure = {each.place: each.is_sure for each in found.found if each.place.startswith("results/")}
    assert (sure["results/phap_luat/classes"], sure["results/phap_luat/participations"]) == (False, False)
    assert sure["results/suc_khoe/classes"]


@pytest.mark.parametrize(
    "lines",
    [
        ["+ Tham gia của các doanh nghiệp (thực hiện tốt)", "+ Tham gia của nhà hảo tâm (chưa đạt)"],
        ["- Tham gia của các doanh nghiệp: Xếp loại tốt", "- Tham gia của nhà hảo tâm: Xếp loại chưa đạt"],
        ["Tham gia của các doanh nghiệp: thực hiện tốt; tham gia của nhà hảo tâm: chưa đạt."],
    ],
)
def test_levels_in_brackets_by_class_and_several_in_a_line(lines: list[str]) -> None:
    found = found_in(section(RATINGS, *lines))
    assert [at(found, f"rating/{key}/level").value for key in ("doanh_nghiep", "nha_hao_tam")] == [
        "Thực hiện tốt", "Chưa đạt",
    ]  # fmt: skip


def test_lines_of_one_paragraph_parted_by_breaks_are_paragraphs() -> None:
    broken = "".join(f"<w:r><w:t>{line}</w:t><w:br/></w:r>" for line in ("Dân số 7.200 người.", "Xã có 11 ấp."))
    found = values(found_in(docx(paragraph(HEAD) + paragraph(PLACE) + f"<w:p>{broken}</w:p>"), "cu.docx"))
    assert (found["figure/dan_so"], found["figure/so_khu"]) == ("7.200", "11")


def test_a_bulleted_name_of_an_indicator_stands_over_its_words() -> None:
    lines = ["* Ý thức bảo vệ môi trường của người dân", "Rác thải được thu gom hai lần mỗi tuần."]
    found = found_in(section("V. Hiệu quả hoạt động", *lines))
    assert at(found, "indicator/y_thuc_moi_truong/text").value == "Rác thải được thu gom hai lần mỗi tuần."


def test_what_tells_of_an_item_beside_the_section_is_proposed_there_and_not_sure() -> None:
    """Under a heading that is not the form's: «Các mặt công tác»."""
    words = "Công tác tuyên truyền, vận động nhân dân ra lớp được các chi hội đảm nhận."
    found = found_in(section("III. Kết quả hoạt động", words))
    statement = at(found, "checklist/tuyen_truyen/statement")
    assert (statement.value, statement.is_sure) == (words, False)


def test_a_lettered_sentence_is_no_heading_and_not_lost() -> None:
    words = "Việc lưu trữ hồ sơ, văn bản thực hiện theo đúng quy định."
    found = found_in(section("2. Thực hiện các văn bản chỉ đạo", f"a) {words}", "b) Nội quy được niêm yết."))
    everything = [*(each.value for each in found.found), *(each.text for each in found.unplaced)]
    assert any(words in each for each in everything)


def test_a_part_that_is_called_as_one_of_its_sections_is_the_part() -> None:
    """«C. KẾT QUẢ HOẠT ĐỘNG» over «I. Các mặt công tác» and «II. Kết quả mở lớp»."""
    words = "Công tác tuyên truyền, vận động nhân dân ra lớp được các chi hội đảm nhận."
    lines = [
        "A. TÌNH HÌNH CHUNG",
        "Dân số 7.200 người.",
        "B. CÔNG TÁC QUẢN LÝ",
        "I. Ban Giám đốc",
        "Làm việc kiêm nhiệm.",
    ]
    lines += ["C. KẾT QUẢ HOẠT ĐỘNG", "I. Các mặt công tác", words, "II. Kết quả mở lớp", "D. SỰ THAM GIA CỦA XÃ HỘI"]
    found = found_in("\n".join([HEAD, *lines, END]))
    assert at(found, "checklist/tuyen_truyen/statement").value == words
