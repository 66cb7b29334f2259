"""What is typed becomes an answer or a problem in words; what is stored is typed back as it was."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import other, shipped
from support.strategies import Asked, asked

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import Field, FieldType, Option
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import is_same_text, read, reading, typed
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.qualifiers import Qualifier

WHOLE = Field("Dân số", FieldType.WHOLE, unit="người", qualified=True)
PLAIN = Field("Số khu", FieldType.WHOLE)
FEW = Field("Số ấp", FieldType.WHOLE, maximum=Decimal(200))
DECIMAL = Field("Diện tích", FieldType.DECIMAL, qualified=True)
PERCENT = Field("Tỷ lệ", FieldType.PERCENT, maximum=Decimal(100), qualified=True)
MONEY = Field("Kinh phí", FieldType.MONEY, qualified=True, maximum=Decimal(2_000_000_000))
TEXT = Field("Chủ đề", FieldType.TEXT)
LINES = Field("Nơi nhận", FieldType.LINES)
PARAGRAPHS = Field("Nội dung", FieldType.PARAGRAPHS)
DAY = Field("Ngày", FieldType.DATE)
LEVEL = shipped().records["rating"]["level"]
LEVELS = figures_of(shipped())["pho_cap"].field
POINTS = other().records["checklist"]["status"]
BODIES = figures_of(other())["doan_the"].field
SECTION = shipped().records["own"]["section"]
LINKS = {"dan_so", "phap_luat.luot"}


def quantity(number: str, qualifier: Qualifier | None = None) -> Quantity:
    return Quantity(Decimal(number), qualifier)


@pytest.mark.parametrize(
    ("field", "raw", "answer"),
    [
        # numbers
        (WHOLE, "trên 40.000", quantity("40000", Qualifier.OVER)),
        (WHOLE, "tren 40000", quantity("40000", Qualifier.OVER)),
        (WHOLE, " 10.005 ", quantity("10005")),
        (WHOLE, "0", quantity("0")),
        (WHOLE, "12+15", quantity("27")),
        (WHOLE, "40.000\u00a0", quantity("40000")),
        (FEW, "200", quantity("200")),
        (DECIMAL, "gần 20,5", quantity("20.5", Qualifier.NEARLY)),
        (DECIMAL, "20,50", quantity("20.5")),
        (PERCENT, "100", quantity("100")),
        (PERCENT, "99,5%", quantity("99.5")),
        (PERCENT, "99,5 %", quantity("99.5")),
        (PERCENT, "ước đạt 98 %", quantity("98", Qualifier.ESTIMATED_AT)),
        (MONEY, "1.500.000 đ", quantity("1500000")),
        (MONEY, "khoảng 1,5 triệu", quantity("1500000", Qualifier.ABOUT)),
        (MONEY, "2 tỷ", quantity("2000000000")),
        (MONEY, "57.500.000đ", quantity("57500000")),
        (WHOLE, "trên 4 vạn người", quantity("40000", Qualifier.OVER)),
        (WHOLE, "10\u202f005", quantity("10005")),
        (WHOLE, "２５５４", quantity("2554")),
        # absent answers
        (WHOLE, "-", NIL),
        (WHOLE, " - ", NIL),
        (WHOLE, "--", NOT_APPLICABLE),
        (WHOLE, "không có", NIL),
        (WHOLE, "Khong co", NIL),
        (WHOLE, "không áp dụng", NOT_APPLICABLE),
        (WHOLE, "Không", NIL),
        *((WHOLE, dash, NIL) for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"),
        (DAY, "–", NIL),
        (TEXT, "–", "–"),  # a dash in a text is a sign of its writer's
        (DAY, "không có", NIL),
        (TEXT, "-", NIL),
        (TEXT, "không có", "không có"),  # in a text they are words
        (PARAGRAPHS, "--", NOT_APPLICABLE),
        (PARAGRAPHS, "không có", ("không có",)),
        (LINES, "-", NIL),
        (LINES, ";-;", NIL),
        (LINES, "--;\n", NOT_APPLICABLE),
        (LINES, "-; -", ("-", "-")),
        (LEVEL, "-", NIL),
        (LEVELS, "--", NOT_APPLICABLE),
        *((field, "", UNANSWERED) for field in (WHOLE, TEXT, LINES, PARAGRAPHS, DAY, LEVEL, LEVELS)),
        *((field, " \n\t\u200b ", UNANSWERED) for field in (WHOLE, TEXT, LINES, PARAGRAPHS, DAY, LEVEL, LEVELS)),
        # words
        (TEXT, "  loại\tIV \n", "loại IV"),
        (TEXT, "Ke\u0302\u0301t qua\u0309", "Kết quả"),
        (TEXT, "\x1b[31mđỏ\x1b[0m", "[31mđỏ[0m"),
        (TEXT, "{khong_phai_lien_ket}", "{khong_phai_lien_ket}"),
        (LINES, "Như trên; Thường trực Đảng ủy;\n UBND phường \n", ("Như trên", "Thường trực Đảng ủy", "UBND phường")),
        (LINES, ";;", UNANSWERED),
        (LINES, "-\tThường trực Đảng ủy;\r\n•\tUBND xã;\r\n", ("Thường trực Đảng ủy", "UBND xã")),
        (LINES, "- a; - b", ("a", "b")),
        (PARAGRAPHS, "một; hai\r\n\r\n ba ", ("một; hai", "ba")),
        (PARAGRAPHS, "gồm {dan_so} người, {{nguoi} và { }", ("gồm {dan_so} người, {{nguoi} và { }",)),
        (PARAGRAPHS, "{phap_luat.luot}", ("{phap_luat.luot}",)),
        # dates
        (DAY, "5/6/2021", date(2021, 6, 5)),
        (DAY, "ngày 05 tháng 6 năm 2021", date(2021, 6, 5)),
        # choices: number, key, label with or without marks and case
        (LEVEL, "1", "tot"),
        (LEVEL, "5", "khong_co"),
        (LEVEL, "Thực hiện tốt", "tot"),
        (LEVEL, "thuc hien kha", "kha"),
        (LEVEL, "chua_dat", "chua_dat"),
        (LEVEL, "CHƯA ĐẠT", "chua_dat"),
        (LEVELS, "thpt, mam non", ("mam_non", "thpt")),
        (LEVELS, "4;1\n1,", ("mam_non", "thpt")),
        # numbers without a comma between them, where each has one digit
        (LEVELS, "124", ("mam_non", "tieu_hoc", "thpt")),
        (LEVELS, "4 1", ("mam_non", "thpt")),
        (LEVELS, "12, THPT", ("mam_non", "tieu_hoc", "thpt")),
        # labels that are numbers win over the numbers of the list: khong mot hai
        (POINTS, "0", "khong"),
        (POINTS, "1", "mot"),
        (POINTS, "2", "hai"),
        (POINTS, "4", "not_applicable"),
        (BODIES, "phu_nu, thanh_nien", ("phu_nu", "thanh_nien")),
        (SECTION, "ket qua thuc hien", "ket_qua"),
    ],
)
def test_read(field: Field, raw: str, answer: Answer) -> None:
    assert read(field, raw, LINKS) == answer


@pytest.mark.parametrize(
    ("field", "raw", "message"),
    [
        (PLAIN, "1,5", "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1,5”."),
        (WHOLE, "gần\n1,5", "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “gần 1,5”."),
        (PERCENT, "101", "Ô này chỉ nhận số từ 0 đến 100. Bạn đã nhập “101”."),
        (PERCENT, "100,1 %", "Ô này chỉ nhận số từ 0 đến 100. Bạn đã nhập “100,1 %”."),
        (FEW, "201", "Ô này chỉ nhận số từ 0 đến 200. Bạn đã nhập “201”."),
        (MONEY, "2,1 tỷ", "Ô này chỉ nhận số từ 0 đến 2.000.000.000. Bạn đã nhập “2,1 tỷ”."),
        (
            PLAIN,
            "trên 20",
            "Ô này chỉ nhận con số, không nhận “trên” đứng trước. Bạn đã nhập “trên 20”. Hãy gõ chỉ con số.",
        ),
        (
            PLAIN,
            "~20",
            "Ô này chỉ nhận con số, không nhận “~” đứng trước. Bạn đã nhập “~20”. Hãy gõ chỉ con số.",
        ),
        (PLAIN, "40,000", "“40,000” có thể là 40.000 hoặc 40. Gõ lại 40.000, hoặc 40."),
        (MONEY, "57,500,000", "“57,500,000” đặt dấu chấm, dấu phẩy theo lối tiếng Anh. Hãy gõ lại 57.500.000."),
        (DECIMAL, "2,450", "“2,450” có thể là 2450 hoặc 2,45. Gõ lại 2450, hoặc 2,45."),
        (WHOLE, "-5", "“-5” nhỏ hơn 0. Hãy gõ một số từ 0 trở lên."),
        (WHOLE, "nhiều", "“nhiều” không có chữ số nào. Hãy gõ bằng chữ số, ví dụ 2.554; không có thì gõ -."),
        (DAY, "30/2/2021", "Tháng 2 năm 2021 không có ngày 30 (đã gõ “30/2/2021”). Hãy kiểm tra lại ngày."),
        (
            PARAGRAPHS,
            "gồm {dan_sso} người",
            "Không có số liệu nào tên “{dan_sso}”. Sửa lại tên, hoặc gõ thêm một dấu { phía trước để in nguyên chữ.",
        ),
        (
            LEVEL,
            "giỏi",
            (
                "“giỏi” không có trong danh sách. Chọn: 1 Thực hiện tốt · 2 Thực hiện khá · 3 Đạt yêu cầu · 4 Chưa đạt"
                " · 5 Không có trên địa bàn."
            ),
        ),
        (LEVELS, "1, đại học", "“đại học” không có trong danh sách. Chọn: 1 mầm non · 2 tiểu học · 3 THCS · 4 THPT."),
        *(
            (LEVELS, raw, f"“{raw}” không có trong danh sách. Chọn: 1 mầm non · 2 tiểu học · 3 THCS · 4 THPT.")
            for raw in ("15", "10", "11", "1 0")
        ),
        (LEVELS, " ,;, ", "Chưa chọn mục nào. Ghi các lựa chọn cách nhau bằng dấu phẩy."),
        (
            TEXT,
            "một\ue000",
            (
                "Dòng 1, cột 4 có ký tự không dùng được (U+E000, chỉ hiện đúng với một phông chữ riêng)."
                " Hãy xóa ký tự đó và gõ lại chữ đúng."
            ),
        ),
        (TEXT, "a" * 2_000_001, "Nội dung dài quá 2.000.000 ký tự. Hãy chia bớt sang ô khác."),
    ],
)
def test_what_is_refused(field: Field, raw: str, message: str) -> None:
    assert read(field, raw, LINKS) == Problem(message)


@pytest.mark.parametrize("raw", ["0", "6", "00", "007", "²", "١", "1.", "tot\nkha", "thực hiện"])
def test_what_no_list_holds(raw: str) -> None:
    assert isinstance(read(LEVEL, raw), Problem)


def test_alike_labels_are_not_guessed_between() -> None:
    field = Field(
        "Mục",
        FieldType.CHOICE,
        options=(Option("a", "Tuyên truyền"), Option("b", "Tuyên truyền"), Option("c", "Tuyến truyền")),
    )
    problem = Problem(
        "“tuyen truyen” trùng với nhiều lựa chọn. Chọn bằng số: 1 Tuyên truyền · 2 Tuyên truyền · 3 Tuyến truyền."
    )
    assert read(field, "tuyen truyen") == problem
    assert isinstance(read(field, "Tuyên truyền"), Problem)
    assert [read(field, raw) for raw in ("1", "b", "Tuyến truyền", "3")] == ["a", "b", "c", "c"]
    assert [typed(field, key) for key in ("a", "b", "c")] == ["a", "b", "Tuyến truyền"]


@pytest.mark.parametrize(
    ("field", "answer", "text"),
    [
        (WHOLE, quantity("40000", Qualifier.OVER), "trên 40.000"),
        (DECIMAL, quantity("20.50"), "20,5"),
        (DECIMAL, quantity("20125"), "20125"),  # 20.125 might be read as twenty and an eighth
        (DECIMAL, quantity("1234567.5"), "1.234.567,5"),
        (MONEY, quantity("1500000", Qualifier.ABOUT), "khoảng 1.500.000"),
        (WHOLE, UNANSWERED, ""),
        (WHOLE, NIL, "-"),
        (TEXT, NOT_APPLICABLE, "--"),
        (TEXT, "loại IV", "loại IV"),
        (LINES, ("Như trên", "Lưu: VT"), "Như trên\nLưu: VT"),
        (DAY, date(2021, 6, 5), "5/6/2021"),
        (LEVEL, "tot", "Thực hiện tốt"),
        (LEVELS, ("mam_non", "thpt"), "mầm non, THPT"),
        (BODIES, ("phu_nu", "thanh_nien"), "Hội Phụ nữ, thanh_nien"),  # its label holds a comma, which parts a list
        (POINTS, "khong", "0"),
    ],
)
def test_typed(field: Field, answer: Answer, text: str) -> None:
    assert typed(field, answer) == text
    assert read(field, text) == answer


@given(asked())
def test_what_is_shown_reads_back_as_it_was(asked: Asked) -> None:
    """For every field of both forms: opening a cell and leaving it changes nothing."""
    shown = typed(asked.field, asked.answer)
    assert read(asked.field, shown, asked.form.link_names) == asked.answer


FIELDS = [WHOLE, PLAIN, FEW, DECIMAL, PERCENT, MONEY, TEXT, LINES, PARAGRAPHS, DAY, LEVEL, LEVELS, POINTS, BODIES]


@given(st.sampled_from(FIELDS), any_text)
def test_anything_typed_is_an_answer_or_a_problem_in_one_plain_line(field: Field, raw: str) -> None:
    answer = read(field, raw, LINKS)
    if isinstance(answer, Problem):
        assert answer.message.isprintable()
        assert answer.message.endswith(".")
    else:
        # What was taken stays: shown and read again it is the same.
        assert read(field, typed(field, answer), LINKS) == answer
        for text in (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ():
            assert unicodedata.is_normalized("NFC", text)
            assert text == text.strip() != ""
            assert all(character.isprintable() or character in "\t " or not character.isascii() for character in text)


def test_a_day_without_its_year_is_said() -> None:
    days = Period.school_year(2023).issue_days
    assert reading(DAY, "10/6", days=days) == (date(2024, 6, 10), "“10/6” chưa có năm: hiểu là 10/6/2024.")
    assert reading(DAY, "15/03/24", days=days) == (date(2024, 3, 15), "")
    assert isinstance(read(DAY, "29/2", days=Period.school_year(2022).issue_days), Problem)
    assert isinstance(read(DAY, "10/6"), Problem)


CASES = [
    case
    for name in ("numbers.json", "more_numbers.json")
    for case in json.loads((Path(__file__).parents[1] / "data" / "pastes" / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_numbers_that_clerks_typed(case: dict[str, Any]) -> None:
    """Each is stored as it was meant, or refused where that is right too; nothing else is ever stored."""
    field = field_at(shipped(), Place(case["at"]))
    assert field is not None
    answer = read(field, case["text"])
    meant = case["expect"][case["at"]]
    meant = meant if isinstance(meant, list) else [meant]
    if isinstance(answer, Problem):
        assert case.get("may_refuse") or "" in meant
    else:
        assert typed(field, answer) in meant


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Đoạn một.\nĐoạn hai.", "Đoạn một.\nĐoạn hai.\n\n ", True),
        ("Đoạn một.\nĐoạn hai.", "\nĐoạn một. \n\nĐoạn hai.", True),
        ("Đoạn một.\nĐoạn hai.", "Đoạn một. Đoạn hai.", False),
        ("Đoạn một.", "Đoạn  một.", False),
        ("", "\n", True),
    ],
)
def test_blank_lines_make_no_other_text(one: str, other: str, same: bool) -> None:
    assert is_same_text(FieldType.PARAGRAPHS, one, other) is same
