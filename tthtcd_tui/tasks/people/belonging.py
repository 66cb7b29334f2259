"""Which centre belongs to which administrative unit, in a database that centres share with those above them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tthtcd_tui.errors import NoSuchUnit
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import LARGEST_LIST, Unit, Units, read_units
from tthtcd_tui.tasks.care.open_store import find_centre
from tthtcd_tui.text.problem import quoted


def known_units(store: Store) -> Units:
    """The units of the database. Raises NoSuchUnit where there are none."""
    found = Units(store.units.all())
    if not len(found):
        raise NoSuchUnit("Chưa có danh mục đơn vị. Hãy nhập danh mục trước.")
    return found


def import_units(store: Store, path: Path) -> Units:
    """Replace the units of the database by those of a CSV file.

    Raises FileProblem, UnusableFile, NotAllowed, CannotEdit; then nothing is changed.
    """
    units = read_units(read_bounded(path, LARGEST_LIST))
    store.units.replace(units)
    return Units(units)


class Belonging(NamedTuple):
    """A centre, and the unit that it belongs to, if any."""

    centre: CentreRow
    unit: Unit | None


def belongings(store: Store) -> list[Belonging]:
    """Every centre that the signed-in user may read, by code."""
    units, told = {unit.code: unit for unit in store.units.all()}, store.units.belongings()
    return [Belonging(centre, units.get(told.get(centre.id, ""))) for centre in store.centres.all()]


class Assigned(NamedTuple):
    """A centre, and the commune that it was put into."""

    centre: CentreRow
    unit: Unit


def assign(store: Store, code: str, typed: str) -> Assigned:
    """Put a centre into the commune of that code or name. Raises NoSuchUnit, TaskProblem, NotAllowed, CannotEdit."""
    unit, centre = known_units(store).named(typed), find_centre(store, code)
    if unit.kind is not UnitKind.COMMUNE:
        raise NoSuchUnit(f"{quoted(unit.name)} không phải xã, phường. Hãy ghi mã của một xã, phường.")
    store.units.belong(centre.id, unit.code)
    return Assigned(centre, unit)


def assign_by_name(store: Store) -> list[Assigned]:
    """Put each centre without a unit into the commune that its code or name tells, where that is clear.

    Where several centres match one commune, none is put there. Returns those that were. Raises NoSuchUnit, NotAllowed.
    """
    units, known = known_units(store), belongings(store)
    told = [(each.centre, unit) for each in known if each.unit is None and (unit := _told(store, units, each.centre))]
    taken = {each.unit.code for each in known if each.unit is not None}
    claims = Counter(unit.code for _, unit in told)
    clear = [Assigned(*each) for each in told if each[1].code not in taken and claims[each[1].code] == 1]
    with store.together():
        for centre, unit in clear:
            store.units.belong(centre.id, unit.code)
    return clear


def _told(store: Store, units: Units, centre: CentreRow) -> Unit | None:
    """By code or name, else by what its newest year calls the commune."""
    found = units.of_centre(centre.code, centre.name, "")
    if found is not None:
        return found
    named = {unit.code: unit for name in store.centres.names_used(centre.id) if (unit := units.of_centre("", "", name))}
    return next(iter(named.values())) if len(named) == 1 else None
