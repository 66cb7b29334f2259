"""Years with one thing wrong, for the checks: each rule has here an example that it finds something in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from support.mao_khe import FORM, facts, whole

from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period


def year(answers: dict[str, Answer] | None = None, period: Period | None = None) -> Facts:
    """The complete year 2020-2021, in which nothing is found, with these answers instead of its own."""
    edited = facts().edited(Edit(Place(place), answer) for place, answer in (answers or {}).items())
    return replace(edited, period=period) if period else edited


def after_the_reform(answers: dict[str, Answer]) -> Facts:
    """The year 2025-2026, addressed as it should be, with these answers."""
    proper: dict[str, Answer] = {
        "report/date": date(2026, 6, 5),
        "report/addressees": ("Ủy ban nhân dân phường Mạo Khê",),
        "report/recipients": ("Sở GD&ĐT", "Thường trực Đảng ủy", "Phòng Văn hóa - Xã hội"),
    }
    return year(proper | answers, Period.school_year(2025))


def found(facts: Facts, code: str) -> list[Finding]:
    """What `check` finds by one rule."""
    return [finding for finding in check(FORM, facts) if finding.code == code]


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Where and what."""
    return [(finding.place, finding.message) for finding in findings]


EXAMPLES: dict[str, Facts] = {
    "missing": year({"figure/dan_so": UNANSWERED}),
    "issuer_abbreviated": year({"report/issuer": "TTHTCĐ phường Mạo Khê"}),
    "number_written": year({"report/number": "05/BC"}),
    "symbol_written": year({"report/symbol": "BC - TTHTCĐ"}),
    "place_written": year({"report/place": "mạo Khê"}),
    "issued_too_early": year({"report/date": date(2020, 6, 5)}),
    "abolished_named": after_the_reform({"report/addressees": ("Phòng GD&ĐT thị xã Đông Triều",)}),
    "authority": year({"report/authority": "THAY MẶT GIÁM ĐỐC"}),
    "deputy_signs": year({"report/authority": "KT. GIÁM ĐỐC"}),
    "signer_titled": year({"report/signer": "ThS. Vũ Thanh Hải"}),
    "signer_written": year({"report/signer": "VŨ THANH HẢI"}),
    "out_of_range": year({"figure/truong_dat_chuan": Quantity(Decimal("100.5"))}),
    "part_beyond_total": year({"figure/truong_thcs": whole(16)}),
    "sum_differs": year({"figure/truong_thcs": whole(4)}),
    "one_director": year({"board/pho-2/role": "director"}),
    "unpaired": year({"results/cau_lac_bo/participations": whole(0)}),
    "differs_from_log": year({"results/kinh_te/classes": whole(6)}),
    "unknown_link": year({"narrative/dia_phuong": ("Có {dan_s} người.",)}),
    "empty_link": year({"figure/website": UNANSWERED, "narrative/dia_phuong": ("Xem {website}.",)}),
    "other_period": year({"report/opening": ("Kết quả năm học 2019-2020 như sau:",)}),
    "abolished_mentioned": after_the_reform({"narrative/dia_phuong": ("Dẫn đầu huyện Đông Triều.",)}),
    "not_reviewed": year({"carried/figure/dan_so": "2019-2020"}),
}
