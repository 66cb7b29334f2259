"""Reading a centre's own Word file as a template of styles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.tasks.transfer.given_file import LARGEST_FILE
from tthtcd_tui.tasks.transfer.read_in_child import Waiting, read_look

if TYPE_CHECKING:
    from tthtcd_tui.exports.word.decree import Taken


def read_template(path: Path, waiting: Waiting | None = None) -> Taken:
    """The styles taken from the file, and a sentence for each that is missing or breaks the Decree.

    It is read in a process with limits. Raises FileProblem, UnusableFile.
    """
    from tthtcd_tui.exports.word.decree import taken

    return taken(read_look(read_bounded(path, LARGEST_FILE), path.name, waiting))
