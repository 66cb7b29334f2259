"""How far a report is on its way to those above, in the words of whoever looks: a centre's own, or somebody above it.

The one source of these words: overview, lists, and commands all say them. What is stored, and told as data, is Status.
"""

from __future__ import annotations

from enum import Enum, auto

from tthtcd_tui.named_tuple import NamedTuple


class Step(Enum):
    DRAFT = auto()
    FINAL = auto()
    """And there is nobody above to hand it in to."""
    TO_HAND_IN = auto()
    """Final, and not handed in."""
    FINAL_AGAIN = auto()
    """Final anew since it was handed in, and not handed in again."""
    HANDED_IN = auto()
    """Somebody above has to answer."""
    REOPENED = auto()
    """A draft again, which nobody above asked for."""
    RETURNED = auto()
    APPROVED = auto()


class Stage(NamedTuple):
    """Of one report, for one person."""

    step: Step
    is_above: bool = False
    """Whether who looks is above the centre."""
    next: str = ""
    """Name of the unit that has to approve next; nothing where nobody there does, or files are mailed."""
    is_mine: bool = False
    """Whether that is the unit of who looks."""
    is_done: bool = False
    """Whether who looks has approved."""

    @property
    def waits_for_me(self) -> bool:
        """Whether who looks can approve it now."""
        return self.step is Step.HANDED_IN and self.is_mine

    @property
    def words(self) -> str:
        if self.step is Step.HANDED_IN:
            return self._handed_in
        return _ABOVE[self.step] if self.is_above else _AT_CENTRE[self.step]

    @property
    def _handed_in(self) -> str:
        if self.is_mine:
            return "chờ bạn duyệt"
        if not self.next:
            return "đã nộp, chờ cấp trên trả lời"
        if not self.is_above:
            return f"đã nộp, chờ {self.next} duyệt"
        return f"bạn đã duyệt, chờ {self.next}" if self.is_done else f"chờ {self.next} duyệt trước"


_AT_CENTRE = {
    Step.DRAFT: "dự thảo",
    Step.FINAL: "đã chốt",
    Step.TO_HAND_IN: "đã chốt, chưa nộp",
    Step.FINAL_AGAIN: "đã chốt lại, chưa nộp lại",
    Step.REOPENED: "đã mở lại, chưa nộp lại",
    Step.RETURNED: "cấp trên trả lại",
    Step.APPROVED: "cấp trên đã duyệt",
}
_ABOVE = {
    Step.DRAFT: "đang nhập",
    Step.FINAL: "đã chốt",
    Step.TO_HAND_IN: "đã chốt, chưa nộp",
    Step.FINAL_AGAIN: "đã chốt lại, chưa nộp lại",
    Step.REOPENED: "trung tâm mở lại, chưa nộp lại",
    Step.RETURNED: "đã trả lại, chờ nộp lại",
    Step.APPROVED: "đã duyệt",
}
