"""What is typed becomes an answer or a problem in words; what is stored is typed back as it was."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import other, shipped
from support.strategies import Asked, asked

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.model import Field, Kind, Option
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.text.qualifiers import Qualifier

WHOLE = Field("Dân số", Kind.WHOLE, qualified=True)
PLAIN = Field("Số khu", Kind.WHOLE)
FEW = Field("Số ấp", Kind.WHOLE, maximum=Decimal(200))
DECIMAL = Field("Diện tích", Kind.DECIMAL, qualified=True)
PERCENT = Field("Tỷ lệ", Kind.PERCENT, maximum=Decimal(100), qualified=True)
MONEY = Field("Kinh phí", Kind.MONEY, qualified=True, maximum=Decimal(2_000_000_000))
TEXT = Field("Chủ đề", Kind.TEXT)
LINES = Field("Nơi nhận", Kind.LINES)
PARAGRAPHS = Field("Nội dung", Kind.PARAGRAPHS)
DAY = Field("Ngày", Kind.DATE)
LEVEL = shipped().records["rating"]["level"]
LEVELS = shipped().figures["pho_cap"].field
POINTS = other().records["checklist"]["status"]
BODIES = other().figures["doan_the"].field
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
        # absent answers
        (WHOLE, "-", NIL),
        (WHOLE, " - ", NIL),
        (WHOLE, "--", NOT_APPLICABLE),
        (WHOLE, "không có", NIL),
        (WHOLE, "Khong co", NIL),
        (WHOLE, "không áp dụng", NOT_APPLICABLE),
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
        (PLAIN, "trên 20", "Ô này chỉ nhận con số, không nhận từ “trên”. Bạn đã nhập “trên 20”."),
        (PLAIN, "gần " + "1" * 50, f"Ô này chỉ nhận con số, không nhận từ “gần”. Bạn đã nhập “gần {'1' * 35}…”."),
        (WHOLE, "-5", "“-5” nhỏ hơn 0. Hãy gõ một số từ 0 trở lên."),
        (WHOLE, "nhiều", "“nhiều” có “n” không phải chữ số. Hãy gõ chỉ con số, như 2.554."),
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
        Kind.CHOICE,
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
