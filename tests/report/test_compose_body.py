"""The sections of a report: headings, prose, statements, board, results, ratings, indicators."""

from __future__ import annotations

from datetime import date

import pytest
from support.forms import OTHER, changed, newest, other, shipped
from support.outlines import all_of, only, read_aloud, section
from support.years import RESULT_ANSWERS, year

from tthtcd_tui.forms.kinds.checklist import items_of
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.numbering import LETTERS, Numbering, letter
from tthtcd_tui.report.outline import Heading, KeyValues, Outline, Paragraph, RunKind, Table, plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.text.periods import Period

FORM = shipped()
YEAR_2024 = Period.calendar_year(2024)


def composed(typed: dict[str, str] | None = None) -> Outline:
    return compose(FORM, year(FORM, typed))


def composed_other(typed: dict[str, str] | None = None) -> Outline:
    return compose(other(), year(other(), typed, YEAR_2024))


def headings(outline: Outline) -> list[str]:
    return [f"{heading.label} {plain(heading.text)}" for heading in all_of(outline, Heading)]


# -- headings ---------------------------------------------------------------------------------------------------------


def test_the_headings_of_the_reference() -> None:
    assert headings(composed()) == [
        "I. ĐẶC ĐIỂM TÌNH HÌNH ĐỊA PHƯƠNG",
        "II. BỘ MÁY QUẢN LÝ",
        "1. Ban Giám đốc",
        "2. Triển khai và thực hiện văn bản chỉ đạo của cấp trên",
        "3. Công tác xây dựng kế hoạch hoạt động",
        "4. Quản lý, sử dụng các nguồn lực",
        "III. TỔ CHỨC HOẠT ĐỘNG",
        "1. Công tác hoạt động",
        "2. Kết quả thực hiện năm học 2020-2021",
        "IV. ĐÁNH GIÁ CÔNG TÁC HUY ĐỘNG SỰ THAM GIA CỦA XÃ HỘI",
        "V. HIỆU QUẢ HOẠT ĐỘNG",
    ]
    found = all_of(composed(), Heading)
    assert {(h.level, h.numbering) for h in found} == {(1, Numbering.ROMAN), (2, Numbering.ARABIC)}
    assert [h.section for h in found] == [s.key for s in FORM.sections]


def test_the_headings_of_an_other_form() -> None:
    assert headings(composed_other()) == [
        "Phần thứ nhất TÌNH HÌNH CHUNG",
        "I. Đặc điểm",
        "II. Thuận lợi",
        "III. Khó khăn",
        "Phần thứ hai TỔ CHỨC THỰC HIỆN",
        "I. Bộ máy",
        "II. Cơ sở vật chất",
        "III. Kết quả năm 2024",
        "IV. Tồn tại, hạn chế",
        "Phần thứ ba HIỆU QUẢ",
        "Phần thứ tư PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM TỚI; KIẾN NGHỊ, ĐỀ XUẤT",
    ]


def test_parts_may_be_lettered() -> None:
    form = changed(('numbering = ["part", "roman"]', 'numbering = ["letter", "arabic"]'), path=OTHER)
    found = compose(form, year(form))
    assert [heading.label for heading in all_of(found, Heading)] == [
        "A.", "1.", "2.", "3.", "B.", "1.", "2.", "3.", "4.", "C.", "D.",
    ]  # fmt: skip


# -- prose ------------------------------------------------------------------------------------------------------------


def test_links_are_filled_in_with_their_places() -> None:
    found = composed(
        {
            "narrative/dia_phuong": "Dân số {dan_so} người; {{dan_so} in nguyên chữ.\nGồm {so_ho} hộ.",
            "figure/dan_so": "trên 40.000",
        }
    )
    first, second = section(found, "dia_phuong")
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    place = Place("narrative/dia_phuong")
    assert [(run.text, run.place, run.kind) for run in first.runs] == [
        ("Dân số ", place, RunKind.TEXT),
        ("trên 40.000", "figure/dan_so", RunKind.VALUE),
        (" người; {dan_so} in nguyên chữ.", place, RunKind.TEXT),
    ]
    assert [(run.text, run.place, run.kind) for run in second.runs] == [
        ("Gồm ", place, RunKind.TEXT),
        ("[Chưa nhập: Số hộ gia đình]", "figure/so_ho", RunKind.GAP),
        (" hộ.", place, RunKind.TEXT),
    ]


