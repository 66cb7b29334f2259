"""What a link in a text stands for in a year."""

from __future__ import annotations

import pytest
from support.forms import both, other, shipped
from support.years import HEAD, RESULT_ANSWERS, year

from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.links import linked, links_in
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import Linked
from tthtcd_tui.report.rows import rows
from tthtcd_tui.text.periods import Period

FORM = shipped()
FOUND = year(
    FORM,
    HEAD | RESULT_ANSWERS | {
        "figure/dan_so": "trên 40.000", "figure/dn_tu_nhan": "0", "figure/website": "-", "figure/loai_do_thi": "--",
        "figure/pho_cap": "thcs, mầm non", "figure/truong_dat_chuan": "100", "indicator/ho_ngheo/value": "0",
        "indicator/thu_nhap/value": "ước đạt 2.450",
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "place", "text"),
    [
        ("dan_so", "figure/dan_so", "trên 40.000"),
        ("dn_tu_nhan", "figure/dn_tu_nhan", "không có"),
        ("website", "figure/website", "không có"),
        ("loai_do_thi", "figure/loai_do_thi", "không áp dụng"),
        ("pho_cap", "figure/pho_cap", "mầm non và THCS"),
        ("truong_dat_chuan", "figure/truong_dat_chuan", "100"),  # the text has the %
        ("so_ho", "figure/so_ho", None),
        ("nam_hoc", None, "2020-2021"),
        ("ky_bao_cao", None, "năm học 2020-2021"),
        ("ten_trung_tam", "report/issuer", "Trung tâm học tập cộng đồng phường Mạo Khê"),
        ("ten_dia_phuong", "report/locality", "phường Mạo Khê"),
        ("dia_danh", "report/place", "Mạo Khê"),
        ("tong_lop", "results", "445"),
        ("tong_luot", "results", "43.117"),
        ("phap_luat.lop", "results/phap_luat/classes", "26"),
        ("phap_luat.luot", "results/phap_luat/participations", "2.554"),
        ("xoa_mu_chu.luot", "results/xoa_mu_chu/participations", "không có"),
        ("ho_ngheo", "indicator/ho_ngheo/value", "không có"),
        ("thu_nhap", "indicator/thu_nhap/value", "ước đạt 2.450"),
        ("ty_le_biet_chu", "indicator/ty_le_biet_chu/value", None),
        ("luot_nguoi_tham_gia", "results", "43.117"),
    ],
)
def test_what_a_link_stands_for(name: str, place: str | None, text: str | None) -> None:
    found = linked(FORM, FOUND, name)
    assert found is not None
    assert (found.place, found.text) == (place, text)
    assert found.label


@pytest.mark.parametrize(
    "name",
    ["khong_co", "an_ninh", "chuyen_de.lop", "phap_luat", "phap_luat.nguoi", "dan_so.lop", "noi_quy", "", ".lop"],
)
def test_what_links_to_nothing(name: str) -> None:
    assert linked(FORM, FOUND, name) is None


def test_an_unanswered_link_still_has_its_name() -> None:
    empty = year(FORM)
    assert linked(FORM, empty, "so_ho") == Linked(Place("figure/so_ho"), "Số hộ gia đình", None)
    assert linked(FORM, empty, "tong_luot") == Linked(Place("results"), "Tổng số lượt người tham gia", None)
    assert linked(FORM, empty, "luot_nguoi_tham_gia") == Linked(
        Place("results"), "Số người tham gia học tại TTHTCĐ", None
    )


@pytest.mark.parametrize("form", both(), ids=lambda form: str(form.key))
def test_every_name_of_the_form_stands_for_something(form: Form) -> None:
    for name in form.link_names:
        found = linked(form, year(form), name)
        assert found is not None, name
        assert found.label


def test_a_calendar_year_has_its_own_name() -> None:
    found = year(other(), period=Period.calendar_year(2024))
    names = [linked(other(), found, name) for name in ("nam_hoc", "ky_bao_cao")]
    assert [name and name.text for name in names] == ["2024", "năm 2024"]


@pytest.mark.parametrize(
    ("place", "prose"),
    [
        ("report/opening", True), ("report/closing", True), ("report/addressees", False), ("report/legal_basis", False),
        ("report/recipients", False), ("narrative/dia_phuong", True), ("checklist/noi_quy/statement", True),
        ("checklist/noi_quy/evidence", False), ("own/a/statement", True), ("indicator/an_ninh/text", True),
        ("indicator/an_ninh/source", False), ("figure/pho_cap", False), ("figure/chu_de", False),
    ],
)  # fmt: skip
def test_where_links_are_filled_in(place: str, prose: bool) -> None:
    field = field_at(FORM, Place(place))
    assert field is not None
    assert (field.kind is FieldType.PARAGRAPHS) is prose


def test_the_years_prose_line_by_line() -> None:
    found = year(
        FORM,
        {
            "report/closing": "Hai {nam_hoc}",
            "narrative/ket_qua": "Một\n{dan_so}",
            "figure/pho_cap": "1, 2",
            "report/recipients": "A; B",
        },
    )
    assert rows(FORM, found).printed_texts == [
        ("narrative/ket_qua", "Một"),
        ("narrative/ket_qua", "{dan_so}"),
        ("report/closing", "Hai {nam_hoc}"),
    ]
    assert links_in("{b} {{a} {a}{b}") == ["b", "a", "b"]
