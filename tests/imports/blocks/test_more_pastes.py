"""Blocks in the spellings, orders and separators of many offices: each cell where it was meant, or left and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.forms import newest

from tthtcd_tui.imports.blocks.log import log_plan
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.paste_block import block_plan
from tthtcd_tui.text.legacy import recognise
from tthtcd_tui.text.periods import Period

pytestmark = pytest.mark.long

YEAR = Period.school_year(2022)
PASTES = Path(__file__).parents[2] / "data" / "pastes"


def cases(name: str) -> pytest.MarkDecorator:
    found = json.loads((PASTES / name).read_text(encoding="utf-8"))
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


def converted(text: str) -> str:
    """As it is pasted once somebody said yes to the conversion."""
    legacy = recognise(text)
    return text if legacy is None else legacy.after


def fits(value: str, meant: str | list[str]) -> bool:
    return value in (meant if isinstance(meant, list) else [meant])


@cases("more_tables.json")
def test_each_number_is_where_it_was_meant_or_left_and_told(case: dict[str, Any]) -> None:
    at = Place(case["at"])
    found = block_plan(newest(), YEAR, converted(case["text"]), {at.kind}, at)
    placed = {} if found is None else {str(placement.place): placement.text for placement in found.placements}
    expected = case["expect"]
    for place, text in placed.items():
        assert fits(text, expected.get(place, "")) or (case.get("any_if_told") and found is not None and found.doubts)
    left = [place for place, meant in expected.items() if place not in placed and not fits("", meant)]
    assert not left or case.get("may_refuse")
    if found is not None and (left or (case.get("tell") and "absurd" not in case["name"])):
        assert found.doubts or found.notes or not found.is_clean or found.is_guessed


@cases("more_log.json")
def test_each_row_is_the_activity_it_was_or_left_and_told(case: dict[str, Any]) -> None:
    found = log_plan(newest(), YEAR, converted(case["text"]))
    waiting = list(case["activities"])
    for row in found.rows:
        meant = next((one for one in waiting if _is(dict(row.fields), one)), None)
        assert meant is not None, row.fields
        waiting.remove(meant)
    left = [row for row in waiting if not row.get("optional")]
    assert not left or (case.get("may_refuse") and found.doubtful)
    if case.get("tell"):
        assert found.doubtful or found.notes


def _is(row: dict[str, str], meant: dict[str, Any]) -> bool:
    return all(fits(row.get(key, ""), meant.get(key, "")) for key in (row.keys() | meant.keys()) - {"optional"})
