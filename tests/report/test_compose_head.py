"""Letterhead, title, addressees and legal basis, by the letter of the Decree (30/2020, App. I, II)."""

from __future__ import annotations

import pytest
from support.forms import other, shipped
from support.outlines import all_of, only
from support.years import HEAD, year

from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Addressees, LegalBasis, Letterhead, Outline, Run, RunKind, SignOff, Title, plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

FORM = shipped()


def composed(**typed: str) -> Outline:
    return compose(FORM, year(FORM, HEAD | {f"report/{key}": raw for key, raw in typed.items()}))


def letterhead(**typed: str) -> Letterhead:
    return only(composed(**typed), Letterhead)


def test_the_letterhead_of_the_reference() -> None:
    head = letterhead()
    assert plain(head.superior) == "UBND PHƯỜNG MẠO KHÊ"
    assert plain(head.issuer) == "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ"
    assert plain(head.number) == "Số: 05/BC-TTHTCĐ"
    assert head.nation == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert head.motto == "Độc lập - Tự do - Hạnh phúc"
    assert plain(head.place_and_date) == "Mạo Khê, ngày 05 tháng 6 năm 2021"
    assert head.superior == (Run("UBND PHƯỜNG MẠO KHÊ", Place("report/superior"), RunKind.VALUE),)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1", "01"), ("5", "05"), ("9", "09"), ("10", "10"), ("123", "123"), ("05", "05"), ("005", "05"), ("010", "10"),
        ("12a", "12a"), ("٣", "٣"),
    ],
)  # fmt: skip
def test_a_number_below_ten_is_padded(typed: str, printed: str) -> None:
    assert plain(letterhead(number=typed).number) == f"Số: {printed}/BC-TTHTCĐ"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("5/6/2021", "ngày 05 tháng 6 năm 2021"),
        ("1/1/2021", "ngày 01 tháng 01 năm 2021"),
        ("10/2/2021", "ngày 10 tháng 02 năm 2021"),
        ("31/3/2021", "ngày 31 tháng 3 năm 2021"),
        ("9/10/2021", "ngày 09 tháng 10 năm 2021"),
        ("12/12/2021", "ngày 12 tháng 12 năm 2021"),
    ],
)
def test_the_day_is_padded_and_of_the_months_january_and_february(typed: str, printed: str) -> None:
    assert plain(letterhead(date=typed).place_and_date) == f"Mạo Khê, {printed}"


@pytest.mark.parametrize("raw", ["", "-", "--"])
def test_no_superior_is_no_line(raw: str) -> None:
    assert letterhead(superior=raw).superior == ()


def test_what_is_not_yet_known_is_left_blank_or_told() -> None:
    head = letterhead(number="", date="", place="", issuer="", symbol="")
    assert plain(head.number) == "Số:     /[Chưa nhập: Ký hiệu văn bản]"
    assert plain(head.place_and_date) == "[Chưa nhập: Địa danh], ngày    tháng    năm    "
    assert plain(head.issuer) == "[Chưa nhập: Tên chính thức của trung tâm]"
    gaps = [run.place for run in (*head.number, *head.place_and_date, *head.issuer) if run.kind is RunKind.GAP]
    assert gaps == ["report/number", "report/symbol", "report/place", "report/date", "report/issuer"]


def test_the_title() -> None:
    title = only(composed(), Title)
    assert plain(title.kind) == "BÁO CÁO"
    assert plain(title.abstract) == "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng năm học 2020-2021"


def test_the_title_of_a_calendar_year() -> None:
    found = compose(other(), year(other(), period=Period.calendar_year(2024)))
    assert plain(only(found, Title).abstract) == "Kết quả hoạt động năm 2024 và phương hướng tiếp theo"


# -- Kính gửi ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "Phòng Giáo dục và Đào tạo",
        "Phòng Giáo dục và Đào tạo.",
        "Phòng Giáo dục và Đào tạo ; ",
        "- Phòng Giáo dục và Đào tạo;",
    ],
)
def test_one_addressee_stands_without_dash_and_stop(typed: str) -> None:
    found = only(composed(addressees=typed), Addressees)
    assert found.label == "Kính gửi:"
    assert [plain(body) for body in found.bodies] == ["Phòng Giáo dục và Đào tạo"]


def test_two_addressees_stand_with_dashes_and_stops() -> None:
    found = only(composed(addressees="UBND phường Mạo Khê;\n– Sở Giáo dục và Đào tạo,"), Addressees)
    assert [plain(body) for body in found.bodies] == ["- UBND phường Mạo Khê;", "- Sở Giáo dục và Đào tạo."]


def test_an_addressee_not_yet_known_is_told() -> None:
    found = only(composed(addressees=""), Addressees)
    assert [plain(body) for body in found.bodies] == ["[Chưa nhập: Kính gửi]"]


@pytest.mark.parametrize("raw", ["-", "--"])
def test_nobody_addressed_is_nobody_above(raw: str) -> None:
    found = composed(addressees=raw)
    assert all_of(found, Addressees) == []
    assert [plain(body) for body in only(found, SignOff).recipients] == [
        "- Thường trực Đảng ủy, UBND phường;",
        "- Lưu: VT.",
    ]


def test_where_the_form_does_not_ask_for_addressees_nobody_is_missed() -> None:
    found = compose(other(), year(other()))
    assert all_of(found, Addressees) == []
    assert plain(only(found, SignOff).recipients[0]) == "- [Chưa nhập: Nơi nhận];"


# -- Căn cứ -----------------------------------------------------------------------------------------------------------


def test_the_legal_basis_stops_as_the_decree_has_it() -> None:
    typed = "Nghị định số 30/2020/NĐ-CP;\ncăn cứ Thông tư số 09/2008/TT-BGDĐT.\n- Căn cứ Kế hoạch số 5"
    found = only(composed(legal_basis=typed), LegalBasis)
    assert [plain(line) for line in found.lines] == [
        "Căn cứ Nghị định số 30/2020/NĐ-CP;",
        "Căn cứ Thông tư số 09/2008/TT-BGDĐT;",
        "Căn cứ Kế hoạch số 5.",
    ]


def test_a_single_basis_ends_with_a_full_stop() -> None:
    assert [plain(line) for line in only(composed(legal_basis="Luật X"), LegalBasis).lines] == ["Căn cứ Luật X."]


def test_no_basis_is_no_block_unless_the_form_asks_for_one() -> None:
    assert all_of(composed(), LegalBasis) == []
    assert [plain(line) for line in only(compose(other(), year(other())), LegalBasis).lines] == [
        "Căn cứ [Chưa nhập: Căn cứ]."
    ]
    assert all_of(compose(other(), year(other(), {"report/legal_basis": "-"})), LegalBasis) == []


def test_a_superior_that_the_form_asks_for_is_missed() -> None:
    assert plain(only(compose(other(), year(other())), Letterhead).superior) == "[Chưa nhập: Cơ quan chủ quản]"
    assert only(compose(other(), year(other(), {"report/superior": "-"})), Letterhead).superior == ()
