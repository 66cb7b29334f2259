"""Old reports in wordings of our own, each sentence with what it says; some were read wrong before they stood here."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.old_reports import FORM, PERIOD, found_in, section, values

from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.imports.found import FoundFile
from tthtcd_tui.imports.read_file import read_file

PLACE = "I. Đặc điểm tình hình địa phương"
RESULTS = "2. Kết quả mở lớp"
RATINGS = "IV. Sự tham gia của xã hội"
EFFECTS = "V. Hiệu quả hoạt động"
OTHER = "- Văn hóa, xã hội: 1 lớp, 2 lượt người"


def figures(found: FoundFile) -> Mapping[str, str]:
    return {each.place.partition("/")[2]: each.value for each in found.found if each.place.startswith("figure/")}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Địa bàn phường trải trên 7,42 km² với 11 tổ dân phố, 4.318 hộ, 15.602 nhân khẩu.",
            {"dien_tich": "7,42", "so_khu": "11", "so_ho": "4.318", "dan_so": "15.602"},
        ),
        (
            "Xã có tổng diện tích tự nhiên là 3.871 ha; dân số đến cuối năm là 6.240 người, sinh sống ở 9 buôn.",
            {"dien_tich": "38,71", "dan_so": "6.240", "so_khu": "9"},
        ),
        (
            "Diện tích đất tự nhiên của phường: 512 ha. Số tổ dân phố: 14. Tổng số hộ: 3.907.",
            {"dien_tich": "5,12", "so_khu": "14", "so_ho": "3.907"},
        ),
        (
            "Toàn xã hiện có gần 2.100 hộ dân với khoảng 8.900 nhân khẩu, cư trú tại 13 bản.",
            {"so_ho": "gần 2.100", "dan_so": "khoảng 8.900", "so_khu": "13"},
        ),
        (
            "Phường được thành lập với 8 khu phố; quy mô dân số 21.470 người; diện tích 4,9 km2.",
            {"so_khu": "8", "dan_so": "21.470", "dien_tich": "4,9"},
        ),
        (
            "Dân cư của xã sống rải rác ở 17 xóm, gồm 1.766 hộ với 7.053 khẩu.",
            {"so_khu": "17", "so_ho": "1.766", "dan_so": "7.053"},
        ),
        (
            "Về hành chính, xã chia thành 6 làng; số hộ dân: 1.204 hộ; số nhân khẩu: 4.987 người.",
            {"so_khu": "6", "so_ho": "1.204", "dan_so": "4.987"},
        ),
        ("Xã vùng cao này có diện tích 118,3 km², dân số chưa đến 5 nghìn người.", {"dien_tich": "118,3"}),
        (
            "Diện tích: 2.045,6 ha; dân số: 9.318 người; số hộ: 2.477 hộ; số ấp: 10 ấp.",
            {"dien_tich": "20,456", "dan_so": "9.318", "so_ho": "2.477", "so_khu": "10"},
        ),
        ("- Dân số: 12.084 khẩu/3.102 hộ.", {"dan_so": "12.084", "so_ho": "3.102"}),
        (
            "Trên địa bàn có 12 thôn, trong đó 3 thôn đặc biệt khó khăn; tổng số 1.655 hộ, 6.801 người.",
            {"so_khu": "12", "so_ho": "1.655", "dan_so": "6.801"},
        ),
        (
            "Phường hiện quản lý 26 tổ dân phố, 5.930 hộ gia đình, 23.315 người dân.",
            {"so_khu": "26", "so_ho": "5.930", "dan_so": "23.315"},
        ),
        ("Đảng bộ phường có 19 chi bộ, 702 đảng viên.", {"chi_bo": "19", "dang_vien": "702"}),
        (
            "Tổng số đảng viên của Đảng bộ xã là 318 đồng chí, sinh hoạt ở 15 chi bộ.",
            {"dang_vien": "318", "chi_bo": "15"},
        ),
        ("Toàn xã có 21 chi bộ trực thuộc Đảng ủy, trên 450 đảng viên.", {"chi_bo": "21", "dang_vien": "trên 450"}),
        ("Đảng bộ xã gồm 11 chi bộ với tổng số 287 đảng viên.", {"chi_bo": "11", "dang_vien": "287"}),
        (
            "Giáo dục: có 2 trường mầm non, 2 trường tiểu học và 1 trường THCS.",
            {"truong_mam_non": "2", "truong_tieu_hoc": "2", "truong_thcs": "1"},
        ),
        (
            "Mạng lưới trường lớp gồm 01 trường mẫu giáo, 02 trường tiểu học, 01 trường trung học cơ sở, 01 trường THPT.",
            {"truong_mam_non": "1", "truong_tieu_hoc": "2", "truong_thcs": "1", "truong_thpt": "1"},
        ),
        (
            "Năm học này các trường có 64 lớp, 1.985 học sinh, 133 giáo viên.",
            {"so_lop_hoc": "64", "so_hoc_sinh": "1.985", "so_giao_vien": "133"},
        ),
        (
            "Số học sinh: 2.640 em; số lớp: 78; số giáo viên: 151.",
            {"so_hoc_sinh": "2.640", "so_lop_hoc": "78", "so_giao_vien": "151"},
        ),
        (
            "Ngành học có ba cấp: 3 trường mầm non, 1 trường tiểu học, 1 trường THCS với tổng số 1.120 học sinh.",
            {"truong_mam_non": "3", "truong_tieu_hoc": "1", "truong_thcs": "1", "so_hoc_sinh": "1.120"},
        ),
        ("Diện tích 0,85 km², dân số 3.120 người/812 hộ.", {"dien_tich": "0,85", "dan_so": "3.120", "so_ho": "812"}),
        ("Diện tích tự nhiên: 4.500 ha (45 km²)", {"dien_tich": "45"}),
        ("Diện tích đất tự nhiên trên 1.200ha.", {"dien_tich": "trên 12"}),
        ("Phường rộng 85 ha", {"dien_tich": "0,85"}),
        ("Toàn phường có 1.905 hộ (7.420 nhân khẩu).", {"so_ho": "1.905", "dan_so": "7.420"}),
        ("Dân số: 1,2 vạn người.", {"dan_so": "12.000"}),
        ("Số dân toàn xã tính đến 31/12/2018 là 8.214 người", {"dan_so": "8.214"}),
        ("Tổng dân số 5.600 người, trong đó nữ 2.800 người.", {"dan_so": "5.600"}),
        ("Toàn Đảng bộ: 318 đảng viên/14 chi bộ", {"dang_vien": "318", "chi_bo": "14"}),
        ("Đội ngũ giáo viên 95 người", {"so_giao_vien": "95"}),
        ("Khu phố: 9", {"so_khu": "9"}),
        ("Tổng số 1.234 học sinh/45 lớp.", {"so_hoc_sinh": "1.234", "so_lop_hoc": "45"}),
    ],
)
def test_a_sentence_about_the_place_gives_these_figures_and_no_other(sentence: str, told: Mapping[str, str]) -> None:
    found = found_in(section(PLACE, sentence))
    assert figures(found) == told
    assert all(each.is_sure for each in found.found if each.place.startswith("figure/"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm qua có 30 hộ, 112 người thoát nghèo.",
        "Hỗ trợ 25 hộ với 98 người vay vốn.",
        "Có 12 hộ nghèo, 45 người khuyết tật.",
        "Có 95 cán bộ, giáo viên, nhân viên.",
        "Có 15/15 thôn có nhà văn hóa.",
        "Mỗi hộ, 4 người.",
    ],
)
def test_some_of_them_are_no_count_of_all(sentence: str) -> None:
    assert figures(found_in(section(PLACE, sentence))) == {}


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("Xóa mù chữ", "xoa_mu_chu"),
        ("Lớp xóa mù chữ", "xoa_mu_chu"),
        ("Chương trình xóa mù chữ và sau xóa mù", "xoa_mu_chu"),
        ("Dạy nghề ngắn hạn", "hoc_nghe"),
        ("Học nghề ngắn hạn", "hoc_nghe"),
        ("Đào tạo nghề ngắn hạn cho lao động nông thôn", "hoc_nghe"),
        ("Tuyên truyền pháp luật", "phap_luat"),
        ("Giáo dục pháp luật", "phap_luat"),
        ("Phổ biến, giáo dục pháp luật", "phap_luat"),
        ("Chăm sóc sức khỏe", "suc_khoe"),
        ("Giáo dục sức khoẻ", "suc_khoe"),
        ("Y tế, chăm sóc sức khỏe cộng đồng", "suc_khoe"),
        ("Bảo vệ môi trường", "moi_truong"),
        ("Giáo dục môi trường", "moi_truong"),
        ("Vệ sinh môi trường", "moi_truong"),
        ("Văn hóa - xã hội", "van_hoa_xa_hoi"),
        ("Văn hoá, xã hội", "van_hoa_xa_hoi"),
        ("Giáo dục văn hóa xã hội", "van_hoa_xa_hoi"),
        ("Phát triển kinh tế", "kinh_te"),
        ("Phát triển kinh tế hộ gia đình", "kinh_te"),
        ("Kinh tế", "kinh_te"),
        ("Kỹ năng sống", "ky_nang_song"),
        ("Rèn luyện kĩ năng sống", "ky_nang_song"),
        ("Giáo dục kỹ năng sống cho thanh thiếu niên", "ky_nang_song"),
        ("Văn nghệ, thể dục thể thao", "van_nghe"),
        ("Văn nghệ - thể thao", "van_nghe"),
        ("Hoạt động văn nghệ, thể thao", "van_nghe"),
        ("Sinh hoạt câu lạc bộ", "cau_lac_bo"),
        ("Hoạt động của các CLB", "cau_lac_bo"),
        ("Các câu lạc bộ", "cau_lac_bo"),
        ("Phát thanh trên đài truyền thanh", "truyen_thanh"),
        ("Tuyên truyền qua loa truyền thanh", "truyen_thanh"),
        ("Phổ biến kiến thức qua đài truyền thanh xã", "truyen_thanh"),
    ],
)
def test_a_row_named_as_offices_do_is_sure(label: str, row: str) -> None:
    found = found_in(section(RESULTS, f"- {label}: 12 lớp, 345 lượt người.", "- Lớp khác: 1 lớp, 2 lượt người"))
    told = [each for each in found.found if each.place == f"results/{row}/participations"]
    assert [(each.value, each.is_sure) for each in told] == [("345", True)]


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("Tuyên truyền, phổ biến Luật Hôn nhân và gia đình", "phap_luat"),
        ("Trợ giúp pháp lý", "phap_luat"),
        ("Tư vấn sức khỏe sinh sản", "suc_khoe"),
        ("Tập huấn phòng chống dịch bệnh", "suc_khoe"),
        ("Chuyển giao khoa học kỹ thuật", "kinh_te"),
        ("Khuyến nông", "kinh_te"),
        ("Học nghề cho lao động nông thôn", "hoc_nghe"),
        ("Hội diễn văn nghệ", "van_nghe"),
        ("Tuyên truyền trên hệ thống loa", "truyen_thanh"),
    ],
)
def test_a_row_named_by_what_was_taught_is_proposed_and_stays_in_the_text(label: str, row: str) -> None:
    line = f"- {label}: 12 lớp, 345 lượt người."
    found = found_in(section(RESULTS, line, OTHER))
    [told] = [each for each in found.found if each.place == f"results/{row}/participations"]
    assert (told.value, told.is_sure) == ("345", False)
    assert label in told.doubt
    assert any(
        label in text
        for text in [*values(found).values(), *(each.text for each in found.unplaced)]
        if text != told.value
    )


def test_what_two_lines_may_say_of_one_row_is_not_proposed_nor_held_against_what_is_sure() -> None:
    lines = ("- Khuyến nông: 3 lớp, 90 lượt người.", "- Tập huấn kỹ thuật chăn nuôi: 4 lớp, 80 lượt người.")
    assert "results/kinh_te/classes" not in values(found_in(section(RESULTS, *lines, OTHER)))
    sure = found_in(section(RESULTS, lines[0], "- Phát triển kinh tế: 5 lớp, 100 lượt người.", OTHER))
    [told] = [each for each in sure.found if each.place == "results/kinh_te/classes"]
    assert (told.value, told.is_sure) == ("5", True)


@pytest.mark.parametrize("group", ["Cơ quan chuyên môn của xã", "Các cơ quan chuyên môn trên địa bàn phường"])
def test_a_group_told_with_where_it_is(group: str) -> None:
    found = found_in(section(RATINGS, f"- {group}: Khá.", "- Doanh nghiệp đóng trên địa bàn: Tốt."))
    assert values(found)["rating/co_quan/level"] == "Thực hiện khá"
    assert values(found)["rating/doanh_nghiep/level"] == "Thực hiện tốt"


@pytest.mark.parametrize(
    ("asked", "told", "value", "is_sure"),
    [
        ("trieu_nam", "45.600.000 đồng/người/năm", "45,6", True),
        ("trieu_nam", "52,5 triệu/năm", "52,5", True),
        ("trieu_nam", "3,9 triệu đồng/người/tháng", "46,8", False),
        ("trieu_nam", "ước đạt 46 triệu đồng", "ước đạt 46", False),
        ("nghin_thang", "3,9 triệu đồng/người/tháng", "3.900", True),
        ("nghin_thang", "4.100.000đ/người/tháng", "4.100", True),
        ("usd_nam", "2.150 USD/người/năm", "2.150", True),
        ("", "45.600.000 đồng/người/năm", "45,6", False),
    ],
)
def test_an_income_in_another_scale_is_the_same_and_in_another_time_a_proposal(
    asked: str, told: str, value: str, is_sure: bool
) -> None:
    [found] = [each for each in income(asked, told).found if each.place == "indicator/thu_nhap/value"]
    assert (found.value, found.is_sure) == (value, is_sure)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("usd_nam", "48 triệu đồng/người/năm"),
        ("trieu_nam", "2.150 USD/người/năm"),
        ("nghin_thang", "48 triệu đồng/người/năm"),
        ("nghin_thang", "46 triệu đồng"),
    ],
)
def test_an_income_that_would_have_to_be_reckoned_by_a_rate_is_told_and_kept(asked: str, told: str) -> None:
    found = income(asked, told)
    assert "indicator/thu_nhap/value" not in values(found)
    assert told in values(found)["indicator/thu_nhap/text"]
    assert any(told in note for note in found.notes)


def income(asked: str, told: str) -> FoundFile:
    form = worded(FORM, {"don_vi_thu_nhap": asked}) if asked else FORM
    text = section(EFFECTS, f"- Thu nhập bình quân đầu người: {told}.")
    return read_file(form, PERIOD, text.encode(), "bao-cao.txt")


def test_the_rate_of_a_sentence_is_its_per_cent_and_not_the_ages_it_is_told_of() -> None:
    told = "Tỷ lệ biết chữ từ 15 đến 60 tuổi đạt 99,2%."
    found = found_in(section(EFFECTS, told))
    [rate] = [each for each in found.found if each.place == "indicator/ty_le_biet_chu/value"]
    assert (rate.value, rate.is_sure, rate.doubt) == ("99,2", False, "trong câu còn số khác")
    assert values(found)["indicator/ty_le_biet_chu/text"] == told, "whom it is told of stays in the words"
    assert not found.notes


def test_indicators_of_one_sentence_go_each_to_its_own_place_with_their_words() -> None:
    rate, poor = "Tỷ lệ dân số biết chữ đạt 99%", "số hộ nghèo ở địa phương giảm còn 52 hộ"
    told = values(found_in(section(EFFECTS, f"{rate}; {poor}; thu nhập bình quân đầu người đạt 1.720 USD/năm.")))
    assert (told["indicator/ty_le_biet_chu/value"], told["indicator/ho_ngheo/value"]) == ("99", "52")
    assert rate in told["indicator/ty_le_biet_chu/text"]
    assert poor in told["indicator/ho_ngheo/text"]
    assert "1.720" in told["indicator/thu_nhap/text"]


@pytest.mark.parametrize(
    "told",
    [
        "Số hộ nghèo giảm 30 hộ so với năm trước.",
        "Số hộ nghèo ở địa phương đầu năm 150 hộ, cuối năm còn 120 hộ.",
        "Số hộ nghèo giảm từ 150 hộ xuống còn 120 hộ.",
    ],
)
def test_by_how_much_households_fell_and_what_they_were_before_is_not_how_many_there_are(told: str) -> None:
    found = values(found_in(section(EFFECTS, f"- {told}")))
    assert "indicator/ho_ngheo/value" not in found
    assert found["indicator/ho_ngheo/text"] == told


def test_a_number_after_which_another_says_what_is_left_is_not_sure() -> None:
    found = found_in(section(EFFECTS, "- Số hộ nghèo: 150 hộ đầu năm, cuối năm còn 120 hộ"))
    assert not next(each.is_sure for each in found.found if each.place == "indicator/ho_ngheo/value")


def test_what_a_sentence_says_of_the_change_keeps_no_number_from_being_sure() -> None:
    found = found_in(section(EFFECTS, "Số hộ nghèo ở địa phương là 45 hộ; giảm 12 hộ so với năm trước."))
    [poor] = [each for each in found.found if each.place == "indicator/ho_ngheo/value"]
    assert (poor.value, poor.is_sure) == ("45", True)
