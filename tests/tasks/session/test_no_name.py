"""What is typed as a name and is a day, a number or a period."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.tasks.session.no_name import no_name
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)


@pytest.mark.parametrize(
    ("title", "asks", "meant"),
    [
        ("12/4", "Đây là ngày?", [("date", "12/4/2021")]),
        ("ngày 12 tháng 4 năm 2021", "Đây là ngày?", [("date", "12/4/2021")]),
        ("5.6.24", "Đây là ngày?", [("date", "5/6/2024")]),
        ("31/6", "Đây là ngày?", []),
        ("60", "Đây là số?", [("classes", "60"), ("participations", "60")]),
        ("12+15", "Đây là số?", [("classes", "12+15"), ("participations", "12+15")]),
        ("2,5", "Đây là số?", []),
        ("2021", "Đây là số?", [("classes", "2021"), ("participations", "2021")]),
        ("2020/21", "Đây là kỳ báo cáo?", []),
        ("1/6/2020 - 31/5/2021", "Đây là kỳ báo cáo?", []),
    ],
)
def test_is_told_with_where_it_may_have_been_meant_for(title: str, asks: str, meant: list[tuple[str, str]]) -> None:
    found = no_name(shipped(), YEAR, title)
    assert found is not None
    assert (found.asks, [(each.key, each.raw) for each in found.meant]) == (asks, meant)


@pytest.mark.parametrize(
    "title", ["Luật Đất đai", "Họp ngày 12/4", "Lớp 5", "Tháng 4", "3 lớp dạy may", "…", "Covid-19"]
)
def test_a_name_with_words_of_its_own_is_a_name(title: str) -> None:
    assert no_name(shipped(), YEAR, title) is None
