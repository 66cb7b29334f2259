"""What clerks call each command and each screen, beside its own words: the list of commands finds it by these, too.

Loaded with that list alone; a test holds that nothing is forgotten, and that each is found by three of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "help": ("hướng dẫn", "phím tắt", "cách dùng"),
    "save": ("ghi lại", "cất", "xác nhận đúng"),
    "search": ("tra cứu", "tìm kiếm", "kiếm số liệu"),
    "copy_previous": ("lấy số năm ngoái", "sao chép năm cũ", "như năm trước"),
    "refresh_now": ("cập nhật", "tải lại", "người khác sửa"),
    "log": ("sổ hoạt động", "ghi buổi học", "các lớp đã mở"),
    "evidence": ("tài liệu chứng minh", "hồ sơ", "văn bản kèm theo"),
    "next_gap": ("còn thiếu gì", "chưa xong", "kiểm tra lỗi"),
    "preview": ("in thử", "xem bản in", "đọc lại báo cáo"),
    "copy_above": ("giống ô trên", "lặp lại", "như trên"),
    "reason": ("giải trình", "vì sao", "trả lời cảnh báo"),
    "undo": ("undo", "lấy lại như cũ", "bỏ lần sửa"),
    "redo": ("redo", "sửa lại như vừa rồi", "thôi hoàn tác"),
    "history": ("ai sửa ô này", "sửa lúc nào", "nhật ký sửa"),
    "comment": ("hỏi cấp trên", "cấp trên hỏi gì", "nhận xét ô này"),
    "palette": ("mọi lệnh", "menu", "làm gì được"),
    "back": ("trở về", "đóng màn hình", "ra ngoài"),
    "leave": ("tắt chương trình", "đóng lại", "nghỉ"),
    "go": ("sang mục khác", "chuyển mục", "nhảy đến"),
    "find": ("kiếm chữ", "tra chữ", "tìm từ"),
    "replace": ("đổi chữ", "thay thế", "sửa từ"),
    "replace_everywhere": ("sửa hàng loạt", "đổi tên cả báo cáo", "thay tất cả"),
    "insert_figure": ("liên kết số", "số tự điền", "đưa số vào câu"),
    "link_number": ("gắn số", "liên kết số đã gõ", "cho số tự đổi"),
    "begin_selection": ("bôi đen", "đánh dấu đoạn", "chọn chữ"),
    "cut": ("dời đoạn", "chuyển đoạn", "bỏ đoạn"),
    "copy": ("sao chép đoạn", "copy", "nhân đôi"),
    "paste": ("paste", "chèn đoạn", "đặt đoạn"),
    "discard": ("hủy", "không lưu", "xóa chữ đang gõ"),
    "discarded": ("lấy lại chữ đã bỏ", "thùng rác", "bản nháp"),
    "review_section": ("đúng hết", "xác nhận cả mục", "duyệt mục"),
}
"""By the name of the command."""

SCREENS: Final[Mapping[str, tuple[str, ...]]] = {
    "details": ("người ký", "nơi nhận", "ngày ban hành", "số văn bản"),
    "log": ("sổ theo dõi", "ghi buổi học", "các lớp đã mở"),
    "history": ("ai sửa gì", "nhật ký sửa", "xem lại thay đổi"),
    "summary": ("tóm tắt", "tổng kết", "số liệu chung"),
    "preview": ("in thử", "xem bản in", "đọc báo cáo"),
    "export": ("in", "in báo cáo", "tạo tệp Word", "PDF", "Excel", "lưu ra máy"),
    "import": ("nạp dữ liệu", "lấy từ file Word", "báo cáo năm ngoái", "tệp trả lời của cấp trên"),
    "finalise": ("khóa báo cáo", "hoàn thành báo cáo", "nộp cấp trên", "tệp bản nộp", "duyệt báo cáo", "trả lại"),
    "evidence": ("tài liệu chứng minh", "hồ sơ", "văn bản kèm theo"),
    "comments": ("cấp trên hỏi gì", "nhận xét", "câu hỏi chưa trả lời"),
    "comparison": ("năm ngoái", "tăng giảm", "đối chiếu"),
    "review": ("chưa rà soát", "kiểm tra chỗ chép", "duyệt lại"),
    "upgrade": ("mẫu mới", "cập nhật biểu mẫu", "nâng cấp"),
    "guide": ("bắt đầu", "làm quen", "người mới"),
    "received": ("các xã gửi", "cộng dồn", "duyệt bản nộp", "đặt hạn nộp", "xã nào nộp muộn"),
    "refused": ("dòng chưa vào", "bảng dán bị bỏ", "dán chưa hết"),
    "years": ("năm mới", "tạo năm", "đổi năm", "năm học khác", "đổi tên trung tâm"),
}
"""By the name of the screen; a section of a form is called by its title and its number."""
