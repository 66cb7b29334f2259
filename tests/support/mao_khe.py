"""Two years of phường Mạo Khê by hand: 2020-2021 with the figures of its report, the year before with invented ones.

The sentences are only there to be counted.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from support.forms import shipped

from tthtcd_tui.forms.answer import NIL, Answer, Quantity
from tthtcd_tui.forms.kinds.checklist import items_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.qualifiers import Qualifier

FORM = shipped()
CENTRE = Centre("mao-khe", "TTHTCĐ phường Mạo Khê")

CLASSES = {
    "phap_luat": 26, "suc_khoe": 35, "moi_truong": 27, "van_hoa_xa_hoi": 30, "ky_nang_song": 35, "van_nghe": 25,
    "cau_lac_bo": 110, "truyen_thanh": 150,
}  # fmt: skip
PARTICIPATIONS = {
    "phap_luat": 2554, "suc_khoe": 4025, "moi_truong": 3270, "van_hoa_xa_hoi": 4350, "ky_nang_song": 4500,
    "van_nghe": 9800, "cau_lac_bo": 8978, "truyen_thanh": 4890,
}  # fmt: skip
LOG = {"hoc_nghe": LogSum(2, 2, 540), "kinh_te": LogSum(5, 5, 210)}
"""Two rows are not typed: the activity log adds up to them."""

YEAR_BEFORE = {
    "hoc_nghe": (3, 410), "phap_luat": (24, 2310), "suc_khoe": (31, 3720), "moi_truong": (25, 3015),
    "van_hoa_xa_hoi": (28, 4060), "kinh_te": (6, 245), "ky_nang_song": (32, 4180), "van_nghe": (22, 9071),
    "cau_lac_bo": (98, 8120), "truyen_thanh": (133, 4740),
}  # fmt: skip

_COUNTS = {
    "so_ho": 10005, "so_khu": 24, "chi_bo": 41, "dn_tu_nhan": 100, "dn_nha_nuoc": 22, "truong_mam_non": 5,
    "truong_tieu_hoc": 5, "truong_thcs": 3, "truong_thpt": 2, "so_truong": 15, "so_lop_hoc": 289, "so_hoc_sinh": 9330,
    "truong_dat_chuan": 100, "so_giao_vien": 709, "so_nha_van_hoa": 24, "tre_khong_di_hoc": 18,
}  # fmt: skip
_FIGURES: dict[str, Answer] = {
    "loai_do_thi": "loại IV",
    "dien_tich": Quantity(Decimal(20), Qualifier.NEARLY),
    "dan_so": Quantity(Decimal(40000), Qualifier.OVER),
    "dang_vien": Quantity(Decimal(1400), Qualifier.OVER),
    "muc_chat_luong": "I, II và III",
    "giao_vien_dat_chuan": "đạt chuẩn và trên chuẩn",
    "pho_cap": ("mam_non", "tieu_hoc", "thcs", "thpt"),
    "website": "tthtcdttmaokhe.dongtrieu.edu.vn",
    "chu_de": "Chuyển đổi số thúc đẩy học tập suốt đời",
}
_REPORT: dict[str, Answer] = {
    "superior": "UBND phường Mạo Khê",
    "issuer": "Trung tâm học tập cộng đồng phường Mạo Khê",
    "locality": "phường Mạo Khê",
    "symbol": "BC-TTHTCĐ",
    "number": "5",
    "place": "Mạo Khê",
    "date": date(2021, 6, 5),
    "addressees": ("Phòng Giáo dục và Đào tạo thị xã Đông Triều",),
    "opening": ("{ten_trung_tam} báo cáo như sau:",),
    "closing": ("Trên đây là báo cáo {ky_bao_cao}.",),
    "recipients": ("Thường trực Đảng ủy, UBND phường",),
    "position": "GIÁM ĐỐC",
    "signer": "Vũ Thanh Hải",
}
_BOARD = {
    "giam-doc": ("director", "Phó Chủ tịch UBND phường, phụ trách văn hóa - xã hội"),
    "pho-1": ("deputy", "Hiệu trưởng trường THCS có giáo viên biệt phái"),
    "pho-2": ("deputy", "Phó Chủ tịch Thường trực Hội Khuyến học phường"),
}


def facts() -> Facts:
    """The year 2020-2021, complete."""
    answers: dict[Place, Answer] = {Place.of("report", key): answer for key, answer in _REPORT.items()}
    answers |= {Place.of("figure", key): answer for key, answer in _FIGURES.items()}
    answers |= {Place.of("figure", key): whole(count) for key, count in _COUNTS.items()}
    for order, (uid, (role, duty)) in enumerate(_BOARD.items(), 1):
        answers[Place.of("board", uid, "role")] = role
        answers[Place.of("board", uid, "duty")] = duty
        answers[Place.of("board", uid, "order")] = whole(order)
    for key in ("dia_phuong", "ban_giam_doc"):
        answers[Place.of("narrative", key)] = ("Lời của mục này.",)
    for key, item in items_of(FORM).items():
        answers[Place.of("checklist", key, "status")] = "done"
        answers[Place.of("checklist", key, "statement")] = (f"{item.label}: đã làm tốt.",)
    for column in ("classes", "participations"):
        answers[Place.of("results", "xoa_mu_chu", column)] = NIL
    for column, numbers in (("classes", CLASSES), ("participations", PARTICIPATIONS)):
        answers |= {Place.of("results", row, column): whole(number) for row, number in numbers.items()}
    answers |= {Place.of("rating", key, "level"): "tot" for key in groups_of(FORM)}
    answers |= _indicators()
    return Facts(CENTRE, FORM.key, FORM.version, Period.school_year(2020), answers, LOG)


def year_before() -> Facts:
    """The results of 2019-2020, and nothing else."""
    answers: dict[Place, Answer] = {}
    for row, (classes, participations) in YEAR_BEFORE.items():
        answers[Place.of("results", row, "classes")] = whole(classes)
        answers[Place.of("results", row, "participations")] = whole(participations)
    return Facts(CENTRE, FORM.key, FORM.version, Period.school_year(2019), answers)


def new_year() -> Facts:
    """A year in which nothing has been said yet."""
    return Facts(CENTRE, FORM.key, FORM.version, Period.school_year(2021))


def whole(number: int) -> Quantity:
    return Quantity(Decimal(number))


def _indicators() -> dict[Place, Answer]:
    answers: dict[Place, Answer] = {
        Place("indicator/ty_le_biet_chu/value"): whole(100),
        Place("indicator/ho_ngheo/value"): whole(0),
        Place("indicator/thu_nhap/value"): Quantity(Decimal(2450), Qualifier.ESTIMATED_AT),
        Place("indicator/thu_nhap/source"): "văn kiện Đại hội Đảng bộ phường Mạo Khê",
        Place("indicator/thu_nhap/comparison"): "cao hơn mức bình quân của cả nước",
    }
    for key, indicator in indicators_of(FORM).items():
        if indicator.narrative_required:
            answers[Place.of("indicator", key, "text")] = ("Lời của chỉ số này.",)
    return answers
