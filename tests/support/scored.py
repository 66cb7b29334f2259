"""A form that scores and has a table of its own columns, and years of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from support.forms import OTHER, changed_text
from support.years import year

from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.kinds.score import Score
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

SECTIONS: Final = """
[[section]]
key = "cham_diem"
title = "Tự chấm điểm"
level = 2
prints = ["narrative", "score"]
paragraphs = ["Trung tâm đạt {diem.tong}/{diem.toi_da} điểm ({diem.ty_le}), xếp loại {diem.xep_loai}."]

[section.score]
key = "diem"

[[section.score.class]]
key = "tot"
label = "Tốt"
least = 90
each_least = 50

[[section.score.class]]
key = "kha"
label = "Khá"
least = 70

[[section.score.class]]
key = "trung_binh"
label = "Trung bình"
least = 0

[[section.criterion]]
key = "quan_ly"
marker = "I"
label = "Quản lý"
group = true

[[section.criterion]]
key = "ke_hoach"
marker = "1"
label = "Kế hoạch"
maximum = 10
under = "quan_ly"

[[section.criterion]]
key = "nguon_luc"
marker = "2"
label = "Nguồn lực"
under = "quan_ly"

[[section.criterion]]
key = "kinh_phi"
marker = "a"
label = "Kinh phí"
maximum = 5.5
under = "nguon_luc"

[[section.criterion]]
key = "thiet_bi"
marker = "b"
label = "Thiết bị"
maximum = 4.5
under = "nguon_luc"

[[section.criterion]]
key = "hieu_suat"
marker = "II"
label = "Hiệu quả"
group = true

[[section.criterion]]
key = "so_nguoi"
marker = "1"
label = "Số người học"
maximum = 20
under = "hieu_suat"

[[section]]
key = "doi_tuong"
title = "Lớp theo đối tượng"
level = 2
prints = ["narrative", "grid"]
paragraphs = ["Cả năm {lop_doi_tuong.so_buoi} buổi, riêng phụ nữ {phu_nu.so_buoi} buổi."]

[section.grid]
key = "lop_doi_tuong"
label_title = "Đối tượng"

[[section.column]]
key = "so_buoi"
label = "Số buổi"
kind = "whole"
required = true

[[section.column]]
key = "nu"
label = "Nữ"
kind = "whole"
unit = "người"
qualified = true

[[section.column]]
key = "kinh_phi_lop"
label = "Kinh phí"
kind = "money"
unit = "đồng"

[[section.column]]
key = "noi_hoc"
label = "Nơi học"
kind = "text"

[[section.line]]
key = "nguoi_lon"
marker = "1"
label = "Người lớn"
group = true

[[section.line]]
key = "phu_nu"
marker = "a"
label = "Phụ nữ"
under = "nguoi_lon"

[[section.line]]
key = "cao_tuoi"
marker = "b"
label = "Người cao tuổi"
under = "nguoi_lon"
required = false

[[section.line]]
key = "hoc_sinh"
marker = "2"
label = "Học sinh"

[record.score.own]
label = "Tự chấm"
required = true

[record.score.superior]
label = "Cấp trên chấm"

[record.score.difference]
label = "Lý do chênh lệch"

[record.score.evidence]
label = "Minh chứng"
"""
SCORED: Final = {
    "score/ke_hoach/own": "9,5",
    "score/kinh_phi/own": "5",
    "score/thiet_bi/own": "4",
    "score/so_nguoi/own": "18",
}
"""36,5 of 40: 91,25 %, and no criterion below the half: Tốt."""
COUNTED: Final = {
    "grid/phu_nu/so_buoi": "12",
    "grid/phu_nu/nu": "trên 340",
    "grid/phu_nu/kinh_phi_lop": "2.500.000",
    "grid/phu_nu/noi_hoc": "Nhà văn hóa ấp 1",
    "grid/hoc_sinh/so_buoi": "3",
    "grid/hoc_sinh/nu": "-",
}


def scored_text() -> str:
    screens = 'sections = ["hieu_qua", "phuong_huong"]'
    sections = 'sections = ["hieu_qua", "phuong_huong", "cham_diem", "doi_tuong"]'
    return changed_text((screens, sections), path=OTHER) + SECTIONS


@cache
def scored_form() -> Form:
    return load(scored_text(), "cham-diem.toml")


def sheet(form: Form | None = None) -> Score:
    [(_, part)] = (form or scored_form()).parts(Score)
    return part


def scored_year(typed: Mapping[str, str] | None = None) -> Facts:
    """A year of the form with these answers, and nothing else filled in but what a new year begins with."""
    return year(scored_form(), dict(SCORED | COUNTED if typed is None else typed), Period.calendar_year(2024))


def points(raw: str) -> Quantity:
    return Quantity(Decimal(raw))


def given(answers: Mapping[str, Answer]) -> Facts:
    """The scored year with these answers in place of its own."""
    return scored_year().edited(Edit(Place(place), answer) for place, answer in answers.items())
