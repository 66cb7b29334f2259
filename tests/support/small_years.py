"""Five invented centres' first years in which there is one of what one may have one of, and else nothing.

The commune, what it is called and who signs are those of `fresh_years`; every count is 0, 1, «không có» or «không áp
dụng», each where a clerk of such a place would type it.
"""

from __future__ import annotations

from typing import Final

from support.fresh_years import Fresh, figures_typed

from tthtcd_tui.tasks.years.names import Commune

_ROWS: Final = (
    "xoa_mu_chu",
    "hoc_nghe",
    "phap_luat",
    "suc_khoe",
    "moi_truong",
    "van_hoa_xa_hoi",
    "kinh_te",
    "ky_nang_song",
    "van_nghe",
    "cau_lac_bo",
    "truyen_thanh",
)


def _results(**typed: str) -> dict[str, str]:
    """«lớp lượt» of the rows named; of the others there are none."""
    cells: dict[str, str] = {}
    for row in _ROWS:
        classes, _, people = typed.get(row, "-").partition(" ")
        cells |= {f"results/{row}/classes": classes, f"results/{row}/participations": people or classes}
    return cells


def _rated(level: str) -> dict[str, str]:
    return {f"rating/{group}/level": level for group in ("co_quan", "doanh_nghiep", "nha_hao_tam", "ton_giao")}


def _left_out(*items: str) -> dict[str, str]:
    """Items that do not apply: nothing is printed of what was written there."""
    return {f"checklist/{item}/status": "Không áp dụng" for item in items}


