"""One director, neither none nor two."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer
from tthtcd_tui.report.finding import Severity


def test_two_directors() -> None:
    [finding] = found(year({"board/pho-1/role": "director"}), "one_director")
    assert (finding.place, finding.severity) == ("board/pho-1/role", Severity.ERROR)
    assert finding.message == (
        "Ban Giám đốc: có 2 người là Giám đốc. Chỉ để một người, sửa chức danh của những người khác."
    )


@pytest.mark.parametrize("role", ["deputy", NIL])
def test_no_director(role: Answer) -> None:
    assert told(found(year({"board/giam-doc/role": role}), "one_director")) == [
        ("board", "Ban Giám đốc: chưa có ai là Giám đốc. Thêm Giám đốc, hoặc sửa chức danh của một thành viên.")
    ]


def test_one_director() -> None:
    assert found(year(), "one_director") == []


def test_a_member_without_a_post_may_be_the_director() -> None:
    facts = year({"board/giam-doc/role": UNANSWERED})
    assert found(facts, "one_director") == []
    assert [finding.place for finding in found(facts, "missing")] == ["board/giam-doc/role"]


def test_an_empty_board_is_only_missing() -> None:
    gone: dict[str, Answer] = {place: UNANSWERED for place in year().answers if place.kind == "board"}
    assert found(year(gone), "one_director") == []
    assert [finding.place for finding in found(year(gone), "missing")] == ["board"]
