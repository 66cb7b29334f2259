"""Years made of what somebody types: `year(form, {"figure/dan_so": "trên 40.000"})`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

NO_LOG = Material.of(ActivityLog())
"""What the appendices of a year without activities are made of."""

# The results of 2020-2021 (form.md, III.2); xóa mù chữ is «không có».
RESULTS = {
    "xoa_mu_chu": ("-", "-"), "hoc_nghe": ("2", "540"), "phap_luat": ("26", "2.554"), "suc_khoe": ("35", "4.025"),
    "moi_truong": ("27", "3.270"), "van_hoa_xa_hoi": ("30", "4.350"), "kinh_te": ("5", "210"),
    "ky_nang_song": ("35", "4.500"), "van_nghe": ("25", "9.800"), "cau_lac_bo": ("110", "8.978"),
    "truyen_thanh": ("150", "4.890"),
}  # fmt: skip
RESULT_ANSWERS = {
    f"results/{row}/{column}": number
    for row, numbers in RESULTS.items()
    for column, number in zip(("classes", "participations"), numbers, strict=True)
}
HEAD = {
    "report/superior": "UBND phường Mạo Khê",
    "report/issuer": "Trung tâm học tập cộng đồng phường Mạo Khê",
    "report/locality": "phường Mạo Khê",
    "report/symbol": "BC-TTHTCĐ",
    "report/number": "5",
    "report/place": "Mạo Khê",
    "report/date": "5/6/2021",
    "report/addressees": "Phòng Giáo dục và Đào tạo thị xã Đông Triều",
    "report/opening": "{ten_trung_tam} báo cáo {ky_bao_cao}:",
    "report/closing": "Trên đây là báo cáo {ky_bao_cao}.",
    "report/recipients": "Thường trực Đảng ủy, UBND phường",
    "report/position": "Giám đốc",
    "report/signer": "Vũ Thanh Hải",
}


def year(
    form: Form, typed: Mapping[str, str] | None = None, period: Period | None = None, log: Iterable[Activity] = ()
) -> Facts:
    """The Facts of a year in which somebody typed this and nothing else."""
    facts = Facts(
        Centre("mao-khe", "TTHTCĐ phường Mạo Khê"), form.key, form.version, period or Period.school_year(2020),
        {Place(place): answered(form, place, raw) for place, raw in (typed or {}).items()},
    )  # fmt: skip
    return replace(facts, log=ActivityLog.of(log).sums())


def answered(form: Form, place: str, raw: str) -> Answer:
    field = field_at(form, Place(place))
    assert field is not None, place
    answer = read(field, raw, form.link_names)
    assert not isinstance(answer, Problem), f"{place}: {answer.message}"
    return answer
