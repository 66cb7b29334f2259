"""A year of the second shipped form, filled in to its end. The commune and all its figures are invented."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from support.years import answered

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.forms.known import load_example
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

KEY: Final = "tong-ket-nam"
YEAR: Final = Period.calendar_year(2025)
CENTRE: Final = Centre("ban-sen", "TTHTCĐ xã Bản Sen")

_HEAD: Final = {
    "report/superior": "UBND xã Bản Sen",
    "report/issuer": "Trung tâm học tập cộng đồng xã Bản Sen",
    "report/locality": "xã Bản Sen",
    "report/symbol": "BC-TTHTCĐ",
    "report/number": "12",
    "report/place": "Bản Sen",
    "report/date": "20/12/2025",
    "report/addressees": "Ủy ban nhân dân xã Bản Sen",
    "report/legal_basis": "Thực hiện Kế hoạch số 03/KH-TTHTCĐ ngày 10 tháng 01 năm 2025 của Trung tâm học tập cộng"
    " đồng xã Bản Sen về hoạt động năm 2025",
    "report/recipients": "Sở Giáo dục và Đào tạo; Thường trực Đảng ủy xã; Phòng Văn hóa - Xã hội xã",
    "report/position": "GIÁM ĐỐC",
    "report/signer": "Lò Văn Inh",
}
_LOCALITY: Final = {
    "figure/loai_don_vi": "xã",
    "figure/danh_tu_khu": "bản",
    "figure/dien_tich": "trên 9.800",
    "figure/dan_so": "6.240",
    "figure/so_ho": "1.385",
    "figure/so_khu": "14",
    "figure/ty_le_dan_toc": "87,5",
    "figure/so_truong": "4",
    "figure/so_nha_van_hoa": "14",
    "narrative/thuan_loi": "Cấp ủy, chính quyền xã quan tâm, đưa chỉ tiêu học tập của người dân vào nghị quyết hằng"
    " năm. Bản nào cũng có nhà văn hóa để mở lớp."
    "\nĐội ngũ giáo viên, cán bộ khuyến nông, y tế của xã nhiệt tình tham gia giảng dạy.",
    "narrative/kho_khan": "Các bản ở xa trung tâm xã, mùa mưa đi lại khó khăn; nhiều lao động trẻ đi làm ăn xa."
    "\nKinh phí chi cho báo cáo viên còn ít, thiết bị dạy học đã cũ.",
}
_MANAGED: Final = {
    "board/giam-doc/role": "Giám đốc",
    "board/giam-doc/name": "Lò Văn Inh",
    "board/giam-doc/duty": "Phó Chủ tịch UBND xã",
    "board/giam-doc/order": "1",
    "board/pho/role": "Phó Giám đốc",
    "board/pho/name": "Quàng Thị Biên",
    "board/pho/duty": "Hiệu trưởng Trường Trung học cơ sở Bản Sen",
    "board/pho/order": "2",
    "checklist/quy_che/status": "Đã thực hiện",
    "checklist/quy_che/statement": "Trung tâm đã ban hành quy chế hoạt động, phân công từng thành viên phụ trách"
    " từng bản.",
    "checklist/ke_hoach/status": "Đã thực hiện",
    "checklist/ke_hoach/statement": "Kế hoạch năm và kế hoạch từng tháng được xây dựng sát nhu cầu, đã hoàn thành.",
    "checklist/dieu_tra/status": "Đã thực hiện",
    "checklist/dieu_tra/statement": "Đầu năm, các trưởng bản phát phiếu hỏi nhu cầu học tập tới từng hộ.",
    "checklist/tuyen_truyen/status": "Đã thực hiện",
    "checklist/tuyen_truyen/statement": "Lịch học được báo trên loa truyền thanh và tại các cuộc họp bản.",
    "checklist/ho_so/status": "Đang thực hiện",
    "checklist/ho_so/statement": "Sổ theo dõi lớp học được lập ở từng bản; việc lưu hình ảnh chưa đầy đủ.",
    "checklist/co_so_vat_chat/status": "Đã thực hiện",
    "checklist/co_so_vat_chat/statement": "Trung tâm có một phòng làm việc, một tủ sách và bộ máy chiếu dùng chung.",
    "figure/kinh_phi_ngan_sach": "25.000.000",
    "figure/kinh_phi_huy_dong": "18.500.000",
    "figure/kinh_phi_chi": "41.200.000",
}
_HELD: Final = {
    "xoa_mu_chu": ("2", "46"),
    "hoc_nghe": ("6", "212"),
    "phap_luat": ("14", "980"),
    "suc_khoe": ("12", "865"),
    "moi_truong": ("9", "610"),
    "chuyen_doi_so": ("10", "540"),
    "van_nghe": ("8", "1.720"),
    "cau_lac_bo": ("24", "1.150"),
}
_LEARNERS: Final = {
    "nong_dan": ("38", "2.460", "1.310", "2.190", "16.400.000"),
    "thanh_nien": ("21", "1.480", "690", "1.265", "9.800.000"),
    "cao_tuoi": ("14", "1.023", "585", "870", "5.200.000"),
    "hoc_sinh": ("12", "1.160", "602", "1.015", "-"),
}
_COLUMNS: Final = ("so_buoi", "luot_nguoi", "nu", "dan_toc", "chi")
_TOLD: Final = {
    "rating/co_quan/level": "Thực hiện tốt",
    "rating/doan_the/level": "Thực hiện tốt",
    "rating/doanh_nghiep/level": "Đạt yêu cầu",
    "rating/doanh_nghiep/contribution": "18.500.000",
    "indicator/ty_le_tham_gia/value": "62,5",
    "indicator/ty_le_tham_gia/source": "sổ theo dõi lớp học của 14 bản",
    "indicator/ho_ngheo/value": "96",
    "indicator/phat_trien_kinh_te/text": "Sau lớp trồng rau trái vụ, hơn ba mươi hộ đã chuyển đất nương kém hiệu quả"
    " sang trồng rau.",
    "indicator/doi_song/text": "Các bản đều có đội văn nghệ; rác thải được thu gom hằng tuần; an ninh, trật tự"
    " ổn định.",
    "narrative/ton_tai": "Số lớp dạy nghề còn ít so với nhu cầu; một số buổi học ở bản xa phải hoãn do mưa lũ."
    "\nHồ sơ, hình ảnh hoạt động lưu giữ chưa đầy đủ.",
    "narrative/nguyen_nhan": "Cán bộ của trung tâm đều kiêm nhiệm, chưa có giáo viên biệt phái."
    "\nNguồn huy động của trung tâm còn nhỏ, chưa ổn định.",
    "figure/chi_tieu_lop": "90",
    "figure/chi_tieu_luot": "trên 6.500",
    "narrative/nhiem_vu": "Mở thêm lớp dạy nghề tại các bản xa, ưu tiên hộ nghèo và lao động nữ."
    "\nĐưa các lớp kỹ năng số tới từng bản; số hóa hồ sơ của trung tâm.",
    "narrative/kien_nghi_xa": "Bố trí kinh phí hoạt động ngay từ đầu năm; bổ sung thiết bị dạy học cho các nhà văn hóa"
    " bản.",
    "narrative/kien_nghi_so": "Cử giáo viên biệt phái; mở lớp bồi dưỡng nghiệp vụ cho Ban Giám đốc các trung tâm.",
}
SCORES: Final = {
    "tc_ban_giam_doc": "5",
    "tc_quy_che": "2",
    "tc_ke_hoach_nam": "3,5",
    "tc_ho_so": "2,5",
    "tc_kinh_phi": "4,5",
    "tc_co_so": "3",
    "tc_dieu_tra": "4,5",
    "tc_so_lop": "10,5",
    "tc_xoa_mu": "3,5",
    "tc_chuyen_de": "4",
    "tc_nghe": "2,5",
    "tc_tuyen_truyen": "5",
    "tc_phoi_hop": "7",
    "tc_dong_gop": "4,5",
    "tc_ty_le": "7,5",
    "tc_kinh_te": "5,5",
    "tc_van_hoa": "6",
}
_EVIDENCE: Final = {
    "score/tc_ban_giam_doc/evidence": "QĐ 45/QĐ-UBND",
    "score/tc_ke_hoach_nam/evidence": "KH 03/KH-TTHTCĐ",
    "score/tc_so_lop/evidence": "Sổ theo dõi lớp học",
}

TYPED: Final[dict[str, str]] = {
    **_HEAD,
    **_LOCALITY,
    **_MANAGED,
    **{
        f"results/{row}/{column}": raw
        for row, numbers in _HELD.items()
        for column, raw in zip(("classes", "participations"), numbers, strict=True)
    },
    **{
        f"grid/{line}/{key}": raw for line, cells in _LEARNERS.items() for key, raw in zip(_COLUMNS, cells, strict=True)
    },
    **_TOLD,
    **{f"score/{criterion}/own": raw for criterion, raw in SCORES.items()},
    **_EVIDENCE,
}
"""Every answer, as it would be typed."""


@cache
def example() -> Form:
    return load_example(KEY)


def year_end(typed: Mapping[str, str] = TYPED) -> tuple[Form, Facts]:
    """The form in its year's words, and the year with these answers and the texts that follow them."""
    form = example()
    answers: dict[Place, Answer] = {Place(place): answered(form, place, raw) for place, raw in typed.items()}
    return in_its_words(form, Facts(CENTRE, form.key, form.version, YEAR, answers))
