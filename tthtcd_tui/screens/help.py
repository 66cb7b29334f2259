"""What the keys do: those of this screen first, then how its cells are typed in, if it has some, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from tthtcd_tui.screens.commands import COMMANDS, WRITING, Commanded
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import KEY, PLAIN, STRONG

_TYPING = (
    ("Enter, Tab", "sang ô tiếp theo; rời ô là lưu. Shift+Tab: ô trước"),
    ("Mũi tên", "đi từng ô, giữ cột; đến cả các dòng Thêm, Xóa, Chuyển lên"),
    ("Chữ, số", "gõ đè lên ô; Backspace sửa tiếp; Delete xóa ô"),
    ("^U  ^K", "xóa phần đang gõ trước, sau con trỏ: ^U để gõ lại từ đầu"),
    ("Esc", "lưu ô đang gõ và ở lại; Esc nữa để ra. Bỏ phần đang gõ: ^G 9"),
    ("Mở bằng số", "bấm Enter hoặc mũi tên vào ô rồi mới gõ"),
    ("2.554  2,5", "số kiểu Việt Nam; 12+15 được cộng ra"),
    ("-  --", "“không có”  ·  “không áp dụng”"),
    ("Số 1–9", "chọn trong danh sách rồi xuống dòng; 0 bỏ chọn"),
    ("PgUp, PgDn", "trang trước, sau; ở Ban Giám đốc, chỉ số, nội dung: người, chỉ số, mục trước, sau"),
    ("Dán", "dán cả khối từ bảng tính vào bảng kết quả, nhật ký"),
    ("? ! X", "trước một dòng: còn thiếu, có cảnh báo, có lỗi"),
)
_READING = (
    ("Enter, Tab", "sang ô tiếp theo; Shift+Tab: ô trước"),
    ("Mũi tên", "đi từng ô, giữ cột"),
    ("PgUp, PgDn", "trang trước, sau; ở Ban Giám đốc, chỉ số, nội dung: người, chỉ số, mục trước, sau"),
    ("? ! X", "trước một dòng: còn thiếu, có cảnh báo, có lỗi"),
)
_KEYS = 12


class HelpScreen(ReadingScreen):
    """Read and left again."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services, under: Commanded) -> None:
        super().__init__(services)
        self._under = under

    @property
    def title_words(self) -> str:
        return f"TRỢ GIÚP: {self._under.title_words}"

    def passages(self, width: int) -> Sequence[Passage]:
        here = self._under.help_lines()
        told = {keys for keys, _ in here}
        rest = [
            (command.shown, command.words)
            for command in COMMANDS
            if command.shown and command.shown not in told and self._under.has_command(command)
        ]
        cells: tuple[str, Sequence[tuple[str, str]]] = ("Khi nhập", _TYPING)
        if self._under.is_for_reading:
            cells = ("Khi xem", _READING)
            rest = [each for each in rest if each[0] not in WRITING]
        parts = (("Ở màn hình này", here), *([cells] if self._under.has_cells else []), ("Các phím khác", rest))
        lines: list[Passage] = []
        for title, keys in parts:
            lines += [Passage()] if lines else []
            lines.append(Passage(((title, STRONG),), is_start=True))
            lines += [Passage(line) for key, words in keys for line in _lines(key, words, width)]
        return lines

    def hint_of(self, passage: Passage) -> Message:  # noqa: ARG002
        return Message("Mũi tên, PgDn để xem thêm; Enter hoặc Esc để quay lại.")

    def do_help(self) -> None:
        """F1 again: back to what it is the help of."""
        self.navigator.back()

    def take(self, key: str, character: str | None) -> bool:
        if key == "enter":
            self.navigator.back()
            return True
        return super().take(key, character)


def _lines(keys: str, words: str, width: int) -> Iterator[Line]:
    """What a key does, beside it; on a narrow screen in lines of its own width."""
    for number, line in enumerate(wrap(words, max(width - _KEYS - 2, 12))):
        yield ((f"  {'' if number else keys:<{_KEYS}}", KEY), (line, PLAIN))
