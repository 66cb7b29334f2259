"""Quantities typed in a field: placed as they were meant, or refused in words with what to type instead."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.errors import TextProblem, UnusableCharacter
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.numbers import Grain, spelt
from tthtcd_tui.text.qualifiers import Qualifier
from tthtcd_tui.text.quantities import Measure, read_quantity
from tthtcd_tui.text.units import unit_of

PEOPLE = Measure(Grain.WHOLE, unit_of("người"), "Dân số")
CLASSES = Measure(Grain.WHOLE, label="Số lớp")
AREA = Measure(Grain.FINE, unit_of("km²"), "Diện tích tự nhiên")
HECTARES = Measure(Grain.COARSE, unit_of("ha"))
PERCENT = Measure(Grain.FINE, unit_of("%"), maximum=Decimal(100))
SHARE = Measure(Grain.FINE, unit_of("%"), "Tỷ lệ trường đạt chuẩn quốc gia", Decimal(100))
MONEY = Measure(Grain.WHOLE, unit_of("đồng"), "Kinh phí đã chi")
DOLLARS = Measure(Grain.COARSE, unit_of("USD/người/năm"), "Thu nhập")
MILLIONS = Measure(Grain.FINE, unit_of("triệu đồng/người/năm"), "Thu nhập")
EVERY = (PEOPLE, CLASSES, AREA, HECTARES, PERCENT, MONEY, DOLLARS, MILLIONS)


@pytest.mark.parametrize(
    ("measure", "raw", "value"),
    [
        # as Vietnamese writes them
        (PEOPLE, "2.554", "2554"),
        (PEOPLE, "43117", "43117"),
        (PEOPLE, "007", "7"),
        (PEOPLE, "40,00", "40"),
        (AREA, "2,5", "2.5"),
        (AREA, "20,125", "20.125"),
        (AREA, "0,125", "0.125"),
        (AREA, "1.234,567", "1234.567"),
        (AREA, "1.234.567", "1234567"),
        (DOLLARS, "2.450", "2450"),
        (DOLLARS, "2.450,5", "2450.5"),
        (HECTARES, "19.056", "19056"),
        # sums
        (PEOPLE, "12+15", "27"),
        (PEOPLE, "12 + 15 + 2.554", "2581"),
        (PEOPLE, "12\xa0+\xa015", "27"),
        (PEOPLE, "１２＋１５", "27"),
        (PEOPLE, "12+15 người", "27"),
        (PEOPLE, "12 người + 15 người", "27"),
        (MONEY, "12 triệu + 15 triệu", "27000000"),
        (MONEY, "1.000.000 + 500.000 đồng", "1500000"),
        # what other keyboards and programs make of them
        (PEOPLE, "２５５４", "2554"),
        (PEOPLE, "２．５５４", "2554"),
        (PEOPLE, "40.000\xa0", "40000"),
        (PEOPLE, "10\u202f005", "10005"),
        (PEOPLE, "1\xa0234\xa0567", "1234567"),
        (AREA, "20\xa0125", "20125"),
        (PEOPLE, "2.554;", "2554"),
        # scales
        (PEOPLE, "5 vạn", "50000"),
        (PEOPLE, "5 van", "50000"),
        (PEOPLE, "4 nghìn", "4000"),
        (PEOPLE, "4 ngàn", "4000"),
        (PEOPLE, "4,5 vạn", "45000"),
        (PEOPLE, "4,5 vạn người", "45000"),
        (PEOPLE, "3 vạn 5 nghìn", "35000"),
        (PEOPLE, "2.450 nghìn", "2450000"),
        (CLASSES, "1 trăm", "100"),
        (MONEY, "12 triệu", "12000000"),
        (MONEY, "2,5 triệu", "2500000"),
        (MONEY, "2,5triệu đồng", "2500000"),
        (MONEY, "1,2 tỷ", "1200000000"),
        (MONEY, "1,2 tỉ đ", "1200000000"),
        (MONEY, "1,125 tỷ", "1125000000"),
        (MONEY, "2 tỷ 500 triệu", "2500000000"),
        (PEOPLE, "7 nghìn 315", "7315"),  # all that the scale leaves open
        (MONEY, "57.500 nghìn đồng", "57500000"),
        (MONEY, "500k", "500000"),
        (MONEY, "5tr", "5000000"),
        # the field's own unit
        (PEOPLE, "5000 người", "5000"),
        (PEOPLE, "5000người", "5000"),
        (PEOPLE, "5.128 nhân khẩu.", "5128"),
        (PEOPLE, "Dân số: 5.128 người", "5128"),
        (CLASSES, "2 lớp", "2"),
        (AREA, "62,5 km2", "62.5"),
        (AREA, "62,5km²", "62.5"),
        (AREA, "62,5 km 2", "62.5"),
        (AREA, "62,5 km vuông", "62.5"),
        (PERCENT, "97,8 %", "97.8"),
        (PERCENT, "97,8%", "97.8"),
        (PERCENT, "97,8 phần trăm", "97.8"),
        (PERCENT, "99,125", "99.125"),  # as thousands it were no percentage
        (MONEY, "57.500.000đ", "57500000"),
        (MONEY, "57.500.000,00 đồng", "57500000"),
        (MONEY, "57.500.000 VNĐ", "57500000"),
        (MONEY, "₫57.500.000", "57500000"),
        (DOLLARS, "2450 USD/người/năm", "2450"),
        (DOLLARS, "$2.450", "2450"),
        (DOLLARS, "2,4 nghìn USD", "2400"),
        (MILLIONS, "52,5 triệu", "52.5"),
        (MILLIONS, "52,5 triệu đồng/người/năm", "52.5"),
        (MILLIONS, "52,5 tr/người/năm", "52.5"),
        (MILLIONS, "52,5", "52.5"),
    ],
)
def test_a_quantity_is_read(measure: Measure, raw: str, value: str) -> None:
    assert read_quantity(raw, measure) == (Decimal(value), None)


@pytest.mark.parametrize(
    ("raw", "value", "qualifier"),
    [
        ("trên 40.000", "40000", Qualifier.OVER),
        ("trên 4 vạn", "40000", Qualifier.OVER),
        ("Trên 4 vạn người", "40000", Qualifier.OVER),
        ("khoảng 4,5 vạn", "45000", Qualifier.ABOUT),
        ("~20", "20", Qualifier.ABOUT),
        ("≈ 20", "20", Qualifier.APPROXIMATELY),
        ("Dân số: gần 5.128 người.", "5128", Qualifier.NEARLY),
    ],
)
def test_a_qualifier_stands_before_the_number(raw: str, value: str, qualifier: Qualifier) -> None:
    assert read_quantity(raw, PEOPLE) == (Decimal(value), qualifier)


@pytest.mark.parametrize(
    ("measure", "raw", "said"),
    [
        # two readings, both told
        (PEOPLE, "40,000", "“40,000” có thể là 40.000 hoặc 40. Gõ lại 40.000, hoặc 40."),
        (PEOPLE, "2,000", "“2,000” có thể là 2.000 hoặc 2. Gõ lại 2.000, hoặc 2."),
        (MONEY, "40,000", "“40,000” có thể là 40.000 hoặc 40. Gõ lại 40.000, hoặc 40."),
        (AREA, "2,450", "“2,450” có thể là 2450 hoặc 2,45. Gõ lại 2450, hoặc 2,45."),
        (AREA, "20.125", "“20.125” có thể là 20125 hoặc 20,125. Gõ lại 20125, hoặc 20,125."),
        (AREA, "20.125 km²", "“20.125 km²” có thể là 20125 hoặc 20,125."),
        (DOLLARS, "2,450", "“2,450” có thể là 2.450 hoặc 2,45. Gõ lại 2.450, hoặc 2,45."),
        (DOLLARS, "2,125", "“2,125” có thể là 2.125 hoặc 2,1250. Gõ lại 2.125, hoặc 2,1250."),
        (MILLIONS, "52.500", "“52.500” có thể là 52500 hoặc 52,5. Gõ lại 52500, hoặc 52,5."),
        (MONEY, "1.200 triệu", "có thể là 1.200.000.000 hoặc 1.200.000. Gõ lại 1.200.000.000, hoặc 1.200.000."),
        (MONEY, "1,250 tỷ", "có thể là 1.250.000.000.000 hoặc 1.250.000.000."),
        (PEOPLE, "4 vạn 2", "“4 vạn 2” có thể là 42.000 hoặc 40.002. Gõ lại 42.000, hoặc 40.002."),
        (MONEY, "2tr5", "“2tr5” có thể là 2.500.000 hoặc 2.000.005."),
        (
            PEOPLE,
            "40,000+2",
            "Trong phép cộng, “40,000” có thể là 40.000 hoặc 40. Gõ lại phép cộng với 40.000, hoặc với 40.",
        ),
        (MONEY, "12+15 triệu", "“12+15 triệu” có thể hiểu theo hai cách. Hãy gõ đủ các chữ số"),
        (MONEY, "2 triệu + 500", "có thể hiểu theo hai cách"),
        (AREA, "62.5", "“62.5” có thể hiểu theo hai cách. Hãy gõ lại 62,5, hoặc 625."),
        # one reading that fits, and it is not what was typed
        (PEOPLE, "1,126", "“1,126” có thể là 1.126, hoặc 1,126 mà ô này không nhận. Hãy gõ lại 1.126 nếu đúng số đó."),
        (PEOPLE, "1.234,567", "“1.234,567” có thể là 1.234.567, hoặc 1.234,567 mà ô này không nhận."),
        (PERCENT, "98.750", "“98.750” có thể là 98,75, hoặc 98.750 mà ô này không nhận. Hãy gõ lại 98,75 nếu đúng"),
        (PEOPLE, "1,234,567", "“1,234,567” đặt dấu chấm, dấu phẩy theo lối tiếng Anh. Hãy gõ lại 1.234.567."),
        (PEOPLE, "1,250.00", "Hãy gõ lại 1.250."),
        (AREA, "0.125", "Hãy gõ lại 0,125."),
        # spaces
        (PEOPLE, "40 000", "có khoảng trắng giữa các chữ số. Nếu là một số, hãy gõ liền 40.000; nếu là hai số"),
        (PEOPLE, "40, 000", "Nếu là một số, hãy gõ liền 40.000"),
        (MONEY, "57 500 000", "hãy gõ liền 57.500.000"),
        (PEOPLE, "12 15", "có khoảng trắng giữa các chữ số. Hãy gõ liền một số, như 43.117."),
        # fractions
        (PEOPLE, "1,5", "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1,5”."),
        (PEOPLE, "1.5", "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1.5”."),
        (PEOPLE, "1,2345 nghìn", "Ô này chỉ nhận số nguyên từ 0 trở lên."),
        (MONEY, "1,5", "“1,5” có phần lẻ nhỏ hơn một đồng. Hãy gõ số tiền chẵn đồng."),
        # bounds
        (PEOPLE, "-5", "“-5” nhỏ hơn 0. Hãy gõ một số từ 0 trở lên."),
        (PEOPLE, "− 5 người", "nhỏ hơn 0"),
        (PERCENT, "101", "Ô này chỉ nhận số từ 0 đến 100. Bạn đã nhập “101”."),
        (PERCENT, "60%+50%", "Ô này chỉ nhận số từ 0 đến 100."),
        (PEOPLE, "9" * 16, "quá dài"),
        (MONEY, "1000000 tỷ", "quá dài"),
        # other units
        (AREA, "19056 ha", "tính bằng ha, ô này tính bằng km²: đổi ra là 190,56. Hãy gõ lại 190,56 nếu đúng."),
        (AREA, "19.056 ha", "đổi ra là 190,56."),
        (AREA, "19,056 ha", "“19,056 ha” tính bằng ha, ô này tính bằng km². Hãy đổi ra km² rồi gõ lại."),
        (HECTARES, "190,56 km2", "“190,56 km2” tính bằng km², ô này tính bằng ha: đổi ra là 19.056."),
        (MILLIONS, "52.500.000 đồng", "đổi ra là 52,5. Hãy gõ lại 52,5 nếu đúng."),
        (MILLIONS, "0,05 tỷ", "đổi ra là 50. Hãy gõ lại 50 nếu đúng."),
        (MONEY, "500 USD", "“500 USD” tính bằng USD, ô này tính bằng đồng. Hãy đổi ra đồng rồi gõ lại."),
        (MONEY, "$500", "“$500” tính bằng USD, ô này tính bằng đồng."),
        (DOLLARS, "52 triệu", "“52 triệu” chưa rõ là đồng hay USD: ô này tính bằng USD/người/năm."),
        (DOLLARS, "52 triệu đồng/người/năm", "tính bằng triệu đồng/người/năm, ô này tính bằng USD/người/năm."),
        (DOLLARS, "200 USD/người/tháng", "tính bằng USD, ô này tính bằng USD/người/năm. Hãy đổi ra USD rồi gõ lại."),
        (PEOPLE, "5000 hộ", "“5000 hộ” tính bằng hộ, ô này tính bằng người. Hãy gõ số người."),
        (PEOPLE, "20%", "tính bằng %, ô này tính bằng người. Hãy gõ số người."),
        (PEOPLE, "45 con", "“45 con” có “con” sau con số. Hãy chỉ gõ con số; đơn vị người đã có sẵn."),
        (SHARE, "5 trường", "“5 trường” có “trường” sau con số. Hãy chỉ gõ con số; đơn vị % đã có sẵn."),
        (AREA, "20 k", "“20 k” có “k” sau con số. Hãy chỉ gõ con số; đơn vị km² đã có sẵn."),
        (CLASSES, "4 vạn buổi", "“4 vạn buổi” có “buổi” sau con số. Hãy chỉ gõ con số; gõ lại 40.000 nếu đúng số đó."),
        (CLASSES, "150 buổi", "“150 buổi” có “buổi” sau con số. Hãy chỉ gõ con số; gõ lại 150 nếu đúng số đó."),
        (MONEY, "5 triều", "Hãy gõ như 1.500.000, 500 nghìn hoặc 2,5 triệu."),
        # what is no number
        (PEOPLE, "", "Chưa có số nào."),
        (PEOPLE, "hai mươi", "“hai mươi” không có chữ số nào. Hãy gõ bằng chữ số, ví dụ 2.554; không có thì gõ -."),
        (PEOPLE, "người", "không có chữ số nào"),
        (PEOPLE, "1+" * 300, "dài 600 ký tự, không phải một số. Hãy gõ chỉ con số, như 2.554."),
        (PEOPLE, "trên", "không có chữ số nào"),
        (PEOPLE, "10-12", "“10-12” có hai số, ô này chỉ nhận một số."),
        (PEOPLE, "2.554 – 2.600", "có hai số"),
        (PEOPLE, "từ 10 đến 12", "có hai số"),
        (PEOPLE, "10/12", "có hai số"),
        (PEOPLE, "5.128 và 6.000", "có hai số"),
        (PEOPLE, "5 * 3", "có hai số"),
        (PEOPLE, "5loại II", "“5loại II” có “loại II” sau con số."),
        (PEOPLE, "4O.000", "“4O.000” có chữ cái lẫn giữa các chữ số. Hãy gõ lại 40.000 nếu đúng số đó."),
        (PEOPLE, "l2", "Hãy gõ lại 12 nếu đúng số đó."),
        (PEOPLE, "1e3", "“1e3” là cách Excel viết gọn số lớn. Hãy gõ đủ các chữ số, như 1.000 nếu đúng số đó."),
        (MONEY, "1,2E+07", "như 12.000.000 nếu đúng số đó."),
        (PEOPLE, "########", "“########” không phải số: cột trong Excel hẹp quá, hoặc công thức bị lỗi."),
        (PEOPLE, "#REF!", "công thức bị lỗi"),
        (PEOPLE, "=12+15", "có dấu “=” ở chỗ không hiểu được. Hãy gõ chỉ con số, như 2.554."),
        (PEOPLE, "(5)", "có dấu “(” ở chỗ không hiểu được"),
        (PEOPLE, "½", "có chữ số lạ “½”. Hãy gõ bằng các chữ số 0 đến 9."),
        (PEOPLE, "٣", "có chữ số lạ “٣”"),
        (PEOPLE, "12+", "thiếu một số bên dấu cộng"),
        (PEOPLE, "+5", "thiếu một số bên dấu cộng"),
        (PEOPLE, "5.200.", "đặt dấu chấm hoặc dấu phẩy chưa đúng"),
        (PEOPLE, "tầm 40.000", "“tầm 40.000” có “tầm” đứng trước số. Trước số chỉ ghi gần, trên, hơn"),
        (PEOPLE, "trên có 100", "có “có” đứng trước số"),
        (PEOPLE, "trên dưới 40.000", "có hai từ chỉ mức đứng trước số. Hãy giữ một từ, như khoảng 40.000."),
    ],
)
def test_what_is_refused_is_told_with_what_to_do(measure: Measure, raw: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        read_quantity(raw, measure)
    assert said in caught.value.message


ADVICE = re.compile("Gõ lại ([0-9.,]+), hoặc ([0-9.,]+)[.]$")


@given(
    st.sampled_from(EVERY),
    st.from_regex(r"[1-9][0-9]{0,2}([.,][0-9]{3}){1,2}|[0-9]{1,4}[.,][0-9]{1,4}", fullmatch=True),
)
@example(AREA, "20.125")
@example(DOLLARS, "2,125")
@example(PEOPLE, "40,000")
def test_what_the_advice_says_is_taken_and_is_what_it_says(measure: Measure, raw: str) -> None:
    """Nobody who follows a refusal is refused again, and both readings can be had."""
    try:
        value, _ = read_quantity(raw, measure)
    except TextProblem as problem:
        advice = ADVICE.search(problem.message)
        if advice:
            fitting = [choice for choice in advice.groups() if not refused(choice, measure)]
            if "có thể là" in problem.message:
                assert len({read_quantity(choice, measure)[0] for choice in fitting}) == 2
        elif again := re.search("(?:như|gõ lại) ([0-9.,]+[0-9])(?: nếu đúng|[.]$)", problem.message):
            assert (refused(again[1], measure) or "Ô này chỉ nhận số từ 0").startswith("Ô này chỉ nhận số từ 0")
        return
    assert value == Decimal(raw.replace(".", "").replace(",", "."))


def refused(text: str, measure: Measure) -> str | None:
    """The refusal of `text`; None if it is taken."""
    try:
        read_quantity(text, measure)
    except TextProblem as problem:
        return problem.message
    return None


@given(st.sampled_from(EVERY), st.integers(0, 10**6), st.sampled_from([0, 1, 2, 3, 6]))
def test_what_a_cell_shows_is_read_back(measure: Measure, digits: int, decimals: int) -> None:
    value = Decimal(digits).scaleb(-decimals)
    if measure.grain is Grain.WHOLE:
        value = Decimal(digits)
    if measure.maximum is not None:
        value = min(value, measure.maximum)
    assert read_quantity(spelt(value, measure.grain), measure) == (value, None)


@given(st.sampled_from(EVERY), any_text)
def test_anything_else_is_refused_in_one_plain_line(measure: Measure, raw: str) -> None:
    try:
        clean_line(raw)
    except UnusableCharacter:
        return
    said = refused(raw, measure)
    if said is None:
        assert read_quantity(raw, measure)[0] >= 0
    else:
        assert said.isprintable()
        assert said.endswith(".")
