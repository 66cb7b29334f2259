"""Numbers in prose against the figures, the results, the board and last year, in the ways people word them.

The year 2020-2021: over 40.000 people, 10.005 households, 24 khu, over 1.400 members of the Party in 41 cells, 15
schools (5, 5, 3, 2), 289 classes, 9.330 pupils, 709 teachers, 445 classes of the centre with 43.117 participations;
39.871 the year before.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.check_facts import compared, found, found_in, said, told, year
from support.mao_khe import whole

from tthtcd_tui.forms.answer import NIL, Answer, Quantity

WRONG = [
    "Phường có dân số 34.000 người.",
    "Phường có hơn năm vạn dân, phần lớn làm công nhân.",
    "Toàn phường có gần 3 vạn dân sinh sống.",
    "Toàn phường có 10.050 hộ gia đình.",
    "Trung tâm khảo sát toàn bộ 10.500 hộ dân trên địa bàn phường.",
    "Phường có 10.005 hộ, 24 khu phố và 61 chi bộ.",
    "Loa của cả 23 khu phố báo lịch học.",
    "Loa phát thanh của 26 khu phố đưa tin hằng ngày.",
    "Có 26/26 khu phố đạt danh hiệu văn hóa.",
    "Loa của ba mươi khu phố trong phường báo lịch học.",
    "Đảng bộ phường có 1.704 đảng viên.",
    "Đảng bộ có 44 chi bộ trực thuộc.",
    "Cả 16 trường trên địa bàn phường đều mở câu lạc bộ.",
    "Trên địa bàn có 14 trường học các cấp.",
    "Phường có 6 trường mầm non.",
    "Các trường trên địa bàn có 9.303 học sinh.",
    "Với 26 nhà văn hóa, người dân có chỗ tập luyện.",
    "Phường có 26 nhà văn hoá khu phố.",
    "Toàn phường hiện còn 21 hộ nghèo.",
    "Trong năm học 2020-2021, trung tâm mở 454 lớp với 43.117 lượt người tham gia.",
    "Cả năm trung tâm mở 445 lớp, thu hút 43.171 lượt người.",
    "Tổng số lượt người học là 41.317.",
    "Trong năm học, trung tâm thu hút hơn năm vạn lượt người tham gia.",
    "Tổng số 45 nghìn lượt người đã tham gia học tập trong năm.",
    "Cả năm có 4.312 lượt người tham gia học tập tại trung tâm.",
    "Số đảng viên toàn Đảng bộ: 1.704 đồng chí.",
    "Với 49.100 nhân khẩu, phường có nhu cầu học tập lớn.",
    "Mạng lưới trường lớp gồm 16 trường.",
    "Có 298 lớp học ở các trường trên địa bàn.",
    "Các trường trên địa bàn có 298 lớp, 9.330 học sinh.",
    "Pháp luật: 62 lớp, 2.554 lượt người.",
    "Văn nghệ và thể thao thu hút 8.900 lượt người.",
    "Riêng giáo dục pháp luật mở 26 lớp cho 2.545 lượt người.",
    "Giáo dục môi trường: 27 lớp, 3.720 lượt người.",
    "Hoạt động văn nghệ, thể thao thu hút 8.900 lượt người.",
    "Trong năm có 9 trẻ không thể đến trường vì khuyết tật.",
    "Diện tích tự nhiên của phường là 200 km².",
    "Thu nhập bình quân đầu người đạt 4.250 USD/người/năm.",
    "Dân số toàn phường khoảng 47 nghìn người.",
    "Toàn phường có 12.400 hộ dân làm nghề mộc.",
    "Hiện có 36 nhà văn hóa khu phố phục vụ người dân.",
    "Tổng cộng có 43.171 lượt người học ở 445 lớp.",
    "Riêng giáo dục pháp luật có 2.545 lượt người theo học.",
    "Các câu lạc bộ đã sinh hoạt 101 buổi với 8.978 lượt người.",
    "Thu nhập bình quân đầu người ước đạt 4.250 USD/người/năm.",
]
RIGHT = [
    "Trước sáp nhập, phường có 10 khu phố, 8.700 dân; phường cũ có 18 trường.",
    "Toàn phường có 412 hộ dân làm nghề mộc; có 3 nhà văn hóa được sửa.",
    "Câu lạc bộ cờ sinh hoạt 148 buổi, câu lạc bộ thơ 12 buổi.",
    "Hiện phường không còn hộ nghèo; khu phố 3 không có hộ nghèo.",
    "Phường có hơn bốn vạn dân, gần 41 nghìn nhân khẩu.",
    "Toàn phường có 10.005 hộ, 24 khu phố, 41 chi bộ, 15 trường học.",
    "Cả 24 khu phố đều có tủ sách; 16/24 khu phố có câu lạc bộ.",
    "Phường có dân số trên 40.000 người với tổng số hộ gia đình 10.005 hộ.",
    "Khu phố 5 có 412 hộ, khu phố 7 có dân số 1.912 người.",
    "Trung tâm mở 3 lớp ở khu phố 5 với 120 lượt người.",
    "Trong tháng 3, trung tâm mở 12 lớp với 460 lượt người.",
    "Có 1.250 lượt phụ nữ và 860 lượt người cao tuổi dự các lớp sức khỏe.",
    "Hội Khuyến học phường có 3.420 hội viên, đạt 11% dân số.",
    "Chi bộ khu 7 có 45 đảng viên; Đảng bộ kết nạp 12 đảng viên mới.",
    "Trung tâm phối hợp với 3 trường mở câu lạc bộ; 2 trường tiểu học cho mượn phòng.",
    "Vận động 350 hộ hiến đất; 42 hộ nuôi 1.200 con lợn; giúp 5 hộ thoát nghèo.",
    "Xây mới 2 nhà văn hóa, sửa chữa 3 nhà văn hóa.",
    "Năm học trước có 39.871 lượt người tham gia.",
    "Phấn đấu 50.000 lượt người học; kế hoạch năm học tới mở 500 lớp.",
    "Mỗi lớp có từ 30 đến 120 người; bình quân mỗi lớp có 97 lượt người.",
    "Từ khi thành lập đến nay, trung tâm đã đón trên 300.000 lượt người.",
    "Trong 5 năm qua, trung tâm đã mở 1.650 lớp cho 150.000 lượt người.",
    "Trang thông tin có 12.500 lượt truy cập, thư viện phục vụ 2.300 lượt bạn đọc.",
    "Ba tháng một lần, Ban Giám đốc họp; năm lớp dạy nghề được mở.",
    "Trường THCS Mạo Khê có 1.240 học sinh, 62 giáo viên.",
    "Trung tâm đã thu hút hơn 43 nghìn lượt người; thu hút hơn bốn vạn lượt người tham gia.",
    "Các lớp giáo dục pháp luật, sức khỏe thu hút 6.579 lượt người.",
    "Trong đó 2 lớp giáo dục pháp luật dành cho phụ nữ.",
    "Trong 126 hộ nghèo có 40 hộ tham gia lớp; trong số hộ nghèo có 12 hộ vay vốn.",
    "Sức khỏe: 3 lớp tại khu phố 5, 120 lượt người; mở 12 lớp tại các trường.",
    "Các trường trên địa bàn có 289 lớp, 9.330 học sinh.",
    "Các trường mở 512 lớp ngoại khóa.",
    "Văn nghệ - thể thao thu hút 9.800 lượt người.",
    "Với 120 nhân khẩu, bản nhỏ nhất phường.",
    "Số điện thoại 0203 2021 2022; 5 phòng, 15 máy tính, 126 suất học bổng.",
]


@pytest.mark.parametrize("text", WRONG)
def test_another_number_than_the_one_it_speaks_of(text: str) -> None:
    assert len(found(year(said(text)), "number_misquoted")) >= 1


@pytest.mark.parametrize("text", RIGHT)
def test_the_right_number_or_one_of_something_else(text: str) -> None:
    assert told(found(year(said(text)), "number_misquoted")) == []


def test_it_names_both() -> None:
    assert told(found(year(said("Đảng bộ có 44 chi bộ trực thuộc.")), "number_misquoted")) == [
        (
            "narrative/xa_hoi",
            (
                "Đánh giá công tác huy động sự tham gia của xã hội: Nội dung: ghi “44 chi bộ trực thuộc”, nhưng “Số chi"
                " bộ trực thuộc” là 41. Sửa lời văn hoặc số liệu, hoặc ghi lý do."
            ),
        )
    ]


def test_none_is_a_number_too() -> None:
    poor: dict[str, Answer] = {"indicator/ho_ngheo/value": NIL}
    assert len(found(year({**poor, **said("Toàn phường còn 45 hộ nghèo.")}), "number_misquoted")) == 1
    assert found(year({**poor, **said("Tặng quà 45 hộ nghèo ở xã bạn.")}), "number_misquoted") == []


def test_none_may_be_told_in_words() -> None:
    poor: dict[str, Answer] = {"indicator/ho_ngheo/value": whole(46)}
    for text in ("Phường không còn hộ nghèo.", "Đến nay, toàn phường không có hộ nghèo."):
        assert len(found(year({**poor, **said(text)}), "number_misquoted")) == 1
    for text in ("Khu phố 3 không còn hộ nghèo.", "Phường không còn hộ nghèo là người có công."):
        assert found(year({**poor, **said(text)}), "number_misquoted") == []
    for text, count in (("Hộ nghèo giảm còn 13 hộ.", 1), ("Hộ nghèo giảm còn 46 hộ.", 0)):
        assert len(found(year({**poor, **said(text)}), "number_misquoted")) == count


def test_last_year_s_number_left_standing() -> None:
    stale = compared(said("Có 9.870 hộ tham gia ký cam kết, trong phường."), {"figure/so_ho": whole(9_870)})
    assert found(stale, "number_misquoted") == []
    stale = compared(said("Trung tâm đón 39.871 lượt người."))
    assert len(found(stale, "number_misquoted")) == 1
    told_so = compared(said("Năm học trước, trung tâm đón 39.781 lượt người."))
    [(_, message)] = told(found(told_so, "number_misquoted"))
    assert "“Tổng số lượt người tham gia” kỳ trước là 39.871" in message


MONEY: dict[str, Answer] = {
    "figure/kinh_phi_ngan_sach": whole(48_000_000),
    "figure/kinh_phi_huy_dong": whole(36_500_000),
    "figure/kinh_phi_chi": whole(79_200_000),
    "rating/doanh_nghiep/contribution": whole(25_000_000),
}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ngân sách cấp 58 triệu đồng, huy động 36,5 triệu đồng, đã chi 79,2 triệu đồng.", 1),
        ("Trung tâm đã chi 97,2 triệu đồng, huy động 36,5 triệu đồng.", 1),
        ("Các doanh nghiệp đã đóng góp 52.000.000 đồng cho trung tâm.", 1),
        ("Kinh phí chi cho hoạt động của trung tâm là 79,2 nghìn đồng.", 1),
        ("Kinh phí chi cho lớp may là 5 triệu đồng.", 0),
        ("Ngân sách cấp 48 triệu đồng, huy động 36.500.000 đồng, đã chi 79,2 triệu đồng.", 0),
        ("Doanh nghiệp Minh Phát ủng hộ 5.000.000 đồng.", 0),
        ("Mỗi suất học bổng trị giá 500.000 đồng; phụ cấp 745.000 đồng/tháng.", 0),
        ("Ngân sách phường hỗ trợ 5 triệu đồng cho lớp xóa mù chữ.", 0),
        ("Hai doanh nghiệp tặng 3 triệu đồng.", 0),
        ("Nguồn huy động xã hội hóa được 61 triệu đồng.", 1),
        ("Nguồn huy động xã hội hóa 6 triệu đồng mua ghế.", 0),
        ("Doanh nghiệp trên địa bàn ủng hộ 16 triệu đồng cho trung tâm.", 1),
        ("Doanh nghiệp trên địa bàn ủng hộ 5 triệu đồng cho hội thi.", 0),
        ("Kinh phí được cấp 48 triệu đồng, huy động 24 triệu đồng.", 1),
        ("Đã chi 97,2 triệu đồng cho các hoạt động.", 1),
        ("Kinh phí đã chi: 97.200.000đ.", 1),
        ("Ngân sách phường chi 4,5 tỷ đồng làm đường; dân góp 320 triệu đồng.", 0),
        ("Trong 48 triệu đồng ngân sách cấp, chi 8 triệu đồng mua sách.", 0),
    ],
)
def test_money(text: str, count: int) -> None:
    assert len(found(year({**MONEY, **said(text)}), "number_misquoted")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tỷ lệ biết chữ của phường đạt 97,2%.", 1),
        ("Có 97,2% người dân biết chữ.", 1),
        ("Tỷ lệ trường đạt chuẩn quốc gia là 80%.", 1),
        ("Có 80% số trường trên địa bàn đạt chuẩn quốc gia.", 1),
        ("Tỷ lệ hộ nghèo của phường còn 1,5%.", 1),
        ("Tỷ lệ biết chữ đạt 100%; tỷ lệ trường đạt chuẩn là 100%.", 0),
        ("Tỷ lệ biết chữ của phụ nữ đạt 98,9%.", 0),
        ("Phấn đấu tỷ lệ biết chữ đạt 99%.", 0),
        ("Tỷ lệ gia đình văn hóa đạt 96%.", 0),
        ("Hai phần ba số trường đạt chuẩn quốc gia.", 1),
        ("Có 3/4 số trường trên địa bàn đạt chuẩn quốc gia.", 1),
        ("15/15 trường đạt chuẩn quốc gia; 2/3 trường mầm non ở trung tâm phường.", 0),
        ("Phấn đấu 3/4 số trường đạt chuẩn quốc gia.", 0),
        ("Có 3/5 trường mầm non đạt chuẩn quốc gia mức độ 2.", 0),
    ],
)
def test_percentages(text: str, count: int) -> None:
    assert len(found(year(said(text)), "share_misquoted")) == count


def test_more_than_all() -> None:
    wrong = ["Có 120% số người trong độ tuổi biết chữ.", "Có 115% số hộ đăng ký."]
    right = [
        "Số gia đình học tập tăng 120% so với năm học trước.",
        "Đạt 105% kế hoạch năm; hoàn thành 112% chỉ tiêu; thu ngân sách đạt 108% dự toán.",
        "Có 100% số hộ đăng ký.",
    ]
    assert found_in([*wrong, *right], "share_beyond") == wrong


def test_the_board() -> None:
    wrong = ["Ban Giám đốc trung tâm gồm 5 thành viên.", "Ban Giám đốc có 4 người; gồm 1 Giám đốc, 3 Phó Giám đốc."]
    right = ["Ban Giám đốc gồm 3 thành viên.", "Ban Giám đốc có 1 Giám đốc, 2 Phó Giám đốc.", "Ban Giám đốc họp 5 lần."]
    assert found_in([*wrong, *right], "board_misquoted") == wrong


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Số lượt người tham gia giảm 12,5% so với năm học trước.", 1),
        ("Số lượt người tham gia tăng gấp đôi so với năm học trước.", 1),
        ("Số lượt người giảm so với năm học trước.", 1),
        ("Có 43.117 lượt người, tăng 20% so với cùng kỳ.", 1),
        ("So với năm học trước số lượt người tăng gấp 1,5 lần.", 1),
        ("Số lượt người tăng 8,1% so với năm học trước.", 0),
        ("Số lượt người tăng nhẹ so với năm học 2019-2020.", 0),
        ("Số gia đình học tập tăng 120% so với năm học trước.", 0),
        ("Phấn đấu số lượt người tăng 50% so với năm học trước.", 0),
        ("Số lớp dạy nghề giảm 10% so với năm học trước.", 0),
        ("Số lượt người tham gia gấp đôi năm học trước.", 1),
        ("Số lượt người tham gia bằng 90% năm học trước.", 1),
        ("Số lượt người tham gia tăng 1.000 lượt so với năm học trước.", 1),
        ("Số lượt người tham gia tăng 3.246 lượt so với năm học trước.", 0),
        ("Số lượt người tham gia bằng 108% năm học trước.", 0),
    ],
)
def test_growth(text: str, count: int) -> None:
    assert len(found(compared(said(text)), "change_misquoted")) == count


def test_growth_names_both_years() -> None:
    [(_, message)] = told(found(compared(said("Số lượt người giảm 12% so với năm trước.")), "change_misquoted"))
    assert message.endswith(
        "ghi “giảm 12%”, nhưng “Tổng số lượt người tham gia” kỳ trước là 39.871, kỳ này 43.117: tăng 8,1%."
        " Sửa lời văn hoặc số liệu, hoặc ghi lý do."
    )


def test_a_small_change_is_not_told_as_none() -> None:
    facts = said("Dân số tăng 5% so với năm trước.") | {"figure/dan_so": Quantity(Decimal(20_001))}
    [(_, message)] = told(found(compared(facts, {"figure/dan_so": Quantity(Decimal(20_000))}), "change_misquoted"))
    assert "kỳ này 20.001: tăng chưa đến 0,01%." in message


def test_without_the_year_before_nothing_is_said_of_growth() -> None:
    assert found(year(said("Số lượt người giảm 12% so với năm trước.")), "change_misquoted") == []


def test_a_fraction_before_a_verb_is_a_day_and_an_area_may_be_called_wide() -> None:
    assert found_in(["Ngày lễ 1/6 tổ chức cho thiếu nhi."], "number_misquoted") == []
    wide = "Phường rộng 124,6 km², đi lại còn khó khăn."
    assert found_in([wide], "number_misquoted") == [wide]


def test_an_area_in_hectares_is_compared_too() -> None:
    area: dict[str, Answer] = {"figure/dien_tich": Quantity(Decimal("9.7"))}
    right, wrong = (said(f"Phường có diện tích tự nhiên {number} ha.") for number in (970, 79))
    assert found(year({**area, **right}), "number_misquoted") == []
    (finding,) = found(year({**area, **wrong}), "number_misquoted")
    assert "ghi “79 ha”, nhưng “Diện tích tự nhiên” là 9,7 km², tức 970 ha" in finding.message


def test_the_share_of_the_poor_is_of_all_homes() -> None:
    poor: dict[str, Answer] = {"indicator/ho_ngheo/value": whole(412), "figure/so_ho": whole(948)}
    wrong, right = (said(f"Phường còn 412 hộ nghèo, chiếm {share}% số hộ.") for share in ("34,5", "43,5"))
    assert len(found(year({**poor, **wrong}), "share_misquoted")) == 1
    assert found(year({**poor, **right}), "share_misquoted") == []
    of_some = said("Phường còn 412 hộ nghèo, chiếm 60% số hộ dân tộc.")
    assert found(year({**poor, **of_some}), "share_misquoted") == []


@pytest.mark.parametrize("number", ["12 tỷ đồng", "12 nghìn đồng", "12.000 đồng"])
def test_a_word_of_scale_too_many_or_too_few_is_told(number: str) -> None:
    money: dict[str, Answer] = {"figure/kinh_phi_ngan_sach": whole(12_000_000)}
    assert len(found(year({**money, **said(f"Ngân sách cấp {number}.")}), "number_misquoted")) == 1


def test_what_the_centre_raised_in_the_year_is_all_of_it() -> None:
    money: dict[str, Answer] = {"figure/kinh_phi_huy_dong": whole(3_500_000)}
    wrong = said("Trong năm, trung tâm huy động được 5,3 triệu đồng từ xã hội hóa.")
    assert len(found(year({**money, **wrong}), "number_misquoted")) == 1
    of_one = said("Trong năm, Hội Phụ nữ huy động được 1,3 triệu đồng.")
    assert found(year({**money, **of_one}), "number_misquoted") == []


def test_learners_of_a_row_are_no_more_than_came() -> None:
    row: dict[str, Answer] = {"results/xoa_mu_chu/classes": whole(6), "results/xoa_mu_chu/participations": whole(148)}
    sentence = "Lớp xóa mù chữ có {} học viên."
    assert len(found(year({**row, **said(sentence.format(184))}), "number_misquoted")) == 1
    assert found(year({**row, **said(sentence.format(52))}), "number_misquoted") == []
