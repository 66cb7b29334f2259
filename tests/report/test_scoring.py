"""What a scoring sheet comes to: sums, maximum, per cent, class, and what the next class takes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.scored import given, points, scored_year, sheet

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.scoring import (
    Scorer,
    class_of,
    percent_text,
    points_of,
    shortfall,
    what_is_missing,
)

OWN, SUPERIOR = Scorer.OWN, Scorer.SUPERIOR


def total(facts: Facts, key: str = "", scorer: Scorer = OWN) -> tuple[Decimal, Decimal]:
    found = points_of(facts, sheet(), scorer, key)
    return found.given, found.maximum


def class_label(facts: Facts, scorer: Scorer = OWN) -> str | None:
    found = class_of(facts, sheet(), scorer)
    return found.label if found else None


def test_parts_add_up_to_their_criterion_criteria_to_their_group_groups_to_the_whole() -> None:
    facts = scored_year()
    assert total(facts, "nguon_luc") == (Decimal("9"), Decimal("10"))
    assert total(facts, "quan_ly") == (Decimal("18.5"), Decimal("20"))
    assert total(facts) == (Decimal("36.5"), Decimal("40"))
    assert percent_text(points_of(facts, sheet(), OWN)) == "91,25%"
    assert class_label(facts) == "Tốt"
    assert what_is_missing(facts, sheet(), OWN) == ""


def test_what_does_not_apply_is_no_part_of_the_maximum() -> None:
    facts = given({"score/thiet_bi/own": NOT_APPLICABLE})
    assert total(facts, "nguon_luc") == (Decimal("5"), Decimal("5.5"))
    assert total(facts) == (Decimal("32.5"), Decimal("35.5"))
    assert class_label(facts) == "Tốt"


def test_a_criterion_that_does_not_apply_is_below_no_least() -> None:
    facts = given({"score/thiet_bi/own": NOT_APPLICABLE, "score/kinh_phi/own": NOT_APPLICABLE})
    assert total(facts, "nguon_luc") == (Decimal(0), Decimal(0))
    assert class_label(facts) == "Tốt"


def test_none_is_no_points_of_a_maximum_that_stands() -> None:
    assert total(given({"score/thiet_bi/own": NIL})) == (Decimal("32.5"), Decimal("40"))


def test_where_nothing_applies_there_is_no_class() -> None:
    facts = given(
        dict.fromkeys((f"score/{key}/own" for key in ("ke_hoach", "kinh_phi", "thiet_bi", "so_nguoi")), NOT_APPLICABLE)
    )
    assert class_label(facts) is None
    assert percent_text(points_of(facts, sheet(), OWN)) == ""


def test_while_something_is_not_scored_there_is_no_class() -> None:
    facts = given({"score/so_nguoi/own": UNANSWERED})
    assert class_label(facts) is None
    assert total(facts) == (Decimal("18.5"), Decimal("40"))
    assert what_is_missing(facts, sheet(), OWN) == "Còn 1 tiêu chí chưa chấm, chưa xếp loại được."
    assert what_is_missing(scored_year({}), sheet(), OWN) == ""


@pytest.mark.parametrize(
    ("answers", "label", "missing"),
    [
        ({"score/so_nguoi/own": points("17.5")}, "Tốt", ""),  # 36 of 40 is 90 % to the point
        ({"score/so_nguoi/own": points("17")}, "Khá", "Để xếp loại “Tốt”: cần thêm 0,5 điểm."),
        (
            {
                "score/kinh_phi/own": points("0.5"),
                "score/ke_hoach/own": points("10"),
                "score/so_nguoi/own": points("20"),
            },
            "Khá",
            "Để xếp loại “Tốt”: cần thêm 1,5 điểm; tiêu chí 2 “Nguồn lực” phải đạt từ 5 điểm (đang 4,5).",
        ),
        (
            {"score/so_nguoi/own": points("9.5")},
            "Khá",
            "Để xếp loại “Tốt”: cần thêm 8 điểm; tiêu chí 1 “Số người học” phải đạt từ 10 điểm (đang 9,5).",
        ),
        ({"score/so_nguoi/own": points("0")}, "Trung bình", "Để xếp loại “Khá”: cần thêm 9,5 điểm."),
    ],
)
def test_the_class_and_what_the_next_one_takes(answers: dict[str, Answer], label: str, missing: str) -> None:
    facts = given(answers)
    assert class_label(facts) == label
    assert what_is_missing(facts, sheet(), OWN) == missing


def test_no_criterion_below_the_half_keeps_a_total_from_its_class() -> None:
    weak = given(
        {"score/ke_hoach/own": points("4.5"), "score/so_nguoi/own": points("20"), "score/kinh_phi/own": points("5.5")}
    )
    assert total(weak)[0] * 100 >= 70 * total(weak)[1]
    short = shortfall(weak, sheet(), OWN)
    assert short is not None
    assert [(criterion.key, least, has) for criterion, least, has in short.weak] == [
        ("ke_hoach", Decimal("5"), Decimal("4.5"))
    ]


def test_the_superior_has_sums_and_a_class_of_their_own() -> None:
    facts = given(
        {f"score/{key}/superior": points(raw) for key, raw in (("ke_hoach", "8"), ("kinh_phi", "5"), ("thiet_bi", "4"))}
    )
    assert class_label(facts, SUPERIOR) is None
    facts = given(
        {
            f"score/{key}/superior": points(raw)
            for key, raw in (("ke_hoach", "8"), ("kinh_phi", "5"), ("thiet_bi", "4"), ("so_nguoi", "15"))
        }
    )
    assert total(facts, scorer=SUPERIOR) == (Decimal("32"), Decimal("40"))
    assert (class_label(facts), class_label(facts, SUPERIOR)) == ("Tốt", "Khá")


def test_what_the_centre_says_does_not_apply_does_not_for_a_superior_who_says_nothing() -> None:
    given_ = {f"score/{key}/superior": points("5") for key in ("ke_hoach", "kinh_phi", "so_nguoi")}
    facts = given({"score/thiet_bi/own": NOT_APPLICABLE, **given_})
    assert points_of(facts, sheet(), SUPERIOR).is_complete
    assert total(facts, scorer=SUPERIOR) == (Decimal("15"), Decimal("35.5"))