def test_a_linked_value_is_not_read_for_links_again() -> None:
    found = composed({"narrative/dia_phuong": "“{chu_de}”", "figure/chu_de": "{dan_so} và {{x}"})
    assert read_aloud(section(found, "dia_phuong")) == ["“{dan_so} và {{x}”"]


def test_a_link_to_nothing_is_a_gap_that_shows_itself() -> None:
    """It was known when it was typed; the form is another now."""
    facts = year(FORM, {"narrative/dia_phuong": "{dan_so}"})
    form = changed(('key = "dan_so"\n', 'key = "so_dan"\n'), ("dân số {dan_so} người", "dân số {so_dan} người"))
    [paragraph] = section(compose(form, facts), "dia_phuong")
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.kind) for run in paragraph.runs] == [("{dan_so}", RunKind.GAP)]


def test_narratives_are_missed_where_the_form_requires_them() -> None:
    found = composed()
    assert read_aloud(section(found, "dia_phuong")) == ["[Chưa nhập: Đặc điểm tình hình địa phương: Nội dung]"]
    assert all(isinstance(block, Table) for block in section(found, "ket_qua"))  # its text may be left out
    assert section(composed({"narrative/dia_phuong": "-"}), "dia_phuong") == []
    assert section(found, "bo_may") == []


# -- statements -------------------------------------------------------------------------------------------------------


def test_statements_of_the_shipped_form_have_no_markers() -> None:
    found = composed(
        {
            "checklist/noi_quy/statement": "Đã ban hành nội quy.\nĐã niêm yết.",
            "checklist/noi_quy/status": "1",
            "checklist/noi_quy/evidence": "QĐ số 5",
            "checklist/kien_toan/status": "Không áp dụng",
            "checklist/kien_toan/statement": "Không in.",
            "checklist/phan_cong/statement": "-",
            "checklist/luu_tru_ho_so/status": "--",
        }
    )
    assert read_aloud(section(found, "van_ban")) == [
        "Đã ban hành nội quy.",
        "Đã niêm yết.",
        "[Chưa nhập: Lưu trữ hình ảnh, video]",
    ]


def test_letters_and_dashes_mark_the_first_paragraph_of_each_item() -> None:
    found = composed_other(
        {
            "checklist/quy_che/statement": "Có quy chế.\nĐã công khai.",
            "checklist/nhan_su/statement": "Đủ người.",
            "checklist/thu_vien/statement": "Có tủ sách.\nĐã bổ sung.",
            "board/a/role": "director",
            "own/x/section": "quan_tri",
            "own/x/label": "Chuyển đổi số",
            "own/x/statement": "Dùng phần mềm.",
        }
    )
    assert read_aloud(section(found, "quan_tri")) == [
        "- Chủ nhiệm: [Chưa nhập: Thành viên Ban Giám đốc: Họ và tên].",
        "a) Có quy chế.",
        "Đã công khai.",
        "b) Đủ người.",
        "c) Dùng phần mềm.",  # nothing is printed of an item that may be left out
    ]
    assert read_aloud(section(found, "co_so")) == ["- [Chưa nhập: Phòng học]", "- Có tủ sách.", "Đã bổ sung."]


def test_the_letters_of_points_are_the_vietnamese_ones() -> None:
    """Decree 30/2020, App. I, II.6: a b c d đ e g h i k l m n o p q r s t u v x y."""
    assert "".join(letter(n) for n in range(23)) == LETTERS == "abcdđeghiklmnopqrstuvxy"
    assert [letter(n) for n in (22, 23, 24, 45, 46)] == ["y", "aa", "ab", "ay", "ba"]


def test_twenty_five_statements_go_on_past_y() -> None:
    more = "".join(f'[[section.item]]\nkey = "them_{n}"\nlabel = "Việc {n}"\n\n' for n in range(23))
    start = '[[section.item]]\nkey = "thi_dua"\n'
    form = changed((start, more + start), path=OTHER)
    statements = {
        f"checklist/{key}/statement": "Tốt." for key in items_of(form) if items_of(form)[key].section == "quan_tri"
    }
    lines = read_aloud(section(compose(form, year(form, statements | {"board/a/role": "2"})), "quan_tri"))[1:]
    assert [line.partition(" ")[0] for line in lines] == [
        *(f"{x})" for x in "abcdđeghiklmnopqrstuvxy"),
        "aa)",
        "ab)",
        "ac)",
    ]


