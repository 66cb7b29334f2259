"""Five invented centres' first years, filled in as someone would who follows every hint; made through the store.

Each is filled in twice: with what such a place has, and with «không có» and «không áp dụng» wherever they may stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.kinds.details import ADDRESSEES
from tthtcd_tui.report.rows import layout
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells
from tthtcd_tui.tasks.years.names import Commune, commune_of
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period

_USER: Final = "lan"
NIL, NOT_APPLICABLE = "-", "--"
_PERIOD: Final = Period.school_year(2025)


class Fresh(NamedTuple):
    """An invented centre: its commune and what was typed."""

    code: str
    commune: Commune
    khu: str
    income: tuple[str, str]
    figures: Mapping[str, str]
    cells: Mapping[str, str] = {}


def figures_typed(values: str) -> dict[str, str]:
    """«key value» lines."""
    return dict(line.strip().split(" ", 1) for line in values.strip().splitlines())


YEARS: Final = (
    Fresh(
        "hong-ha",
        Commune("phuong", "Hồng Hà"),
        "tổ dân phố",
        ("triệu đồng/người/năm", "ước đạt 92,5"),
        figures_typed(
            """loai_do_thi loại II
            dien_tich gần 12,4
            dan_so trên 41.000
            so_ho 11.230
            so_khu 32
            dang_vien 2.145
            chi_bo 47
            dn_tu_nhan 186
            dn_nha_nuoc 3
            truong_mam_non 6
            truong_tieu_hoc 5
            truong_thcs 4
            truong_thpt 2
            so_truong 17
            so_lop_hoc 402
            so_hoc_sinh 14.870
            truong_dat_chuan 88,2
            muc_chat_luong 1 và 2
            so_giao_vien 812
            giao_vien_dat_chuan đạt chuẩn và trên chuẩn
            pho_cap mầm non, tiểu học, trung học cơ sở, trung học phổ thông
            so_nha_van_hoa 30
            website tthtcdhongha.example
            chu_de “Công dân học tập trong đô thị thông minh”
            kinh_phi_ngan_sach 45.000.000
            kinh_phi_huy_dong 62.500.000
            kinh_phi_chi 101.200.000
            tre_khong_di_hoc 4"""
        ),
        {"rating/doanh_nghiep/contribution": "40.000.000", "rating/doanh_nghiep/note": "ủng hộ máy tính"},
    ),
    Fresh(
        "dong-tien",
        Commune("xa", "Đồng Tiến"),
        "thôn",
        ("triệu đồng/người/năm", "68"),
        figures_typed(
            """loai_do_thi --
            dien_tich 21,7
            dan_so 18.432
            so_ho 5.120
            so_khu 14
            dang_vien 842
            chi_bo 21
            dn_tu_nhan 24
            dn_nha_nuoc -
            truong_mam_non 3
            truong_tieu_hoc 3
            truong_thcs 2
            truong_thpt -
            so_truong 8
            so_lop_hoc 121
            so_hoc_sinh 3.960
            truong_dat_chuan 100
            muc_chat_luong 1
            so_giao_vien 224
            giao_vien_dat_chuan đạt chuẩn
            pho_cap mầm non, tiểu học, trung học cơ sở
            so_nha_van_hoa 14
            website -
            chu_de Học nghề để làm giàu trên đồng đất quê hương
            kinh_phi_ngan_sach 20.000.000
            kinh_phi_huy_dong -
            kinh_phi_chi 19.400.000"""
        ),
    ),
    Fresh(
        "ban-sen",
        Commune("xa", "Bản Sen"),
        "bản",
        ("nghìn đồng/người/tháng", "khoảng 2150"),
        figures_typed(
            """loai_do_thi --
            dien_tich 162,5
            dan_so 4.210
            so_ho 986
            so_khu 9
            dang_vien 212
            chi_bo 12
            dn_tu_nhan -
            dn_nha_nuoc -
            truong_mam_non 1
            truong_tieu_hoc 1
            truong_thcs 1
            truong_thpt -
            so_truong 3
            so_lop_hoc 41
            so_hoc_sinh 1.035
            truong_dat_chuan 0
            muc_chat_luong --
            so_giao_vien 72
            giao_vien_dat_chuan đạt chuẩn
            pho_cap tiểu học, trung học cơ sở
            so_nha_van_hoa 7
            website -
            chu_de Biết chữ để thoát nghèo
            kinh_phi_ngan_sach 15.000.000
            kinh_phi_huy_dong -
            kinh_phi_chi 15.000.000
            tre_khong_di_hoc 2"""
        ),
        {"rating/ton_giao/level": "Không có trên địa bàn", "rating/doanh_nghiep/level": "Không có trên địa bàn"},
    ),
    Fresh(
        "tan-hoa",
        Commune("xa", "Tân Hòa"),
        "ấp",
        ("triệu đồng/người/năm", "trên 71,3"),
        figures_typed(
            """loai_do_thi --
            dien_tich 88,9
            dan_so 36.815
            so_ho 9.410
            so_khu 27
            dang_vien 1.304
            chi_bo 39
            dn_tu_nhan 71
            dn_nha_nuoc 1
            truong_mam_non 4
            truong_tieu_hoc 6
            truong_thcs 3
            truong_thpt 1
            so_truong 14
            so_lop_hoc 248
            so_hoc_sinh 8.214
            truong_dat_chuan 64,3
            muc_chat_luong 1 và 2
            so_giao_vien 463
            giao_vien_dat_chuan đạt chuẩn và trên chuẩn
            pho_cap mầm non, tiểu học, trung học cơ sở
            so_nha_van_hoa 0
            website --
            chu_de --
            kinh_phi_ngan_sach -
            kinh_phi_huy_dong 12.000.000
            kinh_phi_chi 12.000.000
            tre_khong_di_hoc -"""
        ),
    ),
    Fresh(
        "co-huong",
        Commune("dac_khu", "Cô Hương"),
        "khu phố",
        ("USD/người/năm", "ước đạt 4350"),
        figures_typed(
            """loai_do_thi loại III
            dien_tich 47,2
            dan_so 6.120
            so_ho 1.705
            so_khu 5
            dang_vien 390
            chi_bo 16
            dn_tu_nhan 38
            dn_nha_nuoc 2
            truong_mam_non 1
            truong_tieu_hoc 1
            truong_thcs -
            truong_thpt -
            so_truong 2
            so_lop_hoc 36
            so_hoc_sinh 1.020
            truong_dat_chuan 100
            muc_chat_luong 2
            so_giao_vien 78
            giao_vien_dat_chuan trên chuẩn
            pho_cap mầm non, tiểu học
            so_nha_van_hoa 5
            website cohuong.example
            chu_de Học để giữ biển, giữ đảo"""
        ),
    ),
)

_STATEMENTS: Final = {
    "noi_quy": "Trung tâm ban hành Quy chế hoạt động theo Quyết định số 03/QĐ-TTHTCĐ ngày 15/9/2025.",
    "kien_toan": "Ban Giám đốc được kiện toàn theo Quyết định số 118/QĐ-UBND ngày 01/9/2025 của Chủ tịch UBND.",
    "phan_cong": "Bảng phân công của năm ghi rõ việc của từng thành viên Ban Giám đốc.",
    "luu_tru_ho_so": "Văn bản đi, đến và sổ theo dõi lớp học được lưu tại văn phòng trung tâm.",
    "luu_tru_hinh_anh": "Hình ảnh các lớp học từ năm 2023 được lưu trong máy tính của trung tâm.",
    "tham_muu": "Trung tâm tham mưu Đảng ủy ban hành Công văn số 24-CV/ĐU ngày 20/10/2025 về xây dựng xã hội học tập.",
    "tap_huan": "Hai thành viên dự lớp tập huấn do Sở Giáo dục và Đào tạo tổ chức.",
    "che_do": "Giám đốc, Phó Giám đốc được chi trả phụ cấp trách nhiệm theo quy định.",
    "dieu_kien": "Ban Giám đốc có phòng làm việc, một máy tính và một máy in.",
    "tham_quan": "Trung tâm trao đổi kinh nghiệm với trung tâm bạn qua hai buổi họp trực tuyến.",
    "phoi_hop_ke_hoach": "Kế hoạch năm, tháng, tuần được lập cùng Mặt trận Tổ quốc và các đoàn thể.",
    "van_dong_ke_hoach": "Người dân được vận động đi học qua hệ thống truyền thanh và các cuộc họp khu dân cư.",
    "kinh_phi": "Kinh phí được chi cho báo cáo viên và tài liệu, quyết toán đúng kỳ.",
    "huy_dong": "Các đoàn thể cho mượn hội trường và hỗ trợ âm thanh.",
    "co_so_vat_chat": "Trung tâm sử dụng hội trường và tủ sách chung; còn thiếu máy chiếu.",
    "dieu_tra": "Trung tâm điều tra nhu cầu học tập của người dân bằng phiếu tại từng hộ.",
    "thong_tin": "Lịch học được thông báo trên hệ thống truyền thanh và bảng tin.",
    "tuyen_truyen": "Trung tâm phối hợp với Hội Khuyến học tuyên truyền tại các cuộc họp khu dân cư.",
    "phoi_hop_truong": "Câu lạc bộ đọc sách sinh hoạt mỗi tháng một lần.",
    "quan_ly_ho_so": "Hồ sơ từng lớp được lưu thành tập tại văn phòng.",
}
_RESULTS: Final = (
    NIL,
    "2 64",
    "11 610",
    "9 540",
    "6 312",
    "8 455",
    "4 170",
    "5 233",
    "12 1.960",
    "18 1.125",
    "40 2.400",
)
_TOLD: Final = {
    "y_thuc_moi_truong": "Các hộ phân loại rác tại nhà; đường chung được dọn vệ sinh vào chiều thứ Bảy.",
    "tien_bo_khkt": "Người dân sử dụng điện thoại để tra cứu thông tin và nộp hồ sơ trực tuyến.",
    "kinh_nghiem_ung_dung": "Học viên các lớp chuyên đề áp dụng được kiến thức vào việc làm và đời sống gia đình.",
    "phong_chong_dich": "Trung tâm cùng Trạm Y tế và cán bộ thú y vận động tiêm phòng cho người và vật nuôi.",
    "an_ninh": "Mô hình “Tiếng loa an ninh” được duy trì; trật tự trên địa bàn ổn định.",
    "van_hoa_the_thao": "Đội văn nghệ và các đội bóng chuyền tập luyện đều.",
}


def written(store: Store, fresh: Fresh, absent: str = "", form: Form | None = None) -> str:
    """The report of `fresh` as text; with `absent`, that answer stands wherever the form allows it.

    It is of the newest version of the form, or of `form`.
    """
    year = make_first_year(store, fresh.code, fresh.commune.centre, _PERIOD, _USER, form)
    assert commune_of(year.centre.name) == fresh.commune
    form = store.snapshot(year.report_id).form
    cells = dict(_cells(fresh))
    if absent:
        cells |= {f"figure/{key}": absent for key in figures_of(form) if key not in _NOUNS}
        cells |= {f"indicator/{key}/value": absent for key, each in indicators_of(form).items() if each.value}
        cells |= {place: absent for place in layout(form).cells if _may_be_absent(place)}
    save_cells(store, year, [Typed(place, raw) for place, raw in cells.items()], _USER)
    snapshot = store.snapshot(year.report_id)
    return text(compose(snapshot.form, snapshot.facts))


_NOUNS: Final = frozenset({"loai_don_vi", "danh_tu_khu", "don_vi_thu_nhap"})
_LEFT_OUT: Final = ("contribution", "note", "evidence", "source", "comparison", "training", "level")


def _may_be_absent(place: str) -> bool:
    return place.startswith(("rating/", "indicator/", "checklist/")) and place.endswith(_LEFT_OUT)


def _cells(fresh: Fresh) -> Iterator[tuple[str, str]]:
    yield ADDRESSEES, f"Kính gửi: Ủy ban nhân dân {fresh.commune.full_name}"
    yield "report/recipients", "Nơi nhận:\n- Như trên;\n- Thường trực Đảng ủy;\n- Phòng Văn hóa - Xã hội;\n- Lưu: VT."
    yield "report/legal_basis", "Căn cứ Quyết định số 15/QĐ-UBND ngày 10/8/2025 của UBND về việc giao nhiệm vụ năm học;"
    yield "report/date", "5/6/2026"
    yield "report/number", "7/BC-TTHTCĐ"
    yield "report/signer", "Nguyễn Thị Mẫu"
    yield "figure/danh_tu_khu", fresh.khu
    yield "figure/don_vi_thu_nhap", fresh.income[0]
    yield from ((f"figure/{key}", raw) for key, raw in fresh.figures.items())
    yield "board/a/role", "Giám đốc"
    yield "board/a/name", "Nguyễn Thị Mẫu"
    yield "board/a/duty", f"Phó Chủ tịch UBND {fresh.commune.full_name}"
    yield "board/a/order", "1"
    yield "board/b/role", "Phó Giám đốc"
    yield "board/b/name", "Trần Văn Thử"
    yield "board/b/duty", f"Công chức Văn hóa - Xã hội {fresh.commune.full_name}"
    yield "board/b/order", "2"
    for key, statement in _STATEMENTS.items():
        yield f"checklist/{key}/status", "Đã thực hiện"
        yield f"checklist/{key}/statement", statement
    rows = "xoa_mu_chu hoc_nghe phap_luat suc_khoe moi_truong van_hoa_xa_hoi kinh_te ky_nang_song van_nghe cau_lac_bo"
    for row, numbers in zip([*rows.split(), "truyen_thanh"], _RESULTS, strict=True):
        classes, _, people = numbers.partition(" ")
        yield f"results/{row}/classes", classes
        yield f"results/{row}/participations", people or classes
    for group in ("co_quan", "doanh_nghiep", "nha_hao_tam", "ton_giao", "doan_the"):
        yield f"rating/{group}/level", "Thực hiện tốt"
    yield "indicator/ty_le_biet_chu/value", "99,2"
    yield "indicator/ho_ngheo/value", "0" if fresh.commune.kind == "phuong" else "31"
    yield "indicator/thu_nhap/value", fresh.income[1]
    yield "indicator/thu_nhap/source", "báo cáo kinh tế - xã hội của UBND"
    yield from ((f"indicator/{key}/text", words) for key, words in _TOLD.items())
    yield from fresh.cells.items()
