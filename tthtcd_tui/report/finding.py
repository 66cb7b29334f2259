"""A Finding: something missing or wrong, where it is, and what to do about it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tthtcd_tui.report.place import Place


class Severity(IntEnum):
    ERROR = 1
    """The report cannot be issued with it."""
    WARNING = 2
    """It looks wrong; a person may know why it is right and say so (giải trình)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found. `code` is the rule's name, for tests and filters; nobody is shown it."""

    code: str
    severity: Severity
    place: Place
    message: str
    """A Vietnamese sentence: what is wrong, and what to do next."""
    reason: str = ""
    """Why it is right all the same, in the centre's words; a warning with a reason is explained (đã giải trình)."""

    @property
    def is_open(self) -> bool:
        return not self.reason