def test_own_items_stand_at_the_end_of_whatever_section_they_belong_to() -> None:
    found = composed({
        "own/b/section": "dia_phuong", "own/b/order": "2", "own/b/statement": "Hai {nam_hoc}.",
        "own/a/section": "dia_phuong", "own/a/order": "1", "own/a/statement": "Một.",
        "own/c/section": "van_ban", "own/c/label": "Phòng đọc",
        "own/d/section": "bo_may", "own/d/status": "--",
        "narrative/dia_phuong": "Không.",
        **{f"checklist/{key}/status": "--" for key in items_of(FORM)},
    })  # fmt: skip
    assert read_aloud(section(found, "dia_phuong")) == ["Không.", "Một.", "Hai 2020-2021."]
    assert read_aloud(section(found, "van_ban")) == ["[Chưa nhập: Phòng đọc]"]
    assert section(found, "bo_may") == []


# -- board and ratings ------------------------------------------------------------------------------------------------


def test_the_board_in_its_order_with_dashes_and_stops() -> None:
    found = composed({
        "board/b/order": "2", "board/b/role": "deputy", "board/b/duty": "Hiệu trưởng trường THCS.",
        "board/a/order": "1", "board/a/role": "director", "board/a/name": "Vũ Thanh Hải",
        "board/a/duty": "Phó Chủ tịch UBND phường;",
        "board/a/phone": "0912 345 678", "board/a/note": "mới", "board/a/training": "2 lớp",
        "board/c/order": "3", "board/c/name": "Bà An",
        "narrative/ban_giam_doc": "Tham gia tập huấn.",
    })  # fmt: skip
    role = "[Chưa nhập: Thành viên Ban Giám đốc: Chức danh tại trung tâm]"
    duty = "[Chưa nhập: Thành viên Ban Giám đốc: Chức vụ và đơn vị công tác]"
    assert read_aloud(section(found, "ban_giam_doc")) == [
        "- Giám đốc: Vũ Thanh Hải, Phó Chủ tịch UBND phường;",
        "- Phó Giám đốc: Hiệu trưởng trường THCS;",
        f"- {role}: Bà An, {duty}.",
        "Tham gia tập huấn.",
    ]
    assert all_of(found, KeyValues)[0].items[0].value[0].place == "board/a/name"


def test_a_board_nobody_is_on_is_a_gap() -> None:
    [gap, text] = section(composed(), "ban_giam_doc")
    assert read_aloud([gap, text]) == ["[Chưa nhập: Thành viên Ban Giám đốc]", "[Chưa nhập: Ban Giám đốc: Nội dung]"]
    assert isinstance(gap, Paragraph)
    assert [(run.place, run.kind) for run in gap.runs] == [("board", RunKind.GAP)]


def test_a_duty_that_may_be_left_out_is_left_out() -> None:
    found = composed_other({"board/a/role": "1", "board/a/name": "Ông Bình", "board/b/role": "2", "board/b/name": "-"})
    assert read_aloud(section(found, "quan_tri"))[:2] == ["- Chủ nhiệm: Ông Bình;", "- Phó Chủ nhiệm: ."]


def test_ratings_as_the_reference_prints_them() -> None:
    found = composed({
        "rating/co_quan/level": "1", "rating/doanh_nghiep/level": "2", "rating/nha_hao_tam/level": "5",
        "rating/ton_giao/level": "-", "rating/co_quan/contribution": "5 triệu", "rating/co_quan/note": "sách",
    })  # fmt: skip
    assert read_aloud(section(found, "xa_hoi")) == [
        "- Tham gia của cơ quan chuyên môn: Thực hiện tốt;",
        "- Tham gia của các doanh nghiệp: Thực hiện khá;",
        "- Tham gia của nhà hảo tâm: Không có trên địa bàn;",
        "- Tham gia của các cơ sở tôn giáo: không có;",
        "- Tham gia của các đoàn thể, tổ chức xã hội: [Chưa nhập: Mức đánh giá].",
    ]


def test_a_group_that_may_be_left_out_is_left_out() -> None:
    form = changed(
        *(
            (f'key = "{key}"\nlabel = "Tham', f'key = "{key}"\nrequired = false\nlabel = "Tham')
            for key in groups_of(FORM)
        )
    )
    assert section(compose(form, year(form)), "xa_hoi") == []
    one = compose(form, year(form, {"rating/ton_giao/level": "1"}))
    assert read_aloud(section(one, "xa_hoi")) == ["- Tham gia của các cơ sở tôn giáo: Thực hiện tốt."]


# -- results ----------------------------------------------------------------------------------------------------------


