"""The form that comes with the program asks exactly what form.md says the yearly report asks."""

from __future__ import annotations

import hashlib

import pytest
from support.forms import SHIPPED, shipped

from tthtcd_tui.forms.kinds.checklist import Checklist, items_of
from tthtcd_tui.forms.kinds.figures import Figures, figures_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.kinds.narrative import Narrative
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import FieldType, Marker, SectionPart
from tthtcd_tui.forms.records import RECORDS
from tthtcd_tui.report.numbering import Numbering

FORM = shipped()

# key, kind, unit, whether it may be qualified, whether it must be answered
LOCALITY = [
    ("loai_do_thi", FieldType.TEXT, "", False, True),
    ("dien_tich", FieldType.DECIMAL, "km²", True, True),
    ("dan_so", FieldType.WHOLE, "người", True, True),
    ("so_ho", FieldType.WHOLE, "hộ", True, True),
    ("so_khu", FieldType.WHOLE, "khu", False, True),
    ("dang_vien", FieldType.WHOLE, "người", True, True),
    ("chi_bo", FieldType.WHOLE, "chi bộ", True, True),
    ("dn_tu_nhan", FieldType.WHOLE, "doanh nghiệp", True, True),
    ("dn_nha_nuoc", FieldType.WHOLE, "doanh nghiệp", True, True),
    ("truong_mam_non", FieldType.WHOLE, "trường", False, True),
    ("truong_tieu_hoc", FieldType.WHOLE, "trường", False, True),
    ("truong_thcs", FieldType.WHOLE, "trường", False, True),
    ("truong_thpt", FieldType.WHOLE, "trường", False, True),
    ("so_truong", FieldType.WHOLE, "trường", False, True),
    ("so_lop_hoc", FieldType.WHOLE, "lớp", True, True),
    ("so_hoc_sinh", FieldType.WHOLE, "học sinh", True, True),
    ("truong_dat_chuan", FieldType.PERCENT, "%", False, True),
    ("muc_chat_luong", FieldType.TEXT, "", False, True),
    ("so_giao_vien", FieldType.WHOLE, "người", True, True),
    ("giao_vien_dat_chuan", FieldType.TEXT, "", False, True),
    ("pho_cap", FieldType.CHOICES, "", False, True),
    ("so_nha_van_hoa", FieldType.WHOLE, "nhà", False, True),
    ("website", FieldType.TEXT, "", False, False),
    ("chu_de", FieldType.TEXT, "", False, True),
]
SECTIONS = [
    (1, "dia_phuong", "Đặc điểm tình hình địa phương", (SectionPart.NARRATIVE,)),
    (1, "bo_may", "Bộ máy quản lý", ()),
    (2, "ban_giam_doc", "Ban Giám đốc", (SectionPart.BOARD, SectionPart.NARRATIVE)),
    (2, "van_ban", "Triển khai và thực hiện văn bản chỉ đạo của cấp trên", (SectionPart.CHECKLIST,)),
    (2, "ke_hoach", "Công tác xây dựng kế hoạch hoạt động", (SectionPart.CHECKLIST,)),
    (2, "nguon_luc", "Quản lý, sử dụng các nguồn lực", (SectionPart.CHECKLIST,)),
    (1, "to_chuc", "Tổ chức hoạt động", ()),
    (2, "cong_tac", "Công tác hoạt động", (SectionPart.CHECKLIST,)),
    (2, "ket_qua", "Kết quả thực hiện {ky_bao_cao}", (SectionPart.RESULTS, SectionPart.NARRATIVE)),
    (1, "xa_hoi", "Đánh giá công tác huy động sự tham gia của xã hội", (SectionPart.RATINGS, SectionPart.NARRATIVE)),
    (1, "hieu_qua", "Hiệu quả hoạt động", (SectionPart.INDICATORS, SectionPart.NARRATIVE)),
]
ITEMS = {
    "van_ban": [
        "Nội quy, quy chế", "Tham mưu quyết định kiện toàn Ban Giám đốc", "Phân công nhiệm vụ",
        "Lưu trữ hồ sơ, văn bản", "Lưu trữ hình ảnh, video",
    ],
    "ke_hoach": [
        "Tham mưu cấp ủy, chính quyền", "Tập huấn cho Ban Giám đốc", "Chế độ, chính sách (phụ cấp)",
        "Điều kiện làm việc", "Tham quan, học hỏi", "Phối hợp lập kế hoạch năm, tháng, tuần và tổ chức thực hiện",
        "Tuyên truyền, vận động",
    ],
    "nguon_luc": ["Sử dụng kinh phí", "Huy động hỗ trợ", "Cơ sở vật chất, trang thiết bị"],
    "cong_tac": [
        "Điều tra nhu cầu học tập", "Thông tin kịp thời nội dung, địa điểm, thời gian học", "Tuyên truyền, vận động",
        "Phối hợp nhà trường, câu lạc bộ", "Quản lý, lưu trữ hồ sơ",
    ],
}  # fmt: skip
ROWS = [
    ("xoa_mu_chu", "1", "Học chương trình xóa mù chữ", ""),
    ("hoc_nghe", "2", "Học nghề ngắn hạn", ""),
    ("chuyen_de", "3", "Các chuyên đề", ""),
    ("phap_luat", "a", "Giáo dục pháp luật", "chuyen_de"),
    ("suc_khoe", "b", "Giáo dục sức khỏe", "chuyen_de"),
    ("moi_truong", "c", "Giáo dục môi trường", "chuyen_de"),
    ("van_hoa_xa_hoi", "d", "Văn hóa xã hội", "chuyen_de"),
    ("kinh_te", "e", "Phát triển kinh tế", "chuyen_de"),
    ("ky_nang_song", "g", "Giáo dục kỹ năng sống", "chuyen_de"),
    ("van_nghe", "4", "Hoạt động văn nghệ, thể thao", ""),
    ("cau_lac_bo", "5", "Hoạt động của các câu lạc bộ", ""),
    ("truyen_thanh", "6", "Phổ biến kiến thức qua đài truyền thanh", ""),
]
GROUPS = [
    "Tham gia của cơ quan chuyên môn", "Tham gia của các doanh nghiệp", "Tham gia của nhà hảo tâm",
    "Tham gia của các cơ sở tôn giáo", "Tham gia của các đoàn thể, tổ chức xã hội",
]  # fmt: skip
# key, label, kind of the value, unit, whether it may be qualified
INDICATORS = [
    ("ty_le_biet_chu", "Tỷ lệ biết chữ trong các độ tuổi", FieldType.PERCENT, "%", True),
    ("luot_nguoi_tham_gia", "Số người tham gia học tại TTHTCĐ", None, "lượt người", False),
    ("ho_ngheo", "Số hộ nghèo ở địa phương", FieldType.WHOLE, "hộ", False),
    ("y_thuc_moi_truong", "Ý thức bảo vệ môi trường của người dân", None, "", False),
    ("thu_nhap", "Thu nhập bình quân đầu người", FieldType.DECIMAL, "USD/người/năm", True),
    ("tien_bo_khkt", "Tiến bộ về khoa học kỹ thuật", None, "", False),
    ("kinh_nghiem_ung_dung", "Kinh nghiệm được ứng dụng vào cuộc sống", None, "", False),
    ("phong_chong_dich", "Phòng, chống dịch bệnh cho người, vật nuôi, cây trồng", None, "", False),
    ("an_ninh", "Công tác an ninh chính trị, quân sự, quốc phòng", None, "", False),
    ("van_hoa_the_thao", "Sinh hoạt văn hóa, thể thao, nếp sống văn minh", None, "", False),
]


