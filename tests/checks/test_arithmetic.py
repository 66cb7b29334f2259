"""The form's own arithmetic: each kind of rule, and each rule of the shipped form where it speaks and where not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.check_facts import before, compared, found, told, year
from support.forms import changed_text
from support.mao_khe import FORM, whole

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.text.qualifiers import Qualifier


def form_with(rule: str) -> Form:
    return load(changed_text(("[[sum]]\n", f'[[rule]]\nkey = "x"\n{rule}\n\n[[sum]]\n')), "x.toml")


def judged(rule: str, answers: dict[str, Answer], last_year: dict[str, Answer] | None = None) -> list[Finding]:
    """What a rule of a province's own finds."""
    context = Context.of(form_with(rule), year(answers), before=before(last_year))
    return [finding for finding in check(context) if finding.code == "x"]


# -- the kinds --------------------------------------------------------------------------------------------------------

RANGE = 'kind = "range"\nof = ["figure/so_khu"]\nleast = 2\nmost = 40'


def test_a_range_in_its_own_words() -> None:
    assert told(judged(RANGE, {"figure/so_khu": whole(41)})) == [
        (
            "figure/so_khu",
            (
                "Số khu phố (thôn, ấp, xóm): 41 lớn hơn mức thường gặp (từ 2 đến 40)."
                " Sửa số liệu; nếu đúng thì ghi lý do."
            ),
        )
    ]
    assert "nhỏ hơn mức thường gặp" in judged(RANGE, {"figure/so_khu": whole(1)})[0].message
    assert judged(RANGE, {"figure/so_khu": whole(40)}) == judged(RANGE, {"figure/so_khu": whole(2)}) == []


def test_what_is_unanswered_or_none_is_not_judged() -> None:
    for none in (UNANSWERED, NIL, NOT_APPLICABLE):
        assert judged(RANGE, {"figure/so_khu": none}) == []
    assert len(judged(RANGE, {"figure/so_khu": whole(0)})) == 1
    assert judged(f"{RANGE}\nzero_ok = true", {"figure/so_khu": whole(0)}) == []


def test_the_words_of_the_form_with_what_it_saw() -> None:
    rule = (
        'kind = "per"\nof = ["figure/dan_so"]\nto = ["figure/so_ho"]\nmost = 8\n'
        'sentence = "Bình quân {ket_qua} người ({so} chia {moc}), {so_khu} khu."\nadvice = "Xem lại."\nlevel = "error"'
    )
    [finding] = judged(rule, {"figure/so_ho": whole(1000)})
    assert finding.severity is Severity.ERROR
    assert finding.message == "Dân số: Bình quân 40 người (40.000 chia 1.000), 24 khu. Xem lại."


def test_a_ratio_is_in_per_cent() -> None:
    rule = 'kind = "ratio"\nof = ["figure/chi_bo"]\nto = ["figure/so_khu"]\nmost = 100'
    [finding] = judged(rule, {})
    assert finding.message == (
        "Số chi bộ trực thuộc: 41 bằng 171% của “Số khu phố (thôn, ấp, xóm)” (24), lớn hơn mức thường gặp (không quá"
        " 100). Sửa số liệu; nếu đúng thì ghi lý do."
    )
    assert judged(rule, {"figure/so_khu": whole(41)}) == []
    assert judged(rule, {"figure/so_khu": whole(0)}) == judged(rule, {"figure/so_khu": UNANSWERED}) == []


def test_a_part_is_no_more_than_what_the_whole_adds_up_to() -> None:
    rule = 'kind = "at_most"\nof = ["figure/chi_bo", "figure/so_truong"]\nto = ["figure/so_khu", 5]'
    assert told(judged(rule, {})) == [
        (
            "figure/chi_bo",
            (
                "Số chi bộ trực thuộc: 41 lớn hơn “Số khu phố (thôn, ấp, xóm)” + 5 là 29."
                " Sửa số liệu; nếu đúng thì ghi lý do."
            ),
        )
    ]
    assert judged(rule, {"figure/chi_bo": whole(29)}) == []
    assert [finding.place for finding in judged(rule, {"figure/so_khu": NIL})] == ["figure/chi_bo", "figure/so_truong"]


