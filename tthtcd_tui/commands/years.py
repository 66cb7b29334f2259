"""`new`, `years`, `delete`, `centre`: what centres and years there are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, print_json
from tthtcd_tui.commands.parser import add_database, add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands


def add_to(commands: Commands) -> None:
    new = commands.add_parser("new", help="tạo báo cáo của một kỳ")
    new.add_argument("period", metavar="KỲ", help="ví dụ 2021-2022, 2021, hoặc “1/6/2020 - 31/5/2021”")
    new.add_argument("--from", dest="previous", metavar="KỲ", help="chép tên, Ban Giám đốc, lời văn từ kỳ này")
    new.add_argument("--form", metavar="MẪU", help="biểu mẫu, nếu có nhiều (xem “tthtcd forms”)")
    add_store(new, user=True)
    new.set_defaults(run=_new)

    years = commands.add_parser("years", help="liệt kê các báo cáo")
    years.add_argument("--json", action="store_true", help="in dạng JSON")
    add_store(years)
    years.set_defaults(run=_years)

    delete = commands.add_parser("delete", help="xóa báo cáo của một kỳ; giữ lại một bản sao JSON")
    delete.add_argument("year", metavar="KỲ")
    add_store(delete, user=True)
    delete.set_defaults(run=_delete)

    centre = commands.add_parser("centre", help="thêm, sửa, liệt kê trung tâm")
    actions = centre.add_subparsers(title="Việc", metavar="VIỆC", required=True)
    add = actions.add_parser("add", help="thêm trung tâm")
    edit = actions.add_parser("edit", help="đổi tên trung tâm")
    for parser, run in ((add, _add_centre), (edit, _edit_centre)):
        parser.add_argument("code", metavar="MÃ", help="chữ thường không dấu, ví dụ mao-khe")
        parser.add_argument("name", metavar="TÊN", help="ví dụ “TTHTCĐ phường Mạo Khê”")
        parser.set_defaults(run=run)
    listing = actions.add_parser("list", help="liệt kê trung tâm")
    listing.add_argument("--json", action="store_true", help="in dạng JSON")
    listing.set_defaults(run=_list_centres)
    for parser in (add, edit, listing):
        add_database(parser, user=parser is not listing)


def _new(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.known_forms import form_asked
    from tthtcd_tui.tasks.open_store import find_centre, find_year, open_store, read_period, user_name
    from tthtcd_tui.tasks.years import new_year

    store = open_store(options.db, options.user)
    centre = find_centre(store, options.centre)
    previous = find_year(store, options.centre, options.previous) if options.previous else None
    form = form_asked(store, options.form)
    year = new_year(store, centre, read_period(options.period), form, user_name(options.user), previous)
    source = f", chép từ {previous.period.label} (các chỗ chép sang cần rà soát)" if previous else ""
    print(f"Đã tạo báo cáo {year.period.title} của {centre.name}{source}.")
    return DONE


def _years(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import find_centre, open_store

    store = open_store(options.db, options.user)
    centre = find_centre(store, options.centre).id if options.centre else None
    years = store.years(centre)
    if options.json:
        print_json(
            [
                {
                    "centre": year.centre.code,
                    "period": year.period.label,
                    "form": f"{year.form.key}/{year.form.version}",
                    "revision": year.revision,
                    "status": year.status.value,
                }
                for year in years
            ]
        )
    else:
        for year in years:
            print(
                f"{year.centre.code}  {year.period.label}  {year.centre.name}  {year.form.key}  {year.revision} lần lưu"
                f"  {year.status.words}"
            )
        if not years:
            print("Chưa có báo cáo nào. Gõ “tthtcd new KỲ” để tạo, ví dụ: tthtcd new 2021-2022")
    return DONE


def _delete(options: argparse.Namespace) -> int:
    import shlex

    from tthtcd_tui.tasks.open_store import find_year, open_store
    from tthtcd_tui.tasks.years import delete_year

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    deleted = delete_year(store, year)
    print(f"Đã xóa báo cáo {year.period.title} của {year.centre.name}.")
    print(f"Bản sao: {deleted.copy}. Muốn lấy lại, gõ: tthtcd import {shlex.quote(str(deleted.copy))}")
    return DONE


def _add_centre(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import open_store
    from tthtcd_tui.tasks.years import add_centre

    centre = add_centre(open_store(options.db, options.user, make=True), options.code, options.name)
    print(f"Đã thêm {centre.name} (mã {centre.code}). Tiếp theo: tthtcd new KỲ --centre {centre.code}")
    return DONE


def _edit_centre(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import find_centre, open_store
    from tthtcd_tui.tasks.years import rename_centre

    store = open_store(options.db, options.user)
    centre = rename_centre(store, find_centre(store, options.code), options.name)
    print(f"Đã đổi tên: {centre.code} · {centre.name}")
    return DONE


def _list_centres(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.open_store import open_store

    centres = open_store(options.db, options.user).centres()
    if options.json:
        print_json([{"code": centre.code, "name": centre.name} for centre in centres])
    else:
        for centre in centres:
            print(f"{centre.code}  {centre.name}")
    return DONE
