"""What is asked of a number just typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_facts import before, year
from support.examples import at_most
from support.forms import newest
from support.mao_khe import FORM, whole

from tthtcd_tui.checks.arithmetic import findings_of
from tthtcd_tui.checks.asked import Question, question
from tthtcd_tui.checks.context import Context
from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import RuleKind
from tthtcd_tui.forms.numbers import numbers_of
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.qualifiers import Qualifier

INCOME = Place("indicator/thu_nhap/value")


def asked(place: str, value: str, answers: dict[str, Answer] | None = None) -> Question | None:
    return question(FORM, year(answers), before(), Place(place), Quantity(Decimal(value)))


def alternatives(found: Question | None) -> list[str]:
    assert found is not None
    return [reading.words for reading in found.readings]


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("figure/dan_so", "392000", "392.000 người? Hay 39.200 người?"),
        ("figure/dan_so", "3920", "3.920 người? Hay 39.200 người?"),
        ("figure/so_ho", "100050", "100.050 hộ? Hay 10.005 hộ?"),
        ("figure/dien_tich", "1910", "1.910 km²? Hay 19,1 km²?"),
        ("figure/dien_tich", "19100000", "19.100.000 km²? Hay 19,1 km²?"),
        ("figure/dang_vien", "14000", "14.000 người? Hay 1.400 người?"),
        ("indicator/ty_le_biet_chu/value", "9.96", "9,96%? Hay 99,6%?"),
        ("results/phap_luat/participations", "25540", "25.540? Hay 2.554?"),
        ("results/phap_luat/classes", "2600", "2.600? Hay 26?"),
        (INCOME, "31500000", "31.500.000 USD/người/năm? Hay 31,5 triệu đồng?"),
        (INCOME, "24500", "24.500 USD/người/năm? Hay 2.450 USD/người/năm?"),
    ],
)
def test_as_a_colleague_would(place: str, value: str, words: str) -> None:
    found = asked(place, value)
    assert found is not None
    assert found.asks == words


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("figure/dan_so", "41000"),
        ("figure/so_ho", "10100"),
        ("figure/kinh_phi_chi", "97200000"),
        ("results/phap_luat/participations", "2800"),
        ("results/phap_luat/classes", "0"),
        ("figure/tre_khong_di_hoc", "0"),
    ],
)
def test_what_may_be_is_not_asked_of(place: str, value: str) -> None:
    assert asked(place, value) is None


def test_what_it_was_compared_with_is_told() -> None:
    found = asked("figure/dang_vien", "14000")
    assert found is not None
    assert found.why.startswith("Số đảng viên: kỳ này 14.000, kỳ trước 1.400, gấp 10 lần.")


def test_without_the_year_before_the_likeliest_slips_are_offered() -> None:
    found = question(FORM, year({}), None, Place("figure/kinh_phi_chi"), whole(208))
    assert alternatives(found) == ["208.000 đồng (208 nghìn đồng)", "208.000.000 đồng (208 triệu đồng)"]


def test_a_reading_is_saved_as_it_would_be_typed() -> None:
    estimated = Quantity(Decimal(245), Qualifier.ESTIMATED_AT)
    found = question(FORM, year({}), before(), INCOME, estimated)
    assert found is None or found.readings
    found = question(FORM, year({}), before(), INCOME, Quantity(Decimal("24500"), Qualifier.ESTIMATED_AT))
    assert found is not None
    assert found.asks == "ước đạt 24.500 USD/người/năm? Hay ước đạt 2.450 USD/người/năm?"
    assert found.readings[0].edits == (Edit(INCOME, Quantity(Decimal(2450), Qualifier.ESTIMATED_AT)),)


def test_dollars_that_are_dong_have_to_be_counted_over() -> None:
    found = asked(INCOME, "31500000")
    assert found is not None
    assert found.readings[0].edits == ()


def in_dollars(value: str) -> Question | None:
    chosen: dict[str, Answer] = {"figure/don_vi_thu_nhap": "usd_nam", "figure/danh_tu_khu": "khu_pho"}
    form, facts = in_its_words(newest(), year(chosen))
    return question(form, facts, before(chosen), INCOME, Quantity(Decimal(value)))


def test_where_a_year_chooses_the_unit_another_one_is_offered_with_the_number_in_it() -> None:
    found = in_dollars("31500000")
    assert alternatives(found)[0] == "31,5 triệu đồng/người/năm"
    assert found is not None
    assert found.readings[0].edits == (
        Edit(Place("figure/don_vi_thu_nhap"), "trieu_nam"),
        Edit(INCOME, Quantity(Decimal("31.5"))),
    )
    assert alternatives(in_dollars("62")) == ["62 triệu đồng/người/năm"]


def test_a_part_beyond_its_whole_is_asked_of() -> None:
    found = asked("figure/so_nha_van_hoa", "48")
    assert found is not None
    assert "48 lớn hơn “Số khu phố (thôn, ấp, xóm)” là 24." in found.why
    assert not found.wants_reason


def test_a_whole_below_its_part_is_asked_of_too() -> None:
    found = asked("figure/so_khu", "12")
    assert found is not None
    assert "24 lớn hơn “Số khu phố (thôn, ấp, xóm)” là 12" in found.why or found.wants_reason


def test_the_other_cell_of_the_row_is_seen() -> None:
    found = asked("results/phap_luat/classes", "255")
    assert found is not None
    assert found.why.startswith("Giáo dục pháp luật")


def test_other_rows_are_not_asked_of() -> None:
    odd: dict[str, Answer] = {"results/suc_khoe/participations": whole(40_250)}
    assert asked("results/phap_luat/participations", "2600", odd) is None


def test_what_was_found_before_is_not_asked_of_again() -> None:
    few: dict[str, Answer] = {"figure/dan_so": whole(4_000)}
    assert asked("results/phap_luat/participations", "2600", few) is None


def test_the_same_number_is_not_asked_of_twice() -> None:
    assert asked("figure/dan_so", "392000", {"figure/dan_so": whole(392_000)}) is None


@pytest.mark.parametrize("answer", [NIL, UNANSWERED, "chữ", ("một", "hai")])
def test_what_is_no_number_is_not_asked_of(answer: Answer) -> None:
    assert question(FORM, year({}), before(), Place("figure/dan_so"), answer) is None


def test_a_change_beyond_the_limit_wants_its_reason() -> None:
    found = asked("figure/dang_vien", "3100")
    assert found is not None
    assert found.wants_reason


def test_a_sum_is_left_to_the_check() -> None:
    assert any(total.total == "so_truong" for total in FORM.sums)
    assert asked("figure/truong_thcs", "4") is None


@at_most(150)
@given(
    place=st.sampled_from(sorted(place for place in numbers_of(FORM) if "*" not in place)),
    number=st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal),
    last=st.booleans(),
)
def test_no_rule_minds_what_is_offered(place: str, number: Decimal, last: bool) -> None:
    facts, last_year = year({}), before() if last else None
    found = question(FORM, facts, last_year, Place(place), Quantity(number))
    for reading in found.readings if found else ():
        edited = facts.edited(reading.edits)
        context = Context.of(FORM, edited, before=last_year)
        assert reading.edits == () or edited.at(Place(place)) != Quantity(number)
        for rule in rules_for(FORM):
            if rule.kind is not RuleKind.SUM and reading.edits:
                assert all(finding.place != place for finding in findings_of(rule, context)), rule.key


def test_every_number_of_the_form_can_be_asked_of() -> None:
    for place in numbers_of(FORM):
        if "*" not in place:
            assert field_at(FORM, Place(place)) is not None
