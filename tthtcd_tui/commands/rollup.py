"""`rollup` and `due`: what the received reports add up to, and who is missing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, ERRORS_FOUND, USAGE, complain, print_json, progress, tell
from tthtcd_tui.commands.superior import add_register, day
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.register.register import Register
    from tthtcd_tui.report.rollup.rollup import Rollup
    from tthtcd_tui.tasks.upward.rollup import Mail
    from tthtcd_tui.tasks.upward.shared import Shared

_ADVICE = "Ghi các mục ấy vào {} (mẫu: tthtcd rollup KỲ --letterhead-sample)."
_ON_SCREEN = "Ghi các mục ấy trên màn hình “Bản nộp đã nhận”, dòng “Thể thức báo cáo tổng hợp”."
_BY_ADMIN = "Hãy báo quản trị viên ghi các mục ấy."
_TABLES = ("completeness", "communes", "categories", "classes", "participations", "numbers", "choices")


def add_to(commands: Commands) -> None:
    rollup = commands.add_parser(
        "rollup",
        help="tổng hợp bản nộp của các trung tâm: ai đã nộp, cộng lại được bao nhiêu",
        description="Tổng hợp bản nộp đã tiếp nhận, thẳng từ thư mục thư (--from), hoặc đã nộp trong dữ liệu chung\n"
        "(khi dữ liệu có danh mục đơn vị):\n"
        "ai đã nộp, chưa nộp, nộp muộn; kết quả theo xã và theo nội dung.\n"
        "Số cộng từ bản nộp, không gõ tay; tỷ lệ không cộng.",
    )
    rollup.add_argument("year", metavar="KỲ")
    rollup.add_argument(
        "--from",
        dest="folders",
        type=Path,
        action="append",
        default=[],
        metavar="THƯ_MỤC",
        help="lấy thẳng từ thư mục thư, không tiếp nhận",
    )
    rollup.add_argument(
        "--unit", default="", metavar="ĐƠN_VỊ", help="mã hoặc tên đơn vị trong danh mục (mặc định: mọi đơn vị)"
    )
    rollup.add_argument("--form", default="", metavar="MẪU", help="biểu mẫu nào, nếu có nhiều")
    rollup.add_argument(
        "--sort",
        choices=["name", "size", "change"],
        default="name",
        help="xếp theo tên, theo số lớn nhỏ, hay theo tăng giảm so với năm trước",
    )
    rollup.add_argument(
        "--by", default="results/participations", metavar="CHỖ", help="xếp theo số liệu nào (mặc định: tổng số lượt)"
    )
    rollup.add_argument(
        "--weight",
        action="append",
        default=[],
        type=_weight,
        metavar="TỶ_LỆ=QUYỀN_SỐ",
        help="bình quân gia quyền, ví dụ indicator/ty_le_biet_chu/value=figure/dan_so",
    )
    rollup.add_argument("--deadline", type=day, metavar="NGÀY", help="hạn nộp (mặc định: hạn đã ghi bằng due)")
    rollup.add_argument(
        "--letterhead",
        type=Path,
        metavar="TỆP",
        help="thể thức của báo cáo docx (mặc định: the-thuc.toml trong thư mục tiếp nhận, hoặc cạnh dữ liệu chung)",
    )
    rollup.add_argument("--letterhead-sample", action="store_true", help="in mẫu tệp thể thức")
    rollup.add_argument("--table", choices=_TABLES, help="với csv: bảng nào (mặc định: communes)")
    rollup.add_argument("-o", "--out", metavar="TỆP", help="ghi ra tệp docx, xlsx hoặc csv")
    rollup.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    rollup.add_argument("--format", choices=["docx", "xlsx", "csv"], help="với -o -: loại tệp ghi ra đầu ra chuẩn")
    rollup.add_argument("--json", action="store_true", help="in dạng JSON")
    add_register(rollup)
    rollup.set_defaults(run=_rollup, served=False)

    due = commands.add_parser(
        "due",
        help="xã nào chưa nộp, nộp muộn; đặt hạn nộp",
        description="Xã nào chưa nộp, đã trả lại, hoặc nộp muộn so với hạn. Mã thoát 1 nếu có.",
    )
    due.add_argument("year", metavar="KỲ")
    due.add_argument("--set", type=day, metavar="NGÀY", help="đặt hạn nộp của kỳ, dùng cho các lần sau")
    due.add_argument(
        "--unit", default="", metavar="ĐƠN_VỊ", help="mã hoặc tên đơn vị trong danh mục (mặc định: mọi đơn vị)"
    )
    due.add_argument("--form", default="", metavar="MẪU", help="biểu mẫu nào, nếu có nhiều")
    how = due.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="in dạng JSON")
    how.add_argument("--remind", action="store_true", help="in lời nhắc các đơn vị chưa nộp, để chép vào thư, tin nhắn")
    add_register(due)
    due.set_defaults(run=_due, served=False)


def _weight(text: str) -> tuple[str, str]:
    rate, mark, weight = text.partition("=")
    if not (rate and mark and weight):
        raise argparse.ArgumentTypeError(f"{quoted(text)} phải có dạng TỶ_LỆ=QUYỀN_SỐ")
    return rate, weight


def _rollup(options: argparse.Namespace) -> int:
    from tthtcd_tui.report.rollup.letterhead import SAMPLE

    if options.letterhead_sample:
        print(SAMPLE, end="")
        return DONE
    if (options.format is None) == (options.out == "-"):
        complain("--format dùng cùng -o -, khi ghi ra đầu ra chuẩn.")
        return USAGE
    if options.table and options.format != "csv" and not (options.out or "").lower().endswith(".csv"):
        complain("--table chỉ dùng khi xuất ra tệp .csv: thêm -o TỆP.csv.")
        return USAGE
    register = _source(options)
    found = _found(options, register)
    if options.out:
        return _export(options, found, register)
    if options.json:
        from tthtcd_tui.tasks.upward.rollup_tree import rollup_tree

        print_json(rollup_tree(found))
        return DONE
    from tthtcd_tui.tasks.upward.rollup_words import told

    tell(*told(found))
    return DONE


def _source(options: argparse.Namespace) -> Register | Shared:
    """A folder of mail is added up by what a register knows, whatever a database beside it says."""
    from tthtcd_tui.tasks.upward.open_register import open_register
    from tthtcd_tui.tasks.upward.open_source import open_source

    if getattr(options, "folders", None):
        return open_register(options.register, options.db)
    return open_source(options.register, options.db, options.user, is_served=options.served)


def _found(options: argparse.Namespace, register: Register | Shared) -> Rollup:
    from tthtcd_tui.report.rollup.total import Order
    from tthtcd_tui.tasks.upward.rollup import Wanted, roll_up
    from tthtcd_tui.tasks.upward.shared import Shared, shared_rollup
    from tthtcd_tui.text.periods import parse_period

    wanted = Wanted(options.unit, options.form, Order(options.sort), options.by, dict(options.weight), options.deadline)
    if isinstance(register, Shared):
        return shared_rollup(register, parse_period(options.year), wanted)
    return roll_up(register, _mail(options, register), wanted)


def _mail(options: argparse.Namespace, register: Register) -> Mail:
    from tthtcd_tui.tasks.upward.open_register import received_period
    from tthtcd_tui.tasks.upward.rollup import from_folder, from_register
    from tthtcd_tui.text.periods import parse_period

    if not options.folders:
        return from_register(register, received_period(register, options.year))
    with progress("Đang đọc bản nộp") as step:
        return from_folder(register, options.folders, parse_period(options.year), None, step)


def _export(options: argparse.Namespace, found: Rollup, register: Register | Shared) -> int:
    from tthtcd_tui.exports.tables.rollup import RollupTable
    from tthtcd_tui.files.whole import write_whole
    from tthtcd_tui.report.rollup.document import missing
    from tthtcd_tui.tasks.transfer.export_report import ExportFormat, format_of
    from tthtcd_tui.tasks.upward.export_rollup import FORMATS, rollup_bytes
    from tthtcd_tui.tasks.upward.letterhead import LETTERHEAD, letterhead, may_say
    from tthtcd_tui.text.numbers import format_size

    export_format = ExportFormat(options.format) if options.format else format_of(options.out)
    if export_format not in FORMATS:
        complain("Bản tổng hợp xuất được ra tệp .docx, .xlsx hoặc .csv. Sửa đuôi tệp ở -o.")
        return USAGE
    head = letterhead(register, options.letterhead, options.unit)
    with progress("Đang dựng các dòng") as step:
        table = RollupTable(options.table) if options.table else None
        data = rollup_bytes(found, export_format, head, table, step)
    if options.out == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(Path(options.out), data, overwrite=options.force)
        complain(f"Đã ghi {options.out} ({format_size(len(data))}): {len(found.communes)} đơn vị được cộng.")
    if export_format is ExportFormat.DOCX and (gaps := missing(head)):
        told = _ON_SCREEN if may_say(register) else _BY_ADMIN if options.served else _ADVICE.format(LETTERHEAD)
        complain(f"Báo cáo còn là DỰ THẢO vì thiếu: {', '.join(gaps)}. {told}")
    return DONE


def _due(options: argparse.Namespace) -> int:
    from tthtcd_tui.tasks.care.open_store import user_name
    from tthtcd_tui.tasks.upward.due import late_or_missing, set_deadline
    from tthtcd_tui.tasks.upward.open_register import find_period
    from tthtcd_tui.tasks.upward.rollup import Wanted, from_register, who_is_in
    from tthtcd_tui.tasks.upward.rollup_words import who_is_in as told
    from tthtcd_tui.tasks.upward.shared import Shared, shared_lines
    from tthtcd_tui.text.dates import format_date
    from tthtcd_tui.text.periods import parse_period

    register, wanted = _source(options), Wanted(options.unit, options.form)
    if isinstance(register, Shared):
        period = parse_period(options.year)
        if options.set:
            set_deadline(register, period, options.set, options.user)
        lines, due = shared_lines(register, period, wanted)
        stages = register.stages(period)
    else:
        stages = {}
        period = find_period(register, options.year)
        if options.set:
            set_deadline(register, period, options.set, user_name(options.user))
        mail = from_register(register, period)
        lines, due = who_is_in(register, mail, wanted), mail.now.deadline
    owing = late_or_missing(lines)
    if options.json:
        print_json({"deadline": due.isoformat() if due else None, "units": [line.tree() for line in owing]})
        return ERRORS_FOUND if owing else DONE
    if options.remind:
        from tthtcd_tui.tasks.upward.reminder import reminder
        from tthtcd_tui.text.dates import today_in_vietnam

        told_of = reminder(period, lines, due, today_in_vietnam(), register.units)
        tell(*told_of or [f"Không còn đơn vị nào chưa nộp báo cáo {period.title}."])
        return ERRORS_FOUND if owing else DONE
    tell(f"Hạn nộp: {format_date(due)}." if due else "Chưa đặt hạn nộp: thêm --set NGÀY.")
    tell(*told(lines, is_listed=len(register.units) > 0, stages=stages))
    return ERRORS_FOUND if owing else DONE
