"""The letterhead of a roll-up, out of a TOML file."""

from __future__ import annotations

from datetime import date

import pytest

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.report.rollup.document import missing
from tthtcd_tui.report.rollup.letterhead import SAMPLE, RollupHead, read_head


def test_the_sample_is_whole_but_for_number_and_date() -> None:
    head = read_head(SAMPLE.encode(), "the-thuc.toml")
    assert missing(head) == []
    assert (head.number, head.date, head.recipients[-1]) == ("", None, "Lưu: VT, GDTX")


def test_a_day_is_read_as_it_is_typed_or_as_toml_has_it() -> None:
    for text in ('date = "15/7/2021"', "date = 2021-07-15"):
        assert read_head(text.encode(), "x").date == date(2021, 7, 15)


def test_all_that_is_wrong_is_told() -> None:
    with pytest.raises(UnusableFile) as refused:
        read_head(b'isuer = "x"\nsigner = 3\naddressees = "x"\ndate = "40/7/2021"', "x")
    told = "\n".join(refused.value.details)
    assert "Có phải bạn định gõ “issuer”" in told
    assert len(refused.value.details) == 4
    with pytest.raises(UnusableFile, match="cú pháp TOML"):
        read_head(b"[", "x")


def test_what_lacks_is_named() -> None:
    assert missing(RollupHead(issuer="Sở")) == [
        "Ký hiệu", "Địa danh", "Nơi nhận báo cáo (Kính gửi)", "Chức vụ người ký", "Người ký",
    ]  # fmt: skip
