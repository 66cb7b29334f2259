"""The list of units as a CSV, and which commune a centre is of: told, never guessed. The units are invented."""

from __future__ import annotations

import pytest

from tthtcd_tui.errors import NoSuchUnit, UnusableFile
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit, Units, read_units

NARROW = """Danh mục đơn vị hành chính (số liệu giả)
Mã;Tên;Cấp;Mã cấp trên
00;Bộ Mẫu;Bộ;
22;Tỉnh Mẫu;Tỉnh;00
101;Phường Mạo Khê;Phường;22
102;Xã Tân Hòa;Xã;22
103;Xã Tân Hoà Đông;Xã;22
31;Thành phố Thử;Thành phố;00
201;Xã Tân Hòa;Xã;31
""".encode()
UNITS = Units(read_units(NARROW))


def test_a_list_with_a_line_a_unit() -> None:
    assert len(UNITS) == 7
    assert UNITS.by_code["101"] == Unit("101", "Phường Mạo Khê", UnitKind.COMMUNE, "22")
    assert [unit.code for unit in UNITS.path("101")] == ["101", "22", "00"]
    assert [unit.code for unit in UNITS.communes("22")] == ["101", "102", "103"]
    assert [unit.code for unit in UNITS.communes("00")] == ["101", "102", "201", "103"]
    assert [unit.code for unit in UNITS.communes()] == ["101", "102", "201", "103"]


def test_a_list_with_a_line_a_commune_and_its_province() -> None:
    data = (
        "\ufeffSTT,Mã xã,Tên xã,Mã tỉnh,Tỉnh/Thành phố\n1,101,Phường A,22,Tỉnh Mẫu\n2,102,Xã B,22,Tỉnh Mẫu\n".encode()
    )
    assert read_units(data) == [
        Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE),
        Unit("101", "Phường A", UnitKind.COMMUNE, "22"),
        Unit("102", "Xã B", UnitKind.COMMUNE, "22"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a;b;c\n1;2;3\n", "Không thấy dòng tiêu đề"),
        ("Mã;Tên;Cấp\n1;A;huyện\n", "Dòng 2: cấp “huyện” không rõ"),
        ("Mã;Tên;Cấp\n1;A;xã\n1;B;xã\n", "Dòng 3: mã “1” đã dùng cho “A”"),
        ("Mã;Tên;Cấp\n1;;xã\n", "Dòng 2: thiếu mã hoặc tên"),
        ("Mã;Tên;Cấp;Thuộc\n1;A;xã;9\n", "1 · A: không có đơn vị cấp trên mã “9”"),
        ("Mã;Tên;Cấp;Thuộc\n1;A;tỉnh;2\n2;B;xã;\n", "1 · A: “B” không phải cấp trên"),
        ("Mã;Tên;Cấp\n", "Tệp không có đơn vị nào"),
    ],
)
def test_a_list_that_is_wrong_is_refused_as_a_whole(text: str, told: str) -> None:
    with pytest.raises(UnusableFile) as refused:
        read_units(text.encode())
    assert any(told in line for line in (refused.value.message, *refused.value.details))


def test_letters_that_are_not_utf_8_are_told() -> None:
    with pytest.raises(UnusableFile, match="CSV UTF-8"):
        read_units("Mã;Tên;Cấp\n".encode("utf-16"))


@pytest.mark.parametrize(
    ("code", "name", "commune", "found"),
    [
        ("mao-khe", "TTHTCĐ phường Mạo Khê", "phường Mạo Khê", "101"),
        ("mao-khe", "TTHTCĐ phường Mạo Khê", "", "101"),
        ("101", "Trung tâm", "", "101"),
        ("22", "Trung tâm", "", None),  # a province is no commune
        ("x", "TTHTCĐ", "xã Tân Hòa", None),  # there are two
        ("x", "TTHTCĐ", "xã Tân Hoà Đông", "103"),
        ("x", "TTHTCĐ", "xã Mạo Khê", None),
        ("x", "TTHTCĐ xã Lạ", "", None),
    ],
)
def test_which_commune_a_centre_is_of(code: str, name: str, commune: str, found: str | None) -> None:
    unit = UNITS.of_centre(code, name, commune)
    assert (unit.code if unit else None) == found


def test_marks_tell_two_communes_apart_and_a_list_may_leave_the_kind_out() -> None:
    units = Units(
        [
            Unit("1", "Xã Hòa", UnitKind.COMMUNE),
            Unit("2", "Xã Hoa", UnitKind.COMMUNE),
            Unit("3", "Bình", UnitKind.COMMUNE),
        ]
    )
    assert units.of_centre("", "", "xã Hoa") == units.by_code["2"]
    assert units.of_centre("", "", "xã Hòa") == units.by_code["1"]
    assert units.of_centre("", "", "xã Hóa") is None
    assert units.of_centre("", "", "phường Bình") == units.by_code["3"]


def test_a_unit_is_named_by_code_or_name() -> None:
    assert UNITS.named("22").name == UNITS.named("tinh mau").name == "Tỉnh Mẫu"
    with pytest.raises(NoSuchUnit) as refused:
        UNITS.named("Xã Tân Hòa")
    assert refused.value.details == ("102 · Xã Tân Hòa, Tỉnh Mẫu", "201 · Xã Tân Hòa, Thành phố Thử")
    with pytest.raises(NoSuchUnit, match="Có phải bạn định gõ"):
        UNITS.named("Tỉnh Mẫuu")
