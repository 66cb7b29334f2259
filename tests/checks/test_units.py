"""An income in the unit that the year chose: what is likely, against last year, and in sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.check_facts import before, found, said, year
from support.forms import newest

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.units import MEASURES
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.report.defaults import in_its_words

INCOME = "indicator/thu_nhap/value"
USD, YEARLY, MONTHLY = "usd_nam", "trieu_nam", "nghin_thang"


def income(unit: str, value: str) -> dict[str, Answer]:
    return {"figure/don_vi_thu_nhap": unit, INCOME: Quantity(Decimal(value))}


def seen(now: dict[str, Answer], last_year: dict[str, Answer] | None = None) -> Context:
    form, facts = in_its_words(newest(), year(now))
    return Context.of(form, facts, before=before(last_year) if last_year is not None else None)


def test_every_unit_that_a_year_can_choose_is_known() -> None:
    options = figures_of(newest())["don_vi_thu_nhap"].field.options
    assert {option.label for option in options} == set(MEASURES)


@pytest.mark.parametrize(
    ("unit", "value", "rule"),
    [
        (USD, "31500000", "thu_nhap_khac_thuong"),
        (USD, "31.5", "thu_nhap_khac_thuong"),
        (YEARLY, "31500000", "thu_nhap_trieu_khac_thuong"),
        (YEARLY, "2450", "thu_nhap_trieu_khac_thuong"),
        (YEARLY, "3.5", "thu_nhap_trieu_khac_thuong"),
        (MONTHLY, "3.5", "thu_nhap_thang_khac_thuong"),
        (MONTHLY, "3500000", "thu_nhap_thang_khac_thuong"),
    ],
)
def test_of_another_size_than_its_unit(unit: str, value: str, rule: str) -> None:
    [finding] = found(seen(income(unit, value)), rule)
    assert finding.place == INCOME


@pytest.mark.parametrize(
    ("unit", "value"),
    [(USD, "280"), (USD, "9800"), (YEARLY, "18"), (YEARLY, "96.5"), (MONTHLY, "900"), (MONTHLY, "8000")],
)
def test_of_a_size_that_may_be(unit: str, value: str) -> None:
    context = seen(income(unit, value))
    for rule in ("thu_nhap_khac_thuong", "thu_nhap_trieu_khac_thuong", "thu_nhap_thang_khac_thuong"):
        assert found(context, rule) == []


@pytest.mark.parametrize(
    ("now", "last_year", "count"),
    [
        (income(YEARLY, "62"), income(YEARLY, "6.2"), 1),
        (income(YEARLY, "62"), income(YEARLY, "58"), 0),
        (income(YEARLY, "62"), income(USD, "2450"), 0),
        (income(MONTHLY, "5200"), income(YEARLY, "58"), 0),
        (income(USD, "24500"), {INCOME: Quantity(Decimal(2450))}, 0),  # a year of a form that asked for no unit
    ],
)
def test_years_of_one_unit_alone_are_compared(now: dict[str, Answer], last_year: dict[str, Answer], count: int) -> None:
    assert len(found(seen(now, last_year), "thu_nhap_doi")) == count


@pytest.mark.parametrize(
    ("unit", "value", "sentence", "count"),
    [
        (USD, "2450", "Thu nhập bình quân đầu người đạt 2.540 USD.", 1),
        (USD, "2450", "Thu nhập bình quân đầu người đạt 62 triệu đồng/người/năm.", 0),
        (YEARLY, "62", "Thu nhập bình quân đầu người đạt 68 triệu đồng/người/năm.", 1),
        (YEARLY, "62", "Thu nhập bình quân đầu người đạt 62 triệu đồng/người/năm.", 0),
        (YEARLY, "62.5", "Thu nhập bình quân đạt trên 62 triệu đồng một năm.", 0),
        (YEARLY, "62", "Thu nhập bình quân đạt 5,2 triệu đồng/người/tháng.", 0),
        (YEARLY, "62", "Thu nhập bình quân đầu người đạt 2.450 USD.", 0),
        (YEARLY, "62", "Thu nhập bình quân của hội viên nuôi ong đạt 90 triệu đồng/người/năm.", 0),
        (YEARLY, "62", "Phấn đấu thu nhập bình quân đạt 70 triệu đồng/người/năm.", 0),
        (MONTHLY, "5200", "Thu nhập bình quân đầu người đạt 2,5 triệu đồng/tháng.", 1),
        (MONTHLY, "5200", "Thu nhập bình quân đầu người đạt 5,2 triệu đồng/người/tháng.", 0),
    ],
)
def test_in_a_sentence(unit: str, value: str, sentence: str, count: int) -> None:
    assert len(found(seen(income(unit, value) | said(sentence)), "number_misquoted")) == count


def test_the_sentence_is_told_what_the_cell_has() -> None:
    text = said("Thu nhập bình quân đầu người đạt 68 triệu đồng/người/năm.")
    [finding] = found(seen(income(YEARLY, "62") | text), "number_misquoted")
    assert "ghi “68 triệu đồng/người/năm”" in finding.message
    assert "là 62 triệu đồng/người/năm. Sửa lời văn" in finding.message


def test_a_sentence_of_last_year_is_held_against_a_year_of_the_same_unit() -> None:
    text = said("Năm trước thu nhập bình quân đầu người đạt 68 triệu đồng/người/năm.")
    assert len(found(seen(income(YEARLY, "62") | text, income(YEARLY, "58")), "number_misquoted")) == 1
    assert found(seen(income(YEARLY, "62") | text, income(USD, "2300")), "number_misquoted") == []


def test_growth_of_another_unit_is_none() -> None:
    text = said("Thu nhập bình quân đầu người tăng 7% so với năm trước.")
    assert found(seen(income(YEARLY, "62") | text, income(USD, "2300")), "change_misquoted") == []
    assert found(seen(income(YEARLY, "62") | text, income(YEARLY, "58")), "change_misquoted") == []
    assert len(found(seen(income(YEARLY, "62") | text, income(YEARLY, "70")), "change_misquoted")) == 1