def test_a_part_of_last_year() -> None:
    rule = 'kind = "at_most"\nof = ["last_year:figure/chi_bo"]\nto = ["figure/chi_bo"]'
    [finding] = judged(rule, {"figure/chi_bo": whole(40)})
    assert (finding.place, finding.message.split(".")[0]) == (
        "figure/chi_bo",
        "Số chi bộ trực thuộc: 41 lớn hơn “Số chi bộ trực thuộc” là 40",
    )
    assert judged(rule, {}) == []


def test_a_sum() -> None:
    rule = 'kind = "sum"\nof = ["figure/so_khu"]\nto = ["figure/so_truong", "figure/truong_thcs"]'
    assert "đã nhập 24, các phần cộng lại được 18." in judged(rule, {})[0].message
    assert judged(rule, {"figure/so_khu": whole(18)}) == []


def test_a_sum_of_what_is_only_about_is_none() -> None:
    rule = 'kind = "sum"\nof = ["figure/dan_so"]\nto = ["figure/so_ho", "figure/so_khu"]'
    assert judged(rule, {}) == []
    assert len(judged(rule, {"figure/dan_so": whole(5)})) == 1


CHANGE = 'kind = "change"\nof = ["figure/dan_so", "tong_luot"]\nleast = 0.8\nmost = 1.5\nsize = 100'


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (392_000, "kỳ này 392.000, kỳ trước 39.200, gấp 10 lần. Có thể gõ thừa chữ số 0 hoặc nhầm đơn vị."),
        (3_920, "kỳ này 3.920, kỳ trước 39.200, chỉ bằng 10%. Có thể gõ thiếu chữ số 0 hoặc nhầm đơn vị."),
        (60_000, "kỳ này 60.000, kỳ trước 39.200, tăng 53,1%. Sửa số liệu; nếu đúng thì ghi lý do."),
        (80_000, "kỳ này 80.000, kỳ trước 39.200, gấp 2 lần. Sửa số liệu; nếu đúng thì ghi lý do."),
        (30_000, "kỳ này 30.000, kỳ trước 39.200, chỉ bằng 76,5%. Sửa số liệu; nếu đúng thì ghi lý do."),
    ],
)
def test_a_leap_against_last_year(now: int, words: str) -> None:
    [finding] = judged(CHANGE, {"figure/dan_so": whole(now)})
    assert finding.message.startswith(f"Dân số: {words}")


def test_what_changed_little_or_has_nothing_to_compare_with() -> None:
    assert judged(CHANGE, {"figure/dan_so": whole(58_000)}) == []
    assert judged(CHANGE, {"figure/dan_so": whole(110)}, {"figure/dan_so": whole(15)}) == []
    for none in (UNANSWERED, NIL, whole(0)):
        assert judged(CHANGE, {"figure/dan_so": whole(400)}, {"figure/dan_so": none}) == []
    assert [f for f in check(Context(form_with(CHANGE), year({"figure/dan_so": whole(9)}))) if f.code == "x"] == []


def test_a_total_of_the_results_is_told_at_the_table() -> None:
    [finding] = judged(CHANGE, {"results/van_nghe/participations": whole(98_000)})
    assert finding.place == "results"
    assert finding.message.startswith("Tổng số lượt người tham gia: kỳ này 131.317, kỳ trước 39.871, gấp 3,3 lần.")


def test_each_row_of_the_results_by_itself() -> None:
    rule = 'kind = "per"\nof = ["results/*/participations"]\nto = ["results/*/classes"]\nmost = 380'
    assert [finding.place for finding in judged(rule, {})] == ["results/van_nghe/participations"]
    rule = 'kind = "at_most"\nof = ["results/*/classes"]\nto = ["figure/so_ho"]'
    assert [finding.place for finding in judged(rule, {"results/phap_luat/classes": whole(20_000)})] == [
        "results/phap_luat/classes"
    ]