SMALL_YEARS: Final = (
    Fresh(  # a ward of which everything is one
        "phuc-loc",
        Commune("phuong", "Phúc Lộc"),
        "khu phố",
        ("triệu đồng/người/năm", "81"),
        figures_typed(
            """loai_do_thi loại V
            dien_tich 1
            dan_so 1
            so_ho 1
            so_khu 1
            dang_vien 1
            chi_bo 1
            dn_tu_nhan 1
            dn_nha_nuoc 1
            truong_mam_non 1
            truong_tieu_hoc 0
            truong_thcs 0
            truong_thpt 0
            so_truong 1
            so_lop_hoc 1
            so_hoc_sinh 1
            truong_dat_chuan 100
            muc_chat_luong 1
            so_giao_vien 1
            giao_vien_dat_chuan đạt chuẩn
            pho_cap mầm non
            so_nha_van_hoa 1
            website phucloc.example
            chu_de Mỗi ngày một trang sách
            kinh_phi_ngan_sach 1
            kinh_phi_huy_dong 1
            kinh_phi_chi 1
            tre_khong_di_hoc 1"""
        ),
        {
            **_results(hoc_nghe="1 1"),
            "rating/doanh_nghiep/contribution": "1",
            "rating/doanh_nghiep/note": "một bộ sách",
            "indicator/ty_le_biet_chu/value": "1",
            "indicator/ho_ngheo/value": "1",
        },
    ),
    Fresh(  # a commune of the plain without a school
        "dong-bai",
        Commune("xa", "Đồng Bãi"),
        "thôn",
        ("triệu đồng/người/năm", "-"),
        figures_typed(
            """loai_do_thi --
            dien_tich 1,1
            dan_so 11
            so_ho 1
            so_khu 1
            dang_vien 0
            chi_bo 0
            dn_tu_nhan 0
            dn_nha_nuoc 0
            truong_mam_non 0
            truong_tieu_hoc 0
            truong_thcs 0
            truong_thpt 0
            so_truong 0
            so_lop_hoc 0
            so_hoc_sinh 0
            truong_dat_chuan 0
            muc_chat_luong -
            so_giao_vien 0
            giao_vien_dat_chuan đạt chuẩn
            pho_cap -
            so_nha_van_hoa 0
            website -
            chu_de --
            kinh_phi_ngan_sach 0
            kinh_phi_huy_dong 0
            kinh_phi_chi 0
            tre_khong_di_hoc 0"""
        ),
        {
            **_results(),
            **_rated("-"),
            "indicator/ty_le_biet_chu/value": "-",
            "indicator/ho_ngheo/value": "0",
            "indicator/thu_nhap/source": "-",
        },
    ),
    Fresh(  # a mountain commune with one school, which has teachers of whom nothing is told
        "na-lu",
        Commune("xa", "Nà Lù"),
        "bản",
        ("nghìn đồng/người/tháng", "dưới 1"),
        figures_typed(
            """loai_do_thi --
            dien_tich khoảng 1
            dan_so gần 1
            so_ho -
            so_khu 1
            dang_vien 1
            chi_bo -
            dn_tu_nhan -
            dn_nha_nuoc 1
            truong_mam_non -
            truong_tieu_hoc 1
            truong_thcs -
            truong_thpt --
            so_truong 1
            so_lop_hoc 5
            so_hoc_sinh -
            truong_dat_chuan 0
            muc_chat_luong --
            so_giao_vien 6
            giao_vien_dat_chuan --
            pho_cap tiểu học
            so_nha_van_hoa 1
            website --
            chu_de “Biết chữ để thoát nghèo.”
            kinh_phi_ngan_sach 0
            kinh_phi_huy_dong 1
            kinh_phi_chi -"""
        ),
        {
            **_results(xoa_mu_chu="1 1", truyen_thanh="1 0"),
            **_rated("Không có trên địa bàn"),
            **_left_out("tham_quan", "che_do"),
            "indicator/ty_le_biet_chu/value": "0",
            "indicator/ho_ngheo/value": "-",
        },
    ),
    Fresh(  # a commune made of two, with two schools of one kind
        "hop-tien",
        Commune("xa", "Hợp Tiến"),
        "ấp",
        ("triệu đồng/người/năm", "--"),
        figures_typed(
            """loai_do_thi --
            dien_tich 2
            dan_so -
            so_ho 2
            so_khu 2
            dang_vien -
            chi_bo 1
            dn_tu_nhan 1
            dn_nha_nuoc --
            truong_mam_non 0
            truong_tieu_hoc 2
            truong_thcs --
            truong_thpt --
            so_truong 2
            so_lop_hoc -
            so_hoc_sinh 2
            truong_dat_chuan --
            muc_chat_luong 1 và 2
            so_giao_vien 0
            giao_vien_dat_chuan đạt chuẩn
            pho_cap mầm non, tiểu học
            so_nha_van_hoa -
            website --
            chu_de Sáp nhập mà không ngừng học
            kinh_phi_ngan_sach 1
            kinh_phi_huy_dong -
            kinh_phi_chi --"""
        ),
        {
            **_results(van_nghe="1 1"),
            **_rated("--"),
            "indicator/ty_le_biet_chu/value": "--",
            "indicator/ho_ngheo/value": "--",
        },
    ),
    Fresh(  # a special zone in which nearly nothing applies
        "hon-sao",
        Commune("dac_khu", "Hòn Sao"),
        "tổ dân phố",
        ("USD/người/năm", "-"),
        figures_typed(
            """loai_do_thi -
            dien_tich 0,1
            dan_so --
            so_ho --
            so_khu --
            dang_vien --
            chi_bo 1
            dn_tu_nhan --
            dn_nha_nuoc -
            truong_mam_non --
            truong_tieu_hoc --
            truong_thcs --
            truong_thpt --
            so_truong 1
            so_lop_hoc 1
            so_hoc_sinh --
            truong_dat_chuan 100
            muc_chat_luong 1
            so_giao_vien 1
            giao_vien_dat_chuan -
            pho_cap --
            so_nha_van_hoa 0
            website -
            chu_de -
            kinh_phi_ngan_sach --
            kinh_phi_huy_dong --
            kinh_phi_chi 1"""
        ),
        {
            **_results(),
            **_left_out("dieu_tra", "thong_tin", "tuyen_truyen", "phoi_hop_truong", "quan_ly_ho_so"),
            "indicator/ty_le_biet_chu/value": "100",
            "indicator/ho_ngheo/value": "0",
            "indicator/thu_nhap/source": "-",
        },
    ),
)
