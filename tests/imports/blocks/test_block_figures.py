"""Labels and values pasted where figures are asked for."""

from __future__ import annotations

import pytest
from support.forms import newest, shipped

from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.imports.blocks.figures import figures_plan, values_plan
from tthtcd_tui.imports.blocks.plan import Plan
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2022)
PEOPLE = {"figure/dan_so": "5.128", "figure/so_ho": "1.128"}


def plan(*lines: str) -> Plan:
    return figures_plan(shipped(), YEAR, "\r\n".join(lines) + "\r\n")


def placed(plan: Plan) -> dict[str, str]:
    return {str(placement.place): placement.text for placement in plan.placements}


@pytest.mark.parametrize(
    "lines",
    [
        ["Dân số\t5.128", "Số hộ gia đình\t1.128"],
        ["TT\tChỉ tiêu\tĐVT\tSố lượng", "1\tDân số\tngười\t5.128", "2\tSố hộ\thộ\t1.128"],
        ["Số hộ: 1.128 hộ", "Dân số: 5.128 người"],
        ["Dân số 5.128", "Số hộ gia đình 1.128"],
        ["Chỉ tiêu\t2021-2022\t2022-2023", "Dân số\t5.000\t5.128", "Số hộ\t1.100\t1.128"],
        ["Chỉ tiêu\tNăm nay\tNăm trước", "Dân số\t5.128\t5.000", "Số hộ\t1.128\t1.100"],
        ["- Dân số;5.128;người", "- Số hộ gia đình;1.128;hộ"],
    ],
)
def test_values_go_where_their_labels_say(lines: list[str]) -> None:
    found = plan(*lines)
    assert placed(found) == PEOPLE
    assert found.is_sure
    assert not found.doubts


@pytest.mark.parametrize(
    "title",
    ["Kế hoạch năm 2023", "Mục tiêu", "Nữ", "Tăng (+), giảm (-)", "So với năm trước", "Sáu tháng đầu năm", "Quý I"],
)
def test_numbers_that_are_not_those_of_the_year_are_left_whatever_label_they_stand_beside(title: str) -> None:
    alone = plan(f"Chỉ tiêu\t{title}", "Dân số\t900", "Số hộ gia đình\t80")
    assert not alone.placements
    assert len(alone.doubts) == 2
    assert placed(plan(f"Chỉ tiêu\t{title}\tThực hiện", "Dân số\t900\t5.128", "Số hộ\t80\t1.128")) == PEOPLE


@pytest.mark.parametrize(
    "label",
    ["Dân số (năm học 2021-2022)", "Dân số (2021)", "Dân số (NH 21-22)", "Dân số (nữ)", "Dân số (kế hoạch năm 2023)"],
)
def test_a_label_that_says_another_year_or_a_part_is_told_and_stored_nowhere(label: str) -> None:
    found = plan(f"{label}\t900", "Số hộ gia đình\t1.128")
    assert placed(found) == {"figure/so_ho": "1.128"}
    assert [doubt.place is not None and "năm học 2022-2023" in doubt.reason for doubt in found.doubts] == [True]


@pytest.mark.parametrize("label", ["Dân số (năm học 2022-2023)", "Dân số (năm 2022)", "Dân số (NH 22-23)"])
def test_a_label_that_says_this_year_is_the_figure_s_beside_one_of_another(label: str) -> None:
    found = plan(f"{label}\t5.128", "Dân số (2021-2022)\t5.000", "Số hộ gia đình\t1.128")
    assert placed(found) == PEOPLE
    assert len(found.doubts) == 1


@pytest.mark.parametrize("title", ["Năm học 2021-2022", "Số liệu năm 2021", "Thống kê (NH 2020-2021)"])
def test_a_line_over_the_rows_may_say_another_year(title: str) -> None:
    found = plan(title, "Dân số\t5.000", "Số hộ gia đình\t1.100")
    assert not found.placements
    assert f"đứng dưới “{title}”" in found.stored
    assert not plan("Năm học\t2021-2022", "Dân số\t5.000", "Số hộ gia đình\t1.100").placements
    both = plan("So sánh năm học 2021-2022 và 2022-2023", "Dân số\t5.128", "Số hộ gia đình\t1.128")
    assert placed(both) == PEOPLE
    turned = plan(title, "Dân số\t5.000", "Năm học 2022-2023", "Dân số\t5.128", "Số hộ gia đình\t1.128")
    assert placed(turned) == PEOPLE


def test_a_line_of_words_that_no_label_is_like_is_told() -> None:
    found = plan("Chỉ tiêu\tSố liệu", "Dân số\t5.128", "Nội quy, quy chế\tĐã thực hiện", "Chỉ tiêu\tSố liệu", "Ghi chú")
    assert placed(found) == {"figure/dan_so": "5.128"}
    assert [(doubt.line, doubt.reason) for doubt in found.doubts] == [(3, "“Nội quy, quy chế” không khớp nhãn nào")]


