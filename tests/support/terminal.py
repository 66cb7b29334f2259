"""A program in a terminal of its own: a real pty, the bytes a keyboard sends, the screen a person sees."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

import pyte

KEYS: Final[Mapping[str, str]] = {
    "tab": "\t", "enter": "\r", "esc": "\x1b", "backspace": "\x7f", "shift+tab": "\x1b[Z",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "cdfgklopquvxyz"},
}  # fmt: skip
PATIENCE: Final = 60.0
"""Seconds after which what is waited for will not come. Nothing is ever measured by it."""

_MOMENT: Final = 0.01
"""Seconds between two looks at a program that may have come to rest."""
_AT_REST: Final = 5 if Path("/proc/self/task").exists() else 40
"""In how many of them, one after the other, it must have done nothing: more than lies between two of its drawings."""

_ON_TTY: Final = Path(__file__).with_name("on_tty.py")
_UNKNOWN_TO_PYTE: Final = re.compile(r"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
"""Keyboard protocol and questions: pyte would print their last letter."""
_UNFINISHED: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*)?$")
_ON_BY_ITSELF: Final = (7, 25)
"""Line wrap and the cursor: what a terminal has switched on when a program begins."""


def _seen(letter: pyte.screens.Char) -> tuple[object, ...]:
    """A letter and its look: of a blank neither boldness nor a colour of letters."""
    is_blank = letter.data == " " and not (letter.reverse or letter.underscore)
    return tuple(letter._replace(fg="default", bold=False, italics=False) if is_blank else letter)


def typed(*keys: str) -> str:
    """What the keyboard sends for named keys; anything else is text."""
    return "".join(KEYS.get(key, key) for key in keys)


def pasted(text: str) -> str:
    """What a terminal sends for a bracketed paste: CR for each line's end."""
    return f"\x1b[200~{text.replace(chr(10), chr(13))}\x1b[201~"


