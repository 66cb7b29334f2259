"""Letterhead and end as they come out on paper."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import NIL, Answer


@pytest.mark.parametrize(
    ("code", "answers"),
    [
        ("addressed_twice", {"report/addressees": ("Kính gửi: UBND phường Mạo Khê",)}),
        ("addressed_twice", {"report/addressees": ("Sở GD&ĐT", "Kính gửi UBND phường Mạo Khê")}),
        ("sent_twice", {"report/recipients": ("Thường trực Đảng ủy", "Lưu: TT HTCĐ phường.")}),
        ("sent_twice", {"report/recipients": ("UBND phường", "Lưu VP")}),
        ("sent_twice", {"report/recipients": ("Như trên (để b/c)", "UBND phường")}),
        ("sent_twice", {"report/recipients": ("Nơi nhận: Đảng ủy phường",)}),
        ("based_twice", {"report/legal_basis": ("Căn cứ thực hiện Công văn số 5",)}),
        ("place_and_date_twice", {"report/place": "Mạo Khê,"}),
        ("place_and_date_twice", {"report/place": "Mạo Khê, ngày 5 tháng 6"}),
        ("signed_twice", {"report/authority": "Q. GIÁM ĐỐC"}),
        ("signed_twice", {"report/position": "KT. GIÁM ĐỐC"}),
        ("signed_twice", {"report/position": "Giám đốc Vũ Thanh Hải", "report/signer": "Vũ Thanh Hải"}),
        ("listed_twice", {"report/recipients": ("UBND phường", "Hội Khuyến học", "- UBND phường;")}),
        ("listed_twice", {"report/addressees": ("Sở GD&ĐT", "Sở GD&ĐT")}),
        ("listed_twice", {"report/legal_basis": ("Luật Giáo dục", "Căn cứ Luật Giáo dục", "Luật Giáo dục.")}),
        ("issuer_in_capitals", {"report/locality": "PHƯỜNG MẠO KHÊ"}),
    ],
)
def test_what_would_print_twice_or_out_of_place(code: str, answers: dict[str, Answer]) -> None:
    [finding] = found(year(answers), code)
    assert finding.place.parent == "report"


def test_it_says_what_would_print() -> None:
    assert told(found(year({"report/recipients": ("UBND phường", "Lưu VP")}), "sent_twice")) == [
        (
            "report/recipients",
            (
                "Nơi nhận: sẽ in “Lưu VP;” và “Lưu: VT.”; dòng “Lưu: VT” chương trình đã in sẵn."
                " Bỏ phần đó đi, hoặc ghi lý do."
            ),
        )
    ]


@pytest.mark.parametrize(
    "answers",
    [
        {"report/recipients": ("Như trên", "UBND phường", "Lưu: VT, TC")},
        {"report/recipients": ("Phòng Lưu trữ", "Lưu Văn An")},
        {"report/authority": NIL, "report/position": NIL},
        {"report/legal_basis": ("Căn cứ Luật Giáo dục", "Nghị định số 30/2020/NĐ-CP")},
        {"report/authority": "KT. GIÁM ĐỐC", "report/position": "PHÓ GIÁM ĐỐC"},
        {"report/addressees": ("- UBND phường Mạo Khê", "Sở GD&ĐT")},
        {"report/locality": "phường Mạo Khê", "report/place": "Mạo Khê"},
    ],
)
def test_what_comes_out_well(answers: dict[str, Answer]) -> None:
    codes = (
        "addressed_twice",
        "sent_twice",
        "listed_twice",
        "based_twice",
        "place_and_date_twice",
        "signed_twice",
        "issuer_in_capitals",
    )
    assert [finding for code in codes for finding in found(year(answers), code)] == []


def signs(name: str, position: str, authority: Answer | None = None) -> list[str]:
    answers: dict[str, Answer] = {
        "board/giam-doc/name": "Vũ Thanh Hải",
        "board/pho-1/name": "Lại Thu Hường",
        "report/signer": name,
        "report/position": position,
    }
    if authority is not None:
        answers["report/authority"] = authority
    return [finding.place for finding in found(year(answers), "signer_on_board")]


def test_a_deputy_does_not_sign_as_director_nor_the_director_as_deputy() -> None:
    assert signs("Lại Thu Hường", "GIÁM ĐỐC") == ["report/signer"]
    assert signs("Vũ Thanh Hải", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC") == ["report/signer"]
    assert signs("Vũ Thanh Hải", "GIÁM ĐỐC") == []
    assert signs("Lại Thu Hường", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC") == []


def test_whoever_signs_as_director_is_the_board_s() -> None:
    assert signs("Nguyễn Văn Mới", "GIÁM ĐỐC") == ["report/signer"]
    assert signs("TS. Vũ Thanh Hải", "GIÁM ĐỐC") == []
    assert signs("Nguyễn Văn Mới", "PHÓ CHỦ TỊCH", "TUQ. CHỦ TỊCH") == []
    assert signs("", "GIÁM ĐỐC") == []


def test_a_signer_whose_name_has_other_marks_than_the_directors_is_told() -> None:
    answers: dict[str, Answer] = {
        "board/giam-doc/name": "Đoàn Thế Vĩnh",
        "report/authority": NIL,
        "report/position": "GIÁM ĐỐC",
    }
    assert found(year(answers | {"report/signer": "Đoàn Thế Vinh"}), "signer_on_board")
    assert not found(year(answers | {"report/signer": "Đoàn Thế Vĩnh"}), "signer_on_board")


@pytest.mark.parametrize("issuer", ["UBND phường Mạo Khê", "Ủy ban nhân dân phường Mạo Khê", "Uỷ ban nhân dân phường"])
def test_the_committee_does_not_issue_the_report_of_the_centre(issuer: str) -> None:
    (finding,) = found(year({"report/issuer": issuer}), "issuer_is_superior")
    assert finding.place == "report/issuer"
    assert found(year(), "issuer_is_superior") == []


def test_the_centre_is_not_above_itself() -> None:
    name = "Trung tâm học tập cộng đồng phường Mạo Khê"
    assert len(found(year({"report/issuer": name, "report/superior": name}), "issuer_is_superior")) == 1


def test_recipients_are_not_numbered() -> None:
    (finding,) = found(year({"report/recipients": ("UBND phường", "2. Hội Khuyến học")}), "listed_by_number")
    assert "“2. Hội Khuyến học” có số thứ tự" in finding.message
    assert found(year({"report/recipients": ("12 khu phố", "UBND phường")}), "listed_by_number") == []