def test_words_and_qualifiers_are_values_too() -> None:
    assert placed(plan("Loại đô thị\tloại IV", "Dân số\ttrên 4 vạn người", "Số thôn\tthôn\t9")) == {
        "figure/loai_do_thi": "loại IV", "figure/dan_so": "trên 40.000", "figure/so_khu": "9",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["Dân số\t5.000\t5.128"], "“Dân số” có 2 giá trị, chưa rõ giá trị nào"),
        (["Chỉ tiêu\t2021-2022", "Dân số\t5.000"], "“Dân số” không có số của năm học 2022-2023"),
        (["Dân số\t5.000", "Dân số\t5.128"], "có hai dòng cùng nhãn"),
        (["Diện tích\t19056 ha"], "tính bằng ha, ô này tính bằng km²: đổi ra là 190,56"),
        (["Trường đạt chuẩn quốc gia\t5"], "chưa rõ là số hay tỷ lệ %"),
        (["Số trường đạt chuẩn quốc gia\t5", "Chủ đề\t"], "không khớp nhãn nào (gần giống “Tỷ lệ trường đạt chuẩn"),
        (["Dân số\t40,000"], "“40,000” có thể là 40.000 hoặc 40"),
    ],
)
def test_what_is_doubtful_is_told(lines: list[str], reason: str) -> None:
    found = plan(*lines)
    assert not found.placements
    assert reason in found.stored


@pytest.mark.parametrize(
    "lines",
    [
        ["Kinh phí đã chi (triệu đồng)\t57,5", "Diện tích tự nhiên (ha)\t1864"],
        ["Chỉ tiêu\tĐVT\tSố liệu", "Kinh phí đã chi\ttriệu đồng\t57,5", "Diện tích tự nhiên\tha\t1.864"],
        ["Kinh phí đã chi\ttriệu đồng\t57,5", "Diện tích tự nhiên\tha\t1.864"],
        ["Chỉ tiêu\t(Đơn vị tính: triệu đồng)", "Kinh phí đã chi\t57,5", "Diện tích tự nhiên\t1.864 ha"],
    ],
)
def test_the_unit_that_stands_beside_a_number_is_its_unit(lines: list[str]) -> None:
    found = plan(*lines)
    assert placed(found) == {"figure/kinh_phi_chi": "57.500.000"}
    assert "tính bằng ha, ô này tính bằng km²: đổi ra là 18,64" in found.stored


def test_a_label_of_something_else_is_told_with_what_is_near() -> None:
    found = plan("Dân số\t5.128", "Số hộ nghèo\t42")
    assert placed(found) == {"figure/dan_so": "5.128"}
    assert "“Số hộ nghèo” không khớp nhãn nào (gần giống “Số hộ gia đình”)" in found.stored


@pytest.mark.parametrize("text", ["1\t2\r\n3\t4", "Một đoạn văn.\nHai đoạn.", "5.128", ""])
def test_a_block_without_labels_is_none(text: str) -> None:
    assert plan(text) == Plan()


# -- indicators

INDICATORS = {
    "indicator/ty_le_biet_chu/value": "99,2",
    "indicator/ho_ngheo/value": "12",
    "indicator/thu_nhap/value": "ước đạt 3.100",
}


def of_values(*lines: str) -> Plan:
    return values_plan(shipped(), YEAR, "\r\n".join(lines) + "\r\n")


@pytest.mark.parametrize(
    "lines",
    [
        ["Tỷ lệ biết chữ trong các độ tuổi\t99,2", "Số hộ nghèo ở địa phương\t12", "Thu nhập bình quân\tước đạt 3.100"],
        [
            "TT\tChỉ tiêu\tĐơn vị\tKết quả",
            "1\tThu nhập bình quân đầu người\tUSD\tước đạt 3.100",
            "2\tHộ nghèo\thộ\t12",
            "3\tTỷ lệ người biết chữ\t%\t99,2",
        ],
        [
            "- Số hộ nghèo: 12 hộ",
            "- Tỷ lệ biết chữ: 99,2%",
            "- Thu nhập bình quân đầu người: ước đạt 3.100 USD/người/năm",
        ],
        [
            "Chỉ tiêu\tNăm học 2021-2022\tNăm học 2022-2023",
            "Tỷ lệ biết chữ\t98,8\t99,2",
            "Số hộ nghèo\t15\t12",
            "Thu nhập bình quân\t2.900\tước đạt 3.100 USD",
        ],
    ],
)
def test_indicators_go_where_their_labels_say(lines: list[str]) -> None:
    found = of_values(*lines)
    assert placed(found) == INDICATORS
    assert found.is_sure
    assert not found.doubts


