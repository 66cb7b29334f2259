"""Other labels of the shipped form, of older versions and of print: what is pasted may be headed by any of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_NOUNS: Final = ("khu phố", "thôn", "ấp", "bản", "tổ dân phố", "buôn", "xóm")

OTHER_LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "figure/so_khu": ("Số khu phố (thôn, ấp, xóm)", "Số khu", *(f"Số {noun}" for noun in _NOUNS)),
    "figure/so_nha_van_hoa": ("Số nhà văn hóa khu", "Số nhà văn hóa", *(f"Số nhà văn hóa {noun}" for noun in _NOUNS)),
    "figure/so_lop_hoc": ("Số lớp của các trường", "Số lớp học"),
    "figure/truong_thcs": ("Số trường THCS", "Số trường trung học cơ sở"),
    "figure/truong_thpt": ("Số trường THPT", "Số trường trung học phổ thông"),
    "indicator/ty_le_biet_chu": ("Tỷ lệ người biết chữ", "Tỷ lệ biết chữ"),
    "indicator/luot_nguoi_tham_gia": ("Số lượt người tham gia học tập", "Số người tham gia học tập"),
    "indicator/ho_ngheo": ("Số hộ nghèo", "Hộ nghèo"),
    "indicator/thu_nhap": ("Thu nhập bình quân đầu người", "Thu nhập bình quân"),
    "indicator/tien_bo_khkt": ("Tiến bộ khoa học kỹ thuật",),
    "indicator/phong_chong_dich": ("Phòng, chống dịch bệnh",),
    "indicator/an_ninh": ("An ninh chính trị, quân sự, quốc phòng", "An ninh, quốc phòng", "Quốc phòng, an ninh"),
    "indicator/van_hoa_the_thao": ("Văn hóa, thể thao", "Nếp sống văn minh"),
}


OTHER_OPTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "mam_non": ("mẫu giáo", "MN"),
    "tieu_hoc": ("TH",),
    "thcs": ("trung học cơ sở", "THCS"),
    "thpt": ("trung học phổ thông", "THPT"),
}
"""What else options of the shipped form are called, by their keys."""


def wordings(place: str, label: str) -> tuple[str, ...]:
    """`label`, by which `place` is known in a year, and whatever else it was ever called."""
    return tuple(dict.fromkeys((label, *OTHER_LABELS.get(place, ()))))
