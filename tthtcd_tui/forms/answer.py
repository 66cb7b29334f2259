"""Answer: the content of a Place, one of four kinds, because empty is not zero and zero is not «không có».

- a value: Quantity, text, lines of text, a date (chosen options are their keys);
- ``Absent.NIL``: «không có», typed ``-``;
- ``Absent.NOT_APPLICABLE``: «không áp dụng», typed ``--``;
- ``Absent.UNANSWERED``: nobody has said anything yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from tthtcd_tui.text.qualifiers import Qualifier


class Absent(Enum):
    """The three answers that are not a value."""

    UNANSWERED = "unanswered"
    NIL = "nil"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, 0 or more, with the qualifier printed before it. It is the number that is stored and computed with.

    The unit is the form's: persons, km², per cent, whole đồng.
    """

    number: Decimal
    qualifier: Qualifier | None = None


Answer: TypeAlias = Quantity | str | tuple[str, ...] | date | Absent

UNANSWERED = Absent.UNANSWERED
NIL = Absent.NIL
NOT_APPLICABLE = Absent.NOT_APPLICABLE

NIL_TYPED: Final = "-"
NOT_APPLICABLE_TYPED: Final = "--"
LONGEST_TEXT: Final = 2_000_000
"""The most characters one answer may hold: a book, or a file pasted by mistake."""
