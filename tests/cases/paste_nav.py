"""The screens, as the corpus of pastes knows them. Adapted with the screens; nothing else of the corpus is."""

from __future__ import annotations

import re
import time
import unicodedata
from typing import Any, Final

SAMPLE, FRESH = "2020-2021", "2022-2023"
READY = r"(?i)tổng quan"  # the first screen stands
FINDER = r"(?m)^\s*Tìm:|Gõ vài chữ"  # the finder is open
TYPING = r"Đang nhập"  # something is typed and not saved
EDITOR = r"(?m)F2 (?:để )?[Ll]ưu"  # an editor, or a row that waits to be saved, is open
OFFER = r"(?i)\bEnter\b[^\n.;·]{0,30}\b(nhận|để dán|dán vào|đồng ý|chấp nhận|xác nhận|đưa vào|lấy lại|khôi phục|mở lại)"
UNSAVED = r"(?i)chưa lưu lúc|nội dung chưa lưu|phần đang gõ|đang viết dở|khôi phục|lấy lại"
AGAIN = r"(?i)bấm lại|lần nữa|vẫn thoát"
# Words by which the program tells that something was skipped, refused, doubted or put elsewhere.
TOLD: Final = (
    r"(?i)bỏ qua|không phải|không (nhận|dán|khớp|đọc|rõ|tìm|hiểu|đúng|lưu|trùng|bằng|thuộc|nằm|đủ)"
    r"|chưa (dán|nhận|ghi “|chọn “|lưu được|rõ|đúng|khớp|đủ|hiểu|đọc)|ô ấy chưa lưu|ngoài (năm|kỳ|khoảng)"
    r"|không .{0,20}(trong|thuộc) (năm|kỳ|danh sách)|hai cách|có thể là|thừa|lệch"
    r"|khác (với )?(tổng|cộng|bảng)|cộng (được|lại)|quá (dài|lớn)|nhỏ hơn|lớn hơn"
    r"|[Hh]ãy (gõ|xem|kiểm|sửa|dán|chọn|viết|đổi|giữ|ghi|chép)|có phải|ý bạn|kiểm tra lại|theo (nhãn|tên|tiêu đề)"
    r"|bảng mã|phông|chuyển từ|ký tự lạ|hỏng|có dấu (cách|tab)|chỉ (nhận|gõ|ghi)"
    r"|bạn đã (nhập|gõ)|sửa lại|bấm số để|không có ô|ngoài bảng|để nguyên|giữ nguyên|từ chối"
)

