"""A database that three centres of two provinces share with those above them. Names, units and numbers are invented."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from support.sample_database import made
from support.stores import edits, number

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.writing import Applied
from tthtcd_tui.report.change import Change
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, load_samples, sample_bytes
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.finalise import finalise

PROVINCE: Final = Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE)
COMMUNE: Final = Unit("101", "Phường Mạo Khê", UnitKind.COMMUNE, "22")
NEXT: Final = Unit("102", "Xã Tân Hòa", UnitKind.COMMUNE, "22")
SILENT: Final = Unit("103", "Xã Bản Sen", UnitKind.COMMUNE, "22")
ABROAD: Final = Unit("31", "Tỉnh Thử", UnitKind.PROVINCE)
FAR: Final = Unit("201", "Xã Ở Xa", UnitKind.COMMUNE, "31")
UNITS: Final = (PROVINCE, COMMUNE, NEXT, SILENT, ABROAD, FAR)
LAW: Final = Place("results/phap_luat/participations")
CENTRES: Final[Mapping[str, tuple[Unit, str, int]]] = {
    "mao-khe": (COMMUNE, "phường Mạo Khê", 2000),
    "tan-hoa": (NEXT, "xã Tân Hòa", 500),
    "o-xa": (FAR, "xã Ở Xa", 70),
}
"""By code: the unit, the commune's name, and how many took part in classes of law."""
ADMIN, CLERK, OTHER, WARD, OFFICE, STRANGER = "gd", "lan", "tan", "phuong", "so", "so-31"
"""Directs all; clerk of mao-khe, of tan-hoa; supervises 101, 22, 31."""
PERIOD: Final = "2020-2021"


def shared_database(folder: Path) -> Path:
    """Every centre with 2020-2021 as a draft, mao-khe with the year before, too."""
    path = folder / "chung.db"
    path.write_bytes(made(_fill))
    return path


def final_shared_database(folder: Path) -> Path:
    """The same with every 2020-2021 final; nothing is handed in."""
    path = folder / "chung.db"
    path.write_bytes(made(_fill_final))
    return path


def _fill(store: Store) -> None:
    load_samples(store)
    for code, (_, commune, _) in CENTRES.items():
        if code != "mao-khe":
            store.centres.add(code, f"TTHTCĐ {commune}")
            words = sample_bytes(SAMPLE_YEAR).decode().replace('"code": "mao-khe"', f'"code": "{code}"')
            data = words.replace("phường Mạo Khê", commune).encode()
            run_import(store, plan_import(store, data, SAMPLE_YEAR), ADMIN)
    here = {centre.code: centre for centre in store.centres.all()}
    store.staff.add(Member(ADMIN, "Vũ Thanh Hải", Role.DIRECTOR))
    store.sign_in(ADMIN)
    store.units.replace(UNITS)
    for code, (unit, _, people) in CENTRES.items():
        store.units.belong(here[code].id, unit.code)
        report = year_of(store, code).report_id
        change = Change(new_op_id(), edits({LAW: number(people)}))
        assert isinstance(store.apply(report, change, store.revision(report), ADMIN), Applied)
    for member in (
        Member(CLERK, "Nguyễn Thị Lan", Role.CLERK, here["mao-khe"]),
        Member(OTHER, "Lê Tân", Role.CLERK, here["tan-hoa"]),
        Member(WARD, "Trần Phường", Role.SUPERVISOR, unit=COMMUNE),
        Member(OFFICE, "Phạm Sở", Role.SUPERVISOR, unit=PROVINCE),
        Member(STRANGER, "Đỗ Xa", Role.SUPERVISOR, unit=ABROAD),
    ):
        store.staff.add(member)


def _fill_final(store: Store) -> None:
    _fill(store)
    for code in CENTRES:
        finalise(store, year_of(store, code), ADMIN)


def year_of(store: Store, code: str, label: str = PERIOD) -> Year:
    return next(year for year in store.years.all() if (year.centre.code, year.period.label) == (code, label))
