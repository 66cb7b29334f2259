"""Key dispatch of every screen: Ctrl+G with its digit, the screen's own keys, commands, and dropped letters."""

from __future__ import annotations

from typing import ClassVar, Final, Protocol

from textual import events

from tthtcd_tui.screens.commands import BY_KEY, GO, IN_PROSE, WITHOUT_YEAR, Command
from tthtcd_tui.screens.services import Navigator, Services
from tthtcd_tui.terminal.parser import OversizedPaste
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.look import BROKEN

_OVERSIZED: Final = (
    "Phần dán dài hơn một triệu chữ nên chưa dán gì. Hãy dán từng phần, hoặc nhập cả tệp: tthtcd import."
)
_NO_YEAR: Final = "Chưa mở năm nào. Chọn hoặc tạo một năm trước đã."


class Owner(Protocol):
    """The screen; a command is done by its method `do_‹name›`."""

    NO_CELL: ClassVar[str]

    @property
    def services(self) -> Services: ...

    @property
    def navigator(self) -> Navigator: ...

    @property
    def last_number(self) -> int:
        """The last line of the overview that has a number."""

    @property
    def is_offering(self) -> bool:
        """Whether Enter would take something."""

    def take(self, key: str, character: str | None) -> bool: ...

    def take_paste(self, text: str) -> None: ...

    def press(self, key: str, character: str | None) -> None: ...

    def leave_cell(self) -> bool: ...

    def stray(self, typed: str, why: str) -> None: ...

    def say(self, text: str) -> None: ...

    def say_hint(self) -> None: ...

    def announce(self, text: str, *, wrong: bool = False, warn: bool = False) -> None: ...

    def do_go(self) -> None: ...

    def do_search(self) -> None: ...


class KeyDispatch:
    """The dispatcher of one screen."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen
        self._is_going = False
        """Whether the next digit says where to."""
        self._was_broken = False

    def begin_going(self) -> None:
        self._is_going = True

    def receive(self, event: events.Key | events.Paste) -> None:
        """Handle a key or a paste that is no answer to a question."""
        was_broken, self._was_broken = self._was_broken, False
        if isinstance(event, events.Paste):
            self._paste(event)
        elif event.character == BROKEN:
            self._was_broken = True
        else:
            self._screen.press(event.key, event.character)
        if was_broken or self._was_broken:
            # Also after the key behind it, which has come with it: what is half a letter is known by what follows.
            self._screen.announce("Bỏ qua một ký tự gửi sai. Đặt bảng mã của cửa sổ dòng lệnh là UTF-8.", warn=True)

    def _paste(self, event: events.Paste) -> None:
        self._is_going = False
        if isinstance(event, OversizedPaste):
            self._screen.announce(_OVERSIZED, wrong=True)
        else:
            self._screen.take_paste(event.text)
        if BROKEN in event.text and not self._screen.is_offering:
            self._screen.announce(
                f"Phần vừa dán có {event.text.count(BROKEN)} ký tự hỏng trên đường truyền. Hãy xem lại,"
                " và đặt bảng mã của cửa sổ dòng lệnh là UTF-8.",
                warn=True,
            )

    def press(self, key: str, character: str | None) -> None:
        """Handle one key, perhaps that of a command."""
        screen = self._screen
        if self._is_going:
            self._is_going = False
            self._go(character or key)
        elif key == GO:
            screen.do_go()
        elif screen.take(key, character):
            pass
        elif key in BY_KEY:
            self.run_command(BY_KEY[key])
        elif key.startswith("alt+"):
            screen.announce(f"Bỏ qua Alt+{key.removeprefix('alt+')}: phím này không dùng ở đây, chưa ghi gì.")
        elif is_text(character):
            screen.stray(character, screen.NO_CELL)

    def run_command(self, command: Command) -> None:
        screen = self._screen
        method = getattr(screen, f"do_{command.name}", None)
        if method is None and command.name == "find":
            method = screen.do_search  # else the words to be found would be typed into the cell
        if not screen.services.report.has_year and command.name not in WITHOUT_YEAR:
            screen.say(_NO_YEAR)
        elif method is None:
            name = f"{command.shown} ({command.words})" if command.shown else f"“{command.words}”"
            where = " Enter ở một ô lời văn, rồi chọn lại." if command.name in IN_PROSE else ""
            screen.announce(f"{name} không dùng ở màn hình này.{where}")
        else:
            if command.name == "refresh_now":
                screen.services.program.force_redraw()
            method()

    def _go(self, digit: str) -> None:
        screen = self._screen
        if digit == "9":
            self.run_command(BY_KEY["ctrl+p"])
        elif digit not in "012345678":
            screen.say_hint()
        elif not screen.services.report.has_year:
            screen.say(_NO_YEAR)
        elif int(digit) > screen.last_number:
            screen.announce(f"Không có mục {digit}: Tổng quan có các mục từ 0 đến {screen.last_number}.")
        elif screen.leave_cell():
            screen.navigator.open_number(int(digit), by_digit=True)
