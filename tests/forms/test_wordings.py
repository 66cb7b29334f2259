"""A label that was ever printed or shown leads to its place, whatever version a year is of and whatever its noun."""

from __future__ import annotations

import pytest
from support.forms import newest

from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.known import VERSIONS, load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.forms.wordings import OTHER_LABELS, wordings
from tthtcd_tui.imports.blocks.figures import figures_plan, values_plan
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

YEARS = [worded(load_shipped(version), {"danh_tu_khu": "ban"}) for version in VERSIONS]
IDS = [f"version {version}" for version in VERSIONS]


def labels_of(kind: str) -> list[str]:
    return [label for place, labels in OTHER_LABELS.items() if Place(place).kind == kind for label in labels]


@pytest.mark.parametrize("form", YEARS, ids=IDS)
def test_every_label_of_another_version_is_known(form: Form) -> None:
    for other in YEARS:
        for key, figure in figures_of(form).items():
            if key in figures_of(other):
                assert figures_of(other)[key].field.label in wordings(f"figure/{key}", figure.field.label)


@pytest.mark.parametrize("form", YEARS, ids=IDS)
@pytest.mark.parametrize("label", labels_of("figure"))
def test_what_is_pasted_under_an_older_label_lands_where_it_was_meant(form: Form, label: str) -> None:
    place = next(place for place, labels in OTHER_LABELS.items() if label in labels)
    plan = figures_plan(form, Period.school_year(2025), f"Dân số\t5128\n{label}\t12")
    assert {str(each.place): each.text for each in plan.placements} == {"figure/dan_so": "5.128", place: "12"}


@pytest.mark.parametrize("form", YEARS, ids=IDS)
@pytest.mark.parametrize("label", labels_of("indicator"))
def test_what_is_pasted_under_another_label_of_an_indicator_lands_there_or_is_computed(form: Form, label: str) -> None:
    meant = next(place for place, labels in OTHER_LABELS.items() if label in labels)
    indicator = indicators_of(form)[Place(meant).parts[1]]
    value = "12" if indicator.value else "Đã làm tốt."
    plan = values_plan(form, Period.school_year(2025), f"Dân số\t5128\n{label}\t{value}")
    assert [each.place.parent for each in plan.placements if each.place.kind == "indicator"] == (
        [] if indicator.computed else [meant]
    )
    assert bool(plan.notes) == bool(indicator.computed)


def test_no_wording_stands_for_two_places() -> None:
    labels = [fold(label) for found in OTHER_LABELS.values() for label in found]
    assert len(set(labels)) == len(labels)
    known = {"figure": figures_of(newest()), "indicator": indicators_of(newest())}
    assert all(Place(place).parts[1] in known[Place(place).kind] for place in OTHER_LABELS)
