"""What is missing is no error of anybody's, and a warning that was explained counts no more."""

from __future__ import annotations

from tthtcd_tui.report.finding import MISSING, NOT_REVIEWED, Finding, Level, Severity, Tally
from tthtcd_tui.report.place import Place


def finding(code: str, severity: Severity, reason: str = "") -> Finding:
    return Finding(code, severity, Place("figure/dan_so"), "Có gì đó.", reason)


LACKING = finding(MISSING, Severity.ERROR)
WRONG = finding("sum", Severity.ERROR)
DOUBTFUL = finding("sum", Severity.WARNING)
EXPLAINED = finding("sum", Severity.WARNING, "sáp nhập")


def test_each_kind_is_counted_apart() -> None:
    assert Tally.of([LACKING, LACKING, WRONG, DOUBTFUL, EXPLAINED]) == Tally(
        missing=2, errors=1, warnings=1, explained=1
    )
    assert WRONG.is_error
    assert not LACKING.is_error


def test_each_kind_has_one_word_for_every_list() -> None:
    told = [each.level.value for each in (LACKING, WRONG, DOUBTFUL, EXPLAINED)]
    assert told == ["Thiếu", "Lỗi", "Cảnh báo", "Đã giải trình"]
    assert finding("sum", Severity.ERROR, "sáp nhập").level is Level.ERROR, "a reason does not settle an error"


def test_what_keeps_a_report_from_being_issued_is_said() -> None:
    assert Tally.of([LACKING, WRONG]).words() == "còn thiếu 1 chỗ, 1 lỗi"
    assert Tally.of([WRONG]).words() == "còn 1 lỗi"
    assert Tally.of([LACKING]).words() == "còn thiếu 1 chỗ"
    assert Tally.of([DOUBTFUL]).words() == ""
    assert [Tally.of([each]).forbids_issue for each in (LACKING, WRONG, DOUBTFUL)] == [True, True, False]


def test_what_was_carried_over_keeps_from_finalising_alone() -> None:
    carried = finding(NOT_REVIEWED, Severity.WARNING)
    tally = Tally.of([carried, carried._replace(reason="Đúng.")])
    assert (tally.warnings, tally.unreviewed, tally.explained) == (1, 1, 1)
    assert not tally.forbids_issue
    assert tally.forbids_finalising