def locality() -> Narrative:
    narrative = FORM.section_by_key["dia_phuong"].part(Narrative)
    assert narrative is not None
    return narrative


def test_who_it_is() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert (FORM.key, FORM.version, FORM.text) == ("tu-danh-gia", 1, text)
    assert FORM.digest == hashlib.sha256(text.encode()).hexdigest()
    assert FORM.document_type == "BÁO CÁO"
    assert FORM.abstract == "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng {ky_bao_cao}"
    assert FORM.end_mark == "./."


def test_sections() -> None:
    assert [(s.level, s.key, s.title, s.prints) for s in FORM.sections] == SECTIONS
    assert [s.key for s, told in FORM.parts(Narrative) if told.is_required] == ["dia_phuong", "ban_giam_doc"]
    assert {s.marker for s in FORM.sections} == {Marker.NONE}  # «printed here without markers»
    assert FORM.numbering == ("roman", "arabic")
    assert FORM.section_by_key["ket_qua"].name == "Kết quả thực hiện"


def test_the_paragraphs_of_the_locality_stand_in_order() -> None:
    """Area, people, economy · schools · quality, teachers · universal education · policy · founding · theme."""
    paragraphs = locality().paragraphs
    links = ["{dien_tich}", "{so_truong}", "{so_giao_vien}", "{pho_cap}", "", "{ten_trung_tam}", "{chu_de}"]
    assert len(paragraphs) == 7
    assert all(link in paragraph for link, paragraph in zip(links, paragraphs, strict=True))


