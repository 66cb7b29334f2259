"""Whether a report is still being written: a draft (dự thảo), or final (đã chốt), read only until it is reopened.

The history tells it at places of its own. Nobody types them, so `field_at` does not know them: finalising and reopening
alone write there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tthtcd_tui.report.place import Place


class Status(StrEnum):
    """The value is as stored."""

    DRAFT = "draft"
    FINAL = "final"

    @property
    def words(self) -> str:
        return "đã chốt" if self is Status.FINAL else "dự thảo"


STATUS: Final = Place("status")
"""«final», or Unanswered while it is a draft."""
VERSION: Final = Place("status/version")
"""How many versions have been kept."""
REOPENED: Final = Place("status/reason")
"""Why it was reopened, until it is finalised again."""
