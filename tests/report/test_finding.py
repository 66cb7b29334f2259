"""What is missing is no error of anybody's, and a warning that was explained counts no more."""

from __future__ import annotations

import re

import pytest
from support.check_facts import EXAMPLES
from support.mao_khe import FORM

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
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


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Loại đô thị: quá dài. Sửa lại, hoặc ghi lý do.", "Loại đô thị: quá dài."),
        ("“A”: 90 người là quá đông. Có thể thừa chữ số. Nếu đúng thì ghi lý do.", "“A”: 90 người là quá đông."),
        ("Người ký: có “ThS. Hà” ở trước. Chỉ ghi họ và tên.", "Người ký: có “ThS. Hà” ở trước."),
        ("Nhật ký: còn 1 chỗ khác cần xem.", "Nhật ký: còn 1 chỗ khác cần xem."),
    ],
)  # fmt: skip
def test_what_is_explained_is_told_without_what_to_do(message: str, told: str) -> None:
    doubtful = DOUBTFUL._replace(message=message)
    assert doubtful.told == message
    assert doubtful._replace(reason="Đúng.").told == told
    assert WRONG._replace(message=message, reason="Đúng.").told == message, "an error is still to be mended"


@pytest.mark.parametrize("code", EXAMPLES)
def test_no_explained_warning_of_any_rule_asks_for_anything(code: str) -> None:
    what = EXAMPLES[code]
    context = what if isinstance(what, Context) else Context(FORM, what)
    for found in check(context):
        told = found._replace(reason="Đúng.").told
        if found.severity is Severity.WARNING:
            assert found.message.startswith(told)
            assert not {"ghi lý do", "Sửa", "Bỏ", "Xem lại"} & set(re.findall(r"ghi lý do|Sửa|Bỏ|Xem lại", told)), told
