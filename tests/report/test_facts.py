"""Facts: totals and shares are computed, what is typed wins over the log, and empty is not zero is not «không có»."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from support.examples import at_most
from support.forms import shipped
from support.strategies import facts
from support.years import RESULT_ANSWERS, year

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, BoardMember, Facts, OwnItem, Source
from tthtcd_tui.report.place import Place

FORM = shipped()
COLUMNS = (CLASSES, PARTICIPATIONS)


def count(number: str) -> Quantity:
    return Quantity(Decimal(number))


def held(uid: str, category: str, classes: int | None, people: int | None) -> Activity:
    return Activity(uid, date(2021, 3, 1), "Lớp", category, classes, people)


# -- results ----------------------------------------------------------------------------------------------------------


def test_the_year_of_the_reference_adds_up() -> None:
    found = year(FORM, RESULT_ANSWERS)
    assert [found.total(column) for column in COLUMNS] == [count("445"), count("43117")]
    assert [found.result("xoa_mu_chu", column) for column in COLUMNS] == [NIL, NIL]
    assert found.result("truyen_thanh", PARTICIPATIONS) == count("4890")


def test_what_is_typed_wins_over_the_log() -> None:
    log = [held("a", "kinh_te", 1, 45), held("b", "kinh_te", 1, None), held("c", "van_nghe", None, 9)]
    found = year(FORM, {"results/kinh_te/classes": "5", "results/van_nghe/participations": "-"}, log=log)
    assert found.result("kinh_te", CLASSES) == count("5")
    assert found.result("kinh_te", PARTICIPATIONS) == count("45")
    assert found.result("van_nghe", PARTICIPATIONS) is NIL  # «không có» was typed, and typed is typed
    assert found.result("van_nghe", CLASSES) is UNANSWERED
    assert found.result("hoc_nghe", CLASSES) is UNANSWERED
    assert [found.logged("kinh_te", column) for column in COLUMNS] == [2, 45]
    assert [found.logged("hoc_nghe", column) for column in COLUMNS] == [None, None]
    assert found.source("kinh_te", CLASSES) is Source.TYPED
    assert found.source("kinh_te", PARTICIPATIONS) is Source.LOG
    assert found.source("van_nghe", PARTICIPATIONS) is Source.TYPED
    assert found.source("van_nghe", CLASSES) is Source.NONE
    assert found.total(CLASSES) == count("5")
    assert found.total(PARTICIPATIONS) == count("45")


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        ({}, UNANSWERED),
        ({"results/hoc_nghe/participations": "5"}, UNANSWERED),  # the other column
        ({"results/hoc_nghe/classes": "-"}, count("0")),
        ({"results/hoc_nghe/classes": "--"}, count("0")),
        ({"results/hoc_nghe/classes": "0"}, count("0")),
        ({"results/hoc_nghe/classes": "-", "results/kinh_te/classes": "3"}, count("3")),
        (
            {"results/hoc_nghe/classes": "999.999.999.999.999", "results/kinh_te/classes": "1"},
            count("1000000000000000"),
        ),
    ],
)
def test_nil_counts_nothing_and_nothing_is_not_zero(typed: dict[str, str], total: Answer) -> None:
    assert year(FORM, typed).total(CLASSES) == total


def test_the_share_is_exact() -> None:
    found = year(FORM, RESULT_ANSWERS)
    assert found.share("phap_luat", CLASSES) == Decimal(26) * 100 / Decimal(445)
    assert str(found.share("van_nghe", PARTICIPATIONS))[:8] == "22.72885"
    assert found.share("xoa_mu_chu", CLASSES) is None
    third = year(FORM, {"results/hoc_nghe/classes": "1", "results/kinh_te/classes": "3"})
    assert third.share("hoc_nghe", CLASSES) == Decimal(25)
    assert third.share("van_nghe", CLASSES) is None
    assert year(FORM, {"results/hoc_nghe/classes": "0"}).share("hoc_nghe", CLASSES) is None
    assert year(FORM).share("hoc_nghe", CLASSES) is None


def test_99_9_per_cent_is_not_100() -> None:
    found = year(FORM, {"results/hoc_nghe/classes": "999", "results/kinh_te/classes": "1"})
    assert found.share("hoc_nghe", CLASSES) == Decimal("99.9")


@at_most(80)
@given(facts(FORM))
def test_the_total_is_the_sum_of_its_rows(found: Facts) -> None:
    for column in COLUMNS:
        answers = [found.result(row.key, column) for row in result_rows_of(FORM).values() if not row.group]
        numbers = [answer.number for answer in answers if isinstance(answer, Quantity)]
        if all(answer is UNANSWERED for answer in answers):
            assert found.total(column) is UNANSWERED
        else:
            assert found.total(column) == Quantity(sum(numbers, Decimal(0)))


# -- answers ----------------------------------------------------------------------------------------------------------


def test_what_stands_where() -> None:
    found = year(
        FORM,
        {"figure/dan_so": "trên 40.000", "report/date": "5/6/2021", "report/opening": "Một\nHai", "figure/chu_de": "x"},
    )
    assert found.at("figure", "dan_so") == found.at("figure/dan_so") == found.answers[Place("figure/dan_so")]
    assert found.at("figure", "so_ho") is UNANSWERED
    assert (found.text_at("figure", "chu_de"), found.text_at("figure", "dan_so")) == ("x", "")
    assert (found.lines_at("report", "opening"), found.lines_at("figure", "chu_de")) == (("Một", "Hai"), ())
    assert (found.date_at("report", "date"), found.date_at("report", "place")) == (date(2021, 6, 5), None)


def test_unanswered_is_not_kept() -> None:
    base = year(FORM)
    found = base.edited([Edit(Place("figure/so_khu"), count("24")), Edit(Place("figure/so_ho"), UNANSWERED)])
    assert dict(found.answers) == {Place("figure/so_khu"): count("24")}
    assert found.edited([Edit(Place("figure/so_khu"), UNANSWERED)]) == base


def test_edits_are_made_in_order_and_on_a_copy() -> None:
    base = year(FORM, {"figure/so_khu": "20"})
    place = Place("figure/so_khu")
    assert base.board == ()  # computed before the edit, and not carried over
    found = base.edited(
        [Edit(place, count("1")), Edit(place, count("2")), Edit(Place("board/a/role"), "director"), Edit(place, NIL)]
    )
    assert found.at(place) is NIL
    assert base.at(place) == count("20")
    assert [member.uid for member in found.board] == ["a"]
    assert base.edited([]) == base


def test_edits_of_activities_are_the_logs() -> None:
    base = year(FORM)
    edits = [Edit(Place("activity/a"), held("a", "kinh_te", 1, 2)), Edit(Place("activity/a/title"), "Lớp")]
    assert base.edited(edits) == base


def test_facts_are_frozen_to_the_bottom() -> None:
    found = year(FORM, {"figure/so_khu": "20"})
    with pytest.raises(FrozenInstanceError):
        found.form = "khac"  # type: ignore[misc]
    with pytest.raises(TypeError):
        found.answers[Place("figure/so_khu")] = NIL  # type: ignore[index]
    given = {Place("figure/so_khu"): NIL}
    copied = Facts(found.centre, "a", 1, found.period, given)
    given[Place("figure/so_ho")] = NIL
    assert dict(copied.answers) == {Place("figure/so_khu"): NIL}


# -- records ----------------------------------------------------------------------------------------------------------


def test_the_board_is_in_its_own_order() -> None:
    found = year(
        FORM,
        {
            "board/z/order": "1", "board/z/role": "director", "board/z/duty": "Phó Chủ tịch", "board/z/name": "Bà An",
            "board/b/order": "3", "board/b/role": "deputy",
            "board/c/role": "treasurer",  # without an order: last
            "board/a/order": "3", "board/a/phone": "0912",  # by uid where the order is the same
            "board/d/order": "999.999.999.999.999",
        },
    )  # fmt: skip
    assert [member.uid for member in found.board] == ["z", "a", "b", "d", "c"]
    assert found.board[0] == BoardMember("z", "director", "Bà An", "Phó Chủ tịch", 1)
    assert found.board[1] == BoardMember("a", "", "", "", 3)


def test_own_items_are_in_their_own_order() -> None:
    found = year(
        FORM,
        {
            "own/b/section": "van_ban", "own/b/label": "Quy tắc ứng xử", "own/b/order": "2",
            "own/a/label": "Phòng đọc", "own/a/order": "-",
            "own/c/statement": "Tốt.", "own/c/order": "1",
        },
    )  # fmt: skip
    assert [item.uid for item in found.own_items] == ["c", "b", "a"]
    assert found.own_items[1] == OwnItem("b", "van_ban", "Quy tắc ứng xử", 2)
    assert found.own_items[0] == OwnItem("c", "", "", 1)


def test_marks() -> None:
    place = Place("results/van_nghe/participations")
    found = year(FORM, {f"reason/{place}": "Có lễ hội 10 năm", f"carried/{place}": "2019-2020"})
    assert (found.reason(place), found.carried_from(place)) == ("Có lễ hội 10 năm", "2019-2020")
    assert (found.reason(Place("figure/dan_so")), found.carried_from(Place("figure/dan_so"))) == ("", "")
    assert found.at(place) is UNANSWERED
    assert found.total(PARTICIPATIONS) is UNANSWERED  # a reason about a row is no answer in it


def test_not_applicable_is_an_answer() -> None:
    assert year(FORM, {"figure/loai_do_thi": "--"}).at("figure", "loai_do_thi") is NOT_APPLICABLE