def test_only_where_the_place_is_in_that_unit() -> None:
    rule = 'kind = "range"\nof = ["indicator/thu_nhap/value"]\nmost = 100\nunit = "{}"'
    assert len(judged(rule.format("USD/người/năm"), {})) == 1
    assert judged(rule.format("triệu đồng/người/năm"), {}) == []


def test_what_cannot_be_at_all_is_not_told_to_be_unlikely_too() -> None:
    findings = check(Context(FORM, year({"figure/so_ho": whole(50_000)})))
    assert [(finding.code, finding.severity) for finding in findings if finding.place == "figure/so_ho"] == [
        ("ho_nhieu_hon_dan", Severity.ERROR)
    ]


# -- the shipped rules ------------------------------------------------------------------------------------------------

_TRUE: dict[str, dict[str, Answer]] = {
    "dan_so_khac_thuong": {"figure/dan_so": whole(31)},
    "so_ho_khac_thuong": {"figure/so_ho": whole(8)},
    "dien_tich_khac_thuong": {"figure/dien_tich": whole(9_700_000)},
    "so_khu_khac_thuong": {"figure/so_khu": whole(240)},
    "thu_nhap_khac_thuong": {"indicator/thu_nhap/value": Quantity(Decimal(31_500_000), Qualifier.ESTIMATED_AT)},
    "kinh_phi_khac_thuong": {"figure/kinh_phi_chi": whole(208)},
    "dong_gop_khac_thuong": {"rating/doanh_nghiep/contribution": whole(25)},
    "biet_chu_khac_thuong": {"indicator/ty_le_biet_chu/value": Quantity(Decimal("9.96"))},
    "ho_nhieu_hon_dan": {"figure/so_ho": whole(50_000)},
    "nguoi_moi_ho": {"figure/so_ho": whole(1_000)},
    "ho_ngheo_nhieu_hon_ho": {"indicator/ho_ngheo/value": whole(20_000)},
    "dang_vien_nhieu_hon_dan": {"figure/dang_vien": whole(50_000)},
    "dang_vien_trong_dan": {"figure/dang_vien": whole(14_000)},
    "dang_vien_moi_chi_bo": {"figure/chi_bo": whole(1_400)},
    "ho_moi_khu": {"figure/so_khu": whole(10_000)},
    "nha_van_hoa_nhieu_hon_khu": {"figure/so_nha_van_hoa": whole(48)},
    "hoc_sinh_trong_dan": {"figure/so_hoc_sinh": whole(93_300)},
    "hoc_sinh_moi_giao_vien": {"figure/so_giao_vien": whole(7_090)},
    "hoc_sinh_moi_lop": {"figure/so_lop_hoc": whole(9_330)},
    "tre_khuyet_tat_nhieu_hon_dan": {"figure/tre_khong_di_hoc": whole(90_000)},
    "tre_khuyet_tat_va_hoc_sinh": {"figure/tre_khong_di_hoc": whole(1_900)},
    "chi_nhieu_hon_thu": {
        "figure/kinh_phi_ngan_sach": whole(48_000_000),
        "figure/kinh_phi_huy_dong": NIL,
        "figure/kinh_phi_chi": whole(97_200_000),
    },
    "luot_moi_lop": {"results/phap_luat/participations": whole(26)},
    "luot_moi_nguoi_dan": {"figure/dan_so": whole(4_000)},
    "dan_so_doi": {"figure/dan_so": whole(392_000)},
    "dien_tich_doi": {"figure/dien_tich": whole(2_000)},
    "to_chuc_doi": {"figure/dang_vien": whole(14_000)},
    "truong_hoc_doi": {"figure/truong_thcs": whole(13)},
    "day_hoc_doi": {"figure/so_hoc_sinh": whole(933)},
    "doanh_nghiep_doi": {"figure/dn_tu_nhan": whole(1_000)},
    "truong_dat_chuan_doi": {"figure/truong_dat_chuan": whole(9)},
    "tre_khuyet_tat_doi": {"figure/tre_khong_di_hoc": whole(81)},
    "kinh_phi_doi": {"figure/kinh_phi_chi": whole(792_000_000)},
    "dong_gop_doi": {"rating/nha_hao_tam/contribution": whole(250_000_000)},
    "ho_ngheo_doi": {"indicator/ho_ngheo/value": whole(310)},
    "thu_nhap_doi": {"indicator/thu_nhap/value": whole(24_500)},
    "biet_chu_doi": {"indicator/ty_le_biet_chu/value": whole(62)},
    "so_lop_doi": {"results/phap_luat/classes": whole(260)},
    "luot_nguoi_doi": {"results/phap_luat/participations": whole(25_540)},
}
_LAST_YEAR: dict[str, Answer] = {
    "figure/kinh_phi_chi": whole(79_200_000),
    "rating/nha_hao_tam/contribution": whole(25_000_000),
    "indicator/ho_ngheo/value": whole(31),
    "indicator/ty_le_biet_chu/value": Quantity(Decimal("99.6")),
}
_RIGHT: dict[str, Answer] = {
    "figure/dan_so": whole(4_000),
    "figure/so_ho": whole(1_000),
    "figure/dien_tich": Quantity(Decimal("142.6")),
    "figure/so_khu": whole(11),
    "figure/so_nha_van_hoa": whole(11),
    "figure/dang_vien": whole(187),
    "figure/chi_bo": whole(14),
    "figure/kinh_phi_ngan_sach": whole(12_000_000),
    "figure/kinh_phi_huy_dong": whole(0),
    "figure/kinh_phi_chi": whole(12_000_000),
    "figure/so_hoc_sinh": whole(1_310),
    "figure/so_giao_vien": whole(82),
    "figure/so_lop_hoc": whole(47),
    "rating/doanh_nghiep/contribution": whole(0),
    "indicator/ho_ngheo/value": whole(412),
    "indicator/thu_nhap/value": whole(1_180),
    "indicator/ty_le_biet_chu/value": Quantity(Decimal("91.4")),
    "results/van_nghe/participations": whole(4_000),
    "results/cau_lac_bo/participations": whole(4_000),
}
"""A poor commune in the hills, a tenth of the other's people: as it may well be."""


