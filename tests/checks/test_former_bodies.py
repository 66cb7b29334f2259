"""The district tier, found by its names; what looks like them is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from support.any_text import any_text
from support.matrix import long_but

from tthtcd_tui.checks.former_bodies import MERGED, TIER_GONE, former_bodies


def words(text: str) -> list[str]:
    return [body.words for body in former_bodies(text)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("UBND thị xã Đông Triều", ["thị xã Đông Triều"]),
        ("UBND THỊ XÃ ĐÔNG TRIỀU", ["THỊ XÃ ĐÔNG TRIỀU"]),
        ("Ủy ban nhân dân huyện Ba Vì, thành phố Hà Nội", ["huyện Ba Vì"]),
        ("các xã huyện Ba Vì", ["huyện Ba Vì"]),
        ("học sinh giỏi cấp huyện", ["huyện"]),
        ("UBND quận 1; Quận Hoàn Kiếm", ["quận 1", "Quận Hoàn Kiếm"]),
        ("Công an quận", ["quận"]),
        ("thị trấn Quốc Oai", ["thị trấn Quốc Oai"]),
        ("thành phố Hạ Long", ["thành phố Hạ Long"]),
        ("UBND THÀNH PHỐ HẠ LONG", ["THÀNH PHỐ HẠ LONG"]),
        ("thành phố Thủ Đức, Thành phố Hồ Chí Minh", ["thành phố Thủ Đức"]),
        ("thành phố thuộc tỉnh", ["thành phố thuộc tỉnh"]),
        ("Huyện ủy Ba Vì", ["Huyện ủy Ba Vì"]),
        ("Quận uỷ, Thị ủy, Thị đoàn", ["Quận uỷ", "Thị ủy", "Thị đoàn"]),
        ("Thành ủy Hạ Long", ["Thành ủy Hạ Long"]),
        ("UBND TX. Đông Triều", ["TX. Đông Triều"]),
        ("UBND TX ĐÔNG TRIỀU", ["TX ĐÔNG TRIỀU"]),
        ("Ủy ban Nhân Dân TX. Đông Triều", ["TX. Đông Triều"]),
        ("UBND TP. Hạ Long; TP.Thủ Đức; Tp Vinh", ["TP. Hạ Long", "TP.Thủ Đức", "Tp Vinh"]),
        ("UBND H. Đông Anh", ["H. Đông Anh"]),
        ("UBND Q. Hoàn Kiếm, Q.1, Q. 10 Tân", ["Q. Hoàn Kiếm", "Q.1", "Q. 10 Tân"]),
        ("Phòng Giáo dục và Đào tạo", ["Phòng Giáo dục và Đào tạo"]),
        ("Phòng Giáo dục và Đào tạo thị xã Đông Triều", ["Phòng Giáo dục và Đào tạo", "thị xã Đông Triều"]),
        ("PHÒNG GIÁO DỤC - ĐÀO TẠO HUYỆN", ["PHÒNG GIÁO DỤC - ĐÀO TẠO", "HUYỆN"]),
        ("Phòng GD&ĐT, phòng GDĐT, Phòng GD-ĐT", ["Phòng GD&ĐT", "phòng GDĐT", "Phòng GD-ĐT"]),
        ("PGD&ĐT; Trưởng phòng giáo dục.", ["PGD&ĐT", "phòng giáo dục"]),
    ],
)
def test_what_is_gone(text: str, bodies: list[str]) -> None:
    assert words(text) == bodies
    assert words(unicodedata.normalize("NFD", text)) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "phường Thị Cầu", "xã Quận Thụ", "UBND xã Huyện Nho", "PHƯỜNG QUẬN NHO", "đặc khu Cô Tô",
        "bà Nguyễn Thị Trấn", "ông Nguyễn Văn Quận", "Vũ Huyện", "đường Quận He",
        "thành phố Hà Nội", "Thành phố Hải Phòng", "THÀNH PHỐ HUẾ", "TP. Đà Nẵng", "Tp Cần Thơ", "TP.HCM", "TPHCM",
        "thành phố Hồ Chí Minh", "Thành ủy Hải Phòng", "Thành ủy Thành phố Hồ Chí Minh", "Thành ủy TP. Huế",
        "UBND thành phố", "thành phố trực thuộc trung ương", "thành phố đáng sống", "Thành ủy viên",
        "huyền thoại", "huyệnX", "thịxã", "thị trường", "thị lực", "quận công Hoàng Ngũ Phúc", "quần áo",
        "GDNN-GDTX", "Trung tâm GD TX Đông Triều", "GDTX", "TX", "TP - HT",
        "Q. Giám đốc", "Q. GIÁM ĐỐC", "Q. Chủ tịch", "Nguyễn H. Anh", "Lâm H. Anh", "Mai Q. Minh",
        "H.264", "48 h. Sau đó",
        "Phòng Giáo dục Mầm non", "Phòng GDTX", "Phòng Giáo dục thường xuyên, Sở GD&ĐT", "Văn phòng Giáo dục",
        "Sở Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội", "Thường trực Đảng ủy", "UBND phường Mạo Khê", "",
    ],
)  # fmt: skip
def test_what_only_looks_alike(text: str) -> None:
    assert words(text) == []


def test_a_body_knows_where_it_ends() -> None:
    [body] = former_bodies("UBND thị xã Đông Triều (cũ)")
    assert body.end == len("UBND thị xã Đông Triều")


PIECES = ("huyện ", "thị xã A ", "phòng gd ", " ", "A ", "TX. ", "thành phố  ", "Q. ")


@given(any_text)
def test_any_text_is_read(text: str) -> None:
    for body in former_bodies(text):
        assert body.words in unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("piece", long_but(["thị xã A "], PIECES))
def test_a_long_text_is_read_in_one_go(piece: str) -> None:
    """Quadratic work on a text of a million characters would take minutes: the suite would show it."""
    assert len(words(piece * 50_000)) in (0, 1, 50_000)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
        ("Sở LĐTBXH, Sở TT&TT", ["Sở LĐTBXH", "Sở TT&TT"]),
        ("Sở Nông nghiệp và Phát triển nông thôn tỉnh", ["Sở Nông nghiệp và Phát triển nông thôn"]),
        ("Bộ Giao thông vận tải", ["Bộ Giao thông vận tải"]),
        ("Sở Nông nghiệp và Môi trường; Sở Tài chính; Sở Nội vụ; Sở GD&ĐT", []),
        ("cơ sở lao động sản xuất, cán bộ kế hoạch, bộ thông tin viên", []),
    ],
)
def test_the_departments_that_were_merged(text: str, bodies: list[str]) -> None:
    assert words(text) == bodies


def test_each_says_since_when_it_is_gone() -> None:
    found = former_bodies("Sở Thông tin và Truyền thông, UBND huyện Ba Vì")
    assert [body.since for body in found] == [MERGED, TIER_GONE]
