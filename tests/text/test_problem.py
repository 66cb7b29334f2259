"""What is said about something typed is short, whole and harmless."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from support.any_text import any_text

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.dates import parse_date
from tthtcd_tui.text.numbers import Grain, from_canonical, parse_number
from tthtcd_tui.text.periods import Period, parse_period
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.qualifiers import split_qualifier
from tthtcd_tui.text.quantities import Measure, read_quantity
from tthtcd_tui.text.units import unit_of


def custom_label(raw: str) -> Period:
    return Period.custom(date(2021, 6, 1), date(2021, 8, 31), raw)


def amount(raw: str) -> object:
    return read_quantity(raw, Measure(Grain.WHOLE, unit_of("đồng"), "Kinh phí"))[0]


def area(raw: str) -> object:
    return read_quantity(raw, Measure(Grain.FINE, unit_of("km²"), "Diện tích"))[0]


PARSERS: list[Callable[[str], object]] = [
    clean, clean_line, parse_number, amount, area, from_canonical, split_qualifier, parse_date, parse_period,
    custom_label,
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("12a", "“12a”"),
        ("", "“”"),
        ("a" * 40, "“" + "a" * 40 + "”"),
        ("a" * 41, "“" + "a" * 39 + "…”"),
        ("a" * 38 + " bc", "“" + "a" * 38 + "…”"),
        ("a\nb\x1b[2J\u202e\ud800\xa0", "“a?b?[2J???”"),
    ],
)
def test_quoted(typed: str, shown: str) -> None:
    assert quoted(typed) == shown


def check_message(message: str) -> None:
    assert message.isprintable()
    assert message.endswith(".")
    assert any(words in message for words in ("Hãy ", "Gõ lại ", "Ô này chỉ nhận "))  # what to do next
    assert len(message) <= 220


@given(any_text)
@example("2,5")
@example("1/6/2021 - 1/6/2020")
@example("2020-2022")
@example("5/6/21")
@example("30/2/2021")
def test_every_parser_answers_or_says_why_not(raw: str) -> None:
    for parse in PARSERS:
        try:
            parse(raw)
        except TextProblem as problem:
            check_message(problem.message)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "raw",
    [
        "9" * 5000,
        "0" * 5000,
        "1+" * 5000,
        "1." * 5000,
        "-" * 5000,
        "gần " * 5000,
        "2020-" * 5000,
        "1/" * 5000,
        " 1" * 5000,
    ],
    ids=lambda raw: raw[:8],
)
def test_length_is_no_trap(parse: Callable[[str], object], raw: str) -> None:
    try:
        parse(raw)
    except TextProblem as problem:
        check_message(problem.message)


@pytest.mark.parametrize(
    ("parse", "raw", "expected"),
    [
        (parse_number, "\ufeff 43.117\xa0\r\n", 43117),
        (amount, "2,5\u202ftrie\u0323\u0302u", 2_500_000),
        (parse_date, "nga\u0300y 05 tha\u0301ng 6 na\u0306m 2021\n", date(2021, 6, 5)),
        (parse_period, "\u200enăm\xa0ho\u0323c 2020-2021\t", Period.school_year(2020)),
    ],
)
def test_every_parser_cleans_first(parse: Callable[[str], object], raw: str, expected: object) -> None:
    assert parse(raw) == expected