LABEL = {
    "report": {
        "superior": "Cơ quan chủ quản",
        "issuer": "Tên chính thức của trung tâm",
        "locality": "Tên xã, phường",
        "number": "Số văn bản",
        "place": "Địa danh",
        "date": "Ngày ban hành",
        "addressees": "Kính gửi",
        "legal_basis": "Căn cứ ban hành",
        "opening": "Lời mở đầu",
        "closing": "Lời kết",
        "recipients": "Nơi nhận",
        "signer": "Họ và tên người ký",
    },
    "figure": {
        "loai_do_thi": "Loại đô thị",
        "dien_tich": "Diện tích tự nhiên",
        "dan_so": "Dân số",
        "so_ho": "Số hộ gia đình",
        "so_khu": "Số khu phố (thôn, ấp, xóm)",
        "dang_vien": "Số đảng viên",
        "chi_bo": "Số chi bộ trực thuộc",
        "so_lop_hoc": "Số lớp của các trường",
        "so_hoc_sinh": "Số học sinh của các trường",
        "so_giao_vien": "Số giáo viên",
        "truong_dat_chuan": "Tỷ lệ trường đạt chuẩn quốc gia",
        "giao_vien_dat_chuan": "Trình độ giáo viên",
        "chu_de": "Chủ đề năm học",
        "website": "Trang thông tin điện tử của trung tâm",
        "so_nha_van_hoa": "Số nhà văn hóa khu",
        "kinh_phi_ngan_sach": "Kinh phí từ ngân sách",
        "kinh_phi_huy_dong": "Kinh phí huy động",
        "kinh_phi_chi": "Kinh phí đã chi",
        "tre_khong_di_hoc": "Số trẻ không đi học được do khuyết tật",
        "dn_tu_nhan": "Doanh nghiệp tư nhân",
    },
    "narrative": {
        "dia_phuong": "Đặc điểm tình hình địa phương",
        "ban_giam_doc": "Ban Giám đốc",
        "ket_qua": "Kết quả thực hiện",
        "xa_hoi": "Đánh giá công tác huy động sự tham gia của xã hội",
        "hieu_qua": "Hiệu quả hoạt động",
    },
    "checklist": {
        "noi_quy": "Nội quy, quy chế",
        "kien_toan": "Tham mưu quyết định kiện toàn Ban Giám đốc",
        "phan_cong": "Phân công nhiệm vụ",
        "luu_tru_ho_so": "Lưu trữ hồ sơ, văn bản",
        "luu_tru_hinh_anh": "Lưu trữ hình ảnh, video",
        "tham_muu": "Tham mưu cấp ủy, chính quyền",
        "tap_huan": "Tập huấn cho Ban Giám đốc",
        "dieu_kien": "Điều kiện làm việc",
        "tham_quan": "Tham quan, học hỏi",
        "kinh_phi": "Sử dụng kinh phí",
        "huy_dong": "Huy động hỗ trợ",
        "co_so_vat_chat": "Cơ sở vật chất, trang thiết bị",
        "dieu_tra": "Điều tra nhu cầu học tập",
        "quan_ly_ho_so": "Quản lý, lưu trữ hồ sơ",
    },
    "results": {
        "xoa_mu_chu": "Học chương trình xóa mù chữ",
        "hoc_nghe": "Học nghề ngắn hạn",
        "phap_luat": "Giáo dục pháp luật",
        "suc_khoe": "Giáo dục sức khỏe",
        "moi_truong": "Giáo dục môi trường",
        "van_hoa_xa_hoi": "Văn hóa xã hội",
        "kinh_te": "Phát triển kinh tế",
        "ky_nang_song": "Giáo dục kỹ năng sống",
        "van_nghe": "Hoạt động văn nghệ, thể thao",
        "cau_lac_bo": "Hoạt động của các câu lạc bộ",
        "truyen_thanh": "Phổ biến kiến thức qua đài truyền thanh",
    },
    "rating": {
        "co_quan": "Tham gia của cơ quan chuyên môn",
        "doanh_nghiep": "Tham gia của các doanh nghiệp",
        "nha_hao_tam": "Tham gia của nhà hảo tâm",
        "ton_giao": "Tham gia của các cơ sở tôn giáo",
        "doan_the": "Tham gia của các đoàn thể, tổ chức xã hội",
    },
    "indicator": {
        "ty_le_biet_chu": "Tỷ lệ biết chữ trong các độ tuổi",
        "ho_ngheo": "Số hộ nghèo ở địa phương",
        "y_thuc_moi_truong": "Ý thức bảo vệ môi trường của người dân",
        "thu_nhap": "Thu nhập bình quân đầu người",
        "tien_bo_khkt": "Tiến bộ về khoa học kỹ thuật",
        "kinh_nghiem_ung_dung": "Kinh nghiệm được ứng dụng vào cuộc sống",
        "an_ninh": "Công tác an ninh chính trị, quân sự, quốc phòng",
    },
}
FIELD = {
    "checklist": {"status": "Trạng thái", "statement": "Lời đánh giá", "evidence": "Minh chứng"},
    "results": {"classes": "Số lớp", "participations": "Số lượt người tham gia"},
    "rating": {"level": "Mức đánh giá", "contribution": "Đóng góp", "note": "Ghi chú"},
    "indicator": {"source": "Nguồn số liệu", "comparison": "So sánh", "text": "Diễn giải", "value": ""},
}
MEMBER = {"giam-doc": 0, "pho-1": 1, "pho-2": 2}  # of the sample, in its order
MEMBER_FIELD = {
    "role": "Chức danh",
    "name": "Họ và tên",
    "duty": "Chức vụ và đơn vị",
    "phone": "Điện thoại",
    "training": "Tập huấn",
    "note": "Ghi chú",
}
LOG_COLUMN = {
    "date": "Ngày",
    "category": "Loại",
    "title": "Tên hoạt động",
    "classes": "Số lớp",
    "participations": "Lượt người",
}
MARK = re.compile(r"^\s{0,4}[>▸►❯▶]")


