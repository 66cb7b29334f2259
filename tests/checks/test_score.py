"""Scores: beyond the maximum, between half points, and unlike the superior's without a word why."""

from __future__ import annotations

from support.check_facts import found, told
from support.scored import given, points, scored_form, scored_year

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.forbidding import errors
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, Answer

OWN = "score/ke_hoach/own"
SUPERIOR = "score/ke_hoach/superior"


def context(answers: dict[str, Answer]) -> Context:
    return Context.of(scored_form(), given(answers))


def test_more_points_than_there_are() -> None:
    assert told(found(context({OWN: points("10.5")}), "score_beyond_maximum")) == [
        (OWN, "Kế hoạch: Tự chấm: 10,5 điểm, quá điểm tối đa 10. Sửa lại điểm.")
    ]
    assert found(context({OWN: points("10")}), "score_beyond_maximum") == []


def test_a_fraction_that_is_no_half() -> None:
    assert told(found(context({SUPERIOR: points("9.25"), OWN: points("9.25")}), "score_between_steps")) == [
        (place, f"Kế hoạch: {who}: 9,25 điểm không chấm được, điểm chỉ lẻ 0,5. Sửa lại điểm.")
        for place, who in ((OWN, "Tự chấm"), (SUPERIOR, "Cấp trên chấm"))
    ]
    assert found(context({OWN: points("9")}), "score_between_steps") == []


def test_both_keep_a_report_from_being_issued() -> None:
    codes = {finding.code for finding in errors(context({OWN: points("10.3")}))}
    assert {"score_beyond_maximum", "score_between_steps"} <= codes


def test_the_superior_gave_something_else_and_nobody_wrote_why() -> None:
    place = "score/ke_hoach/difference"
    assert told(found(context({SUPERIOR: points("8")}), "score_differs")) == [
        (place, "Kế hoạch: tự chấm 9,5, cấp trên chấm 8, chưa ghi vì sao khác nhau. Ghi lý do chênh lệch.")
    ]
    assert len(found(context({SUPERIOR: NOT_APPLICABLE}), "score_differs")) == 1
    assert found(context({SUPERIOR: points("8"), place: "Kế hoạch quý III chưa ban hành"}), "score_differs") == []
    assert found(context({SUPERIOR: points("9.5")}), "score_differs") == []
    assert found(context({OWN: NIL, SUPERIOR: NIL}), "score_differs") == []


def test_a_criterion_cites_a_document_of_the_register() -> None:
    register: dict[str, Answer] = {"evidence/a/code": "MC01", "evidence/a/title": "Kế hoạch năm"}
    place = "score/ke_hoach/evidence"
    assert len(found(context(register), "evidence_uncited")) == 1
    assert found(context(register | {place: "MC01"}), "evidence_uncited") == []
    assert [finding.place for finding in found(context(register | {place: "MC02"}), "evidence_dangling")] == [place]


def test_a_sound_sheet_is_not_objected_to() -> None:
    codes = ("score_beyond_maximum", "score_between_steps", "score_differs")
    assert [found(Context.of(scored_form(), scored_year()), code) for code in codes] == [[], [], []]