def test_every_shipped_rule_has_its_example() -> None:
    in_other_units = {"thu_nhap_trieu_khac_thuong", "thu_nhap_thang_khac_thuong"}  # see test_units
    assert _TRUE.keys() | in_other_units == {rule.key for rule in rules_for(FORM)}


@pytest.mark.parametrize("key", _TRUE)
def test_a_shipped_rule_speaks(key: str) -> None:
    [finding] = found(compared(_TRUE[key], _LAST_YEAR), key)[:1]
    assert finding.message.endswith(".")
    assert finding.place in _TRUE[key] or any(finding.place == place for place in ("results", *_READ.get(key, ())))


_READ = {
    "nguoi_moi_ho": ["figure/dan_so"],
    "dang_vien_moi_chi_bo": ["figure/dang_vien"],
    "ho_moi_khu": ["figure/so_ho"],
    "hoc_sinh_moi_giao_vien": ["figure/so_hoc_sinh"],
    "hoc_sinh_moi_lop": ["figure/so_hoc_sinh"],
    "luot_moi_lop": ["results/phap_luat/participations"],
}


@pytest.mark.parametrize("key", _TRUE)
def test_a_shipped_rule_is_silent_of_what_may_be(key: str) -> None:
    assert found(compared({}), key) == []
    assert found(Context(FORM, year(_RIGHT)), key) == []