class Lost(Exception):
    """The cell was not found: the screens have changed, this file wants adapting. No verdict on the program."""


def fold(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).casefold()
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def settle(p: Any, quiet: int = 90, most: float = 6.0, first: float = 0.8) -> str:
    """Waits for the answer to begin (`first` seconds at most) and then for silence."""
    b0, until = p.bytes_out, time.monotonic() + first
    while p.bytes_out == b0 and time.monotonic() < until and not p.exited():
        p.pump(0.02)
    p.settle(quiet, most)
    text: str = p.text()
    return text


def press(p: Any, *names: str, quiet: int = 90) -> None:
    for name in names:
        p.key(name)
        settle(p, quiet)


OPENED: list[str] = []
"""The period opened last: the sample's year is of version 1 of the form, a fresh one of the newest."""
LABEL_2: Final = {
    "figure/so_khu": "Số khu (thôn, ấp)",
    "figure/so_nha_van_hoa": "Số nhà văn hóa khu (thôn, ấp)",
    "rating/co_quan": "Cơ quan chuyên môn tham gia",
    "rating/doanh_nghiep": "Các doanh nghiệp tham gia",
    "rating/nha_hao_tam": "Nhà hảo tâm tham gia",
    "rating/ton_giao": "Các cơ sở tôn giáo tham gia",
    "rating/doan_the": "Các đoàn thể, tổ chức xã hội tham gia",
    "indicator/kinh_nghiem_ung_dung": "Kinh nghiệm được áp dụng vào cuộc sống",
}
FIELD_2: Final = {
    "checklist/status": "Mức thực hiện",
    "indicator/source": "Nguồn",
    "indicator/comparison": "So với năm trước, mức chung",
}


def open_program(p: Any, period: str) -> None:
    OPENED[:] = [period]
    p.wait_for(READY, 20)
    text = settle(p, 120)
    if period not in text:
        raise Lost(f"the screens did not open {period}:\n{text[:300]}")


def words_of(place: str) -> str:
    head, key, *rest = place.split("/")
    is_second = OPENED != [SAMPLE]
    label = LABEL_2.get(f"{head}/{key}") if is_second else None
    label = label or LABEL[head][key]
    if head == "narrative":
        return f"{label}: {'Lời văn' if is_second else 'Nội dung'}"
    field = FIELD[head][rest[0]] if rest else ""
    if rest and is_second:
        field = FIELD_2.get(f"{head}/{rest[0]}", field)
    return f"{label}: {field}" if field else label


def goto(p: Any, at: str) -> None:
    """Puts the cursor on a cell: a place, `log/<column>`, `board/<uid>/<field>`, `years/new`, or `overview`."""
    if at == "overview":
        return
    head, *rest = at.split("/")
    if head == "years":
        _years(p)
    elif head == "log":
        _log(p, rest[0])
    elif head == "board":
        _board(p, rest[0], rest[1])
    else:
        _cell(p, head, words_of(at), rest)


def _cell(p: Any, head: str, words: str, rest: list[str]) -> None:
    """The cell that F3 finds by its words."""
    press(p, "f3")
    query = "ket qua thuc hien" if head == "narrative" and rest[0] == "ket_qua" else fold(words)
    p.type(query)
    until, down = time.monotonic() + 8, None
    while down is None and time.monotonic() < until:
        text = settle(p, 150, first=0.3)
        lines = text.split("\n")
        start = next((i for i, line in enumerate(lines) if query[-25:] in fold(line)), None)
        if start is not None:
            down = _listed([line for line in lines[start + 1 :] if line.strip()], fold(words))
    if down is None:
        raise Lost(f"F3 does not list “{words}”:\n{text}")
    press(p, *["down"] * down, "enter", quiet=120)
    until = time.monotonic() + 5
    while re.search(FINDER, p.text()) and time.monotonic() < until:
        settle(p, 100, first=0.2)


