"""What was found goes from the process that reads to the one that asked, and is the same there."""

from __future__ import annotations

import json
from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from tthtcd_tui.imports.columns import Column
from tthtcd_tui.imports.found import (
    FileKind,
    Found,
    FoundActivities,
    FoundActivity,
    FoundFile,
    Unplaced,
    from_tree,
    to_tree,
)
from tthtcd_tui.report.activity import ACTIVITY_FIELDS

texts = st.sampled_from(["", "1/9/2020", "Lớp", "45", "«x»"])
activities = st.builds(
    FoundActivity, st.tuples(*[texts] * len(ACTIVITY_FIELDS)), st.booleans(), texts, st.integers(1, 200_000), texts
)


def held(found: Sequence[FoundActivity]) -> FoundActivities:
    columns = zip(*((*each.values, *each[1:]) for each in found), strict=True)
    return FoundActivities([*map(Column.of, columns)])


ONE = FoundActivity(("1/9/2020", "Lớp", *[""] * 6), True, "trang “Sổ”", 2)


@given(st.lists(activities, max_size=8))
@example([ONE] * 5)
def test_any_activities_arrive(found: list[FoundActivity]) -> None:
    file = FoundFile(
        FileKind.ACTIVITIES,
        (Found("figure/dan_so", "9.946", True, "dòng 3"),),
        held(found),
        (Unplaced("a", "b"),),
        ("!",),
    )
    assert from_tree(json.loads(json.dumps(to_tree(file)))) == file


def test_an_activity_says_its_fields_and_where_it_stands() -> None:
    assert ONE.texts == {"date": "1/9/2020", "title": "Lớp"}
    assert ONE.where == "trang “Sổ”, dòng 2"
