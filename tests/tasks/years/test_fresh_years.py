"""First years of five unlike centres read as their clerks would have written them, whatever is absent."""

from __future__ import annotations

import re

import pytest
from support.fresh_years import NIL, NOT_APPLICABLE, YEARS, Fresh, written
from support.golden import golden
from support.small_years import SMALL_YEARS

from tthtcd_tui.forms.known import load_shipped
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


_BROKEN = {
    "an absence printed as a value": r"không áp dụng|Chưa nhập|[{}]",
    "there is that there is not": r"\b(?:có|còn|gồm|là|đạt) (?:không|chưa) (?:có|đạt)\b",
    "nothing counted": r"\b(?:có|gồm) 0\b",
    "levels of one": r"các cấp: ",
    "schools where there is one": r"(?i)\b(?:các|mạng lưới) trường(?: học)? (?:có|gồm) 1\b|, gồm 1 [^,.;]*\.",
    "a staff of one or none": r"Đội ngũ giáo viên có (?:1 người|trình độ)",
    "a comma too many": r", và\b|\bvà[,.;]",
    "a blank too many": r"\S {2,}\S| [,.;:]",
    "a stop too many": r"(?<!\.)\.\.|[,;:][,;.]|\.[,;:]",
}


def prose(report: str) -> str:
    """A report without its table, in which columns stand apart by blanks."""
    before, _, rest = report.partition("\nTT  ")
    return before + rest.partition("\n\n")[2]


@pytest.mark.parametrize("small", SMALL_YEARS, ids=[small.code for small in SMALL_YEARS])
def test_a_year_of_one_or_none_reads_well(store: Store, small: Fresh) -> None:
    report = written(store, small)
    assert not [(what, found[0]) for what, shape in _BROKEN.items() for found in re.finditer(shape, prose(report))]
    assert ("Các trường" in report) is (small.figures["so_truong"] not in ("0", "1"))
    assert golden(f"small-{small.code}.txt", report) == report


def test_a_year_of_the_second_version_reads_as_it_did(store: Store) -> None:
    """Its words are kept: what was mended since is another version's."""
    report = written(store, YEARS[2], form=load_shipped(2))
    assert golden("fresh-ban-sen-version-2.txt", report) == report
