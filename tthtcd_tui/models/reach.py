"""Which centres somebody may read: one, those of the communes below a unit, or all."""

from __future__ import annotations

from typing import Final, TypeVar

from tthtcd_tui.models.core_tables import AdminUnit, Centre
from tthtcd_tui.models.storage.orm import Expression, Field, Model, ModelSelect
from tthtcd_tui.named_tuple import NamedTuple

_Of = TypeVar("_Of", bound=Model)


class Reach(NamedTuple):
    """The centres somebody may read: one, those below a unit, or, with neither given, all of them."""

    centre: int | None = None
    unit: str | None = None

    @property
    def is_everywhere(self) -> bool:
        return self == EVERYWHERE

    def narrowed(self, query: ModelSelect[_Of], centre: Field) -> ModelSelect[_Of]:
        """Restrict `query` to rows of these centres; `centre` is the column that names a row's centre."""
        if self.unit is not None:
            return query.where(centre.in_(Centre.select(Centre.id).where(Centre.unit.in_(_below(self.unit)))))
        return query if self.centre is None else query.where(centre == self.centre)


EVERYWHERE: Final = Reach()


def _below(unit: str) -> ModelSelect[AdminUnit]:
    """The codes of a unit and of those below it: from ministry to commune there are no more than two steps."""
    middle, table = AdminUnit.alias(), AdminUnit
    of_middle: Expression = table.parent.in_(middle.select(middle.code).where(middle.parent == unit))
    return table.select(table.code).where((table.code == unit) | (table.parent == unit) | of_middle)