def cells(outline: Outline) -> list[tuple[RowRole, list[str]]]:
    return [(row.role, [plain(cell) for cell in row.cells]) for row in only(outline, Table).rows]


def test_the_results_table_of_the_reference() -> None:
    found = composed(RESULT_ANSWERS)
    table = only(found, Table)
    assert [plain(column.title) for column in table.columns] == ["TT", "Nội dung", "Số lớp", "Số lượt người tham gia"]
    assert sum(column.share for column in table.columns) == 100
    assert cells(found) == [
        (RowRole.BODY, ["1", "Học chương trình xóa mù chữ", "", ""]),  # «không có» is an empty cell
        (RowRole.BODY, ["2", "Học nghề ngắn hạn", "2", "540"]),
        (RowRole.GROUP, ["3", "Các chuyên đề", "", ""]),
        (RowRole.SUB, ["a", "Giáo dục pháp luật", "26", "2.554"]),
        (RowRole.SUB, ["b", "Giáo dục sức khỏe", "35", "4.025"]),
        (RowRole.SUB, ["c", "Giáo dục môi trường", "27", "3.270"]),
        (RowRole.SUB, ["d", "Văn hóa xã hội", "30", "4.350"]),
        (RowRole.SUB, ["e", "Phát triển kinh tế", "5", "210"]),
        (RowRole.SUB, ["g", "Giáo dục kỹ năng sống", "35", "4.500"]),
        (RowRole.BODY, ["4", "Hoạt động văn nghệ, thể thao", "25", "9.800"]),
        (RowRole.BODY, ["5", "Hoạt động của các câu lạc bộ", "110", "8.978"]),
        (RowRole.BODY, ["6", "Phổ biến kiến thức qua đài truyền thanh", "150", "4.890"]),
        (RowRole.TOTAL, ["", "TỔNG", "445", "43.117"]),
    ]
    assert table.rows[0].cells[2] == ()  # empty, not a run of nothing


def test_an_empty_results_table_is_gaps_and_an_empty_total() -> None:
    found = cells(composed())
    assert found[1] == (
        RowRole.BODY,
        ["2", "Học nghề ngắn hạn", "[Chưa nhập: Số lớp]", "[Chưa nhập: Số lượt người tham gia]"],
    )
    assert found[2] == (RowRole.GROUP, ["3", "Các chuyên đề", "", ""])
    assert found[-1] == (RowRole.TOTAL, ["", "TỔNG", "", ""])


def test_numbers_of_the_log_are_printed_like_typed_ones() -> None:
    log = [Activity("a", date(2021, 3, 1), "Lớp", "hoc_nghe", 2, 1540)]
    found = only(compose(FORM, year(FORM, log=log)), Table)
    assert [plain(cell) for cell in found.rows[1].cells] == ["2", "Học nghề ngắn hạn", "2", "1.540"]
    assert found.rows[1].cells[2][0].place == "results/hoc_nghe/classes"
    assert plain(found.rows[-1].cells[3]) == "1.540"


def test_an_other_results_table() -> None:
    found = composed_other(
        {"results/le_hoi/classes": "0", "results/le_hoi/participations": "-", "results/nghe/classes": "--"}
    )
    assert [plain(column.title) for column in only(found, Table).columns] == [
        "Số TT",
        "Loại hình",
        "Số buổi",
        "Lượt người",
    ]
    assert cells(found) == [
        (RowRole.GROUP, ["I", "Văn hóa, thể thao", "", ""]),
        (RowRole.SUB, ["1", "Lễ hội, hội diễn", "0", "–"]),
        (RowRole.SUB, ["2", "Giải thể thao", "", ""]),  # may be left out
        (RowRole.GROUP, ["II", "Học tập cộng đồng", "", ""]),
        (RowRole.SUB, ["1", "Dạy nghề", "không áp dụng", "[Chưa nhập: Lượt người]"]),
        (RowRole.BODY, ["", "Hoạt động khác", "", ""]),
        (RowRole.TOTAL, ["", "Cộng", "0", "0"]),
    ]
    assert isinstance(section(found, "ket_qua")[0], Table)  # its text was never written, and nobody misses it


# -- indicators -------------------------------------------------------------------------------------------------------


