"""A contribution by those whom the place has not."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year
from support.mao_khe import whole

from tthtcd_tui.forms.answer import NIL, Answer


def test_they_gave_something_and_are_not_there() -> None:
    answers: dict[str, Answer] = {"rating/ton_giao/level": "khong_co", "rating/ton_giao/contribution": whole(5_000_000)}
    assert told(found(year(answers), "rated_absent")) == [
        (
            "rating/ton_giao/contribution",
            (
                "Tham gia của các cơ sở tôn giáo: đánh giá “Không có trên địa bàn” nhưng có đóng góp 5.000.000 đồng."
                " Sửa mức đánh giá hoặc số tiền, hoặc ghi lý do."
            ),
        )
    ]


@pytest.mark.parametrize(("level", "given"), [("tot", whole(5_000_000)), ("khong_co", whole(0)), ("khong_co", NIL)])
def test_they_are_there_or_gave_nothing(level: str, given: Answer) -> None:
    assert found(year({"rating/ton_giao/level": level, "rating/ton_giao/contribution": given}), "rated_absent") == []


@pytest.mark.parametrize("none", [NIL, whole(0)])
def test_enterprises_that_the_place_has_not_are_not_rated(none: Answer) -> None:
    facts = {"figure/dn_tu_nhan": none, "figure/dn_nha_nuoc": none}
    (finding,) = found(year({**facts, "rating/doanh_nghiep/level": "tot"}), "rated_nobody")
    assert finding.place == "rating/doanh_nghiep/level"
    assert found(year({**facts, "rating/doanh_nghiep/level": "khong_co"}), "rated_nobody") == []
    some = {**facts, "figure/dn_tu_nhan": whole(1), "rating/doanh_nghiep/level": "tot"}
    assert found(year(some), "rated_nobody") == []
