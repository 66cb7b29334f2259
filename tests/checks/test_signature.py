"""Who signs, and in what capacity."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer
from tthtcd_tui.report.finding import Severity


@pytest.mark.parametrize("given", ["GIÁM ĐỐC", "THAY MẶT GIÁM ĐỐC", "T/M BAN GIÁM ĐỐC", "KT GIÁM ĐỐC", "KT.", "TMX. A"])
def test_an_authority_without_its_abbreviation(given: str) -> None:
    [finding] = found(year({"report/authority": given}), "authority")
    assert (finding.place, finding.severity) == ("report/authority", Severity.ERROR)
    assert finding.message == (
        f"Quyền hạn ký: “{given}” phải bắt đầu bằng TM., Q., KT., TL. hoặc TUQ. rồi đến chức vụ hay tập thể."
        " Sửa như KT. GIÁM ĐỐC; Giám đốc tự ký thì để trống."
    )


@pytest.mark.parametrize(
    "given",
    ["TM. BAN GIÁM ĐỐC", "Q. GIÁM ĐỐC", "KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC", "TL. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC", "kt. giám đốc",
     NIL, UNANSWERED],
)  # fmt: skip
def test_an_authority_with_its_abbreviation_or_none(given: Answer) -> None:
    assert found(year({"report/authority": given}), "authority") == []


def signed(authority: Answer, position: Answer) -> list[tuple[str, str]]:
    findings = found(year({"report/authority": authority, "report/position": position}), "deputy_signs")
    assert {finding.severity for finding in findings} <= {Severity.WARNING}
    return told(findings)


def test_signed_for_the_head_by_no_deputy() -> None:
    assert signed("KT. GIÁM ĐỐC", "GIÁM ĐỐC") == [
        (
            "report/position",
            (
                "Chức vụ người ký: đã ghi KT. thì người ký là cấp phó, không phải “GIÁM ĐỐC”."
                " Sửa như PHÓ GIÁM ĐỐC, hoặc ghi lý do."
            ),
        )
    ]


def test_a_deputy_signs_without_saying_for_whom() -> None:
    assert signed(UNANSWERED, "Phó Giám đốc phụ trách") == [
        (
            "report/authority",
            (
                "Quyền hạn ký: “Phó Giám đốc phụ trách” ký thì phải có KT. và chức vụ của người đứng đầu."
                " Ghi như KT. GIÁM ĐỐC, hoặc ghi lý do."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("authority", "position"),
    [
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("kt. giám đốc", "phó giám đốc"),
        ("KT. GIÁM ĐỐC", UNANSWERED),
        (UNANSWERED, "GIÁM ĐỐC"),
        ("Q. GIÁM ĐỐC", "GIÁM ĐỐC"),
        ("TL. GIÁM ĐỐC", "KẾ TOÁN"),
        ("TUQ. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ],
)
def test_capacity_and_position_agree(authority: Answer, position: Answer) -> None:
    assert signed(authority, position) == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Ông Vũ Thanh Hải", "Ông"),
        ("bà Vũ Thị Hải", "bà"),
        ("ThS. Vũ Thanh Hải", "ThS"),
        ("TS.Vũ Thanh Hải", "TS"),
        ("PGS.TS. Vũ Thanh Hải", "PGS"),
        ("Thạc sĩ Vũ Thanh Hải", "Thạc sĩ"),
        ("Đ/c Vũ Thanh Hải", "Đ/c"),
        ("Đồng chí Vũ Thanh Hải", "Đồng chí"),
    ],
)
def test_a_title_before_the_name(name: str, title: str) -> None:
    [finding] = found(year({"report/signer": name}), "signer_titled")
    assert (finding.place, finding.severity) == ("report/signer", Severity.WARNING)
    assert finding.message == (f"Họ và tên người ký: trước họ tên có “{title}”. Chỉ ghi họ và tên, hoặc ghi lý do.")


@pytest.mark.parametrize("name", ["Vũ Thanh Hải", "Bàn Văn Ông", "Tsan Bà", "Côn Sơn", "Ks’Brếp", "Gs"])
def test_a_name_alone(name: str) -> None:
    assert found(year({"report/signer": name}), "signer_titled") == []


@pytest.mark.parametrize("place", ["report/position", "report/signer"])
def test_a_day_or_a_number_typed_where_somebody_signs(place: str) -> None:
    [finding] = found(year({place: "31/6/2021"}), "signed_with_digits")
    assert (finding.place, finding.severity) == (place, Severity.WARNING)
    assert finding.message.endswith("“31/6/2021” có chữ số, có thể gõ nhầm ô. Sửa lại, hoặc ghi lý do.")
    assert found(year(), "signed_with_digits") == []


@pytest.mark.parametrize("line", ["- Như trên;", "- Lưu: VT.", "• UBND xã", "Như trên;"])
def test_a_line_of_a_list_is_no_position_and_no_name(line: str) -> None:
    given = year({"report/position": line, "report/signer": line})
    assert told(found(given, "signed_with_digits")) == [
        (place, f"{label}: “{line}” là một dòng của danh sách, có thể gõ nhầm ô. Sửa lại, hoặc ghi lý do.")
        for place, label in (("report/position", "Chức vụ người ký"), ("report/signer", "Họ và tên người ký"))
    ]


@pytest.mark.parametrize("name", ["VŨ THANH HẢI", "vũ thanh hải", "VŨ  Thanh HẢI".upper(), "Vũ thanh Hải"])
def test_a_name_all_in_capitals_or_without_any(name: str) -> None:
    [finding] = found(year({"report/signer": name}), "signer_written")
    assert (finding.place, finding.severity) == ("report/signer", Severity.WARNING)
    assert finding.message == (
        "Họ và tên người ký: họ tên viết chữ thường, chỉ hoa chữ đầu. Sửa như Vũ Thanh Hải, hoặc ghi lý do."
    )


@pytest.mark.parametrize("name", ["Vũ Thanh Hải", "Ks’Brếp", "Đ’Ly", "Y", "Y Ê", "漢字", UNANSWERED])
def test_a_name_written_as_names_are(name: Answer) -> None:
    assert found(year({"report/signer": name}), "signer_written") == []


@pytest.mark.parametrize("given", ["TL. CHỦ TỊCH", "TUQ. CHỦ TỊCH UBND PHƯỜNG", "KT. TRƯỞNG PHÒNG"])
def test_signing_for_the_head_of_another_body_is_told(given: str) -> None:
    assert [finding.place for finding in found(year({"report/authority": given}), "signs_for_other")] == [
        "report/authority"
    ]


@pytest.mark.parametrize("given", ["KT. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC", ""])
def test_signing_for_the_director_is_not(given: str) -> None:
    assert found(year({"report/authority": given}), "signs_for_other") == []


@pytest.mark.parametrize("given", ["CHỦ TỊCH", "HIỆU TRƯỞNG", "PHÓ CHỦ TỊCH"])
def test_the_post_of_another_body_does_not_sign(given: str) -> None:
    assert found(year({"report/position": given}), "signs_for_other")[0].place == "report/position"


@pytest.mark.parametrize("given", ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "PHỤ TRÁCH TRUNG TÂM"])
def test_the_posts_of_the_centre_do(given: str) -> None:
    assert found(year({"report/position": given}), "signs_for_other") == []


def test_a_signer_has_a_family_name() -> None:
    assert len(found(year({"report/signer": "Hải"}), "signer_short")) == 1
    assert found(year({"report/signer": "Vũ Hải"}), "signer_short") == []
