"""Whether the user has seen the guide to the first steps: an empty file in their own folder marks it."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.tasks.care.own_folder import own_folder

_CONTENT = b"1\n"


def guide_was_seen() -> bool:
    try:
        return read_bounded(_mark(), len(_CONTENT)) == _CONTENT
    except FileProblem:
        return False


def remember_guide() -> None:
    """Create the mark. Where that fails, the guide is offered again at the next start."""
    try:
        make_own_folder(_mark().parent)
        write_whole(_mark(), _CONTENT, overwrite=True, mode=0o600)
    except FileProblem:
        pass


def _mark() -> Path:
    return own_folder() / "da-xem-huong-dan"
