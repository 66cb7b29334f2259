"""`submit`: a final report as one file for the body above."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, USAGE, complain, tell, working
from tthtcd_tui.commands.parser import add_store, add_whole

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands
    from tthtcd_tui.models.catalogue import Year
    from tthtcd_tui.models.store import Store

_PRINTED = "Tệp chỉ mang những gì đã in và các số, lựa chọn để cộng. Muốn gửi cả dữ liệu không in, thêm --whole."
_ALL = "Tệp mang theo dữ liệu cả năm: cả nhật ký, đối tác, ghi chú, lý do, điện thoại, minh chứng không in ra."


def add_to(commands: Commands) -> None:
    submit = commands.add_parser(
        "submit",
        help="nộp báo cáo đã chốt cho cấp trên: ngay trong dữ liệu chung, hoặc một tệp .zip để gửi thư",
        description="Trung tâm thuộc một đơn vị trong dữ liệu chung: không cần -o, cấp trên thấy ngay.\n"
        "Với -o, làm bản nộp của báo cáo đã chốt: tệp DOCX như khi chốt, tệp JSON và bản kê có mã kiểm tra.\n"
        "Tệp JSON chỉ có những gì đã in và các số, lựa chọn để cấp trên cộng; nhật ký, ghi chú, lý do, điện thoại\n"
        "không in thì không đi theo. --whole: tệp JSON là dữ liệu cả năm như khi chốt.",
    )
    submit.add_argument("year", metavar="KỲ")
    submit.add_argument("-o", "--out", metavar="TỆP", help="làm tệp để gửi thư, ví dụ ban-nop.zip; - là đầu ra chuẩn")
    add_whole(submit)
    submit.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    add_store(submit, user=True)
    submit.set_defaults(run=_submit)


def _submit(options: argparse.Namespace) -> int:
    from tthtcd_tui.files.whole import write_whole
    from tthtcd_tui.report.carried import Carry
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.upward.submit import hand_in, submission, tell_handed_in
    from tthtcd_tui.text.numbers import format_size

    if options.out == "-" and sys.stdout.isatty():
        complain(
            "Bản nộp là tệp .zip, không in ra màn hình được. Thêm “> ban-nop.zip” vào cuối lệnh, hoặc dùng -o TỆP."
        )
        return USAGE
    if options.out is None and (options.whole or options.force):
        complain("--whole, --force chỉ dùng khi làm tệp để gửi thư: thêm -o TỆP.")
        return USAGE
    carry = Carry.ALL if options.whole else Carry.PRINTED
    store = open_store(options.db, options.user)
    year, user = find_year(store, options.centre, options.year), user_name(options.user)
    if options.out is None:
        return _hand_in_here(store, year, user)
    if options.out == "-":
        with working("Đang làm bản nộp…"):
            made = hand_in(store, year, user, carry)
        sys.stdout.buffer.write(made.data)
        if options.whole:
            complain(_ALL)
        return DONE
    with working("Đang làm bản nộp…"):
        made = submission(store, year, carry)
    write_whole(Path(options.out), made.data, overwrite=options.force)
    tell_handed_in(store, year, made, user)  # once there is something to mail
    size, number = format_size(len(made.data)), made.manifest.version
    complain(f"Đã ghi {options.out} ({size}): bản nộp của bản chốt {number}. Hãy gửi tệp này cho cơ quan cấp trên.")
    complain(_ALL if options.whole else _PRINTED)
    return DONE


def _hand_in_here(store: Store, year: Year, user: str) -> int:
    """To those above who share the database."""
    from tthtcd_tui.tasks.upward.submit import hand_in_here

    done = hand_in_here(store, year, user)
    what = f"báo cáo {year.period.title} của {year.centre.name}, bản chốt {done.version}"
    tell(f"Đã nộp {what}: {done.to} và cấp trên thấy ngay." if done.is_new else f"Đã nộp từ trước: {what}.")
    return DONE
