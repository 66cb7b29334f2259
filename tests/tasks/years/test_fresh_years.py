"""First years of five unlike centres read as their clerks would have written them, whatever is absent."""

from __future__ import annotations

import re

import pytest
from support.fresh_years import NIL, NOT_APPLICABLE, YEARS, Fresh, written
from support.golden import golden

from tthtcd_tui.models.store import Store

_UNITS = ("triệu đồng/người/năm", "nghìn đồng/người/tháng", "USD/người/năm")


@pytest.mark.parametrize("absent", ["", NIL, NOT_APPLICABLE], ids=["filled", "nil", "not applicable"])
@pytest.mark.parametrize("fresh", YEARS, ids=[fresh.code for fresh in YEARS])
def test_a_fresh_year_reads_well(store: Store, fresh: Fresh, absent: str) -> None:
    report = written(store, fresh, absent)
    assert "Chưa nhập" not in report
    assert "không áp dụng" not in report
    assert not re.search(r"\b(?:có|là) (?:không|chưa) (?:có|áp dụng)\b|, ?[,.;:]|\.\.(?!/)|\{", report), report
    assert not [unit for unit in _UNITS if unit != fresh.income[0] and unit in report]
    counted = re.findall(r"\d+ (khu phố|thôn|ấp|bản|tổ dân phố|buôn|xóm)\b|nhà văn hóa (khu|tổ|thôn|ấp|bản)", report)
    assert {word for found in counted for word in found if word} <= {fresh.khu, fresh.khu.split()[0]}
    if not absent:
        assert golden(f"fresh-{fresh.code}.txt", report) == report
    elif fresh is YEARS[2]:
        assert golden(f"fresh-{fresh.code}-{'nil' if absent == NIL else 'not-applicable'}.txt", report) == report
