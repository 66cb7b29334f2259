"""What must be filled in and is not: one error for each figure, row or item."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year
from support.mao_khe import new_year

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer
from tthtcd_tui.report.finding import Severity


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("figure/dan_so", "Dân số: chưa nhập. Nhập số, hoặc gõ - nếu không có."),
        ("figure/chu_de", "Chủ đề năm học: chưa nhập. Nhập nội dung."),
        (
            "figure/pho_cap",
            "Đạt chuẩn phổ cập giáo dục: chưa nhập. Chọn các mục đúng với địa phương, hoặc gõ - nếu không có.",
        ),
        ("report/date", "Ngày ban hành: chưa nhập. Nhập ngày, ví dụ 5/6/2021."),
        ("report/addressees", "Kính gửi: chưa nhập. Nhập nội dung."),
        ("narrative/dia_phuong", "Đặc điểm tình hình địa phương: Nội dung: chưa nhập. Nhập nội dung."),
        ("board/giam-doc/duty", "Giám đốc: chưa nhập “Chức vụ và đơn vị công tác”. Nhập nội dung."),
        ("checklist/noi_quy/status", "Nội quy, quy chế: chưa nhập “Trạng thái”. Chọn một mục trong danh sách."),
        ("checklist/noi_quy/statement", "Nội quy, quy chế: chưa nhập “Lời đánh giá”. Nhập nội dung."),
        (
            "results/phap_luat/participations",
            "Giáo dục pháp luật: chưa nhập “Số lượt người tham gia”. Nhập số, hoặc gõ - nếu không có.",
        ),
        (
            "rating/ton_giao/level",
            "Tham gia của các cơ sở tôn giáo: chưa nhập “Mức đánh giá”. Chọn một mục trong danh sách.",
        ),
        ("indicator/ho_ngheo/value", "Số hộ nghèo ở địa phương: chưa nhập. Nhập số, hoặc gõ - nếu không có."),
    ],
)
def test_one_place_is_missing(place: str, message: str) -> None:
    [finding] = found(year({place: UNANSWERED}), "missing")
    assert (finding.place, finding.message, finding.severity) == (place, message, Severity.ERROR)


def test_a_row_that_lacks_several_places_is_one_error_at_the_first() -> None:
    gone: dict[str, Answer] = {"results/phap_luat/classes": UNANSWERED, "results/phap_luat/participations": UNANSWERED}
    assert told(found(year(gone), "missing")) == [
        (
            "results/phap_luat/classes",
            "Giáo dục pháp luật: chưa nhập “Số lớp”, “Số lượt người tham gia”. Nhập đủ các ô này.",
        )
    ]


def test_an_item_of_the_centre_is_named_in_quotes() -> None:
    assert told(found(year({"own/x/label": "Tủ\x1b[31m sách", "own/x/section": "van_ban"}), "missing")) == [
        ("own/x/status", "“Tủ?[31m sách”: chưa nhập “Trạng thái”, “Lời đánh giá”. Nhập đủ các ô này.")
    ]


def test_an_empty_board_and_an_empty_table_say_what_to_do() -> None:
    messages = dict(told(found(new_year(), "missing")))
    assert messages["board"] == "Thành viên Ban Giám đốc: chưa có ai. Thêm Giám đốc và các thành viên."
    assert messages["results"] == (
        "Số người tham gia học tại TTHTCĐ: chưa tính được, bảng kết quả còn trống."
        " Nhập số lớp và số lượt người tham gia."
    )


@pytest.mark.parametrize("answer", [NIL, NOT_APPLICABLE])
def test_nil_and_not_applicable_are_answers(answer: Answer) -> None:
    assert found(year({"figure/dan_so": answer, "report/addressees": answer}), "missing") == []


@pytest.mark.parametrize("place", ["figure/website", "report/superior", "report/number", "board/giam-doc/name"])
def test_what_is_not_required_may_be_missing(place: str) -> None:
    assert found(year({place: UNANSWERED}), "missing") == []


def test_the_log_fills_a_row() -> None:
    assert found(year({"results/hoc_nghe/classes": UNANSWERED}), "missing") == []
