"""The list of units of a register, and the centres that nothing in it tells the commune of."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import NoSuchCentre, NoSuchUnit
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.register.register import Register, sender_of
from tthtcd_tui.register.standing import Kept, standing
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import LARGEST_LIST, Unit, Units, read_units
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.periods import Period, parse_period
from tthtcd_tui.text.problem import quoted


class UnknownCentre(NamedTuple):
    """A centre whose submission counts for no unit."""

    centre: str
    name: str
    commune: str
    period: str


def import_units(register: Register, path: Path) -> Units:
    """The units of a CSV in place of those there are. Raises FileProblem, UnusableFile; then nothing is changed."""
    units = read_units(read_bounded(path, LARGEST_LIST))
    with register.locked():
        register.set_units(units)
    return register.units


def known_periods(register: Register) -> list[Period]:
    """The periods of which something was received, the newest first."""
    return [_period(name) for name in register.periods()]


def _period(name: str) -> Period:
    start, _, end = name.partition("_")
    found = parse_period(f"{start} - {end}")
    year = found.start.year
    for usual in (Period.school_year(year), Period.calendar_year(year)):
        if (usual.start, usual.end) == (found.start, found.end):
            return usual
    return Period.custom(found.start, found.end)


def unknown_centres(register: Register) -> list[UnknownCentre]:
    """By period, the newest first."""
    return [
        UnknownCentre(kept.manifest.centre.code, kept.manifest.centre.name, kept.manifest.commune, period.label)
        for period in known_periods(register)
        for kept in standing(register, period).unknown()
    ]


def assign(register: Register, typed: str, unit_typed: str, user: str) -> tuple[Unit, int]:
    """Say which commune a centre is of; the commune, and for how many submissions that is news.

    Raises NoSuchUnit, NoSuchCentre where none or several are called so.
    """
    register.refuse_missing()
    unit = register.units.named(unit_typed)
    if unit.kind is not UnitKind.COMMUNE:
        raise NoSuchUnit(f"{quoted(unit.name)} không phải xã, phường. Hãy ghi mã của một xã, phường.")
    found = _called(register, typed)
    with register.locked():
        for kept in found:
            register.assign(kept.manifest, unit, user)
    return unit, len(found)


def _called(register: Register, typed: str) -> list[Kept]:
    """The newest submissions of the centre called so, one a period."""
    standings = [standing(register, period) for period in known_periods(register)]
    everything = [kept for found in standings for kept in found.latest.values()]
    wanted = [kept for kept in everything if typed == kept.manifest.centre.code or fold(typed) == fold(_name(kept))]
    if not wanted:
        codes = [kept.manifest.centre.code for kept in everything]
        meant = did_you_mean(typed, codes)
        raise NoSuchCentre(f"Chưa nhận bản nộp nào của trung tâm {quoted(typed)}.{meant or ' Hãy kiểm tra mã.'}")
    places = {sender_of(kept.manifest)[:2] for kept in wanted}
    if len(places) > 1:
        told = sorted({f"{_name(kept)} · {kept.manifest.commune}" for kept in wanted})
        raise NoSuchCentre(f"Có {len(places)} trung tâm mã {quoted(typed)}. Hãy ghi tên thay cho mã:", told)
    return wanted


def _name(kept: Kept) -> str:
    return kept.manifest.centre.name
