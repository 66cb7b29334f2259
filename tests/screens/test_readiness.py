"""What stands between a report and its export or its being finalised, in as many words as there is room for."""

from __future__ import annotations

from tthtcd_tui.report.finding import Tally
from tthtcd_tui.screens.readiness import to_export, to_finalise


def tally(missing: int = 0, errors: int = 0, warnings: int = 0, unreviewed: int = 0) -> Tally:
    return Tally(missing, errors, warnings, 0, unreviewed)


def test_ready_is_said_where_nothing_at_all_is_left() -> None:
    assert to_export(tally()) == ("sẵn sàng",)
    assert to_finalise(tally()) == ("chưa chốt",)


def test_all_that_is_left_is_counted_once() -> None:
    longest, *_ = to_finalise(tally(missing=61, errors=1, warnings=50, unreviewed=48))
    assert longest == "chưa chốt được: thiếu 61 chỗ, 1 lỗi, 48 chỗ chưa rà soát, 2 cảnh báo"


def test_warnings_alone_are_no_obstacle() -> None:
    assert to_finalise(tally(warnings=2))[0] == "chốt được; còn 2 cảnh báo"
    assert to_export(tally(warnings=2))[0] == "xuất được; còn 2 cảnh báo"


def test_what_is_not_reviewed_can_be_exported_and_not_finalised() -> None:
    left = tally(warnings=3, unreviewed=2)
    assert to_export(left)[0] == "xuất được; còn 2 chỗ chưa rà soát, 1 cảnh báo"
    assert to_finalise(left)[0] == "chưa chốt được: 2 chỗ chưa rà soát, 1 cảnh báo"


def test_each_saying_is_shorter_than_the_one_before() -> None:
    left = tally(missing=61, errors=1, warnings=50, unreviewed=48)
    for words in (to_export(left._replace(missing=0, errors=0)), to_finalise(left), to_finalise(tally(warnings=1))):
        lengths = [len(each) for each in words]
        assert lengths == sorted(lengths, reverse=True)
