"""Sums of communes: a rate is never added, its mean is weighed, like is compared with like. Numbers are invented."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stores import number

from tthtcd_tui.errors import NoSuchPlace, NotAdditive
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.measures import choices, measure_named, measures, weights_named
from tthtcd_tui.report.rollup.total import (
    LACKING_WEIGHT,
    MIXED_UNITS,
    NO_WEIGHT,
    Commune,
    Order,
    counts,
    ordered,
    total,
)
from tthtcd_tui.report.submitted import Counted
from tthtcd_tui.text.qualifiers import Qualifier

FORM = load_shipped()
KNOWN = measures(FORM)
PEOPLE = measure_named(KNOWN, "figure/dan_so")
LITERATE = measure_named(KNOWN, "indicator/ty_le_biet_chu/value")
INCOME = measure_named(KNOWN, "indicator/thu_nhap/value")


def commune(
    name: str,
    people: int | None,
    rate: str | None = None,
    before: int | None = None,
    more: Mapping[str, Counted] | None = None,
) -> Commune:
    sums: dict[Place, Counted] = {Place(place): value for place, value in (more or {}).items()}
    if people is not None:
        sums[PEOPLE.place] = number(people)
    if rate is not None:
        sums[LITERATE.place] = number(rate)
    earlier = {PEOPLE.place: number(before)} if before is not None else None
    return Commune(name, f"Xã {name}", sums, earlier)


def test_counts_are_added_and_what_is_about_is_told() -> None:
    about = Commune("c", "Xã C", {PEOPLE.place: number(500, Qualifier("gần"))})
    found = total([commune("a", 1000), commune("b", 250), about, commune("d", None)], PEOPLE)
    assert (found.said, found.about, found.sum) == (3, 1, Decimal(1750))
    assert (found.least, found.most) == (Decimal(250), Decimal(1000))
    assert (found.mean, found.why_no_mean) == (None, "")


def test_a_mean_of_rates_is_weighed() -> None:
    """A town of 9,000 at 99 % and a hamlet of 1,000 at 89 % are 98 %, not 94."""
    found = total([commune("a", 9000, "99"), commune("b", 1000, "89")], LITERATE, PEOPLE)
    assert (found.sum, found.mean) == (None, Decimal(98))


def test_without_a_weight_a_rate_has_a_range_and_no_mean() -> None:
    found = total([commune("a", 9000, "99"), commune("b", 1000, "89")], LITERATE)
    assert (found.sum, found.mean, found.why_no_mean) == (None, None, NO_WEIGHT)
    assert (found.least, found.most) == (Decimal(89), Decimal(99))


def test_a_commune_without_its_weight_leaves_no_mean() -> None:
    assert total([commune("a", 9000, "99"), commune("b", None, "89")], LITERATE, PEOPLE).why_no_mean == LACKING_WEIGHT
    assert total([commune("a", 0, "99")], LITERATE, PEOPLE).why_no_mean == LACKING_WEIGHT


def test_incomes_in_different_units_have_no_mean() -> None:
    assert INCOME.is_rate
    assert INCOME.unit_place is not None
    places: dict[str, Counted] = {str(INCOME.place): number(60), str(INCOME.unit_place): "trieu_nam"}
    other: dict[str, Counted] = {str(INCOME.place): number(2450), str(INCOME.unit_place): "usd_nam"}
    same = [commune("a", 1000, more=places), commune("b", 1000, more=places)]
    assert total(same, INCOME, PEOPLE).mean == 60
    assert total([*same, commune("c", 1000, more=other)], INCOME, PEOPLE).why_no_mean == MIXED_UNITS


def test_a_percentage_of_percentages_is_refused() -> None:
    with pytest.raises(NotAdditive, match="tỷ lệ của tỷ lệ không có nghĩa"):
        weights_named(KNOWN, {str(LITERATE.place): "figure/truong_dat_chuan"})
    with pytest.raises(NotAdditive, match="không cần bình quân"):
        weights_named(KNOWN, {"figure/dan_so": "figure/so_ho"})
    with pytest.raises(NoSuchPlace, match="Có phải bạn định gõ “figure/dan_so”"):
        weights_named(KNOWN, {str(LITERATE.place): "figure/dan_soo"})
    assert weights_named(KNOWN, {str(LITERATE.place): "figure/dan_so"}) == {LITERATE.place: PEOPLE}


def test_years_are_compared_over_who_has_both() -> None:
    found = total([commune("a", 1000, before=900), commune("b", 500)], PEOPLE)
    assert (found.sum, found.compared) == (Decimal(1500), 1)
    assert (found.now, found.before) == (Decimal(1000), Decimal(900))


def test_communes_are_put_in_order() -> None:
    made = [commune("b", 500, before=600), commune("a", 700, before=600), commune("đ", None), commune("c", 600)]
    names = {order: "".join(each.code for each in ordered(made, order, PEOPLE)) for order in Order}
    assert names == {Order.NAME: "abcđ", Order.SIZE: "acbđ", Order.CHANGE: "bacđ"}


def test_answers_are_counted() -> None:
    [status, *_] = [choice for choice in choices(FORM) if choice.place == "checklist/noi_quy/status"]
    answers = ("done", "done", "doing")
    made = [commune(str(at), 1, more={"checklist/noi_quy/status": answer}) for at, answer in enumerate(answers)]
    assert counts([*made, commune("x", 1)], status) == {"done": 2, "doing": 1, "not_done": 0, "not_applicable": 0}


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 100)), min_size=1, max_size=30))
def test_a_weighed_mean_is_that_of_all_people_together(given_: list[tuple[int, int]]) -> None:
    made = [commune(str(at), people, str(rate)) for at, (people, rate) in enumerate(given_)]
    everybody = sum(people for people, _ in given_)
    literate = Decimal(sum(people * rate for people, rate in given_))
    found = total(made, LITERATE, PEOPLE).mean
    assert found is not None
    assert abs(found - literate / everybody) < Decimal("1e-9")
    rates = [rate for _, rate in given_]
    assert min(rates) <= found <= max(rates)