def test_figures_and_indicators_may_stand_in_one_table() -> None:
    assert placed(of_values("Dân số\t5.128", "Số hộ\t1.128", "Số hộ nghèo\t12")) == {
        **PEOPLE, "indicator/ho_ngheo/value": "12",
    }  # fmt: skip


def test_what_is_told_beside_an_indicator_goes_under_its_heading() -> None:
    found = of_values(
        "Chỉ tiêu\tKết quả\tNguồn số liệu\tSo với năm trước\tĐánh giá",
        "Số hộ nghèo\t12\tUBND phường\tgiảm 3 hộ\tBà con thoát nghèo nhờ nghề mới.",
        "Công tác an ninh chính trị, quân sự, quốc phòng\tGiữ vững.\t\t\t",
    )
    assert placed(found) == {
        "indicator/ho_ngheo/value": "12",
        "indicator/ho_ngheo/source": "UBND phường",
        "indicator/ho_ngheo/comparison": "giảm 3 hộ",
        "indicator/ho_ngheo/text": "Bà con thoát nghèo nhờ nghề mới.",
        "indicator/an_ninh/text": "Giữ vững.",
    }
    assert not found.doubts


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["Số hộ nghèo\t12\tgiảm 3 hộ so với năm trước"], "chưa rõ ghi vào ô nào của “Số hộ nghèo ở địa phương”"),
        (["Tỷ lệ biết chữ\t101"], "từ 0 đến 100"),
        (["Phòng, chống dịch bệnh cho người, vật nuôi, cây trồng\t60"], "ghi bằng lời"),
        (["Số hộ nghèo\t12\t15"], "có 2 giá trị, chưa rõ giá trị nào"),
    ],
)
def test_what_is_doubtful_of_an_indicator_is_told(lines: list[str], reason: str) -> None:
    assert reason in of_values(*lines).stored


def test_a_computed_indicator_is_said_to_be_computed() -> None:
    found = of_values("Số hộ nghèo\t12", "Số người tham gia học tại TTHTCĐ\t43.117")
    assert list(placed(found)) == ["indicator/ho_ngheo/value"]
    assert "chương trình tự tính, không dán" in found.stored


def test_reading_old_reports_takes_no_indicator_for_a_figure() -> None:
    assert not plan("Số hộ nghèo\t12", "Tỷ lệ biết chữ\t99,2").placements


def test_of_a_number_in_a_unit_that_the_year_has_yet_to_choose_that_is_told() -> None:
    form = worded(newest(), {})
    found = values_plan(form, YEAR, "Thu nhập bình quân đầu người\ttriệu đồng\t38\nSố hộ nghèo\thộ\t12\n")
    assert placed(found) == {"indicator/ho_ngheo/value": "12"}
    assert "chưa chọn “Đơn vị tính thu nhập”. Chọn ở ô ấy trước, rồi gõ lại số này." in found.stored
    chosen = worded(newest(), {"don_vi_thu_nhap": "trieu_nam"})
    found = values_plan(chosen, YEAR, "Thu nhập bình quân đầu người\ttriệu đồng\t38\n")
    assert placed(found) == {"indicator/thu_nhap/value": "38"}


def test_a_number_that_cannot_be_told_from_what_follows_it_waits_at_its_cell() -> None:
    found = plan("Dân số 5128 ng", "Số hộ 1128")
    assert placed(found) == {"figure/so_ho": "1.128"}
    assert [(str(doubt.place), doubt.text, doubt.reason) for doubt in found.doubts] == [
        ("figure/dan_so", "5128 ng", "“Dân số 5128 ng” chưa rõ con số")
    ]


FUNDS = {"figure/kinh_phi_ngan_sach": "57.500.000", "figure/kinh_phi_chi": "55.000.000"}


@pytest.mark.parametrize(
    "lines",
    [
        ["Nội dung\tSố tiền (nghìn đồng)", "Kinh phí từ ngân sách\t57.500", "Kinh phí đã chi\t55.000"],
        ["Nội dung\tSố tiền (1.000 đồng)", "Kinh phí từ ngân sách\t57.500", "Kinh phí đã chi\t55.000"],
        ["Nội dung\tSố tiền (trđ)", "Kinh phí từ ngân sách\t57,5", "Kinh phí đã chi\t55"],
        ["ĐVT: 1000đ\t", "Kinh phí từ ngân sách\t57.500", "Kinh phí đã chi\t55.000"],
        ["Nội dung\tĐVT\tSố tiền", "Kinh phí từ ngân sách\t1000 đ\t57.500", "Kinh phí đã chi\tTr.đ\t55"],
    ],
)
def test_money_counts_what_the_table_says_it_is_counted_in(lines: list[str]) -> None:
    """57.500 below «nghìn đồng» is never 57.500 đồng."""
    assert placed(plan(*lines)) == FUNDS