class Terminal:
    """A command in a pty. Reading goes on only while something is waited for."""

    def __init__(
        self, command: Sequence[str], columns: int = 80, rows: int = 24, environment: Mapping[str, str] | None = None
    ) -> None:
        self.raw = bytearray()
        """Every byte the program has sent."""
        self._emulator = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._emulator)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._emulated = 0
        self._held = ""
        self._ours, theirs = os.openpty()
        self._set_size(columns, rows)
        self.modes_before = self.modes
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_ON_TTY), *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )
        os.close(theirs)
        os.set_blocking(self._ours, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- the keyboard -------------------------------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """These bytes, in one packet if the pty takes them so; what it answers meanwhile is read."""
        while data:
            try:
                data = data[os.write(self._ours, data) :]
            except BlockingIOError:
                self._read(1)

    def type(self, text: str) -> None:
        """Text as an input method commits it, in one packet."""
        self.send(text.encode())

    def press(self, *keys: str) -> None:
        """Named keys, and anything else as text, in one packet."""
        self.type(typed(*keys))

    def paste(self, text: str) -> None:
        """A bracketed paste: a terminal sends CR for each line's end."""
        self.type(pasted(text))

    def allow_torn_letter(self) -> None:
        """From here on show a sign for a letter of which only a part was sent, as terminals do; else it is a fault."""
        self._decoder.errors = "replace"

    # -- the screen ---------------------------------------------------------------------------------------------------

    @property
    def _screen(self) -> pyte.Screen:
        """The screen after all that was sent: worked out only when somebody looks, so that reading is not held up."""
        data = bytes(self.raw[self._emulated :])
        self._emulated += len(data)
        text = self._held + self._decoder.decode(data)
        unfinished = _UNFINISHED.search(text)
        self._held = unfinished.group() if unfinished else ""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[: len(text) - len(self._held)]))
        return self._emulator

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def line(self, words: str) -> str:
        """The first line that holds `words`."""
        return next(line for line in self.lines if words in line)

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the terminal's own cursor stands: column and row."""
        cursor = self._screen.cursor
        return cursor.x, cursor.y

    def colours(self) -> set[str]:
        """The colours, of letters and behind them, that are on the screen."""
        screen = self._screen
        shown = (screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns))
        return {colour for letter in shown for colour in (letter.fg, letter.bg)}

    def letters(self) -> list[list[tuple[object, ...]]]:
        """All that is on the screen, letter by letter, with how each is drawn, as far as it is seen."""
        screen = self._screen
        return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]

    def switched_on(self) -> set[int]:
        """The private modes that the program has switched on and not off again (or, as 25, off and not on again)."""
        last = {int(mode): kind == b"h" for mode, kind in re.findall(rb"\x1b\[\?(\d+)([hl])", self.raw)}
        return {mode for mode, is_on in last.items() if is_on != (mode in _ON_BY_ITSELF)}

    @property
    def modes(self) -> list[object]:
        """How the kernel treats what is typed and printed here, as `stty` shows it."""
        return termios.tcgetattr(self._ours)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the window another size; the kernel tells the program."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    # -- waiting ------------------------------------------------------------------------------------------------------

    def wait_for(self, words: str, gone: bool = False) -> None:
        """Until `words` are on the screen, or `gone` from it."""
        self.wait_until(lambda: (words in self.text) != gone, f"{'still' if gone else 'no'} {words!r}")

    def wait_until(self, holds: Callable[[], bool], what: str = "what is waited for") -> None:
        """Until `holds`, which may look anywhere."""
        until = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < until, f"{what} after {PATIENCE:g} s; on the screen:\n{self.text}"
            if not self._read(0.05) and self._process.poll() is not None:
                assert holds(), f"{what}, and the program ended; on the screen:\n{self.text}"

    def rest(self) -> None:
        """Until it has done with all that was typed: nothing comes, and no thread of it computes or waits for its turn.

        For looking at what is sent, never to wait for something: that is `wait_for`.
        """
        until = time.monotonic() + PATIENCE
        moments, before = 0, ""
        while moments < _AT_REST:
            assert time.monotonic() < until, f"it does not come to rest: {before}\non the screen:\n{self.text}"
            came, now = self._read(_MOMENT), self._doing()
            moments = 0 if came or now != before else moments + 1
            before = now

    @property
    def cpu_seconds(self) -> float:
        """What it has computed so far, all its threads together; where the system does not say, nothing."""
        spent = 0
        for thread in Path(f"/proc/{self._process.pid}/task").glob("*/schedstat"):
            with suppress(OSError):  # it has just ended
                spent += int(thread.read_text(encoding="ascii").split()[0])
        return spent / 1e9

    def _doing(self) -> str:
        """Another answer each time, unless all its threads sleep and have slept since the last one."""
        told = []
        for thread in sorted(Path(f"/proc/{self._process.pid}/task").glob("*")):
            with suppress(OSError):  # it has just ended
                state = (thread / "stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
                spent = (thread / "schedstat").read_text(encoding="ascii").split()[0]
                told.append(f"{thread.name} {spent} {'' if state == 'S' else time.monotonic()}")
        return "\n".join(told)

    def wait_exit(self) -> int:
        """Its exit code, once it has ended by itself, and all that it said last has been taken in."""
        self.wait_until(lambda: self._process.poll() is not None, "it has not ended")
        while self._read(0.05):  # it may have ended before anybody looked
            pass
        return self._process.returncode

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def look(self) -> None:
        """Takes in what has come."""
        while self._read(0):
            pass

    def hang_up(self) -> None:
        """Closes the window with the program in it."""
        os.close(self._ours)
        self._ours = -1

    def close(self) -> None:
        """Ends what still runs."""
        if self.is_running:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if self._ours >= 0:
            self.hang_up()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Whether something came within `seconds`."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # Linux says EIO once the last program has closed its end
            data = b""
        if not data:
            time.sleep(0.01)
            return False
        self.raw += data
        return True