def _listed(lines: list[str], want: str) -> int | None:
    for down, line in enumerate(lines):
        shown = fold(re.split(r"\s{2,}", line.strip(" >▸►❯▶│┃|"))[0]).rstrip("…").rstrip()
        if shown and (shown == want or (len(shown) > 12 and want.startswith(shown)) or shown.startswith(want[:40])):
            return down
    return None


def _years(p: Any) -> None:
    """The screen that makes a new year, the cursor in the cell of the period, emptied."""
    for _ in range(20):
        line = next((row for row in p.text().split("\n") if MARK.match(row)), "")
        if "Các năm" in line:
            break
        press(p, "down")
    press(p, "enter", "f4", quiet=150)
    until = time.monotonic() + 8
    while "Kỳ báo cáo" not in p.text() and time.monotonic() < until:
        settle(p, 150, first=0.3)
    if "Kỳ báo cáo" not in p.text():
        raise Lost(f"no new year:\n{p.text()}")
    for _ in range(6):
        line = next((row for row in p.text().split("\n") if MARK.match(row)), "")
        if "Kỳ báo cáo" in line:
            break
        press(p, "down")


def _log(p: Any, column: str) -> None:
    press(p, "f6", quiet=150)
    until, line = time.monotonic() + 8, None
    while line is None and time.monotonic() < until:
        line = next((row for row in p.text().split("\n") if all(w in row for w in ("Ngày", "Loại", "Lượt"))), None)
        if line is None:
            settle(p, 150, first=0.3)
    if line is None:
        raise Lost(f"no log:\n{p.text()}")
    order = sorted(LOG_COLUMN.values(), key=lambda w: line.find(w) if w in line else 999)
    press(p, *["right"] * order.index(LOG_COLUMN[column]))


def _board(p: Any, uid: str, field: str) -> None:
    press(p, "ctrl+g", "2", quiet=120)
    until = time.monotonic() + 8
    while MEMBER_FIELD["role"] not in p.text() and time.monotonic() < until:
        settle(p, 150, first=0.3)
    seen = -1
    for _ in range(60):
        marked = [i for i, line in enumerate(p.text().split("\n")) if MARK.match(line)]
        if not marked:
            raise Lost(f"no mark on the board:\n{p.text()}")
        line = p.text().split("\n")[marked[-1]]
        if MEMBER_FIELD["role"] in line:
            seen += 1
        if seen == MEMBER[uid] and MEMBER_FIELD[field] in line:
            return
        press(p, "down", quiet=60)
    raise Lost(f"board/{uid}/{field} not found:\n{p.text()}")


def accept(p: Any) -> bool:
    """Says yes to an offer («Enter để nhận») that the program makes of what it would store."""
    if re.search(OFFER, p.text()):
        press(p, "enter", quiet=150)
        return True
    return False


def finish(p: Any) -> None:
    """Ends what is being typed the way a clerk does: F2 in an editor, Enter in a cell."""
    text = p.text()
    if re.search(EDITOR, text):
        press(p, "f2", quiet=150)
    elif re.search(TYPING, text):
        press(p, "enter", quiet=150)


def leave(p: Any, screens: list[str]) -> str:
    """Ctrl+Q; again where the program asks for it; at last a hang-up, which must lose nothing."""
    for turn in range(3):
        p.key("ctrl+q")
        until = time.monotonic() + (2.0 if turn else 2.5)
        while time.monotonic() < until:
            p.pump(0.05)
            if p.exited():
                return "quit"
            p.settle(60, 0.3)
            if re.search(AGAIN, p.text()) and time.monotonic() > until - 2:
                break
        screens.append(p.text())
        if not re.search(AGAIN, p.text()):
            press(p, "esc", quiet=500)
    p.signal("HUP")
    try:
        p.wait_exit(5)
    except Exception:  # noqa: BLE001 -- the driver's own, which is not on the path of the tests
        p.signal("KILL")
    return "would not quit"
