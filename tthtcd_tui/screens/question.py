"""Asking before something is deleted or written over: 1 Không · 2 Có, and whatever is not a 2 is a no."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import events

from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.tasks.problem import TaskProblem

CHOICES = "1 Không · 2 Có"


class AskingScreen(BaseScreen):
    """A screen that asks in its message line. A key that is no answer means no, and then does what it always does."""

    def __init__(self) -> None:
        super().__init__()
        self._yes: Callable[[], None] | None = None
        self._no = ""

    def ask(self, words: str, yes: Callable[[], None], no: str = "Không xóa gì.") -> None:
        """Asks `words`; `yes` is done on a 2 alone, `no` is said on a no."""
        self._yes, self._no = yes, no
        self.say(f"{words} {CHOICES}", warn=True)

    def receive(self, event: events.Key | events.Paste) -> None:
        yes, self._yes = self._yes, None
        if yes is None or isinstance(event, events.Paste):
            super().receive(event)
        elif event.character == "2":
            yes()
        elif event.character == "1" or event.key in ("enter", "escape"):
            self.say(self._no)
        else:
            super().receive(event)


class WritingScreen(AskingScreen):
    """A screen that writes files into the export folder, and over one that is there only when told to."""

    def write(self, name: str, work: Callable[[Path, bool], None]) -> None:
        """Has `work` make the file `name`; it is told the path, and whether a file that is there may be written over.

        Where there is one now, a person is asked first.
        """
        try:
            path = self.owner.export_folder.path(name)
            is_there = path.exists()
        except TaskProblem as problem:
            self.say(problem.message, wrong=True)
        except OSError:
            self.say("Không ghi được tệp có tên này. Hãy đặt tên khác.", wrong=True)
        else:
            if is_there:
                self.ask(f"Đã có tệp {path.name}. Ghi đè?", partial(work, path, True), "Chưa ghi gì.")
            else:
                work(path, False)
