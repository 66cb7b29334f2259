"""Figures beyond what they may reach, and totals that do not add up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.check_facts import found, told, year
from support.mao_khe import FORM, whole

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.model import SumRule
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.text.qualifiers import Qualifier


@pytest.mark.parametrize(
    ("place", "number", "message"),
    [
        (
            "figure/truong_dat_chuan",
            "100.5",
            "Tỷ lệ trường đạt chuẩn quốc gia: 100,5 không thể có. Nhập một số từ 0 đến 100.",
        ),
        (
            "indicator/ty_le_biet_chu/value",
            "101",
            "Tỷ lệ biết chữ trong các độ tuổi: 101 không thể có. Nhập một số từ 0 đến 100.",
        ),
        ("figure/dan_so", "-1", "Dân số: -1 không thể có. Nhập một số từ 0 trở lên."),
    ],
)
def test_a_number_out_of_range(place: str, number: str, message: str) -> None:
    [finding] = found(year({place: Quantity(Decimal(number))}), "out_of_range")
    assert (finding.place, finding.message, finding.severity) == (place, message, Severity.ERROR)


@pytest.mark.parametrize("number", ["0", "99.999999", "100"])
def test_a_percentage_from_0_to_100(number: str) -> None:
    assert found(year({"figure/truong_dat_chuan": Quantity(Decimal(number))}), "out_of_range") == []


def test_the_form_declares_the_sum_of_the_schools() -> None:
    assert FORM.sums == (SumRule("so_truong", ("truong_mam_non", "truong_tieu_hoc", "truong_thcs", "truong_thpt")),)


def test_a_total_that_its_parts_do_not_add_up_to() -> None:
    [finding] = found(year({"figure/truong_thcs": whole(4)}), "sum_differs")
    assert (finding.place, finding.severity) == ("figure/so_truong", Severity.WARNING)
    assert finding.message == (
        "Tổng số trường: đã nhập 15, các phần cộng lại 5 + 5 + 4 + 2 = 16. Sửa số liệu, hoặc ghi lý do."
    )


def test_a_part_beyond_the_total() -> None:
    answers: dict[str, Answer] = {"figure/so_truong": whole(4), "figure/truong_thpt": NIL}
    assert told(found(year(answers), "part_beyond_total")) == [
        ("figure/truong_mam_non", "Số trường mầm non: 5 lớn hơn “Tổng số trường” là 4. Sửa một trong hai số."),
        ("figure/truong_tieu_hoc", "Số trường tiểu học: 5 lớn hơn “Tổng số trường” là 4. Sửa một trong hai số."),
    ]
    assert found(year(answers), "part_beyond_total")[0].severity is Severity.ERROR


def test_a_part_may_be_the_whole() -> None:
    others: dict[str, Answer] = {f"figure/{part}": NIL for part in FORM.sums[0].parts[1:]}
    assert found(year(others | {"figure/so_truong": whole(5)}), "part_beyond_total") == []


@pytest.mark.parametrize("none", [NIL, NOT_APPLICABLE, whole(0)])
def test_none_of_a_part_adds_nothing(none: Answer) -> None:
    answers: dict[str, Answer] = {"figure/truong_thpt": none, "figure/so_truong": whole(13)}
    assert found(year(answers), "sum_differs") == []


@pytest.mark.parametrize("place", ["figure/so_truong", "figure/truong_thcs"])
@pytest.mark.parametrize("answer", [UNANSWERED, Quantity(Decimal(99), Qualifier.ABOUT)])
def test_what_is_unanswered_or_only_about_is_not_reckoned_with(place: str, answer: Answer) -> None:
    assert found(year({place: answer}), "sum_differs") == []
    assert found(year({place: answer}), "part_beyond_total") == []


@pytest.mark.parametrize(("schools", "share"), [(3, 45), (2, 75), (4, 60), (7, 50)])
def test_a_share_that_no_number_of_schools_is_is_told(schools: int, share: int) -> None:
    facts = year({"figure/so_truong": whole(schools), "figure/truong_dat_chuan": Quantity(Decimal(share))})
    (finding,) = found(facts, "share_of_none")
    assert f"{share}% của {schools} trường không ra số trường nào" in finding.message


@pytest.mark.parametrize(
    ("schools", "share"), [(3, "66.67"), (3, "66.7"), (3, "67"), (7, "57.14"), (1, "100"), (15, "86.67"), (40, "61.3")]
)
def test_a_rounded_share_of_schools_is_right(schools: int, share: str) -> None:
    facts = year({"figure/so_truong": whole(schools), "figure/truong_dat_chuan": Quantity(Decimal(share))})
    assert found(facts, "share_of_none") == []


@pytest.mark.parametrize("given", ["9", "mức 5", "0"])
def test_a_level_of_quality_that_is_none_is_told(given: str) -> None:
    assert len(found(year({"figure/muc_chat_luong": given}), "quality_level_odd")) == 1


@pytest.mark.parametrize("given", ["1", "1 và 2", "cấp độ 3", "đạt"])
def test_a_level_of_quality_is_one_of_four(given: str) -> None:
    assert found(year({"figure/muc_chat_luong": given}), "quality_level_odd") == []
