"""Slots: which style of a centre's Word file each kind of paragraph uses, and what the Decree leaves free in it.

A style is found by the name it has in our own files («Trích yếu», whatever its capitals and marks), else by the name
that Word, or LibreOffice, gives a style of its own; running text without a «Body Text» takes «Normal».
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple


class Slot(NamedTuple):
    key: str
    """Of the shipped template's style."""
    names: tuple[str, ...]
    """The first is ours, and what a person is told."""
    sizes: tuple[int, int]
    """Half points, from and to."""
    is_bold: bool = False
    is_italic: bool = False
    aligns: Collection[str] = ()
    """Any, where there is none."""
    flows: bool = False
    """Whether its spacing and first line are taken: it is running text, or a heading in it."""


_FLOWING: Final = (26, 28)
_HEAD: Final = (24, 26)
_SMALL_TABLE: Final = (20, 28)
_CENTRED: Final = ("center",)

SLOTS: Final = (
    Slot("BodyText", ("Body Text", "Text Body", "Normal"), _FLOWING, aligns=("both",), flows=True),
    Slot("Heading1", ("Heading 1",), _FLOWING, is_bold=True, flows=True),
    Slot("Heading2", ("Heading 2",), _FLOWING, is_bold=True, flows=True),
    Slot("CanCu", ("Căn cứ",), _FLOWING, is_italic=True, aligns=("both",), flows=True),
    Slot("CoQuanChuQuan", ("Cơ quan chủ quản",), _HEAD, aligns=_CENTRED),
    Slot("CoQuanBanHanh", ("Cơ quan ban hành",), _HEAD, is_bold=True, aligns=_CENTRED),
    Slot("QuocHieu", ("Quốc hiệu",), _HEAD, is_bold=True, aligns=_CENTRED),
    Slot("TieuNgu", ("Tiêu ngữ",), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("SoKyHieu", ("Số, ký hiệu",), (26, 26), aligns=_CENTRED),
    Slot("DiaDanhNgayThang", ("Địa danh, ngày tháng",), _FLOWING, is_italic=True, aligns=_CENTRED),
    Slot("Title", ("Title",), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("TrichYeu", ("Trích yếu", "Subtitle"), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("KinhGui", ("Kính gửi",), _FLOWING),
    Slot("KinhGuiMotNoi", ("Kính gửi - một nơi",), _FLOWING),
    Slot("KinhGuiNoiNhan", ("Kính gửi - nơi nhận",), _FLOWING),
    Slot("TieuDeBang", ("Tiêu đề bảng", "Table Heading"), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("NoiDungBang", ("Nội dung bảng", "Table Contents"), _FLOWING),
    Slot("TieuDeBangPhuLuc", ("Tiêu đề bảng phụ lục",), _SMALL_TABLE, is_bold=True, aligns=_CENTRED),
    Slot("NoiDungBangPhuLuc", ("Nội dung bảng phụ lục",), _SMALL_TABLE),
    Slot("QuyenHan", ("Quyền hạn",), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("ChucVu", ("Chức vụ",), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("HoTen", ("Họ tên người ký",), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("NoiNhanTieuDe", ("Nơi nhận - tiêu đề",), (24, 24), is_bold=True, is_italic=True, aligns=("left", "both")),
    Slot("NoiNhan", ("Nơi nhận",), (22, 22), aligns=("left", "both")),
    Slot("PhuLuc", ("Phụ lục",), (28, 28), is_bold=True, aligns=_CENTRED),
    Slot("TenPhuLuc", ("Tên phụ lục",), _FLOWING, is_bold=True, aligns=_CENTRED),
    Slot("KemTheo", ("Kèm theo",), _FLOWING, is_italic=True, aligns=_CENTRED),
)
LETTERHEAD: Final = frozenset({"CoQuanChuQuan", "CoQuanBanHanh", "QuocHieu", "TieuNgu", "SoKyHieu", "DiaDanhNgayThang"})
OF_BODY_SIZE: Final = frozenset({"Heading1", "Heading2", "CanCu"})
"""As large as running text, in every report."""
