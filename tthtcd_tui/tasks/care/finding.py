"""What doctor finds: one thing looked at, how it is, and what to do about it."""

from __future__ import annotations

from enum import Enum

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.tasks.care.remedy import Remedy


class State(Enum):
    FINE = "Tốt"
    NOTED = "Chú ý"
    WRONG = "Hỏng"


class Check(NamedTuple):
    """One thing looked at. `advice` and `remedy` say what to do; there is none where there is nothing to do."""

    key: str
    subject: str
    state: State
    words: str
    advice: str = ""
    remedy: Remedy | None = None
    details: tuple[str, ...] = ()