def test_figures() -> None:
    found = [
        (f.key, f.field.kind, f.field.unit, f.field.qualified, f.field.required) for f in figures_of(FORM).values()
    ]
    assert found[:24] == LOCALITY
    assert found[24:] == [
        ("kinh_phi_ngan_sach", FieldType.MONEY, "đồng", False, False),
        ("kinh_phi_huy_dong", FieldType.MONEY, "đồng", False, False),
        ("kinh_phi_chi", FieldType.MONEY, "đồng", False, False),
        ("tre_khong_di_hoc", FieldType.WHOLE, "trẻ", False, False),
    ]
    assert [f.section for f in figures_of(FORM).values()] == ["dia_phuong"] * 24 + ["nguon_luc"] * 3 + ["hieu_qua"]
    assert [o.label for o in figures_of(FORM)["pho_cap"].field.options] == ["mầm non", "tiểu học", "THCS", "THPT"]


def test_every_figure_of_the_locality_is_told_in_its_paragraphs() -> None:
    text = "\n".join(map(str, locality().paragraphs))
    silent = [key for key, *_ in LOCALITY if f"{{{key}}}" not in text]
    assert silent == ["so_nha_van_hoa", "website"]  # told in V and II


def test_the_twenty_items() -> None:
    assert {s.key: [i.label for i in part.items] for s, part in FORM.parts(Checklist)} == ITEMS
    assert len(items_of(FORM)) == 20
    assert all(item.required and item.hint for item in items_of(FORM).values())


def test_the_eleven_rows_and_their_group() -> None:
    assert [(r.key, r.marker, r.label, r.under) for r in result_rows_of(FORM).values()] == ROWS
    assert [r.key for r in result_rows_of(FORM).values() if r.group] == ["chuyen_de"]
    assert [r.key for r in result_rows_of(FORM).values() if not r.required] == ["chuyen_de"]
    assert len([r for r in result_rows_of(FORM).values() if not r.group]) == 11
    assert (FORM.table.marker_title, FORM.table.label_title, FORM.table.total_label) == ("TT", "Nội dung", "TỔNG")
    results = FORM.records["results"]
    assert [(f.label, f.kind, f.required, f.nil, f.zero) for f in results.values()] == [
        ("Số lớp", FieldType.WHOLE, True, "", "0"),
        ("Số lượt người tham gia", FieldType.WHOLE, True, "", "0"),
    ]


def test_the_five_groups_and_their_scale() -> None:
    assert [g.label for g in groups_of(FORM).values()] == GROUPS
    assert all(group.required for group in groups_of(FORM).values())
    assert [o.label for o in FORM.records["rating"]["level"].options] == [
        "Thực hiện tốt", "Thực hiện khá", "Đạt yêu cầu", "Chưa đạt", "Không có trên địa bàn",
    ]  # fmt: skip


