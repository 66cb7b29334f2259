"""What clerks write, in words that no check was made for: each fault is found, and nothing where there is none."""

from __future__ import annotations

import pytest
from support.check_facts import after_the_reform, said, year
from support.clerks import AFTER_THE_REFORM, CLEAN, OF_2020
from support.mao_khe import FORM

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.report.facts import Facts


def findings(facts: Facts) -> list[tuple[str, str]]:
    return [
        (found.code, found.message) for found in check(Context.of(FORM, facts)) if found.place == "narrative/xa_hoi"
    ]


@pytest.mark.parametrize("sentence", OF_2020)
def test_a_fault_is_found(sentence: str) -> None:
    assert findings(year(said(sentence)))


@pytest.mark.parametrize("sentence", AFTER_THE_REFORM)
def test_a_body_that_is_no_more_is_found(sentence: str) -> None:
    assert findings(after_the_reform(said(sentence)))
    assert not findings(year(said(sentence))), "it was there in 2021"


@pytest.mark.parametrize("sentence", CLEAN)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    assert findings(year(said(sentence))) == []
