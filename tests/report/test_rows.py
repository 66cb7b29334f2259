"""The report walked once: rows in reading order, look-ups by Place, what is required of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.forms import both, other, shipped
from support.mao_khe import facts as mao_khe_facts
from support.years import year

from tthtcd_tui.forms.model import Form, SectionPart
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import ReportRows, layout, rows

FORM = shipped()
FORMS = pytest.mark.parametrize("form", both(), ids=lambda form: str(form.key))
BOARD = {"board/b/role": "Phó Giám đốc", "board/b/order": "2", "board/a/role": "Giám đốc", "board/a/order": "1"}
OWN = {"own/x/section": "van_ban", "own/x/label": "Phòng đọc", "own/y/label": "Vườn cây"}


def places(walked: ReportRows, section: str) -> list[str]:
    return [str(row.place) for _, found in walked.section(section) for row in found]


def test_a_section_is_read_kind_by_kind_whatever_it_prints_first() -> None:
    walked = rows(FORM, year(FORM, BOARD))
    assert places(walked, "ban_giam_doc") == ["narrative/ban_giam_doc", "board", "board/a", "board/b"]
    assert FORM.section_by_key["ban_giam_doc"].prints == ("board", "narrative")
    assert places(walked, "ket_qua")[:4] == ["narrative/ket_qua", "results", "results/xoa_mu_chu", "results/hoc_nghe"]


@FORMS
def test_the_details_come_first_and_what_belongs_to_no_section_last(form: Form) -> None:
    walked = [str(row.place) for row in rows(form, year(form, {"own/y/label": "Vườn cây"}))]
    assert walked[0] == "report/superior"
    assert walked[-1] == "own/y"
    assert len(walked) == len(set(walked))


def test_what_people_added_stands_after_the_forms_own_items() -> None:
    walked = rows(FORM, year(FORM, OWN))
    assert places(walked, "van_ban")[-2:] == ["checklist/luu_tru_hinh_anh", "own/x"]
    assert walked.section_of(Place("own/x/statement")) == "van_ban"
    assert walked.section_of(Place("own/y/statement")) == ""
    assert walked.section_of(Place("carried/own/x")) == "van_ban"


def test_a_row_is_found_at_its_place_and_at_each_of_its_cells() -> None:
    walked = rows(FORM, year(FORM, BOARD))
    for place in ("results/hoc_nghe", "results/hoc_nghe/classes"):
        row = walked.row_at(Place(place))
        assert row is not None
        assert row.label == "Học nghề ngắn hạn"
    member = walked.row_at(Place("board/a/duty"))
    assert member is not None
    assert member.label == "Giám đốc"
    assert walked.row_at(Place("board/c/duty")) is None
    assert walked.row_at(Place("figure/khong_co")) is None


def test_reading_order_goes_row_by_row_and_in_a_row_cell_by_cell() -> None:
    walked = rows(FORM, mao_khe_facts())
    read = [
        *("report/signer", "figure/dan_so", "narrative/dia_phuong", "checklist/noi_quy", "checklist/noi_quy/status"),
        *("checklist/noi_quy/evidence", "checklist/kien_toan/status", "narrative/ket_qua", "results/hoc_nghe/classes"),
        *("results/hoc_nghe/participations", "rating/co_quan/level", "indicator/thu_nhap/value"),
        *("indicator/thu_nhap/source", "khong/co"),
    ]
    assert sorted(map(Place, read), key=walked.rank) == read


@FORMS
def test_the_cells_of_rows_are_the_cells_of_the_index(form: Form) -> None:
    walked = rows(form, year(form))
    cells = [cell for row in walked for cell in row.cells]
    assert [cell.place for cell in cells] == list(layout(form).cells)
    assert all(walked.cell_at(cell.place) is cell for cell in cells)
    assert all(cell.place.within(row.place) for row in walked for cell in row.cells)


def test_a_new_year_begins_with_words_not_with_numbers() -> None:
    carried = {cell.place for cell in layout(FORM).cells.values() if cell.is_carried}
    assert {"report/signer", "figure/chu_de", "narrative/ket_qua", "checklist/noi_quy/statement"} <= carried
    assert not carried & {"report/date", "report/number", "figure/dan_so", "results/hoc_nghe/classes"}
    assert not carried & {"checklist/noi_quy/status", "rating/ton_giao/level", "indicator/thu_nhap/value"}
    member = layout(FORM).cell_at(Place("board/a/phone"))
    assert member is not None
    assert member.is_carried


def test_rows_are_made_once_for_a_snapshot() -> None:
    facts = year(FORM, BOARD)
    assert rows(FORM, facts) is rows(FORM, facts)
    assert rows(FORM, replace(facts)) is not rows(FORM, facts)
    assert rows(other(), year(other())).layout is rows(other(), year(other())).layout


def test_one_section_can_be_asked_without_the_others() -> None:
    walked = ReportRows(FORM, year(FORM))
    assert [row.place.kind for row, _ in walked.required_of("xa_hoi")] == [PlaceKind.RATING] * 5
    assert list(walked._sections) == ["xa_hoi"]
    everything = [need for key in ("", *layout(FORM).sections) for _, need in walked.required_of(key)]
    assert everything == walked.requirements


def test_sections_with_one_kind_of_content() -> None:
    walked = rows(FORM, year(FORM))
    assert [section for section, _ in walked.sections_of(SectionPart.CHECKLIST)] == [
        "van_ban", "ke_hoach", "nguon_luc", "cong_tac",
    ]  # fmt: skip
    assert [section for section, _ in walked.sections_of(SectionPart.FIGURES)] == [
        "dia_phuong",
        "nguon_luc",
        "hieu_qua",
    ]
    assert walked.of("ket_qua", SectionPart.RATINGS) == ()
