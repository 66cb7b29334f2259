"""An old report as a whole: its ends, its board, its results however they are listed, its indicators, what is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.examples import at_most
from support.old_reports import END, HEAD, at, docx, found_in, paragraph, section, table, values

from tthtcd_tui.errors import UserProblem

RESULTS = "2. Kết quả thực hiện năm học 2018-2019:"


def test_both_ends_are_read() -> None:
    found = values(found_in(HEAD + "I. Đặc điểm tình hình\nXã ở ven sông.\n" + END))
    assert {place: value for place, value in found.items() if place.startswith("report/")} == {
        "report/superior": "UBND xã Bản Mẫu",
        "report/issuer": "Trung tâm học tập cộng đồng xã Bản Mẫu",
        "report/locality": "xã Bản Mẫu",
        "report/number": "12",
        "report/symbol": "BC-TTHTCĐ",
        "report/place": "Bản Mẫu",
        "report/date": "5/6/2019",
        "report/opening": "TTHTCĐ xã Bản Mẫu báo cáo kết quả năm học 2018-2019 như sau:",
        "report/recipients": "UBND xã",
        "report/authority": "KT. GIÁM ĐỐC",
        "report/position": "PHÓ GIÁM ĐỐC",
        "report/signer": "Hồ Thị Mẫu",
    }


@pytest.mark.parametrize(
    "lines",
    [
        ("- Ông Hồ Văn Mẫu - Phó Chủ tịch UBND xã - Giám đốc;", "- Bà Lò Thị Thử - Hiệu trưởng trường THCS - Phó Giám đốc."),
        ("a) Giám đốc: đồng chí Hồ Văn Mẫu, Phó Chủ tịch UBND xã.", "b) Phó Giám đốc: đồng chí Lò Thị Thử, Hiệu trưởng trường THCS."),
        ("- Ông (bà) Hồ Văn Mẫu, Phó Chủ tịch UBND xã - Giám đốc;", "- Ông/Bà Lò Thị Thử, Hiệu trưởng trường THCS - Phó Giám đốc;"),
        ("Đồng chí Hồ Văn Mẫu, Phó Chủ tịch UBND xã làm Giám đốc; đồng chí Lò Thị Thử, Hiệu trưởng trường THCS làm Phó Giám đốc.",),
        ("1. Hồ Văn Mẫu, Phó Chủ tịch UBND xã, Giám đốc, ĐT 0912 345 678", "2. Lò Thị Thử, Hiệu trưởng trường THCS, Phó Giám đốc"),
    ],
)  # fmt: skip
def test_a_board_is_read_from_a_list(lines: tuple[str, ...]) -> None:
    found = values(found_in(section("1. Ban Giám đốc", *lines)))
    told = [found[f"board/nhap-{n}/{key}"] for n in (1, 2) for key in ("name", "duty", "role")]
    assert told == [
        "Hồ Văn Mẫu", "Phó Chủ tịch UBND xã", "Giám đốc", "Lò Thị Thử", "Hiệu trưởng trường THCS", "Phó Giám đốc",
    ]  # fmt: skip
    assert found.get("board/nhap-1/phone", "0912 345 678") == "0912 345 678"


def test_a_board_is_read_from_a_sentence_that_names_posts_alone() -> None:
    line = (
        "Giám đốc là Phó Chủ tịch UBND xã; hai phó giám đốc là Hiệu trưởng trường THCS và Chủ tịch Hội Khuyến học xã."
    )
    found = values(found_in(section("1. Ban Giám đốc", line)))
    assert [found[f"board/nhap-{n}/duty"] for n in (1, 2, 3)] == [
        "Phó Chủ tịch UBND xã", "Hiệu trưởng trường THCS", "Chủ tịch Hội Khuyến học xã",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("TT\tNội dung\tSố lớp\tLượt người", "1\tHọc nghề\t2\t54", "\ta, Chuyên đề pháp luật\t26\t2.554", "\tTỔNG\t29\t2608"),
        ("| TT | Nội dung | Số lớp | Lượt người |", "| 1 | Học nghề | 2 | 54 |", "| | a, Pháp luật | 26 | 2554 |", "| | Cộng | 29 | 2608 |"),
        ("\tTT", "\tNội dung", "\tSố lớp", "\tLượt người", "", "\t1", "\tHọc nghề", "\t2", "\t54", "", "\t", "\tGiáo dục pháp luật", "\t26", "\t2.554", "", "\t", "\tTỔNG", "\t29", "\t2608"),
        ("- Học nghề ngắn hạn: 2 lớp/54 lượt người.", "+ Chuyên đề pháp luật: 26 buổi - 2.554 lượt người tham gia;", "Tổng cộng: 29 lớp, 2608 lượt người."),
        ("- Học nghề ngắn hạn: 2 lớp, 54 lượt người.", "- Chuyên đề pháp luật: 26 lớp với 2.554 lượt người;", "Tổng cộng: 29 lớp, 2608 lượt người."),
    ],
    ids=["tabs", "bars", "cells one under the other", "a list parted by strokes", "a list"],
)  # fmt: skip
def test_results_are_read_however_they_are_laid_out_and_their_total_compared(lines: tuple[str, ...]) -> None:
    found = found_in(section(RESULTS, *lines, "Người học đông nhất là chị em phụ nữ."))
    told = values(found)
    keys = [f"results/{row}/{key}" for row in ("hoc_nghe", "phap_luat") for key in ("classes", "participations")]
    assert [told[key] for key in keys] == ["2", "54", "26", "2.554"]
    assert all(at(found, key).is_sure for key in keys)
    assert told["narrative/ket_qua"] == "Người học đông nhất là chị em phụ nữ."
    assert any("29" in note and "28" in note for note in found.notes)


def test_a_row_that_an_office_calls_by_half_its_name_makes_no_doubt_of_its_table() -> None:
    rows = ("TT\tNội dung\tSố lớp\tLượt người", "1\tVăn hóa\t2\t54", "2\tGiáo dục pháp luật\t26\t2.554")
    found = found_in(section(RESULTS, *rows))
    assert values(found)["results/van_hoa_xa_hoi/classes"] == "2"
    assert at(found, "results/phap_luat/participations").is_sure


def test_results_in_sentences_are_read_and_the_sentences_kept() -> None:
    line = "Trong năm đã mở 23 lớp học chương trình xóa mù chữ với 828 lượt người tham gia."
    told = values(found_in(section(RESULTS, line)))
    assert (told["results/xoa_mu_chu/classes"], told["results/xoa_mu_chu/participations"]) == ("23", "828")
    assert told["narrative/ket_qua"] == line


def test_the_parts_of_a_sentence_that_go_to_items_of_their_own_are_sentences() -> None:
    line = "Đã ban hành nội quy, quy chế hoạt động; việc phân công nhiệm vụ được thông qua đầu năm."
    told = values(found_in(section("2. Thực hiện văn bản chỉ đạo của cấp trên", line)))
    assert told["checklist/noi_quy/statement"] == "Đã ban hành nội quy, quy chế hoạt động."
    assert told["checklist/phan_cong/statement"] == "Việc phân công nhiệm vụ được thông qua đầu năm."


def test_each_statement_goes_to_the_item_it_tells_of_and_what_may_be_two_is_left() -> None:
    found = found_in(
        section(
            "2. Thực hiện văn bản chỉ đạo của cấp trên",
            "Đã ban hành nội quy, quy chế hoạt động.",
            "Việc phân công nhiệm vụ được thông qua đầu năm.",
            "Văn bản đến đều được chuyển ngay trong ngày.",
        )
    )
    told = values(found)
    assert told["checklist/noi_quy/statement"] == "Đã ban hành nội quy, quy chế hoạt động."
    assert told["checklist/phan_cong/statement"] == "Việc phân công nhiệm vụ được thông qua đầu năm."
    assert [each.text for each in found.unplaced] == ["Văn bản đến đều được chuyển ngay trong ngày."]


def test_indicators_keep_the_words_after_their_value_and_a_share_is_no_count() -> None:
    found = found_in(
        section(
            "V. Hiệu quả hoạt động",
            "+ Tỷ lệ biết chữ trong các độ tuổi: 99,2%, trong đó phụ nữ tăng.",
            "+ Số hộ nghèo ở địa phương: chiếm 4,7%.",
            "+ Thu nhập bình quân đầu người ước đạt 2.450 USD / người / năm.",
            "+ Ý thức bảo vệ môi trường của người dân: mỗi tuần dọn vệ sinh một buổi.",
        )
    )
    told = values(found)
    assert told["indicator/ty_le_biet_chu/value"] == "99,2"
    assert told["indicator/ty_le_biet_chu/text"] == "Trong đó phụ nữ tăng."
    assert "indicator/ho_ngheo/value" not in told
    assert "4,7%" in told["indicator/ho_ngheo/text"]
    assert told["indicator/y_thuc_moi_truong/text"] == "mỗi tuần dọn vệ sinh một buổi."
    income = at(found, "indicator/thu_nhap/value")
    assert (income.value, income.is_sure) == ("ước đạt 2.450", False)
    assert "USD" in income.doubt


def test_ratings_are_read_from_lines_and_tables_in_the_words_of_offices() -> None:
    heading = "IV. Sự tham gia của xã hội"
    lines = ("- Tham gia của các cơ quan chuyên môn:   Tốt", "- Tham gia của cơ sở tôn giáo: không có")
    told = values(found_in(section(heading, *lines)))
    assert told["rating/co_quan/level"] == "Thực hiện tốt"
    assert told["rating/ton_giao/level"] == "Không có trên địa bàn"
    rows = [("Nội dung", "Mức độ"), ("Tham gia của doanh nghiệp", "Khá"), ("Tham gia của nhà trường", "Tốt")]
    found = found_in(docx(paragraph("BÁO CÁO") + paragraph(heading) + table(rows)), "bao-cao.docx")
    assert values(found)["rating/doanh_nghiep/level"] == "Thực hiện khá"
    assert [each.text for each in found.unplaced] == ["Tham gia của nhà trường · Tốt"]
    ticked = [
        ("Nội dung", "Tốt", "Khá", "Đạt"),
        ("Tham gia của doanh nghiệp", "", "x", ""),
        ("Các nhà hảo tâm", "x", "x", ""),
    ]
    found = found_in(docx(paragraph("BÁO CÁO") + paragraph(heading) + table(ticked)), "bao-cao.docx")
    assert values(found).get("rating/doanh_nghiep/level") == "Thực hiện khá"
    assert "rating/nha_hao_tam/level" not in values(found)


def test_a_file_of_another_year_is_told_and_nothing_of_it_is_sure() -> None:
    found = found_in(section("I. Đặc điểm tình hình", "Dân số 9.946 người."), period="2019-2020")
    assert "2018-2019" in found.notes[0]
    assert not any(each.is_sure for each in found.found)


def test_where_letters_were_lost_only_numbers_are_sure() -> None:
    found = found_in(section("I. Đặc điểm tình hình địa phơng", "Dân số 9.946 ngời, đợc chia làm 8 thôn."))
    assert at(found, "figure/dan_so").is_sure
    assert not at(found, "narrative/dia_phuong").is_sure
    assert any("đợc" in note for note in found.notes)


@at_most(25)
@given(st.lists(any_text, max_size=6))
def test_any_text_is_read_or_refused_in_words_and_none_of_its_words_is_lost(lines: list[str]) -> None:
    report = section("I. Đặc điểm tình hình địa phương", *lines)
    try:
        found = found_in(report)
    except UserProblem:  # a character that cannot be kept: the sentence is another test's
        return
    kept = " ".join([*(each.value for each in found.found), *(each.text for each in found.unplaced)])
    for word in " ".join(lines).split():
        if word.isalpha() and word.isascii() and len(word) > 3:
            assert word in kept or word.casefold() in kept.casefold()
