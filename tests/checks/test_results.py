"""Classes and participations go together, and with the activity log."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.check_facts import found, told, year
from support.mao_khe import whole

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Severity


def row(classes: Answer, participations: Answer) -> Facts:
    return year({"results/cau_lac_bo/classes": classes, "results/cau_lac_bo/participations": participations})


@pytest.mark.parametrize(
    ("classes", "participations", "cell", "message"),
    [
        (
            whole(110),
            whole(0),
            "participations",
            "Hoạt động của các câu lạc bộ: có 110 lớp nhưng 0 lượt người. Sửa một trong hai số.",
        ),
        (
            NIL,
            whole(8978),
            "classes",
            "Hoạt động của các câu lạc bộ: có 8.978 lượt người nhưng không có lớp. Sửa một trong hai số.",
        ),
    ],
)
def test_one_without_the_other(classes: Answer, participations: Answer, cell: str, message: str) -> None:
    [finding] = found(row(classes, participations), "unpaired")
    assert (finding.place, finding.message) == (f"results/cau_lac_bo/{cell}", message)
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("classes", "participations"),
    [
        (whole(1), whole(1)),
        (whole(0), whole(0)),
        (NIL, NIL),
        (whole(0), NIL),
        (NOT_APPLICABLE, NOT_APPLICABLE),
        (whole(1), UNANSWERED),
        (UNANSWERED, whole(1)),
        (UNANSWERED, UNANSWERED),
    ],
)
def test_both_or_neither_or_not_yet(classes: Answer, participations: Answer) -> None:
    assert found(row(classes, participations), "unpaired") == []


def test_the_log_is_a_number_too() -> None:
    logged = replace(row(UNANSWERED, whole(0)), log={"cau_lac_bo": LogSum(3, 3, None)})
    assert [finding.place for finding in found(logged, "unpaired")] == ["results/cau_lac_bo/participations"]


def test_a_typed_number_that_the_log_does_not_bear_out() -> None:
    typed = year({"results/kinh_te/classes": whole(6), "results/kinh_te/participations": NIL})
    assert told(found(typed, "differs_from_log")) == [
        (
            "results/kinh_te/classes",
            (
                "Phát triển kinh tế: Số lớp: đã nhập 6, nhật ký hoạt động cộng được 5."
                " Sửa số liệu hoặc nhật ký, hoặc ghi lý do."
            ),
        ),
        (
            "results/kinh_te/participations",
            (
                "Phát triển kinh tế: Số lượt người tham gia: đã nhập không có, nhật ký hoạt động cộng được 210."
                " Sửa số liệu hoặc nhật ký, hoặc ghi lý do."
            ),
        ),
    ]
    assert {finding.severity for finding in found(typed, "differs_from_log")} == {Severity.WARNING}


def test_a_number_the_log_agrees_with_or_says_nothing_of() -> None:
    assert found(year({"results/kinh_te/classes": whole(5)}), "differs_from_log") == []
    silent = replace(year(), log={"van_nghe": LogSum(1, None, None)})
    assert found(silent, "differs_from_log") == []
