"""Place → table and column, once and for all: whoever reads, writes or draws the stored form looks here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from tthtcd_tui.forms.model import Field
from tthtcd_tui.models import core_tables, tables
from tthtcd_tui.models.storage.orm import Model
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.kinds.details import COMPARED, DUE
from tthtcd_tui.report.place import Place, PlaceKind


class ColumnMap:
    """A kind of Place: its table, the column that tells its rows apart, and the column of each of its words.

    `key` is empty for the report's own row. A value that is a number stands in `number` with its `qualifier`; one that
    the form asks for in words stands in `value_words`.
    """

    def __init__(self, table: type[Model], key: str, columns: Mapping[str, str], value_words: str = "") -> None:
        self.table: Final = table
        self.key: Final = key
        self.columns: Final = columns
        self.value_words: Final = value_words


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


KINDS: Final[dict[str, ColumnMap]] = {
    "report": ColumnMap(
        core_tables.Report,
        "",
        _same(
            *("superior", "issuer", "locality", "symbol", "number", "place", "date", "addressees", "legal_basis"),
            *("opening", "closing", "recipients", "authority", "position", "signer"),
            "appendices",
        ),
    ),
    "narrative": ColumnMap(tables.Narrative, "section", {"": "text"}),
    "figure": ColumnMap(tables.Figure, "key", {"": "number"}, value_words="text"),
    "board": ColumnMap(tables.BoardMember, "uid", _same("role", "name", "duty", "phone", "training", "note", "order")),
    "checklist": ColumnMap(tables.ChecklistAnswer, "item", _same("status", "statement", "evidence")),
    "own": ColumnMap(tables.OwnItem, "uid", _same("section", "label", "order", "status", "statement", "evidence")),
    "results": ColumnMap(tables.ActivityResult, "row", _same("classes", "participations")),
    "rating": ColumnMap(tables.ParticipationRating, "group", _same("level", "contribution", "note")),
    "indicator": ColumnMap(
        tables.EffectivenessIndicator,
        "key",
        {"value": "number", **_same("source", "comparison", "text")},
        value_words="value_text",
    ),
    "score": ColumnMap(tables.CriterionScore, "criterion", _same("own", "superior", "difference", "evidence")),
    "grid": ColumnMap(tables.GridCell, "cell", {"": "number"}, value_words="text"),
    "evidence": ColumnMap(
        tables.Evidence,
        "uid",
        {"number": "symbol", **_same("code", "title", "date", "kept", "address", "file", "order")},
    ),
    "reason": ColumnMap(tables.Reason, "target", {"": "text"}),
    "carried": ColumnMap(tables.CarriedOver, "target", {"": "period"}),
}
QUALIFIER: Final = "qualifier"
WITHOUT_COLUMN: Final = frozenset({DUE, COMPARED})
"""Details of a report that stand among its figures, each under its whole Place, which no figure's key can be."""


@contextmanager
def storing(name: str, kind: ColumnMap) -> Iterator[None]:
    """Store the Places called `name` as `kind` says, inside the block. A new database has its table then."""
    if name in KINDS:
        raise ValueError(name)
    KINDS[name] = kind
    try:
        yield
    finally:
        del KINDS[name]


class Shape(NamedTuple):
    """What places stored alike have in common: the queries that read and write them are the same."""

    kind: ColumnMap
    column: str
    qualified: bool
    """Whether the qualifier column beside it belongs to this answer."""


class Slot(NamedTuple):
    """Where one answer is stored. `key` is None in the report's own row."""

    key: str | None
    shape: Shape

    @property
    def kind(self) -> ColumnMap:
        return self.shape.kind

    @property
    def column(self) -> str:
        return self.shape.column

    @property
    def qualified(self) -> bool:
        return self.shape.qualified


def slot_of(place: Place, field: Field) -> Slot:
    """Where `place`, which is `field` of the form, is stored. Raises KeyError for a kind that is not an answer's."""
    if place in WITHOUT_COLUMN:
        return Slot(place, Shape(KINDS[PlaceKind.FIGURE], KINDS[PlaceKind.FIGURE].value_words, qualified=False))
    kind = KINDS[place.kind]
    _, _, rest = place.partition("/")
    if not kind.key:
        return Slot(None, Shape(kind, kind.columns[rest], qualified=False))
    # A mark's target is a whole Place and a grid's cell a line and a column; every other row has a key of one word, and
    # perhaps a column's name after it.
    key, name = (rest, "") if "" in kind.columns else rest.split("/")
    column = kind.columns[name]
    numeric = column == "number"
    if numeric and not field.kind.is_number:
        return Slot(key, Shape(kind, kind.value_words, qualified=False))
    return Slot(key, Shape(kind, column, qualified=numeric))


def place_of(name: str, key: str, word: str) -> Place:
    """The Place of the word `word` in the row `key` of the kind called `name`."""
    if name == PlaceKind.FIGURE and key in WITHOUT_COLUMN:
        return Place(key)
    return Place.of(*filter(None, (name, key, word)))
