"""Numbers typed, printed and stored."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.numbers import canonical, format_number, from_canonical, parse_number

numbers = st.builds(
    lambda millionths, places: Decimal(millionths).scaleb(-places),
    st.integers(0, 10**15 - 1),
    st.integers(0, 6),
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", "0"),
        ("007", "7"),
        ("20", "20"),
        ("2.554", "2554"),
        ("43117", "43117"),
        ("43.117", "43117"),
        ("1.234.567", "1234567"),
        ("2,5", "2.5"),
        ("2,50", "2.5"),
        ("2,554", "2.554"),
        ("0,5", "0.5"),
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("12+15", "27"),
        (" 12 + 15 + 2.554 ", "2581"),
        ("0,1+0,2", "0.3"),
        ("  2.554\t", "2554"),
        ("0,000001", "0.000001"),
        ("1,0000000", "1"),
        ("000000000000000000007", "7"),
        ("999.999.999.999.999,999999", "999999999999999.999999"),
    ],
)
def test_parse_number(raw: str, value: str) -> None:
    parsed = parse_number(raw)
    assert parsed == Decimal(value)
    assert str(parsed) == value


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", "Chưa có số nào. Hãy gõ một số, ví dụ 2.554 hoặc 2,5."),
        (" \t", "Chưa có số nào."),
        ("1.23", "“1.23” có thể hiểu theo hai cách. Hãy gõ lại 1,23, hoặc 123."),
        ("2.5540", "Hãy gõ lại 2,5540, hoặc 25.540."),
        ("2.5", "Hãy gõ lại 2,5, hoặc 25."),
        ("1234.567", "Hãy gõ lại 1.234,567, hoặc 1.234.567."),
        ("0.5", "“0.5” đặt dấu chấm, dấu phẩy theo lối tiếng Anh. Hãy gõ lại 0,5."),
        ("0.123", "Hãy gõ lại 0,123."),  # no one writes thousands with a 0 in front
        ("012.345", "Hãy gõ lại 12,3450, hoặc 12.345."),
        ("1,234.5", "Hãy gõ lại 1.234,5."),
        ("1,234,567", "Hãy gõ lại 1.234.567."),
        ("1.234.56", "chưa đúng. Dấu chấm ngăn từng nhóm ba chữ số (2.554), dấu phẩy đứng trước phần thập phân"),
        (".5", "đặt dấu chấm hoặc dấu phẩy chưa đúng"),
        ("5,", "đặt dấu chấm hoặc dấu phẩy chưa đúng"),
        ("1234567890.1234567890123", "Hãy gõ lại 1.234.567.890,1234567890123, hoặc"),
        ("1234567890.12345678901234", "Hãy gõ lại theo cách đó."),  # too long to be advised on
        ("2.", "đặt dấu chấm hoặc dấu phẩy chưa đúng"),
        ("1..000", "đặt dấu chấm hoặc dấu phẩy chưa đúng"),
        ("1,5,", "đặt dấu chấm hoặc dấu phẩy chưa đúng"),
        ("1,234.567.890.123.456.789", "Hãy gõ lại theo cách đó."),
        ("12a", "“12a” có “a” không phải chữ số. Hãy gõ chỉ con số, như 2.554."),
        ("gần 20", "có “g” không phải chữ số"),
        ("20%", "có “%” không phải chữ số"),
        ("1e5", "có “e” không phải chữ số"),
        ("1E5", "có “E” không phải chữ số"),
        ("NaN", "có “N” không phải chữ số"),
        ("Infinity", "có “I” không phải chữ số"),
        ("0x10", "có “x” không phải chữ số"),
        ("1_000", "có “_” không phải chữ số"),
        ("１２", "có chữ số lạ “１”. Hãy gõ bằng các chữ số 0 đến 9."),
        ("٣", "có chữ số lạ “٣”"),
        ("5²", "có chữ số lạ “²”"),
        ("½", "có chữ số lạ “½”"),
        ("-3", "“-3” nhỏ hơn 0. Hãy gõ một số từ 0 trở lên."),
        ("−3", "nhỏ hơn 0"),
        ("–3", "nhỏ hơn 0"),
        ("-", "nhỏ hơn 0"),
        ("1-2", "“1-2” có dấu trừ."),
        ("12+-3", "có dấu trừ"),
        ("43 117", "“43 117” có khoảng trắng giữa các chữ số. Hãy gõ liền, như 43.117."),
        ("12+", "“12+” thiếu một số bên dấu cộng. Hãy gõ như 12+15."),
        ("+5", "thiếu một số bên dấu cộng"),
        ("1++2", "thiếu một số bên dấu cộng"),
        ("9999999999999999", "một số có nhiều nhất 15 chữ số phần nguyên và 6 chữ số thập phân"),
        ("0,0000001", "nhiều nhất 15 chữ số phần nguyên và 6 chữ số thập phân"),
        ("999999999999999+1", "“999999999999999+1” quá dài"),
    ],
)
def test_parse_number_refuses(raw: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        parse_number(raw)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (2554, "2.554"),
        (43117, "43.117"),
        (1234567, "1.234.567"),
        (-1234, "-1.234"),
        (Decimal("2.5"), "2,5"),
        (Decimal("2.50"), "2,5"),
        (Decimal("100.00"), "100"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("0.000001"), "0,000001"),
        (Decimal("1E+6"), "1.000.000"),
        (Decimal("1E-7"), "0,0000001"),
        (Decimal("-0"), "0"),
        (Decimal("-0.00"), "0"),
        (Decimal("-2.5"), "-2,5"),
        (Decimal("12345678901234567890123456789012.3"), "12.345.678.901.234.567.890.123.456.789.012,3"),
        (Decimal("1E+4500"), "1" + ".000" * 1500),
    ],
)
def test_format_number(value: Decimal | int, printed: str) -> None:
    assert format_number(value) == printed


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_what_is_no_number_is_neither_printed_nor_stored(value: Decimal) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(value)
    with pytest.raises(ValueError, match="not a finite number"):
        canonical(value)


def test_a_signalling_nan_cannot_even_be_looked_up() -> None:
    with pytest.raises(TypeError, match="signaling NaN"):
        format_number(Decimal("sNaN"))
    with pytest.raises(ValueError, match="not a finite number"):
        canonical(Decimal("sNaN"))


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("20", "20"),
        ("2.5", "2.5"),
        ("2.500", "2.5"),
        ("0", "0"),
        ("-0", "0"),
        ("0E+9", "0"),
        ("0.000", "0"),
        ("1E+6", "1000000"),
        ("0.000001", "0.000001"),
        ("999999999999999.999999", "999999999999999.999999"),
    ],
)
def test_canonical(value: str, stored: str) -> None:
    assert canonical(Decimal(value)) == stored
    assert from_canonical(stored) == Decimal(value)
    assert str(from_canonical(stored)) == stored


@pytest.mark.parametrize("value", ["-1", "1E+15", "0.0000001", "-0.5"])
def test_canonical_refuses_what_could_not_be_read_back(value: str) -> None:
    with pytest.raises(ValueError, match="not a number of a report"):
        canonical(Decimal(value))


NOT_CANONICAL = (
    "", " 20", "20 ", "20\n", "020", "20.0", "2.50", ".5", "5.", "2,5", "-1", "-0", "+1", "1e5", "1E+2", "NaN", "２",
    "1_0", "0x1", "1000000000000000", "0.1234567", "1.2.3", "\ufeff1",
)  # fmt: skip


@pytest.mark.parametrize("stored", NOT_CANONICAL)
def test_from_canonical_is_strict(stored: str) -> None:
    with pytest.raises(TextProblem):
        from_canonical(stored)


@given(numbers)
def test_a_number_survives_print_and_store(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
    assert from_canonical(canonical(value)) == value
    assert canonical(parse_number(format_number(value))) == canonical(value)


@given(st.integers(0, 10**15 - 1))
def test_a_whole_number_survives_print(value: int) -> None:
    assert parse_number(format_number(value)) == value
    assert parse_number(str(value)) == value


@given(st.lists(numbers, min_size=1, max_size=6))
def test_a_sum_is_exact(values: list[Decimal]) -> None:
    scaled = sum(int(value.scaleb(6)) for value in values)
    typed = " + ".join(map(format_number, values))
    if scaled >= 10**21:
        with pytest.raises(TextProblem):
            parse_number(typed)
    else:
        assert int(parse_number(typed).scaleb(6)) == scaled


@given(numbers)
def test_nobody_elses_arithmetic_settings_matter(value: Decimal) -> None:
    printed, stored = format_number(value), canonical(value)
    with localcontext() as context:
        context.prec = 3
        assert (format_number(value), canonical(value)) == (printed, stored)
        assert str(parse_number(printed)) == str(from_canonical(stored)) == stored
