"""What can be no report is told by its signs, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.report.json_size import LARGEST_JSON, refuse_unlike_report

MEGABYTE = 1 << 20
ACTIVITY = b'{"uid": "hd-1", "title": "Ph\xe1\xbb\x95 bi\xe1\xba\xbfn", "category": "phap_luat", "note": "%s"},\n'


def pieces(unit: bytes, megabytes: int) -> Iterator[bytes]:
    for _ in range(megabytes):
        yield unit * (MEGABYTE // len(unit))


def said(unit: bytes, megabytes: int) -> str:
    with pytest.raises(CodecProblem) as refused:
        refuse_unlike_report(pieces(unit, megabytes))
    (sentence,) = refused.value.problems
    return sentence


def test_a_long_log_is_none_of_it() -> None:
    refuse_unlike_report(pieces(ACTIVITY % (b"x" * 160), 30))
    refuse_unlike_report(pieces(ACTIVITY % (b"x" * 900), 30))


def test_texts_of_five_thousand_pages_are_none_of_it() -> None:
    refuse_unlike_report(pieces(b"x" * MEGABYTE, 16))


@pytest.mark.parametrize(
    "unit", [b"x", b"9", b" ", b"[" + b"x" * 4_000 + b"]"], ids=["text", "number", "blanks", "few"]
)
def test_what_is_large_and_no_long_log(unit: bytes) -> None:
    assert said(unit, 30) == (
        "Tệp lớn hơn 16 MB mà có ít hoạt động, không thể là một báo cáo. Hãy xuất lại tệp JSON từ chương trình."
    )


@pytest.mark.parametrize("unit", [b"[", b"{", b",", b'"a":0,'], ids=["lists", "tables", "commas", "keys"])
def test_more_values_than_a_report_has(unit: bytes) -> None:
    assert said(unit, 5) == "Tệp có quá nhiều dữ liệu để là một báo cáo. Hãy chia bớt nhật ký hoạt động."


def test_what_no_report_can_become_is_read_no_further() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"[" * MEGABYTE

    with pytest.raises(CodecProblem):
        refuse_unlike_report(endless())


def test_a_log_too_long() -> None:
    assert LARGEST_JSON == 32 * MEGABYTE
    assert "lớn hơn 32 MB. Hãy chia bớt nhật ký hoạt động." in said(ACTIVITY % (b"x" * 600), 34)
