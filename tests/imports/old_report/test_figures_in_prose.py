"""Numbers in sentences are figures where their name or unit says so; those of another place or year are none."""

from __future__ import annotations

import pytest
from support.old_reports import at, found_in, section, values

PLACE = "I. Đặc điểm tình hình địa phương"


def told(sentence: str) -> dict[str, str]:
    return {place: value for place, value in values(found_in(section(PLACE, sentence))).items() if "figure/" in place}


@pytest.mark.parametrize(
    ("sentence", "place", "value"),
    [
        ("Dân số trên 4 vạn người.", "dan_so", "trên 40.000"),
        ("Toàn xã có 2161 hộ gia đình và 9085 nhân khẩu.", "dan_so", "9.085"),
        ("Xã có diện tích tự nhiên 19056 ha, đất lúa 300 ha.", "dien_tich", "190,56"),
        ("Tổng diện tích tự nhiên: 2.350 hecta.", "dien_tich", "23,5"),
        ("Diện tích tự nhiên gần 20km2.", "dien_tich", "gần 20"),
        ("Xã được chia làm 11 ấp.", "so_khu", "11"),
        ("Đảng bộ có 08 chi bộ trực thuộc với 371 đảng viên, trong đó 30 đảng viên nữ.", "dang_vien", "371"),
        ("- Trường học: 03 trường (MN: 01, TH: 02, THCS: 01), 96 lớp.", "truong_tieu_hoc", "2"),
        ("Có 709 thầy cô giáo đạt chuẩn.", "so_giao_vien", "709"),
        ("Xã rộng 31,6 km2, có sân rộng 2 ha.", "dien_tich", "31,6"),
        ("Số doanh nghiệp tư nhân: 47.", "dn_tu_nhan", "47"),
        ("- Số lớp: 96; số học sinh: 2.470 em; giáo viên: 231 người", "so_hoc_sinh", "2.470"),
        ("- Số lớp: 96; số học sinh: 2.470 em; giáo viên: 231 người", "so_giao_vien", "231"),
        ("Toàn xã có trên 1,5 vạn dân, 3.200 hộ gia đình.", "dan_so", "trên 15.000"),
        ("Dân số 7 200 người.", "dan_so", "7.200"),
        ("Số người trong độ tuổi lao động là 4.100 người; dân số 7.200 người.", "dan_so", "7.200"),
        ("Xã nằm ở phía Bắc của huyện, có tổng diện tích đất tự nhiên là 7.952 ha.", "dien_tich", "79,52"),
        ("Xã được thành lập năm 1986, diện tích tự nhiên 95,87 km².", "dien_tich", "95,87"),
        ("Giáo dục: 5 trường (Mầm non: 1; Tiểu học: 2); 110 lớp/3.455 học sinh.", "so_lop_hoc", "110"),
        ("- Số trường học: 5, trong đó mầm non 1, tiểu học 2, THCS 2.", "truong_tieu_hoc", "2"),
        ("- Số trường học: 5, trong đó mầm non 1, tiểu học 2, THCS 2.", "truong_thcs", "2"),
        ("Có 371 đảng viên, trong năm kết nạp 12 đảng viên mới.", "dang_vien", "371"),
    ],
)
def test_a_number_is_read_with_its_qualifier_in_the_units_of_the_form(sentence: str, place: str, value: str) -> None:
    assert told(sentence)[f"figure/{place}"] == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Toàn huyện có 14 xã với dân số 186.000 người.",
        "Năm 2009 dân số xã mới có 3.871 người.",
        "Phấn đấu dân số đạt 9.000 người.",
        "Mật độ dân số 300 người trên một km².",
        "Nằm cách trung tâm huyện 31 km.",
        "Trong xã có 214 hộ nghèo.",
        "Dân số 40,000 người.",
        "Dân số khoảng 7.000 - 7.500 người.",
        "Dân số từ 7.000 đến 7.500 người.",
        "Số hộ nghèo năm 2017 là 120 hộ, năm 2018 giảm còn 95 hộ.",
        "Hộ cận nghèo còn 31 hộ.",
        "Dân số của huyện là 186.000 người.",
        "Theo điều tra năm 2009, dân số 3.871 người.",
    ],
)
def test_another_place_another_year_a_part_or_a_doubtful_number_is_no_figure(sentence: str) -> None:
    assert not {"figure/dan_so", "figure/so_ho", "figure/dien_tich"} & told(sentence).keys()


def test_what_the_file_says_twice_in_two_ways_is_not_sure() -> None:
    report = section(PLACE, "Dân số 9.946 người.", "V. Hiệu quả hoạt động", "Với dân số 26.840 người, nhu cầu còn lớn.")
    found = at(found_in(report), "figure/dan_so")
    assert not found.is_sure
    assert "26.840" in found.doubt


def test_the_sentence_keeps_its_words_and_links_to_the_figures_read_in_it() -> None:
    found = found_in(section(PLACE, "Xã có diện tích 12 ha lúa, dân số trên 4 vạn người, {ten_la} 8 thôn."))
    text = at(found, "narrative/dia_phuong").value
    assert text == "Xã có diện tích 12 ha lúa, dân số {dan_so} người, {{ten_la} {so_khu} thôn."


def test_an_area_told_in_hectares_stays_in_the_sentence_as_it_was() -> None:
    found = found_in(section(PLACE, "Diện tích tự nhiên 19056 ha."))
    assert at(found, "narrative/dia_phuong").value == "Diện tích tự nhiên 19056 ha."


@pytest.mark.parametrize("aim", ["Phấn đấu đạt đô thị loại IV vào năm 2025.", "Mục tiêu là đô thị loại IV."])
def test_what_is_aimed_at_is_not_what_is(aim: str) -> None:
    assert "figure/loai_do_thi" not in told(aim)
    assert told("Được công nhận đô thị loại V.") == {"figure/loai_do_thi": "loại V"}


def test_what_is_counted_of_a_part_is_not_the_figure_of_all() -> None:
    heading = "I. Đặc điểm tình hình địa phương"
    hard = section(heading, "Toàn xã có 12 thôn, trong đó có 5 thôn đặc biệt khó khăn với 640 hộ, 2.500 nhân khẩu.")
    assert {"figure/so_ho", "figure/dan_so"}.isdisjoint(values(found_in(hard)))
    thai = found_in(section(heading, "Xã có 2.345 hộ, 9.870 khẩu, trong đó người Thái 1.200 hộ, 5.000 khẩu."))
    assert (at(thai, "figure/so_ho").value, at(thai, "figure/dan_so").value) == ("2.345", "9.870")
