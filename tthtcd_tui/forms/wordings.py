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
