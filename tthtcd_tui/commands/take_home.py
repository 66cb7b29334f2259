"""`take-home`, `bring-back`: a year gone on with on a laptop, and merged again with what others did meanwhile."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, USAGE, complain, tell, working
from tthtcd_tui.commands.parser import add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.catalogue import Year
    from tthtcd_tui.tasks.transfer.import_report import Plan

_ADVICE = "Sang máy kia: tthtcd bring-back {}. Về máy chủ: ssh MÁY_CHỦ bring-back - < {}"


def add_to(commands: Commands) -> None:
    take = commands.add_parser(
        "take-home",
        help="mang một báo cáo theo, để làm tiếp ở máy khác khi không có mạng",
        description="Ghi cả báo cáo, dù còn thiếu gì, vào một tệp đặt tên theo trung tâm, kỳ và giờ.\n"
        "Ở đây vẫn sửa tiếp được: lúc về, bring-back gộp hai bên, không mất chỗ nào.",
    )
    take.add_argument("year", metavar="KỲ")
    take.add_argument("-o", "--out", metavar="TỆP", help="tên khác; - là đầu ra chuẩn")
    take.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    take.set_defaults(run=_take_home)
    back = commands.add_parser(
        "bring-back",
        help="đem báo cáo mang theo vào đây: gộp với những gì ở đây đã sửa",
        description="Lấy những gì trong tệp đã sửa từ lúc mang đi, kể ra từng chỗ; chỗ hai nơi cùng sửa\n"
        "thì để nguyên ở đây và kể cả hai, trừ khi có --replace. Hoàn tác được một lần.",
    )
    back.add_argument("file", metavar="TỆP", help="tệp của take-home; - là đầu vào chuẩn")
    back.add_argument("--replace", action="store_true", help="chỗ hai nơi cùng sửa thì lấy theo tệp")
    back.add_argument("--known-centre", action="store_true", help="chỉ đem vào trung tâm đã có")
    back.set_defaults(run=_bring_back)
    for parser in (take, back):
        add_store(parser, user=True)


def _take_home(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from tthtcd_tui.files.whole import write_whole
    from tthtcd_tui.tasks.care.open_store import find_year, open_store
    from tthtcd_tui.tasks.transfer.take_home import packed
    from tthtcd_tui.tasks.years.stored_report import report_of
    from tthtcd_tui.text.numbers import format_size

    if options.out == "-" and sys.stdout.isatty():
        complain("Báo cáo mang theo là một tệp, không in ra màn hình. Thêm “> mang-theo.json” vào cuối lệnh.")
        return USAGE
    store = open_store(options.db, options.user)
    year = find_year(store, options.centre, options.year)
    made = packed(report_of(store, year, with_base=True), year, datetime.now(UTC))
    if options.out == "-":
        sys.stdout.buffer.write(made.data)
        return DONE
    name = options.out or made.name
    write_whole(Path(name), made.data, overwrite=options.force)
    tell(f"Đã ghi {name} ({format_size(len(made.data))}): {year.period.title} của {year.centre.name}.")
    tell(_ADVICE.format(name, name))
    return DONE


def _bring_back(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import open_store, user_name
    from tthtcd_tui.tasks.transfer.given_file import STREAM, read_import, read_stream
    from tthtcd_tui.tasks.transfer.import_report import plan_import, refuse_unknown_centre, run_import

    is_stream = options.file == "-"
    data, name = (read_stream(sys.stdin.buffer), STREAM) if is_stream else read_import(Path(options.file))
    store = open_store(options.db, options.user, make=True)
    with working("Đang đọc tệp…"):
        plan = plan_import(store, data, name)
    if options.known_centre:
        refuse_unknown_centre(store, plan)
    with working("Đang ghi vào báo cáo…"):
        year = run_import(store, plan, user_name(options.user), options.replace)
    _tell(plan, year, options.replace)
    return DONE


def _tell(plan: Plan, year: Year, replace: bool) -> None:
    from tthtcd_tui.tasks.transfer.take_home import came_back

    of = f"{year.period.title} của {year.centre.name}"
    if plan.year is None:
        tell(f"Ở đây chưa có {of}: đã tạo, {len(plan.proposals)} chỗ. Mở chương trình để làm tiếp.")
        return
    tell(*came_back(plan, is_replacing=replace))
    if not plan.proposals and not plan.clashes:
        tell(f"Tệp không sửa gì thêm so với {of} ở đây.")
        return
    taken = len(plan.proposals) + (len(plan.clashes) if replace else 0)
    left = "" if replace or not plan.clashes else f" Để nguyên {len(plan.clashes)} chỗ hai nơi cùng sửa."
    advice = " Muốn lấy theo tệp, chạy lại với --replace." if left else ""
    tell(f"Đã đem về {taken} chỗ vào {of}; hoàn tác được một lần.{left}{advice}")
