"""Labels as offices spell them."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.imports.blocks.words import Labels, marker_alone, split_marker

ROWS = Labels({key: (row.label,) for key, row in result_rows_of(shipped()).items()})
FIGURES = Labels({key: (figure.field.label,) for key, figure in figures_of(shipped()).items()}, is_strict=True)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Học chương trình xoá mù chữ", "xoa_mu_chu"),
        ("Xóa mù chữ", "xoa_mu_chu"),
        ("XMC", "xoa_mu_chu"),
        ("Học nghề", "hoc_nghe"),
        ("Dạy nghề ngắn hạn", "hoc_nghe"),
        ("Học nghề ngắn hạn (3 tháng)", "hoc_nghe"),
        ("3. Các chuyên đề", "chuyen_de"),
        ("a, Giáo dục pháp luật", "phap_luat"),
        ("a Giáo dục pháp luật", "phap_luat"),
        ("GD pháp luật", "phap_luat"),
        ("PL", "phap_luat"),
        ("GIÁO DỤC PHÁP LUẬT CHO THANH NIÊN", "phap_luat"),
        ("sức khoẻ", "suc_khoe"),
        ("GDSK", "suc_khoe"),
        ("Chăm sóc sức khỏe", "suc_khoe"),
        ("Bảo vệ môi trường", "moi_truong"),
        ("VH-XH", "van_hoa_xa_hoi"),
        ("Phát triển KT", "kinh_te"),
        ("Kĩ năng sống", "ky_nang_song"),
        ("KNS", "ky_nang_song"),
        ("Văn hóa, văn nghệ, thể thao", "van_nghe"),
        ("VN, TDTT", "van_nghe"),
        ("CLB", "cau_lac_bo"),
        ("HĐ CLB", "cau_lac_bo"),
        ("Phát thanh", "truyen_thanh"),
        ("Phổ biên kiến thức qua đài truyền thanh", "truyen_thanh"),  # a mark forgotten
        ("Giáo dục pháp luậtt", "phap_luat"),
    ],
)
def test_a_label_is_known_however_it_is_spelt(label: str, key: str) -> None:
    assert ROWS.match(label).key == key


@pytest.mark.parametrize(
    ("label", "nearest"),
    [
        ("Giáo dục", "phap_luat"),
        ("Hoạt động", "ky_nang_song"),
        ("Khác", None),
        ("Tin học", "hoc_nghe"),
        ("TT", None),  # thể thao, truyền thanh, or the heading
        ("Luật Giao thông", "phap_luat"),
        ("Giáo dục giới tính", "kinh_te"),
        ("Lớp may", None),
        ("Học nghề dài hạn", None),  # the form's is «ngắn hạn»
        ("", None),
        ("x" * 300, None),
    ],
)
def test_what_is_not_sure_is_not_placed(label: str, nearest: str | None) -> None:
    found = ROWS.match(label)
    assert found.key is None
    assert (found.nearest is None) == (nearest is None)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Dân số", "dan_so"), ("Tổng dân số", "dan_so"), ("Nhân khẩu", "dan_so"), ("Số hộ", "so_ho"),
        ("Số hộ gia đình (hộ)", "so_ho"), ("Đảng viên", "dang_vien"), ("Số thôn", "so_khu"), ("Số ấp", "so_khu"),
        ("Diện tích tự nhiên (km²)", "dien_tich"), ("Trường trung học cơ sở", "truong_thcs"),
        ("DN tư nhân", "dn_tu_nhan"),
    ],
)  # fmt: skip
def test_figures_are_known_by_their_labels(label: str, key: str) -> None:
    assert FIGURES.match(label).key == key


@pytest.mark.parametrize(
    "label",
    [
        *("Số hộ nghèo", "Số hộ gia đình văn hóa", "Số đảng viên mới", "Số giáo viên đạt chuẩn", "Kinh phí"),
        *("Doanh nghiệp", "Trẻ khuyết tật", "Khu phố văn hóa"),
    ],
)
def test_a_figure_of_something_else_is_not_taken_for_one(label: str) -> None:
    assert FIGURES.match(label).key is None


@pytest.mark.parametrize(
    ("text", "marker", "label"),
    [
        ("1. Học nghề", "1", "Học nghề"),
        ("a) Pháp luật", "a", "Pháp luật"),
        ("IV/ Kết quả", "IV", "Kết quả"),
        ("3.1. Pháp luật", "3.1", "Pháp luật"),
        ("đ, Kinh tế", "đ", "Kinh tế"),
        ("Y tế", "", "Y tế"),
        ("Học nghề", "", "Học nghề"),
        ("24 khu", "24", "khu"),
    ],
)
def test_numbering_is_taken_off(text: str, marker: str, label: str) -> None:
    assert split_marker(text) == (marker, label)


def test_markers_alone() -> None:
    assert [marker_alone(text) for text in ("1.", "a)", "(b)", "IV", "3a", "3.b", "Học", "26.5", "")] == [
        "1", "a", "b", "IV", "3a", "3.b", "", "26.5", "",
    ]  # fmt: skip
