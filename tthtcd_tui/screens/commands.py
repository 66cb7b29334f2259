"""Every command, once: its key, its word in the key line, its words in palette and help, its method.

Only keys that reach the program through every terminal and that no Vietnamese input method eats; no letter is one.
"""

from __future__ import annotations

from typing import Final, Protocol

from tthtcd_tui.named_tuple import NamedTuple


class Command(NamedTuple):
    """`name` is the screen's method `do_‹name›`. `shown` is how the key is written for a person.

    Without a key of its own it stands in the list of commands alone.
    """

    key: str
    shown: str
    word: str
    words: str
    name: str


class Commanded(Protocol):
    """A screen as its help and the palette over it see it."""

    @property
    def title_words(self) -> str: ...

    @property
    def has_cells(self) -> bool:
        """Whether one types in cells there."""

    @property
    def is_for_reading(self) -> bool:
        """Whether whoever looks may change nothing there."""

    def has_command(self, command: Command) -> bool:
        """Whether a command does something there now."""

    def help_lines(self) -> list[tuple[str, str]]: ...

    def leave_cell(self) -> bool: ...

    def press(self, key: str, character: str | None) -> None: ...

    def run_command(self, command: Command) -> None: ...


COMMANDS: Final = (
    Command("f1", "F1", "Trợ giúp", "Trợ giúp cho màn hình này", "help"),
    Command("f2", "F2", "Lưu", "Lưu ngay ô đang nhập", "save"),
    Command("f3", "F3", "Tìm", "Tìm mọi ô, không cần dấu", "search"),
    Command("f4", "F4", "Năm trước", "Chép từ năm trước vào ô trống", "copy_previous"),
    Command("f5", "F5", "Làm mới", "Xem thay đổi mới của đồng nghiệp", "refresh_now"),
    Command("f6", "F6", "Nhật ký", "Mở nhật ký hoạt động của dòng này", "log"),
    Command("f7", "F7", "Minh chứng", "Ô minh chứng của dòng này; F7 nữa: danh mục", "evidence"),
    Command("f8", "F8", "Chỗ cần sửa", "Đến chỗ thiếu hoặc sai tiếp theo", "next_gap"),
    Command("f9", "F9", "Xem trước", "Xem trước báo cáo, rồi xuất DOCX", "preview"),
    Command("ctrl+d", "^D", "Ô trên", "Chép ô phía trên", "copy_above"),
    Command("ctrl+o", "^O", "Lý do", "Ghi lý do cho chỗ bị cảnh báo", "reason"),
    Command("ctrl+z", "^Z", "Hoàn tác", "Hoàn tác lần sửa gần nhất của bạn", "undo"),
    Command("ctrl+y", "^Y", "Làm lại", "Làm lại lần vừa hoàn tác", "redo"),
    Command("", "", "Lịch sử", "Lịch sử sửa đổi của ô này", "history"),
    Command("", "", "Góp ý", "Góp ý, trả lời ở ô này", "comment"),
    Command("ctrl+p", "^P", "Lệnh", "Danh sách lệnh", "palette"),
    Command("escape", "Esc", "Quay lại", "Lưu ô đang nhập; Esc nữa để quay lại", "back"),
    Command("ctrl+q", "^Q", "Thoát", "Lưu và thoát", "leave"),
    Command("ctrl+g", "^G", "Đi tới", "Đi tới một mục: rồi bấm số; 9 là mọi lệnh", "go"),
    Command("ctrl+f", "^F", "Tìm, thay", "Tìm trong đoạn", "find"),
    Command("", "", "Thay", "Thay trong đoạn", "replace"),
    Command("", "", "Thay hết", "Thay trong cả báo cáo", "replace_everywhere"),
    Command("ctrl+l", "^L", "Số liệu", "Chèn số liệu", "insert_figure"),
    Command("", "", "Nối số", "Nối số vừa gõ với số liệu", "link_number"),
    Command("", "", "Chọn", "Bắt đầu chọn, rồi mũi tên", "begin_selection"),
    Command("ctrl+x", "^X", "Cắt", "Cắt đoạn chọn", "cut"),
    Command("ctrl+c", "^C", "Chép", "Chép đoạn chọn", "copy"),
    Command("ctrl+v", "^V", "Dán", "Dán đoạn đã cắt, chép", "paste"),
    Command("", "", "Bỏ", "Bỏ phần đang gõ", "discard"),
    Command("", "", "Đã bỏ", "Phần đang gõ đã bỏ trong 7 ngày", "discarded"),
    Command("", "", "Rà soát", "Đã rà soát cả mục", "review_section"),
)
BY_KEY: Final = {command.key: command for command in COMMANDS if command.key}
GO: Final = "ctrl+g"
"""Then a digit: 0 the report's details, 1–8 a line of the overview, 9 every command."""
WRITING: Final = frozenset(BY_KEY[key].shown for key in ("f4", "ctrl+z", "ctrl+d", "ctrl+o", "ctrl+y", "f2"))
"""Keys that only change a report, as they are shown."""
WAYS_ON: Final = frozenset({BY_KEY["ctrl+g"].shown, BY_KEY["ctrl+q"].shown})
"""What the key line names on every screen that has them, whatever else there is room for."""
OF_CELLS: Final = frozenset({"save", "copy_previous", "copy_above", "evidence", "reason", "comment"})
"""The commands, by name, that do something in a cell; elsewhere only where a screen gives them a meaning of its own."""
IN_PROSE: Final = frozenset({"replace", "link_number", "begin_selection", "insert_figure"})
"""The commands, by name, of the editor of texts alone."""
WITHOUT_YEAR: Final = frozenset(
    {"help", "save", "copy_previous", "refresh_now", "back", "leave", "go", "discard", "discarded"}
)
"""The commands, by name, that need no year to be open."""
