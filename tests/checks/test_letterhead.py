"""The centre's official name, number, symbol and place as they are written, and a date of issue that can be."""

from __future__ import annotations

from datetime import date

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.report.finding import Severity


@pytest.mark.parametrize(
    ("issuer", "quoted"),
    [
        ("TTHTCĐ phường Mạo Khê", "“TTHTCĐ”"),
        ("TT HTCĐ phường Mạo Khê", "“TT”"),
        ("Trung tâm HTCĐ phường Mạo Khê", "“HTCĐ”"),
        ("tthtcd phường Mạo Khê", "“tthtcd”"),
        ("Trung tâm học tập CĐ phường Mạo Khê", "“CĐ”"),
        ("Trung tâm VH-TT&HTCĐ xã A", "“TT”"),
    ],
)
def test_an_abbreviated_name(issuer: str, quoted: str) -> None:
    [finding] = found(year({"report/issuer": issuer}), "issuer_abbreviated")
    assert (finding.place, finding.severity) == ("report/issuer", Severity.ERROR)
    assert finding.message == (
        f"Tên chính thức của trung tâm: còn viết tắt {quoted}."
        " Ghi đầy đủ, như Trung tâm học tập cộng đồng phường Mạo Khê."
    )


@pytest.mark.parametrize(
    "issuer",
    ["Trung tâm học tập cộng đồng phường Mạo Khê", "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG XÃ ATT", "Trung tâm HTCĐX"],
)
def test_a_name_in_full(issuer: str) -> None:
    assert found(year({"report/issuer": issuer}), "issuer_abbreviated") == []


def test_the_superior_body_and_the_symbol_may_be_abbreviated() -> None:
    facts = year({"report/superior": "UBND phường Mạo Khê", "report/symbol": "BC-TTHTCĐ"})
    assert found(facts, "issuer_abbreviated") == []


@pytest.mark.parametrize("number", ["05/BC", "Số 5", "5/BC-TTHTCĐ", "năm", "5 6", "…"])
def test_more_than_a_number(number: str) -> None:
    [finding] = found(year({"report/number": number}), "number_written")
    assert (finding.place, finding.severity) == ("report/number", Severity.WARNING)
    assert finding.message == (f"Số văn bản: “{number}” không phải một con số. Chỉ ghi số, như 5, hoặc ghi lý do.")


@pytest.mark.parametrize("number", ["5", "05", "123", "5a", "12B", UNANSWERED])
def test_a_number(number: Answer) -> None:
    assert found(year({"report/number": number}), "number_written") == []


@pytest.mark.parametrize(
    "symbol", ["BC - TTHTCĐ", "bc-tthtcđ", "BC", "/BC-TTHTCĐ", "BC–TTHTCĐ", "Số: BC-TTHTCĐ", "BC-TT HTCĐ"]
)
def test_a_symbol_out_of_shape(symbol: str) -> None:
    [finding] = found(year({"report/symbol": symbol}), "symbol_written")
    assert (finding.place, finding.severity) == ("report/symbol", Severity.WARNING)
    assert finding.message == (
        f"Ký hiệu văn bản: “{symbol}” chưa đúng thể thức. Viết hoa, nối bằng dấu gạch, không có khoảng trắng, như"
        " BC-TTHTCĐ, hoặc ghi lý do."
    )


@pytest.mark.parametrize("symbol", ["BC-TTHTCĐ", "BC-TTVHTT&HTCĐ", "BC-TTHTCĐ-MK", "BC-P1"])
def test_a_symbol(symbol: str) -> None:
    assert found(year({"report/symbol": symbol}), "symbol_written") == []


def test_a_place_begins_with_a_capital() -> None:
    facts = year({"report/place": "đông Triều"})
    assert told(found(facts, "place_written")) == [
        ("report/place", "Địa danh: “đông Triều” chưa viết hoa chữ đầu. Sửa như Đông Triều, hoặc ghi lý do.")
    ]
    assert found(facts, "place_written")[0].severity is Severity.WARNING
    [(_, message)] = told(found(year({"report/place": "ĐÔNG TRIỀU"}), "place_written"))
    assert "viết hoa tất cả. Sửa như Đông Triều" in message
    for written in ("HCM", "Mạo Khê", "Phường 1", "", "1"):
        assert found(year({"report/place": written or UNANSWERED}), "place_written") == []


def test_issued_before_the_period_began() -> None:
    facts = year({"report/date": date(2020, 8, 31)})
    assert told(found(facts, "issued_too_early")) == [
        (
            "report/date",
            "Ngày ban hành: 31/8/2020 là trước khi kỳ báo cáo bắt đầu (01/9/2020). Sửa ngày, hoặc ghi lý do.",
        )
    ]
    assert found(facts, "issued_too_early")[0].severity is Severity.WARNING


@pytest.mark.parametrize("day", [date(2021, 3, 2), date(2021, 6, 5), date(2021, 9, 30)])
def test_issued_in_the_period_or_after(day: date) -> None:
    assert found(year({"report/date": day}), "issued_too_early") == []


def test_not_issued_yet() -> None:
    assert found(year({"report/date": UNANSWERED}), "issued_too_early") == []


def test_the_symbol_of_another_body_is_told() -> None:
    assert found(year({"report/symbol": "BC-UBND"}), "symbol_fits")


def test_a_report_is_never_number_0() -> None:
    assert len(found(year({"report/number": "0"}), "number_written")) == 1
    assert found(year({"report/number": "10"}), "number_written") == []
