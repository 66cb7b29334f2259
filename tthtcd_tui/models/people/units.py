"""The list of units as people keep it: by a director of all centres alone."""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.models import unit_list
from tthtcd_tui.models.part import Part, reads, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.report.units import Unit


class UnitList(Part):
    """The list of units; a director of all centres keeps it, and says where centres belong."""

    @reads
    def all(self) -> list[Unit]:
        """By code."""
        return unit_list.units(self.database)

    @reads
    def are_there(self) -> bool:
        """Whether there is any."""
        return unit_list.are_there(self.database)

    @reads
    def belongings(self) -> dict[int, str]:
        """The code of the unit that a centre belongs to, by the centre's number; of those that belong to one."""
        return unit_list.belongings(self.database)

    @reads
    def of_centre(self, centre: int) -> Unit | None:
        """The unit that a centre belongs to; None where it belongs to none."""
        return unit_list.unit_of(self.database, centre)

    @writes
    def replace(self, new: Iterable[Unit]) -> None:
        """Replace the list. Raises NotAllowed; CannotEdit where a unit that something belongs to would go."""
        self._refuse("nhập danh mục đơn vị")
        unit_list.replace(self.database, self.access.user, new)

    @writes
    def belong(self, centre: int, unit: str | None) -> None:
        """Make `centre` that of `unit`, or of none. Raises NotAllowed; CannotEdit where the unit has another one."""
        self._refuse("gán trung tâm vào đơn vị")
        unit_list.belong(self.database, self.access.user, centre, unit)

    def _refuse(self, what: str) -> None:
        rights.refuse_all_but_directors(rights.person(self.database, self.access.user), None, what)
