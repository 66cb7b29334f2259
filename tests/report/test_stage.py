"""How far a report is, in the words of whoever looks."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.stage import Stage, Step


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.HANDED_IN])
@pytest.mark.parametrize("is_above", [False, True])
def test_every_step_has_words_for_both_sides(step: Step, is_above: bool) -> None:
    assert Stage(step, is_above).words


def test_what_was_handed_in_is_said_by_whose_turn_it_is() -> None:
    at_centre = Stage(Step.HANDED_IN, next="Phường Mạo Khê")
    assert at_centre.words == "đã nộp, chờ Phường Mạo Khê duyệt"
    assert Stage(Step.HANDED_IN).words == "đã nộp, chờ cấp trên trả lời"
    above = at_centre._replace(is_above=True)
    assert above._replace(is_mine=True).words == "chờ bạn duyệt"
    assert above.words == "chờ Phường Mạo Khê duyệt trước"
    assert above._replace(next="Tỉnh Mẫu", is_done=True).words == "bạn đã duyệt, chờ Tỉnh Mẫu"


@pytest.mark.parametrize("step", list(Step))
def test_nothing_but_what_was_handed_in_waits_for_anybody(step: Step) -> None:
    assert Stage(step, is_above=True, is_mine=True).waits_for_me == (step is Step.HANDED_IN)
