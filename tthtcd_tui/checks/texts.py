"""The words of a report, place by place, as they print: what rules about words read."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.kinds.details import UNPRINTED
from tthtcd_tui.report.links import linked
from tthtcd_tui.report.place import MARKS, Place, PlaceKind
from tthtcd_tui.report.rows import rows

GAP: Final = "\ufffc"
"""Stands for what a link will print once it is answered."""


class Role(Enum):
    """What kind of words stand at a place."""

    PROSE = auto()
    """A paragraph of sentences."""
    LIST = auto()
    """One line of a list: an addressee, a legal basis."""
    LINE = auto()
    """A few words: a post, a source, an evidence, the year's theme."""
    NAME = auto()
    """A name of the letterhead or of the end: the superior body, the place, the signer's position."""
    PERSON = auto()
    """A person's name."""
    CODE = auto()
    """What is not read as words: a number, a symbol."""


class Text(NamedTuple):
    """A paragraph or a line of the year's own words."""

    place: Place
    label: str
    role: Role
    raw: str
    """As it is kept, with its links."""
    words: str
    """As it prints."""
    own: str
    """As it prints, but with a GAP for what is linked from another place, where it is read by itself."""


def texts_at(form: Form, facts: Facts, place: Place) -> tuple[Text, ...]:
    """The words at `place`; none where it holds no words or they are not printed."""
    role = role_of(form, place)
    if role is None or not _is_read(form, facts, place, role):
        return ()
    label = label_at(form, place)
    lines = _lines(facts.answers.get(place))
    return tuple(Text(place, label, role, line, filled(form, facts, line), _own(form, facts, line)) for line in lines)


def _is_read(form: Form, facts: Facts, place: Place, role: Role) -> bool:
    """Whether it prints, or is kept beside what prints: the evidence of an item that applies, a figure not yet told."""
    walked = rows(form, facts)
    if role is Role.PROSE:
        return walked.is_printed(place)
    if place.kind in (PlaceKind.CHECKLIST, PlaceKind.OWN):
        return walked.is_printed(Place.of(place.kind, place.parts[1], "statement"))
    row = walked.row_at(place)
    return row is None or place.kind == PlaceKind.REPORT or bool(row.section)


def role_of(form: Form, place: Place) -> Role | None:
    """What kind of words `place` holds; None for a number, a choice, a mark, and for what nobody else reads."""
    if place.kind in MARKS or place in UNPRINTED:
        return None
    field = field_at(form, place)
    match field.kind if field else None:
        case FieldType.PARAGRAPHS:
            return Role.PROSE
        case FieldType.LINES:
            return Role.LIST
        case FieldType.TEXT:
            return _LINES.get((place.kind, place.parts[-1]), Role.NAME if place.kind == PlaceKind.REPORT else Role.LINE)
        case _:
            return None


_LINES: Final = {
    ("report", "number"): Role.CODE,
    ("report", "symbol"): Role.CODE,
    ("report", "signer"): Role.PERSON,
    ("board", "name"): Role.PERSON,
    ("board", "phone"): None,
}


def _lines(answer: Answer | None) -> tuple[str, ...]:
    if isinstance(answer, str):
        return (answer,)
    return answer if isinstance(answer, tuple) else ()


def filled(form: Form, facts: Facts, text: str) -> str:
    """`text` with its links filled in; GAP for what is unanswered, an unknown one as it stands."""
    if "{" not in text:
        return text
    return "".join(piece if isinstance(piece, str) else _value(form, facts, piece) for piece in pieces(text))


def _own(form: Form, facts: Facts, text: str) -> str:
    if "{" not in text:
        return text
    return "".join(piece if isinstance(piece, str) else _period(form, facts, piece) for piece in pieces(text))


def _period(form: Form, facts: Facts, link: Link) -> str:
    """The period's own name, which stands at no place; GAP for what does."""
    target = linked(form, facts, link.name)
    return target.text if target is not None and target.place is None and target.text else GAP


def _value(form: Form, facts: Facts, link: Link) -> str:
    target = linked(form, facts, link.name)
    if target is None:
        return f"{{{link.name}}}"
    return GAP if target.text is None else target.text
