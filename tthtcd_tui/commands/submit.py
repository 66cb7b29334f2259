"""`submit`: a final report as one file for the body above."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.commands.output import DONE, USAGE, complain, working
from tthtcd_tui.commands.parser import add_store

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands


def add_to(commands: Commands) -> None:
    submit = commands.add_parser(
        "submit",
        help="làm bản nộp cấp trên của báo cáo đã chốt, một tệp .zip để gửi thư",
        description="Làm bản nộp của báo cáo đã chốt: tệp DOCX và tệp JSON như khi chốt, kèm bản kê có mã kiểm tra.\n"
        "Tệp JSON là toàn bộ dữ liệu của năm, cả nhật ký, ghi chú, điện thoại. Chỉ gửi cho cơ quan cấp trên.",
    )
    submit.add_argument("year", metavar="KỲ")
    submit.add_argument(
        "-o", "--out", required=True, metavar="TỆP", help="ghi vào đâu, ví dụ ban-nop.zip; - là đầu ra chuẩn"
    )
    submit.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    add_store(submit, user=True)
    submit.set_defaults(run=_submit)


def _submit(options: argparse.Namespace) -> int:
    from tthtcd_tui.files.whole import write_whole
    from tthtcd_tui.tasks.care.open_store import find_year, open_store, user_name
    from tthtcd_tui.tasks.upward.submit import hand_in, submission
    from tthtcd_tui.text.numbers import format_size

    if options.out == "-" and sys.stdout.isatty():
        complain(
            "Bản nộp là tệp .zip, không in ra màn hình được. Thêm “> ban-nop.zip” vào cuối lệnh, hoặc dùng -o TỆP."
        )
        return USAGE
    store = open_store(options.db, options.user)
    year, user = find_year(store, options.centre, options.year), user_name(options.user)
    if options.out == "-":
        with working("Đang làm bản nộp…"):
            made = hand_in(store, year, user)
        sys.stdout.buffer.write(made.data)
        return DONE
    with working("Đang làm bản nộp…"):
        made = submission(store, year)
    write_whole(Path(options.out), made.data, overwrite=options.force)
    hand_in(store, year, user)  # told once there is something to mail
    size, number = format_size(len(made.data)), made.manifest.version
    complain(f"Đã ghi {options.out} ({size}): bản nộp của bản chốt {number}. Hãy gửi tệp này cho cơ quan cấp trên.")
    return DONE
