"""The end of a report as it is copied: who receives it on the left, who signs it on the right."""

from __future__ import annotations

import re
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean

_GAP: Final = re.compile(r"\t+| {3,}")
"""What parts the two halves of a line: a cell's tab, or the blanks of a PDF."""
_CAPACITY: Final = re.compile(
    r"(?:(?:kt|tm|tl|tuq|q)\b\s*\.?\s*)?(?:quyền\s+)?(?:phó\s+)?"
    r"(?:giám đốc|chủ tịch|trưởng ban|ban giám đốc|thủ trưởng|hiệu trưởng|người lập|kế toán)\b.{0,40}",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"\(?(?:đã ký|ký\b|ký,|chữ ký|đóng dấu).{0,40}", re.IGNORECASE)
_BULLET: Final = re.compile(r"\s*[-–—•+*·]")
_PERSON: Final = re.compile(r"(?:(?:ThS|TS|CN)\.?\s+)?[^\W\d_]+(?: [^\W\d_]+){1,5}")
_LONGEST_TOLD: Final = 34


class Halves(NamedTuple):
    """The recipients as they were pasted, and the lines of who signs."""

    recipients: str
    signing: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What was left out; nothing where nothing was."""
        return f"Bỏ qua phần người ký ({_shortened('; '.join(self.signing))})" if self.signing else ""


def halves(raw: str) -> Halves:
    """`raw` without what stands on the right of the recipients or below them: a capacity in capitals, and whose it is.

    As it is where nobody signs in it. Raises UnusableCharacter as `clean` does.
    """
    left: list[str] = []
    right: list[str] = []
    lines = clean(raw).split("\n")
    for line in lines:
        own, *others = [part.strip() for part in _GAP.split(line.strip(" "))]
        is_bullet = bool(_BULLET.fullmatch(own))
        if is_bullet and others:  # the tab behind what begins a line of a list
            own, *others = f"{own} {others[0]}", *others[1:]
        signs = any(map(_is_capacity, others)) or bool(right and any(others))
        if signs:
            right += filter(None, others)
            left += [own] if own else []
        elif _is_capacity(own) or (right and _is_of_signing(own)):
            right += filter(None, (own, *others))
        else:
            left.append(line.rstrip())
    return Halves("\n".join(left), tuple(right)) if right else Halves(raw)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD].rstrip()}…"


def _is_capacity(text: str) -> bool:
    """«GIÁM ĐỐC», «KT. GIÁM ĐỐC»; «Giám đốc Sở GD&ĐT» receives it."""
    return text == text.upper() and _CAPACITY.fullmatch(text) is not None


def _is_of_signing(text: str) -> bool:
    """Whether a line below a capacity goes on with it: that it is signed, or a person's name."""
    is_name = _PERSON.fullmatch(text) is not None and all(word[0].isupper() for word in text.split())
    return bool(_SIGNED.fullmatch(text)) or (is_name and not _BULLET.match(text))
