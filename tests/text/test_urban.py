"""How classes of towns are typed."""

from __future__ import annotations

import pytest

from tthtcd_tui.text.urban import names_urban_class, urban_class


@pytest.mark.parametrize("typed", ["4", "IV", "iv", "loại 4", "Loại IV", "loai iv.", "đô thị loại 4", "LOẠI  IV"])
def test_each_way_to_type_a_class_is_the_one_it_is_written_in(typed: str) -> None:
    assert urban_class(typed) == "loại IV"


def test_the_special_one() -> None:
    assert urban_class("đặc biệt") == urban_class("Đô thị đặc biệt") == "loại đặc biệt"


@pytest.mark.parametrize("typed", ["", "6", "VI", "thị trấn", "loại", "44", "IV, V"])
def test_anything_else_is_none(typed: str) -> None:
    assert urban_class(typed) is None


def test_among_other_words() -> None:
    assert names_urban_class("loại V (đang lên loại IV)")
    assert names_urban_class("xếp loại đặc biệt từ 2020")
    assert not names_urban_class("thị trấn loại khá")
