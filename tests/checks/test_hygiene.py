"""Blanks, leaders, brackets, quotation marks, doubled words: what is left in a text, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.any_text import any_text
from support.check_facts import found, found_in, said, year
from support.mao_khe import FORM

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check

WRONG = {
    "spacing": [
        "Trung tâm  vận động tốt.",
        "Các lớp đều đông ; người dân vui.",
        "Trung tâm vận động tốt ,các đoàn thể ủng hộ.",
        "Nhân dân ủng hộ,đồng tình.",
        "Kết quả tốt !",
        "Hội Khuyến học ( phường ) trao quà.",
        "Đã xong.Tiếp tục duy trì.",
        "Đoàn thể ủng hộ .",
    ],
    "doubled_stop": [
        "Hội Phụ nữ,, Hội Nông dân.",
        "Mọi người tham gia..",
        "Kết quả tốt;; đúng kế hoạch.",
        "Rất vui!!",
        "Tốt. . Vui.",
    ],
    "leaders": [
        "Có ___ người học.",
        "Ủng hộ ………. đồng.",
        "Có ........ người.",
        "Số tiền là ____ đồng.",
        "Trao … suất quà cho học sinh.",
        "Công văn số …/PGDĐT được triển khai.",
        "Ngày … tháng … năm 2021 khai giảng.",
        "Có . . . . lớp.",
        "Người học: ...; số lớp: ...",
    ],
    "placeholder": [
        "Đã tiêm cho xxx con trâu.",
        "Ông XXX phát biểu.",
        "Có [Chưa nhập: Số hộ] hộ.",
        "Mở lớp tại [tên khu phố].",
        "Có <số lượng> lớp.",
        "Kết quả tốt (cần bổ sung số liệu).",
        "Có nhiều lớp (ghi rõ số lượng).",
        "Tổ chức tốt ( ghi cụ thể ).",
        "Kết quả tốt (?).",
        "Học ở [...].",
        "Có {…} lớp.",
        "Có XX người dự.",
        "Hội Phụ nữ (tên đầy đủ) mở lớp.",
        "Số liệu bổ sung sau.",
        "Lorem ipsum dolor.",
    ],
    "end_mark_inside": ["Các đoàn thể ủng hộ tốt./."],
    "unclosed": [
        "Phong trào “Toàn dân học tập được giữ vững.",
        'Phong trào "Học suốt đời được hưởng ứng.',
        "Có 3 phòng học (mỗi phòng 40 chỗ.",
        "Kết quả tốt)).",
        "Có ba phòng học [mỗi phòng 30 chỗ.",
        "Người dân «chăm học được khen.",
    ],
    "doubled_word": ["Nhân dân đã đã tham gia các các lớp.", "Trung tâm trung tâm phối hợp tốt.", "Vui và và tự hào."],
}
RIGHT = [
    "Hội thi ABC Kids; bảng chữ cái ABC; giáo viên [kể cả biệt phái] dự.",
    "(1) Lớp tin học; (2) lớp may; xem mục a) và b) ở phụ lục (kèm danh sách, mục c).",
    "Các môn: cờ, bóng bàn, cầu lông… đều có lớp.",
    "Trồng rau, nuôi gà, nuôi cá...",
    "Câu lạc bộ sở thích, kỹ năng sống … cho thầy và trò.",
    "a) Lớp tin học; b) Lớp may; c) Lớp nấu ăn; 1) Mở lớp; 2) Tổng kết.",
    "Trang hoctap.example.vn, http://a.example.vn/x,y và thư trungtam@example.vn.",
    "Đ/c Bí thư dự; TS. Nguyễn Văn An, ThS. Lê Thị Bình giảng; TP.HCM, TX.Đông.",
    "Người người, nhà nhà đều học; ngày ngày, đêm đêm; xanh xanh, đỏ đỏ; từ từ; năm năm liền.",
    "Hoạt động TDTT, VHVN, v.v. được duy trì, v.v.",
    'Màn hình 43" được lắp ở hội trường.',
    'Khẩu hiệu “Học, học nữa, học mãi” treo ở cổng; hội thi "Khéo tay".',
    "Giờ học: 19 giờ 30 - 21 giờ (thứ Hai, thứ Tư); cấp độ 3,4; lúc 7:30.",
    "Thế kỷ XXI, Đại hội XIII, khóa XX; ISO 9001:2015; F0, F1.",
    "Khoản 2 Điều 5; điểm a) khoản 1; nhà văn hóa (xây năm 2019).",
    "Người dân hỏi: “Khi nào mở lớp?”. Trung tâm trả lời ngay.",
    "Mức 1.250.000 đồng; 2,5 ha; 120/80 mmHg.",
    "Viết {{so_khu} để in nguyên chữ, {so_khu} khu phố, {dan_so} người.",
]


@pytest.mark.parametrize("code", WRONG)
def test_what_is_left_in_a_text(code: str) -> None:
    assert found_in(WRONG[code], code) == WRONG[code]


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_so(text: str) -> None:
    codes = {finding.code for finding in check(Context(FORM, year(said(text))))}
    assert codes & set(WRONG) == set()


def test_it_says_where_and_what_to_do() -> None:
    [finding] = found(year(said("Trung tâm  vận động.")), "spacing")
    assert finding.message.endswith("thừa khoảng trắng giữa “tâm” và “vận”. Xóa bớt.")
    [finding] = found(year(said("Đã xong.Tiếp tục.")), "spacing")
    assert finding.message.endswith("thiếu khoảng trắng sau dấu câu ở “xong.Tiếp”. Thêm một khoảng trắng.")


def test_a_line_and_a_list_are_read_too() -> None:
    assert len(found(year({"board/pho-1/duty": "Hiệu trưởng  trường"}), "spacing")) == 1
    assert len(found(year({"report/recipients": ("UBND phường [tên]",)}), "placeholder")) == 1


def test_what_is_linked_is_read_where_it_stands() -> None:
    twice = year({"figure/chu_de": "Học [tên]", **said("Chủ đề: “{chu_de}”.")})
    assert [finding.place for finding in found(twice, "placeholder")] == ["figure/chu_de"]


def test_the_end_of_the_report_may_be_marked_as_one() -> None:
    assert found(year({"report/closing": ("Trên đây là báo cáo./.",)}), "end_mark_inside") == []


def test_what_an_item_that_does_not_apply_says_is_not_printed_and_not_read() -> None:
    words = {"checklist/noi_quy/statement": ("Có [tên] khu.",)}
    assert len(found(year(dict(words)), "placeholder")) == 1
    assert found(year({**words, "checklist/noi_quy/status": "not_applicable"}), "placeholder") == []


@given(any_text)
def test_any_text_is_read(text: str) -> None:
    for finding in check(Context(FORM, year(said(text)))):
        assert finding.message.isprintable()


@pytest.mark.long
@pytest.mark.parametrize("piece", [*"([“…{<x", "a ", "aa.A", "đã ", "1.", "1,", "xã A ", "1/2/", "5 hộ ", "năm 2020 "])
def test_a_long_text_is_read_in_one_go(piece: str) -> None:
    """Quadratic work on a text of many thousand characters would take minutes: the suite would show it."""
    check(Context(FORM, year(said(piece * 4_000))))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Các đoàn thể ủng hộ tốt",),
        ("Các đoàn thể ủng hộ (kể cả hai chi hội mới)",),
        ("Chủ đề của năm là “Học để cùng lớn”",),
        ("Tổng cộng 445 lớp, {tong_luot}",),
        ("Đoạn đầu có dấu chấm.", "- Hội Phụ nữ mở ba lớp"),
        ("Trong năm trung tâm mở nhiều lớp cho người dân các khu phố, ai học xong cũng áp dụng được", "Kết quả tốt."),
    ],
)
def test_a_paragraph_without_its_last_stop_is_told_once(paragraphs: tuple[str, ...]) -> None:
    [finding] = found(year(said(*paragraphs)), "unstopped")
    assert finding.place == "narrative/xa_hoi"


def test_the_end_of_it_is_shown_and_what_to_do() -> None:
    [finding] = found(year(said("Năm nay các đoàn thể ủng hộ tốt")), "unstopped")
    assert finding.message.endswith("thiếu dấu chấm cuối đoạn, sau “thể ủng hộ tốt”. Thêm dấu chấm, hoặc ghi lý do.")
    [opening] = found(year({"report/opening": ("Trung tâm báo cáo như sau",)}), "unstopped")
    assert "thiếu dấu hai chấm cuối đoạn" in opening.message


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Các đoàn thể ủng hộ tốt.",),
        ("Các đoàn thể ủng hộ tốt…",),
        ("Khẩu hiệu: “Học, học nữa, học mãi!”",),
        ("Các lớp đã mở (xem Phụ lục).",),
        ("Các hội đã mở lớp như sau:", "- Hội Phụ nữ: ba lớp", "- Hội Nông dân: hai lớp."),
        ("Thuận lợi", "Nhân dân hiếu học."),
    ],
)
def test_a_stop_a_heading_and_a_list_are_right(paragraphs: tuple[str, ...]) -> None:
    assert found(year(said(*paragraphs)), "unstopped") == []


def test_the_closing_words_are_given_their_end_by_the_program() -> None:
    assert found(year({"report/closing": ("Trên đây là báo cáo của trung tâm",)}), "unstopped") == []


def test_remains_of_a_template_are_told() -> None:
    left = [
        "Các lớp nghề () đều có giáo viên.",
        "Có {so_ho hộ tham gia.",
        "Nêu rõ việc thực hiện chế độ, chính sách.",
        "Như trên.",
        "Cần bổ sung số liệu của Hội Nông dân sau.",
    ]
    assert found_in(left, "placeholder") == left
    assert found_in(["Nghị quyết nêu rõ vai trò của trung tâm.", "Tương tự, các thôn đều mở lớp."], "placeholder") == []


def test_a_paragraph_that_breaks_off_is_told() -> None:
    broken = "Các đoàn thể cùng tham gia,"
    assert found_in([broken], "unstopped") == [broken]
    assert found_in(["- Hội Phụ nữ: 4 lớp;"], "unstopped") == []


def test_a_brace_of_a_template_is_a_placeholder() -> None:
    assert found_in(["Trung tâm {tên trung tâm} hoạt động.", "Có {số} lớp."], "placeholder") == [
        "Trung tâm {tên trung tâm} hoạt động.",
        "Có {số} lớp.",
    ]


def test_a_picture_is_told_and_signs_are_not() -> None:
    smile, signs = "Học viên đông 😀.", "Nhiệt độ 37 °C, diện tích 20 km², “Học tập” – Đạt ≥ 90%, ½ số hộ…"
    assert found_in([smile, "Tốt 👍🏻!", signs], "pictured") == [smile, "Tốt 👍🏻!"]


@pytest.mark.parametrize("words", ["khong co", "Chưa có", "không"])
def test_nothing_typed_as_words_is_told_how_to_type(words: str) -> None:
    (finding,) = found(year({"figure/website": words}), "nil_in_words")
    assert "Không có thì gõ -" in finding.message


def test_a_place_does_not_end_in_a_comma() -> None:
    assert found_in(["Người dân tham gia đông,", "Người dân tham gia đông."], "unstopped") == [
        "Người dân tham gia đông,"
    ]
    assert found(year(said("Các lớp có:", "Người dân tham gia đông.")), "unstopped") == []


def test_the_end_mark_stands_once_in_the_closing() -> None:
    twice, once = "Trên đây là báo cáo./. Trân trọng./.", "Trên đây là báo cáo./."
    assert len(found(year({"report/closing": (twice,)}), "end_mark_inside")) == 1
    assert found(year({"report/closing": (once,)}), "end_mark_inside") == []
