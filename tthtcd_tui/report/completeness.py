"""What must be filled in, and how much of it is: required places only, a row or an item counted as one."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place


class Requirement(NamedTuple):
    """A figure, a row or an item that must be filled in."""

    section: str
    """The form's key of the section; nothing for the report's own details."""
    label: str
    missing: tuple[Place, ...]
    """The places of it that are still unanswered."""


class Progress(NamedTuple):
    """How far a section is. `total` is 0 where it requires nothing."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all of it; a section that requires nothing is complete."""
        return self.done * 100 // self.total if self.total else 100


def progress(wanted: Sequence[Requirement]) -> Progress:
    return Progress(sum(not requirement.missing for requirement in wanted), len(wanted))
