"""An Answer as its column holds it, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Absent, Answer, Quantity
from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.text.numbers import canonical
from tthtcd_tui.text.qualifiers import Qualifier

_ABSENT: Final = {NIL: "-", NOT_APPLICABLE: "--", UNANSWERED: None}
_FROM_ABSENT: Final = {"-": NIL, "--": NOT_APPLICABLE}


def stored(answer: Answer) -> tuple[str | None, str | None]:
    """The column's text and the qualifier beside it; None for NULL."""
    match answer:
        case Absent():
            return _ABSENT[answer], None
        case Quantity(number, qualifier):
            return canonical(number), str(qualifier) if qualifier else None
        case tuple():
            return "\n".join(answer), None
        case date():
            return answer.isoformat(), None
        case str():
            return answer, None


def restored(field: Field, text: str | None, qualifier: str | None = None) -> Answer:
    """The answer that a column of `field` holds."""
    if text is None:
        return UNANSWERED
    if text in _FROM_ABSENT:
        return _FROM_ABSENT[text]
    match field.kind:
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.PERCENT | FieldType.MONEY:
            return Quantity(Decimal(text), Qualifier(qualifier) if qualifier else None)
        case FieldType.LINES | FieldType.PARAGRAPHS | FieldType.CHOICES:
            return tuple(text.split("\n"))
        case FieldType.DATE:
            return date.fromisoformat(text)
        case FieldType.TEXT | FieldType.CHOICE:
            return text
