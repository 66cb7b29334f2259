"""Years of several old centres as one: what adds up, what does not, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from support.stores import number

from tthtcd_tui.checks.change_told import told_change
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.short_summary import short_summary
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.forms.numbers import numbers_of
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.comparison import comparison
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Centre, Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.summed import is_summable, summed
from tthtcd_tui.text.periods import Period

FORM = load_shipped()
NEW = Centre("moi", "TTHTCĐ xã Mới")
BEFORE = Period.school_year(2024)


def year(
    name: str, answers: Mapping[str, Answer], log: dict[str, LogSum] | None = None, period: Period = BEFORE
) -> Facts:
    given = {Place(place): answer for place, answer in answers.items()}
    return Facts(Centre(name, f"TTHTCĐ xã {name}"), FORM.key, FORM.version, period, given, log or {})


def both(one: Mapping[str, Answer], other: Mapping[str, Answer]) -> Facts:
    return summed(FORM, NEW, [year("An", one), year("Bình", other)])


def test_counts_money_and_areas_add_up() -> None:
    one: dict[str, Answer] = {
        "figure/dan_so": number(4000),
        "figure/dien_tich": number("10.5"),
        "indicator/ho_ngheo/value": number(3),
    }
    other: dict[str, Answer] = {
        "figure/dan_so": number(5000),
        "figure/dien_tich": number("9.5"),
        "indicator/ho_ngheo/value": NIL,
    }
    total = both(one, other)
    assert total.at("figure/dan_so") == number(9000)
    assert total.at("figure/dien_tich") == Quantity(Decimal(20))
    assert total.at("indicator/ho_ngheo/value") == number(3)


def test_what_is_a_share_or_a_mean_does_not() -> None:
    fields = numbers_of(FORM)
    not_summed = {place for place, field in fields.items() if not is_summable(field)}
    assert not_summed == {"figure/truong_dat_chuan", "indicator/ty_le_biet_chu/value", "indicator/thu_nhap/value"}
    answers: dict[str, Answer] = {place: number(50) for place in not_summed}
    assert not both(answers, answers).answers


@pytest.mark.parametrize("lacking", [UNANSWERED, NOT_APPLICABLE])
def test_a_figure_that_one_has_not_has_no_sum(lacking: Answer) -> None:
    assert both({"figure/so_ho": number(9)}, {"figure/so_ho": lacking}).at("figure/so_ho") is UNANSWERED


def test_nothing_and_nothing_is_nothing() -> None:
    assert both({"figure/so_ho": NIL}, {"figure/so_ho": NIL}).at("figure/so_ho") is NIL


def test_the_total_is_the_sum_of_the_totals() -> None:
    """A row that one of them left empty counts for nothing, as it does in its own total."""
    one = year("An", {"results/phap_luat/classes": number(4)}, {"kinh_te": LogSum(1, 2, 30)})
    other = year("Bình", {"results/suc_khoe/classes": number(5), "results/phap_luat/participations": number(70)})
    total = summed(FORM, NEW, [one, other])
    for column in (CLASSES, PARTICIPATIONS):
        parts = [each.total(column) for each in (one, other)]
        assert total.total(column) == number(int(sum(part.number for part in parts if isinstance(part, Quantity))))
    assert total.result("kinh_te", CLASSES) == number(2)


def test_a_centre_without_results_leaves_none_to_compare() -> None:
    total = both({"results/phap_luat/classes": number(4)}, {})
    assert total.total(CLASSES) is UNANSWERED


def test_words_are_of_nobody() -> None:
    total = both({"figure/chu_de": "An toàn", "narrative/ket_qua": ("A.",)}, {"figure/chu_de": "Xanh"})
    assert not total.answers


def test_a_choice_counts_where_all_made_it() -> None:
    """The unit of a number is one."""
    place = "figure/loai_don_vi"
    assert both({place: "xa"}, {place: "xa"}).at(place) == "xa"
    assert both({place: "xa"}, {place: "phuong"}).at(place) is UNANSWERED


THIS = year(
    "Mới",
    {"figure/dan_so": number(12000), "results/phap_luat/participations": number(900)},
    period=Period.school_year(2025),
)
SUM = both(
    {"figure/dan_so": number(4000), "results/phap_luat/participations": number(100)},
    {"figure/dan_so": number(2000), "results/phap_luat/participations": number(110)},
)


def test_the_comparison_says_whose_numbers_they_are() -> None:
    found = comparison(FORM, THIS, [SUM])
    assert found.years == ("tổng 2024-2025", "2025-2026")
    (told,) = found.moved
    assert told.startswith("Thay đổi địa giới: 2024-2025 là tổng của TTHTCĐ xã An, TTHTCĐ xã Bình;")
    (people,) = (line for line in found.lines if line.place == "figure/dan_so")
    assert people.numbers == (Decimal(6000), Decimal(12000))


def test_it_says_whose_report_is_lacking() -> None:
    lacking = summed(FORM, NEW, [year("An", {"figure/dan_so": number(4000)})], ["TTHTCĐ xã Bình"])
    assert not lacking.answers
    (told,) = comparison(FORM, THIS, [lacking]).moved
    assert told == "Thay đổi địa giới: chưa so được với 2024-2025, còn thiếu báo cáo của TTHTCĐ xã Bình."


def test_a_check_of_change_says_it_was_held_against_the_sum() -> None:
    findings = check(Context.of(FORM, THIS, before=SUM))
    told = [finding.message for finding in findings if "thay đổi địa giới: so với tổng của" in finding.message]
    assert any(
        "kỳ này 12.000, kỳ trước 6.000 (thay đổi địa giới: so với tổng của TTHTCĐ xã An" in each for each in told
    )


def test_so_does_the_sentence_for_the_report_and_the_short_summary() -> None:
    sentence = told_change(FORM, THIS, SUM, Place("figure/dan_so"), "sáp nhập")
    assert "so với tổng của 2 trung tâm cũ năm học 2024-2025 (từ 6.000 lên 12.000)" in sentence
    assert "so với tổng 2024-2025:" in short_summary(FORM, THIS, [], SUM)
