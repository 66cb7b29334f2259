"""The commune's name, and another one's left from a report that was copied."""

from __future__ import annotations

import pytest
from support.check_facts import found, said, told, year
from support.forms import newest
from support.mao_khe import FORM

from tthtcd_tui.checks.communes import communes_in
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.answer import Answer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("xã Đồng Lãng", ["xã Đồng Lãng"]),
        ("UBND XÃ ĐỒNG LÃNG", ["XÃ ĐỒNG LÃNG"]),
        (
            "Phường Phú Cường Tây có 5 trường, phường 7, đặc khu Cô Tô",
            ["Phường Phú Cường Tây", "phường 7", "đặc khu Cô Tô"],
        ),
        ("Trung tâm học tập cộng đồng Minh Lãng", ["Minh Lãng"]),
        ("xã 27 km, xã 3, phường 12 người, phường Bình Minh 5 km, Phường 12 có chợ", ["phường Bình Minh", "Phường 12"]),
        ("thị xã Đông Triều, xã hội, xã nhà, phường ta, các xã, 5 xã", []),
    ],
)
def test_the_communes_in_a_text(text: str, names: list[str]) -> None:
    assert [commune.words for commune in communes_in(text)] == names


def test_the_odd_one_out_is_told() -> None:
    assert told(found(year({"report/superior": "UBND phường Yên Trạch"}), "names_disagree")) == [
        (
            "report/superior",
            (
                "Cơ quan chủ quản: “UBND phường Yên Trạch” không phải “phường Mạo Khê” như các chỗ khác của báo cáo."
                " Sửa lại cho thống nhất, hoặc ghi lý do."
            ),
        )
    ]
    for place, name in (("report/locality", "phường Yên Trạch"), ("report/place", "Yên Trạch")):
        assert [finding.place for finding in found(year({place: name}), "names_disagree")] == [place]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("report/issuer", "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ"),
        ("report/superior", "UBND thị xã Đông Triều"),
        ("report/place", "Phường Mạo Khê"),
        ("report/locality", "Phường Mạo  Khê"),
    ],
)
def test_the_same_name_otherwise_written_agrees(place: str, name: str) -> None:
    assert found(year({place: name}), "names_disagree") == []


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("report/issuer", "Trung tâm học tập cộng đồng thị trấn Mạo Khê"),
        ("report/superior", "UBND xã Mạo Khê"),
        ("report/locality", "xã Mạo Khê"),
    ],
)
def test_what_the_commune_was_before_is_not_what_it_is(place: str, name: str) -> None:
    names: dict[str, Answer] = {"report/superior": "UBND phường Mạo Khê", place: name}
    [finding] = found(year(names), "names_disagree")
    assert finding.place == place


@pytest.mark.parametrize(
    ("chosen", "locality", "count"),
    [("xa", "phường Mạo Khê", 1), ("phuong", "phường Mạo Khê", 0), ("xa", "thị trấn Mạo Khê", 0), ("xa", "Mạo Khê", 1)],
)
def test_the_unit_chosen_is_that_of_the_name(chosen: str, locality: str, count: int) -> None:
    names: dict[str, Answer] = {"report/locality": locality, "figure/loai_don_vi": chosen}
    if locality.startswith("thị trấn"):
        names |= {"report/issuer": f"TTHTCĐ {locality}"}
    findings = found(Context.of(newest(), year(names)), "unit_disagrees")
    assert len(findings) == count
    assert all("đã chọn “xã”, nhưng tên là “phường Mạo Khê”." in finding.message for finding in findings)


def test_a_form_that_asks_for_no_unit_is_not_asked() -> None:
    assert found(year({"figure/loai_don_vi": "xa"}), "unit_disagrees") == []


TAKEN_FOR_OWN = [
    "Nhân dân xã Mạo Khê tích cực học tập.",
    "Xã Mạo Khê có 24 khu dân cư.",
    "Phường Yên Trạch có 10.005 hộ.",
    "Nhân dân xã Minh Lãng tích cực học tập.",
    "UBND phường Yên Trạch quan tâm chỉ đạo.",
    "Đảng bộ phường Bình Minh lãnh đạo sát sao.",
    "Trên địa bàn xã Nậm Pồ không còn hộ đói.",
    "Trung tâm học tập cộng đồng phường Yên Trạch đã tham mưu kịp thời.",
]
OF_OTHERS = [
    "Trung tâm cử 4 người đến học cách làm của phường Yên Trạch và xã Minh Lãng.",
    "Trung tâm đón đoàn của phường Yên Trạch đến học tập kinh nghiệm.",
    "Phía bắc giáp xã Minh Lãng, phía nam giáp phường Bình Minh.",
    "Phường được thành lập trên cơ sở sáp nhập xã Tam Giang và xã Bạch Sơn.",
    "Nhân dân xã Tam Giang (cũ) đồng thuận.",
    "Giải bóng chuyền liên xã có xã Minh Lãng tham gia.",
    "Giáo viên đến từ xã Nậm Pồ dạy lớp xóa mù.",
    "Nhân dân phường Mạo Khê phấn khởi.",
    "Xã hội hóa giáo dục; Xã hội học tập.",
    "Phường được thành lập trên cơ sở thị trấn Mạo Khê.",
    "Nhân dân thị trấn Mạo Khê trước đây đã có truyền thống hiếu học.",
    "Trung tâm học tập cộng đồng Mạo Khê mở 5 lớp.",
]