def test_the_ten_indicators() -> None:
    assert [
        (
            i.key,
            i.label,
            i.value and i.value.kind,
            i.value.unit if i.value else i.unit,
            bool(i.value and i.value.qualified),
        )
        for i in indicators_of(FORM).values()
    ] == INDICATORS
    assert all(indicator.required for indicator in indicators_of(FORM).values())
    told = [i.key for i in indicators_of(FORM).values() if i.narrative_required]
    assert told == [key for key, _, kind, unit, _ in INDICATORS if kind is None and not unit]
    assert {i.key: i.computed for i in indicators_of(FORM).values() if i.computed} == {
        "luot_nguoi_tham_gia": "tong_luot"
    }
    poor = indicators_of(FORM)["ho_ngheo"].value
    assert poor is not None
    assert poor.zero == "không có"


def test_the_statuses_and_the_posts() -> None:
    statuses = ["Đã thực hiện", "Đang thực hiện", "Chưa thực hiện", "Không áp dụng"]
    assert [o.label for o in FORM.records["checklist"]["status"].options] == statuses
    assert [o.label for o in FORM.records["own"]["status"].options] == statuses
    posts = ["Giám đốc", "Phó Giám đốc", "Giáo viên biệt phái", "Kế toán", "Thủ quỹ"]
    assert [o.label for o in FORM.records["board"]["role"].options] == posts


def test_what_must_be_filled_in() -> None:
    required = {(record, key) for record, own in FORM.records.items() for key, field in own.items() if field.required}
    assert required == {
        *(("report", key) for key in ("issuer", "locality", "symbol", "place", "date", "addressees")),
        *(("report", key) for key in ("opening", "closing", "position", "signer")),
        ("board", "role"), ("board", "duty"),
        ("checklist", "status"), ("checklist", "statement"),
        ("own", "section"), ("own", "label"), ("own", "status"), ("own", "statement"),
        ("results", "classes"), ("results", "participations"),
        ("rating", "level"),
        ("activity", "date"), ("activity", "title"), ("activity", "category"),
    }  # fmt: skip


def test_records_have_the_kinds_the_program_relies_on() -> None:
    assert {record: {key: field.kind for key, field in own.items()} for record, own in FORM.records.items()} == RECORDS


def test_a_new_year_starts_with_the_symbol_and_the_position() -> None:
    report = FORM.records["report"]
    assert (report["symbol"].default, report["position"].default) == ("BC-TTHTCĐ", "GIÁM ĐỐC")
    assert report["issuer"].default == report["signer"].default == ""  # a year's own


def test_the_choices_that_are_the_forms_own() -> None:
    assert [o.key for o in FORM.records["activity"]["category"].options] == [
        r.key for r in result_rows_of(FORM).values() if not r.group
    ]
    sections = FORM.records["own"]["section"].options
    assert [(o.key, o.label) for o in sections] == [(s.key, s.name) for s in FORM.sections]
    assert not any("{" in option.label for option in sections)


def test_at_most_seven_screens_show_every_section_once() -> None:
    assert len(FORM.screens) == 6
    shown = [key for screen in FORM.screens for key in screen.sections]
    assert len(shown) == len(set(shown))
    assert set(shown) == {s.key for s in FORM.sections} - {"bo_may", "to_chuc"}  # these two ask nothing themselves
    assert (
        max(len(list(part.entries())) for s in FORM.sections for part in s.parts if not isinstance(part, Figures)) == 12
    )


def test_links() -> None:
    assert {"nam_hoc", "ky_bao_cao", "ten_trung_tam", "ten_dia_phuong", "dia_danh"} < FORM.link_names
    assert {"tong_lop", "tong_luot", "phap_luat.lop", "phap_luat.luot", "thu_nhap", "dan_so"} < FORM.link_names
    assert {"luot_nguoi_tham_gia", "ho_ngheo"} < FORM.link_names
    # Neither groups nor what is told in words alone has a value to link to.
    assert not FORM.link_names & {"chuyen_de.lop", "chuyen_de", "an_ninh", "phap_luat", "noi_quy"}


def test_no_childs_name_is_asked_for() -> None:
    assert "không nhập tên trẻ" in figures_of(FORM)["tre_khong_di_hoc"].field.hint


@pytest.mark.parametrize("style", ["roman", "arabic", "letter", "part"])
def test_every_numbering_a_form_may_choose_can_be_printed(style: str) -> None:
    assert Numbering(style).value == style
