"""What the keys do: those of this screen first, then the rest, and how numbers are typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from tthtcd_tui.screens.commands import COMMANDS
from tthtcd_tui.screens.owner import Commanded
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import KEY, PLAIN, STRONG
from tthtcd_tui.widgets.reader import Passage

_TYPING = (
    ("Enter, Tab", "sang ô tiếp theo; rời ô là lưu. Shift+Tab: ô trước"),
    ("Chữ, số", "gõ đè lên ô; Backspace sửa tiếp; Delete xóa ô; Esc bỏ phần đang gõ"),
    ("2.554  2,5", "số kiểu Việt Nam; 12+15 được cộng ra"),
    ("-  --", "“không có”  ·  “không áp dụng”"),
    ("Số 1–9", "chọn trong danh sách rồi xuống dòng; 0 bỏ chọn"),
    ("PgUp, PgDn", "trang trước, sau; ở Ban Giám đốc, chỉ số, nội dung: người, chỉ số, mục trước, sau"),
    ("Dán", "dán cả khối từ bảng tính vào bảng kết quả, nhật ký"),
    ("? ! X", "trước một dòng: còn thiếu, có cảnh báo, có lỗi"),
)
_KEYS = 12


class HelpScreen(ReadingScreen):
    """Read and left again."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "ctrl+g", "ctrl+q")

    def __init__(self, under: Commanded) -> None:
        super().__init__()
        self._under = under

    @property
    def title_words(self) -> str:
        return f"TRỢ GIÚP: {self._under.title_words}"

    def passages(self, width: int) -> Sequence[Passage]:
        here = self._under.help_lines()
        told = {keys for keys, _ in here}
        rest = [(command.shown, command.words) for command in COMMANDS if command.shown and command.shown not in told]
        parts = (("Ở màn hình này", here), ("Khi nhập", _TYPING), ("Các phím khác", rest))
        lines: list[Passage] = []
        for title, keys in parts:
            lines += [Passage()] if lines else []
            lines.append(Passage(((title, STRONG),), is_start=True))
            lines += [Passage(line) for key, words in keys for line in _lines(key, words, width)]
        return lines

    def say_of(self, passage: Passage) -> None:  # noqa: ARG002
        self.say("Mũi tên, PgDn để xem thêm; Enter hoặc Esc để quay lại.")

    def take(self, key: str, character: str | None) -> bool:
        if key == "enter":
            self.owner.go_back()
            return True
        return super().take(key, character)


def _lines(keys: str, words: str, width: int) -> Iterator[Line]:
    """What a key does, beside it; on a narrow screen in lines of its own width."""
    for number, line in enumerate(wrap(words, max(width - _KEYS - 2, 12))):
        yield ((f"  {'' if number else keys:<{_KEYS}}", KEY), (line, PLAIN))
