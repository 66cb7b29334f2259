"""Every command, once: its key, its word in the key line, its words in palette and help, its method.

Only keys that reach the program through every terminal and that no Vietnamese input method eats; no letter is one.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Command(NamedTuple):
    """`name` is the screen's method `do_‹name›`. `shown` is how the key is written for a person.

    Without a key of its own it stands in the list of commands alone.
    """

    key: str
    shown: str
    word: str
    words: str
    name: str


COMMANDS: Final = (
    Command("f1", "F1", "Trợ giúp", "Trợ giúp cho màn hình này", "help"),
    Command("f2", "F2", "Lưu", "Lưu ngay ô đang nhập", "save"),
    Command("f3", "F3", "Tìm", "Tìm mọi ô, không cần dấu", "search"),
    Command("f4", "F4", "Năm trước", "Chép từ năm trước vào ô trống", "copy_previous"),
    Command("f5", "F5", "Làm mới", "Xem thay đổi mới của đồng nghiệp", "refresh_now"),
    Command("f6", "F6", "Nhật ký", "Mở nhật ký hoạt động của dòng này", "log"),
    Command("f7", "F7", "Minh chứng", "Đến ô minh chứng của nội dung này", "evidence"),
    Command("f8", "F8", "Chỗ cần sửa", "Đến chỗ thiếu hoặc sai tiếp theo", "next_gap"),
    Command("f9", "F9", "Xem trước", "Xem trước báo cáo, rồi xuất DOCX", "preview"),
    Command("ctrl+d", "^D", "Ô trên", "Chép ô phía trên", "copy_above"),
    Command("ctrl+o", "^O", "Lý do", "Ghi lý do cho chỗ bị cảnh báo", "reason"),
    Command("ctrl+z", "^Z", "Hoàn tác", "Hoàn tác lần sửa gần nhất của bạn", "undo"),
    Command("ctrl+y", "^Y", "Làm lại", "Làm lại lần vừa hoàn tác", "redo"),
    Command("", "", "Lịch sử", "Lịch sử sửa đổi của ô này", "history"),
    Command("ctrl+p", "^P", "Lệnh", "Danh sách lệnh", "palette"),
    Command("escape", "Esc", "Quay lại", "Bỏ ô đang nhập, rồi quay lại", "back"),
    Command("ctrl+q", "^Q", "Thoát", "Lưu và thoát", "leave"),
    Command("ctrl+g", "^G", "Đi tới", "Đi tới một mục: rồi bấm số; 9 là mọi lệnh", "go"),
)
BY_KEY: Final = {command.key: command for command in COMMANDS if command.key}
GO: Final = "ctrl+g"
"""Then a digit: 0 the report's details, 1–8 a line of the overview, 9 every command."""
WITHOUT_YEAR: Final = frozenset({"help", "save", "copy_previous", "back", "leave", "go"})
"""The commands, by name, that need no year to be open."""
