"""`unit`: administrative units, and which of them a centre belongs to; in a shared database, or a register of mail."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, USAGE, complain, print_json, tell
from tthtcd_tui.commands.superior import add_register

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.register.register import Register
    from tthtcd_tui.report.units import Units
    from tthtcd_tui.tasks.upward.shared import Shared


def add_to(commands: Commands) -> None:
    unit = commands.add_parser(
        "unit",
        help="danh mục đơn vị hành chính: nhập, xem, gán trung tâm vào xã",
        description="Danh mục nằm trong dữ liệu chung, nếu nhiều trung tâm và cấp trên cùng làm trên một máy chủ;\n"
        "hoặc trong thư mục tiếp nhận, nếu bản nộp gửi qua thư (có --register, hay đã có thư mục ấy).",
    )
    actions = unit.add_subparsers(title="Việc", metavar="VIỆC", required=True)
    take = actions.add_parser("import", help="nhập danh mục đơn vị từ tệp CSV, thay danh mục đang có")
    take.add_argument(
        "file", type=Path, metavar="TỆP", help="CSV: mã, tên, cấp, mã cấp trên; hoặc mã xã, tên xã, mã tỉnh, tên tỉnh"
    )
    take.add_argument("--shared", action="store_true", help="vào dữ liệu chung, dù cạnh đó có thư mục tiếp nhận")
    take.set_defaults(run=_import)
    listed = actions.add_parser("list", help="các đơn vị, và trung tâm chưa rõ thuộc đơn vị nào")
    listed.add_argument("--json", action="store_true", help="in dạng JSON")
    listed.set_defaults(run=_list)
    assign = actions.add_parser(
        "assign", help="gán một trung tâm vào một xã, khi tên trong bản nộp không khớp danh mục"
    )
    assign.add_argument("centre", nargs="?", metavar="TRUNG_TÂM", help="mã hoặc tên trung tâm, như “unit list” in ra")
    assign.add_argument("unit", nargs="?", metavar="XÃ", help="mã hoặc tên xã, phường trong danh mục")
    assign.add_argument(
        "--by-name", action="store_true", help="dữ liệu chung: gán mọi trung tâm mà mã hoặc tên cho biết rõ xã nào"
    )
    assign.set_defaults(run=_assign)
    for parser in (take, listed, assign):
        add_register(parser)


def _import(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.people.belonging import belongings
    from tthtcd_tui.tasks.people.belonging import import_units as into_database
    from tthtcd_tui.tasks.upward.open_register import open_register
    from tthtcd_tui.tasks.upward.open_source import store_for_units
    from tthtcd_tui.tasks.upward.units import import_units

    if options.shared and options.register:
        complain("Chỉ dùng một trong hai: --shared hoặc --register THƯ_MỤC.")
        return USAGE
    store = store_for_units(options.register, options.db, options.user, is_shared=options.shared)
    if store is None:
        _tell_imported(import_units(open_register(options.register, options.db), options.file))
        return DONE
    _tell_imported(into_database(store, options.file), " vào dữ liệu chung")
    if without := sum(each.unit is None for each in belongings(store)):
        tell(f"{without} trung tâm chưa thuộc xã nào. Gán theo mã, tên: tthtcd unit assign --by-name")
    return DONE


def _tell_imported(units: Units, where: str = "") -> None:
    tell(f"Đã nhập{where} danh mục {len(units)} đơn vị, trong đó {len(units.communes())} xã, phường, đặc khu.")


def _list(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.upward.open_source import open_source
    from tthtcd_tui.tasks.upward.shared import Shared
    from tthtcd_tui.tasks.upward.units import unknown_centres

    register = open_source(options.register, options.db, options.user)
    if isinstance(register, Shared):
        return _list_shared(options, register)
    register.refuse_missing()
    unknown = unknown_centres(register)
    if options.json:
        units = [unit._asdict() for unit in register.units.by_code.values()]
        print_json({"units": units, "unknown": [each._asdict() for each in unknown]})
        return DONE
    _tell_units(register)
    if not len(register.units):
        tell("Chưa có danh mục đơn vị. Gõ “tthtcd unit import TỆP” để nhập.")
    for each in unknown:
        tell(f"! {each.centre} · {each.name} · {each.commune or 'không ghi xã'} · {each.period}: chưa rõ thuộc xã nào")
    if unknown:
        tell("Gán: tthtcd unit assign TRUNG_TÂM XÃ")
    return DONE


def _tell_units(source: Register | Shared) -> None:
    for unit in source.units.by_code.values():
        above = source.units.by_code.get(unit.parent)
        tell(f"{unit.code} · {unit.name}" + (f" · {above.name}" if above else ""))


def _list_shared(options: argparse.Namespace, shared: Shared) -> int:
    from tthtcd_tui.tasks.people.belonging import belongings

    known = belongings(shared.store)
    if options.json:
        units = [unit._asdict() for unit in shared.units.by_code.values()]
        centres = [
            {"centre": each.centre.code, "name": each.centre.name, "unit": each.unit.code if each.unit else None}
            for each in known
        ]
        print_json({"units": units, "centres": centres})
        return DONE
    _tell_units(shared)
    for each in known:
        if each.unit is not None:
            tell(f"{each.centre.code} · {each.centre.name}: thuộc {each.unit.name} ({each.unit.code})")
    unknown = [each.centre for each in known if each.unit is None]
    for centre in unknown:
        tell(f"! {centre.code} · {centre.name}: chưa thuộc xã nào")
    if unknown:
        tell("Gán: tthtcd unit assign TRUNG_TÂM XÃ, hoặc tthtcd unit assign --by-name")
    return DONE


def _assign(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.upward.open_source import open_source
    from tthtcd_tui.tasks.upward.shared import Shared
    from tthtcd_tui.tasks.upward.units import assign

    if options.by_name == bool(options.centre) or (options.centre and not options.unit):
        complain("Ghi TRUNG_TÂM và XÃ, hoặc chỉ --by-name.")
        return USAGE
    register = open_source(options.register, options.db, options.user)
    if isinstance(register, Shared):
        return _assign_shared(options, register)
    if options.by_name:
        complain("Trong thư mục tiếp nhận, mã và tên đã được xét: ghi TRUNG_TÂM và XÃ cho nơi chưa rõ.")
        return USAGE
    unit, count = assign(register, options.centre, options.unit, user_name(options.user))
    tell(f"Đã gán {count} bản nộp của {options.centre} vào {unit.name} ({unit.code}).")
    return DONE


def _assign_shared(options: argparse.Namespace, shared: Shared) -> int:
    from tthtcd_tui.tasks.people.belonging import assign, assign_by_name, belongings

    if not options.by_name:
        found = assign(shared.store, options.centre, options.unit)
        tell(f"Đã gán {found.centre.name} vào {found.unit.name} ({found.unit.code}).")
        return DONE
    done = assign_by_name(shared.store)
    for each in done:
        tell(f"{each.centre.code} · {each.centre.name}: thuộc {each.unit.name} ({each.unit.code})")
    left = sum(each.unit is None for each in belongings(shared.store))
    tell(f"Đã gán {len(done)} trung tâm." + (f" Còn {left} trung tâm chưa rõ thuộc xã nào." if left else ""))
    return DONE
