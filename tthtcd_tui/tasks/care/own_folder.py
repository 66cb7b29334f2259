"""The user's own folder: drafts, the log of crashes, what has been shown; no report."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tthtcd_tui.files.later_module import CalledLater, loaded_later

DRAFTS: Final = "chua-luu"
"""The folder in it that drafts are kept in."""
DISCARDED: Final = "da-bo"
"""The folder of discarded text, among the drafts."""
LAST_YEARS: Final = "nam-mo-sau-cung"
"""The folder in it that says who had which year open last."""


def own_folder() -> Path:
    """The path of the folder; whoever writes there creates it."""
    with loaded_later(CalledLater("tempfile")):  # which would say where a user's sockets are who has no folder for them
        from platformdirs import (
            user_state_path,
        )  # costs a few milliseconds, and most commands keep nothing of their own

    return user_state_path("tthtcd")
