"""Sentences that deny what the year's numbers count: «không mở lớp xóa mù chữ» above six of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.quantities import rows_of
from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re; all of text in lower case.
_NONE: Final = r"(?<!\w)(?:không|chưa)(?: hề)? có(?: một)?"
_END: Final = (
    r"(?: nào)?(?: cả)?(?: (?:ở|trên|trong) (?:địa bàn|địa phương|xã|phường|đặc khu|đảo)[^,.;]{0,30})?\s*(?:$|[,.;])"
)
_SCHOOLS: Final = (
    ("truong_mam_non", r"mầm non"),
    ("truong_tieu_hoc", r"tiểu học"),
    ("truong_thcs", r"(?:thcs|trung học cơ sở)"),
    ("truong_thpt", r"(?:thpt|trung học phổ thông)"),
)
_FIGURES: Final = (
    ("dn_tu_nhan", rf"{_NONE} doanh nghiệp(?: tư nhân)?{_END}"),
    ("dn_nha_nuoc", rf"{_NONE} doanh nghiệp nhà nước{_END}"),
    ("kinh_phi_huy_dong", r"(?<!\w)(?:không|chưa) (?:huy động|vận động) được(?: kinh phí| nguồn lực| nguồn| khoản| đóng góp)[^,.;]*"),
    ("kinh_phi_ngan_sach", r"(?<!\w)(?:không|chưa) được (?:ngân sách )?cấp kinh phí[^,.;]*"),
    ("so_nha_van_hoa", rf"{_NONE} nhà văn hóa{_END}"),
    *((key, rf"{_NONE} trường {level}{_END}") for key, level in _SCHOOLS),
)  # fmt: skip
_NAMED: Final = {
    "dn_tu_nhan": "có doanh nghiệp",
    "dn_nha_nuoc": "doanh nghiệp nhà nước",
    "kinh_phi_huy_dong": "động được",
    "kinh_phi_ngan_sach": "cấp kinh phí",
    "so_nha_van_hoa": "có nhà văn hóa",
    **{key: "có trường" for key, _ in _SCHOOLS},
}
"""What every such sentence has: to look for it costs nothing beside compiling a pattern."""
_NOT_HELD: Final = r"(?<!\w)(?:không|chưa) (?:mở|tổ chức)(?: được)?(?: một)? (?:lớp|chuyên đề|buổi)(?: nào)?(?: học)?(?: về| chương trình)?"
_OF_ANOTHER_TIME: Final = (
    r"(?<!\w)(?:trước đây|trước kia|nay đã|năm trước|năm học trước|đầu năm|nếu|thời gian đầu|từng|thêm|trở lên|riêng|ngoài"
    r"|(?:thôn|bản|ấp|khu|tổ|xóm|buôn)(?!\w)[^,.;]{0,30}(?:không|chưa))(?!\w)"
)


def denied(context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """A sentence that says there is none of what a figure or the table of results counts; told once a text."""
    prose = [text for text in texts if text.role is Role.PROSE and _may_deny(text.words)]
    for text in prose:
        for sentence in sentences(text.words):
            low = " ".join(sentence.casefold().split())
            found = _denied(context, low) if _may_deny(low) else None
            if found and not re.search(_OF_ANOTHER_TIME, low):
                words, place, number = found
                told = f"{quoted(words)}, nhưng {quoted(label_at(context.form, place))} là {number}"
                yield warning("denied", text.place, f"{text.label}: {told}. Sửa một trong hai, hoặc ghi lý do.")
                break


def _may_deny(words: str) -> bool:
    low = words.casefold()
    return "không " in low or "chưa " in low


def _denied(context: Context, low: str) -> tuple[str, Place, str] | None:
    for key, shape in _FIGURES:
        if _NAMED[key] in low and (match := re.search(shape, low)):
            place = Place.of(PlaceKind.FIGURE, key)
            if number := _counted(context, place):
                return match[0].rstrip(" ,.;"), place, number
    if not any(verb in low for verb in (" mở", " tổ chức")) or not re.search(_NOT_HELD, low):
        return None
    for row in rows_of(context.form):
        if row.first in low and (match := re.search(rf"{_NOT_HELD} (?:{row.short}|{row.full})(?!\w)", low)):
            place = Place.of(PlaceKind.RESULTS, row.key, "classes")
            if number := _counted(context, place):
                return match[0], place, number
    return None


def _counted(context: Context, place: Place) -> str:
    answer = context.facts.answers.get(place)
    return format_number(answer.number) if isinstance(answer, Quantity) and answer.number > 0 else ""
