"""The fields every form has, whatever it asks: who writes to whom, the board, a checklist item's answer, an activity.

The program relies on these keys and on what each accepts; a form gives their words, says which are required, and the
options of a choice. So a form can rename «Chức vụ», but cannot turn a date into a paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tthtcd_tui.forms.kinds.registry import SCHEMAS
from tthtcd_tui.forms.model import Field, FieldType

_REPORT: Final = {
    "superior": FieldType.TEXT,
    "issuer": FieldType.TEXT,
    "locality": FieldType.TEXT,
    "symbol": FieldType.TEXT,
    "number": FieldType.TEXT,
    "place": FieldType.TEXT,
    "date": FieldType.DATE,
    "addressees": FieldType.LINES,
    "legal_basis": FieldType.LINES,
    "opening": FieldType.PARAGRAPHS,
    "closing": FieldType.PARAGRAPHS,
    "recipients": FieldType.LINES,
    "authority": FieldType.TEXT,
    "position": FieldType.TEXT,
    "signer": FieldType.TEXT,
    "appendices": FieldType.CHOICES,
    "due": FieldType.DATE,
    "compared": FieldType.LINES,
}
_ACTIVITY: Final = {
    "date": FieldType.DATE,
    "title": FieldType.TEXT,
    "category": FieldType.CHOICE,
    "classes": FieldType.WHOLE,
    "participations": FieldType.WHOLE,
    "place": FieldType.TEXT,
    "partner": FieldType.TEXT,
    "note": FieldType.TEXT,
}

RECORDS: Final[Mapping[str, Mapping[str, FieldType]]] = {
    "report": _REPORT,
    **{record: fields for schema in SCHEMAS if schema.is_in_every_form for record, fields in schema.records.items()},
    "activity": _ACTIVITY,
}
"""What every form words; a kind of content that not every form asks for has records of its own (`kinds.schema`)."""

DERIVED_OPTIONS: Final = frozenset({("own", "section"), ("activity", "category"), ("report", "appendices")})
"""Choices whose options are the form's own sections, results rows and appendices: no file has to repeat them."""

UNWORDED: Final[Mapping[tuple[str, str], Field]] = {
    ("report", "appendices"): Field("Phụ lục kèm theo", FieldType.CHOICES),
    ("report", "due"): Field(
        "Hạn nộp báo cáo", FieldType.DATE, hint="Ngày phải nộp, ví dụ 10/6: Tổng quan đếm số ngày còn lại. Không in."
    ),
    ("report", "compared"): Field(
        "Các năm so sánh",
        FieldType.LINES,
        hint="Mỗi dòng một năm, nhiều nhất bốn, ví dụ 2022-2023. Để trống: bốn năm gần nhất.",
    ),
    ("evidence", "code"): Field("Mã minh chứng", FieldType.TEXT, hint="Ví dụ MC01"),
    ("evidence", "title"): Field("Tên minh chứng", FieldType.TEXT, hint="Tên văn bản, hồ sơ, hình ảnh"),
    ("evidence", "number"): Field("Số, ký hiệu", FieldType.TEXT, hint="Ví dụ 05/QĐ-UBND"),
    ("evidence", "date"): Field("Ngày ban hành", FieldType.DATE),
    ("evidence", "kept"): Field("Nơi lưu", FieldType.TEXT, hint="Ví dụ tủ 2, ngăn 3"),
    ("evidence", "address"): Field("Địa chỉ trên mạng", FieldType.TEXT),
    ("evidence", "file"): Field("Tệp", FieldType.TEXT),
    ("evidence", "order"): Field("Thứ tự", FieldType.WHOLE),
}
"""Fields that a form need not word, as those do not that were released before there was such a field."""