@pytest.mark.parametrize("text", TAKEN_FOR_OWN)
def test_another_commune_told_of_as_one_s_own(text: str) -> None:
    [finding] = found(year(said(text)), "foreign_commune")
    assert finding.message.endswith(
        "trong khi báo cáo này là của phường Mạo Khê. Sửa lại tên nếu chép từ báo cáo của nơi khác, hoặc ghi lý do."
    )


@pytest.mark.parametrize("text", OF_OTHERS)
def test_visits_neighbours_and_mergers_are_left_alone(text: str) -> None:
    assert found(year(said(text)), "foreign_commune") == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("report/closing", ("Trên đây là báo cáo của Trung tâm học tập cộng đồng xã Minh Lãng.",)),
        ("report/recipients", ("UBND phường Yên Trạch",)),
        ("report/recipients", ("Đảng ủy thị trấn Mạo Khê",)),
        ("report/legal_basis", ("Kế hoạch số 45/KH-UBND của UBND phường Bình Minh",)),
        ("report/legal_basis", ("Kế hoạch số 45/KH-UBND ngày 05/9/2020 của UBND phường Bình Minh",)),
        ("board/pho-2/duty", "Chủ tịch Hội Khuyến học xã Minh Lãng"),
        ("indicator/thu_nhap/source", "báo cáo của UBND xã Nậm Pồ"),
    ],
)
def test_in_every_place_that_prints(place: str, words: str | tuple[str, ...]) -> None:
    assert [finding.place for finding in found(year({place: words}), "foreign_commune")] == [place]


def test_a_name_the_centre_had_in_another_year_is_its_own() -> None:
    facts = year(said("Nhân dân xã Tam Giang tích cực học tập."))
    context = Context(FORM, facts, read_names=lambda: ("xã Tam Giang", "UBND xã Tam Giang"))
    assert [finding.code for finding in check(context)] == []
    assert len(found(facts, "foreign_commune")) == 1


XA: dict[str, Answer] = {
    "report/issuer": "Trung tâm học tập cộng đồng xã Nậm Khoang",
    "report/superior": "UBND xã Nậm Khoang",
    "report/locality": "xã Nậm Khoang",
    "report/place": "Nậm Khoang",
}


@pytest.mark.parametrize(
    "text",
    [
        "Người dân trong phường hưởng ứng các lớp học.",
        "Toàn phường có 11 điểm học.",
        "UBND phường giao kinh phí đầu năm.",
        "Trên địa bàn phường có 3 trường.",
    ],
)
def test_a_commune_of_another_kind_is_told_without_its_name(text: str) -> None:
    (finding,) = found(year({**XA, **said(text)}), "unit_misnamed")
    assert "trong khi báo cáo này là của xã Nậm Khoang" in finding.message
    assert found(year(said(text)), "unit_misnamed") == [], "of a phường it is right"


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm giao lưu với trung tâm của phường bạn.",
        "Học viên đến từ các xã, phường lân cận trong xã và phường.",
        "Xã có 3 hộ chuyển đến từ phường Thanh Bình.",
        "Trung tâm đạt giải nhì hội thi của 12 xã, phường trong tỉnh.",
        "Người dân của xã, phường nào cũng được học.",
        "Công tác xã hội được chú trọng, xã hội hóa giáo dục trong xã tốt.",
        "Cán bộ phường, xã dự tập huấn.",
    ],
)
def test_of_others_of_several_and_of_society_nothing_is_said(text: str) -> None:
    assert found(year({**XA, **said(text)}), "unit_misnamed") == []


@pytest.mark.parametrize("text", ["Đời sống xã hội trong phường ổn định.", "Hội Khuyến học các xã bạn đến thăm."])
def test_what_only_sounds_like_a_xa_is_left_alone(text: str) -> None:
    assert found(year(said(text)), "unit_misnamed") == []


def test_the_theme_of_the_year_names_no_other_commune() -> None:
    assert len(found(year({"figure/chu_de": "Xã Đồng Lãng học tập suốt đời"}), "foreign_commune")) == 1
    assert found(year({"figure/chu_de": "Phường Mạo Khê học tập suốt đời"}), "foreign_commune") == []
