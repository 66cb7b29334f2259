"""What is written to those who have not handed in."""

from __future__ import annotations

from datetime import date

from tthtcd_tui.report.rollup.rollup import Line, State
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit, Units
from tthtcd_tui.tasks.upward.reminder import reminder
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)
DUE = date(2021, 6, 15)
PLEASE = "Đề nghị các trung tâm hoàn thành, chốt và nộp báo cáo. Trung tâm nào vừa nộp xin bỏ qua lời nhắc này."


def test_it_names_who_lacks_and_says_by_when() -> None:
    lines = [
        Line("101", "Phường Mạo Khê", State.IN),
        Line("102", "Xã Tân Hòa", State.MISSING, reason="đang nhập"),
        Line("103", "Xã Bản Sen", State.RETURNED, reason="Sở: số dân"),
        Line("104", "Xã Ở Xa", State.MISSING),
        Line("mk", "TTHTCĐ lạ", State.UNKNOWN),
    ]
    assert reminder(YEAR, lines, DUE, date(2021, 6, 3), Units()) == [
        "Nhắc nộp báo cáo năm học 2020-2021. Hạn nộp 15/6/2021 (còn 12 ngày).",
        "2 đơn vị chưa nộp: Xã Tân Hòa; Xã Ở Xa.",
        "1 đơn vị được trả lại, chưa nộp lại: Xã Bản Sen.",
        PLEASE,
    ]
    assert reminder(YEAR, lines, None, DUE, Units())[0] == "Nhắc nộp báo cáo năm học 2020-2021."
    assert reminder(YEAR, lines, DUE, date(2021, 6, 18), Units())[0].endswith("(quá hạn 3 ngày).")


def test_where_all_are_in_nobody_is_reminded() -> None:
    assert reminder(YEAR, [Line("101", "Phường Mạo Khê", State.APPROVED, is_late=True)], DUE, DUE, Units()) == []


def test_of_a_whole_country_the_provinces_are_named_with_how_many() -> None:
    provinces = [Unit(code, f"Tỉnh Số {code}", UnitKind.PROVINCE) for code in "12"]
    communes = [Unit(f"{at}", f"Xã {at}", UnitKind.COMMUNE, "12"[at % 2]) for at in range(100, 301)]
    lines = [Line(unit.code, unit.name, State.MISSING) for unit in communes]
    units = Units([*provinces, *communes])
    assert reminder(YEAR, lines, DUE, DUE, units)[1] == "201 đơn vị chưa nộp: Tỉnh Số 1 (101); Tỉnh Số 2 (100)."
    assert "Xã 100; Xã 102; " in reminder(YEAR, lines[::2], DUE, DUE, units)[1], "of one province each is named"
