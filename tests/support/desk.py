"""Somebody's desk: the program in a terminal on the sample year, and what is kept of them once it is gone.

Every way of losing the line is tried on the same desk: what stood on the screen before must be kept after.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from support.drafts import kept
from support.processes import environment
from support.sample_database import sample_database
from support.terminal import PATIENCE, Terminal

from tthtcd_tui.report.place import Place

USER: Final = "canbo1"
NUMBER: Final = Place("results/xoa_mu_chu/classes")
"""The first cell of screen 4, empty in the sample year."""
PROSE: Final = Place("narrative/ket_qua")
"""The last cell of screen 4, with an editor of its own; empty too."""
OFFERED: Final = "Có nội dung chưa lưu lúc"


@dataclass(frozen=True)
class Desk:
    """Where it is: a database, and the user's own folder."""

    folder: Path

    @classmethod
    def furnished(cls, folder: Path) -> Desk:
        sample_database(folder)
        return cls(folder)

    @property
    def database(self) -> Path:
        return self.folder / "tthtcd.db"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    def kept(self) -> Mapping[Place, str]:
        return kept(self.state / "tthtcd" / "chua-luu")

    def wait_kept(self, cells: Mapping[Place, str]) -> None:
        """Until just `cells` are on disk."""
        wait_until(lambda: self.kept() == cells, f"not kept: {cells}")

    @property
    def environment(self) -> dict[str, str]:
        return environment() | {"XDG_STATE_HOME": str(self.state)}

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "tthtcd_tui", "--db", str(self.database), "--user", USER]

    @contextmanager
    def terminal(self, *wrapper: str) -> Iterator[Terminal]:
        with Terminal([*wrapper, *self.command], environment=self.environment) as terminal:
            yield terminal

    def ssh_environment(self) -> dict[str, str]:
        """What sshd gives to every session here."""
        names = ("DATA", "CONFIG", "CACHE")
        return {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in names} | {
            "XDG_STATE_HOME": str(self.state),
            "LC_ALL": "C.UTF-8",
        }

    def programs(self) -> list[int]:
        """The processes that have this desk's database on their command line, wrappers among them."""
        return [pid for pid, words in _processes() if str(self.database) in words]

    def program(self) -> int:
        """The one that is the program itself."""
        named = [
            pid for pid, words in _processes() if str(self.database) in words and words[1:3] == ["-m", "tthtcd_tui"]
        ]
        assert len(named) == 1, named
        return named[0]

    def wait_gone(self, patience: float = 1) -> float:
        """Until no process of this desk runs; the seconds it took."""
        began = time.monotonic()
        try:
            wait_until(lambda: not self.programs(), "the program is still there", patience)
        except AssertionError as still:
            still.add_note("\n".join(line for pid in self.programs() for line in _state(pid)))
            raise
        return time.monotonic() - began


def open_cell(terminal: Terminal) -> None:
    """Puts the cursor on NUMBER."""
    terminal.wait_for("TỔNG QUAN")
    terminal.press("4", "enter")
    terminal.wait_for("KẾT QUẢ HOẠT ĐỘNG")


def open_prose(terminal: Terminal) -> None:
    """Opens the editor of PROSE."""
    open_cell(terminal)
    terminal.press("pagedown", "enter")
    terminal.wait_for("Mỗi dòng là một đoạn")


def type_slowly(terminal: Terminal, text: str) -> None:
    """Letter by letter, each once the one before is on the screen: as fast as a person who looks at it."""
    for length in range(1, len(text) + 1):
        terminal.type(text[length - 1])
        shown = text[max(length - 20, 0) : length].strip()
        terminal.wait_for(shown)


def wait_until(holds: Callable[[], bool], what: str, patience: float = 1) -> None:
    """Until `holds`; `patience` is for what takes its time."""
    until = time.monotonic() + patience * PATIENCE
    while not holds():
        assert time.monotonic() < until, what
        time.sleep(0.005)


def _state(pid: int) -> Iterator[str]:
    """What each thread of a process waits in, and what it has open: whoever hangs is not there to be asked later."""
    folder = Path(f"/proc/{pid}")
    with suppress(OSError):
        for thread in (folder / "task").iterdir():
            told = [(thread / name).read_text(encoding="utf-8").strip() for name in ("comm", "wchan", "syscall")]
            yield f"{pid}/{thread.name}: {' · '.join(told)}"
        for opened in (folder / "fd").iterdir():
            yield f"{pid} has {opened.name}: {opened.readlink()}"
        yield from (folder / "status").read_text(encoding="utf-8").splitlines()


def _processes() -> Iterator[tuple[int, Sequence[str]]]:
    """Every process that is not ended, with its words, as Linux tells them."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):  # it has just ended
                if words := (folder / "cmdline").read_bytes():
                    yield int(folder.name), os.fsdecode(words).split("\0")
