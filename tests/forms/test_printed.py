"""An answer as the report prints it: its qualifier, 0 and «không có» as the form says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from support.forms import other
from support.strategies import Asked, asked

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import Field, FieldType, Option
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.text.qualifiers import Qualifier

COUNT = Field("Số hộ", FieldType.WHOLE, unit="hộ", qualified=True)
GOOD_NEWS = Field("Hộ nghèo", FieldType.WHOLE, unit="hộ", zero="không có", qualified=True)
CELL = Field("Số lớp", FieldType.WHOLE, nil="")
SHARE = Field("Tỷ lệ", FieldType.PERCENT, unit="%")
AREA = Field("Diện tích", FieldType.DECIMAL, unit="km²", qualified=True)
FUNDS = Field("Kinh phí", FieldType.MONEY, unit="đồng")
LEVEL = Field("Mức", FieldType.CHOICE, options=(Option("tot", "Thực hiện tốt"), Option("kha", "Thực hiện khá")))
SPELT = Field("Cấp", FieldType.CHOICES, options=(Option("thcs", "THCS", "trung học cơ sở"),))
LEVELS = Field("Cấp", FieldType.CHOICES, options=(Option("mam_non", "mầm non"), Option("thcs", "THCS")))
WORDS = Field("Loại", FieldType.TEXT, not_applicable="không xếp loại")
NAMES = Field("Nơi nhận", FieldType.LINES)
DAY = Field("Ngày", FieldType.DATE)


def quantity(number: str, qualifier: Qualifier | None = None) -> Quantity:
    return Quantity(Decimal(number), qualifier)


@pytest.mark.parametrize(
    ("field", "answer", "alone", "with_unit"),
    [
        (COUNT, quantity("10005"), "10.005", "10.005 hộ"),
        (COUNT, quantity("40000", Qualifier.OVER), "trên 40.000", "trên 40.000 hộ"),
        (COUNT, quantity("0"), "0", "0 hộ"),
        (COUNT, NIL, "không có", "không có"),
        (COUNT, NOT_APPLICABLE, "không áp dụng", "không áp dụng"),
        (GOOD_NEWS, quantity("0"), "không có", "không có"),
        (GOOD_NEWS, quantity("0.0"), "không có", "không có"),
        (GOOD_NEWS, quantity("3"), "3", "3 hộ"),
        (GOOD_NEWS, quantity("0", Qualifier.NEARLY), "gần 0", "gần 0 hộ"),
        (CELL, NIL, "", ""),
        (CELL, quantity("0"), "0", "0"),
        (SHARE, quantity("100"), "100", "100%"),
        (SHARE, quantity("99.5"), "99,5", "99,5%"),
        (AREA, quantity("20", Qualifier.NEARLY), "gần 20", "gần 20 km²"),
        (AREA, quantity("2450.5", Qualifier.ESTIMATED_AT), "ước đạt 2.450,5", "ước đạt 2.450,5 km²"),
        (FUNDS, quantity("1500000"), "1.500.000 đồng", "1.500.000 đồng"),
        (FUNDS, quantity("0"), "0 đồng", "0 đồng"),
        (LEVEL, "tot", "Thực hiện tốt", "Thực hiện tốt"),
        (LEVELS, ("mam_non", "thcs"), "mầm non và THCS", "mầm non và THCS"),
        (SPELT, ("thcs",), "trung học cơ sở", "trung học cơ sở"),
        (LEVELS, ("thcs", "mam_non"), "mầm non và THCS", "mầm non và THCS"),  # in the form's order
        (WORDS, "loại IV", "loại IV", "loại IV"),
        (WORDS, "tot", "tot", "tot"),
        (WORDS, NOT_APPLICABLE, "không xếp loại", "không xếp loại"),
        (NAMES, ("Như trên", "Lưu: VT"), "Như trên; Lưu: VT", "Như trên; Lưu: VT"),
        (DAY, date(2021, 6, 5), "5/6/2021", "5/6/2021"),
    ],
)
def test_printed(field: Field, answer: Answer, alone: str, with_unit: str) -> None:
    assert printed(field, answer) == alone
    assert printed(field, answer, unit=True) == with_unit


@pytest.mark.parametrize("field", [COUNT, CELL, LEVEL, LEVELS, WORDS, NAMES, DAY])
def test_what_is_unanswered_prints_nothing_at_all(field: Field) -> None:
    """None, not "": whoever prints must decide between a gap and silence."""
    assert printed(field, UNANSWERED) is None


@pytest.mark.parametrize(
    ("key", "answer", "text"),
    [
        ("mat_do", NIL, "chưa đo"),
        ("mat_do", NOT_APPLICABLE, "không tính"),
        ("ty_le_ho_tich_cuc", quantity("0"), "chưa có hộ nào"),
        ("thu_ngan_sach", quantity("0"), "không thu"),
        ("thu_ngan_sach", quantity("0", Qualifier.ABOUT), "khoảng 0 đồng"),
        ("xep_loai", "nang_cao", "nông thôn mới nâng cao, kiểu mẫu"),
        ("doan_the", ("phu_nu", "thanh_nien"), "Hội Phụ nữ và Đoàn Thanh niên, Hội Liên hiệp Thanh niên"),
        ("ngay_thanh_lap", date(2001, 1, 2), "2/1/2001"),
    ],
)
def test_the_form_says_how_0_and_nil_print(key: str, answer: Answer, text: str) -> None:
    assert printed(figures_of(other())[key].field, answer) == text


@given(asked())
def test_every_answer_prints_on_one_line(asked: Asked) -> None:
    text = printed(asked.field, asked.answer, unit=True)
    assert text is not None
    assert "\n" not in text
    assert text or asked.answer in (NIL, NOT_APPLICABLE)
