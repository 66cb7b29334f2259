"""What the keys do: those of this screen first, then the rest, and how numbers are typed."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget

from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.commands import BY_KEY, COMMANDS
from tthtcd_tui.screens.owner import Commanded
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.look import KEY, PLAIN, STRONG
from tthtcd_tui.widgets.menu import Entry, Menu

_TYPING = (
    ("Enter, Tab", "sang ô tiếp theo; rời ô là lưu. Shift+Tab: ô trước"),
    ("Chữ, số", "gõ đè lên ô; Backspace sửa tiếp; Delete xóa ô; Esc bỏ phần đang gõ"),
    ("2.554  2,5", "số kiểu Việt Nam; 12+15 được cộng ra"),
    ("-  --", "“không có”  ·  “không áp dụng”"),
    ("Số 1–9", "chọn trong danh sách rồi xuống dòng; 0 bỏ chọn"),
    ("Dán", "dán cả khối từ bảng tính vào bảng kết quả"),
    ("^G rồi số", "đi tới mục; ^G 9 là mọi lệnh"),
)


class HelpScreen(BaseScreen):
    """Read and left again."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "ctrl+q")

    def __init__(self, under: Commanded) -> None:
        super().__init__()
        self._under = under
        self._menu = Menu()

    @property
    def title_words(self) -> str:
        return f"TRỢ GIÚP: {self._under.title_words}"

    def body(self) -> Widget:
        return self._menu

    def reload(self) -> None:
        here = [BY_KEY[key] for key in self._under.KEYS]
        rest = [command for command in COMMANDS if command not in here]
        lines: list[Line] = [(("Ở màn hình này", STRONG),)]
        lines += [_line(command.shown, command.words) for command in here]
        lines += [(), (("Khi nhập", STRONG),), *(_line(keys, words) for keys, words in _TYPING)]
        lines += [(), (("Các phím khác", STRONG),), *(_line(command.shown, command.words) for command in rest)]
        self._menu.show([Entry(str(number), line) for number, line in enumerate(lines)])
        self.say("Mũi tên để xem thêm; Esc để quay lại.")

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if key == "enter":
            self.owner.go_back()
            return True
        return self._menu.take(key)


def _line(keys: str, words: str) -> Line:
    return ((f"  {keys:<12}", KEY), (words, PLAIN))
