"""Units as they are typed after a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tthtcd_tui.text.units import converted, known, repeats, split_scale, unit_of


@pytest.mark.parametrize(
    ("words", "scale", "rest"),
    [
        ("", 1, ""),
        ("nghìn", 1_000, ""),
        ("ngàn", 1_000, ""),
        ("nghin", 1_000, ""),
        ("vạn", 10_000, ""),
        ("Vạn người", 10_000, "người"),
        ("triệu đồng", 1_000_000, "đồng"),
        ("TRIỆU", 1_000_000, ""),
        ("tỷ", 1_000_000_000, ""),
        ("tỉ", 1_000_000_000, ""),
        ("ty", 1_000_000_000, ""),
        ("trăm hộ", 100, "hộ"),
        ("triệu đồng/người/năm", 1_000_000, "đồng/người/năm"),
        ("tr", 1_000_000, ""),
        ("tr đồng", 1_000_000, "đồng"),
        ("tr/người/năm", 1_000_000, "/người/năm"),
        ("k", 1_000, ""),
        ("k người", 1, "k người"),  # a scale of money only
        ("km", 1, "km"),
        ("trẻ", 1, "trẻ"),
        ("tí", 1, "tí"),  # other marks are another word
        ("triều", 1, "triều"),
        ("nghìnx", 1, "nghìnx"),
        ("người", 1, "người"),
    ],
)
def test_a_scale_is_taken_off(words: str, scale: int, rest: str) -> None:
    assert split_scale(words) == (scale, rest)


@pytest.mark.parametrize("words", ["k", "tr", "k đồng"])
def test_short_scales_are_of_money_alone(words: str) -> None:
    assert split_scale(words, money=False) == (1, words)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("km²", "km2"),
        ("km²", "KM²"),
        ("km²", "km 2"),
        ("km²", "km^2"),
        ("km²", "(km²)"),
        ("km²", "km vuông"),
        ("ha", "hecta"),
        ("ha", "héc-ta"),
        ("đồng", "đ"),
        ("đồng", "₫"),
        ("đồng", "VNĐ"),
        ("đồng", "dong"),
        ("%", "phần trăm"),
        ("người", "nguoi"),
        ("người", "nhân khẩu"),
        ("hộ", "hộ dân"),
        ("lượt người", "lượt"),
        ("USD/người/năm", "USD"),
        ("USD/người/năm", "$"),
        ("USD/người/năm", "usd/người"),
        ("USD/người/năm", "USD/năm"),
        ("USD/người/năm", "USD / người / năm"),
        ("triệu đồng/người/năm", "đồng/người/năm"),
        ("khu", "Khu"),
    ],
)
def test_a_unit_is_known_however_it_is_spelt(name: str, typed: str) -> None:
    assert unit_of(name).takes(typed)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("km²", "km"), ("km²", "ha"), ("km²", "m2"), ("người", "hộ"), ("hộ", "người"), ("đồng", "USD"),
        ("USD/người/năm", "USD/người/tháng"), ("USD/người/năm", "đồng"), ("%", "người"), ("", "người"), ("khu", ""),
    ],
)  # fmt: skip
def test_another_unit_is_another(name: str, typed: str) -> None:
    assert not unit_of(name).takes(typed)


def test_units_of_which_nobody_writes_thousandths() -> None:
    coarse = ["USD/người/năm", "đồng", "nghìn đồng/người/tháng", "ha"]
    assert [
        name for name in [*coarse, "km²", "triệu đồng/người/năm", "tỷ đồng", ""] if unit_of(name).is_coarse
    ] == coarse


@pytest.mark.parametrize(
    ("words", "name"),
    [("km2", "km²"), ("hecta", "ha"), ("đô la Mỹ", "USD"), ("triệu đồng", "triệu đồng"), ("con", None), ("", None)],
)
def test_the_name_a_message_gives_a_unit(words: str, name: str | None) -> None:
    assert known(words) == name


@pytest.mark.parametrize(
    ("number", "words", "unit", "value"),
    [
        ("19056", "ha", "km²", "190.56"),
        ("190.56", "km2", "ha", "19056"),
        ("5000", "m²", "ha", "0.5"),
        ("20", "USD", "km²", None),
        ("20", "ha", "người", None),
    ],
)
def test_areas_are_converted(number: str, words: str, unit: str, value: str | None) -> None:
    assert converted(Decimal(number), words, unit_of(unit)) == (value and Decimal(value))


def test_words_of_the_label_are_the_fields_own() -> None:
    assert repeats("hộ gia đình", "Số hộ gia đình")
    assert repeats("thon", "Số khu phố (thôn, ấp, xóm)")
    assert repeats("lượt người", "Số lượt người tham gia")
    assert not repeats("đình làng", "Số hộ gia đình")
    assert not repeats("gia", "Tham giao")
    assert not repeats("a", "Lớp a")