def test_indicators_of_the_reference() -> None:
    found = composed(RESULT_ANSWERS | {
        "indicator/ty_le_biet_chu/value": "100",
        "indicator/ty_le_biet_chu/text": "Còn {tre_khong_di_hoc} trẻ.\nCó danh sách.",
        "figure/tre_khong_di_hoc": "18",
        "indicator/ho_ngheo/value": "0",
        "indicator/thu_nhap/value": "ước đạt 2.450", "indicator/thu_nhap/source": "văn kiện Đại hội",
        "indicator/thu_nhap/comparison": "cao hơn cả nước.",
        "indicator/an_ninh/text": "Giữ vững.\nKhông có điểm nóng.",
        "indicator/tien_bo_khkt/text": "-",
    })  # fmt: skip
    assert read_aloud(section(found, "hieu_qua")) == [
        "Tỷ lệ biết chữ trong các độ tuổi: 100%.",
        "Còn 18 trẻ.",
        "Có danh sách.",
        "Số người tham gia học tại TTHTCĐ: 43.117 lượt người.",
        "Số hộ nghèo ở địa phương: không có.",
        "Ý thức bảo vệ môi trường của người dân: [Chưa nhập: Diễn giải]",
        "Thu nhập bình quân đầu người: ước đạt 2.450 USD/người/năm (nguồn: văn kiện Đại hội), cao hơn cả nước.",
        "Kinh nghiệm được ứng dụng vào cuộc sống: [Chưa nhập: Diễn giải]",
        "Phòng, chống dịch bệnh cho người, vật nuôi, cây trồng: [Chưa nhập: Diễn giải]",
        "Công tác an ninh chính trị, quân sự, quốc phòng: Giữ vững.",
        "Không có điểm nóng.",
        "Sinh hoạt văn hóa, thể thao, nếp sống văn minh: [Chưa nhập: Diễn giải]",
    ]


def test_indicators_without_numbers_are_gaps() -> None:
    lines = read_aloud(section(composed(), "hieu_qua"))
    assert lines[:3] == [
        "Tỷ lệ biết chữ trong các độ tuổi: [Chưa nhập: Tỷ lệ biết chữ trong các độ tuổi].",
        "Số người tham gia học tại TTHTCĐ: [Chưa nhập: Kết quả hoạt động].",
        "Số hộ nghèo ở địa phương: [Chưa nhập: Số hộ nghèo ở địa phương].",
    ]


def test_indicators_of_an_other_form() -> None:
    """A text that is missed beside its value; a computed one, a value and words that may be left out."""
    assert read_aloud(section(composed_other(), "hieu_qua")) == [
        "- Hộ nghèo: [Chưa nhập: Hộ nghèo: Số hộ nghèo].",
        "[Chưa nhập: Diễn giải]",
        "- An toàn: [Chưa nhập: Diễn giải]",
    ]
    found = composed_other({
        "indicator/ho_ngheo/value": "0", "indicator/ho_ngheo/text": "Giảm {ho_ngheo}.", "results/nghe/classes": "7",
        "indicator/sang_kien/text": "Hai sáng kiến.", "indicator/danh_hieu/value": "Xã nông thôn mới",
        "indicator/an_toan/text": "-",
    })  # fmt: skip
    assert read_aloud(section(found, "hieu_qua")) == [
        "- Hộ nghèo: không còn.",
        "Giảm không còn.",
        "- Người học: 7 lớp.",
        "- Sáng kiến: Hai sáng kiến.",
        "- Danh hiệu: Xã nông thôn mới.",
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ({"figure/chu_de": "Học tập suốt đời."}, "Năm học “Học tập suốt đời”. Giáo viên"),
        ({"figure/giao_vien_dat_chuan": "100% đạt chuẩn."}, "Giáo viên 100% đạt chuẩn, v.v."),
        ({"figure/website": "bansen.edu.vn/."}, "Trang bansen.edu.vn/."),
        ({"indicator/thu_nhap/value": "50", "indicator/thu_nhap/source": "Nghị quyết."}, "(nguồn: Nghị quyết)"),
        ({"rating/ton_giao/level": "tot", "rating/ton_giao/note": "tặng sách;"}, "(tặng sách)."),
    ],
)
def test_no_stop_is_printed_twice_nor_within_a_sentence(typed: dict[str, str], printed: str) -> None:
    """However a clerk ended a value: the sentence around it has its own stops."""
    prose = "Năm học “{chu_de}”. Giáo viên {giao_vien_dat_chuan}, v.v. Trang {website}."
    told = "\n".join(read_aloud(compose(newest(), year(newest(), {"narrative/dia_phuong": prose, **typed})).blocks))
    assert printed.removesuffix(".") in told
    assert ".." not in told
