"""What is said to be printed is what the composed report holds, at every place for prose or a list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import mao_khe
from support.forms import shipped

from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import COMPARED
from tthtcd_tui.report.outline import Run
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import rows


def runs(part: object) -> Iterator[Run]:
    if isinstance(part, Run):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from runs(each)


def holds(facts: Facts, place: Place) -> bool:
    return any(run.place == place for run in runs(compose(shipped(), facts)))


@pytest.mark.parametrize("status", ["done", "not_applicable"])
def test_every_place_for_prose_or_a_list(status: str) -> None:
    facts = mao_khe.facts()
    items = {cell.place.parent for cell in rows(shipped(), facts).cells() if cell.place.kind == "checklist"}
    facts = facts.edited([Edit(Place.of(item, "status"), status) for item in items])
    seen = set()
    for cell in rows(shipped(), facts).cells():
        if cell.field.kind in (FieldType.PARAGRAPHS, FieldType.LINES) and cell.place != COMPARED:
            written = facts.edited([Edit(cell.place, ("·",))])
            told = rows(shipped(), written).is_printed(cell.place)
            assert told == holds(written, cell.place), cell.place
            seen.add(told)
    assert seen == ({True} if status == "done" else {True, False})


def test_which_years_it_is_compared_with_is_not() -> None:
    assert not rows(shipped(), mao_khe.facts()).is_printed(COMPARED)


def test_of_an_item_the_evidence_is_not() -> None:
    assert not rows(shipped(), mao_khe.facts()).is_printed(Place("checklist/noi_quy/evidence"))
