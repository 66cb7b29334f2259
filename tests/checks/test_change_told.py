"""A change against last year, told with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.check_facts import before, year
from support.mao_khe import FORM, whole

from tthtcd_tui.checks.change_told import told_change
from tthtcd_tui.forms.answer import NIL, Answer, Quantity
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

MEMBERS = "figure/dang_vien"


def told(now: Answer, last: Answer, reason: str = "", place: str = MEMBERS) -> str:
    return told_change(FORM, year({place: now}), before({place: last}), Place(place), reason)


@pytest.mark.parametrize(
    ("now", "last", "words"),
    [
        (1900, 1400, "tăng 35,7% so với năm học 2019-2020 (từ 1.400 lên 1.900)."),
        (2800, 1400, "tăng gấp 2 lần so với năm học 2019-2020 (từ 1.400 lên 2.800)."),
        (14000, 1400, "tăng gấp 10 lần so với năm học 2019-2020 (từ 1.400 lên 14.000)."),
        (700, 1400, "giảm 50% so với năm học 2019-2020 (từ 1.400 xuống 700)."),
        (0, 1400, "giảm 100% so với năm học 2019-2020 (từ 1.400 xuống 0)."),
        (5, 0, "tăng so với năm học 2019-2020 (từ 0 lên 5)."),
    ],
)
def test_how_much(now: int, last: int, words: str) -> None:
    assert told(whole(now), whole(last)) == f"Số đảng viên {words}"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("Tiếp nhận hai chi bộ.", "do tiếp nhận hai chi bộ."),
        ("do thay đổi địa giới", "do thay đổi địa giới."),
        ("Nhờ kết nạp nhiều", "nhờ kết nạp nhiều."),
        ("UBND phường giao thêm", "do UBND phường giao thêm."),
        ("Mạo Khê nhận thêm hai khu", "do Mạo Khê nhận thêm hai khu."),
    ],
)
def test_why(reason: str, words: str) -> None:
    assert told(whole(1900), whole(1400), reason).endswith(f"lên 1.900) {words}")


@pytest.mark.parametrize(("now", "last"), [(whole(5), whole(5)), (NIL, whole(5)), (whole(5), NIL)])
def test_no_change_is_not_told(now: Answer, last: Answer) -> None:
    assert told(now, last, "lý do") == ""


def test_rows_of_the_results_and_decimals() -> None:
    words = told(whole(5_000), whole(2_310), place="results/phap_luat/participations")
    assert words.startswith("Giáo dục pháp luật: Số lượt người tham gia tăng gấp 2,2 lần")
    area = told(Quantity(Decimal("19.1")), Quantity(Decimal("19.08")), place="figure/dien_tich")
    assert area == "Diện tích tự nhiên tăng 0,1% so với năm học 2019-2020 (từ 19,08 lên 19,1)."


def test_a_period_of_another_kind_is_the_one_before() -> None:
    last = replace(before({MEMBERS: whole(1400)}), period=Period.custom(date(2019, 1, 1), date(2020, 3, 31), "2019-T3"))
    words = told_change(FORM, year({MEMBERS: whole(1900)}), last, Place(MEMBERS), "")
    assert words == "Số đảng viên tăng 35,7% so với kỳ trước (từ 1.400 lên 1.900)."
