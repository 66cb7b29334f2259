"""Which field a Place is, what it is called, where it is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import both, other, shipped
from support.strategies import places

from tthtcd_tui.forms.kinds.checklist import items_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.forms.records import RECORDS
from tthtcd_tui.report.fields import field_at, label_at, section_at
from tthtcd_tui.report.place import Place

FORM = shipped()
FORMS = pytest.mark.parametrize("form", both(), ids=lambda form: str(form.key))


@pytest.mark.parametrize(
    ("place", "kind", "label", "section"),
    [
        ("figure/dan_so", FieldType.WHOLE, "Dân số", "dia_phuong"),
        ("figure/kinh_phi_chi", FieldType.MONEY, "Kinh phí đã chi", "nguon_luc"),
        ("report/signer", FieldType.TEXT, "Họ và tên người ký", None),
        ("report/date", FieldType.DATE, "Ngày ban hành", None),
        ("narrative/dia_phuong", FieldType.PARAGRAPHS, "Đặc điểm tình hình địa phương: Nội dung", "dia_phuong"),
        ("narrative/ket_qua", FieldType.PARAGRAPHS, "Kết quả thực hiện: Nội dung", "ket_qua"),
        ("board/giam-doc/duty", FieldType.TEXT, "Thành viên Ban Giám đốc: Chức vụ và đơn vị công tác", "ban_giam_doc"),
        ("checklist/noi_quy/status", FieldType.CHOICE, "Nội quy, quy chế: Trạng thái", "van_ban"),
        ("own/x/statement", FieldType.PARAGRAPHS, "Nội dung tự đánh giá thêm: Lời đánh giá", None),
        ("results/phap_luat/classes", FieldType.WHOLE, "Giáo dục pháp luật: Số lớp", "ket_qua"),
        ("rating/ton_giao/contribution", FieldType.MONEY, "Tham gia của các cơ sở tôn giáo: Đóng góp", "xa_hoi"),
        ("indicator/thu_nhap/value", FieldType.DECIMAL, "Thu nhập bình quân đầu người", "hieu_qua"),
        ("indicator/thu_nhap/source", FieldType.TEXT, "Thu nhập bình quân đầu người: Nguồn số liệu", "hieu_qua"),
        ("activity/hd-001/date", FieldType.DATE, "Hoạt động: Ngày", "ket_qua"),
        ("reason/figure/dan_so", FieldType.TEXT, "Giải trình: Dân số", "dia_phuong"),
        ("reason/results/phap_luat", FieldType.TEXT, "Giải trình: Giáo dục pháp luật", "ket_qua"),
        ("reason/results", FieldType.TEXT, "Giải trình: Kết quả hoạt động", "ket_qua"),
        ("carried/checklist/noi_quy/statement", FieldType.TEXT,
         "Chép từ năm trước, chưa rà soát: Nội quy, quy chế: Lời đánh giá", "van_ban"),
    ],
)  # fmt: skip
def test_a_place_of_the_form(place: str, kind: FieldType, label: str, section: str | None) -> None:
    field = field_at(FORM, Place(place))
    assert field is not None
    assert field.kind is kind
    assert label_at(FORM, Place(place)) == label
    assert section_at(FORM, Place(place)) == section


@pytest.mark.parametrize(
    ("place", "label", "section"),
    [
        ("results", "Kết quả hoạt động", "ket_qua"),
        ("results/phap_luat", "Giáo dục pháp luật", "ket_qua"),
        ("results/chuyen_de", "Các chuyên đề", "ket_qua"),
        ("board", "Thành viên Ban Giám đốc", "ban_giam_doc"),
        ("board/giam-doc", "Thành viên Ban Giám đốc", "ban_giam_doc"),
        ("own/x", "Nội dung tự đánh giá thêm", None),
        ("activity", "Hoạt động", "ket_qua"),
        ("activity/hd-001", "Hoạt động", "ket_qua"),
        ("checklist/noi_quy", "Nội quy, quy chế", "van_ban"),
        ("rating/ton_giao", "Tham gia của các cơ sở tôn giáo", "xa_hoi"),
        ("indicator/luot_nguoi_tham_gia", "Số người tham gia học tại TTHTCĐ", "hieu_qua"),
    ],
)
def test_a_row_has_a_name_but_is_no_field(place: str, label: str, section: str | None) -> None:
    assert field_at(FORM, Place(place)) is None
    assert label_at(FORM, Place(place)) == label
    assert section_at(FORM, Place(place)) == section


@pytest.mark.parametrize(
    "place",
    [
        "", "/", "figure", "figure/", "figure/khong_co", "figure/dan_so/", "figure/dan_so/number", "report",
        "report/khong_co", "report/signer/name", "narrative", "narrative/bo_may", "narrative/khong_co",
        "narrative/dia_phuong/text", "results/chuyen_de/classes", "results/khong_co/classes", "results/phap_luat/nguoi",
        "results/phap_luat/classes/x", "board/a/khong_co", "board/a/duty/x", "own/a/level", "checklist/khong_co/status",
        "checklist/noi_quy/level", "rating/khong_co/level", "indicator/luot_nguoi_tham_gia/value",
        "indicator/an_ninh/value",
        "indicator/khong_co/text", "indicator/khong_co/value", "activity/a/uid", "activity/a/title/x", "sections/a",
        "reason", "reason/", "reason/khong_co", "reason/figure/khong_co", "reason/board/a/khong_co", "reason/own/a/b/c",
        "reason/results/phap_luat/nguoi", "reason/reason/figure/dan_so", "reason/carried/figure/dan_so", "carried",
        "carried/reason/figure/dan_so", "../../etc/passwd", "figure/../figure/dan_so", "FIGURE/DAN_SO",
        "figure/dan_so\n", "figure/\x1b[31m", "figure/{dan_so}", "\ud800/\udfff",
    ],
)  # fmt: skip
def test_what_is_no_place_of_the_form(place: str) -> None:
    assert field_at(FORM, Place(place)) is None
    if place not in {"reason/", "figure/"} and len(place.split("/")) > 1:
        assert label_at(FORM, Place(place)) == ""


@FORMS
def test_every_place_has_a_field_a_name_and_a_section(form: Form) -> None:
    known = places(form)
    assert len(known) == len(set(known)) > 100
    for place in known:
        assert Place.parse(place) == place
        assert field_at(form, place) is not None
        label = label_at(form, place)
        assert label
        assert "{" not in label
        assert section_at(form, place) is None or section_at(form, place) in form.section_by_key


@FORMS
def test_only_the_reports_own_places_have_no_section(form: Form) -> None:
    without = {place.kind for place in places(form) if section_at(form, place) is None}
    assert without == {"report", "own", "reason", "carried"}


@FORMS
def test_every_record_is_reached(form: Form) -> None:
    keys = {
        "board": "a",
        "own": "a",
        "activity": "a",
        "results": next(k for k, r in result_rows_of(form).items() if not r.group),
    }
    keys |= {"checklist": next(iter(items_of(form))), "indicator": next(iter(indicators_of(form)))}
    if groups_of(form):
        keys["rating"] = next(iter(groups_of(form)))
    for record, key in keys.items():
        for name, kind in RECORDS[record].items():
            field = field_at(form, Place.of(record, key, name))
            assert field == form.records[record][name]
            assert field.kind is kind


def test_a_form_without_ratings_has_no_place_for_them() -> None:
    assert not [place for place in places(other()) if place.kind == "rating"]
    assert field_at(other(), Place("rating/ton_giao/level")) is None


@given(
    st.sampled_from(both()),
    any_text | st.sampled_from(places(FORM)).flatmap(lambda p: any_text.map(lambda t: f"{p}/{t}")),
)
def test_any_address_is_answered_in_peace(form: Form, text: str) -> None:
    place = Place(text)
    label_at(form, place)
    section_at(form, place)
    if field_at(form, place) is not None:
        assert Place.parse(text) or "/" in text
