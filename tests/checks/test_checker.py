"""The checker: after any change it finds what a fresh one finds, and reads no more than it must."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_facts import EXAMPLES, before, held, said, year
from support.mao_khe import FORM, whole

from tthtcd_tui.checks.checker import Checker
from tthtcd_tui.checks.context import Context, LoadedLog
from tthtcd_tui.checks.first import FIRST_RULES
from tthtcd_tui.checks.rule import Rule
from tthtcd_tui.checks.run import RULES, check
from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer, Quantity
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place

_ANSWERS: dict[str, list[Answer]] = {
    "figure/dan_so": [whole(40_000), whole(400_000), UNANSWERED],
    "figure/so_ho": [whole(10_005), whole(90_000)],
    "figure/loai_do_thi": ["loại IV", NIL],
    "figure/chu_de": ["Học suốt đời", "Năm học 2018-2019: học suốt đời"],
    "results/phap_luat/classes": [whole(26), whole(2_600), NIL],
    "results/kinh_te/participations": [UNANSWERED, whole(9)],
    "report/date": [date(2021, 6, 5), date(2026, 6, 5)],
    "report/authority": [UNANSWERED, "KT. GIÁM ĐỐC"],
    "report/locality": ["phường Mạo Khê", "phường Yên Trạch"],
    "report/closing": [("Trên đây là báo cáo {ky_bao_cao}.",), ("Báo cáo năm học 2019-2020.",)],
    "board/pho-1/role": ["deputy", "director"],
    "checklist/noi_quy/status": ["done", "not_applicable"],
    "checklist/noi_quy/statement": [("Có [tên] thôn.",), ("Đảng bộ có 44 chi bộ.",)],
    "narrative/xa_hoi": [UNANSWERED, ("Phường có {so_ho} hộ, là đô thị {loai_do_thi}.",), ("Có 44 khu phố.",)],
    "own/a/section": ["van_ban", "khong_co", UNANSWERED],
    "own/a/label": ["Thư viện", UNANSWERED],
    "own/a/statement": [("Mở  cửa hằng ngày.",), UNANSWERED],
    "rating/ton_giao/level": ["tot", "khong_co"],
    "rating/ton_giao/contribution": [UNANSWERED, whole(25), whole(5_000_000)],
    "carried/figure/dan_so": [UNANSWERED, "2019-2020"],
    "reason/figure/dan_so": [UNANSWERED, "Đã xác minh"],
    "indicator/thu_nhap/value": [Quantity(Decimal(2450)), Quantity(Decimal("62.5"))],
}
_edits = st.lists(
    st.sampled_from(sorted(_ANSWERS)).flatmap(
        lambda place: st.sampled_from(_ANSWERS[place]).map(lambda answer: Edit(Place(place), answer))
    ),
    min_size=1,
    max_size=3,
)


@given(st.lists(_edits, min_size=1, max_size=5))
def test_after_any_changes_a_checker_finds_what_a_fresh_one_finds(steps: list[list[Edit]]) -> None:
    checker, facts, last_year = Checker(RULES), year(said("Có 24 khu phố.")), before()
    for edits in steps:
        facts = facts.edited(edits)
        context = Context.of(FORM, facts, before=last_year)
        assert checker.check(context, ()) == check(context)


class Watched(Mapping[Place, Answer]):
    """Answers that remember which of them were asked for."""

    def __init__(self, answers: Mapping[Place, Answer]) -> None:
        self.answers = answers
        self.read: set[str] = set()

    def __getitem__(self, place: Place) -> Answer:
        self.read.add(place)
        return self.answers[place]

    def __iter__(self) -> Iterator[Place]:
        for place in self.answers:
            self.read.add(place.kind)
            yield place

    def __len__(self) -> int:
        return len(self.answers)


def watched(facts: Facts) -> tuple[Facts, Watched]:
    answers = Watched(facts.answers)
    made = replace(facts)
    object.__setattr__(made, "answers", answers)
    return made, answers


# It looks through all answers for numbers, and numbers stand only where it says.
_LOOKS_THROUGH = {"out_of_range"}


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES.of_year if rule.find.__name__ not in _LOOKS_THROUGH],
    ids=lambda rule: rule.find.__name__,
)
@pytest.mark.parametrize("code", ["missing", "swapped_rows", "abolished_named", "signer_on_board", "rated_absent"])
def test_a_rule_reads_what_it_says_it_reads(rule: Rule, code: str) -> None:
    what = EXAMPLES[code]
    context = what if isinstance(what, Context) else Context(FORM, what)
    facts, answers = watched(context.facts)
    list(rule.find(Context.of(FORM, facts, before=context.before)))
    places = {place for place in answers.read if "/" in place}
    if "*" not in rule.reads:
        assert {place for place in places if place not in rule.reads and Place(place).kind not in rule.reads} == set()


# -- the log ----------------------------------------------------------------------------------------------------------


class CountedLog(LoadedLog):
    """A log that counts what is read of it."""

    def __init__(self, *activities: Activity) -> None:
        super().__init__(ActivityLog.of(activities))
        object.__setattr__(self, "times", [])

    def all(self) -> Iterator[Activity]:
        self.times.append("all")  # type: ignore[attr-defined]
        return iter(super().all())


def with_log(*activities: Activity) -> Context:
    return Context(FORM, year(), log=CountedLog(*activities))


def reads(context: Context) -> list[str]:
    return list(context.log.times)  # type: ignore[attr-defined]


def test_the_log_is_read_once_and_then_only_where_it_was_changed() -> None:
    checker = Checker(RULES)
    twice = [held("a"), held("b"), held("c", date(2021, 3, 6))]
    first = with_log(*twice)
    assert [finding.place for finding in checker.check(first)] == ["activity/b"]
    assert reads(first) == ["all"]
    second = with_log(twice[0], held("b", date(2021, 3, 6)), twice[2])
    assert [finding.place for finding in checker.check(second, {"b"})] == ["activity/c"]
    third = with_log(twice[0], twice[2])
    assert checker.check(third, {"b"}) == ()
    assert reads(second) == reads(third) == []
    untouched = with_log()
    checker.check(untouched, ())
    assert reads(untouched) == []


def test_a_new_date_of_issue_reads_the_whole_log_again() -> None:
    checker = Checker(RULES)
    checker.check(with_log(held("a", date(2021, 5, 5))))
    later = Context(FORM, year({"report/date": date(2021, 4, 1)}), log=CountedLog(held("a", date(2021, 5, 5))))
    assert [finding.code for finding in checker.check(later, ())] == ["held_after_issue"]


def test_the_first_rules_read_neither_words_nor_the_log() -> None:
    context = with_log(held("a"), held("b"))
    assert Checker(FIRST_RULES).check(context) == ()
    assert reads(context) == []
