"""`set`, `history`, `undo`, `redo`: changing a year, and what was changed."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final

from tthtcd_tui.commands.output import DONE, USAGE, complain, print_json, tell
from tthtcd_tui.commands.parser import add_store, at_least_one

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands

_NAMED: Final = 3
"""The places that are told one by one."""


def add_to(commands: Commands) -> None:
    edit = commands.add_parser(
        "set",
        help="nhập một ô, hoặc nhiều ô từ đầu vào chuẩn",
        description="Nhập một ô: tthtcd set KỲ CHỖ GIÁ_TRỊ. Nhập nhiều ô: tthtcd set KỲ - rồi mỗi dòng “CHỖ GIÁ_TRỊ”\n"
        "(\\n xuống dòng trong đoạn văn); tất cả được lưu cùng lúc, hoặc không ô nào được lưu.",
    )
    edit.add_argument("year", metavar="KỲ")
    edit.add_argument("place", metavar="CHỖ", help="ví dụ figure/dan_so; - để đọc từ đầu vào chuẩn")
    edit.add_argument("value", nargs="?", metavar="GIÁ_TRỊ", help="“-” là không có, “--” là không áp dụng, “” là xóa")
    add_store(edit, user=True)
    edit.set_defaults(run=_set)

    history = commands.add_parser("history", help="ai đã sửa gì, lúc nào")
    history.add_argument("year", metavar="KỲ")
    history.add_argument("place", nargs="?", metavar="CHỖ", help="một chỗ; bỏ trống là cả báo cáo")
    history.add_argument("--limit", type=at_least_one, default=50, metavar="SỐ", help="nhiều nhất bao nhiêu dòng (50)")
    history.add_argument("--json", action="store_true", help="in dạng JSON")
    add_store(history)
    history.set_defaults(run=_history)

    for name, words, run in (("undo", "hoàn tác lần sửa gần nhất của bạn", _undo), ("redo", "làm lại", _redo)):
        parser = commands.add_parser(name, help=words)
        parser.add_argument("year", metavar="KỲ")
        add_store(parser, user=True)
        parser.set_defaults(run=run)


def _set(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells, typed_lines

    if (options.place == "-") == (options.value is not None):
        complain("Gõ “tthtcd set KỲ CHỖ GIÁ_TRỊ”, hoặc “tthtcd set KỲ -” để đọc nhiều dòng từ đầu vào chuẩn.")
        return USAGE
    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    cells = typed_lines(sys.stdin.buffer.read()) if options.value is None else [Typed(options.place, options.value)]
    count = save_cells(store, year, cells, user_name(options.user))
    tell(f"Đã lưu {count} ô.")
    return DONE


def _history(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store
    from tthtcd_tui.tasks.session.show_history import history

    store = open_store(options.db, options.user)
    lines = history(store, find_year(store, options.centre, options.year), options.place, options.limit)
    if options.json:
        print_json([line.tree() for line in lines])
    else:
        for line in lines:
            tell(f"{line.at:%d/%m/%Y %H:%M} {line.who}: {line.place}: {line.before} → {line.after}{line.mark}")
        if not lines:
            tell("Chưa có lần sửa nào.")
    return DONE


def _undo(options: argparse.Namespace) -> int:
    return _reverse(options, "undo", "Đã hoàn tác")


def _redo(options: argparse.Namespace) -> int:
    return _reverse(options, "redo", "Đã làm lại")


def _reverse(options: argparse.Namespace, what: str, done: str) -> int:
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name

    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    reverse = store.steps.undo if what == "undo" else store.steps.redo
    change = reverse(year.report_id, user_name(options.user))
    places = sorted({edit.place.unmarked for edit in change.edits})
    more = f" và {len(places) - _NAMED} chỗ khác" if len(places) > _NAMED else ""
    tell(f"{done}: {', '.join(places[:_NAMED])}{more}.")
    return DONE
