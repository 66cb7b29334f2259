"""Writer of files into the export folder, for a screen: over one that is there only when told to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.screens.base import BaseScreen


class FileWriter:
    """Asks on `screen`."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen

    def write(self, name: str, work: Callable[[Path, bool], None]) -> None:
        """Have `work` make the file `name`; it is told the path, and whether a file that is there may be written over.

        Where there is one now, a person is asked first. Raises TaskProblem, FileProblem.
        """
        path = self._screen.services.export_folder().path(name)
        if _is_there(path):
            self._screen.ask(f"Đã có tệp {path.name}. Ghi đè?", partial(work, path, True), "Chưa ghi gì.")
        else:
            work(path, False)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise FileProblem("Không ghi được tệp có tên này. Hãy đặt tên khác.", error.errno or 0) from error
