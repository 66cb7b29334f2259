"""A form that scores: what its criteria come to, and every mistake in them told with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.scored import SECTIONS, scored_form, scored_text, sheet

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.load import load

SCORE = '[section.score]\nkey = "diem"\n'
SHEET = SECTIONS[SECTIONS.index("[section.score]") : SECTIONS.index("[[section.criterion]]")]
KE_HOACH = 'key = "ke_hoach"\nmarker = "1"\nlabel = "Kế hoạch"\nmaximum = 10\nunder = "quan_ly"\n'
NGUON_LUC = 'label = "Nguồn lực"\nunder = "quan_ly"\n'
KINH_PHI = 'maximum = 5.5\nunder = "nguon_luc"\n'
HIEU_SUAT = 'label = "Hiệu quả"\ngroup = true\n'
LAST = 'label = "Trung bình"\nleast = 0\n'
TOT = "least = 90\neach_least = 50\n"
AT = "section:cham_diem"

FAULTS = {
    "no sheet": (SHEET, "", AT, "score", "thiếu bảng này. Ghi [section.score] với tên của bảng điểm và các loại."),
    "a step of nothing": (SCORE, SCORE + "step = 0\n", f"{AT}.score", "step", "phải lớn hơn 0."),
    "an unknown key": (SCORE, SCORE + "half = true\n", f"{AT}.score", "half", "khóa này không có trong biểu mẫu."),
    "a maximum of nothing": (KE_HOACH, KE_HOACH.replace("maximum = 10\n", ""), f"{AT}.criterion:ke_hoach", "maximum",
                             "thiếu khóa này. Ghi số điểm tối đa, lớn hơn 0."),
    "a maximum between steps": (KE_HOACH, KE_HOACH.replace("10", "9.75"), f"{AT}.criterion:ke_hoach", "maximum",
                                "không chia hết cho 0,5, bước điểm của bảng."),
    "parts that do not add up": (NGUON_LUC, NGUON_LUC + "maximum = 12\n", f"{AT}.criterion:nguon_luc", "maximum",
                                 "các phần cộng lại được 10. Sửa số này, hoặc bỏ khóa này đi."),
    "a part of nothing above": (KINH_PHI, 'maximum = 5.5\nunder = "so_nguoi"\n', f"{AT}.criterion:kinh_phi", "under",
                                "“so_nguoi” không phải nhóm hay tiêu chí ngay phía trên."),
    "a group in a group": (HIEU_SUAT, HIEU_SUAT + 'under = "quan_ly"\n',
                           f"{AT}.criterion:hieu_suat", "under", "nhóm tiêu chí không nằm trong nhóm khác."),
    "a group of nothing": ('maximum = 20\nunder = "hieu_suat"\n', "maximum = 20\n",
                           f"{AT}.criterion:hieu_suat", "group", "nhóm này không có tiêu chí nào."),
    "a last class with a condition": (LAST, LAST.replace("0", "50"), f"{AT}.score.class:trung_binh", "least",
                                      "loại cuối phải nhận mọi kết quả: least = 0, không có each_least."),
    "classes out of order": (TOT, "least = 60\n", f"{AT}.score.class:kha", "least",
                             "lớn hơn của loại đứng trước. Xếp các loại từ cao xuống thấp."),
    "more than all": (TOT, "least = 101\n", f"{AT}.score.class:tot", "least", "là số phần trăm, từ 0 đến 100."),
    "a class twice": ('key = "kha"\n', 'key = "tot"\n', f"{AT}.score.class:tot", "key", "“tot” bị ghi hai lần."),
    "a name that is a figure's": ('key = "so_nguoi"\n', 'key = "dan_so"\n', f"{AT}.criterion:dan_so", "key",
                                  "“dan_so” đã dùng ở: section:dac_diem.figure."),
    "a line of two columns' sum unknown": (
        "{lop_doi_tuong.so_buoi}", "{lop_doi_tuong.noi_hoc}", "section:doi_tuong", "paragraphs",
        "liên kết “{lop_doi_tuong.noi_hoc}” không trỏ tới số liệu nào.",
    ),
    "no grid": ('[section.grid]\nkey = "lop_doi_tuong"\nlabel_title = "Đối tượng"\n', "", "section:doi_tuong", "grid",
                "thiếu bảng này. Ghi [section.grid] với tên của bảng số liệu."),
    "a column twice": ('key = "nu"\n', 'key = "so_buoi"\n', "section:doi_tuong.column:so_buoi", "key",
                       "“so_buoi” bị ghi hai lần."),
    "a sum of words": ('label = "Nơi học"\nkind = "text"\n', 'label = "Nơi học"\nkind = "text"\ntotal = true\n',
                       "section:doi_tuong.column:noi_hoc", "total", "khóa này không có trong biểu mẫu."),
    "a line of no heading above": ('label = "Phụ nữ"\nunder = "nguoi_lon"\n', 'label = "Phụ nữ"\nunder = "hoc_sinh"\n',
                                   "section:doi_tuong.line:phu_nu", "under",
                                   "“hoc_sinh” không phải dòng tiêu đề ngay phía trên."),
    "a default nobody could type": (
        'label = "Kinh phí"\nkind = "money"\n', 'label = "Kinh phí"\nkind = "money"\ndefault = "nhiều"\n',
        "section:doi_tuong.column:kinh_phi_lop", "default", "",
    ),
}  # fmt: skip


def test_what_stands_in_parts_has_the_maximum_they_add_up_to() -> None:
    maxima = {each.key: each.maximum for each in sheet().criteria}
    assert maxima == {
        "quan_ly": 20, "ke_hoach": 10, "nguon_luc": 10, "kinh_phi": Decimal("5.5"), "thiet_bi": Decimal("4.5"),
        "hieu_suat": 20, "so_nguoi": 20,
    }  # fmt: skip
    assert [each.key for each in sheet().whole_criteria] == ["ke_hoach", "nguon_luc", "so_nguoi"]
    assert [each.key for each in sheet().within("quan_ly")] == ["ke_hoach", "kinh_phi", "thiet_bi"]


def test_what_a_text_may_link_to() -> None:
    assert {"diem.tong", "diem.xep_loai", "nguon_luc", "phu_nu.nu", "lop_doi_tuong.nu"} <= scored_form().link_names
    assert "lop_doi_tuong.noi_hoc" not in scored_form().link_names


@pytest.mark.parametrize(("old", "new", "table", "key", "message"), FAULTS.values(), ids=FAULTS)
def test_every_mistake_is_told_with_its_place(old: str, new: str, table: str, key: str, message: str) -> None:
    text = scored_text()
    assert text.count(old) == 1, text.count(old)
    with pytest.raises(FormProblem) as caught:
        load(text.replace(old, new), "x.toml")
    assert (caught.value.table, caught.value.key) == (table, key)
    assert message in caught.value.message
